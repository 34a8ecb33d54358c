import SutraCore

/// Articles that are kept with what was found in them.
extension Library {
  /// What putting an article in has done.
  public enum Keeping: Equatable, Sendable {
    /// It was not there.
    case new
    /// It was there with another text.
    case changed
    /// It was there with this text.
    case known
  }

  /// Puts an article in, or another version of it.
  ///
  /// Where its text is there already only the time of opening is noted.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - now: Seconds since 1970.
  ///   - isRevised: Whether something else was found in it than before, in the same text as well.
  ///   - isRead: Whether somebody reads it, rather than taking it in.
  ///   - words: The words of a text in a language, as they were given when it was put in; needed of
  ///     one that is revised.
  /// - Returns: Whether it is new.
  /// - Throws: `LibraryError`.
  public func keep(
    _ article: KeptArticle, at now: Int, isRevised: Bool = false, isRead: Bool = false,
    words: (_ language: String, _ text: String) -> String = { $1 }
  ) throws(LibraryError) -> Keeping {
    try keep(
      PackedArticle(article), at: now, isRevised: isRevised, isRead: isRead, words: words)
  }

  /// The same with an article that is packed.
  public func keep(
    _ article: PackedArticle, at now: Int, isRevised: Bool = false, isRead: Bool = false,
    words: (_ language: String, _ text: String) -> String = { $1 }
  ) throws(LibraryError) -> Keeping {
    try inOneStep { () throws(LibraryError) in
      try article.texts.withUnsafeBufferPointer { (texts) throws(LibraryError) in
        try keep(article, texts, at: now, isRevised: isRevised, isRead: isRead, words: words)
      }
    }
  }

  private func keep(
    _ article: PackedArticle, _ texts: UnsafeBufferPointer<UInt8>, at now: Int, isRevised: Bool,
    isRead: Bool, words: (_ language: String, _ text: String) -> String
  ) throws(LibraryError) -> Keeping {
    let text = article.text.bytes(texts)
    var known: (id: Int, version: Int, isSame: Bool)?
    try database.rows(
      """
      SELECT kept.id, versions.id, text FROM kept
      JOIN versions ON versions.id = coalesce(version, gone_version) WHERE origin = ?1
      """, [.text(article.origin)]
    ) { known = ($0.number(0), $0.number(1), text?.areThose(of: $0.text(2)) ?? false) }
    let isSame = known?.isSame ?? false
    if let known, isSame, !isRevised {
      try database.change(
        """
        UPDATE kept SET opened = ?2, version = ?3, gone_version = NULL, is_read = max(is_read, ?4)
        WHERE id = ?1
        """,
        [.number(known.id), .number(now), .number(known.version), .number(isRead ? 1 : 0)])
      return .known
    }
    // The number of a version that comes now is known, so that the article's row is written once.
    let version = isSame ? known?.version ?? 0 : try nextVersion
    try database.change(
      fixed: """
        INSERT INTO kept (origin, title, outlet, author, published, language, added, opened,
          quotes, sources, is_read, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (origin) DO UPDATE SET title = ?2, outlet = ?3, author = ?4, published = ?5,
          language = ?6, opened = ?7, quotes = ?8, sources = ?9, is_read = max(is_read, ?10),
          version = ?11, gone_version = NULL
        """
    ) { row in
      row.add(article.origin)
      row.add(article.title.bytes(texts))
      row.add(article.outlet.bytes(texts))
      row.add(article.author.bytes(texts))
      row.add(article.published)
      row.add(article.language.bytes(texts))
      row.add(now)
      row.add(article.quotes.count)
      row.add(article.sources.count)
      row.add(isRead ? 1 : 0)
      row.add(version)
    }
    let id = known?.id ?? database.lastRow
    if isSame {
      try clear(version: version, words: words)
    } else {
      try database.change(
        fixed: "INSERT INTO versions (id, article, seen, text) VALUES (?1, ?2, ?3, ?4)"
      ) { row in
        row.add(version)
        row.add(id)
        row.add(now)
        row.add(text)
      }
    }
    let marks = try put(article, texts, version: version, date: article.published ?? now)
    // Of a text that is there already the words stand there.
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let indexed = isSame ? nothing : article.words.bytes(texts) ?? nothing
    try database.change(
      fixed: "INSERT INTO article_words (rowid, words) VALUES (?1, ?2)"
    ) { row in
      row.add(version)
      row.add(indexed, marks)
    }
    return known == nil ? .new : isSame ? .known : .changed
  }

