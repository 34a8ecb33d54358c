/// A cue with its speaker set between commas inside of what is said: take action, they said, and
/// you risk ...
struct MedialCue: QuotationRule {
  let name = "medial cue"

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb, !clause.settings.isVerbFinal else { return nil }
    let context = clause.context
    let after = cue.tokens.upperBound
    guard after + 2 < clause.tokens.upperBound, context.kind(after) == .comma,
      context.kind(after + 1) != .openingQuote
    else { return nil }
    let reader = ClauseReader(context)
    guard
      case .phrase(let speaker) = reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    else { return nil }
    let comma = speaker.tokens.lowerBound - 1
    guard comma > clause.tokens.lowerBound, context.kind(comma) == .comma else { return nil }
    let reach = ContentReach(clause, reader)
    guard !reach.endsContent(after) else { return nil }
    let end = reach.end(from: after + 1, of: cue)
    let content = context.trimmed(clause.tokens.lowerBound..<end)
    guard content.count >= 4 else { return nil }
    return clause.draft(
      content, cue, SpeakerFinder.Parties(speaker: speaker), confidence: 0.75, rule: name)
  }
}
