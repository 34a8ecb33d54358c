/// A feed, as it was read.
public struct Feed: Equatable, Sendable {
  /// Its title in one line, markup taken out.
  public var title: String?
  /// The page that it belongs to: http or https.
  public var link: String?
  /// Its language, as the feed tells it.
  public var language: String?
  /// Its items, in the feed's order.
  public var items: [FeedItem] = []
  /// Whether there was more than the limits allow.
  public var isCut = false

  /// Makes an empty feed.
  public init() {}
}

/// One item of a feed.
public struct FeedItem: Equatable, Sendable {
  /// What the feed calls it by.
  public var id: String?
  /// Its title in one line, markup taken out.
  public var title: String?
  /// Its page: http or https.
  public var link: String?
  /// Who wrote it.
  public var author: String?
  /// When it was published, in seconds since 1970.
  public var published: Int?
  /// When it was last changed, in seconds since 1970.
  public var updated: Int?
  /// Its text, paragraphs parted by empty lines.
  public var text: String?
  /// Whether the feed calls that text the whole of the item, not a summary.
  public var isWhole = false

  /// Makes an empty item.
  public init() {}

  /// What tells it from the feed's other items: its id, its page, or what it says.
  public var key: String {
    if let id, !id.isEmpty { return id }
    if let link { return link }
    let parts = [title, published.map(String.init), text.map { String($0.prefix(200)) }]
    return parts.compactMap { $0 }.joined(separator: "\u{1F}")
  }
}

/// The most that is taken in of one feed; `Feed.isCut` tells that there was more.
public struct FeedLimits: Sendable {
  /// Bytes of a feed.
  public var bytes = 64 << 20
  /// Items of a feed.
  public var items = 100_000
  /// Bytes of one text or title, with its markup.
  public var textBytes = 2 << 20
  /// Bytes of all texts together.
  public var allTextBytes = 32 << 20
  /// How deep elements stand in each other; deeper ones are read as if they stood here.
  public var depth = 200

  /// Limits as they are.
  public init() {}
}

/// Why something is no feed.
public enum FeedError: Error, Equatable, Sendable {
  /// There is nothing in it.
  case empty
  /// It is a page of HTML; the addresses of the feeds that it names.
  case page(feeds: [String])
  /// It is something else.
  case unknown
}
