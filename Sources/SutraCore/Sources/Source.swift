/// What part a source plays in an article; the raw value is the role in the analysis format.
public enum SourceRole: String, Sendable, CaseIterable {
  /// Named in the credit line.
  case credit
  /// Says something.
  case speaker
  /// Carries what somebody else says.
  case medium
}

/// A party the article rests on, with the quotations that rest on it.
public struct Source: Hashable, Sendable {
  /// Its name without case ending.
  public let name: String
  /// How the article names it.
  public let kind: SpeakerKind
  /// Index in the article's `entities`, or `nil` when it is no named entity.
  public let entity: Int?
  /// The parts it plays, each once.
  public let roles: [SourceRole]
  /// Where the article names it as a source, in text order.
  public let spans: [Span]
  /// Indices into the article's `quotations`, in text order.
  public let quotations: [Int]

  /// Makes a source.
  public init(
    name: String, kind: SpeakerKind, entity: Int?, roles: [SourceRole], spans: [Span],
    quotations: [Int]
  ) {
    self.name = name
    self.kind = kind
    self.entity = entity
    self.roles = roles
    self.spans = spans
    self.quotations = quotations
  }
}
