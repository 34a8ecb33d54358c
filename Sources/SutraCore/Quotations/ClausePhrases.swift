/// Reads the noun phrases of a clause: where each begins, and what its head is.
extension ClauseReader {
  /// The noun phrase that ends with a token.
  func phrase(endingAt last: Int, _ lower: Int) -> NounPhrase? {
    guard last >= lower else { return nil }
    if let pronoun = pronoun(last, lower) { return pronoun }
    guard isNominal(last) || context.kind(last) == .closingBracket else { return nil }
    let first = phraseStart(endingAt: last, lower)
    return phrase(first..<last + 1)
  }

  func pronoun(_ index: Int, _ lower: Int) -> NounPhrase? {
    guard text.classes(index).has(.pronoun), let found = reader.head(endingAt: index),
      case .pronoun(let isPlural, let isThing) = found.head
    else { return nil }
    guard isRelative(index) else {
      return NounPhrase(
        found.tokens, .pronoun(isPlural: isPlural, isThing: isThing), cases: found.cases)
    }
    var before = index - 1
    if before >= lower, context.kind(before) == .comma { before -= 1 }
    var owner =
      before >= lower && isNominal(before)
      ? phrase(phraseStart(endingAt: before, lower)..<before + 1) : nil
    // "The voices against the council's members, who said", "notes left by a mother who said": persons
    // before a pronoun for persons.
    if owner?.head == .unknown || owner?.head == .document, !isThing,
      let last = reader.head(endingAt: before), last.head == .collective || last.head == .role
    {
      owner = reader.phrase(of: last, from: lower)
    }
    guard var owner else {
      return NounPhrase(
        found.tokens, .pronoun(isPlural: isPlural, isThing: isThing), cases: found.cases)
    }
    if let named = apposed(owner, lower) { owner = named }
    return NounPhrase(
      tokens: owner.tokens, headTokens: owner.headTokens, head: owner.head, stemLength: 0,
      relative: found.tokens)
  }

  /// The person named before the description that a relative clause belongs to: "Senator so-and-so,
  /// a Republican | who".
  private func apposed(_ owner: NounPhrase, _ lower: Int) -> NounPhrase? {
    let first = owner.tokens.lowerBound
    guard first - 2 >= lower, context.kind(first - 1) == .comma, owner.relative == nil,
      text.pack.settings.newArticles.contains(text.text(first..<first + 1)),
      let (index, name) = context.name(at: first - 2), name.kind == .person,
      name.tokens.upperBound == first - 1
    else { return nil }
    if case .mention = owner.head { return nil }
    return NounPhrase(name.tokens, .mention(index))
  }

  /// Whether a word opens a relative clause.
  func isRelative(_ index: Int) -> Bool {
    text.classes(index).has(.pronoun)
      && (text.pronounLemma(at: index).map(text.pack.settings.relatives.contains) ?? false)
  }

  /// Whether a token can end a noun phrase.
  func isNominal(_ index: Int) -> Bool {
    switch context.kind(index) {
    case .number: return true
    case .clitic: return true
    case .other: return true
    case .word:
      if context.name(at: index) != nil { return true }
      let classes = text.classes(index)
      if classes.has(.pronoun) { return pronounCase(index) != .subject }
      if text.functionType(index) == .quantifier || text.functionType(index) == .determiner {
        return true
      }
      if text.functionType(index) != nil || classes.has(.complementiser) { return false }
      if classes.has(.role) || classes.has(.document) || classes.has(.media) { return true }
      return !classes.has(.lightVerb) || !isPlainVerb(index)
    default: return false
    }
  }

  /// Whether a word's only part is a verb's.
  private func isPlainVerb(_ index: Int) -> Bool { !text.tokens[index].isCapitalized }

  func pronounCase(_ index: Int) -> PronounCase? {
    text.phrases.longest(.pronoun, at: index).flatMap { PronounCase(rawValue: $0.sense.attribute) }
  }

