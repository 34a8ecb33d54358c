/// A report in the passive: whoever "by" names says it, never the subject: "she was told by the
/// driver that ...", "the plan was described as “a joke” by the mayor".
struct PassiveAgent: QuotationRule {
  let name = Construction.passiveAgent

  /// Most tokens between a cue and whom it is done by.
  static let farthest = 14

  /// Whether a cue stands in the passive, with "be" before it.
  static func isPassive(_ cue: Cue, _ clause: CueClause) -> Bool {
    guard !clause.settings.agentWords.isEmpty, cue.frame == .verb || cue.frame == .address,
      cue.tokens.count <= 2
    else { return false }
    let text = clause.context.text
    let index = clause.context.behindAdverbs(
      before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    return index >= clause.tokens.lowerBound
      && (text.functionType(index) == .copula || endsInCopula(index, clause)
        || isJoined(cue, index, clause))
  }

  /// Whether "and" joins a cue to a participle in the passive, and nothing that is said follows: "was mocked and
  /// questioned | online".
  private static func isJoined(_ cue: Cue, _ conjunction: Int, _ clause: CueClause) -> Bool {
    let (text, next) = (clause.context.text, cue.tokens.upperBound)
    let participle = conjunction - 1
    guard text.functionType(conjunction) == .conjunction,
      text.classes(conjunction).has(.connective),
      participle > clause.tokens.lowerBound, next < clause.tokens.upperBound,
      text.hasFiniteEnding(participle), text.hasFiniteEnding(cue.tokens.lowerBound),
      clause.context.kind(next) == .word,
      [.adposition, .adverb].contains(text.functionType(next))
    else { return false }
    let before = clause.context.behindAdverbs(before: participle, from: clause.tokens.lowerBound)
    return text.functionType(before) == .copula
  }

  /// Whether a cue without "be" has whoever did it behind it: "what is | urged by the mayor".
  func hasAgent(_ cue: Cue, _ clause: CueClause) -> Bool {
    guard cue.tokens.count == 1, clause.context.text.hasFiniteEnding(cue.tokens.lowerBound),
      let agent = agent(at: cue.tokens.upperBound, clause)
    else { return false }
    return agent.head != .unknown
  }

  /// Whether a pronoun is written together with a form of "be": "we're".
  private static func endsInCopula(_ index: Int, _ clause: CueClause) -> Bool {
    let text = clause.context.text
    guard !clause.settings.copulaEndings.isEmpty, text.classes(index).has(.pronoun) else {
      return false
    }
    let word = text.text(index..<index + 1)
    return clause.settings.copulaEndings.contains { word.hasSuffix($0) && word != $0 }
  }

  /// Most tokens between a word like "with" and the participle of its clause.
  private static let longestAbsolute = 8

  /// Whether a cue is the participle of a clause that a word like "with" opens: ", with a decision
  /// expected in May".
  static func isAbsolute(_ cue: Cue, _ clause: CueClause) -> Bool {
    let context = clause.context
    let first = max(clause.tokens.lowerBound + 1, cue.tokens.lowerBound - longestAbsolute)
    for index in stride(from: cue.tokens.lowerBound - 1, through: first, by: -1) {
      guard context.kind(index) == .word, context.text.functionType(index)?.isVerbal != true else {
        return false
      }
      guard clause.settings.absoluteWords.contains(context.text.text(index..<index + 1)) else {
        continue
      }
      return context.kind(index - 1) == .comma && index < cue.tokens.lowerBound - 1
    }
    return false
  }

  /// Whether a cue behind a comma has its agent right behind it: "the fire, described by the mayor
  /// as “a disgrace”, ...".
  private func isReduced(_ cue: Cue, _ clause: CueClause) -> Bool {
    let before = cue.tokens.lowerBound - 1
    guard !clause.settings.agentWords.isEmpty, cue.frame == .verb || cue.frame == .address,
      cue.tokens.count == 1, before > clause.tokens.lowerBound,
      clause.context.kind(before) == .comma,
      let agent = agent(at: cue.tokens.upperBound, clause)
    else { return false }
    return agent.head != .unknown
  }

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard Self.isPassive(cue, clause) else {
      return isReduced(cue, clause) ? agentFirst(cue, clause, isPassive: false) : nil
    }
    return agentFirst(cue, clause, isPassive: true) ?? contentFirst(cue, clause)
      ?? nobody(cue, clause)
  }

