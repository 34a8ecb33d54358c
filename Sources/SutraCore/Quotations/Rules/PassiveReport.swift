/// A report without an agent: "the statement says", "it is known from police sources".
struct PassiveReport: QuotationRule {
  let name = Construction.passiveReport

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    if cue.frame == .heard { return heard(cue, clause) }
    guard cue.frame == .passive else { return nil }
    guard let start = clause.contentStart(after: cue) else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 1 else { return nil }
    let lower = max(clause.tokens.lowerBound, cue.tokens.lowerBound - SpeakerFinder.farthest)
    let lead = lower..<cue.tokens.lowerBound
    let finder = SpeakerFinder(clause.context)
    var parties = SpeakerFinder.Parties()
    parties.speaker = finder.origin(in: lead)
    // "From talks with so-and-so it is known": they say it.
    if clause.context.text.functionType(cue.tokens.lowerBound) == .adposition,
      let owner = finder.owner(before: cue.tokens.lowerBound, from: clause.tokens.lowerBound),
      ReportingNoun.isGenitive(owner, clause.context)
    {
      parties.speaker = owner
    }
    // "Citing two officials, the report says": the officials say it, in the report.
    let near = max(lead.lowerBound + 1, lead.upperBound - SpeakerFinder.farthest)
    if let quoting = clause.cues(in: near..<max(near, lead.upperBound)).last(where: {
      $0.frame == .phrase
    }),
      let owner = finder.owner(before: quoting.tokens.lowerBound, from: lead.lowerBound)
    {
      let between = quoting.tokens.upperBound..<cue.tokens.lowerBound
      let before = lead.lowerBound..<owner.tokens.lowerBound
      parties.medium = (finder.medium(in: between) ?? finder.medium(in: before))?.tokens
      parties.speaker = owner
    }
    // "It has been seen" is a report only where a text says so.
    if cue.share < 100, parties.speaker?.head != .document { return nil }
    return clause.draft(content, cue, parties, confidence: 0.85, rule: name)
  }

  /// "So-and-so is heard to say, ...": whom the verb's object names says it.
  private func heard(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    guard let start = clause.contentStart(after: cue) else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 1 else { return nil }
    let reader = NounPhraseReader(clause.context)
    let lower = max(clause.tokens.lowerBound, cue.tokens.lowerBound - SpeakerFinder.farthest)
    var parties = SpeakerFinder.Parties()
    for index in (lower..<cue.tokens.lowerBound).reversed() {
      guard let found = reader.head(endingAt: index), found.cases.contains(.objective) else {
        continue
      }
      parties.speaker = reader.phrase(of: found, from: lower)
      break
    }
    return clause.draft(content, cue, parties, confidence: 0.85, rule: name)
  }
}

/// "It is said that ..." reports what follows; "the president is expected to ..." is itself what
/// is expected.
struct ImpersonalReport: QuotationRule {
  let name = Construction.passiveReport

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .passive else { return nil }
    let context = clause.context
    let reach = ContentReach(clause, ClauseReader(context))
    let after = cue.tokens.upperBound
    guard after < clause.tokens.upperBound, context.kind(after) != .terminator else { return nil }
    let opens =
      cue.tokens.lowerBound <= clause.tokens.lowerBound + 1 || reach.isComplementiser(after - 1)
    let end = reach.end(from: after, of: cue)
    let content = clause.content((opens ? after : clause.tokens.lowerBound)..<end)
    guard content.count > 2 else { return nil }
    let parties = SpeakerFinder.Parties(speaker: opens ? leadingText(clause, before: cue) : nil)
    return clause.draft(content, cue, parties, confidence: 0.75, rule: name)
  }

  /// The text that opens the sentence before the comma: "In the report, it was said that ...".
  private func leadingText(_ clause: CueClause, before cue: Cue) -> NounPhrase? {
    let context = clause.context
    let first = clause.sentence.lowerBound
    guard context.text.functionType(first) == .adposition, first + 1 < cue.tokens.lowerBound,
      let comma = (first + 1..<cue.tokens.lowerBound).first(where: { context.kind($0) == .comma }),
      comma > first + 1, cue.tokens.lowerBound - comma <= 3,
      let phrase = ClauseReader(context).phrase(first + 1..<comma)
    else { return nil }
    switch phrase.head {
    case .document, .media: return phrase
    case .mention(let name): return context.names[name].kind == .organization ? phrase : nil
    default: return nil
    }
  }
}
