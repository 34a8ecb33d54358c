/// What part a source plays in an article; the raw value is the role in the analysis format.
public enum SourceRole: String, Sendable, CaseIterable {
  /// Named in the credit line.
  case credit
  /// Says something.
  case speaker
  /// Carries what somebody else says.
  case medium
  /// Wrote the article: no source of what it says.
  case byline
  /// Took or gave its pictures: no source of what it says.
  case photo
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
  /// Where the article first names it, as a source or not.
  public let firstMention: Span?
  /// Indices into the article's `quotations`, in text order.
  public let quotations: [Int]
  /// From 0 to 1: the letters of what it says, of those of all that is said.
  public let share: Double
  /// Names of the media through which the article has its words: "TASS, cited by Reuters".
  public let through: [String]

  /// Makes a source.
  public init(
    name: String, kind: SpeakerKind, entity: Int?, roles: [SourceRole], spans: [Span],
    quotations: [Int], firstMention: Span? = nil, share: Double = 0, through: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.entity = entity
    self.roles = roles
    self.spans = spans
    self.firstMention = firstMention ?? spans.first
    self.quotations = quotations
    self.share = share
    self.through = through
  }
}