  /// The number of the version that is put in next; nobody else writes meanwhile.
  private var nextVersion: Int {
    get throws(LibraryError) {
      var last = 0
      try database.rows("SELECT seq FROM sqlite_sequence WHERE name = 'versions'") {
        last = $0.number(0)
      }
      return last + 1
    }
  }

  /// Forgets what was found in a version of an article.
  private func clear(
    version: Int, words: (_ language: String, _ text: String) -> String
  ) throws(LibraryError) {
    try forgetQuoteWords("versions.id = ?1", .number(version), words: words)
    var marks = ""
    try database.rows(
      "SELECT \(WordMarks.ofVersion) FROM versions WHERE id = ?1", [.number(version)]
    ) { marks = $0.text(0) }
    try forget(version, in: .articles, marks)
    for table in ["quotes", "entities", "sources"] {
      try database.change("DELETE FROM \(table) WHERE version = ?1", [.number(version)])
    }
  }

  /// Tells the index of words which quotes it is to forget.
  private func forgetQuoteWords(
    _ condition: String, _ value: Database.Value,
    words: (_ language: String, _ text: String) -> String
  ) throws(LibraryError) {
    var quotes: [(row: Int, language: String, text: String, marks: String)] = []
    try database.rows(
      """
      SELECT quotes.id, language, \(Self.quoteText), \(WordMarks.ofQuote)
      FROM kept JOIN versions ON article = kept.id JOIN quotes ON quotes.version = versions.id
      WHERE \(condition)
      """, [value]
    ) { quotes.append(($0.number(0), $0.text(1), $0.text(2), $0.text(3))) }
    for (row, language, text, marks) in quotes {
      try forget(row, in: .quotes, words(language, text) + marks)
    }
  }

  /// Tells an index of words what it is to forget: it holds no texts.
  private func forget(
    _ row: Int, in index: WordIndex, _ words: String
  ) throws(LibraryError) {
    let table = index.rawValue
    try database.change(
      "INSERT INTO \(table) (\(table), rowid, words) VALUES ('delete', ?1, ?2)",
      [.number(row), .text(words)])
  }

  /// What stands in the text from a quote's beginning to its end.
  static let quoteSlice = """
    CAST(substr(CAST(versions.text AS BLOB), start + 1, "end" - start) AS TEXT)
    """

  /// The words of a quote: those of the text, where nothing else is kept.
  static let quoteText = "CASE quotes.text WHEN '' THEN \(quoteSlice) ELSE quotes.text END"

  /// Puts in what was found in a version of an article.
  ///
  /// - Returns: The marks of what it names, a blank before each.
  private func put(
    _ article: PackedArticle, _ texts: UnsafeBufferPointer<UInt8>, version: Int, date: Int
  ) throws(LibraryError) -> String {
    if let list = article.newWords.bytes(texts) {
      try database.change(
        fixed: "INSERT OR IGNORE INTO terms (term) SELECT value FROM json_each(?1)"
      ) { $0.add(list) }
    }
    var names: [NameRow?] = []
    names.reserveCapacity(article.names.count)
    for name in article.names { names.append(try row(of: name, texts)) }
    var marks = ""
    for (number, entity) in article.entities.enumerated() {
      guard let name = names[entity.name] else { continue }
      try database.change(
        fixed: """
          INSERT INTO entities (version, number, kind, name, mentions) VALUES (?1, ?2, ?3, ?4, ?5)
          """
      ) { row in
        row.add(version)
        row.add(number)
        row.add(entity.kind.bytes(texts))
        row.add(name.id)
        row.add(entity.mentions.bytes(texts))
      }
      marks += name.mark
    }
    for (number, source) in article.sources.enumerated() {
      try database.change(
        fixed: """
          INSERT INTO sources (version, number, name, kind, quotes) VALUES (?1, ?2, ?3, ?4, ?5)
          """
      ) { row in
        row.add(version)
        row.add(number)
        row.add(source.name.bytes(texts))
        row.add(source.kind.bytes(texts))
        row.add(source.quotes)
      }
    }
    let first = try nextQuotes(article.quotes.count)
    for (place, quote) in article.quotes.enumerated() {
      let written = quote.name.flatMap { article.names[$0].name.bytes(texts) }
      try put(
        quote, as: first + place, texts, by: written, quote.name.flatMap { names[$0] },
        version: version, date: date)
    }
    return marks
  }

  /// The number of the first of some quotes that are put in next.
  ///
  /// No number is ever given twice: the index of words may still know the one that had it.
  private func nextQuotes(_ count: Int) throws(LibraryError) -> Int {
    var last = 0
    guard count > 0 else { return last }
    try database.rows("SELECT last FROM counters WHERE name = 'quotes'") { last = $0.number(0) }
    try database.change(fixed: "UPDATE counters SET last = ?1 WHERE name = 'quotes'") {
      $0.add(last + count)
    }
    return last + 1
  }

