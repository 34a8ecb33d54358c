import SutraCore
import Testing

@testable import SutraReader

@Suite("Scrolling")
struct ScrollingTests {
  @Test(
    "moves by lines, halves and pages, and stops at both ends",
    arguments: [
      ([Key.character("j")], 1), ([.down, .down], 2), ([.character("j"), .character("k")], 0),
      ([.character(" ")], 12), ([.pageDown, .pageUp], 0), ([.character("d")], 6),
      ([.character("d"), .character("u")], 0), ([.character("k")], 0),
    ])
  func moves(keys: [Key], row: Int) {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    #expect(state.frame.article.rows == 14)
    for key in keys { state.press(key) }
    let top = state.layout.distance(from: state.layout.first, to: state.top, limit: 1_000)
    #expect(top == (row == 12 ? 13 : row))
  }

  @Test("G shows the last row at the bottom, g the first at the top")
  func ends() {
    var state = ReaderState.open(Articles.long)
    state.press(.character("G"))
    #expect(state.line(state.frame.article.rows - 1).contains("অনুচ্ছেদ 200"))
    #expect(state.status.contains("100%"))
    state.press(.character("G"))
    #expect(state.status.contains("end of the article"))
    state.press(.character("g"))
    #expect(state.line(0).contains("অনুচ্ছেদ 1:"))
    state.press(.character("k"))
    #expect(state.status.contains("beginning of the article"))
  }

  @Test("a new width keeps the first words on the screen", arguments: [40, 60, 100, 160, 300])
  func resize(columns: Int) {
    var state = ReaderState.open(Articles.bengali, columns: 80, rows: 24)
    state.press(.pageDown)
    let offset = state.layout.byteOffset(of: state.top)
    _ = state.update(by: .resize(ScreenSize(columns: columns, rows: 10)))
    let row = state.layout.row(at: state.top)
    #expect(row.map { $0.span.start <= offset && offset <= $0.span.end } == true)
  }

  @Test("a window that becomes too small and grows again loses no place")
  func smallAndBack() {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    state.press(.pageDown, .pageDown)
    let before = state.layout.byteOffset(of: state.top)
    _ = state.update(by: .resize(ScreenSize(columns: 10, rows: 2)))
    #expect(state.line(0).contains("Sutra"))
    _ = state.update(by: .resize(ScreenSize(columns: 80, rows: 24)))
    #expect(state.layout.byteOffset(of: state.top) == before)
  }
}
