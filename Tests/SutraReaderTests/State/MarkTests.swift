import SutraCore
import Testing

@testable import SutraReader

@Suite("Marks and jumps")
struct MarkTests {
  /// The first byte of text on the screen.
  private static func offset(_ state: ReaderState) -> Int {
    let offset = state.layout.byteOffset(of: state.top)
    return state.layout.row(at: state.top) == nil ? offset + 1 : offset
  }

  @Test("a mark is a place to come back to", arguments: ["a", "Z", "ক", "5"] as [Unicode.Scalar])
  func mark(letter: Unicode.Scalar) {
    var state = ReaderState.open(Articles.long)
    state.press(.pageDown)
    let place = Self.offset(state)
    state.press(.character("m"), .character(letter))
    #expect(state.status.contains("mark \(letter) set"))
    state.press(.character("G"), .character("'"), .character(letter))
    #expect(Self.offset(state) == place)
    // The letter that named the mark did nothing else.
    #expect(state.highlighting == Highlighting())
  }

  @Test("marks stay on their words when the width changes")
  func resized() {
    var state = ReaderState.open(Articles.bengali, columns: 80, rows: 12)
    state.press(.pageDown)
    let place = Self.offset(state)
    state.press(.character("m"), .character("a"), .character("g"))
    _ = state.update(by: .resize(ScreenSize(columns: 50, rows: 12)))
    state.press(.character("'"), .character("a"))
    let row = state.layout.row(at: state.top)
    #expect(row.map { $0.span.start <= place && place <= $0.span.end } == true)
  }

  @Test("a mark that is not set, and a key that is no letter, are said")
  func missing() {
    var state = ReaderState.open(Articles.long)
    state.press(.character("'"), .character("x"))
    #expect(state.status.contains("mark x is not set"))
    state.press(.character("m"), .enter)
    #expect(state.status.contains("a mark is named by a letter"))
    state.press(.character("m"), .escape)
    #expect(state.message == nil && state.pending == nil)
    state.press(.character("'"))
    #expect(state.status.contains("a letter names the mark to go to"))
  }

  @Test("Ctrl-O goes back through the jumps and ) forward again, as far as they go")
  func jumps() {
    var state = ReaderState.open(Articles.long)
    var places: [Int] = []
    for typed in ["50G", "120G", "20%"] {
      places.append(Self.offset(state))
      for scalar in typed.unicodeScalars { state.press(.character(scalar)) }
    }
    let last = Self.offset(state)
    for place in places.reversed() {
      state.press(.control("o"))
      #expect(Self.offset(state) == place)
    }
    state.press(.character("("))
    #expect(state.status.contains("no earlier place"))
    for place in places.dropFirst() + [last] {
      state.press(.character(")"))
      #expect(Self.offset(state) == place)
    }
    state.press(.character(")"))
    #expect(state.status.contains("no later place"))
    state.press(.character("3"), .control("o"))
    #expect(Self.offset(state) == places[0])
  }

  @Test("'' goes back to before the last jump")
  func back() {
    var state = ReaderState.open(Articles.long)
    state.press(.pageDown)
    let place = Self.offset(state)
    state.press(.character("G"), .character("'"), .character("'"))
    #expect(Self.offset(state) == place)
  }

  @Test("searching, links and marks are jumps as well")
  func kinds() {
    var state = ReaderState.open(Articles.long)
    state.press(.character("m"), .character("a"), .character("/"))
    state.type("অনুচ্ছেদ 90:")
    state.press(.enter, .control("o"))
    #expect(Self.offset(state) == 0)
    state.press(.character("o"), .end, .enter)
    #expect(Self.offset(state) > 0)
    state.press(.control("o"))
    #expect(Self.offset(state) == 0)
  }

  @Test("the list of jumps is bounded")
  func bounded() {
    var state = ReaderState.open(Articles.long)
    for number in 0..<300 {
      state.press(number % 2 == 0 ? .character("G") : .character("g"))
    }
    #expect(state.places.jumps.count <= Limits.jumps + 1)
    for _ in 0..<300 { state.press(.control("o")) }
    #expect(state.status.contains("no earlier place"))
  }
}
