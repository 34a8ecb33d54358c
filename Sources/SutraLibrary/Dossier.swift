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

  /// What is known of somebody.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - most: Most of their quotes that are wanted, which ``eachQuote(of:_:)`` gives.
  /// - Returns: What is known.
  /// - Throws: `LibraryError`.
  public func dossier(of person: KeptPerson, most: Int = 0) throws(LibraryError) -> Dossier {
    var dossier = Dossier()
    var dates: [(date: Int, id: Int)] = []
    var (names, outlets, roles, addressees) = (Tally(), Tally(), Tally(), Tally())
    // All that is counted is read at once: each quote stands elsewhere in the file.
    try database.rows(
      """
      SELECT quotes.date, is_negated, \(Self.quoteSpeaker), outlet, role, addressee, quotes.id
      FROM quotes CROSS JOIN kept ON kept.version = quotes.version
      WHERE quotes.id IN (\(WordHits.rows(.quotes, "?1")))
        \(person.isPart ? "AND " + person.isMeant(in: "quotes") : "")
      """, [.text(WordHits.names(person.names.map(\.id)))]
    ) { row in
      let date = row.number(0)
      dates.append((date, row.number(6)))
      dossier.quotes += 1
      dossier.negated += row.number(1)
      names.count(row.text(2), date)
      if let outlet = row.optionalText(3), !outlet.isEmpty { outlets.count(outlet, date) }
      if let role = row.optionalText(4) { roles.count(role, date) }
      if let addressee = row.optionalText(5) { addressees.count(addressee, date) }
    }
    dossier.newest = dates.sorted { $0 > $1 }.prefix(most).map(\.id)
    dossier.names = names.most(Self.mostCounted)
    dossier.outlets = outlets.most(Self.mostCounted)
    dossier.roles = roles.most(Self.mostCounted)
    dossier.addressees = addressees.most(Self.mostCounted)
    let versions = try versions(naming: person)
    dossier.articles = versions.count
    dossier.others = try others(in: versions, but: person)
    return dossier
  }

  /// The versions of articles that name somebody and count now.
  private func versions(naming person: KeptPerson) throws(LibraryError) -> [Int] {
    var versions: [Int] = []
    let part = """
      AND kept.version IN (SELECT entities.version FROM entities
        WHERE entities.version = kept.version AND \(person.isMeant(in: "entities")))
      """
    try database.rows(
      """
      SELECT kept.version FROM kept
      WHERE kept.version IN (\(WordHits.rows(.articles, "?1"))) \(person.isPart ? part : "")
      """, [.text(WordHits.names(person.names.map(\.id)))]
    ) { versions.append($0.number(0)) }
    return versions
  }

  /// Who else is named in some versions of articles.
  private func others(
    in versions: [Int], but person: KeptPerson
  ) throws(LibraryError) -> [CountedName] {
    var others: [CountedName] = []
    let list = "[" + versions.map(String.init).joined(separator: ",") + "]"
    try database.rows(
      """
      SELECT (SELECT names.name FROM names WHERE names.id = entities.name), count(*),
        min(coalesce(published, added)), max(coalesce(published, added))
      FROM json_each(?1) CROSS JOIN kept ON kept.version = value
        CROSS JOIN entities ON entities.version = kept.version
      WHERE entities.kind = 'PERSON' AND entities.name NOT IN (\(person.list))
      GROUP BY entities.name ORDER BY 2 DESC, 1 LIMIT \(Self.mostCounted)
      """, [.text(list)]
    ) {
      others.append(
        CountedName(
          name: $0.text(0), count: $0.number(1), first: $0.number(2), last: $0.number(3)))
    }
    return others
  }
}

/// Counts names, each with its first and last time.
private struct Tally {
  private var places: [String: Int] = [:]
  private var counted: [(name: String, count: Int, first: Int, last: Int)] = []

  mutating func count(_ name: String, _ date: Int) {
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
  func most(_ most: Int) -> [CountedName] {
    counted.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(most).map {
      CountedName(name: $0.name, count: $0.count, first: $0.first, last: $0.last)
    }
  }
}
