/// One row of the key table: what does something, and how help tells it.
public struct KeyBinding: Sendable {
  /// The keys, the one to show first.
  public let keys: [Key]
  /// What they do.
  public let action: Action
  /// The action's name, for commands and settings.
  public let name: String
  /// What they do, in a few words.
  public let explanation: String

  init(_ keys: [Key], _ action: Action, _ name: String, _ explanation: String) {
    self.keys = keys
    self.action = action
    self.name = name
    self.explanation = explanation
  }

  /// The same with other keys.
  func bound(to keys: [Key]) -> KeyBinding { KeyBinding(keys, action, name, explanation) }
}

/// Some bindings under one heading.
public struct KeyGroup: Sendable {
  /// The heading.
  public let title: String
  /// The bindings.
  public private(set) var bindings: [KeyBinding]

  /// Gives one of the bindings other keys.
  mutating func rebind(_ index: Int, to keys: [Key]) {
    bindings[index] = bindings[index].bound(to: keys)
  }
}

/// The keys of the reader: the one table that binds them, that help shows, and that settings and
/// commands name actions by.
public enum KeyTable {
  /// All bindings, in the order help shows them.
  public static let groups: [KeyGroup] = [
    KeyGroup(title: "Reading", bindings: reading),
    KeyGroup(title: "Quotes and sources", bindings: quotations),
    KeyGroup(title: "Highlighting", bindings: highlighting),
    KeyGroup(title: "Searching and moving", bindings: searching),
    KeyGroup(title: "Taking away", bindings: taking),
    KeyGroup(title: "Everything else", bindings: other),
  ]

  private static let reading: [KeyBinding] = [
    KeyBinding(
      [.character("j"), .down, .control("n"), .control("e")], .lineDown, "line-down", "line down"),
    KeyBinding(
      [.character("k"), .up, .control("p"), .control("y")], .lineUp, "line-up", "line up"),
    KeyBinding(
      [.character(" "), .pageDown, .character("f"), .control("f")], .pageDown, "page-down",
      "page down"),
    KeyBinding(
      [.character("b"), .pageUp, .control("b")], .pageUp, "page-up", "page up"),
    KeyBinding(
      [.character("d"), .control("d")], .halfPageDown, "half-page-down", "half a page down"),
    KeyBinding([.character("u"), .control("u")], .halfPageUp, "half-page-up", "half a page up"),
    KeyBinding(
      [.character("g"), .home, .character("<")], .toBeginning, "beginning", "to the beginning"),
    KeyBinding(
      [.character("G"), .end, .character(">")], .toEnd, "end",
      "to the end; 7G to the 7th paragraph"),
    KeyBinding([.character("%")], .toPercent, "percent", "50% to the middle"),
  ]

  private static let quotations: [KeyBinding] = [
    KeyBinding(
      [.character("]")], .nextQuotation, "next-quote", "next quote; 3] three on, :quote 3 the third"
    ),
    KeyBinding([.character("[")], .previousQuotation, "previous-quote", "previous quote"),
    KeyBinding(
      [.character("}")], .nextOfSpeaker, "next-of-speaker", "next quote of the same speaker"),
    KeyBinding(
      [.character("{")], .previousOfSpeaker, "previous-of-speaker",
      "previous quote of the same speaker"),
    KeyBinding([.character("w")], .who, "who", "who says so? the chain to the origin"),
    KeyBinding([.character("o")], .outline, "outline", "outline: paragraphs and who speaks"),
    KeyBinding([.tab, .backTab], .switchFocus, "switch", "into the pane and back"),
    KeyBinding([.enter], .goToSelection, "go", "go to what is selected"),
    KeyBinding([.character("p")], .togglePane, "pane", "pane on and off"),
    KeyBinding([.character("P")], .nextView, "view", "next view: quotes, sources, entities"),
    KeyBinding(
      [.character("O")], .nextEntityOrder, "entity-order",
      "entities by mentions, in text order, by name"),
    KeyBinding(
      [.character("v")], .toggleAllEntities, "all-entities",
      "all entities, or people, organisations, places alone"),
    KeyBinding([.character("s")], .filterSpeaker, "filter-speaker", "only one speaker's quotes"),
    KeyBinding(
      [.character("S")], .filterThisSpeaker, "filter-this-speaker",
      "only the selected quote's speaker"),
    KeyBinding(
      [.character("F")], .filterMenu, "filters", "filter by kind of source, type, doubt"),
    KeyBinding([.character("c")], .clearFilters, "clear-filters", "clear all filters"),
  ]

  private static let highlighting: [KeyBinding] = [
    KeyBinding(
      [.character("h")], .toggleHighlighting, "highlighting", "highlighting on and off"),
    KeyBinding(
      [.character("H")], .chooseKind, "kinds",
      "a kind on and off: H1 persons, H2 places, H3 organisations"),
    KeyBinding([], .toggleKind(.person), "persons", "persons on and off"),
    KeyBinding([], .toggleKind(.place), "places", "places on and off"),
    KeyBinding(
      [], .toggleKind(.organization), "organisations",
      "organisations on and off"),
    KeyBinding([], .toggleKind(.work), "works", "works on and off"),
    KeyBinding([], .toggleKind(.event), "events", "events on and off"),
    KeyBinding([], .toggleKind(.date), "dates", "dates on and off"),
    KeyBinding([], .toggleKind(.quantity), "quantities", "quantities on and off"),
    KeyBinding([.character("t")], .nextTheme, "next-theme", "next theme"),
    KeyBinding(
      [.character("V")], .togglePictures, "pictures", "text as pictures, as in print, or in cells"),
  ]

