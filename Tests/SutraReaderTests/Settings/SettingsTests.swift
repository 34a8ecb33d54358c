import SutraCore
import SutraWords
import Testing

@testable import SutraReader

@Suite("Settings")
struct SettingsTests {
  /// For every setting a value that is not its standard one.
  static let others = [
    "theme": "mono", "color": "never", "widths": "cluster", "highlighting": "off",
    "hide": "works dates",
    "pane": "off", "pane-width": "44", "line-width": "70", "view": "sources",
    "search-folding": "loose", "translit": "off", "mouse": "off", "keyboard": "national",
    "copy-command": "cat > /dev/null",
    "linear": "on", "entity-order": "name", "model": "none",
    "languages": "own tables",
    "fetch-connect-timeout": "3", "fetch-timeout": "7", "fetch-size": "1",
    "pictures": "sixel", "picture-font": "Noto Serif Bengali", "line-speed": "9600",
    "remember": "off", "library": "on", "language": "en", "digits": "western",
    "encoding": "latin1", "join-lines": "off", "reading": "full",
  ]

  private static func read(_ text: String) -> (settings: Settings, mistakes: [String]) {
    var settings = Settings()
    let mistakes = settings.read(Array(text.utf8), file: "config")
    return (settings, mistakes.map(\.message))
  }

  @Test("the table is whole: every setting has a name, a sentence and a standard value that fits")
  func table() {
    #expect(Set(SettingTable.all.map(\.name)).count == SettingTable.all.count)
    for setting in SettingTable.all {
      #expect(setting.flaw(of: setting.standard) == nil)
      #expect(!setting.explanation.isEmpty && Self.others[setting.name] != nil)
      #expect(setting.name.allSatisfy { $0.isLowercase || $0 == "-" })
    }
  }

  @Test("every setting is read from a file", arguments: SettingTable.all.map(\.name))
  func file(name: String) throws {
    let value = try #require(Self.others[name])
    let setting = try #require(SettingTable.setting(named: name))
    for row in ["\(name) = \(value)", "\(name)=\(value)", "  \(name)\t=  \(value)  "] {
      let (settings, mistakes) = Self.read("# mine\n\n\(row)\n")
      #expect(mistakes == [])
      #expect(settings[name] == value)
      #expect(settings.value(of: setting).origin == .file("config", line: 3))
    }
  }

  @Test(
    "every setting takes :set, in each way of writing it", arguments: SettingTable.all.map(\.name))
  func set(name: String) throws {
    let value = try #require(Self.others[name])
    let setting = try #require(SettingTable.setting(named: name))
    for command in ["set \(name) \(value)", "set \(name)=\(value)", "set \(name) = \(value)"] {
      var state = ReaderState.open(Articles.turns, columns: 200, themes: ["dark", "mono"])
      state.run(command: command)
      #expect(state.settings[name] == value)
      #expect(state.settings.value(of: setting).origin == .reader)
      state.run(command: "set \(name)")
      #expect(state.message == "\(name) = \(value) (set in the reader)")
    }
  }

  @Test("what :set says takes effect at once")
  func effects() {
    var state = ReaderState.open(
      Articles.bengali, columns: 140, rows: 20, themes: ["dark", "mono"])
    state.run(command: "set theme mono")
    #expect(state.themeName == "mono")
    state.run(command: "set highlighting off")
    #expect(!state.highlighting.isOn)
    state.run(command: "set hide works, dates")
    #expect(state.highlighting.hiddenKinds == [.work, .date] && !state.highlighting.isOn)
    state.run(command: "set hide=")
    #expect(state.highlighting.hiddenKinds == [])
    state.run(command: "set pane-width 44")
    #expect(state.frame.pane?.columns == 44)
    state.run(command: "set pane-width 0")
    #expect(state.frame.pane?.columns != 44)
    state.run(command: "set pane off")
    #expect(state.frame.pane == nil)
    state.run(command: "set pane auto")
    #expect(state.frame.pane != nil)
    state.run(command: "set line-width 30")
    #expect(state.layout.width == 30)
    state.run(command: "set view entities")
    #expect(state.view == .entities)
    #expect(state.run(command: "set widths cluster") == [.applySettings, .redraw])
    #expect(state.layout.profile == .cluster)
    #expect(state.run(command: "set mouse off") == [.applySettings, .redraw])
    #expect(state.run(command: "set color never") == [.applySettings, .redraw])
    ScreenInvariantTests.check(state.screen(), .cluster)
  }