  /// Index of the first token of the noun phrase that ends with a token.
  private func phraseStart(endingAt last: Int, _ lower: Int) -> Int {
    var first = last
    if context.kind(last) == .closingBracket { first = bracketStart(last, lower) ?? last }
    if let (_, name) = context.name(at: first) { first = max(lower, name.tokens.lowerBound) }
    while first > lower, last - first < Self.longestPhrase {
      let before = first - 1
      switch context.kind(before) {
      case .number, .clitic, .other:
        first = before
        continue
      case .closingBracket:
        guard let open = bracketStart(before, lower) else { return first }
        first = open
        continue
      case .word: break
      default: return first
      }
      if let (_, name) = context.name(at: before) {
        if isPerson(at: first), name.kind == .person, context.kind(first) != .clitic {
          return first
        }
        first = max(lower, name.tokens.lowerBound)
        continue
      }
      let classes = text.classes(before)
      if classes.has(.pronoun), text.functionType(before) == nil {
        guard pronounCase(before) == .possessive else { return first }
        first = before
        if !precedesPhrase(first, lower) { return first }
        continue
      }
      switch text.functionType(before) {
      case .determiner, .quantifier:
        first = before
        if !precedesPhrase(first, lower) { return first }
      case .adposition:
        guard before > lower, isNominal(before - 1) || isShare(before - 1),
          !text.classes(before - 1).has(.timeWord),
          !isDone(by: before, lower)
        else { return first }
        first = before
      case .conjunction:
        guard before > lower, joins(before - 1, first) || opensJoint(before - 1, first, lower)
        else { return first }
        first = before
      case nil:
        guard isNominal(before) || isAttribute(before, lower), !classes.has(.timeWord),
          !classes.has(.complementiser)
        else {
          return first
        }
        // A name after a plain noun begins a new phrase: "in a speech | Mr. Smith".
        if isPerson(at: first), !text.tokens[before].isCapitalized,
          !classes.has(.role), !classes.has(.title), !classes.has(.media)
        {
          return first
        }
        first = before
      default: return first
      }
    }
    return first
  }

  /// Whether a participle only tells more of the noun behind it: "its | remaining | branch".
  private func isAttribute(_ index: Int, _ lower: Int) -> Bool {
    guard index > lower, isParticiple(index) else { return false }
    switch text.functionType(index - 1) {
    case .determiner: return true
    case nil: return text.classes(index - 1).has(.pronoun) && pronounCase(index - 1) == .possessive
    default: return false
    }
  }

  /// Whether a word counts how many of those behind a preposition are meant: "one | in three", "some | in the town".
  private func isShare(_ index: Int) -> Bool {
    text.classes(index).has(.pronoun)
      && text.pack.settings.indefinites.contains(text.text(index..<index + 1).lowercased())
  }

  /// Some of those that a phrase goes on with: "one of the women", as one or several.
  private func share(_ tokens: Range<Int>, _ end: Int) -> NounPhrase? {
    guard end == tokens.lowerBound + 1, end < tokens.upperBound, isShare(tokens.lowerBound),
      let traits = text.pronounTraits(at: tokens.lowerBound)
    else { return nil }
    return NounPhrase(tokens, traits.isPlural ? .collective : .unknown)
  }

  /// Whether a word like "by" tells whom the verb right before it is done by: "was often deleted by".
  private func isDone(by index: Int, _ lower: Int) -> Bool {
    guard index - 2 >= lower, text.pack.settings.agentWords.contains(text.text(index..<index + 1)),
      let type = text.functionType(index - 2)
    else { return false }
    return type.isVerbal || type == .adverb
  }

  /// Whether what stands before a determiner joins it to an earlier part of the phrase.
  private func precedesPhrase(_ first: Int, _ lower: Int) -> Bool {
    first > lower
      && (text.functionType(first - 1) == .adposition
        || text.functionType(first - 1) == .quantifier
        // "The two nations".
        || [.quantifier, .determiner].contains(text.functionType(first))
          && text.functionType(first - 1) == .determiner
          && text.phrases.longest(.complementiser, at: first - 1) == nil)
  }

  private func isPerson(at index: Int) -> Bool {
    context.name(at: index)?.name.kind == .person
  }

  /// Whether "and" joins two names or two roles.
  func joins(_ left: Int, _ right: Int) -> Bool {
    guard context.kind(left) == .word else { return false }
    let isName = context.name(at: left) != nil || text.tokens[left].isCapitalized
    let follows = context.name(at: right) != nil || text.tokens[right].isCapitalized
    if isName && follows { return true }
    return text.classes(left).has(.role) && !isName && text.functionType(right) == nil
  }