  /// What a passive with one agent goes on with: further words in marks, each with its own agent.
  func further(behind draft: QuotationDraft, in clause: CueClause) -> [QuotationDraft] {
    let context = clause.context
    var found: [QuotationDraft] = []
    guard draft.rule == name, let cue = draft.cue, var end = draft.speaker?.tokens.upperBound,
      end > draft.content.upperBound
    else { return [] }
    while true {
      var open = end
      while open < clause.tokens.upperBound,
        context.kind(open) == .comma || context.text.functionType(open) == .conjunction
      {
        open += 1
      }
      guard let pair = context.text.pair(at: open), pair.open == open, open > end,
        let agent = agent(at: pair.close + 1, clause),
        let next = clause.draft(
          open..<pair.close + 1, cue, SpeakerFinder.Parties(speaker: agent), confidence: 0.8,
          rule: name)
      else { return found }
      found.append(next)
      end = agent.tokens.upperBound
    }
  }

  private func isWord(_ index: Int, of words: Set<String>, _ clause: CueClause) -> Bool {
    index < clause.tokens.upperBound && clause.context.kind(index) == .word
      && words.contains(clause.context.text.text(index..<index + 1))
  }

  /// Whom a word like "by" at a token names.
  private func agent(at index: Int, _ clause: CueClause) -> NounPhrase? {
    guard isWord(index, of: clause.settings.agentWords, clause) else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    let first = index + 1
    guard first < clause.tokens.upperBound, !context.text.classes(first).has(.timeWord) else {
      return nil
    }
    var end = first
    let limit = min(clause.tokens.upperBound, first + ClauseReader.longestPhrase)
    while end < limit {
      let isMark = [.openingQuote, .closingQuote].contains(context.kind(end))
      if isMark
        ? context.text.pair(at: end) != nil
        : ![.word, .number, .clitic, .other, .dash].contains(context.kind(end))
      {
        break
      }
      if end > first {
        if context.text.phrases.longest(.complementiser, at: end) != nil { break }
        if context.text.functionType(end) == .conjunction, end + 1 < limit,
          context.kind(end + 1) == .openingQuote
        {
          break
        }
        if context.text.functionType(end)?.isVerbal == true || reader.isRelative(end) { break }
        // "By the union of hiding it", "by critics as a joke".
        if isWord(end, of: clause.settings.aboutWords, clause), end + 1 < limit,
          context.name(at: end + 1) == nil,
          !(context.text.functionType(end + 1) == .determiner
            && context.text.phrases.longest(.role, at: end - 1) != nil
            && context.text.text(end..<end + 1).utf8.count > 2)
        {
          if isParticiple(end + 1, context) || context.kind(end + 1) == .openingQuote
            || context.text.text(end..<end + 1).utf8.first == 0x61
          {
            break
          }
        }
        if context.text.classes(end).has(.timeWord), context.name(at: end) == nil { break }
      }
      end += 1
    }
    guard end > first, var phrase = reader.phrase(first..<end) else { return nil }
    // "By its keeper, so-and-so".
    if end + 1 < clause.tokens.upperBound, context.kind(end) == .comma,
      phrase.head == .role || phrase.head == .unknown
    {
      let close = (end + 1..<limit).first { ![.word, .other].contains(context.kind($0)) } ?? limit
      phrase = reader.named(phrase, by: end + 1..<max(end + 1, close))
    }
    switch phrase.head {
    case .mention, .role, .collective, .body, .media, .document: return phrase
    case .pronoun(_, isThing: false): return phrase
    case .unknown: return isParticiple(first, context) ? nil : phrase
    default: return nil
    }
  }

  private func isParticiple(_ index: Int, _ context: QuotationContext) -> Bool {
    let token = context.text.tokens[index]
    let bytes = context.text.document.text.bytes[Int(token.start)..<Int(token.end)]
    if context.kind(index) == .word, token.style == 0,
      context.text.pack.settings.participleEndings.contains(where: {
        bytes.count > $0.count + 2 && bytes.suffix($0.count).elementsEqual($0)
      })
    {
      return true
    }
    return context.text.phrases.matches(at: index).contains { match in
      match.end == index + 1
        && context.text.pack.lexicon.senses(at: match.node).contains {
          ($0.lexicalClass == .lightVerb || $0.lexicalClass == .cue)
            && $0.attribute == CueFrame.participle.rawValue
        }
    }
  }

