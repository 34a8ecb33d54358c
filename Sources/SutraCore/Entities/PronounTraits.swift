/// How respectfully a word speaks of somebody.
enum Politeness: UInt8 {
  case plain, polite
  static let words = ["plain", "polite"]
}

/// What a pronoun tells of whom it means, as `pronouns.tsv` has it.
struct PronounTraits: Hashable, Sendable {
  /// Whether it means several.
  let isPlural: Bool
  /// The gender it tells, if any.
  let gender: Gender?
  /// The politeness it tells, if any.
  let politeness: Politeness?

  /// Reads the traits of a sense: two bits each, 0 for what is not told.
  init(_ sense: Sense) {
    isPlural = sense.detail & 3 == GrammaticalNumber.plural.rawValue + 1
    gender = Self.trait(sense.detail >> 2).flatMap(Gender.init)
    politeness = Self.trait(sense.detail >> 4).flatMap(Politeness.init)
  }

  private static func trait(_ bits: UInt8) -> UInt8? { bits & 3 == 0 ? nil : bits & 3 - 1 }
}

extension TokenizedDocument {
  /// What the pronoun at a token tells.
  func pronounTraits(at token: Int) -> PronounTraits? {
    phrases.longest(.pronoun, at: token).map { PronounTraits($0.sense) }
  }

  /// Whether a word has nothing but capitals, and more than one.
  func isAcronym(_ token: Int) -> Bool {
    tokens[token].style == 2 && tokens[token].kind == .word && tokens[token].span.length > 1
  }

  /// The gender a word tells, if any.
  func gender(at token: Int) -> Gender? {
    phrases.longest(.gender, at: token).flatMap { Gender(rawValue: $0.sense.attribute) }
  }

  /// The gender that the words before a person's name tell, or the first or last word of it.
  func gender(of name: MentionProposal) -> Gender? {
    guard name.kind == .person else { return nil }
    let first = name.tokens.lowerBound
    let before = first > 0 ? gender(at: first - 1) : nil
    return before ?? gender(at: first)
      ?? (has(.genderInLastName) ? gender(at: name.tokens.upperBound - 1) : nil)
  }

  /// Whether an honorific stands right before a name.
  func hasHonorific(before name: MentionProposal) -> Bool {
    (1...3).contains { distance in
      let start = name.tokens.lowerBound - distance
      guard start >= 0, let (match, sense) = phrases.longest(.title, at: start) else {
        return false
      }
      return match.end == name.tokens.lowerBound
        && sense.attribute == TitleType.honorific.rawValue
    }
  }

  /// How respectfully the verb of a person's clause speaks of them; `nil` where no verb tells.
  func politeness(ofVerbAfter name: MentionProposal) -> Politeness? {
    let settings = pack.settings
    guard !settings.politeVerbEndings.isEmpty, name.cases.isDisjoint(with: .caseMarkers) else {
      return nil
    }
    // The verb closes the clause: it is the last word before the next mark.
    var last = name.tokens.upperBound
    let limit = min(tokens.count, last + Self.longestClause)
    while last < limit, tokens[last].kind == .word || tokens[last].kind == .number { last += 1 }
    guard last < limit, last > name.tokens.upperBound, tokens[last - 1].kind == .word else {
      return nil
    }
    let key = vocabulary.key(of: tokens[last - 1].word)
    func ends(with ending: [UInt8]) -> Bool {
      key.count > ending.count + 3 && key.suffix(ending.count).elementsEqual(ending)
    }
    if settings.politeVerbEndings.contains(where: ends) { return .polite }
    // A passive tells nothing of its object: "was seized".
    guard !settings.impersonalVerbs.contains(Array(key)) else { return nil }
    return settings.plainVerbEndings.contains(where: ends) ? .plain : nil
  }

  /// Whether a verb ends as those do that speak politely of their subject.
  func isPolite(_ verb: Int) -> Bool {
    tokens[verb].kind == .word && hasEnding(verb, of: pack.settings.politeVerbEndings)
  }

  /// Whether a verb says what goes on, as those of saying seldom do before what is said.
  func isProgressive(_ verb: Int) -> Bool {
    guard tokens[verb].kind == .word else { return false }
    let settings = pack.settings
    return hasEnding(verb, of: settings.progressiveEndings)
      && !hasEnding(verb, of: settings.plainVerbEndings)
      && !hasEnding(verb, of: settings.perfectEndings)
  }

  /// Whether the key of a word ends with one of some endings.
  func hasEnding(_ word: Int, of endings: [[UInt8]]) -> Bool {
    let key = vocabulary.key(of: tokens[word].word)
    return endings.contains { key.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a word ends as verbal nouns in the genitive do, perhaps with an emphatic ending: "of
  /// doing".
  func isVerbalNoun(_ word: Int) -> Bool {
    let endings = pack.settings.verbalNounEndings
    if hasEnding(word, of: endings) { return true }
    let key = vocabulary.key(of: tokens[word].word)
    return vocabulary.stems(of: tokens[word].word).contains { stem in
      stem.cases == .emphatic
        && endings.contains { key.prefix(stem.keyLength).suffix($0.count).elementsEqual($0) }
    }
  }

  /// The word under which the tables have the pronoun that begins at a token, if one does.
  func pronounLemma(at token: Int) -> String? {
    guard let (_, sense) = phrases.longest(.pronoun, at: token) else { return nil }
    return pack.lexicon.value(of: sense) ?? text(token..<token + 1)
  }

  /// Most tokens of a clause that are looked through for its verb.
  private static let longestClause = 24
}
