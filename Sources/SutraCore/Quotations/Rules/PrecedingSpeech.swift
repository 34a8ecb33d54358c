/// The words in quotation marks right before the subject of a cue, or before the cue itself when its
/// subject follows.
struct PrecedingSpeech: QuotationRule {
  let name = Construction.leadingDirectSpeech

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb || cue.frame == .address || cue.frame == .participle else {
      return nil
    }
    let context = clause.context
    let reader = ClauseReader(context)
    let lower = clause.tokens.lowerBound
    var parties = SpeakerFinder.Parties()
    var close = cue.tokens.lowerBound - 1
    if cue.frame != .participle, close >= lower,
      isClosing(close, context) || followsClosing(close, lower, context)
    {
      parties.speaker = reader.subject(after: cue.tokens.upperBound, to: clause.tokens.upperBound)
    } else if case .phrase(let speaker) = reader.subject(
      before: cue.tokens.lowerBound, from: lower)
    {
      // "…", it was hard to believe: what a thing is to be thought of is nothing that it says.
      let before = context.text.functionType(cue.tokens.lowerBound - 1)
      if case .pronoun(_, isThing: true) = speaker.head,
        before == .infinitive || before == .adposition
      {
        return nil
      }
      parties.speaker = speaker
      close = speaker.tokens.lowerBound - 1
      if close >= lower, !isClosing(close, context), context.kind(close) == .word { close -= 1 }
    } else {
      return nil
    }
    if close > lower, context.kind(close) == .comma || context.kind(close) == .dash { close -= 1 }
    guard close >= lower, let pair = context.text.pair(at: close), pair.close == close,
      pair.open >= lower, context.isSpeech(pair)
    else { return nil }
    var end = pair.close + 1
    let next = clause.cue(from: cue.tokens.upperBound)
    if let more = context.text.pairs.first(startingAtOrAfter: cue.tokens.upperBound),
      more.close < clause.tokens.upperBound, context.isSpeech(more),
      more.open - cue.tokens.upperBound <= LeadingDirectSpeech.farthest,
      [.comma, .dash, .colon, .terminator].contains(context.kind(more.open - 1)),
      next.map({ $0.tokens.lowerBound > more.open }) ?? true
    {
      end = more.close + 1
    }
    let found = ContentReach(clause, reader).following(cue)
    parties.addressee = found.addressee
    parties.medium = found.medium
    return clause.draft(
      start(of: pair, clause)..<end, cue, parties, confidence: 0.95, rule: name)
  }

  private func isClosing(_ index: Int, _ context: QuotationContext) -> Bool {
    context.text.pair(at: index)?.close == index
  }

  private func followsClosing(_ index: Int, _ lower: Int, _ context: QuotationContext) -> Bool {
    index > lower && (context.kind(index) == .comma || context.kind(index) == .dash)
      && isClosing(index - 1, context)
  }

  /// Where the content begins whose end a pair is: words of the clause before it belong to it.
  private func start(of pair: MarkPair, _ clause: CueClause) -> Int {
    let context = clause.context
    let lower = clause.tokens.lowerBound
    // One word before the marks belongs to them where it is their subject.
    guard pair.open > lower + 1 || (pair.open > lower && context.text.classes(lower).has(.pronoun)),
      pair.open - lower <= 40
    else { return pair.open }
    var index = pair.open - 1
    while index > lower {
      if context.kind(index) == .colon || context.kind(index) == .terminator { return pair.open }
      index -= 1
    }
    let content = context.trimmed(lower..<pair.open)
    return content.isEmpty ? pair.open : content.lowerBound
  }
}
