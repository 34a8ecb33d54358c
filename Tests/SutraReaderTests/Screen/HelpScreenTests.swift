import Testing

@testable import SutraReader

@Suite("The help")
struct HelpScreenTests {
  private static func open(columns: Int, rows: Int) -> ReaderState {
    var state = ReaderState.open(Articles.turns, columns: columns, rows: rows)
    state.press(.character("?"))
    return state
  }

  @Test("stands in two columns where there is room, with every line in one of them")
  func columns() {
    let keymap = Keymap.standard
    let lines = HelpScreen.lines(columns: 59, keymap).map { $0.keys + $0.explanation }
      .filter { !$0.isEmpty }
    for columns in [110, 120, 149] {
      let rows = HelpScreen.rows(columns: columns, keymap)
      let found = rows.map { $0[0] } + rows.map { $0[1] }
      #expect(found.map { $0.keys + $0.explanation }.filter { !$0.isEmpty } == lines)
      #expect(rows.count < lines.count * 2 / 3)
    }
    #expect(HelpScreen.rows(columns: 109, keymap).allSatisfy { $0.count == 1 })
    let screen = Self.open(columns: 120, rows: 40).screen()
    let first = ScreenText.letters(screen.rows[0])
    #expect(first.hasPrefix(" Reading") && first.dropFirst(60).contains { $0 != " " })
  }

  @Test("leaves the lines with a word that is typed behind /")
  func finds() {
    var state = Self.open(columns: 80, rows: 24)
    state.press(.character("/"))
    state.type("citation")
    #expect(state.line(0).contains("copy the quote with its citation"))
    #expect(state.line(1) == "")
    #expect(state.status.hasPrefix("/citation"))
    // A letter is no command here.
    state.press(.backspace, .enter)
    #expect(state.helpRows.count == 1 && state.help?.isTyping == false)
    state.press(.character("/"))
    state.type("no such words")
    #expect(state.helpRows.isEmpty)
    state.press(.escape)
    #expect(state.line(0) == " Reading")
    state.press(.escape)
    #expect(state.helpTop == nil)
  }

  @Test("tells at its end where settings and themes are")
  func files() {
    var state = Self.open(columns: 80, rows: 24)
    state.press(.character("G"))
    let text = (0..<24).map(state.line).joined(separator: "\n")
    for words in [":set!", ":theme NAME", "sutra config", "man sutra"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("the first start is told three keys, which go away with the first one that is pressed")
  func firstStart() {
    var state = ReaderState.open(Articles.turns, columns: 80)
    _ = state.update(by: .firstStart)
    #expect(state.status.contains("] next quote  w who says so  ? all keys"))
    state.press(.character("j"))
    #expect(!state.status.contains("all keys"))
  }
}
