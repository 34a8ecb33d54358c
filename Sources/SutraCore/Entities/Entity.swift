/// What kind of thing a mention names; the raw value is the kind in the analysis format.
public enum EntityKind: String, Sendable, CaseIterable {
  /// A person.
  case person = "PERSON"
  /// A country, town, river or other place.
  case place = "PLACE"
  /// A party, ministry, company, broadcaster or other organisation.
  case organization = "ORGANIZATION"
  /// A book, film, programme or other work.
  case work = "WORK"
  /// A named event.
  case event = "EVENT"
  /// A date or time.
  case date = "DATE"
  /// An amount.
  case quantity = "QUANTITY"
}

extension EntityKind {
  /// Whether it can be party to a quotation, as speaker or as what words are about.
  var isParty: Bool {
    switch self {
    case .person, .place, .organization, .work: true
    case .event, .date, .quantity: false
    }
  }
}

/// A stretch of text that names something, case ending included.
public struct Mention: Hashable, Sendable {
  /// The whole written words.
  public let span: Span
  /// What kind of thing they name.
  public let kind: EntityKind
  /// Whether somebody has set it right.
  public let isByHand: Bool
  /// Index of the thing in the article's `entities`.
  public let entity: Int
  /// How sure it is, from 0 to 1: of the mentions marked 0.9 nine in ten are right.
  public let confidence: Double

  /// Makes a mention; a confidence beyond 0 and 1 is cut to them.
  public init(
    span: Span, kind: EntityKind, entity: Int, confidence: Double = 1, isByHand: Bool = false
  ) {
    self.span = span
    self.kind = kind
    self.isByHand = isByHand
    self.entity = entity
    self.confidence = min(1, max(0, confidence))
  }
}

/// A person, place, organisation or other thing, with all that refers to it.
public struct Entity: Hashable, Sendable {
  /// What kind of thing it is.
  public let kind: EntityKind
  /// Its fullest name in the article, without case ending.
  public let name: String
  /// Other names and descriptions the article uses for it, without case ending or repetition.
  public let aliases: [String]
  /// Indices into the article's `mentions`, in text order.
  public let mentions: [Int]
  /// Pronouns and role phrases that mean it, in text order.
  public let references: [Span]

  /// Makes an entity.
  public init(
    kind: EntityKind, name: String, aliases: [String], mentions: [Int], references: [Span]
  ) {
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.mentions = mentions
    self.references = references
  }
}
