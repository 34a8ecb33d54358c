/// A phrase behind its owner, "in the mayor's words", and the sentence it stands in.
struct OwnersPhrase: QuotationRule {
  let name = Construction.accordingTo

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .phrase else { return nil }
    let context = clause.context
    let finder = SpeakerFinder(context)
    guard let owner = finder.owner(before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    else { return nil }
    // "According to the term": a word without an owner's ending is no party.
    if owner.head == .unknown, !ReportingNoun.isGenitive(owner, context) { return nil }
    var start = cue.tokens.upperBound
    let hasComma = start < clause.tokens.upperBound && context.kind(start) == .comma
    if hasComma { start += 1 }
    // Without a comma only a phrase that opens its sentence governs all of it, and only when no
    // verb of speech does.
    guard
      hasComma
        || (owner.tokens.lowerBound <= clause.tokens.lowerBound + 2
          && clause.cues.allSatisfy { $0.frame == .phrase || $0.frame == .noun })
    else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 2 else { return nil }
    let parties = SpeakerFinder.Parties(speaker: owner)
    return clause.draft(
      content, cue, parties, confidence: hasComma ? 0.9 : 0.6, rule: name)
  }
}
