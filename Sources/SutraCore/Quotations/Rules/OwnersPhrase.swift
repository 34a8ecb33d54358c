/// A phrase behind its owner, "in the mayor's words", and the sentence it stands in.
struct OwnersPhrase: QuotationRule {
  let name = Construction.accordingTo

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .phrase else { return nil }
    let context = clause.context
    let finder = SpeakerFinder(context)
    guard let owner = finder.owner(before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    else { return unowned(cue, clause) }
    switch owner.head {
    // "According to the term": a word without an owner's ending is no party, nor is "that".
    case .unknown where !ReportingNoun.isGenitive(owner, context): return unowned(cue, clause)
    case .pronoun where !owner.cases.contains(.genitive): return nil
    default: break
    }
    var start = cue.tokens.upperBound
    let hasComma = start < clause.tokens.upperBound && context.kind(start) == .comma
    if hasComma { start += 1 }
    // What a law says is done, and told by whoever tells it.
    if isRule(owner, context),
      !hasComma
        || clause.cues(in: start..<clause.tokens.upperBound).contains(where: {
          $0.frame == .verb && clause.closingComplementiser(before: $0) != nil
        })
    {
      return nil
    }
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

  /// Whether an owner is what things are done by, and no report: "by the terms of the contract".
  private func isRule(_ owner: NounPhrase, _ context: QuotationContext) -> Bool {
    guard owner.head == .document, let last = owner.headTokens.last else { return false }
    return context.text.phrases.longest(.document, at: last)?.sense.attribute
      == DocumentType.rule.rawValue
  }

  /// Most words before such a phrase of several: "by the latest | news".
  private static let longestLead = 3

  /// "As sources have it, ...": a phrase that opens its sentence says by itself that somebody told it.
  private func unowned(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    let comma = cue.tokens.upperBound
    let first = cue.tokens.lowerBound
    guard
      first == clause.sentence.lowerBound
        || (cue.tokens.count > 1 && first - clause.sentence.lowerBound <= Self.longestLead),
      comma < clause.tokens.upperBound,
      clause.context.kind(comma) == .comma
    else { return nil }
    let content = clause.content(comma + 1..<clause.tokens.upperBound)
    guard content.count > 2 else { return nil }
    return clause.draft(content, cue, SpeakerFinder.Parties(), confidence: 0.8, rule: name)
  }
}
