import SutraCore

/// Compares two articles.
public struct ArticleComparer: Sendable {
  /// The share of words from which on two quotations are one that was changed: of the same party,
  /// and of others.
  private static let leastLikeness = (sameSpeaker: 0.4, others: 0.6)
  /// The share of sentences that versions of one article have in common.
  private static let leastCommon = 0.25
  /// Most quotations that one is compared with.
  private static let mostCandidates = 64

  private let tables: ComparisonWords

  /// Makes a comparer with what languages call the same things.
  public init(_ tables: ComparisonWords) { self.tables = tables }

  /// Compares two articles with their sentences, as `ArticleAnalyzer.sentences(of:)` gives them.
  public func compare(
    _ first: Article, _ firstSentences: [Span], _ second: Article, _ secondSentences: [Span]
  ) -> ArticleComparison {
    let one = ComparedArticle(first, sentences: firstSentences, tables)
    let other = ComparedArticle(second, sentences: secondSentences, tables)
    let partners = people(one, other)
    let alignment = SentenceAlignment(one, other)
    let least = max(1, min(one.sentences.count, other.sentences.count))
    let changed = alignment.changes.count { $0.kind == .changed }
    let areVersions =
      Double(alignment.sameCount) + Double(changed) / 2 >= Self.leastCommon * Double(least)
    return ArticleComparison(
      quotes: quotes(one, other, partners), people: persons(one, other, partners),
      amounts: amounts(one, other, partners, areVersions ? alignment.changes : nil),
      areVersions: areVersions,
      text: areVersions
        ? alignment.changes.map {
          ArticleComparison.Text(
            state: $0.kind, first: $0.first.map { one.sentences[$0] },
            second: $0.second.map { other.sentences[$0] }
          )
        } : [])
  }

  // MARK: - People

