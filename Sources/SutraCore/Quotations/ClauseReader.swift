/// Reads the clause around a cue in a language whose verb stands between its subject and its
/// object: who the subject is.
struct ClauseReader {
  /// Most tokens of a phrase.
  static let longestPhrase = 24
  /// Most tokens between two commas that part a subject from its verb.
  static let longestAside = 32

  let context: QuotationContext
  let reader: NounPhraseReader
  var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) {
    self.context = context
    reader = NounPhraseReader(context)
  }

  /// What stands before a verb.
  enum Subject {
    /// A phrase of its own.
    case phrase(NounPhrase)
    /// The subject of an earlier verb of the sentence: "... and said", "..., adding".
    case shared
    /// None that can be told.
    case none
  }

  /// The subject of the verb that begins at a token.
  ///
  /// - Parameters:
  ///   - verb: Index of the verb's first token.
  ///   - lower: Index of the first token that may belong to the subject.
  /// - Returns: The subject, if it can be told.
  func subject(before verb: Int, from lower: Int) -> Subject {
    let index = skippedExcuse(endingAt: skippedAuxiliaries(before: verb, lower), lower)
    guard index >= lower else { return .shared }
    switch context.kind(index) {
    case .comma, .dash:
      guard let opening = aside(closedBy: index, lower) else { return .shared }
      // "..., speaking in Springfield, Ill., said": the place closes an aside that began before.
      if isPlace(opening + 1..<index), opening > lower,
        let first = aside(closedBy: opening, lower), opening - first > 2,
        let phrase = phrase(endingAt: first - 1, lower)
      {
        return .phrase(phrase)
      }
      // "..., the mayor of one of the towns, Abbeville, said": the same with a role in the aside.
      if opening > lower, let first = aside(closedBy: opening, lower),
        isOffice(first + 1..<opening), let phrase = phrase(endingAt: first - 1, lower),
        case .mention(let name) = phrase.head, context.names[name].kind == .person
      {
        return .phrase(phrase)
      }
      // "The farmer, who saw it, according to the paper, said": what is parted off lies behind a relative clause.
      if opening > lower,
        text.phrases.longest(.cue, at: opening + 1)?.sense.attribute
          == CueFrame.phrase.rawValue, let first = aside(closedBy: opening, lower),
        isRelative(first + 1), let phrase = phrase(endingAt: first - 1, lower)
      {
        return .phrase(phrase)
      }
      guard var phrase = phrase(endingAt: opening - 1, lower) else { return .none }
      // "The firm that owns the ship, Marlow, said": the phrase ends a relative clause.
      if phrase.relative == nil, let owner = relativeOwner(before: phrase.tokens.lowerBound, lower)
      {
        phrase = owner
      }
      // "The senator, facing a challenge in Iowa, a swing state, said": the phrase belongs to an
      // aside that began before.
      let verb = phrase.tokens.lowerBound - 1
      if verb > lower + 1, isParticiple(verb), context.kind(verb - 1) == .comma,
        let owner = self.phrase(endingAt: verb - 2, lower)
      {
        return .phrase(owner)
      }
      // "In spring, the river rose, said ...": what a preposition opens is no subject.
      let before = phrase.tokens.lowerBound - 1
      if before == lower, text.functionType(before) == .adposition { return .shared }
      return .phrase(named(phrase, by: opening + 1..<index))
    case .word, .number, .closingBracket, .other, .clitic:
      switch text.functionType(index) {
      case .conjunction, .adposition, .infinitive: return .shared
      default: break
      }
      let found = phrase(endingAt: index, lower)
      let first = found?.tokens.lowerBound ?? index + 1
      if found?.relative == nil, let owner = placedOwner(before: first, lower) {
        return .phrase(owner)
      }
      if found?.relative == nil, let owner = relativeOwner(before: first, lower) {
        return .phrase(owner)
      }
      if let found, let owner = owner(ofTime: found) { return owner }
      guard let phrase = found ?? datedOwner(before: index, verb, lower) else { return .none }
      return isObject(phrase, before: verb, index, lower) ? .shared : .phrase(phrase)
    default: return .none
    }
  }

  /// Most tokens of a relative clause without commas.
  static let longestRelative = 28

  /// The phrase that a relative clause without commas belongs to, when the words before a verb only
  /// end that clause: "a woman who held his legs until they landed | said".
  private func relativeOwner(before first: Int, _ lower: Int) -> NounPhrase? {
    // What says something by itself needs no owner: "the man who left, the mayor said".
    for index in stride(
      from: first - 1, through: max(lower + 1, first - Self.longestRelative), by: -1)
    {
      switch context.kind(index) {
      case .word, .number, .clitic, .other: break
      default: return nil
      }
      guard isRelative(index) else { continue }
      if text.phrases.longest(.complementiser, at: index) != nil { return nil }
      guard isNominal(index - 1), context.kind(index - 1) != .comma, index + 1 < first,
        (index + 1..<min(first, index + 4)).contains(where: {
          isVerb($0) || text.functionType($0)?.isVerbal == true || isPast($0)
        }),
        let owner = self.phrase(endingAt: index - 1, lower), owner.relative == nil
      else { return nil }
      switch owner.head {
      case .role, .collective, .mention, .body: break
      default: return nil
      }
      // The clause opens the sentence, or whatever stands before the phrase ends there.
      let before = owner.tokens.lowerBound - 1
      guard before < lower || context.kind(before) != .word else { return nil }
      return owner
    }
    return nil
  }

  /// The subject between commas before a verb that closes its sentence or has an object: "..., the
  /// head of the union, so-and-so, told the radio".
  ///
  /// - Returns: The phrase, when a border parts it from what is said.
  func apposition(before verb: Int, from lower: Int) -> NounPhrase? {
    guard case .phrase(let phrase) = subject(before: verb, from: lower),
      context.kind(verb - 1) == .comma || context.kind(verb - 1) == .dash,
      phrase.relative == nil, phrase.tokens.lowerBound - 1 > lower
    else { return nil }
    switch context.kind(phrase.tokens.lowerBound - 1) {
    case .comma, .dash, .closingQuote: break
    default: return nil
    }
    switch phrase.head {
    case .mention, .role, .body, .media: return phrase
    default: return nil
    }
  }

  /// Most tokens of a clause that says why a name is withheld.
  static let longestExcuse = 10

  /// Index of the last token before a relative clause without commas that says that a name is
  /// withheld: "an official | who asked not to be named said".
  private func skippedExcuse(endingAt last: Int, _ lower: Int) -> Int {
    guard last > lower else { return last }
    var start: Int?
    for index in stride(from: last, through: max(lower, last - Self.longestExcuse), by: -1) {
      if let found = text.phrases.longest(.anonymity, at: index)?.match, found.end == last + 1 {
        start = index
      }
      if start != nil, isRelative(index) { return index - 1 }
    }
    return last
  }

  /// Whether a phrase before an infinitive or participle is the object of an earlier verb: "took
  /// the stage to admit", "issued a letter calling".
  private func isObject(_ phrase: NounPhrase, before verb: Int, _ last: Int, _ lower: Int) -> Bool {
    let before = phrase.tokens.lowerBound - 1
    let isOpen =
      (last + 1..<verb).contains { text.functionType($0) == .infinitive } || isParticiple(verb)
    guard isOpen, before > lower, phrase.relative == nil, context.name(at: before) == nil else {
      return false
    }
    // "Wrote on the page saying": what a preposition opens is no subject either.
    if text.functionType(before) == .adposition
      || text.functionType(before) == .infinitive && text.has(.sharedForms)
    {
      return isParticiple(verb)
        && !text.pack.settings.absoluteWords.contains(text.text(before..<before + 1))
    }
    guard text.classes(before).has(.lightVerb) else { return false }
    // "Received a message asking for help": it is the text that asks.
    if phrase.head == .document,
      text.pack.settings.receivingWords.contains(text.text(before..<before + 1))
    {
      return false
    }
    if case .pronoun = phrase.head { return false }
    return text.phrases.longest(.cue, at: before)?.sense.attribute != CueFrame.address.rawValue
  }

  /// Whether a verb's participle stands at a token.
  func isParticiple(_ index: Int) -> Bool {
    guard text.classes(index).has(.lightVerb) else { return false }
    return text.phrases.matches(at: index).contains { match in
      match.end == index + 1
        && text.pack.lexicon.senses(at: match.node).contains {
          $0.lexicalClass == .lightVerb && $0.attribute == CueFrame.participle.rawValue
        }
    }
  }

  /// Whether a word in small letters ends as verbs do that tell what is past.
  private func isPast(_ index: Int) -> Bool {
    text.tokens[index].kind == .word && text.tokens[index].style == 0 && text.hasFiniteEnding(index)
  }

  /// The phrase that a participle goes with, a place or an agent behind it: "the society | based in
  /// Leeds", "reports | seen by the paper".
  private func placedOwner(before first: Int, _ lower: Int) -> NounPhrase? {
    let participle = first - 2
    guard participle - 1 >= lower, text.functionType(first - 1) == .adposition,
      isPast(participle) || isVerb(participle), isNominal(participle - 1),
      !text.classes(participle - 1).has(.pronoun)
    else { return nil }
    let isAgent = text.pack.settings.agentWords.contains(text.text(first - 1..<first))
    guard isAgent || (isPlace(first..<first + 1) && isPast(participle)) else { return nil }
    return phrase(endingAt: participle - 1, lower)
  }

  /// The text that a participle and a time behind it belong to: "a poll | released on Friday".
  private func datedOwner(before last: Int, _ verb: Int, _ lower: Int) -> NounPhrase? {
    guard last > lower, last + 1 < verb, isPast(last) || isVerb(last), isNominal(last - 1),
      (last + 1..<verb).contains(where: { text.classes($0).has(.timeWord) }),
      let owner = phrase(endingAt: last - 1, lower), owner.head == .document
    else { return nil }
    return owner
  }

  /// Whether tokens tell an office that goes on behind its noun: "the mayor of one of the towns".
  private func isOffice(_ tokens: Range<Int>) -> Bool {
    guard let of = tokens.first(where: { text.functionType($0) == .adposition }),
      of > tokens.lowerBound
    else { return false }
    return reader.head(endingAt: of - 1)?.head == .role
  }

  /// Whether tokens are the name or abbreviation of a place.
  private func isPlace(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, tokens.count <= 3 else { return false }
    if let (_, name) = context.name(at: first) {
      return name.kind == .place && name.tokens.upperBound >= tokens.upperBound
    }
    return tokens.count == 1 && text.classes(first).has(.abbreviation)
  }

  /// A role's phrase with the name that stands between commas behind it: "its driver, so-and-so,".
  func named(_ phrase: NounPhrase, by aside: Range<Int>) -> NounPhrase {
    guard phrase.head == .role || phrase.head == .body || phrase.head == .unknown,
      var first = aside.first
    else { return phrase }
    while first + 1 < aside.upperBound, context.name(at: first) == nil,
      let title = text.phrases.longest(.title, at: first) ?? text.phrases.longest(.role, at: first),
      title.match.end < aside.upperBound
    {
      first = title.match.end
    }
    guard let (index, name) = context.name(at: first),
      name.kind == .person || (name.kind == .organization && phrase.head != .role),
      name.tokens.upperBound == aside.upperBound, name.tokens.lowerBound <= first
    else {
      // A single word with a capital letter that nothing knows: "the start-up behind it, iTide,".
      guard phrase.head != .role, aside.count == 1, context.name(at: first) == nil,
        text.allClasses(first) == 0, holdsCapital(first)
      else { return phrase }
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<aside.upperBound, headTokens: aside, head: .unknown,
        stemLength: 0)
    }
    return NounPhrase(
      tokens: phrase.tokens.lowerBound..<aside.upperBound, headTokens: name.tokens,
      head: .mention(index), stemLength: 0)
  }

  private func holdsCapital(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return text.document.text.bytes[Int(token.start)..<Int(token.end)].contains {
      (0x41...0x5A).contains($0)
    }
  }

  /// Index of the last token before a verb that is no auxiliary, adverb or time.
  private func skippedAuxiliaries(before verb: Int, _ lower: Int) -> Int {
    var index = verb - 1
    var isChain = false
    while index >= lower, verb - index < Self.longestPhrase {
      if context.kind(index) == .number, index > lower, text.classes(index - 1).has(.timeWord) {
        index -= 1
        continue
      }
      // "Who in 2010 said".
      if context.kind(index) == .number, index > lower + 1, text.tokens[index].span.length == 4,
        text.functionType(index - 1) == .adposition, !isChain
      {
        index -= 2
        continue
      }
      // "He's saying": what follows a subject and precedes its verb is no possessive.
      if context.kind(index) == .clitic, index > lower {
        index -= 1
        continue
      }
      guard context.kind(index) == .word else { break }
      let classes = text.classes(index)
      let type = text.functionType(index)
      if type == .infinitive {
        isChain = true
      } else if classes.has(.timeWord), context.name(at: index) == nil {
        // "On Monday", "this month".
        if index > lower, [.adposition, .determiner].contains(text.functionType(index - 1)) {
          index -= 1
        }
      } else if type == .adverb || type?.isVerbal == true || floats(index, lower)
        || isManner(index, lower)
      {
        // Goes on.
      } else if isChain,
        isVerb(index) || (type == .adposition && isVerbBefore(index, lower))
          || (type == nil && index > lower && text.functionType(index - 1)?.isVerbal == true)
      {
        // "went on to", "wants to": verbs before an infinitive.
      } else {
        break
      }
      index -= 1
    }
    return index
  }

  /// Whether a word's ending makes it an adverb of manner: "she angrily said".
  private func isManner(_ index: Int, _ lower: Int) -> Bool {
    guard index > lower, !text.tokens[index].isCapitalized, context.name(at: index) == nil else {
      return false
    }
    let token = text.tokens[index]
    let bytes = text.document.text.bytes[Int(token.start)..<Int(token.end)]
    return text.pack.settings.adverbEndings.contains { ending in
      bytes.count > ending.utf8.count + 2
        && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
  }

  /// Whether a word only repeats the subject before it: "the judges all said", "she herself said".
  private func floats(_ index: Int, _ lower: Int) -> Bool {
    guard index > lower else { return false }
    let isAfterSubject =
      isNominal(index - 1) && text.functionType(index - 1) == nil
      || pronounCase(index - 1) == .subject
    if text.functionType(index) == .quantifier {
      return isAfterSubject || text.functionType(index - 1)?.isVerbal == true
    }
    return isAfterSubject && text.classes(index).has(.pronoun) && pronounCase(index) == .object
  }

  private func isVerbBefore(_ index: Int, _ lower: Int) -> Bool {
    index > lower && isVerb(index - 1)
  }

  /// Whether a word is a verb and no part of a name.
  func isVerb(_ index: Int) -> Bool {
    let classes = text.classes(index)
    return (classes.has(.lightVerb) || classes.has(.cue)) && context.name(at: index) == nil
      && !classes.has(.role)
  }

  /// Index of the comma or dash that opens the aside which a later one closes.
  private func aside(closedBy close: Int, _ lower: Int) -> Int? {
    let kind = context.kind(close)
    var index = close - 1
    while index > lower, close - index <= Self.longestAside {
      switch context.kind(index) {
      case kind:
        // A clause that begins with its verb is no aside.
        let next = index + 1
        let isClause = text.functionType(next)?.isVerbal == true || text.classes(next).has(.cue)
        return isClause ? nil : index
      case .closingBracket:
        // "A woman who paid $930 (£692), says": whatever the brackets hold.
        if let open = bracketStart(index, lower) { index = open }
      case .terminator, .colon: return nil
      case .closingQuote, .openingQuote:
        if text.pair(at: index) != nil { return nil }
      default: break
      }
      index -= 1
    }
    return nil
  }
}
