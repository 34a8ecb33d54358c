import SutraWords

/// What keys do in a list of what was read.
enum LibraryListAction: Hashable, Sendable {
  case move(ListMove)
  case open, back, order, outlet
  case star, starredOnly, toggleRead, unreadOnly, takeOut, undo
  case search, help, redraw, quit
}

/// The keys of such a list: those of the list of feeds, where that has the same.
enum LibraryListKeys {
  /// The keys with what they do, in the order of help.
  private static let keys = ListKeys<LibraryListAction> {
    [
      ([.character("j"), .down], .move(.down), say("shelf.help.down")),
      ([.character("k"), .up], .move(.up), say("feeds.help.up")),
      (
        [.pageDown, .character(" "), .control("f")], .move(.pageDown), say("feeds.help.page-down")
      ),
      ([.pageUp, .character("b"), .control("b")], .move(.pageUp), say("feeds.help.page-up")),
      ([.character("g"), .home], .move(.first), say("feeds.help.first")),
      ([.character("G"), .end], .move(.last), say("feeds.help.last")),
      ([.enter, .character("l"), .right], .open, say("shelf.help.open")),
      ([.character("s")], .order, say("shelf.help.order")),
      ([.character("o")], .outlet, say("shelf.help.outlet")),
      ([.character("*")], .star, say("shelf.help.star")),
      ([.character("S")], .starredOnly, say("shelf.help.starred-only")),
      ([.character("u")], .toggleRead, say("feeds.help.toggle-read")),
      ([.character("U")], .unreadOnly, say("feeds.help.unread-only")),
      ([.character("d")], .takeOut, say("shelf.help.take-out")),
      ([.character("z")], .undo, say("shelf.help.undo")),
      ([.character("/")], .search, say("shelf.help.search")),
      ([.character("?"), .function(1)], .help, say("feeds.help.help")),
      ([.control("l")], .redraw, say("feeds.help.redraw")),
      ([.escape, .character("h"), .left], .back, say("shelf.help.back")),
      ([.character("q")], .quit, say("shelf.help.quit")),
    ]
  }

  static func action(of key: Key) -> LibraryListAction? { keys.action(of: key) }

  static var help: ListHelp {
    keys.help(title: say("shelf.help.title"), hint: say("feeds.help.hint"))
  }
}
