/// A report without an agent: "the statement says", "it is known from police sources".
struct PassiveReport: QuotationRule {
  let name = Construction.passiveReport

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    if cue.frame == .heard { return heard(cue, clause) }
    guard cue.frame == .passive else { return nil }
    let isHeld = cue.isHeld
    guard let start = clause.contentStart(after: cue) ?? (isHeld ? bareStart(cue, clause) : nil)
    else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 1, !isRelative(cue, content, clause) else { return nil }
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
    if cue.share < 100, !isHeld {
      guard let document = parties.speaker, document.head == .document,
        !seesSomebody(document.tokens.upperBound..<cue.tokens.lowerBound, clause)
      else { return nil }
    }
    return clause.draft(content, cue, parties, confidence: 0.85, rule: name)
  }

  /// Whether it is somebody who is seen in a text: "in the film | another student is seen, ...".
  private func seesSomebody(_ tokens: Range<Int>, _ clause: CueClause) -> Bool {
    guard clause.context.text.verbEndsClause, let last = tokens.last else { return false }
    let reader = NounPhraseReader(clause.context)
    guard let found = reader.head(endingAt: last), found.cases.contains(.objective) else {
      return false
    }
    switch found.head {
    case .role, .collective, .pronoun(_, isThing: false): return true
    case .mention(let name): return clause.context.names[name].kind == .person
    default: return false
    }
  }

  /// Fewest tokens of what is held to be so without a comma before it.
  private static let shortestHeld = 4

  /// Where what is held to be so begins right behind the cue, without a comma.
  private func bareStart(_ cue: Cue, _ clause: CueClause) -> Int? {
    let next = cue.tokens.upperBound
    guard next + Self.shortestHeld <= clause.tokens.upperBound, clause.context.kind(next) == .word
    else { return nil }
    return next
  }

  /// Whether a cue only tells which thing it is that the rest of its sentence is about: "the charge that
  /// was made, it is false".
  private func isRelative(_ cue: Cue, _ content: Range<Int>, _ clause: CueClause) -> Bool {
    let context = clause.context
    let before = cue.tokens.lowerBound - 1
    guard before >= clause.tokens.lowerBound, context.kind(cue.tokens.upperBound) == .comma,
      context.text.phrases.longest(.complementiser, at: before)?.sense.attribute
        == ComplementiserPlace.before.rawValue,
      let found = NounPhraseReader(context).head(endingAt: content.lowerBound),
      case .pronoun(_, isThing: true) = found.head
    else { return false }
    return true
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
