import SutraWords

/// One row of the key table: what does something, and how help tells it.
public struct KeyBinding: Sendable {
  /// The keys, the one to show first.
  public let keys: [Key]
  /// What they do.
  public let action: Action
  /// The action's name, for commands and settings.
  public let name: String

  init(_ keys: [Key], _ action: Action, _ name: String) {
    self.keys = keys
    self.action = action
    self.name = name
  }

  /// What they do, in a few words that name the keys of a keymap.
  public func explanation(_ keymap: Keymap = .standard) -> String { keymap.say("key.\(name)") }

  /// The same with other keys.
  func bound(to keys: [Key]) -> KeyBinding { KeyBinding(keys, action, name) }
}

/// Some bindings under one heading.
public struct KeyGroup: Sendable {
  /// Its name.
  let name: String
  /// The bindings.
  public private(set) var bindings: [KeyBinding]

  /// The heading.
  public var title: String { say("keys.\(name)") }

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
    KeyGroup(name: "reading", bindings: reading),
    KeyGroup(name: "quotations", bindings: quotations),
    KeyGroup(name: "highlighting", bindings: highlighting),
    KeyGroup(name: "searching", bindings: searching),
    KeyGroup(name: "taking", bindings: taking),
    KeyGroup(name: "other", bindings: other),
  ]

  private static let reading: [KeyBinding] = [
    KeyBinding(
      [.character("j"), .down, .control("n"), .control("e")], .lineDown, "line-down"),
    KeyBinding(
      [.character("k"), .up, .control("p"), .control("y")], .lineUp, "line-up"),
    KeyBinding(
      [.character(" "), .pageDown, .character("f"), .control("f")], .pageDown, "page-down"),
    KeyBinding(
      [.character("b"), .pageUp, .control("b")], .pageUp, "page-up"),
    KeyBinding(
      [.character("d"), .control("d")], .halfPageDown, "half-page-down"),
    KeyBinding([.character("u"), .control("u")], .halfPageUp, "half-page-up"),
    KeyBinding(
      [.character("g"), .home, .character("<")], .toBeginning, "beginning"),
    KeyBinding(
      [.character("G"), .end, .character(">")], .toEnd, "end"),
    KeyBinding([.character("%")], .toPercent, "percent"),
  ]

  private static let quotations: [KeyBinding] = [
    KeyBinding(
      [.character("]")], .nextQuotation, "next-quote"),
    KeyBinding([.character("[")], .previousQuotation, "previous-quote"),
    KeyBinding(
      [.character("}")], .nextOfSpeaker, "next-of-speaker"),
    KeyBinding(
      [.character("{")], .previousOfSpeaker, "previous-of-speaker"),
    KeyBinding([.character("w")], .who, "who"),
    KeyBinding([.character("W")], .askWho, "dossier"),
    KeyBinding([.character("o")], .outline, "outline"),
    KeyBinding([.character("l")], .links, "links"),
    KeyBinding([.tab, .backTab], .switchFocus, "switch"),
    KeyBinding([.enter], .goToSelection, "go"),
    KeyBinding([.character("p")], .togglePane, "pane"),
    KeyBinding([.character("P")], .nextView, "view"),
    KeyBinding([.character("U")], .nextClaim, "next-claim"),
    KeyBinding(
      [.character("O")], .nextEntityOrder, "entity-order"),
    KeyBinding([.character("v")], .toggleAllEntities, "all-entities"),
    KeyBinding([.character("s")], .filterSpeaker, "filter-speaker"),
    KeyBinding(
      [.character("S")], .filterThisSpeaker, "filter-this-speaker"),
    KeyBinding(
      [.character("F")], .filterMenu, "filters"),
    KeyBinding([.character("c")], .clearFilters, "clear-filters"),
  ]

  private static let highlighting: [KeyBinding] = [
    KeyBinding(
      [.character("h")], .toggleHighlighting, "highlighting"),
    KeyBinding(
      [.character("H")], .chooseKind, "kinds"),
    KeyBinding([], .toggleKind(.person), "persons"),
    KeyBinding([], .toggleKind(.place), "places"),
    KeyBinding(
      [], .toggleKind(.organization), "organisations"),
    KeyBinding([], .toggleKind(.work), "works"),
    KeyBinding([], .toggleKind(.event), "events"),
    KeyBinding([], .toggleKind(.date), "dates"),
    KeyBinding([], .toggleKind(.quantity), "quantities"),
    KeyBinding([.character("t")], .nextTheme, "next-theme"),
    KeyBinding(
      [.character("V")], .togglePictures, "pictures"),
  ]

  private static let searching: [KeyBinding] = [
    KeyBinding(
      [.character("/")], .search, "search"),
    KeyBinding([.character("n")], .nextMatch, "next-match"),
    KeyBinding([.character("N")], .previousMatch, "previous-match"),
    KeyBinding([.character("*")], .searchEntity, "search-entity"),
    KeyBinding([.character("e")], .nextMention, "next-mention"),
    KeyBinding(
      [.character("E")], .previousMention, "previous-mention"),
    KeyBinding(
      [.character("i")], .nextDoubtful, "next-doubtful"),
    KeyBinding(
      [.character("I")], .previousDoubtful, "previous-doubtful"),
    KeyBinding([.character("m")], .setMark, "mark"),
    KeyBinding([.character("'")], .goToMark, "go-to-mark"),
    KeyBinding(
      [.control("o"), .character("(")], .jumpBack, "jump-back"),
    KeyBinding([.character(")")], .jumpForward, "jump-forward"),
  ]

  private static let taking: [KeyBinding] = [
    KeyBinding(
      [.character("y")], .copyQuotation, "copy-quote"),
    KeyBinding([.character("Y")], .copyText, "copy-text"),
    KeyBinding([.character("|")], .pipe, "pipe"),
    KeyBinding(
      [.character("x")], .export, "export"),
  ]

  private static let other: [KeyBinding] = [
    KeyBinding([.control("x")], .nextArticle, "next"),
    KeyBinding([.control("r")], .previousArticle, "previous"),
    KeyBinding([.character("a")], .articleList, "articles"),
    KeyBinding([.character("L")], .library, "library"),
    KeyBinding([.character("C")], .correct, "corrections"),
    KeyBinding([.character("R")], .reload, "reload"),
    KeyBinding(
      [.character("T")], .follow, "follow"),
    KeyBinding([.character("J")], .toggleLines, "join-lines"),
    KeyBinding([.character("!")], .notes, "notes"),
    KeyBinding([.character(":")], .command, "command"),
    KeyBinding([.character("?"), .function(1)], .showHelp, "help"),
    KeyBinding([.escape], .cancel, "cancel"),
    KeyBinding([.control("l")], .redraw, "redraw"),
    KeyBinding([.character("q"), .character("Q")], .quit, "quit"),
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

extension Keymap {
  /// A sentence of the program in which the keys are named that are bound now: `{key.help}` is the
  /// first key of the action `help`, or `:help` where no key does it.
  func say(_ key: String, _ values: KeyValuePairs<String, any Sayable> = [:]) -> String {
    Message(key, values).text(in: .current) { name in
      Self.places[name].flatMap { groups[$0.group].bindings[$0.place].keys.first?.label }
    }
  }
}

extension ReaderState {
  /// A sentence of the program with the keys that are bound now.
  func say(_ key: String, _ values: KeyValuePairs<String, any Sayable> = [:]) -> String {
    settings.keymap.say(key, values)
  }
}
