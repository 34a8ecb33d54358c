/// How the article names a speaker; the raw value is the kind in the analysis format.
public enum SpeakerKind: String, Sendable, CaseIterable {
  /// By name.
  case named
  /// By role alone, as in "the president".
  case role
  /// By a pronoun.
  case pronoun
  /// As a group, as in "analysts".
  case collective
  /// Without telling who, as in "an official who did not want to be named".
  case anonymous
  /// A broadcaster, newspaper or agency.
  case media
  /// A report, statement or letter.
  case document
  /// Not at all: the quotation carries on from the one before.
  case implicit
}

/// The party a quotation is credited to.
public struct Speaker: Hashable, Sendable {
  /// The words that name the speaker for this quotation, or `nil` when it carries on.
  public let span: Span?
  /// Index in the article's `entities`, or `nil` when the speaker is no named entity.
  public let entity: Int?
  /// Who that is after co-reference; `nil` when the article does not say.
  public let name: String?
  /// How the article names the speaker.
  public let kind: SpeakerKind
  /// Role and affiliation, in the words that name the speaker here or first did in the article:
  /// "spokesman of the ministry"; `nil` when the article tells none.
  public let role: String?
  /// The words that say why or that the name is withheld: "on condition of anonymity".
  public let reason: Span?
  /// Whether it is a group that speaks, under a noun, a pronoun or still.
  public let isCollective: Bool

  /// Whether the article says that it does not tell the name.
  public var isAnonymous: Bool { kind == .anonymous }

  /// Makes a speaker.
  public init(
    span: Span?, entity: Int?, name: String?, kind: SpeakerKind, role: String? = nil,
    reason: Span? = nil, isCollective: Bool = false
  ) {
    self.span = span
    self.entity = entity
    self.name = name
    self.kind = kind
    self.role = role
    self.reason = reason
    self.isCollective = isCollective || kind == .collective
  }
}

/// Where something was said or published: a broadcaster, a letter, a podcast.
public struct Medium: Hashable, Sendable {
  /// The words that name it.
  public let span: Span
  /// Index in the article's `entities`, or `nil` when it is no named entity.
  public let entity: Int?
  /// Its name without case ending.
  public let name: String
  /// `media` or `document`, or `nil` for an occasion, as a press conference is, which is no source.
  public let kind: SpeakerKind?

  /// Makes a medium.
  public init(span: Span, entity: Int?, name: String, kind: SpeakerKind? = .media) {
    self.span = span
    self.entity = entity
    self.name = name
    self.kind = kind
  }
}

/// Somebody else whom the words for a speaker may mean.
public struct SpeakerAlternative: Hashable, Sendable {
  /// Index in the article's `entities`.
  public let entity: Int
  /// Who that is.
  public let name: String
  /// From 0 to 1: its share of all that speaks for anybody.
  public let weight: Double

  /// Makes an alternative.
  public init(entity: Int, name: String, weight: Double) {
    self.entity = entity
    self.name = name
    self.weight = weight
  }
}

/// The link from a quotation to its speaker, with the rule that made it.
public struct Attribution: Hashable, Sendable {
  /// Who said it, or `nil` when nobody is named for it.
  public let speaker: Speaker?
  /// Whom it was said to.
  public let addressee: Span?
  /// Where it was said or published.
  @Rare public var medium: Medium?
  /// Whom the speaker has it from, where a medium cites another: "Reuters, citing TASS".
  @Rare public var origin: Medium?
  /// Below this confidence a speaker is uncertain.
  public static let doubt = 0.7
  /// The same where somebody else is near.
  public static let doubtOfSeveral = 0.9

  /// From 0 to 1: the share of speakers so marked who are the right ones.
  public var confidence: Double { Double(hundredths) / 100 }
  private let hundredths: UInt8
  /// Whom else the words for the speaker may mean, likeliest first; `nil` when nobody is near.
  @Rare public var alternatives: [SpeakerAlternative]?
  /// Whether somebody is named of whom it is not sure enough that they say it.
  public var isUncertain: Bool {
    guard speaker?.name != nil else { return false }
    return confidence < (alternatives == nil ? Self.doubt : Self.doubtOfSeveral)
  }
  /// The rule that made the link.
  public let rule: AttributionRule
  /// Where the name comes from when it does not stand here: the antecedent of a pronoun, the
  /// person that was told to hold a role, the speaker of the quotation before.
  public let evidence: [Span]

  /// Makes an attribution.
  public init(
    speaker: Speaker?, addressee: Span?, medium: Medium?, rule: AttributionRule,
    origin: Medium? = nil, evidence: [Span] = [], confidence: Double = 1,
    alternatives: [SpeakerAlternative] = []
  ) {
    hundredths = UInt8(min(max(confidence, 0), 1).percent)
    _alternatives = Rare(wrappedValue: alternatives.isEmpty ? nil : alternatives)
    self.speaker = speaker
    self.addressee = addressee
    _medium = Rare(wrappedValue: medium)
    _origin = Rare(wrappedValue: origin)
    self.rule = rule
    self.evidence = evidence
  }
}
