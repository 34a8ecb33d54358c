import SutraCore
import Testing

@testable import SutraReader

@Suite("Numbers before keys")
struct CountingTests {
  private static func keys(_ text: String) -> [Key] { text.unicodeScalars.map(Key.character) }

  private static func rowsDown(_ state: ReaderState) -> Int {
    state.layout.distance(from: state.layout.first, to: state.top, limit: 100_000)
  }

  @Test(
    "say how many lines",
    arguments: [("12j", 12), ("১২j", 12), ("3j2k", 1), ("1২j", 12), ("20j", 20)])
  func lines(typed: String, rows: Int) {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    for key in Self.keys(typed) { state.press(key) }
    #expect(Self.rowsDown(state) == rows)
    #expect(state.count == nil)
  }

  @Test("say how many pages", arguments: [("2 ", 26), ("4d", 24)])
  func pages(typed: String, rows: Int) {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    for key in Self.keys(typed) { state.press(key) }
    #expect(Self.rowsDown(state) == rows)
  }

  @Test("say which paragraph", arguments: [("7G", 7), ("120G", 120), ("১২০g", 120), ("1G", 1)])
  func paragraph(typed: String, number: Int) {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    for key in Self.keys(typed) { state.press(key) }
    #expect(state.line(0).contains("অনুচ্ছেদ \(number):"))
  }

  @Test(
    "beyond the last paragraph the end is shown", arguments: ["9999G", "99999999999999999999G"])
  func beyond(typed: String) {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    for key in Self.keys(typed) { state.press(key) }
    #expect(state.top == state.lastTop)
  }

  @Test(
    "say which percent", arguments: [("50%", 100), ("25%", 50), ("৭৫%", 150), ("1%", 2)])
  func percent(typed: String, paragraph: Int) {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    for key in Self.keys(typed) { state.press(key) }
    let shown = state.article.document.paragraphs.firstIndex {
      $0.end > state.layout.byteOffset(of: state.top)
    }
    #expect(shown.map { abs($0 + 1 - paragraph) <= 2 } == true)
  }

  @Test("100% and more is the end, % alone says what it wants")
  func percentEdges() {
    for typed in ["100%", "999%"] {
      var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
      for key in Self.keys(typed) { state.press(key) }
      #expect(state.top == state.lastTop)
    }
    var state = ReaderState.open(Articles.long)
    state.press(.character("%"))
    #expect(state.status.contains("a number before % says where to go: 50%"))
  }

  @Test(
    "say how many quotes on or back", arguments: [("3]", 3), ("২]", 2), ("3]2[", 1), ("99]", 3)])
  func quotes(typed: String, quotation: Int) {
    var state = ReaderState.open(Articles.turns)
    for key in Self.keys(typed) { state.press(key) }
    #expect(state.selection.quotation == quotation)
  }

  @Test("say how many items in the pane")
  func pane() {
    var state = ReaderState.open(Articles.bengali, columns: 120)
    state.press(.tab)
    for (typed, item) in [("5j", 5), ("2k", 3), ("9G", 8), ("50%", 11), ("G", 21), ("g", 0)] {
      for key in Self.keys(typed) { state.press(key) }
      #expect(state.selection.quotation == item, "\(typed)")
    }
  }

  @Test(
    "a number switches nothing, and waits for its key as long as it takes",
    arguments: ["3]", "12j", "৩]", "1G", "7%", "3t", "3~"])
  func switchesNothing(typed: String) {
    var state = ReaderState.open(Articles.turns)
    let before = state.highlighting
    for key in Self.keys(typed) {
      state.press(key)
      #expect(state.highlighting == before)
    }
    #expect(state.count == nil)
  }

  @Test("a key that does nothing ends the number, and a later number is another")
  func unknownKey() {
    var state = ReaderState.open(Articles.long)
    state.press(.character("3"), .character("~"), .character("8"), .character("j"))
    #expect(Self.rowsDown(state) == 8)
  }

  @Test("a number shows in the status line, and 0 alone begins none")
  func shown() {
    var state = ReaderState.open(Articles.long)
    state.press(.character("8"))
    #expect(state.status.contains("8"))
    state.press(.character("0"))
    #expect(state.status.contains("80"))
    state.press(.character("j"))
    #expect(Self.rowsDown(state) == 80)
    state.press(.character("0"))
    #expect(state.status.contains("0 does nothing here"))
    #expect(state.count == nil)
  }
}
