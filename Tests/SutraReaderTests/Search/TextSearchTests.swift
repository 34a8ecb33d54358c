import SutraCore
import Synchronization
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

  @Test(
    "ends soon when it is given up, also in a text that repeats itself",
    arguments: [
      ("aaaaaaaaaaaaaaaaaaaaaaab", "a"), ("bridge", "The bridge is shut. "), ("putin", "পুতিন বলেন। "),
      ("পুতিন", "Putin said so. "),
    ])
  func givenUp(query: String, piece: String) throws {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let document = Document(
      id: "long", text: SourceText(validBytes: Array(text.utf8)), language: "bn", title: nil,
      paragraphs: [Span(start: 0, end: text.utf8.count)])
    let asked = Atomic(0)
    let search = try TextSearch(
      query, in: Article(document: document), folding: SearchFolding(readsOtherScripts: true),
      stop: StopSign { asked.wrappingAdd(1, ordering: .relaxed).newValue > 2 })
    #expect(search.matches.count < (1 << 19) / piece.utf8.count)
    #expect((3..<10).contains(asked.load(ordering: .relaxed)))
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
