import SutraCore
import SutraResources
import Testing

@testable import SutraReader

@Suite("Limits of the reader")
struct ReaderLimitTests {
  @Test("a list is as long as may be, and tells how many more there are")
  func rows() throws {
    func state(_ count: Int) -> ReaderState {
      let text = String(repeating: "ক\n", count: count)
      let document = ArticleAnalyzer().document(
        id: "long", text: SourceText(validBytes: Array(text.utf8)))
      return ReaderState(
        article: Article(document: document), size: ScreenSize(columns: 80, rows: 24))
    }
    var most = state(Limits.listRows)
    most.press(.character("o"), .end)
    #expect(most.window?.items.count == Limits.listRows)
    #expect(most.window?.item?.text == "ক" && most.message == nil)
    var more = state(Limits.listRows + 2)
    more.press(.character("o"))
    #expect(more.message == "2 more are not listed")
    #expect(more.status.contains("2 more are not listed"))
    more.press(.end)
    #expect(more.window?.item?.text == "2 more are not listed")
    more.press(.up, .enter)
    #expect(more.window == nil)
  }

  @Test("a line takes as many letters as may be, and says when it takes no more")
  func prompt() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character(":"))
    state.type(String(repeating: "ক", count: Limits.promptScalars))
    #expect(state.message == nil)
    state.press(.character("খ"))
    #expect(state.prompt?.text.unicodeScalars.count == Limits.promptScalars)
    #expect(state.status.hasSuffix("a line has at most 1000 letters"))
    ScreenInvariantTests.check(state.screen())
    state.press(.backspace, .character("খ"))
    #expect(state.prompt?.text.unicodeScalars.last == "খ" && state.message == nil)
  }

  @Test("the latest lines are remembered, as many as may be")
  func history() {
    var state = ReaderState.open(Articles.turns)
    for number in 0..<Limits.historyLines {
      state.press(.character(":"))
      state.type("search \(number)")
      state.press(.enter)
    }
    #expect(state.history["command"]?.first == "search 0")
    state.press(.character(":"))
    state.type("search x")
    state.press(.enter)
    #expect(state.history["command"]?.count == Limits.historyLines)
    #expect(state.history["command"]?.first == "search 1")
    #expect(state.history["command"]?.last == "search x")
  }

  @Test("the latest places are gone back to, as many as may be")
  func jumps() {
    var state = ReaderState.open(Articles.long, columns: 40, rows: 8)
    for _ in 0..<Limits.jumps {
      state.noteJump()
      state.press(.character("j"), .character("j"), .character("j"))
    }
    let first = state.places.jumps.first
    #expect(state.places.jumps.count == Limits.jumps)
    state.noteJump()
    #expect(state.places.jumps.count == Limits.jumps && state.places.jumps.first != first)
  }

  @Test("a number before a key grows as far as may be")
  func count() {
    var state = ReaderState.open(Articles.long)
    state.type("9999999")
    #expect(state.count == Limits.count)
    state.type("9")
    #expect(state.count == Limits.count)
    state.press(.character("j"))
    #expect(state.top == state.lastTop)
  }

  @Test("a search finds as many places as may be")
  func matches() {
    let pattern = SearchPattern("a", SearchFolding())
    for (count, found) in [(0, Limits.matches), (1, Limits.matches)] {
      let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: Limits.matches + count)
      #expect(bytes.withUnsafeBufferPointer { pattern.matches(in: $0) }.count == found)
    }
  }

  /// The state of a text of so many bytes, which ends with some words.
  private func state(of size: Int, ending words: String) -> ReaderState {
    var bytes = [UInt8](repeating: UInt8(ascii: " "), count: size - words.utf8.count)
    bytes += words.utf8
    let document = Document(
      id: "long", text: SourceText(validBytes: bytes), language: "bn", title: nil,
      paragraphs: [Span(start: size - words.utf8.count, end: size)])
    return ReaderState(
      article: Article(document: document), size: ScreenSize(columns: 80, rows: 24))
  }

  @Test(
    "of a word its other forms are found in a text as long as may be; in a longer one it is told")
  func stems() {
    let text = "ঢাকা বড় শহর। ঢাকায় বৃষ্টি।"
    for (size, message) in [
      (Limits.bytesSearchedForStems, "match 1 of 2"),
      (Limits.bytesSearchedForStems + 1, "match 1 of 1, as typed"),
    ] {
      var state = state(of: size, ending: text)
      state.press(.character("/"))
      state.type("ঢাকায়")
      state.press(.enter)
      _ = state.update(by: .found(state.search(for: "ঢাকায়"), for: "ঢাকায়"))
      #expect(state.message == message)
    }
  }

  @Test(
    "what is typed is searched at once in a text as long as may be, in a longer one after Enter")
  func typing() {
    for (size, atOnce) in [
      (Limits.bytesSearchedWhileTyping, 1), (Limits.bytesSearchedWhileTyping + 1, nil),
    ] {
      var state = state(of: size, ending: "নদী বাড়ছে।")
      state.press(.character("/"))
      state.type("নদী")
      #expect(state.search?.matches.count == atOnce)
      let effects = state.press(.enter)
      #expect(effects == (atOnce == nil ? [.search("নদী")] : []))
      if atOnce == nil { _ = state.update(by: .found(state.search(for: "নদী"), for: "নদী")) }
      #expect(state.search?.matches.count == 1)
      #expect(state.message == "match 1 of 1")
    }
  }

  @Test("that there may be more places than are kept is told")
  func cut() {
    for (count, message) in [
      (Limits.matches - 1, "match 1 of 999999"), (Limits.matches, "match 1 of the first 1000000"),
    ] {
      var state = state(of: Limits.matches, ending: String(repeating: "a", count: count))
      state.press(.character("/"), .character("a"), .enter)
      #expect(state.message == message)
    }
  }

  @Test("a settings file as large as may be is read whole; of a larger one it is told")
  func settings() {
    let end = Array("\nmouse = off\n".utf8)
    let filling = [UInt8](repeating: UInt8(ascii: "#"), count: Limits.settingsBytes - end.count)
    var settings = Settings()
    #expect(settings.read(filling + end, file: "config") == [])
    #expect(settings["mouse"] == "off")
    var longer = Settings()
    let half = Array("\npane = off\nline-width = 1000".utf8)
    let file = filling.dropLast(half.count - end.count - 1) + half
    // The last row is cut where it would read "line-width = 100".
    #expect(file.count == Limits.settingsBytes + 1)
    #expect(
      longer.read(file, file: "config").map(\.message) == [
        "config:3: a file has at most 65536 bytes; the rows from here on are not read."
      ])
    #expect(longer["pane"] == "off" && longer.number("line-width") == 80)
    let wrong = Array(String(repeating: "x = y\n", count: 20_000).utf8)
    let mistakes = longer.read(wrong, file: "config")
    #expect(mistakes.count == Limits.mistakes)
    #expect(mistakes.last?.message.contains("at most 65536 bytes") == true)
  }

  @Test("a theme as large as may be is read whole; of a larger one it is told")
  func theme() {
    let end = Array("\ncue 1 - -\n".utf8)
    let filling = [UInt8](repeating: UInt8(ascii: "#"), count: Limits.settingsBytes - end.count)
    func read(_ bytes: [UInt8]) -> (theme: Theme, mistakes: [ThemeMistake]) {
      ThemeFile.theme(bytes, name: "own", file: "own.theme", base: nil)
    }
    let most = read(filling + end)
    #expect(most.mistakes == [] && most.theme.ownRoles == [.cue])
    let more = read(filling + [0x23] + end)
    #expect(
      more.mistakes.map(\.description) == [
        "own.theme:2: a file has at most 65536 bytes; the rows from here on are not read."
      ])
    #expect(more.theme.ownRoles == [])
  }

  @Test("a cell holds as many scalars as may be, and a mark for those beyond")
  func cluster() {
    for (count, cells) in [(Limits.clusterScalars, 1), (Limits.clusterScalars + 1, 2)] {
      let text = "ক" + String(repeating: "\u{981}", count: count - 1)
      let shown = VisibleText.safe(text)
      #expect(shown.unicodeScalars.count == Limits.clusterScalars + cells - 1)
      #expect(shown.hasSuffix(VisibleMark.excess.text) == (cells == 2))
    }
  }
}
