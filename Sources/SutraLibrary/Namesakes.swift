import SutraCore

extension KeptPerson {
  /// Which versions of articles mean one of several persons of a name.
  enum Part: Sendable, Equatable {
    case only(Set<Int>)
    case allBut(Set<Int>)
  }

  /// The numbers of the names, as a list for SQL.
  var list: String { names.map { String($0.id) }.joined(separator: ",") }

  /// Whether some of what a name of theirs stands with means somebody else.
  var isPart: Bool { names.contains { $0.part != nil } }

  /// Whether a name of theirs means them in a version of an article.
  func isMeant(_ name: Int, in version: Int) -> Bool {
    names.contains { own in
      guard own.id == name else { return false }
      switch own.part {
      case nil: return true
      case .only(let those): return those.contains(version)
      case .allBut(let those): return !those.contains(version)
      }
    }
  }

  /// Whether a row means the person, as a condition of SQL.
  ///
  /// - Parameter table: A table with the columns `name` and `version`.
  /// - Returns: The condition.
  func isMeant(in table: String) -> String {
    let whole = names.filter { $0.part == nil }.map { String($0.id) }
    var terms = ["\(table).name IN (\(whole.joined(separator: ",")))"]
    for name in names {
      let (word, versions): (String, Set<Int>)
      switch name.part {
      case nil: continue
      case .only(let those): (word, versions) = ("IN", those)
      case .allBut(let those): (word, versions) = ("NOT IN", those)
      }
      let list = versions.sorted().map(String.init).joined(separator: ",")
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

/// Different persons of one name, as far as somebody has said that there are.
enum Namesakes {
  /// A name as often as somebody has said that different persons have it: each with the articles
  /// that tell the person's role, and first the rest.
  static func of(
    _ name: KeptPerson.Name, _ rulings: [Ruling], _ quoted: QuotedRows
  ) -> [KeptPerson.Name] {
    var isOther: [String: Bool] = [:]
    for ruling in rulings where ruling.one == name.key && ruling.other == name.key {
      if let role = ruling.role { isOther[role] = !ruling.isSame }
    }
    let roles = isOther.filter(\.value).keys.sorted()
    guard !roles.isEmpty else { return [name] }
    var told: [(version: Int, role: String)] = []
    var counts: [Int: Int] = [:]
    for row in quoted.rows where row.name == name.id {
      counts[row.version, default: 0] += 1
      if let role = row.role { told.append((row.version, quoted.text(role))) }
    }
    told.sort { $0 < $1 }
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
      others.append(part(.only(own), role, own))
    }
    return [part(.allBut(taken), nil, Set(counts.keys).subtracting(taken))] + others
  }
}
