/// One row of the key table: what does something, and how help tells it.
public struct KeyBinding: Sendable {
  /// The keys, the one to show first.
  public let keys: [Key]
  /// What they do.
  public let action: Action
  /// What they do, in a few words.
  public let explanation: String

  init(_ keys: [Key], _ action: Action, _ explanation: String) {
    self.keys = keys
    self.action = action
    self.explanation = explanation
  }
}

/// Some bindings under one heading.
public struct KeyGroup: Sendable {
  /// The heading.
  public let title: String
  /// The bindings.
  public let bindings: [KeyBinding]
}

/// The keys of the reader: the one table that binds them and that help shows.
public enum KeyTable {
  /// All bindings, in the order help shows them.
  public static let groups: [KeyGroup] = [
    KeyGroup(
      title: "Reading",
      bindings: [
        KeyBinding([.character("j"), .down, .control("n"), .control("e")], .lineDown, "line down"),
        KeyBinding([.character("k"), .up, .control("p"), .control("y")], .lineUp, "line up"),
        KeyBinding(
          [.character(" "), .pageDown, .character("f"), .control("f")], .pageDown, "page down"),
        KeyBinding([.character("b"), .pageUp, .control("b")], .pageUp, "page up"),
        KeyBinding([.character("d"), .control("d")], .halfPageDown, "half a page down"),
        KeyBinding([.character("u"), .control("u")], .halfPageUp, "half a page up"),
        KeyBinding([.character("g"), .home, .character("<")], .toBeginning, "to the beginning"),
        KeyBinding([.character("G"), .end, .character(">")], .toEnd, "to the end"),
      ]),
    KeyGroup(
      title: "Quotes and sources",
      bindings: [
        KeyBinding([.character("]")], .nextQuotation, "next quote"),
        KeyBinding([.character("[")], .previousQuotation, "previous quote"),
        KeyBinding([.character("}")], .nextOfSpeaker, "next quote of the same speaker"),
        KeyBinding([.character("{")], .previousOfSpeaker, "previous quote of the same speaker"),
        KeyBinding([.tab, .backTab], .switchFocus, "into the pane and back"),
        KeyBinding([.enter], .goToSelection, "go to what is selected"),
        KeyBinding([.character("p")], .togglePane, "pane on and off"),
        KeyBinding([.character("P")], .nextView, "next view: quotes, sources, entities"),
      ]),
    KeyGroup(
      title: "Highlighting",
      bindings: [
        KeyBinding([.character("h")], .toggleHighlighting, "highlighting on and off"),
        KeyBinding([.character("1")], .toggleKind(.person), "persons on and off"),
        KeyBinding([.character("2")], .toggleKind(.place), "places on and off"),
        KeyBinding([.character("3")], .toggleKind(.organization), "organisations on and off"),
        KeyBinding([.character("t")], .nextTheme, "next theme"),
      ]),
    KeyGroup(
      title: "Searching",
      bindings: [
        KeyBinding([.character("/")], .search, "search"),
        KeyBinding([.character("n")], .nextMatch, "next match"),
        KeyBinding([.character("N")], .previousMatch, "previous match"),
      ]),
    KeyGroup(
      title: "Everything else",
      bindings: [
        KeyBinding([.character("?"), .function(1)], .showHelp, "this help"),
        KeyBinding([.escape], .cancel, "close, or clear what is marked"),
        KeyBinding([.control("l")], .redraw, "draw the screen anew"),
        KeyBinding([.character("q"), .character("Q")], .quit, "quit"),
      ]),
  ]

  /// What a key does, or `nil` when it is bound to nothing.
  public static func action(of key: Key) -> Action? { actions[key] }

  private static let actions: [Key: Action] = {
    var found: [Key: Action] = [:]
    for binding in groups.flatMap(\.bindings) {
      for key in binding.keys { found[key] = binding.action }
    }
    return found
  }()
}
