/// Finds words in marks behind a speaker whose other words stand before the cue: "..., so says the
/// captain, “...”", in a language whose verb ends its clause.
struct SecondSpeech {
  /// The quotation in marks that follows another one of its sentence.
  ///
  /// - Parameters:
  ///   - draft: A quotation whose cue and speaker stand behind its words.
  ///   - clause: Its clause.
  /// - Returns: The words in marks, told by the same cue and speaker.
  func quotation(behind draft: QuotationDraft, in clause: CueClause) -> QuotationDraft? {
    let context = clause.context
    guard context.text.has(.speechOnBothSides), let cue = draft.cue, let speaker = draft.speaker,
      draft.content.upperBound <= cue.tokens.lowerBound,
      speaker.tokens.lowerBound >= cue.tokens.upperBound,
      context.form(of: draft.content) != .direct
    else { return nil }
    let mark = speaker.tokens.upperBound
    guard mark + 1 < clause.tokens.upperBound, [.comma, .colon].contains(context.kind(mark)),
      let pair = context.text.pair(at: mark + 1), pair.open == mark + 1, context.isSpeech(pair),
      pair.close + 1 >= context.trimmed(clause.tokens).upperBound
    else { return nil }
    return QuotationDraft(
      content: pair.open..<pair.close + 1, cue: cue, speaker: speaker, sentence: draft.sentence,
      confidence: draft.confidence, rule: draft.rule)
  }
}
