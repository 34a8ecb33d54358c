import SutraCore
import Testing

@testable import SutraReader

@Suite("The reader's messages")
struct ReaderUpdateTests {
  @Test("the same message gives the same state, and the old one stays as it was")
  func pure() {
    let state = ReaderState.open(Articles.turns)
    let first = state.updated(by: .key(.character("]"))).state
    let second = state.updated(by: .key(.character("]"))).state
    #expect(first.screen() == second.screen())
    #expect(state.selection.quotation == 0)
  }

  @Test("h switches highlighting off and on")
  func highlighting() {
    var state = ReaderState.open(Articles.turns)
    func hasPersons() -> Bool {
      state.screen().rows.prefix(8).joined().contains { $0.roles.contains(RoleSet(.person)) }
    }
    #expect(hasPersons())
    state.press(.character("h"))
    #expect(!hasPersons())
    #expect(state.status.contains("highlighting off"))
    state.press(.escape)
    #expect(state.status.contains("[plain]"))
    state.press(.character("h"))
    #expect(hasPersons())
  }

  @Test("H and a digit switch one kind", arguments: Array(EntityKind.allCases.enumerated()))
  func kinds(number: Int, kind: EntityKind) throws {
    for digits in ["1234567", "১২৩৪৫৬৭"] {
      let digit = try #require(digits.unicodeScalars.dropFirst(number).first)
      var state = ReaderState.open(Articles.turns)
      state.press(.character("H"))
      #expect(state.status.contains("1 persons 2 places 3 organisations"))
      state.press(.character(digit))
      #expect(state.highlighting.hiddenKinds == [kind])
      #expect(state.status.contains("\(ReaderText.plural(of: kind)) off"))
      state.press(.character("h"), .character("h"), .character("H"), .character(digit))
      #expect(state.highlighting.shows(kind))
      #expect(state.status.contains("\(ReaderText.plural(of: kind)) on"))
      state.press(.character("H"), .character("9"))
      #expect(state.highlighting.hiddenKinds.isEmpty)
      #expect(state.status.contains("1 persons 2 places"))
    }
  }

  @Test("t goes through the themes and begins again")
  func themes() {
    var state = ReaderState.open(Articles.turns, themes: ["dark", "light", "mono"])
    var names: [String?] = []
    for _ in 0..<4 {
      names.append(state.themeName)
      state.press(.character("t"))
    }
    #expect(names == ["dark", "light", "mono", "dark"])
  }

  @Test("q asks to quit, Ctrl-L to draw anew, other keys for nothing")
  func effects() {
    var state = ReaderState.open(Articles.turns)
    #expect(state.press(.character("q")) == [.quit])
    #expect(state.press(.control("l")) == [.redraw])
    #expect(state.press(.character("j"), .character("]")) == [])
  }

  @Test(
    "a key bound to nothing is named in the status line",
    arguments: [(Key.character("z"), "z"), (.function(7), "F7"), (.control("g"), "Ctrl-G")])
  func unknown(key: Key, label: String) {
    var state = ReaderState.open(Articles.turns)
    state.press(key)
    #expect(state.status.contains("\(label) does nothing"))
    state.press(.character("j"))
    #expect(!state.status.contains("does nothing"))
  }

  @Test("the article can be read before it is analysed")
  func early() {
    var state = ReaderState(
      article: Article(document: Articles.turns.document),
      size: ScreenSize(columns: 120, rows: 24))
    #expect(state.line(2).contains("মেয়র করিম উদ্দিন"))
    #expect(state.status.contains("reading"))
    // Nothing is said of words before anything was found in them.
    state.press(.character("w"))
    let told = ScreenText.text(state.screen())
    #expect(told.contains("still being read") && !told.contains("the article itself"))
    state.press(.escape)
    state.press(.character("j"), .character("P"), .tab)
    _ = state.update(by: .analysis(Articles.turns, isComplete: false))
    #expect(!state.isAnalyzed)
    _ = state.update(by: .analysis(Articles.turns, isComplete: true))
    #expect(state.isAnalyzed)
    #expect(ScreenText.text(state.screen()).contains("করিম উদ্দিন"))
  }

  @Test("a part of the analysis may have fewer quotes than the choice counts")
  func fewer() {
    var state = ReaderState.open(Articles.turns, columns: 120)
    state.press(.character("]"), .character("]"))
    _ = state.update(
      by: .analysis(Article(document: Articles.turns.document), isComplete: true))
    #expect(state.selection.quotation == nil)
    ScreenInvariantTests.check(state.screen())
  }

  @Test("? shows every key of the table, and Esc closes it")
  func help() {
    var state = ReaderState.open(Articles.turns, columns: 100, rows: 100)
    state.press(.character("?"))
    let text = ScreenText.text(state.screen())
    for binding in KeyTable.groups.flatMap(\.bindings) {
      #expect(text.contains(binding.explanation()))
      #expect(binding.keys.allSatisfy { text.contains($0.label) })
    }
    state.press(.escape)
    #expect(state.helpTop == nil)
  }

  @Test("a notice stands in the status line until the next key")
  func notice() {
    var state = ReaderState.open(Articles.turns)
    _ = state.update(by: .notice("the theme has a mistake"))
    #expect(state.status.contains("the theme has a mistake"))
    state.press(.character("j"))
    #expect(!state.status.contains("mistake"))
  }

  @Test("a notice that holds no longer goes, and no other one")
  func noticeEnded() {
    var state = ReaderState.open(Articles.long)
    _ = state.update(by: .notice("10 KiB have come"))
    _ = state.update(by: .noticeEnded("5 KiB have come"))
    #expect(state.message == "10 KiB have come")
    _ = state.update(by: .noticeEnded("10 KiB have come"))
    #expect(state.message == nil)
  }
}