  /// For each person of the first article the same one of the second, by their places in `people`.
  private func people(_ one: ComparedArticle, _ other: ComparedArticle) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var taken: Set<Int> = []
    func match(_ isSame: (ComparedArticle.Person, ComparedArticle.Person) -> Bool) {
      for (index, person) in one.people.enumerated() where found[index] == nil {
        let matches = other.people.indices.filter {
          !taken.contains($0) && isSame(person, other.people[$0])
        }
        // Two who may be meant are nobody.
        guard matches.count == 1, let only = matches.first else { continue }
        found[index] = only
        taken.insert(only)
      }
    }
    guard one.people.count * other.people.count <= 1_000_000 else { return found }
    match { !$0.names.isDisjoint(with: $1.names) }
    match { Self.sounds($0, like: $1, whole: true) }
    match { Self.sounds($0, like: $1, whole: false) }
    return found
  }

  /// Whether the names sound alike: all of their words, or the last ones.
  private static func sounds(
    _ one: ComparedArticle.Person, like other: ComparedArticle.Person, whole: Bool
  ) -> Bool {
    if whole {
      return one.sounds == other.sounds && one.sounds.joined().count >= 3
    }
    guard let last = one.sounds.last, last.count >= 3, last == other.sounds.last else {
      return false
    }
    // The first words, where both have some, begin alike.
    guard one.sounds.count > 1, other.sounds.count > 1 else { return true }
    return one.sounds[0].first == other.sounds[0].first
  }

  private func persons(
    _ one: ComparedArticle, _ other: ComparedArticle, _ partners: [Int: Int]
  ) -> [ArticleComparison.Person] {
    let taken = Set(partners.values)
    let both = one.people.enumerated().map { index, person in
      let partner = partners[index].map { other.people[$0] }
      return ArticleComparison.Person(
        first: person.entity, second: partner?.entity, firstQuotes: person.quotations.count,
        secondQuotes: partner?.quotations.count ?? 0,
        isSameName: partner.map {
          ComparedArticle.words(of: $0.name) == ComparedArticle.words(of: person.name)
        } ?? false)
    }
    let rest = other.people.indices.filter { !taken.contains($0) }.map { index in
      let person = other.people[index]
      return ArticleComparison.Person(
        first: nil, second: person.entity, firstQuotes: 0, secondQuotes: person.quotations.count,
        isSameName: false)
    }
    return both + rest
  }

  // MARK: - Quotations

  private func quotes(
    _ one: ComparedArticle, _ other: ComparedArticle, _ partners: [Int: Int]
  ) -> [ArticleComparison.Quotes] {
    let ours = Self.words(of: one.article)
    let theirs = Self.words(of: other.article)
    let firstParties = Self.parties(one) { "p\($0)" }
    let places = Dictionary(
      partners.map { ($0.value, $0.key) }, uniquingKeysWith: { old, _ in old })
    let secondParties = Self.parties(other) { places[$0].map { "p\($0)" } ?? "s\($0)" }
    // The same words go together in their order, however often they stand there.
    var candidates = SameWords.pairs(ours, firstParties, theirs, secondParties)
    let (firstKnown, secondKnown) = (Set(candidates.map(\.first)), Set(candidates.map(\.second)))
    // The other quotations of the second that have a word, for words that are not in many.
    var holders: [Substring: [Int]] = [:]
    for (index, words) in theirs.enumerated() where !secondKnown.contains(index) {
      for word in Set(words) { holders[word, default: []].append(index) }
    }
    for (index, words) in ours.enumerated() where !firstKnown.contains(index) {
      var counts: [Int: Int] = [:]
      for word in Set(words) {
        for holder in (holders[word] ?? []).prefix(Self.mostCandidates) {
          counts[holder, default: 0] += 1
        }
      }
      let best = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      for (holder, _) in best.prefix(8) {
        let isSame = !firstParties[index].isEmpty && firstParties[index] == secondParties[holder]
        var likeness = Likeness.of(words, theirs[holder])
        let (short, long) =
          words.count < theirs[holder].count ? (words, theirs[holder]) : (theirs[holder], words)
        if short.count >= 3, Likeness.isPart(short, of: long) { likeness = max(likeness, 0.8) }
        let least = isSame ? Self.leastLikeness.sameSpeaker : Self.leastLikeness.others
        if likeness >= least {
          candidates.append(
            QuotePair(likeness: likeness, first: index, second: holder, isSame: isSame))
        }
      }
    }
    if one.article.document.language != other.article.document.language {
      // Words of two languages are not compared: what a party says here and there goes together in
      // its order.
      candidates = Self.inOrder(firstParties, secondParties)
    }
    candidates.sort {
      if $0.likeness != $1.likeness { return $0.likeness > $1.likeness }
      if $0.isSame != $1.isSame { return $0.isSame }
      return ($0.first, $0.second) < ($1.first, $1.second)
    }
    var (firstTaken, secondTaken): ([Int: Int], Set<Int>) = ([:], [])
    var same: [Int: Bool] = [:]
    for one in candidates where firstTaken[one.first] == nil && !secondTaken.contains(one.second) {
      firstTaken[one.first] = one.second
      secondTaken.insert(one.second)
      same[one.first] = one.isSame
    }
    let paired = ours.indices.filter { !one.article.onlyCarriesOn($0) }.map { index in
      guard let partner = firstTaken[index] else {
        return ArticleComparison.Quotes(
          state: .onlyHere, first: index, second: nil, isSameSpeaker: false, lost: [], won: [])
      }
      if one.article.document.language != other.article.document.language {
        return ArticleComparison.Quotes(
          state: .translated, first: index, second: partner, isSameSpeaker: true, lost: [], won: [])
      }
      return Self.pair(index, partner, ours[index], theirs[partner], same[index] ?? false)
    }
    let rest = theirs.indices.filter {
      !secondTaken.contains($0) && !other.article.onlyCarriesOn($0)
    }.map {
      ArticleComparison.Quotes(
        state: .onlyHere, first: nil, second: $0, isSameSpeaker: false, lost: [], won: [])
    }
    return paired + rest
  }

  /// What the same party says in both, the first with the first.
  private static func inOrder(
    _ ours: [String], _ theirs: [String]
  ) -> [QuotePair] {
    var waiting: [String: [Int]] = [:]
    for (index, party) in theirs.enumerated().reversed() where !party.isEmpty {
      waiting[party, default: []].append(index)
    }
    return ours.indices.compactMap { index in
      waiting[ours[index]]?.popLast().map {
        QuotePair(likeness: 1, first: index, second: $0, isSame: true)
      }
    }
  }

  private static func pair(
    _ first: Int, _ second: Int, _ ours: [Substring], _ theirs: [Substring], _ isSame: Bool
  ) -> ArticleComparison.Quotes {
    let state: ArticleComparison.QuoteState =
      ours == theirs
      ? .same
      : Likeness.isPart(theirs, of: ours)
        ? .shortened : Likeness.isPart(ours, of: theirs) ? .lengthened : .changed
    return ArticleComparison.Quotes(
      state: state, first: first, second: second, isSameSpeaker: isSame,
      lost: Likeness.rest(of: ours, without: theirs, by: \.self).map(String.init),
      won: Likeness.rest(of: theirs, without: ours, by: \.self).map(String.init))
  }

  /// The words of each quotation; none where it only carries on.
  private static func words(of article: Article) -> [[Substring]] {
    article.quotations.enumerated().map { index, quotation in
      if article.onlyCarriesOn(index) { return [] }
      return quotation.segments.flatMap { ComparedArticle.words(of: article.document.text[$0]) }
    }
  }

  /// Who says each quotation, in a word that is the same for the same person.
  private static func parties(
    _ compared: ComparedArticle, _ name: (Int) -> String
  ) -> [String] {
    compared.article.attributions.enumerated().map { index, attribution in
      guard let speaker = attribution.speaker, !compared.article.onlyCarriesOn(index) else {
        return ""
      }
      if let entity = speaker.entity, let number = compared.personOfEntity[entity] {
        return name(number)
      }
      return (speaker.name ?? "").lowercased()
    }
  }

  // MARK: - Amounts

  /// Amounts of one unit that differ in sentences about the same.
  private func amounts(
    _ one: ComparedArticle, _ other: ComparedArticle, _ partners: [Int: Int],
    _ changes: [SentenceAlignment.Change]?
  ) -> [ArticleComparison.Amounts] {
    var found: [ArticleComparison.Amounts] = []
    if let changes {
      let ours = Dictionary(grouping: one.amounts, by: \.sentence)
      let theirs = Dictionary(grouping: other.amounts, by: \.sentence)
      for change in changes where change.kind == .changed {
        guard let first = change.first, let second = change.second else { continue }
        Self.differences(ours[first] ?? [], theirs[second] ?? [], &found)
      }
      return found
    }
    // Articles of their own: what is counted alike in sentences that name the same persons, or have
    // words in common.
    let (firstSide, secondSide) = (Self.persons(one), Self.persons(other))
    let known = Set(other.amounts.map(\.told))
    let named = Set(one.amounts.map(\.told))
    for amount in one.amounts.prefix(500) where !amount.unit.isEmpty {
      guard !known.contains(amount.told) else { continue }
      let rivals = other.amounts.prefix(500).filter {
        $0.unit == amount.unit && !named.contains($0.told)
      }
      let people = Set((firstSide[amount.sentence] ?? []).compactMap { partners[$0] })
      let like = rivals.map { rival in
        (
          rival,
          Likeness.of(one.words[amount.sentence], other.words[rival.sentence])
            + (people.isDisjoint(with: secondSide[rival.sentence] ?? []) ? 0 : 0.5)
            + (rivals.count == 1 ? 0.2 : 0)
        )
      }
      guard let best = like.max(by: { $0.1 < $1.1 }), best.1 >= 0.2 else { continue }
      found.append(
        ArticleComparison.Amounts(unit: amount.unit, first: amount.span, second: best.0.span))
    }
    return found
  }

  /// The persons of each sentence, by their places in `people`.
  private static func persons(_ compared: ComparedArticle) -> [Int: Set<Int>] {
    var found: [Int: Set<Int>] = [:]
    var sentence = 0
    for mention in compared.article.mentions {
      guard let number = compared.personOfEntity[mention.entity] else { continue }
      while sentence < compared.sentences.count,
        compared.sentences[sentence].end <= mention.span.start
      { sentence += 1 }
      found[sentence, default: []].insert(number)
    }
    return found
  }

  /// Amounts of the same unit, one after the other, that are not the same.
  private static func differences(
    _ ours: [ComparedArticle.Amount], _ theirs: [ComparedArticle.Amount],
    _ found: inout [ArticleComparison.Amounts]
  ) {
    var rest = Likeness.rest(of: theirs, without: ours, by: \.told)
    for amount in Likeness.rest(of: ours, without: theirs, by: \.told) {
      guard let place = rest.firstIndex(where: { $0.unit == amount.unit }) else { continue }
      found.append(
        ArticleComparison.Amounts(
          unit: amount.unit, first: amount.span, second: rest.remove(at: place).span))
    }
  }
}
