/// A cue with its speaker set inside of what is said: take action, they said, and you risk ...; a
/// plan which she said would fail.
struct MedialCue: QuotationRule {
  let name = Construction.medialCue

  /// Most tokens between a cue and the comma that closes its clause.
  static let farthest = 8

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    if let inverted = inverted(cue, clause, reader) { return inverted }
    guard
      case .phrase(let speaker) = reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound), speaker.relative == nil
    else { return nil }
    let border = speaker.tokens.lowerBound - 1
    guard border >= clause.tokens.lowerBound else { return nil }
    if reader.isRelative(border) {
      let reach = ContentReach(clause, reader)
      guard !reach.isComplementiser(border) else { return nil }
      let found = reach.following(cue)
      let parties = SpeakerFinder.Parties(
        speaker: speaker, addressee: found.opening == .none ? found.addressee : nil,
        medium: found.opening == .none ? found.medium : nil)
      let end = reach.end(from: cue.tokens.upperBound, of: cue)
      guard end > cue.tokens.upperBound + 1,
        isTold(cue.tokens.upperBound..<end, cue, reach)
      else { return nil }
      return clause.draft(
        context.trimmed(cue.tokens.upperBound..<end), cue, parties, confidence: 0.7, rule: name)
    }
    return inside(cue, speaker, clause, reader)
  }

  /// Whether the rest of a relative clause is what is said of what it belongs to: a clause without its
  /// subject, words in marks, or what something is called, "which she said | would fail".
  private func isTold(_ rest: Range<Int>, _ cue: Cue, _ reach: ContentReach) -> Bool {
    let opens = reach.text.functionType(rest.lowerBound)
    let isClause =
      BareContent.opensClauses(cue, reach.clause) || opens?.isVerbal == true || opens == .adverb
    return isClause && reach.hasVerb(rest) || reach.context.form(of: rest) != .indirect
      || reach.text.functionType(rest.lowerBound) == .infinitive
      || reach.aboutStart(max(reach.clause.tokens.lowerBound, rest.lowerBound - 1), cue) != nil
  }

  /// A cue with its subject before it between two commas, what is said on both sides.
  func inside(_ cue: Cue, _ clause: CueClause, _ reader: ClauseReader) -> QuotationDraft? {
    guard
      case .phrase(let speaker) = reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound), speaker.relative == nil
    else { return nil }
    return inside(cue, speaker, clause, reader)
  }

  private func inside(
    _ cue: Cue, _ speaker: NounPhrase, _ clause: CueClause, _ reader: ClauseReader
  ) -> QuotationDraft? {
    let context = clause.context
    let border = speaker.tokens.lowerBound - 1
    guard border > clause.tokens.lowerBound, context.kind(border) == .comma,
      let after = comma(after: cue, clause), !PassiveAgent().hasAgent(cue, clause)
    else { return nil }
    let reach = ContentReach(clause, reader)
    let found = reach.following(cue)
    let parties = SpeakerFinder.Parties(
      speaker: speaker, addressee: found.opening == .none ? found.addressee : nil,
      medium: found.opening == .none ? found.medium : nil)
    let isLed = isLed(border, clause)
    guard
      isLed || opensSubordinate(clause)
        || !reach.endsContent(after, from: clause.tokens.lowerBound, of: cue)
    else { return nil }
    let end = reach.end(from: after + 1, of: cue)
    let content = context.trimmed((isLed ? after + 1 : clause.tokens.lowerBound)..<end)
    guard content.count >= 4, isParty(speaker, cue, clause) else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.75, rule: name)
  }

  /// Whether a subject may say something: a thing that nothing tells to be a party does by a verb of saying alone,
  /// "the debate continues" is no report.
  private func isParty(_ speaker: NounPhrase, _ cue: Cue, _ clause: CueClause) -> Bool {
    guard speaker.head == .unknown, let last = speaker.headTokens.last else { return true }
    return clause.context.text.tokens[last].isCapitalized
      || BareContent.opensClauses(cue, clause)
  }

  /// "Though it was late, she said, leaving was hard": a clause that a conjunction opens has a main one behind it.
  private func opensSubordinate(_ clause: CueClause) -> Bool {
    let (text, first) = (clause.context.text, clause.tokens.lowerBound)
    guard text.functionType(first) == .conjunction else { return false }
    return !text.classes(first).has(.connective)
      || text.phrases.longest(.connective, at: first)?.sense.attribute
        == ConnectiveType.contrast.rawValue
        && clause.settings.circumstanceWords.contains(
          text.text(first..<first + 1).lowercased())
  }

  /// "But, she says, ...": one word before the comma, so that all that is said follows.
  private func isLed(_ border: Int, _ clause: CueClause) -> Bool {
    let text = clause.context.text
    return border == clause.tokens.lowerBound + 1 && clause.context.kind(border - 1) == .word
      && (text.functionType(border - 1) != nil || text.classes(border - 1).has(.connective))
  }

  /// "Instead, says the keeper, ...": the speaker between the cue and a second comma.
  private func inverted(
    _ cue: Cue, _ clause: CueClause, _ reader: ClauseReader
  ) -> QuotationDraft? {
    let context = clause.context
    let border = cue.tokens.lowerBound - 1
    guard border > clause.tokens.lowerBound, context.kind(border) == .comma,
      BareContent.opensClauses(cue, clause),
      let speaker = reader.subject(after: cue.tokens.upperBound, to: clause.tokens.upperBound),
      speaker.head != .unknown
    else { return nil }
    if let parted = parted(cue, speaker, clause, reader) { return parted }
    guard isLed(border, clause),
      let comma = (speaker.headTokens.upperBound..<clause.tokens.upperBound).first(where: {
        context.kind($0) == .comma
      }), comma - cue.tokens.upperBound <= Self.farthest
    else { return nil }
    let reach = ContentReach(clause, reader)
    let content = context.trimmed(comma + 1..<reach.end(from: comma + 1, of: cue))
    guard content.count >= 4 else { return nil }
    return clause.draft(
      content, cue, SpeakerFinder.Parties(speaker: speaker), confidence: 0.75, rule: name)
  }

  /// Most tokens of what tells more of a speaker inside of what is said.
  private static let longestAside = 24

  /// "The gap between the two, said the keeper, a friend of theirs, | is growing": the subject of what is said before
  /// the cue and its verb behind the speaker.
  private func parted(
    _ cue: Cue, _ speaker: NounPhrase, _ clause: CueClause, _ reader: ClauseReader
  ) -> QuotationDraft? {
    let context = clause.context
    let reach = ContentReach(clause, reader)
    let lead = clause.tokens.lowerBound..<cue.tokens.lowerBound - 1
    let limit = min(clause.tokens.upperBound, speaker.headTokens.upperBound + Self.longestAside)
    // "The senator, a friend, said so-and-so, who saw it, left": whoever stands before the cue speaks.
    guard
      case .shared = reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound),
      lead.count > 1, !reach.hasVerb(lead), !clause.isOnlyNamed(lead, reader),
      let comma = (speaker.headTokens.upperBound..<max(speaker.headTokens.upperBound, limit)).first(
        where: { context.kind($0) == .comma && reach.closesAside($0) })
    else { return nil }
    let content = context.trimmed(lead.lowerBound..<reach.end(from: comma + 1, of: cue))
    return clause.draft(
      content, cue, SpeakerFinder.Parties(speaker: speaker), confidence: 0.7, rule: name)
  }

  /// The comma that closes the clause of a cue, nothing but time and place between.
  private func comma(after cue: Cue, _ clause: CueClause) -> Int? {
    let context = clause.context
    let upper = clause.tokens.upperBound
    var index = cue.tokens.upperBound
    while index + 2 < upper, index - cue.tokens.upperBound <= Self.farthest {
      switch context.kind(index) {
      case .comma: return context.kind(index + 1) == .openingQuote ? nil : index
      case .word:
        let isFirst = index == cue.tokens.upperBound
        guard
          !isFirst || context.text.classes(index).has(.timeWord)
            || context.text.functionType(index) == .adposition
            || context.text.functionType(index) == .determiner
              && context.text.classes(index + 1).has(.timeWord),
          context.text.functionType(index)?.isVerbal != true
        else { return nil }
        index += 1
      case .number: index += 1
      default: return nil
      }
    }
    return nil
  }
}
