/// What is said without quotation marks, a comma, and the cue with its speaker: ..., he said.
struct TrailingCue: QuotationRule {
  let name = "trailing cue"

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb, !clause.settings.isVerbFinal else { return nil }
    let context = clause.context
    var comma = cue.tokens.lowerBound - 1
    while comma > clause.tokens.lowerBound, context.kind(comma) != .comma { comma -= 1 }
    guard comma > clause.tokens.lowerBound else { return nil }
    let content = clause.content(clause.tokens.lowerBound..<comma)
    guard content.count >= 3 else { return nil }
    let finder = SpeakerFinder(context)
    var parties = finder.parties(before: cue.tokens.lowerBound, from: comma + 1)
    if parties.speaker == nil {
      let end = context.trimmed(clause.tokens).upperBound
      parties.speaker = finder.parties(after: cue.tokens.upperBound, to: end).speaker
    }
    guard parties.speaker != nil else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.7, rule: name)
  }
}
