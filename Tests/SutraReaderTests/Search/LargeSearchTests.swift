import SutraCore
import Testing

@testable import SutraReader

@Suite("Searching a text that is too large to wait for it")
struct LargeSearchTests {
  private static let article: Article = {
    let row = Array("the bridge is closed and the river is high ".utf8)
    let count = ReaderState.largestForTyping / row.count + 1
    let bytes = [[UInt8]](repeating: row, count: count).flatMap { $0 } + Array("Marlowe".utf8)
    return Article(
      document: Document(
        id: "large.txt", text: SourceText(validBytes: bytes), language: "en", title: nil,
        paragraphs: [Span(start: 0, end: bytes.count)]))
  }()

  private static func searching() -> (state: ReaderState, effects: [ReaderEffect]) {
    var state = ReaderState(article: article, size: ScreenSize(columns: 80, rows: 24))
    state.press(.character("/"))
    state.type("Marlowe")
    let effects = state.press(.enter)
    return (state, effects)
  }

  @Test("goes on beside the reader, which takes keys meanwhile")
  func goesOn() throws {
    var (state, effects) = Self.searching()
    #expect(effects == [.search("Marlowe")])
    #expect(state.isSearching && state.status.contains("Esc gives it up"))
    let top = state.top
    state.press(.character("j"))
    #expect(state.top > top && state.isSearching)
    let found = state.search(for: "Marlowe")
    _ = state.update(by: .found(found, for: "Marlowe"))
    #expect(!state.isSearching && state.search?.matches.count == 1)
    #expect(state.message == "match 1 of 1")
  }

  @Test("is given up by a key, and what comes of it then is not taken", arguments: [true, false])
  func givesUp(byEscape: Bool) {
    var (state, _) = Self.searching()
    #expect(state.press(byEscape ? .escape : .control("g")) == [.stopSearch])
    #expect(!state.isSearching && state.message == "the search was given up")
    let found = state.search(for: "Marlowe")
    _ = state.update(by: .found(found, for: "Marlowe"))
    #expect(state.search == nil)
  }

  @Test("a query that makes no sense is told at once")
  func mistake() {
    var state = ReaderState(article: Self.article, size: ScreenSize(columns: 80, rows: 24))
    state.press(.character("/"))
    state.type("kind:nothing")
    #expect(state.press(.enter) == [])
    #expect(!state.isSearching && state.message != nil)
  }
}
