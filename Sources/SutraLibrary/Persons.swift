import SutraCore

/// A person of the library: all names that are theirs, over all articles.
public struct KeptPerson: Sendable {
  /// A name of theirs.
  public struct Name: Sendable, Equatable {
    /// Its number.
    let id: Int
    /// As it is written.
    public let name: String
    /// As it is compared.
    let key: String
    /// How many quotes are by that name.
    public let quotes: Int
    /// The roles that were told of it, the most frequent first.
    let roles: [String]
    /// The role by which it is told from another person of that name, where somebody has said so.
    public var role: String?
    /// The versions of articles that mean this one, where others mean somebody else.
    var part: Part?

    /// The name, with the role that tells it from others.
    public var told: String { role.map { "\(name) (\($0))" } ?? name }
  }

  /// The names, the fullest first.
  public private(set) var names: [Name]
  /// From 0 to 1: how sure it is that all of them are one person.
  public private(set) var confidence: Double

  /// How many quotes they have.
  public var quotes: Int { names.reduce(0) { $0 + $1.quotes } }

  init(_ name: Name) {
    names = [name]
    confidence = 1
  }

  mutating func add(_ name: Name, _ confidence: Double) {
    names.append(name)
    // Of a name by which nothing is said nothing is told either.
    if name.quotes > 0 { self.confidence = min(self.confidence, confidence) }
  }
}

/// Somebody's word that two names are one person, or two.
public struct Ruling: Sendable, Equatable {
  /// One name, as it is compared.
  public let one: String
  /// The other.
  public let other: String
  /// The role by which the other is told from the one, where both are written the same.
  public let role: String?
  /// Whether they are one person.
  public let isSame: Bool
}

/// Whom a question asks for.
public struct NameQuestion: Sendable {
  /// For each word of the name the forms of which one must be there.
  public let words: [[String]]
  /// Finds the same name in another script.
  public let others: [OtherScriptSearch]
  /// The role of the one that is meant.
  public let role: String?

  /// Asks for a name.
  ///
  /// - Parameters:
  ///   - words: For each word the forms of which one must be there.
  ///   - others: Finds the same name in another script.
  ///   - role: The role of the one that is meant, of several of that name.
  public init(_ words: [[String]], others: [OtherScriptSearch] = [], role: String? = nil) {
    self.words = words
    self.others = others
    self.role = role
  }
}

extension Library {
  /// Most names of which a question finds out whether they are one person.
  private static let mostNames = 120
  /// Most roles by which that is found out, the most frequent.
  private static let mostRoles = 6

  /// The persons whose names a question asks for, those first that are quoted most.
  ///
  /// - Parameters:
  ///   - question: What their names must hold.
  ///   - identity: Tells who is one person.
  /// - Returns: The persons.
  /// - Throws: `LibraryError`.
  public func persons(
    _ question: NameQuestion, _ identity: @escaping @autoclosure () -> PersonIdentity
  ) throws(LibraryError) -> [KeptPerson] {
    let numbers = try nameNumbers(question)
    return try persons(numbers, try quoted(numbers), question.role, identity)
  }

  /// The persons of some names, those first that are quoted most; where a role is told, those before
  /// them that have it.
  func persons(
    _ numbers: [Int], _ quoted: QuotedRows, _ role: String?,
    _ identity: @escaping () -> PersonIdentity
  ) throws(LibraryError) -> [KeptPerson] {
    let (roles, counts) = quoted.roles
    let wanted = numbers.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
      .prefix(Self.mostNames)
    var names: [KeptPerson.Name] = []
    for number in wanted {
      let own = (roles[number] ?? []).sorted { ($1.count, $0.role) < ($0.count, $1.role) }
      try database.rows("SELECT name, key FROM names WHERE id = ?1", [.number(number)]) { row in
        names.append(
          KeptPerson.Name(
            id: number, name: row.text(0), key: row.text(1), quotes: counts[number] ?? 0,
            roles: own.prefix(Self.mostRoles).map(\.role)))
      }
    }
    guard !names.isEmpty else { return [] }
    let rulings = try rulings()
    let told = names.flatMap { Namesakes.of($0, rulings, quoted) }
    let persons = PersonGroups(identity, rulings).persons(told)
    guard let role else { return persons }
    let isMeant = { (person: KeptPerson) in
      person.names.contains { $0.roles.contains { RoleWords(role).areIn($0) } }
    }
    return persons.filter(isMeant) + persons.filter { !isMeant($0) }
  }

