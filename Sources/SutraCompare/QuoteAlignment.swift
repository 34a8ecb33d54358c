import SutraCore

/// Which quotations of two articles belong together.
struct QuoteAlignment {
  /// The share of words from which on two quotations are one that was changed: of the same party,
  /// and of others.
  private static let leastLikeness = (sameSpeaker: 0.4, others: 0.6)
  /// How alike quotations are taken to be of which one is a part of the other.
  private static let likenessOfPart = 0.8
  /// Most quotations that one is compared with, for each of its words and in all.
  private static let mostCandidates = (word: 64, all: 8)

  private let one: ComparedArticle
  private let other: ComparedArticle
  private let partners: NamePartners
  /// The words of each quotation, as indices of those of the text and as numbers.
  private let ourPlaces: [[Int]]
  private let theirPlaces: [[Int]]
  private let ours: [[Int32]]
  private let theirs: [[Int32]]
  private let ourParties: [String]
  private let theirParties: [String]

  init(_ one: ComparedArticle, _ other: ComparedArticle, _ partners: NamePartners) {
    (self.one, self.other, self.partners) = (one, other, partners)
    let ourPlaces = one.article.quotations.indices.map(one.words(ofQuotation:))
    let theirPlaces = other.article.quotations.indices.map(other.words(ofQuotation:))
    ours = ourPlaces.map { $0.map { one.text.numbers[$0] } }
    theirs = theirPlaces.map { $0.map { other.text.numbers[$0] } }
    (self.ourPlaces, self.theirPlaces) = (ourPlaces, theirPlaces)
    ourParties = Self.parties(one) { "p\($0)" }
    let back = Dictionary(
      partners.people.map { ($0.value, $0.key) }, uniquingKeysWith: { old, _ in old })
    theirParties = Self.parties(other) { back[$0].map { "p\($0)" } ?? "s\($0)" }
  }

  private var isAcross: Bool {
    one.article.document.language != other.article.document.language
  }

  /// All quotations that do more than carry on, in the order of the first and then of the second.
  func quotes() -> [ArticleComparison.Quotes] {
    var (ourPartner, taken): ([Int: QuotePair], Set<Int>) = ([:], [])
    for pair in isAcross
      ? AnchoredQuotes.pairs(one, other, ourParties, theirParties, partners) : alike()
    where ourPartner[pair.first] == nil && !taken.contains(pair.second) {
      ourPartner[pair.first] = pair
      taken.insert(pair.second)
    }
    let ofFirst = ours.indices.filter { !one.article.onlyCarriesOn($0) }.map { index in
      ourPartner[index].map(joined)
        ?? ArticleComparison.Quotes(
          state: .onlyHere, first: index, second: nil, isSameSpeaker: false, lost: [], won: [])
    }
    let ofSecond = theirs.indices.filter {
      !taken.contains($0) && !other.article.onlyCarriesOn($0)
    }.map {
      ArticleComparison.Quotes(
        state: .onlyHere, first: nil, second: $0, isSameSpeaker: false, lost: [], won: [])
    }
    return ofFirst + ofSecond
  }

  /// Quotations of one language that may belong together, the most alike first.
  private func alike() -> [QuotePair] {
    // The same words go together in their order, however often they stand there.
    var candidates = SameWords.pairs(ours, ourParties, theirs, theirParties)
    let (known, theirKnown) = (Set(candidates.map(\.first)), Set(candidates.map(\.second)))
    // The other quotations of the second that have a word, for words that are not in many.
    var holders: [Int32: [Int]] = [:]
    for (index, words) in theirs.enumerated() where !theirKnown.contains(index) {
      for word in Set(words) { holders[word, default: []].append(index) }
    }
    var bags: [Int: WordBag] = [:]
    for (index, words) in ours.enumerated() where !known.contains(index) {
      let bag = WordBag(words)
      var counts: [Int: Int] = [:]
      for word in Set(words) {
        for holder in (holders[word] ?? []).prefix(Self.mostCandidates.word) {
          counts[holder, default: 0] += 1
        }
      }
      let best = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      for (holder, _) in best.prefix(Self.mostCandidates.all) {
        let isSame = !ourParties[index].isEmpty && ourParties[index] == theirParties[holder]
        let other = bags[holder] ?? WordBag(theirs[holder])
        bags[holder] = other
        var likeness = bag.likeness(to: other)
        if isPart(words, theirs[holder]) { likeness = max(likeness, Self.likenessOfPart) }
        if likeness >= (isSame ? Self.leastLikeness.sameSpeaker : Self.leastLikeness.others) {
          candidates.append(
            QuotePair(likeness: likeness, first: index, second: holder, isSame: isSame))
        }
      }
    }
    return candidates.sorted {
      if $0.likeness != $1.likeness { return $0.likeness > $1.likeness }
      if $0.isSame != $1.isSame { return $0.isSame }
      return ($0.first, $0.second) < ($1.first, $1.second)
    }
  }

  /// Whether the shorter of two, if it is long enough to tell anything, is a part of the longer.
  private func isPart(_ one: [Int32], _ other: [Int32]) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return short.count >= 3 && Likeness.isPart(short[...], of: long[...])
  }

  /// How two quotations that belong together stand to each other.
  private func joined(_ pair: QuotePair) -> ArticleComparison.Quotes {
    let (our, their) = (ours[pair.first][...], theirs[pair.second][...])
    var state = ArticleComparison.QuoteState.changed
    if isAcross {
      state = .translated
    } else if our == their {
      state = .same
    } else if Likeness.isPart(their, of: our) {
      state = .shortened
    } else if Likeness.isPart(our, of: their) {
      state = .lengthened
    }
    func rest(
      _ words: ArraySlice<Int32>, _ others: ArraySlice<Int32>, _ places: [Int], _ text: TextWords
    ) -> [Span] {
      isAcross ? [] : Likeness.rest(of: words, without: others).map { text.span(of: places[$0]) }
    }
    return ArticleComparison.Quotes(
      state: state, first: pair.first, second: pair.second, isSameSpeaker: pair.isSame,
      lost: rest(our, their, ourPlaces[pair.first], one.text),
      won: rest(their, our, theirPlaces[pair.second], other.text))
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
      return SearchWords.key(of: speaker.name ?? "")
    }
  }
}

/// The same persons and places of two articles, by their places in the lists of each.
struct NamePartners {
  let people: [Int: Int]
  let places: [Int: Int]

  init(_ one: ComparedArticle, _ other: ComparedArticle) {
    people = NamePairs.pairs(one.people, other.people)
    places = NamePairs.pairs(one.places, other.places)
  }
}
