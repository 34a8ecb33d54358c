import SutraCore

/// Which mentions and quotations of an article stand where: found by bisection, so that drawing a
/// row takes the same time in any article.
public struct ArticleIndex: Sendable {
  /// For each quotation, in the order of their contents, its number.
  let quotationOrder: [Int]
  /// The highest end of a quotation up to each place of that order.
  private let highestEnd: [Int]
  /// For each quotation the source that says it: the first of its party.
  let sourceOfQuotation: [Int?]
  /// The sources as one row a party.
  let parties: PartyList
  /// What each entity says: the numbers of its quotations.
  let quotationsOfEntity: [Int: [Int]]
  /// The numbers of the mentions that are hardly sure, in text order.
  let doubtful: [Int]

  /// Indexes an article.
  public init(_ article: Article) {
    let extents = article.quotations.indices.map { Self.extent($0, article) }
    quotationOrder = extents.indices.sorted { (extents[$0], $0) < (extents[$1], $1) }
    var end = 0
    highestEnd = quotationOrder.map { number in
      end = max(end, extents[number].end)
      return end
    }
    let parties = PartyList(article)
    self.parties = parties
    var sources = [Int?](repeating: nil, count: article.quotations.count)
    for (number, source) in article.sources.enumerated().reversed()
    where source.roles.contains(.speaker) {
      for quotation in source.quotations where sources.indices.contains(quotation) {
        sources[quotation] = parties.partyOfSource[number]
      }
    }
    sourceOfQuotation = sources
    var said: [Int: [Int]] = [:]
    for (number, attribution) in article.attributions.enumerated() {
      if let entity = attribution.speaker?.entity { said[entity, default: []].append(number) }
    }
    quotationsOfEntity = said
    doubtful = article.mentions.indices.filter { article.mentions[$0].isDoubtful }
  }

  /// Everything a quotation's marks cover: content, cue, speaker, addressee and medium.
  static func extent(_ number: Int, _ article: Article) -> Span {
    let quotation = article.quotations[number]
    let attribution = article.attributions[number]
    var start = quotation.content.start
    var end = quotation.content.end
    let parts = [
      quotation.cue, attribution.speaker?.span, attribution.addressee, attribution.medium?.span,
    ]
    for part in parts {
      guard let part else { continue }
      start = min(start, part.start)
      end = max(end, part.end)
    }
    return Span(start: start, end: end)
  }

  /// The numbers of the quotations that may have a mark in a stretch of text.
  func quotations(in span: Span, _ article: Article) -> [Int] {
    let first = highestEnd.partitioningIndex { $0 > span.start }
    var found: [Int] = []
    for number in quotationOrder[first...] {
      let extent = Self.extent(number, article)
      if extent.start >= span.end { break }
      if extent.overlaps(span) { found.append(number) }
    }
    return found
  }

  /// The numbers of the mentions in a stretch of text.
  func mentions(in span: Span, _ article: Article) -> Range<Int> {
    let mentions = article.mentions
    let first = mentions.partitioningIndex { $0.span.end > span.start }
    var end = first
    while end < mentions.count, mentions[end].span.start < span.end { end += 1 }
    return first..<end
  }
}
