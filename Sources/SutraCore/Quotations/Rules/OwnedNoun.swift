/// A noun for speech and behind it what is said, its owner before it if there is one: "the
/// minister's claim that ...", "his support for ...", "the claim that ...".
struct OwnedNoun: QuotationRule {
  let name = Construction.reportingNoun

  /// Most words between a noun and its owner.
  private static let mostAdjectives = 2

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .noun else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    let reach = ContentReach(clause, reader)
    let after = cue.tokens.upperBound
    guard after < clause.tokens.upperBound else { return nil }
    let owner = self.owner(of: cue, clause, reader)
    let isClause = reach.isComplementiser(after - 1)
    guard owner != nil || isClause else { return nil }
    let content = clause.content(after..<reach.end(from: after, of: cue))
    guard content.count >= (isClause ? 3 : 1) else { return nil }
    let own = Cue(
      tokens: isClause ? cue.tokens.lowerBound..<after - 1 : cue.tokens, frame: cue.frame,
      cueClass: cue.cueClass, share: cue.share, lemma: cue.lemma)
    return clause.draft(
      content, own, SpeakerFinder.Parties(speaker: owner), confidence: 0.7, rule: name)
  }

  private func owner(of cue: Cue, _ clause: CueClause, _ reader: ClauseReader) -> NounPhrase? {
    let context = clause.context
    let text = context.text
    let lower = clause.tokens.lowerBound
    var index = cue.tokens.lowerBound - 1
    while index > lower, cue.tokens.lowerBound - index <= Self.mostAdjectives,
      context.kind(index) == .word, text.functionType(index) == nil,
      !text.classes(index).has(.pronoun)
    {
      index -= 1
    }
    guard index >= lower else { return nil }
    if context.kind(index) == .clitic {
      return reader.phrase(endingAt: index - 1, lower)
    }
    let found = NounPhraseReader(context).head(endingAt: index)
    guard let found, case .pronoun(_, isThing: false) = found.head, found.cases == .genitive else {
      return nil
    }
    return NounPhrase(
      tokens: found.tokens, headTokens: found.tokens, head: found.head, stemLength: 0)
  }
}