  /// The numbers of the names that a question asks for.
  func nameNumbers(_ question: NameQuestion) throws(LibraryError) -> [Int] {
    var numbers: [Int] = []
    try database.rows(
      "SELECT rowid FROM name_words WHERE name_words MATCH ?1 LIMIT 1000",
      [.text(WordHits.match(question.words))]
    ) { numbers.append($0.number(0)) }
    let others = question.others
    guard !others.isEmpty else { return numbers }
    let known = Set(numbers)
    var search = ManyNamesSearch(others)
    try withoutActuallyEscaping(
      { (row: UnsafePointer<Int64>, name: UnsafeBufferPointer<UInt8>) in
        let number = Int(row[0])
        if numbers.count < 1_000, search.isFound(in: name), !known.contains(number) {
          numbers.append(number)
        }
      },
      do: { take throws(LibraryError) in
        try database.rows("SELECT id, name FROM names", numbers: 1, take)
      })
    return numbers
  }

  // MARK: By hand

  /// What somebody has said of names, in the order in which that was done.
  ///
  /// - Returns: The rulings.
  /// - Throws: `LibraryError`.
  public func rulings() throws(LibraryError) -> [Ruling] {
    var rulings: [Ruling] = []
    try database.rows("SELECT one, other, role, is_same FROM rulings ORDER BY id") {
      rulings.append(
        Ruling(
          one: $0.text(0), other: $0.text(1), role: $0.optionalText(2), isSame: $0.number(3) != 0))
    }
    return rulings
  }

  /// Remembers that two names are one person, or two; the last word on them counts.
  ///
  /// - Parameters:
  ///   - one: One name.
  ///   - other: The other.
  ///   - role: The role by which the other is told from the one, where both are written the same.
  ///   - isSame: Whether they are one person.
  ///   - now: Seconds since 1970.
  /// - Throws: `LibraryError`.
  public func rule(
    _ one: String, _ other: String, role: String? = nil, isSame: Bool, at now: Int
  ) throws(LibraryError) {
    try database.change(
      "INSERT INTO rulings (one, other, role, is_same, made) VALUES (?1, ?2, ?3, ?4, ?5)",
      [
        .text(SearchWords.key(of: one)), .text(SearchWords.key(of: other)), .of(role),
        .number(isSame ? 1 : 0), .number(now),
      ])
  }

  /// Takes the last ruling back.
  ///
  /// - Returns: It; `nil` where there is none.
  /// - Throws: `LibraryError`.
  public func undoRuling() throws(LibraryError) -> Ruling? {
    guard let last = try rulings().last else { return nil }
    try database.change("DELETE FROM rulings WHERE id = (SELECT max(id) FROM rulings)")
    return last
  }
}

/// Puts names together that are one person.
struct PersonGroups {
  /// Reading what the languages know of names takes longer than most answers; one name needs none of it.
  private let identity: () -> PersonIdentity
  private var rulings: [Set<String>: Bool] = [:]

  init(_ identity: @escaping () -> PersonIdentity, _ rulings: [Ruling]) {
    self.identity = identity
    for ruling in rulings where ruling.role == nil {
      self.rulings[[ruling.one, ruling.other]] = ruling.isSame
    }
  }

  /// The persons of some names, those first that are quoted most.
  func persons(_ names: [KeptPerson.Name]) -> [KeptPerson] {
    func isFull(_ name: KeptPerson.Name) -> Bool { name.key.contains(" ") }
    var persons: [KeptPerson] = []
    // What is told in full tells who there is; a surname alone goes to one of those.
    for name in names.filter(isFull) + names.filter({ !isFull($0) }) {
      let fits = persons.indices.compactMap { index in
        confidence(name, persons[index]).map { (index, $0) }
      }.sorted { persons[$0.0].quotes > persons[$1.0].quotes }
      guard let best = fits.first, isFull(name) || isSure(fits, persons) else {
        persons.append(KeptPerson(name))
        continue
      }
      persons[best.0].add(name, best.1)
    }
    return persons.sorted { $0.quotes > $1.quotes }
  }

  /// Whether a name that fits several persons means the first of them: somebody has said so, or they
  /// are spoken of much more than the others.
  private func isSure(_ fits: [(Int, Double)], _ persons: [KeptPerson]) -> Bool {
    guard fits.count > 1 else { return true }
    return fits[0].1 == 1 || persons[fits[0].0].quotes >= 3 * persons[fits[1].0].quotes
  }

  /// How sure it is that a name is a person's; `nil` where it is not sure enough, or where somebody
  /// has said that it is not.
  private func confidence(_ name: KeptPerson.Name, _ person: KeptPerson) -> Double? {
    var best = 0.0
    for other in person.names {
      // Of one name only what somebody has told apart comes twice.
      if name.id == other.id { return nil }
      if let isSame = rulings[[name.key, other.key]] {
        if isSame { return 1 }
        return nil
      }
      let here = identity().confidence(
        PersonName(name.name, roles: name.roles), PersonName(other.name, roles: other.roles))
      // Who is surely somebody else than one of the names is none of the person.
      if here < 0.2, other.key.contains(" "), name.key.contains(" ") { return nil }
      best = max(best, here)
    }
    return best > PersonIdentity.joined ? best : nil
  }
}
