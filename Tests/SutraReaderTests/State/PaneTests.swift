import SutraCore
import Testing

@testable import SutraReader

@Suite("The pane")
struct PaneTests {
  @Test(
    "stands beside the article from 100 columns, below it from 60x16, else comes on a key",
    arguments: [
      (500, 200, ScreenFrame.Arrangement.sideBySide), (100, 5, .sideBySide), (99, 16, .stacked),
      (60, 16, .stacked), (59, 16, .articleOnly), (60, 15, .articleOnly), (20, 5, .articleOnly),
    ])
  func arrangement(columns: Int, rows: Int, expected: ScreenFrame.Arrangement) {
    let size = ScreenSize(columns: columns, rows: rows)
    #expect(ScreenFrame(size: size, wantsPane: nil).arrangement == expected)
    #expect(ScreenFrame(size: size, wantsPane: false).arrangement == .articleOnly)
    #expect(
      ScreenFrame(size: size, wantsPane: true).arrangement
        == (expected == .articleOnly ? .paneOnly : expected))
  }

  @Test(
    "its parts share no cell and leave none out", arguments: [20, 59, 60, 99, 100, 130, 200, 500])
  func parts(columns: Int) {
    for rows in [5, 15, 16, 24, 60, 200] {
      for wantsPane in [nil, true, false] {
        let frame = ScreenFrame(
          size: ScreenSize(columns: columns, rows: rows), wantsPane: wantsPane)
        #expect(frame.statusRow == rows - 1)
        #expect(frame.textColumns + 2 * frame.margin <= frame.article.columns)
        guard let pane = frame.pane else { continue }
        switch frame.arrangement {
        case .sideBySide:
          #expect(frame.article.endColumn == frame.borderColumn)
          #expect(pane.column == frame.article.endColumn + 1 && pane.endColumn == columns)
          #expect(pane.columns >= 36 && frame.article.columns >= 50)
        case .stacked:
          #expect(pane.row == frame.article.endRow && pane.endRow == rows - 1)
          #expect(pane.rows >= 6 && frame.article.rows >= 9)
        default: #expect(pane == frame.article)
        }
      }
    }
  }

  @Test("P goes through quotes, sources, entities and the audit")
  func views() {
    var state = ReaderState.open(Articles.turns, columns: 120)
    #expect(state.view == .quotations)
    state.press(.character("P"))
    #expect(state.view == .sources)
    let text = ScreenText.text(state.screen())
    #expect(text.contains("করিম উদ্দিন"))
    #expect(text.contains("2 quotes"))
    state.press(.character("P"))
    #expect(state.view == .entities)
    #expect(ScreenText.text(state.screen()).contains("place  1×"))
    state.press(.character("P"))
    #expect(state.view == .audit)
    #expect(ScreenText.text(state.screen()).contains("words are said by"))
    state.press(.character("P"))
    #expect(state.view == .quotations)
  }

  @Test("p takes it away and brings it back, the place stays")
  func toggle() {
    var state = ReaderState.open(Articles.bengali, columns: 120, rows: 20)
    state.press(.pageDown)
    let offset = state.layout.byteOffset(of: state.top)
    state.press(.character("p"))
    #expect(state.frame.pane == nil)
    #expect(state.layout.row(at: state.top).map { $0.span.start <= offset } == true)
    state.press(.character("p"))
    #expect(state.frame.arrangement == .sideBySide)
  }

  @Test("on a small screen Tab shows it alone, Enter goes back to the article")
  func alone() {
    var state = ReaderState.open(Articles.turns, columns: 40, rows: 10)
    state.press(.tab)
    #expect(state.frame.arrangement == .paneOnly)
    state.press(.character("j"), .character("j"))
    #expect(state.selection.quotation == 2)
    state.press(.enter)
    #expect(state.frame.arrangement == .articleOnly)
    #expect(state.visibleSpan.overlaps(Articles.turns.quotations[2].content))
  }

  @Test("Enter goes from one mention of the chosen entity to the next")
  func mentions() {
    var state = ReaderState.open(Articles.turns, columns: 120, rows: 12)
    state.press(.character("P"), .character("P"), .tab, .home, .enter)
    #expect(state.status.contains("place 1 of 2"))
    state.press(.enter)
    #expect(state.status.contains("place 2 of 2"))
    state.press(.enter)
    #expect(state.status.contains("place 1 of 2"))
  }

  @Test("a long list scrolls with the choice, and no row stays empty while there are items")
  func scrolls() {
    for view in 0..<3 {
      var state = ReaderState.open(Articles.bengali, columns: 120, rows: 12)
      for _ in 0..<view { state.press(.character("P")) }
      state.press(.tab)
      for _ in 0..<40 {
        state.press(.character("j"))
        let list = PaneList(state)
        let shown = (0..<list.bodyRows).compactMap { list.item(atRow: $0) }
        #expect(shown.contains(state.selectionIndex ?? -1))
      }
      for _ in 0..<40 {
        state.press(.character("k"))
        let list = PaneList(state)
        #expect(list.item(atRow: 0) != nil)
      }
      #expect(state.paneTop == 0)
    }
  }
}
