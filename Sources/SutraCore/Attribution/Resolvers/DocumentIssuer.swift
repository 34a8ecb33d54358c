/// Whose a notice or statement is that nobody is said to have issued: of the body that the lines
/// before it are about.
extension DocumentResolver {
  /// Most tokens at each end of a sentence among which its subject is looked for.
  private static let farthestSubject = 40
  /// Most tokens between "from the bank" and the text that comes from it.
  private static let farthestSource = 8
  /// Most sentences between a text told of first and the one that tells whose it is.
  private static let farthestLead = 3

  /// The body whose text it is, as the sentences before or its own tell, for texts that are issued.
  func issuingBody(of phrase: NounPhrase) -> NounPhrase? {
    let text = context.text
    guard let head = phrase.headTokens.last, isIssued(phrase), owner(within: phrase) == nil else {
      return nil
    }
    let here = context.sentences.partitioningIndex { $0.tokens.upperBound > head }
    guard here < context.sentences.count else { return nil }
    let own = context.sentences[here].tokens
    if let owner = source(before: phrase.headTokens.lowerBound, from: own.lowerBound)
      ?? actor(of: context.sentences[here], phrase.headTokens, phrase.cases)
    {
      return owner
    }
    guard !isOwned(phrase) else { return nil }
    guard phrase.tokens == phrase.headTokens else {
      return here <= Self.lastOfLead ? lead(before: here) : nil
    }
    let key = text.key(head..<head + 1, stemLength: phrase.stemLength)
    var first = here
    for index in (max(0, here - Self.farthest)..<here).reversed() {
      let sentence = context.sentences[index]
      guard let found = told(key, in: sentence.tokens) else { continue }
      first = index
      let lower = sentence.tokens.lowerBound
      let reader = NounPhraseReader(context)
      if let owner = owner(within: reader.phrase(of: found, from: lower))
        ?? source(before: found.tokens.lowerBound, from: lower)
        ?? actor(of: sentence, found.tokens, found.cases)
      {
        return owner
      }
      if sumsUp(sentence.tokens), !hasPerson(sentence.tokens), let owner = lead(before: index) {
        return owner
      }
    }
    return first <= Self.lastOfLead && !hasPerson(context.sentences[first].tokens)
      ? lead(before: first) : nil
  }

  /// Most sentences, the headline among them, after which an article's lead is told.
  private static let lastOfLead = 3

  private func isIssued(_ phrase: NounPhrase) -> Bool {
    guard let head = phrase.headTokens.last else { return false }
    return context.text.pack.settings.noticeTexts.contains(
      context.text.name(head..<head + 1, stemLength: phrase.stemLength))
  }

  /// Whether a word in a text's phrase has the owner's ending, whoever that is.
  private func isOwned(_ phrase: NounPhrase) -> Bool {
    (phrase.tokens.lowerBound..<phrase.headTokens.lowerBound).contains { index in
      context.kind(index) == .word
        && context.text.vocabulary.stems(of: context.text.tokens[index].word).contains {
          $0.cases.contains(.genitive)
        }
    }
  }

  /// The body that the sentences right before one are about.
  private func lead(before first: Int) -> NounPhrase? {
    for index in (max(0, first - Self.farthestLead)..<first).reversed() {
      if let owner = subject(of: context.sentences[index]) { return owner }
    }
    return nil
  }

  /// The body that does something in a text or issues it: "in a notice the bank | closed".
  private func actor(of sentence: Sentence, _ text: Range<Int>, _ cases: CaseSet) -> NounPhrase? {
    let next = text.upperBound
    guard
      cases.contains(.locative)
        || next < sentence.tokens.upperBound
          && context.text.pack.settings.issuingWords.contains(context.text.text(next..<next + 1))
    else { return nil }
    return subject(of: sentence)
  }

  /// Whether a sentence tells in which text the one before it was said: "this was told in a notice".
  private func sumsUp(_ tokens: Range<Int>) -> Bool {
    let settings = context.text.pack.settings
    return tokens.suffix(Self.farthestSubject).contains {
      let word = context.text.text($0..<$0 + 1)
      return settings.demonstratives.contains(word) || settings.signingWords.contains(word)
    }
  }

