/// A report without an agent: "the statement says", "it is known from police sources".
struct PassiveReport: QuotationRule {
  let name = "passive report"

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .passive, let start = clause.contentStart(after: cue) else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 1 else { return nil }
    let lead = clause.tokens.lowerBound..<cue.tokens.lowerBound
    var parties = SpeakerFinder.Parties()
    parties.speaker = SpeakerFinder(clause.context).medium(in: lead)
    return clause.draft(content, cue, parties, confidence: 0.85, rule: name)
  }
}
