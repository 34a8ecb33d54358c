import SutraSystem
import SutraWords

/// Sets a damaged library aside and keeps what can be read of it.
extension Library {
  /// What came of a damaged file.
  public struct Rescue: Sendable, Equatable {
    /// Where it lies now.
    public let aside: String
    /// How many articles could be read.
    public let articles: Int
  }

  /// Rows that are copied at a time: where one of them cannot be read, they are tried one by one.
  private static let atATime = 256

  /// Numbers of rows that are tried at least, where a file does not tell how many there are.
  private static let mostNumbers = 1 << 18

  /// Rows that are looked for before all of them are: where none can be, the whole table is lost.
  private static let probes = 64

  /// The tables that are copied, those that others refer to first.
  private static let tables = [
    "feeds", "articles", "texts", "kept", "versions", "names", "entities", "sources", "quotes",
    "notes", "corrections", "rulings",
  ]
  /// Those of them that are sorted by versions.
  private static let versioned: Set = ["entities", "sources"]

  /// Moves a file aside, makes a new one in its place, and copies what can be read.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - now: Seconds since 1970, which the name of the moved file tells.
  ///   - words: The words of a text in a language, as they are given when an article is put in.
  /// - Returns: Where the old file lies, and how many articles the new one has.
  /// - Throws: `LibraryError`.
  public static func rescue(
    _ path: String, at now: Int, words: (_ language: String, _ text: String) -> String
  ) throws(LibraryError) -> Rescue {
    let aside = "\(path).damaged-\(now)"
    if let failure = WholeFile.rename(path, to: aside) {
      throw .unopened(path: path, failure.reason)
    }
    // What was written last may still stand beside it.
    for end in ["-wal", "-shm"] { WholeFile.rename(path + end, to: aside + end) }
    let library = try Library(path: path)
    do throws(LibraryError) {
      try library.database.change("ATTACH ?1 AS old", [.text(aside)])
      try library.database.run("PRAGMA foreign_keys = OFF")
      var highest = mostNumbers
      for last in ["max(seq) FROM old.sqlite_sequence", "max(last) FROM old.counters"] {
        try? library.database.rows("SELECT \(last)") { highest = max(highest, $0.number(0)) }
      }
      for table in tables { library.copy(table, upTo: highest) }
      try library.database.run("PRAGMA foreign_keys = ON")
      try library.database.run("DETACH old")
    } catch {
      // Nothing of it can be read.
    }
    try library.mend(words: words)
    var count = 0
    try library.eachKept { _ in count += 1 }
    return Rescue(aside: aside, articles: count)
  }

  /// Copies the rows of a table that can be read.
  private func copy(_ table: String, upTo highest: Int) {
    // The rows of some tables have no numbers but those of their versions, which lead there.
    let key = Self.versioned.contains(table) ? "version" : "rowid"
    // Where the page of an end is the damaged one, all numbers up to the highest there can be are tried.
    var (first, last) = (0, highest)
    try? database.rows("SELECT min(\(key)) FROM old.\(table)") {
      first = $0.optionalNumber(0) ?? Int.max
    }
    try? database.rows("SELECT max(\(key)) FROM old.\(table)") {
      last = $0.optionalNumber(0) ?? -1
    }
    // A file of an earlier version has fewer columns; a row's number within its version was its own.
    var columns: (new: String, old: String) = ("", "")
    try? database.rows(
      """
      SELECT group_concat('"' || new.name || '"'),
        group_concat('"' || coalesce(old.name, 'id') || '"')
      FROM pragma_table_info(?1, 'main') AS new LEFT JOIN pragma_table_info(?1, 'old') AS old
        ON old.name = new.name WHERE old.name IS NOT NULL OR new.name = 'number'
      """, [.text(table)]
    ) { columns = ($0.text(0), $0.text(1)) }
    guard first <= last, last - first < 1 << 40 else { return }
    func isReadable(_ number: Int) -> Bool {
      let row = "SELECT 1 FROM old.\(table) WHERE \(key) = ?1"
      return (try? database.rows(row, [.number(number)]) { _ in }) != nil
    }
    let step = max(1, (last - first) / Self.probes)
    guard stride(from: first, through: last, by: step).contains(where: isReadable) else { return }
    func copy(_ range: ClosedRange<Int>) -> Bool {
      do throws(LibraryError) {
        try database.change(
          """
          INSERT OR IGNORE INTO main.\(table) (\(columns.new))
          SELECT \(columns.old) FROM old.\(table) WHERE \(key) BETWEEN ?1 AND ?2
          """, [.number(range.lowerBound), .number(range.upperBound)])
        return true
      } catch {
        return false
      }
    }
    for start in stride(from: first, through: last, by: Self.atATime) {
      let end = min(last, start + Self.atATime - 1)
      if copy(start...end) { continue }
      for row in start...end { _ = copy(row...row) }
    }
  }

