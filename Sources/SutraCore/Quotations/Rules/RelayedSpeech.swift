/// Somebody is quoted by another as saying something: "the agency quoted the mayor as saying ...",
/// "the mayor was quoted by the agency as saying ...".
struct RelayedSpeech: QuotationRule {
  let name = Construction.relayedSpeech

  /// Most tokens between the two verbs.
  static let farthest = 20

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard !clause.settings.relayWords.isEmpty, cue.frame == .verb || cue.frame == .address,
      cue.lemma >= 0,
      clause.settings.relayVerbs.contains(clause.context.text.pack.lexicon.string(cue.lemma)),
      let saying = saying(after: cue, clause)
    else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    let subject: NounPhrase? =
      if case .phrase(let phrase) = reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
      { phrase } else { nil }
    let between = cue.tokens.upperBound..<saying.tokens.lowerBound - 1
    var parties = SpeakerFinder.Parties()
    if PassiveAgent.isPassive(cue, clause) {
      parties.speaker = subject
      parties.medium = between.count > 1 ? between.dropFirst() : nil
    } else {
      parties.speaker = reader.phrase(between)
      parties.medium = subject?.tokens
    }
    let reach = ContentReach(clause, reader)
    if let speaker = parties.speaker, PassiveAgent.isPassive(cue, clause),
      reach.content(after: saying) == nil, speaker.tokens.lowerBound > clause.tokens.lowerBound,
      context.kind(speaker.tokens.lowerBound - 1) == .comma
    {
      let content = clause.content(clause.tokens.lowerBound..<speaker.tokens.lowerBound - 1)
      return content.count < 3
        ? nil : clause.draft(content, saying, parties, confidence: 0.8, rule: name)
    }
    guard parties.speaker != nil, let found = reach.content(after: saying) else { return nil }
    let content = clause.content(found.start..<reach.end(from: found.start, of: saying))
    guard content.count > 1 else { return nil }
    return clause.draft(content, saying, parties, confidence: 0.8, rule: name)
  }

  /// The cue behind the word that relays: "as | saying".
  private func saying(after cue: Cue, _ clause: CueClause) -> Cue? {
    let text = clause.context.text
    let limit = min(clause.tokens.upperBound, cue.tokens.upperBound + Self.farthest)
    for index in cue.tokens.upperBound..<max(cue.tokens.upperBound, limit) {
      if [.terminator, .colon, .openingQuote].contains(text.tokens[index].kind) { return nil }
      guard text.tokens[index].kind == .word,
        clause.settings.relayWords.contains(text.text(index..<index + 1)),
        let next = clause.cue(from: index + 1), next.tokens.lowerBound == index + 1,
        next.frame == .participle
      else { continue }
      return next
    }
    return nil
  }
}
