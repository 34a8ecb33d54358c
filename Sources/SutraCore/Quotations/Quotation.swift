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
  ///
  /// A cue set inside of it is part of this span, and of no segment.
  public let content: Span
  /// The parts of the content without a reporting clause between them, in text order; one at least.
  public var segments: [Span] { parts.isEmpty ? [content] : parts }
  /// The segments where there are several: most contents are of one piece.
  private let parts: [Span]
  /// The word or words that report it, or `nil` when the quotation carries on from the one before.
  public let cue: Span?
  /// How the tables read the cue, or `nil` when there is none.
  public let reading: CueReading?
  /// Whether it is told as not said, not admitted or denied.
  public let isNegated: Bool
  /// When it was said, as far as the sentence tells: "on Monday".
  public let time: Span?
  /// Index of the quotation whose words hold this one: what B said, as A tells it.
  public var parent: Int? { parentNumber < 0 ? nil : Int(parentNumber) }
  private let parentNumber: Int32
  /// Whether the opening quotation mark has no closing one.
  public let isUnterminated: Bool
  /// From 0 to 1: the share of quotations so marked that are right.
  public let confidence: Double
  /// The construction it was found by.
  public let rule: Construction
  /// Whether a second reading has set its ends.
  public let isMended: Bool
  /// Whether a second reading has set its speaker.
  public let isSpeakerMended: Bool

  /// Makes a quotation; without segments the content is one.
  public init(
    form: QuotationForm, content: Span, cue: Span?, isUnterminated: Bool, confidence: Double,
    rule: Construction, segments: [Span] = [], reading: CueReading? = nil, isNegated: Bool = false,
    time: Span? = nil, parent: Int? = nil, isMended: Bool = false,
    isSpeakerMended: Bool = false
  ) {
    self.form = form
    self.content = content
    parts = segments == [content] ? [] : segments
    self.cue = cue
    self.reading = reading
    self.isNegated = isNegated
    self.time = time
    parentNumber = parent.map(Int32.init(truncatingIfNeeded:)) ?? -1
    self.isUnterminated = isUnterminated
    self.confidence = confidence
    self.rule = rule
    self.isMended = isMended
    self.isSpeakerMended = isSpeakerMended
  }
}