  /// The phrase before a time that another tells instead of a party: "alerts | at 05:30 local time".
  func owner(ofTime phrase: NounPhrase) -> Subject? {
    let first = phrase.tokens.lowerBound
    guard phrase.head == .unknown, text.has(.knownByDescription), isClock(first) else { return nil }
    let lower = context.sentences[context.sentence(of: first)].tokens.lowerBound
    var last = first - 1
    while last >= lower {
      switch context.kind(last) {
      case .number: break
      case .word where isClock(last): break
      case .word where [.adposition, .adverb, .conjunction].contains(text.functionType(last)): break
      default: return self.phrase(endingAt: last, lower).map { .phrase($0) } ?? .shared
      }
      last -= 1
    }
    return .shared
  }

  /// Whether a token is the time of a clock: "05:30", "5:30pm".
  private func isClock(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .number || token.kind == .word else { return false }
    let bytes = text.document.text.bytes[Int(token.start)..<Int(token.end)]
    return bytes.contains(0x3A)
  }

  /// Whether "and" joins a noun that opens the clause to what follows: "Shops and large stores | say".
  private func opensJoint(_ left: Int, _ right: Int, _ lower: Int) -> Bool {
    guard left == lower, text.has(.knownByDescription), context.kind(left) == .word,
      context.name(at: left) == nil, text.functionType(left) == nil, isNominal(left),
      !text.classes(left).has(.timeWord), !text.classes(left).has(.pronoun),
      !text.classes(left).has(.connective), !text.allClasses(left).has(.document),
      text.tokens[right].style == 0
    else { return false }
    return !isVerb(left) || text.allClasses(left).has(.role)
  }

  func bracketStart(_ close: Int, _ lower: Int) -> Int? {
    for index in stride(from: close - 1, through: max(lower, close - 8), by: -1)
    where context.kind(index) == .openingBracket { return index }
    return nil
  }

  /// A person named behind an office of several words: "Minister for Inland Fisheries so-and-so".
  private func officeHolder(_ tokens: Range<Int>, _ end: Int) -> NounPhrase? {
    guard let (index, name) = context.name(at: tokens.upperBound - 1), name.kind == .person,
      name.tokens.upperBound == tokens.upperBound, name.tokens.lowerBound > end + 1,
      text.allClasses(end - 1).has(.role) || text.allClasses(end - 1).has(.title)
    else { return nil }
    let before = name.tokens.lowerBound - 1
    guard context.kind(before) == .word, text.tokens[before].isCapitalized,
      text.functionType(before) == nil,
      !text.allClasses(before).has(.role) || text.classes(before).has(.organizationHead),
      !text.allClasses(before).has(.title)
    else { return nil }
    return NounPhrase(
      tokens: tokens, headTokens: name.tokens, head: .mention(index), stemLength: 0)
  }

  /// A phrase of tokens: its head is the last word before the first adposition.
  func phrase(_ tokens: Range<Int>) -> NounPhrase? {
    var tokens = tokens
    while let first = tokens.first,
      [.adposition, .conjunction].contains(text.functionType(first))
    {
      tokens = first + 1..<tokens.upperBound
    }
    guard !tokens.isEmpty else { return nil }
    var end = tokens.lowerBound
    while end < tokens.upperBound {
      if context.kind(end) == .openingBracket, end > tokens.lowerBound { break }
      if text.functionType(end) == .adposition, end > tokens.lowerBound,
        context.name(at: end) == nil
      {
        break
      }
      if context.kind(end) == .comma { break }
      end += 1
    }
    if end < tokens.upperBound, let named = officeHolder(tokens, end) { return named }
    if let share = share(tokens, end) { return share }
    for index in (tokens.lowerBound..<end).reversed() {
      guard let found = reader.head(endingAt: index) else { continue }
      if case .pronoun = found.head, tokens.count > 1 { continue }
      // A name right before the noun that is the head only modifies it.
      if index + 1 < end, case .mention = found.head, context.kind(end - 1) == .word,
        context.name(at: end - 1) == nil
      {
        break
      }
      // A noun of several words may have begun before the phrase.
      let headStart = max(tokens.lowerBound, found.tokens.lowerBound)
      let isMany =
        found.head == .role
        && (tokens.lowerBound..<headStart).contains {
          text.functionType($0) == .quantifier
        }
      return NounPhrase(
        tokens: tokens, headTokens: headStart..<found.tokens.upperBound,
        head: isMany ? .collective : found.head, stemLength: 0)
    }
    return NounPhrase(
      tokens: tokens, headTokens: max(tokens.lowerBound, end - 1)..<max(end, tokens.lowerBound + 1),
      head: .unknown, stemLength: 0)
  }
}
