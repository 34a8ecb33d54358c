/// "It is said that ..." reports what follows; "the president is expected to ..." is itself what
/// is expected.
struct ImpersonalReport: QuotationRule {
  let name = Construction.passiveReport

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .passive else { return nil }
    let context = clause.context
    let reach = ContentReach(clause, ClauseReader(context))
    let after = cue.tokens.upperBound
    if let closed = closed(cue, clause, reach) { return closed }
    guard after < clause.tokens.upperBound, context.kind(after) != .terminator else { return nil }
    let opens =
      cue.tokens.lowerBound <= clause.tokens.lowerBound + 1 || reach.isComplementiser(after - 1)
    let end = reach.end(from: after, of: cue)
    let content = clause.content((opens ? after : clause.tokens.lowerBound)..<end)
    guard content.count > 2 else { return nil }
    let parties = SpeakerFinder.Parties(speaker: opens ? leadingText(clause, before: cue) : nil)
    return clause.draft(content, cue, parties, confidence: 0.75, rule: name)
  }

  /// "The pier was sold, it is believed": what stands before a comma, and a cue alone behind it.
  private func closed(_ cue: Cue, _ clause: CueClause, _ reach: ContentReach) -> QuotationDraft? {
    let context = clause.context
    let comma = cue.tokens.lowerBound - 1
    guard context.text.has(.closingCue), comma > clause.tokens.lowerBound,
      context.kind(comma) == .comma,
      cue.tokens.upperBound >= clause.tokens.upperBound
        || context.kind(cue.tokens.upperBound) == .terminator
    else { return nil }
    let content = clause.content(clause.tokens.lowerBound..<comma)
    guard reach.hasVerb(content) else { return nil }
    return clause.draft(content, cue, SpeakerFinder.Parties(), confidence: 0.5, rule: name)
  }

  /// The text that opens the sentence before the comma: "In the report, it was said that ...".
  private func leadingText(_ clause: CueClause, before cue: Cue) -> NounPhrase? {
    let context = clause.context
    let first = clause.sentence.lowerBound
    guard context.text.functionType(first) == .adposition, first + 1 < cue.tokens.lowerBound,
      let comma = (first + 1..<cue.tokens.lowerBound).first(where: { context.kind($0) == .comma }),
      comma > first + 1, cue.tokens.lowerBound - comma <= 3,
      let phrase = ClauseReader(context).phrase(first + 1..<comma)
    else { return nil }
    switch phrase.head {
    case .document, .media: return phrase
    case .mention(let name): return context.names[name].kind == .organization ? phrase : nil
    default: return nil
    }
  }
}