  @Test("the language of the program changes at once, and its digits")
  func language() throws {
    var state = ReaderState.open(Articles.bengali, columns: 140, rows: 20)
    let bengali = try #require(InterfaceLanguage("bn"))
    state.run(command: "set language bn")
    func head() -> String { state.screen().rows[0].map(\.text).joined() }
    #expect(state.settings.interface == bengali)
    #expect(head().contains("উদ্ধৃতি ২২") && !head().contains("Quotes"))
    #expect(state.status.contains("সহায়িকা"))
    state.press(.character("~"))
    #expect(state.message?.hasPrefix("~ এখানে কিছু করে না") == true)
    state.run(command: "set digits western")
    #expect(head().contains("উদ্ধৃতি 22"))
    // Nothing of it stays behind for others.
    #expect(InterfaceLanguage.current == .english)
    state.run(command: "set language auto")
    #expect(head().contains("Quotes 22"))
  }

  @Test("hide keeps what was changed by keys since")
  func hideKeeps() {
    var state = ReaderState.open(Articles.turns, columns: 120)
    state.press(.character("p"), .character("P"), .character("P"))
    let view = state.view
    state.run(command: "set hide persons")
    #expect(state.view == view && state.frame.pane != nil)
    #expect(state.highlighting.hiddenKinds == [.person])
  }

  @Test("the settings of a file shape the reader from the start")
  func start() {
    let (settings, mistakes) = Self.read(
      "hide = works dates\npane = off\nview = sources\nline-width = 40\nhighlighting = off\n")
    #expect(mistakes == [])
    let state = ReaderState(
      article: Articles.bengali, size: ScreenSize(columns: 140, rows: 20), settings: settings)
    #expect(state.highlighting.hiddenKinds == [.work, .date] && !state.highlighting.isOn)
    #expect(state.frame.pane == nil && state.view == .sources && state.layout.width == 40)
  }

  @Test(
    "keys are bound, also odd ones",
    arguments: [
      ("bind z = next-quote", Key.character("z"), Action.nextQuotation),
      ("bind = = quit", .character("="), .quit),
      ("bind # = quit", .character("#"), .quit), ("bind Ctrl-A=outline", .control("a"), .outline),
      ("bind F7 = who", .function(7), .who),
      ("  bind   Space  =  line-down ", .character(" "), .lineDown),
      ("bind ক = who", .character("ক"), .who), ("bind\tF7 = who", .function(7), .who),
      ("bind \u{9BF} = who", .character("\u{9BF}"), .who),
      ("bind F7 = who # mine", .function(7), .who),
    ])
  func binds(row: String, key: Key, action: Action) {
    let (settings, mistakes) = Self.read(row)
    #expect(mistakes == [])
    #expect(settings.keymap.action(of: key) == action)
    #expect(settings.bindings.count == 1)
    #expect(settings.bindings.first?.origin == .file("config", line: 1))
  }

