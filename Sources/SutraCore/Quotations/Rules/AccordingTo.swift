/// "According to": a phrase that belongs to its speaker, and the sentence it stands in.
struct AccordingTo: QuotationRule {
  let name = "according to"

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .phrase else { return nil }
    let context = clause.context
    let finder = SpeakerFinder(context)
    if clause.settings.speakerFollowsPhrase { return leadingCue(cue, clause, finder) }
    guard let owner = finder.owner(before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    else { return nil }
    var start = cue.tokens.upperBound
    let hasComma = start < clause.tokens.upperBound && context.kind(start) == .comma
    if hasComma { start += 1 }
    // Without a comma only a phrase that opens its sentence governs all of it, and only when no
    // verb of speech does.
    let isAlone = clause.cues.allSatisfy { $0.frame == .phrase || $0.frame == .noun }
    guard hasComma || (isAlone && owner.tokens.lowerBound <= clause.tokens.lowerBound + 2) else {
      return nil
    }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 2 else { return nil }
    let parties = SpeakerFinder.Parties(speaker: owner)
    return clause.draft(
      content, cue, parties, confidence: hasComma ? 0.9 : 0.6, rule: name)
  }

  /// "According to X, content" and "content, according to X".
  private func leadingCue(
    _ cue: Cue, _ clause: CueClause, _ finder: SpeakerFinder
  ) -> QuotationDraft? {
    let context = clause.context
    var end = cue.tokens.upperBound
    while end < clause.tokens.upperBound,
      ![.comma, .terminator, .openingQuote, .dash, .colon].contains(context.kind(end))
    {
      end += 1
    }
    let owner = context.trimmed(cue.tokens.upperBound..<end)
    guard !owner.isEmpty else { return nil }
    let reader = NounPhraseReader(context)
    let head = owner.reversed().lazy.compactMap { reader.head(endingAt: $0) }.first
    let speaker = NounPhrase(
      tokens: owner, headTokens: head?.tokens ?? owner, head: head?.head ?? .unknown,
      stemLength: 0)
    let isLeading = cue.tokens.lowerBound <= clause.tokens.lowerBound + 2
    let content =
      isLeading
      ? clause.content(end..<clause.tokens.upperBound)
      : clause.content(clause.tokens.lowerBound..<cue.tokens.lowerBound)
    guard content.count > 2 else { return nil }
    return clause.draft(
      content, cue, SpeakerFinder.Parties(speaker: speaker), confidence: 0.9, rule: name)
  }
}
