/// "According to X, content" and "content, according to X".
struct AccordingTo: QuotationRule {
  let name = Construction.accordingTo

  /// Fewest words behind the owner that go on with what is said.
  private static let shortestRest = 3

  /// How many in a hundred of its bare uses report, of a cue behind the owner that tells of a further report.
  private static let leastOther: UInt8 = 50

  /// Whether a comma behind the owner goes on with the clause before the cue: "In the long term,
  /// according to X, the debt grows".
  private func goesOn(behind owner: NounPhrase, of cue: Cue, _ clause: CueClause) -> Bool {
    let end = owner.tokens.upperBound
    guard end < clause.tokens.upperBound, clause.context.kind(end) == .comma,
      clause.context.kind(clause.tokens.lowerBound) != .openingQuote,
      !isWhole(clause.tokens.lowerBound..<cue.tokens.lowerBound, clause)
    else { return false }
    let rest = end + 1..<max(end + 1, clause.tokens.upperBound)
    let reader = ClauseReader(clause.context)
    if reader.isRelative(end + 1) || ContentReach(clause, reader).isQuestionWord(end + 1) {
      return false
    }
    return rest.count { clause.context.kind($0) == .word } >= Self.shortestRest
      && clause.cues(in: rest).allSatisfy { $0.frame == .noun || $0.share < Self.leastOther }
  }

  /// Whether a clause stands before the cue, so that what follows the owner only tells more of it: "the
  /// debt grows, according to X, a group of lenders".
  private func isWhole(_ lead: Range<Int>, _ clause: CueClause) -> Bool {
    let context = clause.context
    guard let first = lead.first else { return false }
    let reach = ContentReach(clause, ClauseReader(context))
    switch context.text.functionType(first) {
    case .adposition, .conjunction:
      guard let comma = lead.dropLast().first(where: { context.kind($0) == .comma }) else {
        return false
      }
      return reach.hasVerb(comma + 1..<lead.upperBound)
    default: return reach.hasVerb(lead)
    }
  }

  /// Whether a cue opens a clause of its own: "one thing is clear: according to X, ...", "because, according to
  /// X, ...".
  private func opensClause(_ cue: Cue, _ clause: CueClause) -> Bool {
    let (context, before) = (clause.context, cue.tokens.lowerBound - 1)
    guard before > clause.tokens.lowerBound else { return false }
    switch context.kind(before) {
    case .colon: return true
    case .comma: return opensContent(before - 1, context)
    case .word: return opensContent(before, context)
    default: return false
    }
  }

  private func opensContent(_ index: Int, _ context: QuotationContext) -> Bool {
    context.text.functionType(index) == .conjunction
      || context.text.phrases.longest(.complementiser, at: index)?.sense.attribute
        == ComplementiserPlace.before.rawValue
  }

  /// An office with the name behind a comma: "the country's president, so-and-so".
  private func named(_ owner: NounPhrase, _ clause: CueClause) -> NounPhrase {
    let comma = owner.tokens.upperBound
    guard owner.head == .role, comma + 1 < clause.tokens.upperBound,
      clause.context.kind(comma) == .comma
    else { return owner }
    let end = (comma + 1..<clause.tokens.upperBound).first {
      ![.word, .clitic].contains(clause.context.kind($0))
    }
    return ClauseReader(clause.context).named(
      owner, by: comma + 1..<(end ?? clause.tokens.upperBound))
  }

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .phrase else { return nil }
    let context = clause.context
    let upper = clause.tokens.upperBound
    guard
      let owner = ClauseReader(context).subject(after: cue.tokens.upperBound, to: upper)
        .map({ named($0, clause) }),
      owner.cases.isDisjoint(with: .caseMarkers) || owner.cases == .objective
    else { return nil }
    let parties = SpeakerFinder.Parties(speaker: owner)
    guard cue.tokens.lowerBound <= clause.tokens.lowerBound + 2 || opensClause(cue, clause) else {
      // "The farmer, who saw it, according to the paper, said so": who speaks is nothing said.
      if clause.isOnlyNamed(
        context.trimmed(clause.tokens.lowerBound..<cue.tokens.lowerBound), ClauseReader(context))
      {
        return nil
      }
      let end = goesOn(behind: owner, of: cue, clause) ? upper : cue.tokens.lowerBound
      let content = clause.content(clause.tokens.lowerBound..<end)
      guard content.count > 2 else { return nil }
      return clause.draft(content, cue, parties, confidence: 0.9, rule: name)
    }
    var end = owner.tokens.upperBound
    let limit = min(upper, end + ClauseReader.longestPhrase)
    while end < limit, ![.comma, .openingQuote, .dash, .colon].contains(context.kind(end)) {
      end += 1
    }
    guard end < limit else { return nil }
    // "According to two people, who were not allowed to speak, ...".
    let reader = ClauseReader(context)
    if context.kind(end) == .comma, end + 1 < upper, reader.isRelative(end + 1),
      let close = (end + 2..<max(end + 2, upper)).first(where: { context.kind($0) == .comma })
    {
      end = close
    }
    let content = clause.content(end..<upper)
    guard content.count > 2 else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.9, rule: name)
  }
}