  /// "Told by the driver that ...", "accused by the union of ...", "described by her as ...".
  private func agentFirst(
    _ cue: Cue, _ clause: CueClause, isPassive: Bool
  ) -> QuotationDraft? {
    let context = clause.context
    var index = cue.tokens.upperBound
    while index < clause.tokens.upperBound, index - cue.tokens.upperBound < 4,
      context.text.functionType(index) == .adverb || context.text.classes(index).has(.timeWord)
    {
      index += 1
    }
    guard let agent = agent(at: index, clause) else { return nil }
    var start = agent.tokens.upperBound
    guard start < clause.tokens.upperBound else { return nil }
    if let found = context.text.phrases.longest(.complementiser, at: start) {
      start = found.match.end
    } else if isWord(start, of: clause.settings.aboutWords, clause) {
      // "As saying ...".
      start += 1
      if isWord(start - 1, of: clause.settings.relayWords, clause),
        let saying = clause.cue(from: start), saying.tokens.lowerBound == start
      {
        return nil
      }
    } else if ![.openingQuote, .colon].contains(context.kind(start))
      && context.text.functionType(start) != .infinitive
    {
      return nil
    }
    let end =
      isPassive
      ? ContentReach(clause, ClauseReader(context)).end(from: start, of: cue)
      : asideEnd(from: start, clause)
    let content = clause.content(start..<max(start, end))
    guard content.count >= 1 else { return nil }
    return clause.draft(
      content, cue, parties(agent, cue, clause), confidence: 0.75, rule: name)
  }

  /// Where what stands between commas ends.
  private func asideEnd(from start: Int, _ clause: CueClause) -> Int {
    var index = start
    while index < clause.tokens.upperBound {
      if let pair = clause.context.text.pair(at: index), pair.open == index {
        index = pair.close + 1
        continue
      }
      if clause.context.kind(index) == .comma { return index }
      index += 1
    }
    return clause.tokens.upperBound
  }

  /// "Described as “a joke” by the mayor".
  private func contentFirst(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    let context = clause.context
    var start = cue.tokens.upperBound
    if isWord(start, of: clause.settings.aboutWords, clause) { start += 1 }
    guard start < clause.tokens.upperBound else { return nil }
    let limit = min(clause.tokens.upperBound, start + Self.farthest)
    var index = start
    while index < limit {
      if let pair = context.text.pair(at: index), pair.open == index, pair.close > index {
        index = pair.close + 1
        if let agent = agent(at: index, clause) {
          return clause.draft(
            clause.content(start..<index), cue, parties(agent, cue, clause), confidence: 0.75,
            rule: name)
        }
        continue
      }
      if [.comma, .terminator, .colon].contains(context.kind(index)) { break }
      if index > start, let agent = agent(at: index, clause),
        start > cue.tokens.upperBound || context.form(of: start..<index) != .indirect
      {
        let content = clause.content(start..<index)
        return clause.draft(
          content, cue, parties(agent, cue, clause), confidence: 0.6, rule: name)
      }
      index += 1
    }
    return nil
  }

  /// "Was told that ...": said by somebody who is not named.
  private func nobody(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    let context = clause.context
    let reach = ContentReach(clause, ClauseReader(context))
    if var spoken = PrecedingSpeech().quotation(of: cue, in: clause) {
      spoken.speaker = nil
      return spoken
    }
    if let closed = closed(cue, clause, reach) { return closed }
    guard let found = reach.content(after: cue), found.start < clause.tokens.upperBound,
      found.opening == .marked
    else { return nil }
    // "Described as “unheard of” left the town at a loss": the words in marks alone.
    let isAbout = isWord(found.start - 1, of: clause.settings.aboutWords, clause)
    let marked = context.text.pair(at: found.start).flatMap {
      isAbout && $0.open == found.start && $0.close < clause.tokens.upperBound ? $0.close + 1 : nil
    }
    let content = clause.content(found.start..<(marked ?? reach.end(from: found.start, of: cue)))
    guard content.count >= 2 else { return nil }
    var parties = SpeakerFinder.Parties()
    parties.addressee = self.parties(nil, cue, clause).addressee
    return clause.draft(content, cue, parties, confidence: 0.5, rule: name)
  }

  /// "He repeated it, it is alleged": what stands before a comma, and behind it a cue alone whose subject is no
  /// party.
  private func closed(_ cue: Cue, _ clause: CueClause, _ reach: ContentReach) -> QuotationDraft? {
    let context = clause.context
    let next = cue.tokens.upperBound
    guard next >= clause.tokens.upperBound || context.kind(next) == .terminator,
      case .phrase(let subject) = reach.reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound),
      case .pronoun(_, isThing: true) = subject.head,
      case let comma = subject.tokens.lowerBound - 1, comma > clause.tokens.lowerBound,
      context.kind(comma) == .comma
    else { return nil }
    let content = clause.content(clause.tokens.lowerBound..<comma)
    guard reach.hasVerb(content) else { return nil }
    return clause.draft(content, cue, SpeakerFinder.Parties(), confidence: 0.5, rule: name)
  }

  /// The agent, and whom it was said to: the subject.
  private func parties(
    _ agent: NounPhrase?, _ cue: Cue, _ clause: CueClause
  ) -> SpeakerFinder.Parties {
    var parties = SpeakerFinder.Parties(speaker: agent)
    if cue.frame == .address,
      case .phrase(let subject) = ClauseReader(clause.context).subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    {
      parties.addressee = subject.tokens
    }
    return parties
  }
}
