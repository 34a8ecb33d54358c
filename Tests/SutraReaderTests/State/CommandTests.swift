import SutraCore
import SutraExport
import Testing

@testable import SutraReader

extension ReaderState {
  /// Types a command behind `:`.
  @discardableResult
  mutating func run(command: String) -> [ReaderEffect] {
    press(.character(":"))
    type(command)
    return press(.enter)
  }
}

@Suite("Commands")
struct CommandTests {
  @Test(
    "every action of the key table has a command that does the same as its key",
    arguments: KeyTable.groups.flatMap(\.bindings).map(\.name))
  func actions(name: String) throws {
    let binding = try #require(KeyTable.groups.flatMap(\.bindings).first { $0.name == name })
    guard let key = binding.keys.first else {
      #expect(name == binding.name && Self.keyless.contains(binding.action))
      return
    }
    for article in [Articles.turns, Articles.english] {
      var byKey = ReaderState.open(article, columns: 120)
      var byName = byKey
      let effects = byKey.press(key)
      #expect(byName.run(command: name) == effects)
      #expect(byName.screen() == byKey.screen())
      #expect(byName.pending == byKey.pending)
      #expect(byName.prompt == byKey.prompt)
    }
  }

  /// The actions that have a command and no key of their own: H and a digit does them.
  private static let keyless = EntityKind.allCases.map(Action.toggleKind)

