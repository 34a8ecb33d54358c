import SutraCore

/// One difference between two articles, with its place in each.
public struct ComparisonDifference: Hashable, Sendable {
  /// What differs; in the order in which reports tell it.
  public enum Kind: String, Sendable, CaseIterable {
    case quoteShortened = "quote-shortened"
    case quoteLengthened = "quote-lengthened"
    case quoteChanged = "quote-changed"
    /// The same words, by somebody else.
    case quoteOfAnother = "quote-of-another"
    case quoteOnlyFirst = "quote-only-first"
    case quoteOnlySecond = "quote-only-second"
    case quotedOnlyFirst = "quoted-only-first"
    case quotedOnlySecond = "quoted-only-second"
    case namedOtherwise = "named-otherwise"
    case number, date, place
    case textAdded = "text-added"
    case textRemoved = "text-removed"
    case textMoved = "text-moved"
    case textChanged = "text-changed"
  }

  /// What differs.
  public let kind: Kind
  /// Where the first article has it.
  public let first: Span?
  /// Where the second has it.
  public let second: Span?
  /// The words of the first that the second does not have.
  public var lost: [Span] = []
  /// The words of the second that the first does not have.
  public var won: [Span] = []
  /// What the first calls it, where that is more than its words.
  public var firstName: String?
  /// The same of the second.
  public var secondName: String?
}

extension ArticleComparison {
  /// All differences, by their kinds.
  ///
  /// - Parameters:
  ///   - first: The first article.
  ///   - second: The second.
  /// - Returns: Each with its places.
  public func differences(_ first: Article, _ second: Article) -> [ComparisonDifference] {
    let all =
      quotes.compactMap { difference($0, first, second) }
      + people.flatMap { differences($0, first, second) }
      + amounts.map { ComparisonDifference(kind: .number, first: $0.first, second: $0.second) }
      + dates.map { ComparisonDifference(kind: .date, first: $0.first, second: $0.second) }
      + places.map { ComparisonDifference(kind: .place, first: $0.first, second: $0.second) }
      + text.map { text in
        ComparisonDifference(
          kind: text.state.difference, first: text.first, second: text.second, lost: text.lost,
          won: text.won)
      }
    let ranks = Dictionary(
      uniqueKeysWithValues: ComparisonDifference.Kind.allCases.enumerated().map { ($1, $0) })
    return all.enumerated().sorted { one, other in
      let (rank, otherRank) = (ranks[one.element.kind] ?? 0, ranks[other.element.kind] ?? 0)
      return rank == otherRank ? one.offset < other.offset : rank < otherRank
    }.map(\.element)
  }

  private func difference(
    _ pair: Quotes, _ first: Article, _ second: Article
  ) -> ComparisonDifference? {
    let kind: ComparisonDifference.Kind
    switch pair.state {
    case .same where pair.isSameSpeaker: return nil
    // Of words whose speaker nobody names nothing is known to differ.
    case .same:
      guard let ours = pair.first.flatMap({ first.attributions[$0].speaker?.name }),
        let theirs = pair.second.flatMap({ second.attributions[$0].speaker?.name }),
        SearchWords.key(of: ours) != SearchWords.key(of: theirs)
      else { return nil }
      kind = .quoteOfAnother
    case .translated: return nil
    case .shortened: kind = .quoteShortened
    case .lengthened: kind = .quoteLengthened
    case .changed: kind = .quoteChanged
    case .onlyHere: kind = pair.first != nil ? .quoteOnlyFirst : .quoteOnlySecond
    }
    return ComparisonDifference(
      kind: kind, first: pair.first.map { first.quotations[$0].content },
      second: pair.second.map { second.quotations[$0].content }, lost: pair.lost, won: pair.won,
      firstName: pair.first.flatMap { first.attributions[$0].speaker?.name },
      secondName: pair.second.flatMap { second.attributions[$0].speaker?.name })
  }

  private func differences(
    _ person: Person, _ first: Article, _ second: Article
  ) -> [ComparisonDifference] {
    func place(_ entity: Int?, _ article: Article) -> Span? {
      entity.flatMap { article.entities[$0].mentions.first }.map { article.mentions[$0].span }
    }
    func difference(_ kind: ComparisonDifference.Kind) -> ComparisonDifference {
      ComparisonDifference(
        kind: kind, first: place(person.first, first), second: place(person.second, second),
        firstName: person.first.map { first.entities[$0].name },
        secondName: person.second.map { second.entities[$0].name })
    }
    var found: [ComparisonDifference] = []
    if person.firstQuotes > 0, person.secondQuotes == 0 {
      found.append(difference(.quotedOnlyFirst))
    }
    if person.firstQuotes == 0, person.secondQuotes > 0 {
      found.append(difference(.quotedOnlySecond))
    }
    if person.first != nil, person.second != nil, !person.isSameName {
      found.append(difference(.namedOtherwise))
    }
    return found
  }

  /// The differences as they come when both articles are read together.
  ///
  /// - Parameters:
  ///   - first: The first article.
  ///   - second: The second.
  /// - Returns: Each with its places.
  public func differencesInOrder(_ first: Article, _ second: Article) -> [ComparisonDifference] {
    func place(_ difference: ComparisonDifference) -> (Int, Int) {
      let ours = difference.first?.start
      let theirs = difference.second?.start ?? 0
      return (ours ?? anchors.place(beside: theirs, ofFirst: false), theirs)
    }
    return differences(first, second).filter { $0.first != nil || $0.second != nil }
      .map { (place($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension ArticleComparison.TextState {
  fileprivate var difference: ComparisonDifference.Kind {
    switch self {
    case .added: .textAdded
    case .removed: .textRemoved
    case .moved: .textMoved
    case .changed: .textChanged
    }
  }
}
