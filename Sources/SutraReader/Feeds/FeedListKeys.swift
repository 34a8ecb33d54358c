/// What keys do in the list.
enum FeedListAction: Hashable, Sendable {
  case move(ListMove)
  case open, back, otherPart
  case nextUnread, previousUnread
  case refresh, refreshAll, markAll, toggleRead, unreadOnly
  case search, address, help, redraw, quit
}

/// The keys of the list: newsboat's and mutt's, where they are free.
enum FeedListKeys {
  /// The keys with what they do, in the order of help.
  private static let keys = ListKeys<FeedListAction> {
    [
      ([.character("j"), .down], .move(.down), FeedWords.helpDown),
      ([.character("k"), .up], .move(.up), FeedWords.helpUp),
      ([.pageDown, .character(" "), .control("f")], .move(.pageDown), FeedWords.helpPageDown),
      ([.pageUp, .character("b"), .control("b")], .move(.pageUp), FeedWords.helpPageUp),
      ([.character("g"), .home], .move(.first), FeedWords.helpFirst),
      ([.character("G"), .end], .move(.last), FeedWords.helpLast),
      ([.enter, .character("l"), .right], .open, FeedWords.helpOpen),
      ([.tab, .backTab], .otherPart, FeedWords.helpOtherPart),
      ([.character("n")], .nextUnread, FeedWords.helpNextUnread),
      ([.character("N"), .character("p")], .previousUnread, FeedWords.helpPreviousUnread),
      ([.character("r")], .refresh, FeedWords.helpRefresh),
      ([.character("R")], .refreshAll, FeedWords.helpRefreshAll),
      ([.character("A")], .markAll, FeedWords.helpMarkAll),
      ([.character("u")], .toggleRead, FeedWords.helpToggleRead),
      ([.character("U")], .unreadOnly, FeedWords.helpUnreadOnly),
      ([.character("/")], .search, FeedWords.helpSearch),
      ([.character("o")], .address, FeedWords.helpAddress),
      ([.character("?"), .function(1)], .help, FeedWords.helpHelp),
      ([.control("l")], .redraw, FeedWords.helpRedraw),
      ([.escape, .character("h"), .left], .back, FeedWords.helpBack),
      ([.character("q")], .quit, FeedWords.helpQuit),
    ]
  }

  static func action(of key: Key) -> FeedListAction? { keys.action(of: key) }

  static var help: ListHelp {
    keys.help(title: FeedWords.helpTitle, hint: FeedWords.helpHint)
  }
}