  /// Most words between a text and the ending of whose it is, brackets apart.
  private static let farthestOwned = 3

  /// Whose a text is by a word with the owner's ending in its phrase, other words or brackets between:
  /// "in the ministry's (ML) latest | notice".
  func ownParty(of phrase: NounPhrase, _ span: Span) -> Resolution? {
    guard context.text.has(.ownerEnding), let head = phrase.headTokens.last,
      context.documentKind(endingAt: head) != nil
    else { return nil }
    return owner(within: phrase).flatMap { answer($0, span) }
  }

  private func owner(within phrase: NounPhrase) -> NounPhrase? {
    let text = context.text
    let reader = NounPhraseReader(context)
    var index = phrase.headTokens.lowerBound - 1
    var words = 0
    while index >= phrase.tokens.lowerBound, words <= Self.farthestOwned {
      if context.kind(index) == .closingBracket {
        guard
          let open = (phrase.tokens.lowerBound..<index).last(where: {
            context.kind($0) == .openingBracket
          })
        else { return nil }
        index = open - 1
        continue
      }
      guard context.kind(index) == .word || context.kind(index) == .number else { return nil }
      if let found = reader.head(endingAt: index) {
        guard found.cases.contains(.genitive) else { return nil }
        let owner = reader.phrase(of: found, from: phrase.tokens.lowerBound)
        return isBody(owner) || isIssued(phrase) && words <= 1 ? owner : nil
      }
      if let part = bodyPart(endingAt: index, .genitive) {
        return reader.phrase(of: part, from: phrase.tokens.lowerBound)
      }
      guard !text.pack.settings.signingWords.contains(text.text(index..<index + 1)),
        !text.pack.settings.askedBeside.contains(text.text(index..<index + 1)),
        ![.adposition, .conjunction].contains(text.functionType(index)),
        !text.vocabulary.stems(of: text.tokens[index].word).contains(where: {
          !$0.cases.isDisjoint(with: [.locative, .objective])
        })
      else { return nil }
      words += 1
      index -= 1
    }
    return nil
  }

  /// A noun of a part of a body, by its own or the owner's ending: "the department's".
  private func bodyPart(endingAt index: Int, _ ending: CaseSet = []) -> NounPhraseReader.Found? {
    let text = context.text
    guard context.kind(index) == .word, context.name(at: index) == nil else { return nil }
    func found(_ cases: CaseSet, _ stemLength: Int) -> NounPhraseReader.Found? {
      guard
        text.pack.settings.bodyParts.contains(
          text.name(index..<index + 1, stemLength: stemLength))
      else { return nil }
      return NounPhraseReader.Found(
        tokens: index..<index + 1, head: .body, cases: cases, stemLength: stemLength)
    }
    guard !ending.isEmpty else { return found([], 0) }
    return text.vocabulary.stems(of: text.tokens[index].word).lazy
      .filter { !$0.cases.isDisjoint(with: ending) }
      .compactMap { found($0.cases, $0.keyLength) }.first
  }

  private func answer(_ owner: NounPhrase, _ span: Span) -> Resolution? {
    let evidence = [context.text.span(owner.tokens)]
    let entity: Int?
    switch owner.head {
    case .mention(let name): entity = parties.entityOfName[name]
    case .role: entity = parties.roles.holder(of: owner)
    case .body: entity = nil
    default: return nil
    }
    let speaker =
      entity.map { parties.speaker($0, span, .document) }
      ?? Speaker(span: span, entity: nil, name: parties.name(of: owner), kind: .document)
    return Resolution(speaker: speaker, rule: .documentsOwner, evidence: evidence)
  }

  /// A text of a kind that a sentence tells of, the last of several.
  private func told(_ key: [UInt8], in tokens: Range<Int>) -> NounPhraseReader.Found? {
    let text = context.text
    let reader = NounPhraseReader(context)
    for index in tokens.suffix(2 * Self.farthestSubject).reversed()
    where text.allClasses(index).has(.document) {
      guard let found = reader.head(endingAt: index), found.head == .document,
        text.key(index..<index + 1, stemLength: found.stemLength) == key
      else { continue }
      return found
    }
    return nil
  }

