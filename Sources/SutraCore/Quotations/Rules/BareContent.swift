/// A cue and right after it what is said, with no mark between, as English writes it.
struct BareContent: QuotationRule {
  let name = Construction.bareContent

  /// How many in a hundred of a cue's bare uses must report for one of them to count.
  static let leastShare: UInt8 = 38

  /// The same for a cue whose subject is a text, which does little else but report.
  static let leastDocumentShare: UInt8 = 20

  /// The same for a cue that a clause follows.
  static let leastClauseShare: UInt8 = 20

  /// Fewest for words in marks of capitals alone to be no title.
  static let leastTitleShare: UInt8 = 70

  /// The same for a cue in the passive.
  static let leastPassiveShare: UInt8 = 60

  /// Fewest words of what a verb of saying reports without a verb that any table knows.
  static let shortestPlain = 4

  /// Whether a cue's verb hardly does anything but open a clause: "say", "argue".
  static func opensClauses(_ cue: Cue, _ clause: CueClause) -> Bool {
    cue.lemma >= 0
      && clause.settings.clauseVerbs.contains(clause.context.text.pack.lexicon.string(cue.lemma))
  }

  /// Whether words beside a verb of saying are what it says though no table has a verb of theirs.
  static func isPlain(
    _ cue: Cue, _ content: Range<Int>, _ speaker: NounPhrase?, _ clause: CueClause
  ) -> Bool {
    guard opensClauses(cue, clause), let speaker, speaker.head != .unknown else { return false }
    return content.count { clause.context.kind($0) == .word } >= shortestPlain
  }

  /// Whether writers tell what they call somebody: "a woman we are calling Clara".
  private func isRenaming(
    _ cue: Cue, _ content: Range<Int>, _ speaker: NounPhrase?, _ clause: CueClause
  ) -> Bool {
    let text = clause.context.text
    guard clause.context.isNaming(cue), let speaker, case .pronoun = speaker.head,
      clause.context.name(at: content.lowerBound)?.name.kind == .person
    else { return false }
    let word = text.text(speaker.headTokens)
    return clause.settings.participants.contains(word.lowercased())
  }

  /// Whether a participle only tells the name of what stands before it: "a firm called Marlow".
  private func isNamed(
    _ cue: Cue, _ content: Range<Int>, _ speaker: NounPhrase?, _ clause: CueClause
  ) -> Bool {
    let text = clause.context.text
    guard let speaker, speaker.tokens.upperBound == cue.tokens.lowerBound,
      clause.context.isNaming(cue),
      text.hasFiniteEnding(cue.tokens.upperBound - 1),
      clause.context.form(of: content) == .indirect
    else { return false }
    switch speaker.head {
    case .mention, .pronoun, .media: return false
    default: break
    }
    let first = speaker.tokens.lowerBound
    return clause.settings.newArticles.contains(text.text(first..<first + 1))
      && text.tokens[content.lowerBound].isCapitalized
  }

  /// Most words between a negation and its cue.
  private static let farthestNegation = 2

  /// Whether what follows a cue, as the words of nobody, makes it an act or no report: "calling her", "did not say
  /// | anything more", "the work she describes | is done", "posted | one with the caption “Late”".
  private func isDone(
    _ cue: Cue, _ content: Range<Int>, _ speaker: NounPhrase?, _ reach: ContentReach
  ) -> Bool {
    let (text, context, first) = (reach.text, reach.context, content.lowerBound)
    let settings = text.pack.settings
    let opensClauses = Self.opensClauses(cue, reach.clause)
    if Self.isAct(cue, text), context.kind(first) != .openingQuote,
      !reach.isSubjectPronoun(first)
    {
      return true
    }
    if !opensClauses, text.functionType(first)?.isVerbal == true, !reach.isOngoing(first) {
      return true
    }
    guard context.form(of: content) == .indirect else { return false }
    if content.count == 1,
      reach.isQuestionWord(first) || text.classes(first).has(.pronoun) && context.isNaming(cue)
    {
      return true
    }
    if isPartOfSubject(cue, content, speaker, reach) || isRung(cue, content, reach)
      || reach.goesOnSaying(content)
    {
      return true
    }
    if speaker?.head == .document, text.functionType(first) == .adposition, cue.tokens.count == 1 {
      return true
    }
    let isNegated =
      (cue.tokens.lowerBound - Self.farthestNegation..<cue.tokens.lowerBound).contains {
        $0 >= reach.clause.sentence.lowerBound
          && settings.negations.contains(text.text($0..<$0 + 1).lowercased())
      }
    return opensClauses && isNegated && !reach.isClause(content)
      && text.functionType(first) != .conjunction
  }

