import SutraCore

/// Compares two articles.
public struct ArticleComparer: Sendable {
  /// The share of sentences that versions of one article have in common.
  private static let leastCommon = 0.25

  /// The comparer with the words that travel inside the binary.
  public static let standard = ArticleComparer()

  private let tables: ComparisonWords

  /// Makes a comparer with what languages call the same things.
  public init(_ tables: ComparisonWords = .builtIn) { self.tables = tables }

  /// What differs between two articles.
  ///
  /// - Parameters:
  ///   - first: The one, analysed.
  ///   - second: The other.
  /// - Returns: The differences, with their places in both.
  public func compare(_ first: Article, _ second: Article) -> ArticleComparison {
    var numbers = WordNumbers(tables)
    let one = ComparedArticle(first, tables, &numbers)
    let other = ComparedArticle(second, tables, &numbers)
    let partners = NamePartners(one, other)
    let alignment = SentenceAlignment(one, other)
    let least = max(1, min(one.sentences.count, other.sentences.count))
    let changed = alignment.changes.count { $0.kind == .changed }
    let areVersions =
      Double(alignment.sameCount) + Double(changed) / 2 >= Self.leastCommon * Double(least)
    let details = DetailDifferences(one, other, partners)
    let (amounts, dates, places) =
      areVersions
      ? details.details(in: alignment.changes)
      : (details.amounts(), details.dates(), details.places())
    let quotes = QuoteAlignment(one, other, partners).quotes()
    return ArticleComparison(
      quotes: quotes, people: persons(one, other, partners.people), amounts: amounts,
      dates: dates, places: places, areVersions: areVersions,
      text: areVersions ? alignment.changes.map { text($0, one, other) } : [],
      anchors: ComparisonAnchors(
        alignment.pairs.map { (one.sentences[$0.first].start, other.sentences[$0.second].start) }
          + quotes.compactMap { pair in
            guard !areVersions, let ours = pair.first, let theirs = pair.second else { return nil }
            return (
              first.quotations[ours].content.start, second.quotations[theirs].content.start
            )
          },
        ends: (first.document.text.bytes.count, second.document.text.bytes.count)))
  }

  private func persons(
    _ one: ComparedArticle, _ other: ComparedArticle, _ partners: [Int: Int]
  ) -> [ArticleComparison.Person] {
    let taken = Set(partners.values)
    func name(_ compared: ComparedArticle, _ person: Int) -> String {
      SearchWords.key(of: compared.article.entities[compared.people[person].entity].name)
    }
    let both = one.people.indices.map { index in
      let partner = partners[index]
      return ArticleComparison.Person(
        first: one.people[index].entity, second: partner.map { other.people[$0].entity },
        firstQuotes: one.quotations[index].count,
        secondQuotes: partner.map { other.quotations[$0].count } ?? 0,
        isSameName: partner.map { name(one, index) == name(other, $0) } ?? false)
    }
    let rest = other.people.indices.filter { !taken.contains($0) }.map { index in
      ArticleComparison.Person(
        first: nil, second: other.people[index].entity, firstQuotes: 0,
        secondQuotes: other.quotations[index].count, isSameName: false)
    }
    return both + rest
  }

  /// A sentence that differs, with the words that it lost and won.
  private func text(
    _ change: SentenceAlignment.Change, _ one: ComparedArticle, _ other: ComparedArticle
  ) -> ArticleComparison.Text {
    var (lost, won): ([Span], [Span]) = ([], [])
    if change.kind == .changed, let first = change.first, let second = change.second {
      let (ours, theirs) = (one.words[first], other.words[second])
      lost = Likeness.rest(of: ours, without: theirs).map(one.text.span(of:))
      won = Likeness.rest(of: theirs, without: ours).map(other.text.span(of:))
    }
    return ArticleComparison.Text(
      state: change.kind, first: change.first.map { one.sentences[$0] },
      second: change.second.map { other.sentences[$0] }, lost: lost, won: won)
  }
}
