/// How much of a quotation's content stands in quotation marks.
public enum QuotationForm: String, Sendable, CaseIterable {
  /// All of it.
  case direct
  /// None of it.
  case indirect
  /// Some of it.
  case mixed
}

/// Words credited to somebody, with the phrase that reports them.
public struct Quotation: Hashable, Sendable {
  /// How much of the content stands in quotation marks.
  public let form: QuotationForm
  /// What is said: quotation marks included; cue, complementiser and final full stop excluded.
  public let content: Span
  /// The word or words that report it, or `nil` when the quotation carries on from the one before.
  public let cue: Span?
  /// Whether the opening quotation mark has no closing one.
  public let isUnterminated: Bool
  /// From 0 to 1: the share of quotations so marked that are right.
  public let confidence: Double
  /// Name of the rule that found it.
  public let rule: String

  /// Makes a quotation.
  public init(
    form: QuotationForm, content: Span, cue: Span?, isUnterminated: Bool, confidence: Double,
    rule: String
  ) {
    self.form = form
    self.content = content
    self.cue = cue
    self.isUnterminated = isUnterminated
    self.confidence = confidence
    self.rule = rule
  }
}
