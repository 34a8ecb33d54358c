import SutraCore

/// What differs between two articles, or two versions of one; every difference has its places.
public struct ArticleComparison: Sendable {
  /// How a quotation of one article stands to the other.
  public enum QuoteState: String, Sendable, CaseIterable {
    /// The other has the same words.
    case same
    /// The second has a part of the words.
    case shortened
    /// The second has more of the words.
    case lengthened
    /// The other has words like these.
    case changed
    /// The same party says something there, in another language.
    case translated = "in another language"
    /// The other has none like it.
    case onlyHere = "only here"
  }

  /// Quotations of both articles that belong together, or one without another.
  public struct Quotes: Hashable, Sendable {
    /// How they stand to each other.
    public let state: QuoteState
    /// Index in the first article's `quotations`.
    public let first: Int?
    /// Index in the second article's `quotations`.
    public let second: Int?
    /// Whether both are credited to the same party.
    public let isSameSpeaker: Bool
    /// The words that only the first has, in its order.
    public let lost: [Span]
    /// The words that only the second has, in its order.
    public let won: [Span]
  }

  /// A person of one article or both.
  public struct Person: Hashable, Sendable {
    /// Index in the first article's `entities`.
    public let first: Int?
    /// Index in the second article's `entities`.
    public let second: Int?
    /// How often the first quotes them.
    public let firstQuotes: Int
    /// How often the second quotes them.
    public let secondQuotes: Int
    /// Whether both call them by the same name.
    public let isSameName: Bool
  }

  /// An amount that the articles tell otherwise.
  public struct Amounts: Hashable, Sendable {
    /// What is counted.
    public let unit: String
    /// Where the first tells it.
    public let first: Span
    /// Where the second tells it.
    public let second: Span
  }

  /// A date or a place that one article tells and the other does not, or tells otherwise.
  public struct Detail: Hashable, Sendable {
    /// Where the first tells it.
    public let first: Span?
    /// Where the second tells it, or what stands there in its place.
    public let second: Span?
  }

  /// How a sentence of one version stands to the other.
  public enum TextState: String, Sendable, CaseIterable {
    case added, removed, moved, changed
  }

  /// A sentence that differs.
  public struct Text: Hashable, Sendable {
    /// How it stands to the other version.
    public let state: TextState
    /// Where it stands in the first.
    public let first: Span?
    /// Where it stands in the second.
    public let second: Span?
    /// The words of a changed one that only the first has.
    public let lost: [Span]
    /// The words of it that only the second has.
    public let won: [Span]
  }

  /// All quotations of both that do more than carry on, in the order of the first.
  public let quotes: [Quotes]
  /// All persons of both.
  public let people: [Person]
  /// Amounts that differ.
  public let amounts: [Amounts]
  /// Dates that differ: of versions those of sentences that were changed, else those of one alone.
  public let dates: [Detail]
  /// Places that differ, in the same way.
  public let places: [Detail]
  /// Whether the articles have so much text in common that they are versions of one.
  public let areVersions: Bool
  /// Sentences that differ; none where the articles are no versions of one.
  public let text: [Text]
  /// What stands beside what.
  public let anchors: ComparisonAnchors
}
