import SutraCore
import Testing

@testable import SutraReader

@Suite("Plain search")
struct TextSearchTests {
  @Test(
    "finds every place once, without overlaps",
    arguments: [
      ("কথা", "কথার পর কথা, আবার কথা", 3), ("aa", "aaaaa", 2), ("নেই", "কিছুই আছে", 0),
      ("Dhaka", "Dhaka, dhaka, DHAKA", 3), ("কি", "কি কী কি", 2), ("x", "y", 0), ("", "abc", 0),
    ])
  func counts(query: String, text: String, count: Int) throws {
    let search = try TextSearch(query, in: Articles.article(text))
    #expect(search.matches.count == count)
  }

  @Test("/ is typed in the status line, Enter goes to the first match, n and N go round")
  func keys() {
    var state = ReaderState.open(Articles.bengali, columns: 80, rows: 10)
    state.press(.character("/"))
    state.type("নৌকা")
    #expect(state.status.hasPrefix("/নৌকা"))
    state.press(.enter)
    let count = state.search?.matches.count ?? 0
    #expect(count > 2)
    #expect(state.status.contains("match 1 of \(count)"))
    state.press(.character("n"))
    #expect(state.status.contains("match 2 of \(count)"))
    state.press(.character("N"), .character("N"))
    #expect(state.status.contains("match \(count) of \(count), from the other end"))
    let visible = state.visibleSpan
    #expect(state.search.map { visible.contains($0.matches[count - 1]) } == true)
    state.press(.escape)
    #expect(state.search == nil)
  }

  @Test("Backspace takes one scalar, Ctrl-U all, Esc gives up")
  func editing() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("/"))
    state.type("কি")
    state.press(.backspace)
    #expect(state.prompt?.text == "ক")
    state.type("খ")
    state.press(.control("u"))
    #expect(state.prompt?.text == "")
    state.press(.backspace)
    #expect(state.prompt == nil)
    state.press(.character("/"))
    state.type("q")
    #expect(state.press(.escape) == [])
    #expect(state.prompt == nil && state.search == nil)
  }

  @Test("what is not there is said, and n without a search says how to begin one")
  func missing() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("n"))
    #expect(state.status.contains("/ searches"))
    state.press(.character("/"))
    state.type("হিমালয়")
    state.press(.enter)
    #expect(state.status.contains("'হিমালয়' was not found"))
  }
}