  private static let searching: [KeyBinding] = [
    KeyBinding(
      [.character("/")], .search, "search",
      "search; speaker:X cue:X kind:place type:direct by role"),
    KeyBinding([.character("n")], .nextMatch, "next-match", "next match"),
    KeyBinding([.character("N")], .previousMatch, "previous-match", "previous match"),
    KeyBinding([.character("*")], .searchEntity, "search-entity", "search the selected entity"),
    KeyBinding([.character("e")], .nextMention, "next-mention", "next mention of the entity"),
    KeyBinding(
      [.character("E")], .previousMention, "previous-mention", "previous mention of the entity"),
    KeyBinding(
      [.character("i")], .nextDoubtful, "next-doubtful", "next name that is doubtful"),
    KeyBinding(
      [.character("I")], .previousDoubtful, "previous-doubtful", "previous name that is doubtful"),
    KeyBinding([.character("m")], .setMark, "mark", "set a mark: m and a letter"),
    KeyBinding([.character("'")], .goToMark, "go-to-mark", "go to a mark: ' and its letter"),
    KeyBinding(
      [.control("o"), .character("(")], .jumpBack, "jump-back", "back to before the last jump"),
    KeyBinding([.character(")")], .jumpForward, "jump-forward", "forward again"),
  ]

  private static let taking: [KeyBinding] = [
    KeyBinding(
      [.character("y")], .copyQuotation, "copy-quote", "copy the quote with its citation"),
    KeyBinding([.character("Y")], .copyText, "copy-text", "copy the quote's words only"),
    KeyBinding([.character("|")], .pipe, "pipe", "pipe the article or quotes into a command"),
    KeyBinding(
      [.character("x")], .export, "export", "write the quotes to a file: txt md csv html and more"),
  ]

  private static let other: [KeyBinding] = [
    KeyBinding([.control("x")], .nextArticle, "next", "next article, like :n"),
    KeyBinding([.control("r")], .previousArticle, "previous", "previous article, like :p"),
    KeyBinding([.character("a")], .articleList, "articles", "list of the articles"),
    KeyBinding([.character("R")], .reload, "reload", "read the file anew, at the same place"),
    KeyBinding(
      [.character("T")], .follow, "follow", "follow a growing file, like tail; any key stops"),
    KeyBinding(
      [.character("J")], .toggleLines, "join-lines", "lines of a fixed width joined, or not"),
    KeyBinding([.character("!")], .notes, "notes", "what is wrong with the text"),
    KeyBinding([.character(":")], .command, "command", "a command by its name, Tab completes"),
    KeyBinding([.character("?"), .function(1)], .showHelp, "help", "this help"),
    KeyBinding([.escape], .cancel, "cancel", "close, or clear what is marked"),
    KeyBinding([.control("l")], .redraw, "redraw", "draw the screen anew"),
    KeyBinding([.character("q"), .character("Q")], .quit, "quit", "quit"),
  ]
}

/// Which key does what: the key table with the user's own bindings.
public struct Keymap: Sendable {
  /// The bindings under their headings, as help shows them.
  public private(set) var groups: [KeyGroup]
  private var actions: [Key: Action]

  /// The key table as it is.
  public init() {
    groups = KeyTable.groups
    actions = Self.actions(of: KeyTable.groups)
  }

  /// The keymap of the key table, made once.
  public static let standard = Keymap()

  private static func actions(of groups: [KeyGroup]) -> [Key: Action] {
    var found: [Key: Action] = [:]
    for binding in groups.flatMap(\.bindings) {
      for key in binding.keys { found[key] = binding.action }
    }
    return found
  }

  /// What a key does, or `nil` when it is bound to nothing.
  public func action(of key: Key) -> Action? { actions[key] }

  /// The keys of an action, the one to show first.
  public func keys(of action: Action) -> [Key] {
    groups.flatMap(\.bindings).first { $0.action == action }?.keys ?? []
  }

  /// Binds a key to the action of a name, and to nothing else.
  ///
  /// - Returns: Whether there is such an action.
  public mutating func bind(_ key: Key, to name: String) -> Bool {
    guard let (group, place) = Self.places[name] else { return false }
    for (other, bindings) in groups.map(\.bindings).enumerated() where actions[key] != nil {
      for (index, binding) in bindings.enumerated() where binding.keys.contains(key) {
        groups[other].rebind(index, to: binding.keys.filter { $0 != key })
      }
    }
    let binding = groups[group].bindings[place]
    groups[group].rebind(place, to: [key] + binding.keys)
    actions[key] = binding.action
    return true
  }

  /// For the name of each action its group and its place in the group.
  private static let places: [String: (group: Int, place: Int)] = {
    var found: [String: (group: Int, place: Int)] = [:]
    for (group, bindings) in KeyTable.groups.map(\.bindings).enumerated() {
      for (place, binding) in bindings.enumerated() { found[binding.name] = (group, place) }
    }
    return found
  }()

  /// The action of a name, as in commands.
  public static func action(named name: String) -> Action? {
    places[name].map { KeyTable.groups[$0.group].bindings[$0.place].action }
  }
}
