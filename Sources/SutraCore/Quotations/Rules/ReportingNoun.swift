/// A noun for speech that its speaker owns, a comma, and what is said: "his claim, ...".
struct ReportingNoun: QuotationRule {
  let name = "reporting noun"

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .noun, clause.settings.isVerbFinal,
      let start = clause.contentStart(after: cue),
      cue.tokens.upperBound < start || clause.context.kind(start) == .openingQuote
    else { return nil }
    let finder = SpeakerFinder(clause.context)
    guard let owner = finder.owner(before: cue.tokens.lowerBound, from: clause.tokens.lowerBound),
      isGenitive(owner, clause.context), owner.tokens.lowerBound <= clause.tokens.lowerBound + 3
    else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 2 else { return nil }
    return clause.draft(
      content, cue, SpeakerFinder.Parties(speaker: owner), confidence: 0.7, rule: name)
  }

  private func isGenitive(_ phrase: NounPhrase, _ context: QuotationContext) -> Bool {
    guard let last = phrase.headTokens.last else { return false }
    if case .pronoun = phrase.head { return true }
    if case .mention(let index) = phrase.head {
      return context.names[index].cases.contains(.genitive)
    }
    return context.text.vocabulary.stems(of: context.text.tokens[last].word).contains {
      $0.cases.contains(.genitive)
    }
  }
}
