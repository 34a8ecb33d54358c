/// A quotation before it is known who its speaker is.
struct QuotationDraft: Sendable {
  /// What is said, as tokens; final full stop excluded.
  var content: Range<Int>
  /// What reports it, or `nil` when it carries on.
  var cue: Cue?
  /// The words that name the speaker.
  var speaker: NounPhrase?
  /// The words that name whom it was said to.
  var addressee: Range<Int>?
  /// The words that name where it was said.
  var medium: Range<Int>?
  /// The words that name whom the speaker cites.
  var origin: Range<Int>?
  /// Index of the sentence it stands in.
  let sentence: Int
  /// Whether the speaker is the one of the quotation before.
  var carriesOn = false
  /// Whether it is rather whom the sentence before was about.
  var followsSubject = false
  /// Whether it stands inside of what another speaker tells without quotation marks.
  var isChained = false
  /// The share of quotations of this rule that are right, measured on annotated news.
  let confidence: Double
  /// Name of the rule that found it.
  let rule: String
}
