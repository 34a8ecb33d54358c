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
    public let lost: [String]
    /// The words that only the second has, in its order.
    public let won: [String]
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
  }

  /// All quotations of both that do more than carry on, in the order of the first.
  public let quotes: [Quotes]
  /// All persons of both.
  public let people: [Person]
  /// Amounts that differ.
  public let amounts: [Amounts]
  /// Whether the articles have so much text in common that they are versions of one.
  public let areVersions: Bool
  /// Sentences that differ; none where the articles are no versions of one.
  public let text: [Text]
}
