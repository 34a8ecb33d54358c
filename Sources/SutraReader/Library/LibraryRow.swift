import SutraCore

/// A row of a list of what was read: an article, or words in one.
public struct LibraryRow: Sendable, Equatable {
  /// The article's number in the library.
  public let article: Int
  /// Where the article is from.
  public let origin: String
  /// When it is from, in seconds since 1970.
  public let date: Int
  /// Who says it, or who published it.
  public let lead: String
  /// The words, or the headline.
  public let text: String
  /// What else is to be told of it: the headline of its article, who published that.
  public let detail: String
  /// Who published the article.
  public let outlet: String
  /// How many quotes and sources the article has; -1 where that is not told.
  public let quotes: Int
  /// How many sources the article has.
  public let sources: Int
  /// Whether the article was read.
  public internal(set) var isRead: Bool
  /// Whether it has a star.
  public internal(set) var isStarred: Bool
  /// The words that are gone to in the article; `nil` to open it where it was left.
  public let anchor: TextAnchor?

  /// Makes a row.
  public init(
    article: Int, origin: String, date: Int, lead: String, text: String, detail: String = "",
    outlet: String = "", quotes: Int = -1, sources: Int = 0, isRead: Bool = true,
    isStarred: Bool = false, anchor: TextAnchor? = nil
  ) {
    self.article = article
    self.origin = origin
    self.date = date
    self.lead = lead
    self.text = text
    self.detail = detail
    self.outlet = outlet
    self.quotes = quotes
    self.sources = sources
    self.isRead = isRead
    self.isStarred = isStarred
    self.anchor = anchor
  }
}

/// What a list of what was read shows.
public struct LibraryAnswer: Sendable {
  /// What was asked.
  public let title: String
  /// What is told above the rows, as of a person.
  public let head: [String]
  /// The rows.
  public let rows: [LibraryRow]
  /// Whether the rows are articles, which can be marked and forgotten, rather than words in them.
  public let isArticles: Bool

  /// Makes an answer.
  public init(title: String, head: [String] = [], rows: [LibraryRow], isArticles: Bool) {
    self.title = title
    self.head = head
    self.rows = rows
    self.isArticles = isArticles
  }
}
