/// Words in quotation marks and after them the cue with its speaker: "...", she said.
struct LeadingDirectSpeech: QuotationRule {
  let name = Construction.leadingDirectSpeech

  /// Most tokens between the marks and the cue.
  static let farthest = 24

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb || cue.frame == .summary else { return nil }
    let context = clause.context
    var index = cue.tokens.lowerBound - 1
    while index >= clause.tokens.lowerBound, cue.tokens.lowerBound - index <= Self.farthest {
      if context.text.pair(at: index)?.close == index { break }
      if context.kind(index) == .terminator { return nil }
      index -= 1
    }
    guard index >= clause.tokens.lowerBound, let pair = context.text.pair(at: index),
      pair.close == index, pair.open >= clause.tokens.lowerBound,
      context.isSpeech(pair) || opensSentence(pair, clause), !isTitle(pair, context)
    else { return nil }
    let finder = SpeakerFinder(context)
    var parties = finder.parties(before: cue.tokens.lowerBound, from: pair.close + 1)
    var end = pair.close + 1
    if parties.speaker == nil {
      parties.speaker =
        finder.parties(after: cue.tokens.upperBound, to: clause.end(behind: cue)).speaker
    }
    // A sentence may go on with more of the same speech after the cue.
    if let more = context.text.pairs.first(startingAtOrAfter: cue.tokens.upperBound),
      more.close < clause.tokens.upperBound, context.isSpeech(more)
    {
      end = more.close + 1
    }
    return clause.draft(pair.open..<end, cue, parties, confidence: 0.95, rule: name)
  }

  /// Whether the word behind the marks says that they hold a title: “The river today” | by title.
  private func isTitle(_ pair: MarkPair, _ context: QuotationContext) -> Bool {
    let text = context.text
    guard text.verbEndsClause, pair.close + 1 < text.tokens.count,
      let work = text.phrases.longest(.workHead, at: pair.close + 1)
    else { return false }
    return work.match.stemLength == 0
  }

  /// Whether a pair of a few words opens its sentence and a comma parts it from the rest.
  private func opensSentence(_ pair: MarkPair, _ clause: CueClause) -> Bool {
    let context = clause.context
    return pair.open == clause.tokens.lowerBound && pair.close + 1 < clause.tokens.upperBound
      && context.kind(pair.close + 1) == .comma
      && (pair.open..<pair.close).count(where: { context.kind($0) == .word }) >= 2
  }
}

extension QuotationContext {
  /// Whether the words in a pair are speech and no title or single word set apart.
  func isSpeech(_ pair: MarkPair) -> Bool {
    let words = (pair.open + 1..<max(pair.open + 1, pair.close)).filter {
      kind($0) == .word
    }.count
    let last = pair.close - 1
    return words >= 4
      || (words >= 1 && last > pair.open
        && [.terminator, .comma].contains(kind(last)))
  }
}

extension Array where Element == MarkPair {
  /// The first pair that opens at a token or after it.
  func first(startingAtOrAfter token: Int) -> MarkPair? {
    let index = partitioningIndex { $0.open >= token }
    return index < count ? self[index] : nil
  }
}
