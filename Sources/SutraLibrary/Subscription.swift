/// A feed that is followed.
public struct Subscription: Equatable, Sendable {
  /// Its number in the library.
  public let id: Int
  /// Its address.
  public let address: String
  /// Its name; empty before it was read.
  public let title: String
  /// The page that it belongs to.
  public let page: String?
  /// The names of the folders around it, from the outside.
  public let folders: [String]
  /// What its server calls the version that was read.
  public let etag: String?
  /// When its server says that version was made.
  public let lastModified: String?
  /// When it was read last, in seconds since 1970.
  public let refreshed: Int?
  /// Until when its server asks not to be asked again, in seconds since 1970.
  public let waitUntil: Int?
  /// Why the last reading has failed.
  public let failure: String?
  /// Whether its server says that it is gone for good.
  public let isGone: Bool
  /// Whether the user has typed its address.
  public let isTyped: Bool
  /// How many articles of it there are.
  public let articles: Int
  /// How many of them are unread.
  public let unread: Int

  /// What it is called: its name, or its address.
  public var name: String { title.isEmpty ? address : title }
}

/// An article of a feed, with its text.
public struct StoredArticle: Equatable, Sendable {
  /// Its number in the library.
  public let id: Int
  /// The number of its feed.
  public let feed: Int
  /// The name of its feed.
  public let feedTitle: String
  /// The address of its feed.
  public let feedAddress: String
  /// Whether the user has typed that address.
  public let feedIsTyped: Bool
  /// Its headline; may be empty.
  public let title: String
  /// Its page.
  public let link: String?
  /// Who wrote it.
  public let author: String?
  /// When it was published, in seconds since 1970.
  public let published: Int?
  /// When it was first seen, in seconds since 1970.
  public let seen: Int
  /// The text that the feed gave.
  public let text: String?
  /// Whether the feed calls that text the whole of the article.
  public let isWhole: Bool
  /// Whether it has been read.
  public let isRead: Bool
}

/// An article that a feed brings.
public struct NewArticle: Equatable, Sendable {
  /// What tells it from the feed's other articles.
  public let key: String
  /// Its headline; may be empty.
  public let title: String
  /// Its page.
  public let link: String?
  /// Who wrote it.
  public let author: String?
  /// When it was published, in seconds since 1970.
  public let published: Int?
  /// When it was last changed, in seconds since 1970.
  public let updated: Int?
  /// The text that the feed gives.
  public let text: String?
  /// Whether the feed calls that text the whole of the article.
  public let isWhole: Bool

  /// Makes an article.
  public init(
    key: String, title: String, link: String?, author: String?, published: Int?, updated: Int?,
    text: String?, isWhole: Bool
  ) {
    self.key = key
    self.title = title
    self.link = link
    self.author = author
    self.published = published
    self.updated = updated
    self.text = text
    self.isWhole = isWhole
  }
}

/// What came of reading a feed.
public enum FeedNews: Equatable, Sendable {
  /// Nothing has changed.
  case unchanged
  /// These are its articles now.
  case articles(title: String?, page: String?, language: String?, [NewArticle])
}
