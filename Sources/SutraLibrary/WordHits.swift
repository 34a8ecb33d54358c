/// What an index of words finds, and how a question over dated rows makes use of it.
///
/// Of a frequent word the newest holders are wanted, and nearly any row is one: the dates lead, and
/// the first rows that are holders answer. Of a rare word its few holders lead, whatever their dates.
struct WordHits {
  /// Holders up to which they lead.
  private static let few = 5_000

  private let index: Library.WordIndex
  /// What is asked of the index, as a list of JSON: a row that answers one of them is a hit.
  let matches: String
  /// Stands before the column of numbers: SQLite takes no index for what has a sign.
  let lead: String
  /// Stands before the column of dates, likewise.
  let order: String

  /// Asks an index for words.
  ///
  /// - Parameters:
  ///   - words: For each word the forms of which one must be there.
  ///   - names: The numbers of names of which one must be there as well; `nil` where any will do.
  ///   - kind: How the speaker must be named.
  ///   - index: The index.
  ///   - database: Where it is.
  /// - Throws: `LibraryError`.
  init(
    _ words: [[String]], names: [Int]? = nil, kind: String? = nil, in index: Library.WordIndex,
    of database: Database
  ) throws(LibraryError) {
    let all = words + (kind.map { [[WordMarks.kind($0)]] } ?? [])
    matches = Self.list(names.map { $0.map { [[WordMarks.name($0)]] + all } } ?? [all])
    self.index = index
    var count = 0
    try database.rows(
      "SELECT count(*) FROM (\(Self.rows(index, "?1")) LIMIT \(Self.few + 1))", [.text(matches)]
    ) { count = $0.number(0) }
    lead = count > Self.few ? "+" : ""
    order = count > Self.few ? "" : "+"
  }

  /// The query for the numbers of the rows that are hits; ``matches`` is its value of a name.
  func rows(_ value: String) -> String { Self.rows(index, value) }

  /// The query for the numbers of the rows of an index that answer one of several questions.
  ///
  /// - Parameters:
  ///   - index: The index.
  ///   - value: The value of the query that is the list of questions.
  /// - Returns: SQL. One question that names all names would be asked of each of them for each row.
  static func rows(_ index: Library.WordIndex, _ value: String) -> String {
    let table = index.rawValue
    return """
      SELECT \(table).rowid FROM json_each(\(value)) AS asked CROSS JOIN \(table)
      WHERE \(table) MATCH asked.value
      """
  }

  /// The questions for names, as a list of JSON.
  static func names(_ names: [Int]) -> String {
    list(names.map { [[WordMarks.name($0)]] })
  }

  /// The query of an index for words.
  ///
  /// - Parameters:
  ///   - words: For each word the forms of which one must be there: letters and digits alone.
  ///   - quote: The quotation mark, as it is written where the query is to stand.
  /// - Returns: The query.
  static func match(_ words: [[String]], quote: String = "\"") -> String {
    words.map { forms in
      "(" + forms.map { "\(quote)\($0)\(quote)" }.joined(separator: " OR ") + ")"
    }.joined(separator: " AND ")
  }

  /// Queries as a list of JSON.
  private static func list(_ queries: [[[String]]]) -> String {
    let texts = queries.map { "\"\(match($0, quote: "\\\""))\"" }
    return "[" + texts.joined(separator: ",") + "]"
  }
}
