/// A cue and behind it its speaker between two commas, where the verb ends its clause: "the road,
/// says the mayor, stays closed".
struct InsertedCue: QuotationRule {
  let name = Construction.medialCue

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb else { return nil }
    let context = clause.context
    let first = cue.tokens.upperBound
    let limit = min(clause.tokens.upperBound, first + MedialCue.farthest)
    let before = cue.tokens.lowerBound - 1
    guard before > clause.tokens.lowerBound, context.kind(before) == .comma, first < limit,
      let comma = (first..<limit).first(where: { context.kind($0) != .word }),
      context.kind(comma) == .comma
    else { return nil }
    let parties = SpeakerFinder(context).parties(after: first, to: comma)
    let content = context.trimmed(clause.tokens)
    guard let speaker = parties.speaker, speaker.tokens.upperBound == comma,
      content.upperBound > comma + 2, context.form(of: content) == .indirect
    else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.7, rule: name)
  }
}