  @Test("comments, blank rows and all kinds of line ends are no mistakes")
  func rows() {
    let (settings, mistakes) = Self.read(
      "\u{FEFF}# মন্তব্য\r\n\r\n   # indented\n\t\nmouse = off\r\npane = on\rview = entities")
    #expect(mistakes == [])
    #expect(
      settings["mouse"] == "off" && settings["pane"] == "on" && settings["view"] == "entities")
  }

  @Test(
    "a remark may stand behind a value, as 'sutra config' writes it",
    arguments: [
      ("mouse = off  # no mouse here", "mouse", "off"),
      ("hide = works # and nothing else", "hide", "works"),
      ("copy-command = tee a#b", "copy-command", "tee a#b"), ("theme =  # default", "theme", ""),
      ("theme = a.theme#", "theme", "a.theme#"),
    ])
  func remarks(row: String, name: String, value: String) {
    let (settings, mistakes) = Self.read(row)
    #expect(mistakes == [])
    #expect(settings[name] == value)
  }

  @Test(
    "a mistake names file and line, is one sentence, and the rest holds",
    arguments: [
      ("colour = red", "there is no setting 'colour'; did you mean 'color'?"),
      ("mouse = maybe", "mouse is on or off, not 'maybe'."),
      ("mouse =", "mouse is on or off, not ''."),
      ("pane-width = wide", "pane-width is a number from 0 to 400, not 'wide'."),
      ("pane-width = 401", "pane-width is a number from 0 to 400, not '401'."),
      (
        "pane-width = 99999999999999999999",
        "pane-width is a number from 0 to 400, not '99999999999999999999'."
      ),
      ("line-width = -5", "line-width is a number from 20 to 1000, not '-5'."),
      ("color = blue", "color is one of auto, always, never, not 'blue'."),
      ("keyboard = qwerty", "keyboard is one of none, national, probhat, not 'qwerty'."),
      ("just words", "a row is 'name = value' or 'bind KEY = action'."),
      ("= value", "a row is 'name = value' or 'bind KEY = action'."),
      ("mouse: off", "a row is 'name = value' or 'bind KEY = action'."),
      ("bind z", "a row is 'name = value' or 'bind KEY = action'."),
      ("bind z = dance", "there is no action 'dance'; 'sutra config' lists them."),
      (
        "bind Alt-Z = quit",
        "there is no key 'Alt-Z'; write a letter, Ctrl-X, F5 or a word such as PageDown."
      ),
      (
        "bind zz = quit",
        "there is no key 'zz'; write a letter, Ctrl-X, F5 or a word such as PageDown."
      ),
      ("\u{1B}[31m = x", "there is no setting '◘[31m'; 'sutra config' lists them."),
      ("mouse = \u{1B}[31m", "mouse is on or off, not '◘[31m'."),
      ("হাই = ১", "there is no setting 'হাই'; 'sutra config' lists them."),
    ])
  func mistakes(row: String, message: String) {
    let (settings, mistakes) = Self.read("pane = off\n\n\(row)\nview = sources\n")
    #expect(mistakes == ["config:3: \(message)"])
    #expect(settings["pane"] == "off" && settings["view"] == "sources")
    #expect(settings["mouse"] == "on")
  }

  @Test("a long file of mistakes is told in part, and bytes that are no text harm nothing")
  func bounded() {
    let (_, mistakes) = Self.read(String(repeating: "x = y\n", count: 5_000))
    #expect(mistakes.count == Settings.mostMistakes)
    #expect(mistakes.last?.hasPrefix("config:20:") == true)
    var settings = Settings()
    let noise: [UInt8] = [0xFF, 0xFE, 0x00, 0x0A] + Array("mouse = off\n".utf8) + [0xE0, 0xA6]
    let found = settings.read(noise, file: "config")
    #expect(settings["mouse"] == "off")
    #expect(found.count == 2)
  }

  @Test("any bytes are read without a trap", arguments: 1...8)
  func anything(seed: Int) {
    var generator = ScreenInvariantTests.Generator(state: UInt64(seed))
    let pieces = [
      "bind ", "=", " ", "\n", "mouse", "pane-width", "on", "#", "Ctrl-", "F", "ক", "\r\n", "\u{0}",
    ]
    for _ in 0..<200 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(generator.next() % 30) {
        bytes += Array(pieces[Int(generator.next() >> 9) % pieces.count].utf8)
        if generator.next() % 9 == 0 { bytes.append(UInt8(truncatingIfNeeded: generator.next())) }
      }
      var settings = Settings()
      let mistakes = settings.read(bytes, file: "config")
      #expect(
        mistakes.allSatisfy {
          $0.message.hasPrefix("config:") && ($0.message.last == "." || $0.message.last == "?")
        })
      #expect(mistakes.allSatisfy { !$0.message.contains { $0.isNewline } })
    }
  }

  @Test("what is said later counts: file, then command line, then :set")
  func precedence() throws {
    var settings = Settings()
    #expect(settings["line-width"] == "80")
    #expect(settings.read(Array("line-width = 90\nline-width = 91\n".utf8), file: "config") == [])
    #expect(settings["line-width"] == "91")
    try settings.set("line-width", to: "80", .commandLine)
    #expect(settings["line-width"] == "80")
    try settings.set("line-width", to: "70", .reader)
    let setting = try #require(SettingTable.setting(named: "line-width"))
    #expect(settings.value(of: setting).origin == .reader)
    #expect(throws: Settings.Mistake.self) { try settings.set("line-width", to: "5", .reader) }
    #expect(settings.number("line-width") == 70)
  }
}
