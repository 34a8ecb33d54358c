/// What follows a complementiser, a colon or at a quotation mark, time, place and addressee of the
/// cue between.
struct MarkedContent: QuotationRule {
  let name = Construction.followingContent

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb || cue.frame == .participle || cue.frame == .address else {
      return nil
    }
    let reader = ClauseReader(clause.context)
    let reach = ContentReach(clause, reader)
    guard let found = reach.content(after: cue), found.opening == .marked,
      !reach.isNaming(cue, found.start), !reach.isTitle(cue, found.start)
    else { return nil }
    var content = clause.content(
      found.start..<reach.namedEnd(found.start..<reach.end(from: found.start, of: cue), cue))
    guard content.count >= 1 else { return nil }
    let parties = SpeakerFinder.Parties(
      speaker: clause.subject(of: cue, reader), addressee: found.addressee, medium: found.medium)
    if isNamed(cue, found.start, parties.speaker, clause) { return nil }
    if let lead = lead(before: parties.speaker, found.start, clause) {
      content = lead..<content.upperBound
    }
    return clause.draft(content, cue, parties, confidence: 0.88, rule: name)
  }

  /// Whether a participle only gives the name of a thing: "the method called “deep reading”".
  private func isNamed(
    _ cue: Cue, _ start: Int, _ speaker: NounPhrase?, _ clause: CueClause
  ) -> Bool {
    let text = clause.context.text
    guard start == cue.tokens.upperBound, let speaker, speaker.head == .unknown,
      speaker.tokens.upperBound == cue.tokens.lowerBound, let last = speaker.headTokens.last,
      !text.tokens[last].isCapitalized, text.hasFiniteEnding(cue.tokens.upperBound - 1)
    else { return false }
    return clause.context.isNaming(cue)
  }

  /// Fewest and most tokens of what is said before the cue.
  private static let leads = 3...24

  /// Where words begin that go on in marks behind the cue: "No change of name, she said, “hides what
  /// it is”", where the first word in the marks has no capital.
  private func lead(before speaker: NounPhrase?, _ mark: Int, _ clause: CueClause) -> Int? {
    let context = clause.context
    let first = clause.tokens.lowerBound
    guard context.kind(mark) == .openingQuote,
      mark + 1 < clause.tokens.upperBound,
      context.kind(mark - 1) == .comma, context.kind(mark + 1) == .word,
      context.text.isMarkedAsCommon(mark + 1),
      first == clause.sentence.lowerBound, let speaker,
      case let comma = speaker.tokens.lowerBound - 1, comma > first, context.kind(comma) == .comma,
      Self.leads.contains(comma - first), context.text.functionType(first) != .adposition,
      context.text.functionType(first) != .conjunction
        || clause.settings.conditionWords.contains(
          context.text.text(first..<first + 1).lowercased()),
      !(first..<comma).contains(where: { context.text.pair(at: $0) != nil }),
      !context.text.classes(first).has(.connective)
    else { return nil }
    return first
  }
}
