/// The words of the list of feeds.
enum FeedWords {
  static let feeds = "Feeds"
  static let allFeeds = "All articles"
  static let untitled = "(no title)"
  static let hint = "? help  q quit"
  static let helpTitle = "The list of articles"
  static let helpHint = "Keys: j k scroll, Esc closes"
  static let tooSmall = "Sutra needs 20x5 cells; q quits."
  static let noFeeds = "No feeds yet: 'sutra feeds add URL' follows one."
  static let noArticles = "No articles yet: R reads the feeds."
  static let noneUnread = "Nothing is unread."
  static let wrapped = "went on from the other end"

  static let helpDown = "next article or feed"
  static let helpUp = "the one before"
  static let helpPageDown = "one page down"
  static let helpPageUp = "one page up"
  static let helpFirst = "the first"
  static let helpLast = "the last"
  static let helpOpen = "open the article; from the feeds go to the articles"
  static let helpOtherPart = "from the feeds to the articles and back"
  static let helpNextUnread = "next unread article"
  static let helpPreviousUnread = "the unread article before"
  static let helpRefresh = "read the chosen feed anew; give that up"
  static let helpRefreshAll = "read all feeds anew; give that up"
  static let helpMarkAll = "mark all listed articles as read"
  static let helpToggleRead = "mark the article as read or unread"
  static let helpUnreadOnly = "list unread articles alone, or all"
  static let helpSearch = "look for words in the titles; Esc lists all again"
  static let helpAddress = "tell the article's address"
  static let helpHelp = "this help"
  static let helpRedraw = "paint the screen anew"
  static let helpBack = "all titles again; back to the feeds"
  static let helpQuit = "quit"

  static func unknownKey(_ key: Key) -> String {
    "\(key.label) does nothing here; ? tells the keys"
  }

  static func noMatch(_ query: String) -> String { "No title has '\(query)'; Esc lists all." }

  static func marked(_ count: Int) -> String {
    count == 0 ? "all were read already" : "\(articles(count)) marked as read"
  }

  /// The heading of the articles.
  static func heading(_ count: Int, feed: String?, isUnreadOnly: Bool, query: String) -> String {
    var text = feed ?? "Articles"
    text += " \(count)"
    if isUnreadOnly { text += ", unread" }
    if !query.isEmpty { text += ", with '\(query)'" }
    return text
  }

  /// The heading over what was found in the articles, in so many columns.
  static func foundHeading(_ columns: Int) -> String { columns >= 22 ? "found" : "q/s" }

  /// What was found in an article, in so many columns.
  static func found(_ quotes: Int, _ sources: Int, _ columns: Int) -> String {
    guard columns >= 22 else { return "\(quotes)/\(sources)" }
    let named = sources == 1 ? "1 source" : "\(sources) sources"
    return "\(ReaderText.quotes(quotes)), \(named)"
  }

  static func status(_ feeds: Int, _ unread: Int, _ count: Int) -> String {
    let named = feeds == 1 ? "1 feed" : "\(feeds) feeds"
    return "\(named), \(unread) of \(articles(count)) unread"
  }

  static func refreshing(_ state: FeedListState.Refreshing) -> String {
    let failed = state.failed > 0 ? ", \(state.failed) failed" : ""
    return "reading feeds: \(state.done) of \(state.total)\(failed)"
  }

  private static func articles(_ count: Int) -> String {
    count == 1 ? "1 article" : "\(count) articles"
  }
}
