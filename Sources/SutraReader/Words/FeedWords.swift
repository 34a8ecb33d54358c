import SutraWords

/// The words of the list of feeds.
enum FeedWords {
  static var feeds: String { say("feeds.feeds") }
  static var allFeeds: String { say("feeds.all") }
  static var untitled: String { say("feeds.untitled") }
  static var hint: String { say("feeds.hint") }
  static var helpTitle: String { say("feeds.help.title") }
  static var helpHint: String { say("feeds.help.hint") }
  static var tooSmall: String { say("feeds.too-small") }
  static var noFeeds: String { say("feeds.no-feeds") }
  static var noArticles: String { say("feeds.no-articles") }
  static var noneUnread: String { say("feeds.none-unread") }
  static var wrapped: String { say("feeds.wrapped") }

  static var helpDown: String { say("feeds.help.down") }
  static var helpUp: String { say("feeds.help.up") }
  static var helpPageDown: String { say("feeds.help.page-down") }
  static var helpPageUp: String { say("feeds.help.page-up") }
  static var helpFirst: String { say("feeds.help.first") }
  static var helpLast: String { say("feeds.help.last") }
  static var helpOpen: String { say("feeds.help.open") }
  static var helpOtherPart: String { say("feeds.help.other-part") }
  static var helpNextUnread: String { say("feeds.help.next-unread") }
  static var helpPreviousUnread: String { say("feeds.help.previous-unread") }
  static var helpRefresh: String { say("feeds.help.refresh") }
  static var helpRefreshAll: String { say("feeds.help.refresh-all") }
  static var helpMarkAll: String { say("feeds.help.mark-all") }
  static var helpToggleRead: String { say("feeds.help.toggle-read") }
  static var helpUnreadOnly: String { say("feeds.help.unread-only") }
  static var helpSearch: String { say("feeds.help.search") }
  static var helpAddress: String { say("feeds.help.address") }
  static var helpHelp: String { say("feeds.help.help") }
  static var helpRedraw: String { say("feeds.help.redraw") }
  static var helpBack: String { say("feeds.help.back") }
  static var helpQuit: String { say("feeds.help.quit") }

  static func unknownKey(_ key: Key) -> String {
    say("feeds.key-unbound", ["key": key.label])
  }

  static func noMatch(_ query: String) -> String { say("feeds.no-match", ["words": query]) }

  static func marked(_ count: Int) -> String {
    count == 0 ? say("feeds.all-read") : say("feeds.marked", ["count": count])
  }

  /// The heading of the articles.
  static func heading(_ count: Int, feed: String?, isUnreadOnly: Bool, query: String) -> String {
    var text = (feed ?? say("feeds.articles")) + " " + digits(count)
    if isUnreadOnly { text += ", " + say("feeds.heading-unread") }
    if !query.isEmpty { text += ", " + say("feeds.heading-with", ["words": query]) }
    return text
  }

  /// The heading over what was found in the articles, in so many columns.
  static func foundHeading(_ columns: Int) -> String {
    say(columns >= 22 ? "feeds.found" : "feeds.found-short")
  }

  /// What was found in an article, in so many columns.
  static func found(_ quotes: Int, _ sources: Int, _ columns: Int) -> String {
    guard columns >= 22 else { return "\(digits(quotes))/\(digits(sources))" }
    return "\(ReaderText.quotes(quotes)), \(say("count.sources", ["count": sources]))"
  }

  static func status(_ feeds: Int, _ unread: Int, _ count: Int) -> String {
    say(
      "feeds.status",
      [
        "feeds": say("count.feeds", ["count": feeds]), "unread": unread,
        "articles": say("count.articles", ["count": count]),
      ])
  }

  static func refreshing(_ state: FeedListState.Refreshing) -> String {
    let text = say("feeds.refreshing", ["number": state.done, "total": state.total])
    return state.failed > 0
      ? text + ", " + say("feeds.failed", ["count": state.failed]) : text
  }
}