  private func put(
    _ quote: PackedQuote, as number: Int, _ texts: UnsafeBufferPointer<UInt8>,
    by written: UnsafeBufferPointer<UInt8>?, _ name: NameRow?, version: Int, date: Int
  ) throws(LibraryError) {
    try database.change(
      fixed: """
        INSERT INTO quotes (id, version, number, start, "end", text, type, speaker, name, kind,
          role, cue, act, is_negated, addressee, medium, time, percent, date)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
          ?19)
        """
    ) { row in
      row.add(number)
      row.add(version)
      row.add(quote.number)
      row.add(quote.start)
      row.add(quote.end)
      row.add(quote.text.bytes(texts))
      row.add(quote.type.bytes(texts))
      // As it is written is kept where that is otherwise than the name itself.
      row.add(written.flatMap { name?.isWritten($0) == true ? nil : $0 })
      row.add(name?.id)
      row.add(quote.kind.bytes(texts))
      row.add(quote.role.bytes(texts))
      row.add(quote.cue.bytes(texts))
      row.add(quote.act.bytes(texts))
      row.add(quote.isNegated ? 1 : 0)
      row.add(quote.addressee.bytes(texts))
      row.add(quote.medium.bytes(texts))
      row.add(quote.time.bytes(texts))
      row.add(quote.percent)
      row.add(date)
    }
    guard let words = quote.words.bytes(texts) else { return }
    try database.change(
      fixed: "INSERT INTO quote_words (rowid, words) VALUES (?1, ?2)"
    ) { row in
      row.add(number)
      row.add(words, name?.mark ?? "")
    }
  }

  /// A name as it stands in the library, where it is put in if it is new; `nil` for one without
  /// words.
  private func row(
    of name: PackedName, _ texts: UnsafeBufferPointer<UInt8>
  ) throws(LibraryError) -> NameRow? {
    guard name.key.count > 0 else { return nil }
    return try knownNames.row(
      of: texts, name.key.start..<name.key.start + name.key.count, hash: name.hash
    ) { () throws(LibraryError) in
      let key = name.key.text(texts)
      var found: NameRow?
      try database.rows("SELECT id, name FROM names WHERE key = ?1", [.text(key)]) {
        found = NameRow(id: $0.number(0), name: $0.text(1))
      }
      if let found { return found }
      let written = name.name.text(texts)
      try database.change(
        "INSERT INTO names (key, name) VALUES (?1, ?2)", [.text(key), .text(written)])
      let made = NameRow(id: database.lastRow, name: written)
      try database.change(
        "INSERT INTO name_words (rowid, words) VALUES (?1, ?2)",
        [.number(made.id), .text(name.words.text(texts))])
      return made
    }
  }

  /// Does something whole or not at all, as a part of what is done so already if something is.
  func inOneStep<Answer>(
    _ body: () throws(LibraryError) -> Answer
  ) throws(LibraryError) -> Answer {
    database.isInTransaction ? try body() : try together(body)
  }

  // MARK: Forgetting

  /// Forgets an article with all its versions and everything that was found in them.
  ///
  /// - Parameters:
  ///   - origin: Where it is from.
  ///   - words: The words of a text in a language, as they were given when it was put in.
  /// - Returns: Whether it was there.
  /// - Throws: `LibraryError`.
  public func forget(
    _ origin: String, words: (_ language: String, _ text: String) -> String
  ) throws(LibraryError) -> Bool {
    try database.transaction { () throws(LibraryError) in
      var texts: [(row: Int, language: String, text: String, marks: String)] = []
      try database.rows(
        """
        SELECT versions.id, language, text, \(WordMarks.ofVersion)
        FROM kept JOIN versions ON article = kept.id WHERE origin = ?1
        """, [.text(origin)]
      ) { texts.append(($0.number(0), $0.text(1), $0.text(2), $0.text(3))) }
      for (row, language, text, marks) in texts {
        try forget(row, in: .articles, words(language, text) + marks)
      }
      try forgetQuoteWords("origin = ?1", .text(origin), words: words)
      return try database.change("DELETE FROM kept WHERE origin = ?1", [.text(origin)]) > 0
    }
  }

  /// Writes a copy of the library into a file that does not exist.
  ///
  /// - Parameter path: The file.
  /// - Throws: `LibraryError`.
  public func backUp(to path: String) throws(LibraryError) {
    try database.change("VACUUM INTO ?1", [.text(path)])
  }
}