  /// Whether a participle only tells more of the subject of the verb behind it: "footage posted online
  /// | shows a fire".
  private func isPartOfSubject(
    _ cue: Cue, _ content: Range<Int>, _ speaker: NounPhrase?, _ reach: ContentReach
  ) -> Bool {
    let text = reach.text
    guard cue.tokens.count == 1, text.hasFiniteEnding(cue.tokens.lowerBound),
      speaker?.head == .unknown || speaker?.head == .document,
      speaker?.tokens.upperBound == cue.tokens.lowerBound
    else { return false }
    var index = content.lowerBound
    while index < content.upperBound, text.functionType(index) == .adverb { index += 1 }
    if index < content.upperBound, text.functionType(index) == .adposition {
      guard let end = reach.prepositional(index, content.upperBound) else { return false }
      index = end
    }
    return index > content.lowerBound && index < content.upperBound && reach.reader.isVerb(index)
      && text.tokens[index].style == 0
  }

  /// Whether a cue's verb makes something public: "post".
  private static func isAct(_ cue: Cue, _ text: TokenizedDocument) -> Bool {
    cue.lemma >= 0 && text.pack.settings.actVerbs.contains(text.pack.lexicon.string(cue.lemma))
  }

  /// Whether what follows a cue only tells when or why something was said: "told him as he left".
  private func isCircumstance(_ content: Range<Int>, _ context: QuotationContext) -> Bool {
    let first = content.lowerBound
    if content.allSatisfy({
      context.text.classes($0).has(.timeWord) || context.text.functionType($0) == .determiner
        || context.text.functionType($0) == .adposition || context.kind($0) == .number
    }) {
      return content.contains { context.text.classes($0).has(.timeWord) }
    }
    guard context.text.functionType(first) == .conjunction,
      !context.text.pack.settings.conditionWords.contains(context.text.text(first..<first + 1))
    else { return false }
    return content.count == 1
      || context.text.pack.settings.circumstanceWords.contains(
        context.text.text(first..<first + 1).lowercased())
      || (content.count > 1 && context.text.hasFiniteEnding(first + 1))
  }

  /// Whether what follows a cue begins with a preposition, so that it is no clause of its own: "learn |
  /// from it".
  private func isBehindPreposition(_ content: Range<Int>, _ context: QuotationContext) -> Bool {
    let type = context.text.functionType(content.lowerBound)
    return type == .adposition || type == .infinitive
  }

  /// Whether somebody is told what to do: "told the crew | to leave", "told them | not to wait".
  private func isOrder(_ cue: Cue, _ content: Range<Int>, _ clause: CueClause) -> Bool {
    let text = clause.context.text
    guard cue.frame == .address, content.count > 2 else { return false }
    let first = content.lowerBound
    let isNegated = clause.settings.negations.contains(text.text(first..<first + 1))
    let to = isNegated ? first + 1 : first
    return text.functionType(to) == .infinitive && to + 1 < content.upperBound
      && clause.context.kind(to + 1) == .word
  }

