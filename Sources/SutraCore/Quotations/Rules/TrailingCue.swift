/// What is said without quotation marks, a comma, and the cue with its speaker: ..., he said.
struct TrailingCue: QuotationRule {
  let name = Construction.trailingCue

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb || cue.frame == .address,
      cue.share >= BareContent.leastShare || closesClause(cue, clause)
    else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    var comma = cue.tokens.lowerBound - 1
    guard comma > clause.tokens.lowerBound else { return nil }
    var parties = SpeakerFinder.Parties()
    var isInverted = false
    if isBorder(comma, context),
      let apposed = reader.apposition(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound),
      cue.frame == .address || !clause.invertsSubject(of: cue, reader)
    {
      parties.speaker = apposed
      comma = apposed.tokens.lowerBound - 1
    } else if isBorder(comma, context) {
      // "Told the radio": what follows is whom it was said to.
      guard cue.frame != .address, !clause.isOnlyApposed(before: cue, reader) else { return nil }
      parties.speaker = reader.subject(
        after: cue.tokens.upperBound, to: clause.tokens.upperBound)
      // "The writer, a friend, said rain was near": what follows is no subject of the cue.
      if let subject = parties.speaker, tellsOn(behind: subject, clause) { return nil }
      isInverted = BareContent.opensClauses(cue, clause) && parties.speaker?.head != .unknown
    } else if case .phrase(let speaker) = reader.subject(
      before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    {
      parties.speaker = speaker
      comma = speaker.tokens.lowerBound - 1
      // "..., as the mayor wrote".
      if comma > clause.tokens.lowerBound, context.kind(comma) == .word,
        clause.settings.relayWords.contains(context.text.text(comma..<comma + 1))
      {
        comma -= 1
      }
    }
    guard parties.speaker != nil, comma > clause.tokens.lowerBound, isBorder(comma, context)
    else { return nil }
    let content = clause.content(clause.tokens.lowerBound..<comma)
    // "..., some acts encouraged by the office, ...": a participle with whom it is done by.
    let next = cue.tokens.upperBound
    if next < clause.tokens.upperBound, context.kind(next) == .word,
      clause.settings.agentWords.contains(context.text.text(next..<next + 1))
    {
      return nil
    }
    guard content.count >= 3, !takesObject(cue, clause), !clause.isOnlyNamed(content, reader),
      closesClause(cue, clause) || isInverted || !opensMain(content, cue, clause),
      context.form(of: content) != .indirect || isInverted
        || ContentReach(clause, reader).hasVerb(content)
        || BareContent.isPlain(cue, content, parties.speaker, clause)
        || (closesClause(cue, clause) && content.count > BareContent.shortestPlain
          && BareContent.opensClauses(cue, clause)),
      !isLead(content, context),
      !isInverted || !isSubject(content, parties.speaker, clause, reader),
      context.form(of: content) != .indirect || parties.speaker?.head != .unknown
        || closesClause(cue, clause) || isCapitalized(parties.speaker, context)
    else { return nil }
    let found = ContentReach(clause, reader).following(cue)
    parties.addressee = found.addressee
    parties.medium = found.medium
    return clause.draft(content, cue, parties, confidence: 0.7, rule: name)
  }

  /// Whether what stands before a cue is a phrase alone and a verb goes on behind who seems to speak, so
  /// that the phrase itself does: "The book, published in May, said two people | lost their homes".
  private func isSubject(
    _ content: Range<Int>, _ speaker: NounPhrase?, _ clause: CueClause, _ reader: ClauseReader
  ) -> Bool {
    let context = clause.context
    guard let next = speaker?.tokens.upperBound, next < clause.tokens.upperBound,
      context.kind(next) == .word, reader.isVerb(next), !reader.isParticiple(next)
    else { return false }
    return context.form(of: content) == .indirect && !ContentReach(clause, reader).hasVerb(content)
  }

  /// Whether a verb follows the phrase behind a cue before anything parts the two.
  private func tellsOn(behind subject: NounPhrase, _ clause: CueClause) -> Bool {
    if case .pronoun = subject.head { return clause.isFollowedByWord(subject) }
    let text = clause.context.text
    let next = subject.tokens.upperBound
    return next < clause.tokens.upperBound && clause.context.kind(next) == .word
      && text.functionType(next)?.isVerbal == true
  }

  /// Whether what stands before the subject of a cue that has an object only tells when, or how: "As
  /// the day went on, the mayor offered help".
  private func opensMain(_ content: Range<Int>, _ cue: Cue, _ clause: CueClause) -> Bool {
    let text = clause.context.text
    let first = content.lowerBound
    if text.functionType(first) == .conjunction, !text.classes(first).has(.connective) {
      return true
    }
    guard cue.frame == .verb, !BareContent.opensClauses(cue, clause) else { return false }
    let next = cue.tokens.upperBound
    guard next < clause.tokens.upperBound, clause.context.kind(next) == .word else { return false }
    switch text.functionType(next) {
    case .determiner, .quantifier, .infinitive: return true
    case nil: return !text.classes(next).has(.timeWord)
    default: return false
    }
  }

  /// Whether a cue ends with a preposition, or gives a name, and so tells nothing before it: "called
  /// so-and-so", "lashed out at".
  private func takesObject(_ cue: Cue, _ clause: CueClause) -> Bool {
    let text = clause.context.text
    if cue.tokens.count > 1 { return text.functionType(cue.tokens.upperBound - 1) == .adposition }
    return clause.context.isNaming(cue) && !closesClause(cue, clause)
  }

  /// Whether nothing but a mark follows a cue: there it is a verb and no noun.
  private func closesClause(_ cue: Cue, _ clause: CueClause) -> Bool {
    let next = cue.tokens.upperBound
    return next >= clause.tokens.upperBound
      || [.comma, .terminator].contains(clause.context.kind(next))
  }

  private func isCapitalized(_ speaker: NounPhrase?, _ context: QuotationContext) -> Bool {
    speaker?.headTokens.last.map { context.text.tokens[$0].isCapitalized } ?? false
  }

  /// Whether tokens are only what opens a sentence: "In a letter seen by the paper".
  private func isLead(_ content: Range<Int>, _ context: QuotationContext) -> Bool {
    content.count <= 12 && context.text.functionType(content.lowerBound) == .adposition
      && !content.dropFirst(2).contains {
        context.kind($0) == .comma || context.text.functionType($0)?.isVerbal == true
      }
  }

  private func isBorder(_ index: Int, _ context: QuotationContext) -> Bool {
    context.kind(index) == .comma || context.kind(index) == .dash
  }
}