  /// Gives texts without a row that tells of them one, leaves out what refers to something that could not be
  /// read, and makes the indices of words.
  private func mend(words: (_ language: String, _ text: String) -> String) throws(LibraryError) {
    try inOneStep { () throws(LibraryError) in
      try database.run(
        """
        DELETE FROM articles WHERE feed NOT IN (SELECT id FROM feeds);
        DELETE FROM texts WHERE article NOT IN (SELECT id FROM articles);
        INSERT OR IGNORE INTO kept (id, origin, title, language, added, opened, version)
          SELECT article, 'text:' || article,
            substr(text, 1, min(200, instr(text || char(10), char(10)) - 1)), '', seen, seen, max(id)
          FROM versions WHERE article NOT IN (SELECT id FROM kept) GROUP BY article;
        DELETE FROM versions WHERE article NOT IN (SELECT id FROM kept);
        DELETE FROM kept WHERE coalesce(version, gone_version, -1) NOT IN (SELECT id FROM versions);
        DELETE FROM versions WHERE article NOT IN (SELECT id FROM kept);
        DELETE FROM entities WHERE version NOT IN (SELECT id FROM versions)
          OR name NOT IN (SELECT id FROM names);
        DELETE FROM sources WHERE version NOT IN (SELECT id FROM versions);
        DELETE FROM quotes WHERE version NOT IN (SELECT id FROM versions);
        UPDATE quotes SET name = NULL WHERE name NOT IN (SELECT id FROM names);
        UPDATE counters SET last = (SELECT coalesce(max(id), 0) FROM quotes) WHERE name = 'quotes';
        DELETE FROM notes WHERE article NOT IN (SELECT id FROM kept);
        DELETE FROM corrections WHERE article NOT IN (SELECT id FROM kept);
        UPDATE kept SET
          quotes = (SELECT count(*) FROM quotes WHERE quotes.version = kept.version),
          sources = (SELECT count(*) FROM sources WHERE sources.version = kept.version)
          WHERE version IS NOT NULL;
        """)
      try index(
        .articles,
        """
        SELECT versions.id, language, text, \(WordMarks.ofVersion) FROM versions
        JOIN kept ON kept.id = article
        """, words)
      try index(
        .quotes,
        """
        SELECT quotes.id, language, \(Self.quoteText), \(WordMarks.ofQuote) FROM quotes
        JOIN versions ON versions.id = quotes.version JOIN kept ON kept.id = article
        """, words)
      try index(.names, "SELECT id, '', name, '' FROM names", words)
      try database.run(Migrations.gatherTerms)
      try database.change(
        "DELETE FROM terms WHERE term >= ?1 AND term < ?2",
        [.text(WordMarks.sign.first), .text(WordMarks.sign.next)])
    }
  }

  /// Puts the words of texts into an index, with the marks behind them, a few texts at hand at a time.
  private func index(
    _ index: WordIndex, _ texts: String, _ words: (_ language: String, _ text: String) -> String
  ) throws(LibraryError) {
    var after = Int.min
    while true {
      var rows: [(id: Int, language: String, text: String, marks: String)] = []
      try database.rows(
        "SELECT * FROM (\(texts)) WHERE id > ?1 ORDER BY id LIMIT \(Self.atATime)",
        [.number(after)]
      ) { rows.append(($0.number(0), $0.text(1), $0.text(2), $0.text(3))) }
      guard let last = rows.last else { return }
      for row in rows {
        try database.change(
          "INSERT INTO \(index.rawValue) (rowid, words) VALUES (?1, ?2)",
          [.number(row.id), .text(words(row.language, row.text) + row.marks)])
      }
      after = last.id
    }
  }
}
