/// A cue and right after it what is said, with no mark between, as English writes it.
struct BareContent: QuotationRule {
  let name = "bare content"

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard clause.settings.contentFollowsBareCue, cue.frame == .verb || cue.frame == .participle
    else { return nil }
    let context = clause.context
    let start = cue.tokens.upperBound
    guard start < clause.tokens.upperBound, context.kind(start) == .word else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count >= 3 else { return nil }
    let parties = SpeakerFinder(context).parties(
      before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    guard parties.speaker != nil else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.6, rule: name)
  }
}
