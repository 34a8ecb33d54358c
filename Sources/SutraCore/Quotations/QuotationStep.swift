/// What is done with the quotations that cues report: further ones are found beside and in them.
///
/// The raw value is the word in `language.tsv`.
enum QuotationStep: String, Sendable, CaseIterable {
  /// A speaker's words go on in the next sentences.
  case carryOn = "carry-on"
  /// Words in quotation marks behind a quotation of the same speaker are one with it.
  case splitSpeech = "split-speech"
  /// Words in quotation marks beside somebody who speaks.
  case standingSpeech = "standing-speech"
  /// Words in quotation marks that no cue reports.
  case uncuedSpeech = "uncued-speech"
  /// What a line before it introduces.
  case leadIn = "lead-in"
  /// What somebody says inside of what another tells.
  case chainedSpeech = "chained-speech"
  /// Words in the quotation marks of others.
  case innerSpeech = "inner-speech"
  /// A headline of words and their speaker.
  case headline
  /// Paragraphs that a document sets apart as quotations.
  case blockQuotation = "block-quotation"
  /// Turns of a talk, each under its speaker's name.
  case transcript

  /// The quotations with what the step adds, in text order.
  func completed(
    _ drafts: [QuotationDraft], in context: QuotationContext
  ) -> [QuotationDraft] {
    switch self {
    case .carryOn: CarryOn(context).completed(drafts)
    case .splitSpeech: CarryOn(context).joined(drafts)
    case .standingSpeech: StandingSpeech(context).completed(drafts)
    case .uncuedSpeech: UncuedSpeech(context).completed(drafts)
    case .leadIn: LeadInSpeech(context).completed(drafts)
    case .chainedSpeech: ChainedSpeech(context).completed(drafts)
    case .innerSpeech: InnerSpeech(context).completed(drafts)
    case .headline: HeadlineSpeech(context).completed(drafts)
    case .blockQuotation: BlockQuotation(context).completed(drafts)
    case .transcript: TranscriptTurns(context).completed(drafts)
    }
  }

  /// The construction that its quotations are told by, if it is one of its own.
  var construction: Construction? {
    switch self {
    case .carryOn: .carryOn
    case .splitSpeech, .chainedSpeech: nil
    case .standingSpeech: .standingSpeech
    case .uncuedSpeech: .uncuedSpeech
    case .leadIn: .leadIn
    case .innerSpeech: .innerSpeech
    case .headline: .headline
    case .blockQuotation: .blockQuotation
    case .transcript: .transcript
    }
  }
}
