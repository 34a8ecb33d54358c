/// What an index of words finds, and how a question over dated rows makes use of it.
///
/// Of a frequent word the newest holders are wanted, and nearly any row is one: the dates lead, and
/// the first rows that are holders answer. Of a rare word its few holders lead, whatever their dates.
struct WordHits {
  /// Holders up to which they lead.
  private static let few = 5_000

  private let index: Library.WordIndex
  /// What is asked of the index.
  let match: String
  /// Stands before the column of numbers: SQLite takes no index for what has a sign.
  let lead: String
  /// Stands before the column of dates, likewise.
  let order: String

  /// Asks an index for words.
  ///
  /// - Parameters:
  ///   - words: For each word the forms of which one must be there.
  ///   - index: The index.
  ///   - database: Where it is.
  /// - Throws: `LibraryError`.
  init(
    _ words: [[String]], in index: Library.WordIndex, of database: Database
  ) throws(LibraryError) {
    match = Self.match(words)
    self.index = index
    var count = 0
    try database.rows(
      "SELECT count(*) FROM (\(Self.rows(index, "?1")) LIMIT \(Self.few + 1))", [.text(match)]
    ) { count = $0.number(0) }
    lead = count > Self.few ? "+" : ""
    order = count > Self.few ? "" : "+"
  }

  /// The query for the numbers of the rows that hold the words; ``match`` is its value of a name.
  func rows(_ value: String) -> String { Self.rows(index, value) }

  private static func rows(_ index: Library.WordIndex, _ value: String) -> String {
    "SELECT rowid FROM \(index.rawValue) WHERE \(index.rawValue) MATCH \(value)"
  }

  /// The query of the index for words.
  static func match(_ words: [[String]]) -> String {
    words.map { forms in "(" + forms.map { "\"\($0)\"" }.joined(separator: " OR ") + ")" }
      .joined(separator: " AND ")
  }
}