  /// Whether a person may be the subject of a sentence that tells of a text, and did not only sign it.
  private func hasPerson(_ tokens: Range<Int>) -> Bool {
    let words = context.text.pack.settings.signingWords
    let near = tokens.suffix(Self.farthestSubject)
    guard !near.contains(where: { words.contains(context.text.text($0..<$0 + 1)) }) else {
      return false
    }
    let reader = NounPhraseReader(context)
    return near.contains { index in
      guard let found = reader.head(endingAt: index), found.isNominative else { return false }
      switch found.head {
      case .mention(let name): return context.names[name].kind == .person
      case .role, .collective, .pronoun(_, isThing: false): return true
      default: return false
      }
    }
  }

  /// The body that a text comes from: "from the bank | a notice that was sent".
  private func source(before text: Int, from lower: Int) -> NounPhrase? {
    let words = context.text.pack.settings.sourceWords
    let reader = NounPhraseReader(context)
    for index in stride(
      from: text - 1, through: max(lower + 1, text - Self.farthestSource), by: -1)
    {
      switch context.kind(index) {
      case .word, .number: break
      default: return nil
      }
      guard words.contains(context.text.text(index..<index + 1)) else { continue }
      // "From a section of the fire service": its noun may be in no table.
      for last in stride(from: index - 1, through: max(lower, index - 3), by: -1) {
        guard let found = reader.head(endingAt: last) else { continue }
        guard last == index - 1 ? found.isNominative : found.cases.contains(.genitive) else {
          return nil
        }
        let phrase = reader.phrase(of: found, from: lower)
        return isBody(phrase) ? phrase : nil
      }
      return nil
    }
    return nil
  }

  /// The body that is the subject of a sentence: behind its verb at the end, or before everybody else.
  private func subject(of sentence: Sentence) -> NounPhrase? {
    let reader = NounPhraseReader(context)
    let tokens = context.trimmed(sentence.tokens)
    guard let last = tokens.last, tokens.count > 3 else { return nil }
    let lower = max(tokens.lowerBound, last - Self.farthestSubject)
    if let found = reader.head(endingAt: last) ?? bodyPart(endingAt: last) {
      let phrase = reader.phrase(of: found, from: lower)
      let verb = phrase.tokens.lowerBound - 1
      return found.isNominative && !found.cases.contains(.classifier) && isBody(phrase)
        && verb > tokens.lowerBound && BareReport.isFinite(verb, context) && !isImpersonal(verb)
        ? phrase : nil
    }
    guard BareReport.isFinite(last, context), !context.text.isPolite(last), !isImpersonal(last)
    else { return nil }
    for index in tokens.prefix(Self.farthestSubject) where index < last {
      if context.kind(index) == .comma { return nil }
      guard
        let found = reader.head(endingAt: index) ?? bodyPart(endingAt: index), found.isNominative,
        found.head != .document, found.head != .media
      else { continue }
      let phrase = reader.phrase(of: found, from: tokens.lowerBound)
      return !found.cases.contains(.classifier) && isBody(phrase) && standsAlone(index)
        ? phrase : nil
    }
    return nil
  }

  /// Whether a body's name is no part of what follows it: "in the bank's office".
  private func standsAlone(_ last: Int) -> Bool {
    let text = context.text
    let next = last + 1
    return next < text.tokens.count && context.kind(next) == .word
      && text.functionType(next) != .conjunction
      && (text.classes(next).has(.timeWord)
        || !text.vocabulary.stems(of: text.tokens[next].word).contains {
          $0.word >= 0 && $0.cases.contains(.locative)
        })
  }

  /// Whether a verb has no subject, or only tells when or if something is so.
  private func isImpersonal(_ verb: Int) -> Bool {
    let text = context.text
    let key = Array(text.vocabulary.key(of: text.tokens[verb].word))
    return text.pack.settings.impersonalVerbs.contains(key)
      || text.pack.settings.subjectlessVerbs.contains(text.text(verb..<verb + 1))
      || text.hasEnding(verb, of: text.pack.settings.conditionalEndings)
  }
}
