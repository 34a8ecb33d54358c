import SutraCore

/// A name with how often it stands beside another.
public struct CountedName: Hashable, Sendable {
  /// The name, role or outlet.
  public let name: String
  /// How often.
  public let count: Int
  /// The first time, in seconds since 1970.
  public let first: Int
  /// The last time.
  public let last: Int
}

/// What is known of somebody.
public struct Dossier: Sendable {
  /// The names under which it was found, the most frequent first, with how many quotes each has.
  public var names: [CountedName] = []
  /// How many quotes there are.
  public var quotes = 0
  /// How many of them are told as denied or not said.
  public var negated = 0
  /// How many articles name them.
  public var articles = 0
  /// The outlets that have quoted them.
  public var outlets: [CountedName] = []
  /// The roles in which they spoke.
  public var roles: [CountedName] = []
  /// To whom they spoke.
  public var addressees: [CountedName] = []
  /// With whom they are named.
  public var others: [CountedName] = []
  /// The numbers of their newest quotes, the newest first.
  var newest: [Int] = []
}

extension Library {
  /// Most names of a list of a dossier.
  private static let mostCounted = 20

  /// The persons whose names a question asks for, those first that are quoted most, and what is known of
  /// the first.
  ///
  /// - Parameters:
  ///   - question: What their names must hold.
  ///   - most: Most quotes that are wanted, which ``eachQuote(of:_:)`` gives.
  ///   - identity: Tells who is one person.
  /// - Returns: The persons, and the dossier where there is one.
  /// - Throws: `LibraryError`.
  public func who(
    _ question: NameQuestion, most: Int, _ identity: @escaping @autoclosure () -> PersonIdentity
  ) throws(LibraryError) -> (persons: [KeptPerson], dossier: Dossier?) {
    let numbers = try nameNumbers(question)
    // Each quote stands elsewhere in the file: all that is counted of it is read at once.
    let quoted = try quoted(numbers)
    let persons = try persons(numbers, quoted, question.role, identity)
    guard let first = persons.first else { return (persons, nil) }
    return (persons, try dossier(of: first, quoted, most: most))
  }

  /// What is known of somebody.
  private func dossier(
    of person: KeptPerson, _ quoted: QuotedRows, most: Int
  ) throws(LibraryError) -> Dossier {
    var (dossier, quoted) = (Dossier(), quoted)
    var own: [Int: (name: KeptPerson.Name, text: Int32)] = [:]
    for name in person.names { own[name.id] = (name, quoted.number(of: name.name)) }
    let isPart = person.isPart
    var dates: [(date: Int, id: Int)] = []
    var (names, outlets, roles, addressees) = (Tally(), Tally(), Tally(), Tally())
    for row in quoted.rows {
      guard let name = own[row.name], !isPart || person.isMeant(row.name, in: row.version) else {
        continue
      }
      dates.append((row.date, row.id))
      dossier.quotes += 1
      if row.isNegated { dossier.negated += 1 }
      names.count(row.spelling ?? name.text, row.date)
      if let outlet = quoted.outlet(of: row.version) { outlets.count(outlet, row.date) }
      if let role = row.role { roles.count(role, row.date) }
      if let addressee = row.addressee { addressees.count(addressee, row.date) }
    }
    dossier.newest = dates.sorted { $0 > $1 }.prefix(most).map(\.id)
    dossier.names = names.most(Self.mostCounted, quoted)
    dossier.outlets = outlets.most(Self.mostCounted, quoted)
    dossier.roles = roles.most(Self.mostCounted, quoted)
    dossier.addressees = addressees.most(Self.mostCounted, quoted)
    let naming = try counted(try versions(naming: person))
    dossier.articles = naming.count
    dossier.others = try others(in: naming, but: person)
    return dossier
  }

  /// The versions of articles that name somebody, whether they count now or not.
  private func versions(naming person: KeptPerson) throws(LibraryError) -> Set<Int> {
    var versions: Set<Int> = []
    let isPart = person.isPart
    try database.rows(
      """
      SELECT asked.key, article_words.rowid FROM json_each(?1) AS asked CROSS JOIN article_words
      WHERE article_words MATCH asked.value
      """, [.text(WordHits.names(person.names.map(\.id)))]
    ) {
      let version = $0.number(1)
      if !isPart || person.isMeant(person.names[$0.number(0)].id, in: version) {
        versions.insert(version)
      }
    }
    return versions
  }

  /// Who else is named in some versions of articles.
  private func others(
    in versions: [Int: CountedVersion], but person: KeptPerson
  ) throws(LibraryError) -> [CountedName] {
    var counts: [Int: (count: Int, first: Int, last: Int)] = [:]
    try database.rows(
      """
      SELECT name, version FROM json_each(?1) CROSS JOIN entities ON version = value
      WHERE kind = 'PERSON' AND name NOT IN (\(person.list))
      """, [.text(Self.list(versions.keys.sorted()))]
    ) { row in
      guard let date = versions[row.number(1)]?.date else { return }
      let known = counts[row.number(0)] ?? (0, date, date)
      counts[row.number(0)] = (known.count + 1, min(known.first, date), max(known.last, date))
    }
    // Names are read of those alone that may be among the most frequent.
    let least = counts.values.map(\.count).sorted(by: >).prefix(Self.mostCounted).last ?? 0
    let frequent = counts.filter { $0.value.count >= least }
    var others: [(place: Int, name: CountedName)] = []
    try database.rows(
      """
      SELECT names.id, names.name FROM json_each(?1) CROSS JOIN names ON names.id = value
      ORDER BY names.name
      """,
      [.text(Self.list(frequent.keys.sorted()))]
    ) { row in
      guard let (count, first, last) = frequent[row.number(0)] else { return }
      others.append(
        (others.count, CountedName(name: row.text(1), count: count, first: first, last: last)))
    }
    return others.sorted { ($1.name.count, $0.place) < ($0.name.count, $1.place) }
      .prefix(Self.mostCounted).map(\.name)
  }
}

/// Counts names by their numbers, each with its first and last time.
private struct Tally {
  private var places: [Int32: Int] = [:]
  private var counted: [(name: Int32, count: Int, first: Int, last: Int)] = []

  mutating func count(_ name: Int32, _ date: Int) {
    guard let place = places[name] else {
      places[name] = counted.count
      counted.append((name, 1, date, date))
      return
    }
    counted[place].count += 1
    counted[place].first = min(counted[place].first, date)
    counted[place].last = max(counted[place].last, date)
  }

  /// The most frequent names.
  func most(_ most: Int, _ quoted: QuotedRows) -> [CountedName] {
    let named = counted.map {
      CountedName(name: quoted.text($0.name), count: $0.count, first: $0.first, last: $0.last)
    }
    return Array(named.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(most))
  }
}
