/// What is said without quotation marks, a comma, and the cue with its speaker: ..., he said.
struct TrailingCue: QuotationRule {
  let name = Construction.trailingCue

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb || cue.frame == .address, cue.share >= BareContent.leastShare,
      !clause.settings.isVerbFinal
    else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    var comma = cue.tokens.lowerBound - 1
    guard comma > clause.tokens.lowerBound else { return nil }
    var parties = SpeakerFinder.Parties()
    if isBorder(comma, context) {
      parties.speaker = reader.subject(
        after: cue.tokens.upperBound, to: clause.tokens.upperBound)
    } else if case .phrase(let speaker) = reader.subject(
      before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    {
      parties.speaker = speaker
      comma = speaker.tokens.lowerBound - 1
    }
    guard parties.speaker != nil, comma > clause.tokens.lowerBound, isBorder(comma, context)
    else { return nil }
    let content = clause.content(clause.tokens.lowerBound..<comma)
    guard content.count >= 3 else { return nil }
    let found = ContentReach(clause, reader).following(cue)
    parties.addressee = found.addressee
    parties.medium = found.medium
    return clause.draft(content, cue, parties, confidence: 0.7, rule: name)
  }

  private func isBorder(_ index: Int, _ context: QuotationContext) -> Bool {
    context.kind(index) == .comma || context.kind(index) == .dash
  }
}
