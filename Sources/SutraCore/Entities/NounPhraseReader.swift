extension TokenizedDocument {
  /// Fewest bytes of the stem of an unknown noun for several: five Bengali letters.
  private static let shortestGroup = 15

  /// Whether a word that no table knows ends as nouns for several persons do, and is too long for the
  /// name of one.
  func isUnknownGroup(_ token: Int) -> Bool {
    guard has(.groupEnding), allClasses(token) == 0 else { return false }
    return vocabulary.stems(of: tokens[token].word).contains {
      $0.cases == .plural && $0.keyLength >= Self.shortestGroup
    }
  }
}

/// Reads noun phrases backwards from their last token.
struct NounPhraseReader {
  /// Most tokens before a head that belong to its phrase.
  static let longest = 18

  let context: QuotationContext
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) { self.context = context }

  /// A head that ends with a token, with what its ending says.
  struct Found {
    let tokens: Range<Int>
    let head: NounPhrase.Head
    let cases: CaseSet
    let stemLength: Int

    /// Whether the head is marked for no part of the sentence but the subject's.
    var isNominative: Bool { cases.isDisjoint(with: .caseMarkers) }
  }

  /// The head that ends with a token, or `nil` when the token ends no party.
  func head(endingAt last: Int) -> Found? {
    guard context.kind(last) == .word else { return nil }
    if let (index, name) = context.name(at: last) {
      guard name.tokens.upperBound == last + 1, name.kind == .person || name.kind == .organization
      else { return nil }
      return Found(
        tokens: name.tokens, head: .mention(index), cases: name.cases,
        stemLength: name.stemLength)
    }
    if let pronoun = pronoun(last) { return pronoun }
    for start in stride(from: last, through: max(0, last - 4), by: -1) {
      guard let noun = noun(start, last) else { continue }
      guard noun.head == .document else { return noun }
      // A text's name may be longer than its last word: "Facebook status".
      let longer = (max(0, last - 4)..<start).lazy.compactMap { self.noun($0, last) }
      return longer.first { $0.head == .document } ?? noun
    }
    return plural(last)
  }

  /// A word that no table knows as a role and that ends with one: "roads-minister".
  func compoundRole(_ index: Int) -> Found? {
    guard context.name(at: index) == nil, text.roleSuffix(index) != nil else { return nil }
    return Found(tokens: index..<index + 1, head: .role, cases: [], stemLength: 0)
  }

  private func pronoun(_ last: Int) -> Found? {
    // A word of capitals alone is an acronym, such as that of the health organisation.
    guard text.classes(last).has(.pronoun), !text.isAcronym(last),
      let (_, sense) = text.phrases.longest(.pronoun, at: last),
      let pronounCase = PronounCase(rawValue: sense.attribute)
    else { return nil }
    let cases: CaseSet
    switch pronounCase {
    case .subject: cases = []
    case .object: cases = .objective
    case .possessive: cases = .genitive
    case .locative: cases = .locative
    }
    let lemma = text.pack.lexicon.value(of: sense)
    let isThing = text.pack.settings.things.contains(lemma ?? text.text(last..<last + 1))
    let isPlural = PronounTraits(sense).isPlural
    return Found(
      tokens: last..<last + 1, head: .pronoun(isPlural: isPlural, isThing: isThing), cases: cases,
      stemLength: 0)
  }

  /// A role, medium or document whose words begin and end with given tokens.
  private func noun(_ start: Int, _ last: Int) -> Found? {
    for match in text.phrases.matches(at: start) where match.end == last + 1 {
      for sense in text.pack.lexicon.senses(at: match.node) {
        let head: NounPhrase.Head
        switch sense.lexicalClass {
        case .role:
          let isPlural =
            sense.attribute == GrammaticalNumber.plural.rawValue || match.cases.contains(.plural)
          let isBody = sense.attribute == GrammaticalNumber.body.rawValue
          head = isPlural ? .collective : isBody ? .body : .role
        // "At six local | time": a paper's name has a capital.
        case .media
        where sense.attribute != MediaType.head.rawValue
          && (sense.attribute != MediaType.name.rawValue || !text.marksNames
            || text.isWrittenAsName(start)):
          head = .media
        case .document: head = .document
        default: continue
        }
        return Found(
          tokens: start..<last + 1, head: head, cases: match.cases, stemLength: match.stemLength)
      }
    }
    return nil
  }

  /// A known noun with a plural ending for persons.
  private func plural(_ last: Int) -> Found? {
    guard !text.classes(last).has(.functionWord) else { return nil }
    for stem in text.vocabulary.stems(of: text.tokens[last].word)
    where stem.cases.contains(.plural)
      && (stem.cases.contains(.classifier)
        ? text.pack.settings.organizationNouns.contains(
          text.name(last..<last + 1, stemLength: stem.keyLength))
        : stem.word >= 0 || text.isUnknownGroup(last))
    {
      return Found(
        tokens: last..<last + 1, head: .collective, cases: stem.cases, stemLength: stem.keyLength)
    }
    return nil
  }

  /// The phrase of a head: its modifiers go back to where the clause or another part of it begins.
  func phrase(of found: Found, from lower: Int) -> NounPhrase {
    if case .pronoun = found.head {
      return NounPhrase(found.tokens, found.head, stemLength: found.stemLength, cases: found.cases)
    }
    let title = titleStart(before: found, lower)
    var first = title ?? found.tokens.lowerBound
    while first > lower, found.tokens.lowerBound - first < Self.longest {
      let before = first - 1
      if let start = anonymityStart(endingAt: before, lower) {
        first = start
        continue
      }
      if context.kind(before) == .closingBracket, let open = bracketStart(before, lower) {
        first = open
        continue
      }
      guard isModifier(before, of: found) else { break }
      first = context.name(at: before).map { max(lower, $0.name.tokens.lowerBound) } ?? before
    }
    // A bracket in which nothing of the phrase stands is none of it.
    if context.kind(first) == .openingBracket,
      let close = (first..<found.tokens.lowerBound).first(where: {
        context.kind($0) == .closingBracket
      })
    {
      first = close + 1
    }
    while first < title ?? found.tokens.lowerBound, !opensPhrase(first) { first += 1 }
    let isMany =
      found.head == .role
      && (first..<found.tokens.lowerBound).contains { text.functionType($0) == .quantifier }
    return NounPhrase(
      tokens: first..<found.tokens.upperBound, headTokens: found.tokens,
      head: isMany ? .collective : found.head, stemLength: found.stemLength, cases: found.cases)
  }

  /// The phrase of a subject's head, or the pronoun right before a role, which is the subject then: "I
  /// | told the head, sir" where the role belongs to whom it was told.
  func subject(of found: Found, from lower: Int) -> NounPhrase {
    let phrase = phrase(of: found, from: lower)
    let last = phrase.tokens.lowerBound - 1
    guard text.has(.bareNoun), phrase.head == .role, last >= lower,
      let before = head(endingAt: last), before.isNominative,
      case .pronoun(_, isThing: false) = before.head
    else { return phrase }
    return self.phrase(of: before, from: lower)
  }

  /// Where the quoted title of a document or medium opens, when one stands right before it.
  private func titleStart(before found: Found, _ lower: Int) -> Int? {
    let close = found.tokens.lowerBound - 1
    guard found.head == .document || found.head == .media, close > lower,
      let pair = text.pair(at: close), pair.close == close, pair.open >= lower,
      context.name(at: close - 1)?.name.kind == .work
    else { return nil }
    return pair.open
  }

  /// Where a phrase that says a speaker is not named begins, when it ends with a token.
  private func anonymityStart(endingAt last: Int, _ lower: Int) -> Int? {
    (max(lower, last - PhraseIndex.longest)..<max(lower, last)).first { start in
      text.phrases.longest(.anonymity, at: start)?.match.end == last + 1
    }
  }

  private func bracketStart(_ close: Int, _ lower: Int) -> Int? {
    for index in stride(from: close - 1, through: max(lower, close - 6), by: -1)
    where context.kind(index) == .openingBracket { return index }
    return nil
  }

  private func isModifier(_ index: Int, of found: Found) -> Bool {
    let token = text.tokens[index]
    if token.kind == .number { return true }
    guard token.kind == .word, text.pairOfToken[index] < 0 else { return false }
    let classes = text.classes(index)
    if classes.has(.timeWord) { return false }
    // "This" joins its sentence to the one before only where it opens it.
    if classes.has(.connective), text.functionType(index) != .determiner { return false }
    switch text.functionType(index) {
    case .adverb, .verb, .adposition, .other, .copula, .infinitive: return false
    case .conjunction: return joinsRoles(index)
    case .determiner, .quantifier: return true
    case nil: break
    }
    if classes.has(.pronoun) {
      return pronoun(index).map { $0.cases == .genitive } ?? false
    }
    if let (_, name) = context.name(at: index) {
      // A determiner opens its phrase, so that a name before it is another part of the clause.
      let opensAfter = text.functionType(index + 1) == .determiner
      return name.cases.isDisjoint(with: [.locative, .objective])
        && (name.cases.contains(.genitive) || (name.kind != .person && !opensAfter))
    }
    let readings = text.vocabulary.stems(of: token.word).filter { $0.word >= 0 }
    if readings.contains(where: { $0.cases.contains(.genitive) }) { return true }
    // "Worried have become | the exporters": a verb for persons is no part of their phrase.
    if text.has(.politeOfPersons), text.isPolite(index),
      text.hasEnding(index, of: text.pack.settings.perfectEndings)
    {
      return false
    }
    let known = text.classes(index) != 0
    return known
      ? !readings.contains { $0.cases.contains(.objective) } && !isLocative(index)
      : !readings.contains { !$0.cases.isDisjoint(with: [.locative, .objective]) }
  }

  /// Whether a word has a locative ending on a known noun.
  private func isLocative(_ index: Int) -> Bool {
    text.vocabulary.stems(of: text.tokens[index].word).contains {
      $0.word >= 0 && $0.cases.contains(.locative)
        && !text.pack.lexicon.classes(of: $0.word).has(.functionWord)
    }
  }

  /// Whether "and" joins two roles or groups of one speaker.
  private func joinsRoles(_ index: Int) -> Bool {
    guard index > 0, context.kind(index - 1) == .word, text.functionType(index - 1) == nil else {
      return false
    }
    let classes = text.allClasses(index - 1)
    return classes.has(.role) || (classes.has(.commonWord) && !classes.has(.lightVerb))
      || context.name(at: index - 1) != nil || text.roleSuffix(index - 1) != nil
  }

  private func opensPhrase(_ index: Int) -> Bool {
    switch text.functionType(index) {
    case .conjunction, .adverb, .other, .verb, .adposition, .copula, .infinitive: false
    default: context.kind(index) == .word || context.kind(index) == .number
    }
  }
}