  /// Whether a request is told by what it is for alone: "asked the council for comment".
  private func isUnsaid(_ content: Range<Int>, _ clause: CueClause) -> Bool {
    guard content.count > 2 else { return false }
    let tail = content.upperBound - 2..<content.upperBound
    return clause.settings.unsaidTails.contains(clause.context.text.text(tail))
  }

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.share >= Self.leastDocumentShare,
      cue.frame == .verb || cue.frame == .participle || cue.frame == .address
    else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    // "..., said the minister": the subject follows.
    let before = cue.tokens.lowerBound - 1
    if cue.frame == .verb, before >= clause.tokens.lowerBound, context.kind(before) == .comma,
      clause.previous?.speaker?.relative == nil,
      case .shared = reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    {
      return nil
    }
    if clause.invertsSubject(of: cue, reader) { return nil }
    let reach = ContentReach(clause, reader)
    guard let found = reach.content(after: cue), found.opening == .bare else { return nil }
    let start = reach.aboutStart(found.start, cue) ?? found.start
    let speaker = clause.subject(of: cue, reader)
    let content = reach.withinRelative(
      clause.content(start..<reach.aboutEnd(start, cue, found.start)), cue, speaker)
    guard content.count >= 1, !isUnsaid(content, clause),
      !isRenaming(cue, content, speaker, clause), !isNamed(cue, content, speaker, clause),
      !isDone(cue, content, speaker, reach),
      !isCircumstance(content, context),
      !isPassive(cue, clause) || context.form(of: content) != .indirect,
      context.form(of: content) != .indirect
        || (Self.opensClauses(cue, clause)
          ? reach.hasVerb(content) : reach.isClause(content))
        || isTopic(cue, clause) || speaker?.head == .document || isOrder(cue, content, clause)
        || isView(cue, content, speaker, clause)
        || Self.isPlain(cue, content, speaker, clause)
    else { return nil }
    guard
      cue.share >= Self.leastShare || speaker?.head == .document
        || isOrder(cue, content, clause) || isView(cue, content, speaker, clause)
        || cue.cueClass == .denial && isParty(speaker, context)
          && reach.isOngoing(content.lowerBound)
        || (cue.share >= Self.leastClauseShare || Self.opensClauses(cue, clause))
          && reach.isClause(content) && !isBehindPreposition(content, context)
    else { return nil }
    // Beside a subject that nothing tells to be a party, only a plain verb of speech with a clause.
    if context.form(of: content) == .indirect, !isParty(speaker, context),
      !isSomebodys(speaker, context) || !reach.isClause(content),
      cue.share < Self.leastPassiveShare || !reach.hasVerb(content) && !isCall(cue)
    {
      return nil
    }
    // "Residents were told the road was closed": nobody is named who said so.
    let isTold = PassiveAgent.isPassive(cue, clause)
    let parties = SpeakerFinder.Parties(
      speaker: isTold ? nil : speaker, addressee: isTold ? speaker?.tokens : found.addressee,
      medium: found.medium)
    return clause.draft(
      reach.withoutOccasion(content), cue, parties, confidence: 0.3 + Double(cue.share) / 200,
      rule: name)
  }

  /// Whether a subject is known, or has a capital, as names have.
  private func isParty(_ speaker: NounPhrase?, _ context: QuotationContext) -> Bool {
    guard let speaker else { return false }
    guard speaker.head == .unknown, let last = speaker.headTokens.last else { return true }
    return context.text.tokens[last].isCapitalized
  }

  /// Whether a relative clause tells that a subject is persons, whatever they are called: "the theorists who claim".
  private func isSomebodys(_ speaker: NounPhrase?, _ context: QuotationContext) -> Bool {
    guard let relative = speaker?.relative?.first,
      let lemma = context.text.pronounLemma(at: relative)
    else { return false }
    return !context.text.pack.settings.things.contains(lemma)
  }

  /// Whether a demand is told by a verb and its preposition, which nobody but a party makes: "calling for".
  private func isCall(_ cue: Cue) -> Bool { cue.cueClass == .demand && cue.tokens.count > 1 }

  /// Whether a verb that also gives names has a person alone behind it, whom somebody rings up: "called Nora Bell | to
  /// say so".
  private func isRung(_ cue: Cue, _ content: Range<Int>, _ reach: ContentReach) -> Bool {
    guard reach.context.isNaming(cue) else { return false }
    // "Called her into the room".
    if content.count > 1, reach.text.classes(content.lowerBound).has(.pronoun),
      reach.text.functionType(content.lowerBound + 1) == .adposition
    {
      return true
    }
    guard let (_, name) = reach.context.name(at: content.lowerBound), name.kind == .person
    else { return false }
    let next = name.tokens.upperBound
    return next >= content.upperBound || reach.text.functionType(next) == .infinitive
  }

  /// Whether a cue tells what was said by naming it: "described their escape", as against acts,
  /// "announced a new school".
  private func isTopic(_ cue: Cue, _ clause: CueClause) -> Bool {
    guard cue.lemma >= 0 else { return false }
    return clause.settings.topicVerbs.contains(clause.context.text.pack.lexicon.string(cue.lemma))
  }

  /// Most tokens of what somebody sees as something.
  private static let longestViewed = 10

  /// Whether somebody tells as what they see a thing: "many see | the plan as a waste of money".
  private func isView(
    _ cue: Cue, _ content: Range<Int>, _ speaker: NounPhrase?, _ clause: CueClause
  ) -> Bool {
    let text = clause.context.text
    guard cue.lemma >= 0, content.count > 2, let speaker, speaker.head != .unknown,
      clause.settings.viewingVerbs.contains(text.pack.lexicon.string(cue.lemma))
    else { return false }
    if case .pronoun = speaker.head,
      clause.settings.participants.contains(
        text.pronounLemma(at: speaker.headTokens.lowerBound) ?? "")
    {
      return false
    }
    let viewed = content.prefix(Self.longestViewed + 1).prefix {
      [.word, .clitic, .number].contains(clause.context.kind($0))
        && text.functionType($0)?.isVerbal != true && !ClauseReader(clause.context).isRelative($0)
    }
    return viewed.dropFirst().dropLast().contains {
      guard clause.settings.relayWords.contains(text.text($0..<$0 + 1)) else { return false }
      return !ContentReach(clause, ClauseReader(clause.context)).isSubjectPronoun($0 + 1)
    }
  }

  /// Whether a form of "be" before a cue makes it a passive, whose subject says nothing.
  private func isPassive(_ cue: Cue, _ clause: CueClause) -> Bool {
    // "Was told": what was told is still quoted, by nobody.
    guard cue.frame == .verb, cue.share < Self.leastPassiveShare else { return false }
    let lower = clause.tokens.lowerBound
    let index = clause.context.behindAdverbs(before: cue.tokens.lowerBound, from: lower)
    return index >= lower && clause.context.text.functionType(index) == .copula
  }
}
