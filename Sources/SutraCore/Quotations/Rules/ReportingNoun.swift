/// A noun for speech that its speaker owns, a comma, and what is said: "his claim, ...".
struct ReportingNoun: QuotationRule {
  let name = Construction.reportingNoun

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .noun else { return nil }
    if let closed = closing(cue, clause) { return closed }
    guard let start = clause.contentStart(after: cue),
      cue.tokens.upperBound < start || clause.context.kind(start) == .openingQuote
    else { return nil }
    // "The charge ‘is false’, says so-and-so": the noun is a part of what is said.
    if cue.tokens.upperBound == start,
      clause.cues(in: start..<clause.tokens.upperBound).contains(where: {
        $0.frame == .verb && clause.closingComplementiser(before: $0) != nil
      })
    {
      return nil
    }
    if let accused = accusation(cue, start, clause) { return accused }
    // "What was | to be paid, ...": a verb's noun owns no words.
    guard
      cue.tokens.lowerBound == clause.tokens.lowerBound
        || !clause.context.text.isVerbalNoun(cue.tokens.lowerBound - 1)
    else { return nil }
    let finder = SpeakerFinder(clause.context)
    let counted = Self.numberStart(before: cue.tokens.lowerBound, clause)
    var owner = finder.owner(before: counted, from: clause.tokens.lowerBound)
    if let found = owner,
      !Self.isGenitive(found, clause.context)
        || found.tokens.lowerBound > clause.tokens.lowerBound + 3 && !opensSpeech(start, clause)
    {
      owner = nil
    }
    guard owner != nil || tellsDemands(cue, clause) else { return nil }
    let end = counted < cue.tokens.lowerBound ? listEnd(clause) : clause.tokens.upperBound
    let content = clause.content(start..<end)
    guard content.count > 1 else { return nil }
    return clause.draft(
      content, cue, SpeakerFinder.Parties(speaker: owner), confidence: 0.7, rule: name)
  }

  /// Whether a noun with its verb tells demands of which was told before: "The chief demands are, ..."; "our
  /// second demand is" is said by who is speaking.
  private func tellsDemands(_ cue: Cue, _ clause: CueClause) -> Bool {
    let before = clause.tokens.lowerBound..<cue.tokens.lowerBound
    return cue.cueClass == .demand && cue.tokens.count > 1 && before.count <= 3
      && !before.contains { clause.context.text.allClasses($0).has(.pronoun) }
  }

  /// "The allegation against so-and-so: ...": nobody says who makes it.
  private func accusation(_ cue: Cue, _ start: Int, _ clause: CueClause) -> QuotationDraft? {
    let against = cue.tokens.lowerBound - 1
    guard cue.cueClass == .allegation, against > clause.tokens.lowerBound,
      clause.settings.againstWords.contains(clause.context.text.text(against..<against + 1)),
      let accused = SpeakerFinder(clause.context).owner(
        before: against, from: clause.tokens.lowerBound)
    else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 2 else { return nil }
    return clause.draft(
      content, cue, SpeakerFinder.Parties(addressee: accused.tokens), confidence: 0.8, rule: name)
  }

  /// Where the words that count a noun begin: "the movement's | four-point | demand".
  static func numberStart(before cue: Int, _ clause: CueClause) -> Int {
    let context = clause.context
    let first = cue - 2
    guard first > clause.tokens.lowerBound, context.kind(cue - 1) == .word else { return cue }
    let isNumber =
      context.kind(first) == .number
      || context.text.phrases.longest(.measure, at: first)?.sense.attribute
        == MeasurePart.numeral.rawValue
    return isNumber ? first : cue
  }

  /// Where a list of numbered sentences ends that begins in the clause: with the last sentence of
  /// the paragraph that a number opens.
  private func listEnd(_ clause: CueClause) -> Int {
    let context = clause.context
    var last = clause.sentenceIndex
    let paragraph = context.sentences[last].paragraph
    var isList = false
    while last + 1 < context.sentences.count, context.sentences[last + 1].paragraph == paragraph,
      let first = context.sentences[last + 1].tokens.first
    {
      if context.kind(first) == .number { isList = true }
      guard isList || context.sentences[last].tokens.count <= 2 + clause.tokens.count else { break }
      last += 1
    }
    return isList ? context.sentences[last].tokens.upperBound : clause.tokens.upperBound
  }

  /// What is said, a mark, the noun, and its owner at the end: "..., the regret of the coach".
  private func closing(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    let context = clause.context
    var end = cue.tokens.lowerBound
    let last = context.trimmed(clause.tokens).upperBound
    guard end > clause.tokens.lowerBound, cue.tokens.upperBound < last else { return nil }
    let isClosed = [.comma, .dash].contains(context.kind(end - 1))
    guard isClosed || context.text.pair(at: end - 1)?.close == end - 1,
      let owner = SpeakerFinder(context).owner(before: last, from: cue.tokens.upperBound),
      Self.isGenitive(owner, context), owner.tokens.lowerBound <= cue.tokens.upperBound + 1
    else { return nil }
    if isClosed { end -= 1 }
    let content = clause.content(clause.tokens.lowerBound..<end)
    guard content.count(where: { context.kind($0) == .word }) >= 3 else { return nil }
    return clause.draft(
      content, cue, SpeakerFinder.Parties(speaker: owner), confidence: 0.8, rule: name)
  }

  /// Whether the content is words in quotation marks that fill the rest of the sentence: then the
  /// owner may stand far from the sentence's beginning.
  private func opensSpeech(_ start: Int, _ clause: CueClause) -> Bool {
    guard let pair = clause.context.text.pair(at: start), pair.open == start else { return false }
    return pair.close + 2 >= clause.tokens.upperBound
  }

  /// Whether a phrase ends as an owner does.
  static func isGenitive(_ phrase: NounPhrase, _ context: QuotationContext) -> Bool {
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
