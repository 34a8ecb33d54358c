import SutraCore

/// What is counted of the quotes of some names: of each quote as much as tells who its speaker is and
/// what a dossier holds, read once.
///
/// The same outlets and roles come again and again, so that each is kept once and told by its number.
struct QuotedRows {
  /// A quote.
  struct Row {
    let id: Int
    let date: Int
    let version: Int
    let name: Int
    /// As its article writes the speaker, where that is otherwise than the name itself.
    let spelling: Int32?
    let role: Int32?
    let addressee: Int32?
    let isNegated: Bool
  }

  /// The quotes, those first that came first.
  private(set) var rows: [Row] = []
  private var texts: [String] = []
  private var numbers: [ExactText: Int32] = [:]
  /// The outlets of the versions that count now, where they have one.
  private var outlets: [Int: Int32] = [:]

  /// The text of a number.
  func text(_ number: Int32) -> String { texts[Int(number)] }

  /// The number of a text, which is a new one where it was not met.
  mutating func number(of text: String) -> Int32 {
    let exact = ExactText(text)
    if let known = numbers[exact] { return known }
    let number = Int32(texts.count)
    texts.append(text)
    numbers[exact] = number
    return number
  }

  /// The outlet of a version, where it is told.
  func outlet(of version: Int) -> Int32? { outlets[version] }

  /// How many quotes each name has in each role, and in all.
  var roles: (counts: [Int: [(role: String, count: Int)]], all: [Int: Int]) {
    struct Key: Hashable {
      let name: Int
      let role: Int32
    }
    var counts: [Key: Int] = [:]
    var all: [Int: Int] = [:]
    for row in rows {
      all[row.name, default: 0] += 1
      if let role = row.role { counts[Key(name: row.name, role: role), default: 0] += 1 }
    }
    var roles: [Int: [(role: String, count: Int)]] = [:]
    for (key, count) in counts { roles[key.name, default: []].append((text(key.role), count)) }
    return (roles, all)
  }

  /// The versions that the quotes are from.
  fileprivate var versions: Set<Int> { Set(rows.lazy.map(\.version)) }

  fileprivate mutating func add(_ row: Database.Row) {
    rows.append(
      Row(
        id: row.number(0), date: row.number(1), version: row.number(2), name: row.number(3),
        spelling: row.optionalText(4).map { number(of: $0) },
        role: row.optionalText(5).map { number(of: $0) },
        addressee: row.optionalText(6).map { number(of: $0) },
        isNegated: row.number(7) != 0))
  }

  /// Leaves out what stands in versions that do not count, and puts all others in their order.
  fileprivate mutating func keep(_ counted: [Int: CountedVersion]) {
    rows = rows.filter { counted[$0.version] != nil }.sorted { $0.id < $1.id }
    for (version, found) in counted where !found.outlet.isEmpty {
      outlets[version] = number(of: found.outlet)
    }
  }
}

/// What is counted of a version of an article.
struct CountedVersion {
  /// Who published it; may be empty.
  let outlet: String
  /// When it is from, in seconds since 1970.
  let date: Int
}

extension Library {
  /// Reads what is counted of the quotes of some names, in the articles as they were kept last.
  func quoted(_ names: [Int]) throws(LibraryError) -> QuotedRows {
    var quoted = QuotedRows()
    try database.rows(
      """
      SELECT quotes.id, date, version, name, speaker, role, addressee, is_negated
      FROM json_each(?1) AS asked CROSS JOIN quote_words
        CROSS JOIN quotes ON quotes.id = quote_words.rowid
      WHERE quote_words MATCH asked.value
      """, [.text(WordHits.names(names))]
    ) { quoted.add($0) }
    quoted.keep(try counted(quoted.versions))
    return quoted
  }

  /// What is counted of some versions of articles: of those that count now.
  func counted(_ versions: some Sequence<Int>) throws(LibraryError) -> [Int: CountedVersion] {
    var counted: [Int: CountedVersion] = [:]
    try database.rows(
      """
      SELECT version, outlet, coalesce(published, added)
      FROM json_each(?1) CROSS JOIN kept ON kept.version = value
      """, [.text(Self.list(versions.sorted()))]
    ) { counted[$0.number(0)] = CountedVersion(outlet: $0.text(1), date: $0.number(2)) }
    return counted
  }

  /// Numbers as a list of JSON.
  static func list(_ numbers: some Sequence<Int>) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }
}
