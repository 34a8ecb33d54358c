import SutraCore

/// Numbers, dates and places that two articles tell otherwise.
struct DetailDifferences {
  /// Most amounts of an article that are compared with those of an article of another kind.
  private static let mostAmounts = 500
  /// How much two sentences have to have in common for their amounts to be about the same.
  private static let leastLikeness = 0.2

  private let one: ComparedArticle
  private let other: ComparedArticle
  private let partners: NamePartners

  init(_ one: ComparedArticle, _ other: ComparedArticle, _ partners: NamePartners) {
    (self.one, self.other, self.partners) = (one, other, partners)
  }

  // MARK: - Of versions of one article

  /// What differs in sentences that were changed.
  func details(
    in changes: [SentenceAlignment.Change]
  ) -> (
    amounts: [ArticleComparison.Amounts], dates: [ArticleComparison.Detail],
    places: [ArticleComparison.Detail]
  ) {
    let ours = Dictionary(grouping: one.amounts, by: \.sentence)
    let theirs = Dictionary(grouping: other.amounts, by: \.sentence)
    let ourDates = Dictionary(grouping: one.dates) { one.sentence(at: $0.span.start) }
    let theirDates = Dictionary(grouping: other.dates) { other.sentence(at: $0.span.start) }
    var amounts: [ArticleComparison.Amounts] = []
    var (dates, places): ([ArticleComparison.Detail], [ArticleComparison.Detail]) = ([], [])
    for change in changes where change.kind == .changed {
      guard let first = change.first, let second = change.second else { continue }
      amounts += Self.differences(ours[first] ?? [], theirs[second] ?? [])
      let (gone, come) = unlike(ourDates[first] ?? [], theirDates[second] ?? [])
      dates += Self.joined(gone, come)
      let (left, new) = unlikePlaces(first, second)
      places += Self.joined(left, new)
    }
    return (amounts, dates, places)
  }

  /// Amounts of the same unit, one after the other, that are not the same.
  private static func differences(
    _ ours: [ToldAmount], _ theirs: [ToldAmount]
  ) -> [ArticleComparison.Amounts] {
    var rest = Likeness.rest(of: theirs, without: ours, by: \.told)
    return Likeness.rest(of: ours, without: theirs, by: \.told).compactMap { amount in
      guard let place = rest.firstIndex(where: { $0.unit == amount.unit }) else { return nil }
      return ArticleComparison.Amounts(
        unit: amount.unit, first: amount.span, second: rest.remove(at: place).span)
    }
  }

  /// The places that one sentence names and the other does not.
  private func unlikePlaces(_ first: Int, _ second: Int) -> (gone: [Span], come: [Span]) {
    var (ours, theirs): ([Int: Span], [Int: Span]) = ([:], [:])
    for mention in one.mentions(inSentence: first) {
      if let place = one.placeOfEntity[mention.entity], ours[place] == nil {
        ours[place] = mention.span
      }
    }
    for mention in other.mentions(inSentence: second) {
      if let place = other.placeOfEntity[mention.entity], theirs[place] == nil {
        theirs[place] = mention.span
      }
    }
    let same = Set(ours.keys.compactMap { partners.places[$0] })
    return (
      ours.filter { partners.places[$0.key].map { theirs[$0] == nil } ?? true }.values.sorted(),
      theirs.filter { !same.contains($0.key) }.values.sorted()
    )
  }

  /// One that is gone with one that has come, as long as there are both.
  private static func joined(_ gone: [Span], _ come: [Span]) -> [ArticleComparison.Detail] {
    (0..<max(gone.count, come.count)).map { number in
      ArticleComparison.Detail(
        first: number < gone.count ? gone[number] : nil,
        second: number < come.count ? come[number] : nil)
    }
  }

  // MARK: - Of articles of their own

  /// What is counted alike in sentences that name the same persons, or have words in common.
  func amounts() -> [ArticleComparison.Amounts] {
    let (ourPersons, theirPersons) = (Self.persons(one), Self.persons(other))
    let known = Set(other.amounts.map(\.told))
    let named = Set(one.amounts.map(\.told))
    var taken: Set<Int> = []
    return one.amounts.prefix(Self.mostAmounts).compactMap { amount in
      guard !amount.unit.isEmpty, !known.contains(amount.told) else { return nil }
      let rivals = other.amounts.indices.prefix(Self.mostAmounts).filter {
        other.amounts[$0].unit == amount.unit && !named.contains(other.amounts[$0].told)
          && !taken.contains($0)
      }
      let people = Set((ourPersons[amount.sentence] ?? []).compactMap { partners.people[$0] })
      let like = rivals.map { rival in
        let sentence = other.amounts[rival].sentence
        return (
          rival,
          one.bags[amount.sentence].likeness(to: other.bags[sentence])
            + (people.isDisjoint(with: theirPersons[sentence] ?? []) ? 0 : 0.5)
            + (rivals.count == 1 ? Self.leastLikeness : 0)
        )
      }
      guard let best = like.max(by: { $0.1 < $1.1 }), best.1 >= Self.leastLikeness else {
        return nil
      }
      taken.insert(best.0)
      return ArticleComparison.Amounts(
        unit: amount.unit, first: amount.span, second: other.amounts[best.0].span)
    }
  }

  /// Dates that one article alone tells.
  func dates() -> [ArticleComparison.Detail] {
    let (gone, come) = unlike(one.dates, other.dates)
    return gone.map { ArticleComparison.Detail(first: $0, second: nil) }
      + come.map { ArticleComparison.Detail(first: nil, second: $0) }
  }

  /// Places that one article alone names.
  func places() -> [ArticleComparison.Detail] {
    let same = Set(partners.places.values)
    // A common noun for a place is a name in no other language.
    func isTold(_ place: ComparedArticle.Named) -> Bool { !isAcross || place.isKnown }
    func first(_ compared: ComparedArticle, _ place: Int) -> Span? {
      let entity = compared.article.entities[compared.places[place].entity]
      return entity.mentions.first.map { compared.article.mentions[$0].span }
    }
    return one.places.indices.filter { partners.places[$0] == nil && isTold(one.places[$0]) }
      .map { ArticleComparison.Detail(first: first(one, $0), second: nil) }
      + other.places.indices.filter { !same.contains($0) && isTold(other.places[$0]) }
      .map { ArticleComparison.Detail(first: nil, second: first(other, $0)) }
  }

  /// The dates that the other side does not tell, each once; in another language those alone that are
  /// understood there.
  private func unlike(
    _ ours: [ToldDate], _ theirs: [ToldDate]
  ) -> (gone: [Span], come: [Span]) {
    func rest(_ dates: [ToldDate], without others: [ToldDate]) -> [Span] {
      var seen: Set<Set<String>> = []
      let distinct = dates.filter { seen.insert($0.parts).inserted }
      return distinct.filter { date in
        (!isAcross || date.isWhole) && !others.contains { $0.isSame(as: date) }
      }.map(\.span)
    }
    return (rest(ours, without: theirs), rest(theirs, without: ours))
  }

  private var isAcross: Bool {
    one.article.document.language != other.article.document.language
  }

  /// The persons of each sentence, by their places in `people`.
  private static func persons(_ compared: ComparedArticle) -> [Int: Set<Int>] {
    var found: [Int: Set<Int>] = [:]
    for mention in compared.article.mentions {
      guard let number = compared.personOfEntity[mention.entity],
        let sentence = compared.sentence(at: mention.span.start)
      else { continue }
      found[sentence, default: []].insert(number)
    }
    return found
  }
}