  @Test("names are unique, and none is taken by a command of another meaning")
  func names() {
    let names = KeyTable.groups.flatMap(\.bindings).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(CommandTable.names).isSuperset(of: names))
    for command in CommandTable.all {
      #expect(Set(CommandTable.names).isSuperset(of: command.names))
    }
  }

  @Test(
    "what cannot be done is said in one sentence",
    arguments: [
      ("nonsense", "there is no command 'nonsense'; Tab completes, ? shows the keys"),
      ("set", "set NAME VALUE; 'sutra config' lists the settings"),
      ("qiut", "there is no command 'qiut'; did you mean 'quit'?"),
      ("set colour red", "there is no setting 'colour'; did you mean 'color'?"),
      ("set taste red", "there is no setting 'taste'; 'sutra config' lists them"),
      ("set pane maybe", "pane is one of auto, on, off, not 'maybe'"),
      ("set pane=", "pane is one of auto, on, off, not ''"),
      ("set pane-width 9000", "pane-width is a number from 0 to 400, not '9000'"),
      ("set mouse 1", "mouse is on or off, not '1'"),
      ("set linear on", "linear is for the start: sutra --linear"),
      ("set model a.model", "model is for the start: sutra --model FILE"),
      ("filter x", "filter speaker, kind, type or doubtful; alone it clears"),
      ("filter speaker হিমালয়", "nobody called 'হিমালয়' says anything here"),
      ("filter speaker", "nobody called '' says anything here"),
      (
        "filter kind big",
        "the kinds are named, role, pronoun, collective, anonymous, media, document, implicit"
      ),
      ("filter type loud", "the types are direct, indirect, mixed"),
      ("theme", "the themes are dark, light"),
      ("write", "nothing was written: a file needs a name"),
      ("n", "one article is open"), ("p", "one article is open"),
      ("pipe !", "a command gets the quotes as JSON; ! before it: the article, . this quote"),
      (
        "search kind:big",
        "there is no kind 'big'; the kinds are person place organisation work event date quantity"
      ),
      ("search হিমালয়", "'হিমালয়' was not found"),
    ])
  func mistakes(command: String, message: String) {
    var state = ReaderState.open(Articles.turns, columns: 200)
    #expect(state.run(command: command) == [])
    #expect(state.message == message)
    #expect(state.prompt == nil)
  }

  @Test("an empty command does nothing", arguments: ["", "  "])
  func empty(command: String) {
    var state = ReaderState.open(Articles.turns)
    #expect(state.run(command: command) == [])
    #expect(state.message == nil && state.prompt == nil)
  }

  @Test("a number is a paragraph", arguments: [("50", 50), ("1", 1), (" 120 ", 120)])
  func paragraph(command: String, number: Int) {
    var state = ReaderState.open(Articles.long)
    state.run(command: command)
    #expect(state.line(0).contains("অনুচ্ছেদ \(number):"))
  }

  @Test(
    "numbers out of range are the ends", arguments: ["0", "-7", "99999", "9999999999999999999"])
  func ends(command: String) {
    var state = ReaderState.open(Articles.long)
    state.run(command: command)
    ScreenInvariantTests.check(state.screen())
    #expect(state.top == state.layout.first || state.top == state.lastTop || state.message != nil)
  }

  @Test("q and quit end the program", arguments: ["q", "quit", "q!"])
  func quits(command: String) {
    var state = ReaderState.open(Articles.turns)
    #expect(state.run(command: command) == [.quit])
  }

  @Test("write asks for a file of the listed quotes in the shape that its ending names")
  func writes() throws {
    var state = ReaderState.open(Articles.turns)
    state.run(command: "filter speaker সালমা")
    for ending in ["txt", "jsonl", "csv", "md"] {
      let format = try #require(ArticleFormats.quotations(inFile: "a.\(ending)"))
      let bytes = QuotationExport.bytes(format, of: Articles.turns, quotations: [1, 3])
      for name in ["write", "w"] {
        #expect(
          state.run(command: "\(name) a b.\(ending)")
            == [.write(path: "a b.\(ending)", bytes: bytes, overwrites: false)])
      }
    }
    var empty = ReaderState.open(Articles.long)
    #expect(empty.run(command: "w a.txt") == [])
    #expect(empty.message == "there are no quotes to write")
  }

  @Test("x offers a name, Enter takes it")
  func exports() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("x"))
    #expect(state.prompt?.text == "test-quotes.md")
    let bytes = QuotationExport.bytes(
      MarkdownFormat(), of: Articles.turns, quotations: [0, 1, 2, 3])
    #expect(
      state.press(.enter) == [.write(path: "test-quotes.md", bytes: bytes, overwrites: false)])
    state.press(.character("x"), .control("u"))
    #expect(state.press(.enter) == [])
    #expect(state.message == "nothing was written: a file needs a name")
  }

  @Test(
    "a question is answered by y or n; anything else asks again",
    arguments: [
      (Key.character("y"), true), (.character("Y"), true), (.character("n"), false),
      (.character("N"), false), (.escape, false), (.character("q"), false), (.control("g"), false),
    ])
  func confirms(key: Key, isYes: Bool) {
    let effect = ReaderEffect.write(path: "a", bytes: [1], overwrites: true)
    var state = ReaderState.open(Articles.turns)
    _ = state.update(by: .confirm("'a' exists; replace it?", effect))
    #expect(state.status.contains("'a' exists; replace it? (y/n)"))
    #expect(state.press(.enter, .character("j"), .tab) == [])
    #expect(state.prompt != nil && state.message == "y for yes, n for no")
    #expect(state.press(key) == (isYes ? [effect] : []))
    #expect(state.prompt == nil)
    #expect(isYes || state.message == "nothing was changed")
  }

  @Test("pipe gives the listed quotes, ! the article, . the chosen quote")
  func pipes() {
    let article = Articles.turns
    var state = ReaderState.open(article)
    let all = QuotationExport.bytes(LinesFormat(), of: article, quotations: [0, 1, 2, 3])
    #expect(state.run(command: "pipe wc -l") == [.pipe(command: "wc -l", input: all)])
    state.press(.character("|"))
    state.type("! less -R")
    #expect(
      state.press(.enter) == [.pipe(command: "less -R", input: article.document.text.bytes)])
    state.press(.character("]"), .character("|"))
    state.type(".cat")
    let one = QuotationExport.bytes(LinesFormat(), of: article, quotations: [1])
    #expect(state.press(.enter) == [.pipe(command: "cat", input: one)])
  }

  @Test("y copies the quote with its citation, Y its words")
  func copies() {
    let article = Articles.turns
    var state = ReaderState.open(article)
    state.press(.character("]"))
    #expect(
      state.press(.character("y")) == [
        .copy(QuotationExport.citation(of: 1, in: article), what: "quote 2 with its citation")
      ])
    let words = article.document.text[article.quotations[1].content]
    #expect(state.press(.character("Y")) == [.copy(words, what: "the words of quote 2")])
    var empty = ReaderState.open(Articles.long)
    #expect(empty.press(.character("y"), .character("Y")) == [])
    #expect(empty.message == "no quote is selected")
  }

  @Test("a theme is chosen by name; one that is not known is asked for")
  func themes() {
    var state = ReaderState.open(Articles.turns, themes: ["dark", "light", "mono"])
    #expect(state.run(command: "theme mono") == [])
    #expect(state.themeName == "mono")
    #expect(state.run(command: "theme my own.theme") == [.loadTheme("my own.theme")])
    #expect(state.run(command: "set theme light") == [])
    #expect(state.themeName == "light")
  }

  @Test(
    "set! keeps what it changed, and nothing else",
    arguments: [
      ("set! line-width 70", [ReaderEffect.keep(name: "line-width", value: "70")]),
      ("set! line-width=70", [.keep(name: "line-width", value: "70")]),
      ("set! theme = light", [.keep(name: "theme", value: "light")]),
      ("set! bind z quit", [.keep(name: "bind z", value: "quit")]),
      ("set! line-width 7", []), ("set! line-width", []), ("set! nothing 7", []), ("set!", []),
      ("set! bind z nothing", []), ("set line-width 70", []),
    ])
  func keeps(command: String, effects: [ReaderEffect]) {
    var state = ReaderState.open(Articles.turns)
    #expect(state.run(command: command) == effects)
  }

  @Test(
    "a settings file with a row changed or added is else as it was",
    arguments: [
      ("", "theme = light\n"), ("# mine\n", "# mine\ntheme = light\n"),
      ("# theme = dark\nmouse = off", "# theme = dark\nmouse = off\ntheme = light\n"),
      ("theme = dark\nmouse = off\n", "theme = light\nmouse = off\n"),
      ("theme=dark # why\r\nmouse = off\n", "theme = light\r\nmouse = off\n"),
      ("theme = a\n theme\t= b\n", "theme = a\ntheme = light\n"),
      ("theme-x = a\n", "theme-x = a\ntheme = light\n"),
    ])
  func editsFile(before: String, after: String) {
    let new = SettingsEdit.keeping("theme", "light", in: Array(before.utf8))
    #expect(String(decoding: new, as: UTF8.self) == after)
    let again = SettingsEdit.keeping("theme", "light", in: new)
    #expect(again == new)
  }

  @Test("a key that is kept takes the place of the row that bound it")
  func keepsKeys() {
    let file = Array("bind = = quit\nbind z = help\n".utf8)
    let one = SettingsEdit.keeping("bind z", "quit", in: file)
    #expect(String(decoding: one, as: UTF8.self) == "bind = = quit\nbind z = quit\n")
    let other = SettingsEdit.keeping("bind =", "help", in: file)
    #expect(String(decoding: other, as: UTF8.self) == "bind = = help\nbind z = help\n")
  }

  @Test("open asks for a file by its name")
  func opens() {
    var state = ReaderState.open(Articles.turns)
    #expect(state.run(command: "open ~/খবর আজ.txt") == [.openNamed("~/খবর আজ.txt")])
    #expect(state.run(command: "open") == [])
    #expect(state.message == "open FILE, or open https://…")
  }

  @Test("n and p go to the articles beside this one")
  func articles() {
    var state = ReaderState(
      article: Articles.turns, size: ScreenSize(columns: 80, rows: 24), articles: ["a", "b"],
      articleNumber: 0)
    #expect(state.run(command: "n") == [.open(article: 1, step: 1)])
    #expect(state.run(command: "p") == [])
    #expect(state.message == "this is the first article")
  }

  @Test(
    "Tab completes what begins so, and goes through it",
    arguments: [
      (
        "next",
        [
          "next", "next-claim", "next-doubtful", "next-match", "next-mention", "next-of-speaker",
          "next-quote",
          "next-theme", "next",
        ]
      ),
      ("theme d", ["theme dark "]), ("set pane-", ["set pane-width "]),
      ("set mouse o", ["set mouse on", "set mouse off"]),
      ("set ke", ["set keyboard "]), ("filter d", ["filter doubtful "]),
      ("filter kind imp", ["filter kind implicit "]),
      ("filter type d", ["filter type direct "]),
      ("filter speaker খাতুন", ["filter speaker সালমা খাতুন "]),
      ("outl", ["outline "]), ("set search-folding l", ["set search-folding loose "]),
    ])
  func completes(typed: String, texts: [String]) {
    var state = ReaderState.open(Articles.turns)
    state.press(.character(":"))
    state.type(typed)
    for text in texts {
      state.press(.tab)
      #expect(state.prompt?.text == text)
    }
    ScreenInvariantTests.check(state.screen())
  }

  @Test(
    "what Tab completes can be run",
    arguments: ["theme li", "filter type dir", "filter speaker করি"])
  func completedRuns(typed: String) {
    var state = ReaderState.open(Articles.turns)
    state.press(.character(":"))
    state.type(typed)
    state.press(.tab, .enter)
    #expect(state.themeName == "light" || !state.filter.isEmpty)
  }

  @Test("Tab on what nothing begins with says so, and on nothing offers all")
  func noCompletion() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character(":"))
    state.type("zz")
    state.press(.tab)
    #expect(state.prompt?.text == "zz" && state.message == "nothing begins like that")
    state.press(.control("u"), .tab)
    #expect(state.prompt?.text == CommandTable.names.first)
  }
}
