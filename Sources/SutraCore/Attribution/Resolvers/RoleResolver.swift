/// Roles: "the president" is who the article says holds that office.
struct RoleResolver: SpeakerResolver {
  let parties: ArticleParties
  let pronouns: PronounResolver
  private var context: QuotationContext { parties.context }

  init(parties: ArticleParties) {
    self.parties = parties
    pronouns = PronounResolver(parties: parties)
  }

  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution? {
    let (phrase, span) = (question.phrase, question.span)
    guard phrase.head == .role else { return nil }
    if let name = named(rightBefore: phrase) {
      let first = context.names[name].tokens.lowerBound
      let words = context.text.span(first..<phrase.tokens.upperBound)
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[name], words, .named), rule: .name)
    }
    guard let (entity, rule, evidence) = holder(question, discourse) else {
      guard context.text.has(.knownByDescription) else {
        return Resolution(
          speaker: Speaker(span: span, entity: nil, name: nil, kind: .role), rule: .role)
      }
      if let alias = alias(of: phrase) {
        if let entity = alias.entity {
          return Resolution(speaker: parties.speaker(entity, span, .named), rule: .name)
        }
        return Resolution(
          speaker: Speaker(span: span, entity: nil, name: alias.name, kind: .named), rule: .name)
      }
      // Who has no name goes by the description.
      let known = isIndefinite(phrase) ? nil : discourse.descriptions[key(of: phrase)]
      return Resolution(
        speaker: Speaker(
          span: span, entity: nil, name: known ?? parties.name(of: phrase), kind: .role),
        rule: known == nil ? .role : .sameDescription)
    }
    return Resolution(
      speaker: parties.speaker(entity, span, .role), rule: rule,
      evidence: evidence.map { [$0] } ?? [], candidates: candidates(entity, discourse),
      isReference: true)
  }

  /// The person whose name a role stands right behind: "so-and-so | member says" where nothing else
  /// can stand before the role.
  private func named(rightBefore phrase: NounPhrase) -> Int? {
    let last = phrase.tokens.lowerBound - 1
    guard context.text.verbEndsClause, phrase.tokens == phrase.headTokens, last >= 0,
      phrase.cases.isDisjoint(with: .caseMarkers), let (index, name) = context.name(at: last),
      name.kind == .person, name.tokens.count > 1, name.cases.isEmpty,
      name.tokens.upperBound == last + 1
    else { return nil }
    return index
  }

  /// Most tokens between a description and the nickname it tells.
  private static let farthestAlias = 9

  /// The name somebody goes by, and whose name it is where the article has it: "a man who goes by “Smokey”".
  private func alias(of phrase: NounPhrase) -> (name: String, entity: Int?)? {
    let text = context.text
    let first = phrase.tokens.upperBound
    let words = text.pack.settings.nicknameWords
    guard !words.isEmpty else { return nil }
    for index in first..<min(text.tokens.count, first + Self.farthestAlias) {
      switch context.kind(index) {
      case .word, .openingQuote: break
      case .comma where index == first, .dash where index == first: continue
      default: return nil
      }
      let opens = context.kind(index) == .openingQuote
      guard index > first, opens || text.tokens[index].isCapitalized else { continue }
      let before = text.text(first..<index)
      guard words.contains(where: { before.hasSuffix($0) }) else { continue }
      guard opens else {
        guard let (number, name) = context.name(at: index) else {
          return (text.text(index..<index + 1), nil)
        }
        let entity = parties.entityOfName[number]
        return (text.text(name.tokens), parties.isPerson(entity) ? entity : nil)
      }
      guard let pair = text.pair(at: index), pair.close > index + 1 else { return nil }
      let name = context.trimmed(index + 1..<pair.close)
      return name.isEmpty ? nil : (text.text(name), nil)
    }
    return nil
  }

  /// What a description is known under: its noun.
  func key(of phrase: NounPhrase) -> [UInt8] { context.text.key(phrase.headTokens) }

  /// Whether a phrase is a role alone, and not somebody's: "Cole's lawyer" is nobody who was told of before.
  private func isBare(_ phrase: NounPhrase) -> Bool {
    let before = phrase.tokens.lowerBound - 1
    return phrase.tokens == phrase.headTokens
      && (before < 0 || ![.clitic, .other].contains(context.kind(before)))
  }

  /// Whether a phrase brings somebody new: "another driver", "one woman", "a driver".
  private func isIndefinite(_ phrase: NounPhrase) -> Bool {
    let first = phrase.tokens.lowerBound
    guard first < phrase.headTokens.lowerBound else { return false }
    let word = context.text.text(first..<first + 1)
    return context.text.functionType(first) == .quantifier
      || (context.text.functionType(first) == .determiner
        && context.text.pack.settings.newArticles.contains(word))
  }

  /// Whether a word of a phrase, in a language without articles, brings somebody new: "of the union
  /// | one leader".
  private func isNew(_ phrase: NounPhrase) -> Bool {
    let words = context.text.pack.settings.newWords
    return !words.isEmpty
      && phrase.tokens.contains { words.contains(context.text.text($0..<$0 + 1)) }
  }

  private func holder(
    _ question: SpeakerQuestion, _ discourse: Discourse
  ) -> (entity: Int, rule: AttributionRule, evidence: Span?)? {
    let phrase = question.phrase
    if let name = parties.named(before: phrase) {
      return (
        parties.entityOfName[name], .name, context.text.span(context.names[name].tokens)
      )
    }
    // "A detective said": somebody new.
    if context.text.has(.knownByDescription), isIndefinite(phrase), !question.isHeadline {
      return nil
    }
    if isNew(phrase), !question.isHeadline { return nil }
    let last = discourse.entity.flatMap { parties.isPerson($0) ? $0 : nil }
    // "This officer" is whoever spoke last.
    if isDemonstrated(phrase) {
      if isToldOf(phrase, discourse) { return nil }
      if let last { return (last, .lastSpeakersRole, discourse.span) }
      // "This actress" is whom the sentences before are about, as "she" would be.
      if isNear(phrase),
        let found = pronouns.antecedent(before: phrase.tokens.lowerBound, in: discourse),
        let entity = found.entity, found.isSubject
      {
        return (entity, .subjectBefore, found.evidence)
      }
    }
    if let entity = parties.roles.holder(of: phrase, lastSpeaker: last, since: discourse.end) {
      let naming = parties.roles.naming(ofHolder: entity)
      return (entity, .roleHolder, naming.map(context.text.span))
    }
    if question.isHeadline, let later = parties.roles.firstHolder(of: phrase) {
      let naming = parties.roles.naming(ofHolder: later)
      return (later, .roleHolder, naming.map(context.text.span))
    }
    if let next = question.next, let later = continued(next) {
      return (later, .namedNext, next.speaker.map { context.text.span($0.tokens) })
    }
    if let last, !parties.roles.holders.contains(last), isBare(phrase),
      discourse.descriptions[key(of: phrase)] == nil
    {
      return (last, .lastSpeakersRole, discourse.span)
    }
    // "So-and-so has talked of it. ..., the actress said": whom the sentence before is about.
    if isBare(phrase),
      let subject = context.latestSubject(before: phrase.tokens.lowerBound),
      !parties.roles.holders.contains(parties.entityOfName[subject])
    {
      return (
        parties.entityOfName[subject], .subjectBefore,
        context.text.span(context.names[subject].tokens)
      )
    }
    if opensArticle(phrase), let later = parties.roles.laterHolder(of: phrase) {
      return (later, .roleHolder, parties.roles.naming(ofHolder: later).map(context.text.span))
    }
    if let found = meant(by: question, discourse), let entity = found.entity {
      return (entity, .subjectBefore, found.evidence)
    }
    return nil
  }

  /// Who holds the role, and beside it who spoke last, if that is somebody else.
  private func candidates(_ entity: Int, _ discourse: Discourse) -> [SpeakerCandidate] {
    var found = [
      SpeakerCandidate(entity: entity, weight: 1, span: parties.firstMention(of: entity))
    ]
    if let last = discourse.entity, last != entity, parties.isPerson(last) {
      found = [
        SpeakerCandidate(entity: entity, weight: 0.8, span: found[0].span),
        SpeakerCandidate(entity: last, weight: 0.2, span: discourse.span),
      ]
    }
    return found
  }

  /// Most tokens of somebody's words that may tell of whoever speaks next.
  private static let farthestTold = 60

  /// Whether who spoke last told of somebody by the same noun, as in "I met a woman" before "That woman said".
  private func isToldOf(_ phrase: NounPhrase, _ discourse: Discourse) -> Bool {
    let key = key(of: phrase)
    let start = max(0, min(discourse.end, phrase.tokens.lowerBound) - Self.farthestTold)
    let reader = NounPhraseReader(context)
    return (start..<min(discourse.end, phrase.tokens.lowerBound)).contains { index in
      guard context.text.classes(index).has(.role) || context.kind(index) == .word,
        let found = reader.head(endingAt: index), found.head == .role, !found.isNominative
      else { return false }
      return context.text.key(found.tokens, stemLength: found.stemLength) == key
    }
  }

  /// Whether "this" stands before a role, with nothing between that it may belong to instead: "the
  /// mayor of this town".
  private func isDemonstrated(_ phrase: NounPhrase) -> Bool {
    let (text, head) = (context.text, phrase.headTokens.lowerBound)
    for index in stride(from: head - 1, through: max(0, phrase.tokens.lowerBound - 1), by: -1) {
      if text.pack.settings.demonstratives.contains(text.text(index..<index + 1)) { return true }
      if text.vocabulary.stems(of: text.tokens[index].word).contains(where: {
        $0.word >= 0 && $0.cases.contains(.genitive)
      }) {
        return false
      }
    }
    return false
  }

  /// Whether a word of a phrase shows who is near: "this", and not "that".
  private func isNear(_ phrase: NounPhrase) -> Bool {
    let words = context.text.pack.settings.nearDemonstratives
    return !words.isEmpty
      && phrase.tokens.contains { words.contains(context.text.text($0..<$0 + 1)) }
  }

  /// Most tokens between a name and the cue that it "further" says something by.
  private static let farthestFurther = 6

  /// The person who "further says" something in the quotation after a role's: the same speaker.
  private func continued(_ next: QuotationDraft) -> Int? {
    guard let cue = next.cue, let phrase = next.speaker, case .mention(let name) = phrase.head,
      context.names[name].kind == .person, phrase.tokens.upperBound <= cue.tokens.lowerBound
    else { return nil }
    let between = phrase.tokens.upperBound..<cue.tokens.lowerBound
    guard between.count <= Self.farthestFurther else { return nil }
    return between.contains(where: context.isAddition) ? parties.entityOfName[name] : nil
  }
}
