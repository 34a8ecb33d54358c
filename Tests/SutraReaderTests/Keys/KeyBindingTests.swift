import SutraCore
import SutraResources
import Testing

@testable import SutraReader

@Suite("Key bindings")
struct KeyBindingTests {
  @Test(
    "keys have names that settings read, in any case of letters",
    arguments: [
      ("j", Key.character("j")), ("G", .character("G")), ("=", .character("=")),
      ("#", .character("#")), ("ক", .character("ক")), ("।", .character("।")),
      ("Ctrl-X", .control("x")),
      ("ctrl-x", .control("x")), ("CTRL-a", .control("a")), ("F1", .function(1)),
      ("F12", .function(12)),
      ("PageDown", .pageDown), ("pagedown", .pageDown), ("Space", .character(" ")), ("Up", .up),
      ("Enter", .enter), ("Tab", .tab), ("BackTab", .backTab), ("Escape", .escape),
      ("Backspace", .backspace), ("Delete", .delete), ("Insert", .insert), ("Home", .home),
      ("End", .end),
      ("Left", .left), ("Right", .right), ("Down", .down), ("PageUp", .pageUp),
    ])
  func names(name: String, key: Key) {
    #expect(Key(name: name) == key)
    #expect(Key(name: key.settingName) == key)
  }

  @Test(
    "other words are no keys",
    arguments: [
      "", " ", "F0", "F13", "Fx", "Ctrl-", "Ctrl-1", "Ctrl-XX", "Ctrl-ক", "Alt-x", "PageDow",
      "\t", "\u{7F}",
    ])
  func noKeys(name: String) { #expect(Key(name: name) == nil) }

  @Test("every key of the table can be named")
  func roundTrip() {
    for key in KeyTable.groups.flatMap(\.bindings).flatMap(\.keys) {
      #expect(Key(name: key.settingName) == key)
    }
  }

  @Test("a binding of the settings works, is shown in the help, and takes the key from others")
  func bound() throws {
    var settings = Settings()
    try settings.bind("z", to: "next-quote", .commandLine)
    try settings.bind("F5", to: "who", .commandLine)
    try settings.bind("j", to: "line-up", .commandLine)
    var state = ReaderState(
      article: Articles.turns, size: ScreenSize(columns: 100, rows: 100), settings: settings)
    _ = state.update(by: .analysis(Articles.turns, isComplete: true))
    state.press(.character("z"))
    #expect(state.selection.quotation == 1)
    state.press(.character("]"))
    #expect(state.selection.quotation == 2)
    state.press(.function(5))
    #expect(state.window?.purpose == .who)
    state.press(.escape, .character("?"))
    let lines = state.screen().rows.map(ScreenText.letters)
    #expect(lines.contains { $0.hasPrefix("  z  ]") && $0.contains("next quote; 3z three on") })
    #expect(lines.contains { $0.hasPrefix("  F5  w") && $0.contains("who says so?") })
    #expect(lines.contains { $0.hasPrefix("  j  k") && $0.contains("line up") })
    #expect(lines.contains { $0.hasPrefix("  ↓  Ctrl-N") && $0.contains("line down") })
  }

  @Test("an action whose only key is taken stays in the help by its name")
  func unbound() throws {
    var settings = Settings()
    try settings.bind("w", to: "quit", .commandLine)
    var state = ReaderState(
      article: Articles.turns, size: ScreenSize(columns: 100, rows: 100), settings: settings)
    #expect(state.settings.keymap.keys(of: .who) == [])
    state.press(.character("?"))
    #expect(ScreenText.text(state.screen()).contains("  :who "))
    state.press(.escape)
    #expect(state.press(.character("w")) == [.quit])
    state.run(command: "who")
    #expect(state.window?.purpose == .who)
  }

  @Test("a digit that is bound to something else begins no number")
  func digit() throws {
    var settings = Settings()
    try settings.bind("5", to: "quit", .commandLine)
    var state = ReaderState(
      article: Articles.long, size: ScreenSize(columns: 80, rows: 24), settings: settings)
    #expect(state.press(.character("5")) == [.quit])
    #expect(state.count == nil)
    #expect(state.press(.character("2"), .character("5"), .character("j")) == [])
    #expect(state.layout.distance(from: state.layout.first, to: state.top, limit: 99) == 25)
  }

  @Test(
    "the letters of Bengali keyboards are commands by their place",
    arguments: [
      ("national", "ক", Action.lineDown), ("national", "ত", .lineUp), ("national", "য", .who),
      ("national", "গ", .outline), ("national", "\u{9DC}", .togglePane), ("national", "ন", .pageUp),
      ("national", "ট", .nextTheme), ("national", "স", .nextMatch), ("probhat", "জ", .lineDown),
      ("probhat", "ক", .lineUp), ("probhat", "ও", .outline), ("probhat", "প", .togglePane),
      ("probhat", "ব", .pageUp), ("probhat", "ট", .nextTheme), ("probhat", "ন", .nextMatch),
      ("probhat", "গ", .toBeginning), ("probhat", "ঘ", .toEnd), ("probhat", "ৌ", .nextOfSpeaker),
      ("probhat", "ে", .previousQuotation), ("probhat", "ূ", .who), ("probhat", "দ", .quit),
    ] as [(String, Unicode.Scalar, Action)])
  func keyboards(layout: String, letter: Unicode.Scalar, action: Action) {
    let key = KeyboardLayout(named: layout).key(for: .character(letter))
    #expect(Keymap.standard.action(of: key) == action)
  }

  @Test("the keyboard is a setting; none leaves letters as they are")
  func setting() {
    for (name, rows) in [("probhat", 1), ("national", 0), ("none", 0)] {
      var state = ReaderState.open(Articles.long)
      state.run(command: "set keyboard \(name)")
      state.press(.character("জ"))
      #expect(
        state.layout.distance(from: state.layout.first, to: state.top, limit: 9) == rows, "\(name)")
      if name == "none" { #expect(state.status.contains("জ does nothing here")) }
    }
    #expect(KeyboardLayout.names == ["national", "probhat"])
  }

  @Test(
    "no layout gives two keys to one letter, nor a letter twice", arguments: KeyboardLayout.names)
  func layouts(name: String) throws {
    let path = EmbeddedResource.paths().first { $0.hasSuffix("/keyboard-\(name).tsv") }
    let bytes = try #require(EmbeddedResource.bytes(at: path ?? ""))
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    .map { $0.unicodeScalars.split(separator: "\t").map { String(Substring($0)) } }
    #expect(
      rows.allSatisfy {
        $0.count == 2 && $0[0].unicodeScalars.count == 1 && $0[1].unicodeScalars.count == 1
      })
    #expect(Set(rows.map { Array($0[0].unicodeScalars) }).count == rows.count)
    #expect(Set(rows.map { $0[1] }).count == rows.count)
    #expect(rows.allSatisfy { $0[1].unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 } })
    #expect(rows.count > 60)
  }

  @Test("Bengali letters are typed as they are into prompts and choosers")
  func typed() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("/"))
    state.type("জক")
    #expect(state.prompt?.text == "জক")
    state.press(.escape, .character("s"))
    state.type("কর")
    #expect(state.window?.narrowing == "কর")
  }
}
