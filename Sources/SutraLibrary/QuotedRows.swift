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
    let outlet: Int32?
    let addressee: Int32?
    let isNegated: Bool
  }

  /// The quotes, those first that came first.
  private(set) var rows: [Row] = []
  private var texts: [String] = []
  private var numbers: [ExactText: Int32] = [:]

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

  fileprivate mutating func add(_ row: Database.Row) {
    func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    rows.append(
      Row(
        id: row.number(0), date: row.number(1), version: row.number(2), name: row.number(3),
        spelling: row.optionalText(4).map { number(of: $0) },
        role: row.optionalText(5).map { number(of: $0) },
        outlet: filled(row.optionalText(6)).map { number(of: $0) },
        addressee: row.optionalText(7).map { number(of: $0) },
        isNegated: row.number(8) != 0))
  }
}

extension Library {
  /// Reads what is counted of the quotes of some names, in the articles as they were kept last.
  func quoted(_ names: [Int]) throws(LibraryError) -> QuotedRows {
    var quoted = QuotedRows()
    try database.rows(
      """
      SELECT quotes.id, quotes.date, quotes.version, quotes.name, speaker, role, outlet, addressee,
        is_negated
      FROM quotes CROSS JOIN kept ON kept.version = quotes.version
      WHERE quotes.id IN (\(WordHits.rows(.quotes, "?1")))
      """, [.text(WordHits.names(names))]
    ) { quoted.add($0) }
    return quoted
  }
}
