import SutraCore

extension KeptPerson {
  /// Which versions of articles mean one of several persons of a name.
  enum Part: Sendable, Equatable {
    case only([Int])
    case allBut([Int])
  }

  /// The numbers of the names, as a list for SQL.
  var list: String { names.map { String($0.id) }.joined(separator: ",") }

  /// Whether some of what a name of theirs stands with means somebody else.
  var isPart: Bool { names.contains { $0.part != nil } }

  /// Whether a row means the person, as a condition of SQL.
  ///
  /// - Parameter table: A table with the columns `name` and `version`.
  /// - Returns: The condition.
  func isMeant(in table: String) -> String {
    let whole = names.filter { $0.part == nil }.map { String($0.id) }
    var terms = ["\(table).name IN (\(whole.joined(separator: ",")))"]
    for name in names {
      let (word, versions): (String, [Int])
      switch name.part {
      case nil: continue
      case .only(let those): (word, versions) = ("IN", those)
      case .allBut(let those): (word, versions) = ("NOT IN", those)
      }
      let list = versions.map(String.init).joined(separator: ",")
      terms.append("\(table).name = \(name.id) AND \(table).version \(word) (\(list))")
    }
    return "(" + terms.joined(separator: " OR ") + ")"
  }
}

/// The words of a role, by which one of several persons of a name is told.
struct RoleWords {
  private let words: Set<Substring>

  init(_ role: String) { words = Set(SearchWords.key(of: role).split(separator: " ")) }

  /// Whether a role, as an article tells it, has all of them.
  func areIn(_ role: String) -> Bool {
    !words.isEmpty && words.isSubset(of: SearchWords.key(of: role).split(separator: " "))
  }
}

extension Library {
  /// A name as often as somebody has said that different persons have it: each with the articles
  /// that tell the person's role, and first the rest.
  func namesakes(
    _ name: KeptPerson.Name, _ rulings: [Ruling]
  ) throws(LibraryError) -> [KeptPerson.Name] {
    var isOther: [String: Bool] = [:]
    for ruling in rulings where ruling.one == name.key && ruling.other == name.key {
      if let role = ruling.role { isOther[role] = !ruling.isSame }
    }
    let roles = isOther.filter(\.value).keys.sorted()
    guard !roles.isEmpty else { return [name] }
    var told: [(version: Int, role: String)] = []
    var counts: [Int: Int] = [:]
    try database.rows(
      """
      SELECT quotes.version, role, count(*)
      FROM quotes CROSS JOIN kept ON kept.version = quotes.version
      WHERE quotes.id IN (\(WordHits.rows(.quotes, "?1"))) GROUP BY 1, 2
      """, [.text(WordHits.names([name.id]))]
    ) { row in
      counts[row.number(0), default: 0] += row.number(2)
      if let role = row.optionalText(1) { told.append((row.number(0), role)) }
    }
    func part(_ part: KeptPerson.Part, _ role: String?, _ versions: Set<Int>) -> KeptPerson.Name {
      var seen: Set<String> = []
      let own = told.filter { versions.contains($0.version) && seen.insert($0.role).inserted }
      return KeptPerson.Name(
        id: name.id, name: name.name, key: name.key,
        quotes: versions.reduce(0) { $0 + (counts[$1] ?? 0) }, roles: own.map(\.role), role: role,
        part: part)
    }
    var taken: Set<Int> = []
    var others: [KeptPerson.Name] = []
    for role in roles {
      let words = RoleWords(role)
      let own = Set(told.filter { words.areIn($0.role) }.map(\.version)).subtracting(taken)
      taken.formUnion(own)
      others.append(part(.only(own.sorted()), role, own))
    }
    return [part(.allBut(taken.sorted()), nil, Set(counts.keys).subtracting(taken))] + others
  }
}
