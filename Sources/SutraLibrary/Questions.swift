/// What is asked of everything that was read.
public struct QuoteQuestion: Sendable {
  /// What the speaker's name must hold.
  public var speaker: NameQuestion?
  /// Who the speaker must be.
  public var person: KeptPerson?
  /// What the quote must hold.
  public var about: [[String]] = []
  /// From when on, in seconds since 1970.
  public var since: Int?
  /// A part of the outlet's name.
  public var outlet: String?
  /// How the speaker is named.
  public var kind: String?
  /// `direct`, `indirect` or `mixed`.
  public var type: String?
  /// Most quotes that are wanted.
  public var most = 100

  /// Asks for all quotes.
  public init() {}
}

extension Library {
  /// Who says a quote, as its article writes it.
  static let quoteSpeaker =
    "coalesce(speaker, (SELECT names.name FROM names WHERE names.id = quotes.name))"

  static let quoteColumns = """
    quotes.number, start, "end", \(quoteText), type, \(quoteSpeaker), quotes.kind, role, cue, act,
    is_negated, addressee, medium, time, percent, origin, title, outlet, quotes.date,
    kept.id, \(quoteSlice), is_read, is_starred
    """

  static func quote(_ row: Database.Row) -> FoundQuote {
    let quote = KeptQuote(
      number: row.number(0), start: row.number(1), end: row.number(2), text: row.text(3),
      words: "", type: row.text(4),
      speaker: row.optionalText(5).map { KeptName(name: $0, key: "", words: "") },
      kind: row.optionalText(6), role: row.optionalText(7), cue: row.optionalText(8),
      act: row.optionalText(9), isNegated: row.number(10) != 0, addressee: row.optionalText(11),
      medium: row.optionalText(12), time: row.optionalText(13), percent: row.number(14))
    return FoundQuote(
      quote: quote, origin: row.text(15), title: row.text(16), outlet: row.text(17),
      date: row.number(18), article: row.number(19), exact: row.text(20),
      isRead: row.number(21) != 0, isStarred: row.number(22) != 0)
  }

  /// Quotes of all articles, the newest first.
  ///
  /// - Parameter question: Which.
  /// - Returns: Them.
  /// - Throws: `LibraryError`.
  public func said(_ question: QuoteQuestion) throws(LibraryError) -> [FoundQuote] {
    var found: [FoundQuote] = []
    try eachSaid(question) { found.append($0) }
    return found
  }

  /// Quotes that are read at a time, so that the first of many are there at once.
  private static let quotesAtATime = 50

  /// Quotes of all articles, the newest first, each as soon as it is read.
  ///
  /// - Parameters:
  ///   - question: Which.
  ///   - take: Gets each.
  /// - Throws: `LibraryError`.
  public func eachSaid(
    _ question: QuoteQuestion, _ take: (FoundQuote) -> Void
  ) throws(LibraryError) {
    // Which they are is found out before anything of them is read.
    try eachQuote(try quoteNumbers(question), take)
  }

  /// The newest quotes of somebody, as many as were wanted of their dossier.
  ///
  /// - Parameters:
  ///   - dossier: The dossier.
  ///   - take: Gets each, the newest first.
  /// - Throws: `LibraryError`.
  public func eachQuote(
    of dossier: Dossier, _ take: (FoundQuote) -> Void
  ) throws(LibraryError) { try eachQuote(dossier.newest, take) }

  private func eachQuote(
    _ numbers: [Int], _ take: (FoundQuote) -> Void
  ) throws(LibraryError) {
    for start in stride(from: 0, to: numbers.count, by: Self.quotesAtATime) {
      try quotes(numbers[start..<min(start + Self.quotesAtATime, numbers.count)]).forEach(take)
    }
  }

  /// The numbers of the quotes that are asked for, the newest first.
  private func quoteNumbers(_ question: QuoteQuestion) throws(LibraryError) -> [Int] {
    var terms: [String] = []
    var values: [Database.Value] = []
    func add(_ term: String, _ value: Database.Value) {
      values.append(value)
      terms.append(term.replacing("?", with: "?\(values.count)"))
    }
    var names: [Int]?
    if let person = question.person {
      names = person.names.map(\.id)
      if person.isPart { terms.append(person.isMeant(in: "quotes")) }
    } else if let speaker = question.speaker {
      names = try nameNumbers(speaker)
    }
    var hits: WordHits?
    if names != nil || question.kind != nil || !question.about.isEmpty {
      let found = try WordHits(
        question.about, names: names, kind: question.kind, in: .quotes, of: database)
      add("\(found.lead)quotes.id IN (\(found.rows("?")))", .text(found.matches))
      hits = found
    }
    if let since = question.since { add("quotes.date >= ?", .number(since)) }
    if let outlet = question.outlet {
      add("instr(lower(outlet), lower(?)) > 0", .text(outlet))
    }
    if let type = question.type { add("type = ?", .text(type)) }
    let condition = terms.isEmpty ? "" : "WHERE " + terms.joined(separator: " AND ")
    var numbers: [Int] = []
    try database.rows(
      """
      SELECT quotes.id FROM quotes CROSS JOIN kept ON kept.version = quotes.version \(condition)
      ORDER BY \(hits?.order ?? "")quotes.date DESC, quotes.id DESC LIMIT \(question.most)
      """, values
    ) { numbers.append($0.number(0)) }
    return numbers
  }

  /// Quotes by their numbers, the newest first.
  func quotes(_ numbers: some Sequence<Int>) throws(LibraryError) -> [FoundQuote] {
    var found: [FoundQuote] = []
    try database.rows(
      """
      SELECT \(Self.quoteColumns) FROM quotes CROSS JOIN kept ON kept.version = quotes.version
        CROSS JOIN versions ON versions.id = quotes.version
      WHERE quotes.id IN (SELECT value FROM json_each(?1))
      ORDER BY quotes.date DESC, quotes.id DESC
      """, [.text(Self.list(numbers))]
    ) { found.append(Self.quote($0)) }
    return found
  }

  /// Articles whose texts hold some words, the newest first.
  ///
  /// - Parameters:
  ///   - words: For each word the forms of which one must be there.
  ///   - since: From when on, in seconds since 1970.
  ///   - most: Most articles that are wanted.
  /// - Returns: The articles with their texts and the codes of their languages.
  /// - Throws: `LibraryError`.
  public func find(
    _ words: [[String]], since: Int? = nil, most: Int
  ) throws(LibraryError) -> [(article: KeptRow, text: String, language: String)] {
    let hits = try WordHits(words, in: .articles, of: database)
    var found: [(KeptRow, String, String)] = []
    try database.rows(
      """
      SELECT kept.id, origin, title, outlet, published, added, quotes, sources, text, is_read,
        is_starred, language
      FROM kept CROSS JOIN versions ON versions.id = version WHERE kept.id IN
        (SELECT id FROM kept WHERE \(hits.lead)version IN (\(hits.rows("?1")))
          AND coalesce(published, added) >= ?2
          ORDER BY \(hits.order)coalesce(published, added) DESC, id DESC LIMIT \(most))
      ORDER BY coalesce(published, added) DESC, kept.id DESC
      """, [.text(hits.matches), .number(since ?? .min)]
    ) { row in
      let article = KeptRow(
        id: row.number(0), origin: row.text(1), title: row.text(2), outlet: row.text(3),
        published: row.optionalNumber(4), added: row.number(5), versions: 1,
        quotes: row.number(6), sources: row.number(7), isRead: row.number(9) != 0,
        isStarred: row.number(10) != 0)
      found.append((article, row.text(8), row.text(11)))
    }
    return found
  }
}
