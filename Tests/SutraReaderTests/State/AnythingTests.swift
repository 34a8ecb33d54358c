import SutraCore
import Testing

@testable import SutraReader

@Suite("Any keys, mouse and sizes")
struct AnythingTests {
  private static let keys: [Key] =
    KeyTable.groups.flatMap(\.bindings).flatMap(\.keys)
    + Array("0123456789০১২৩ abckxyকিজ~।:/=\u{9BC}".unicodeScalars).map(Key.character)
    + [.left, .right, .delete, .insert, .function(5), .control("w"), .control("g"), .control("u")]

  private static let typed = [
    "set pane off", "set pane on", "set view entities", "set line-width 30", "set pane-width 60",
    "filter kind named", "filter type direct", "filter", "search নৌকা", "search kind:place", "n",
    "set search-folding loose", "set keyboard national", "set widths cluster", "7", "w a.md",
  ]

  @Test("never trap, and every screen holds together", arguments: 1...16)
  func survives(seed: Int) {
    var generator = ScreenInvariantTests.Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    func number(_ limit: Int) -> Int { Int(generator.next() >> 8) % limit }
    let article = [Articles.bengali, Articles.english, Articles.turns, Articles.long][seed % 4]
    var state = ReaderState(
      article: Article(document: article.document), size: ScreenSize(columns: 80, rows: 24),
      themes: ["dark", "light"], articles: seed % 2 == 0 ? ["a", "খ"] : ["a"])
    for step in 0..<300 {
      switch number(12) {
      case 0:
        _ = state.update(
          by: .resize(ScreenSize(columns: number(140) + 1, rows: number(45) + 1)))
      case 1:
        let kinds: [MouseEvent.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown, .press]
        let event = MouseEvent(
          kinds[number(6)], column: number(state.size.columns + 2),
          row: number(state.size.rows + 2))
        _ = state.update(by: .mouse(event))
      case 2 where step % 5 == 0:
        let part = Article(document: article.document)
        _ = state.update(by: .analysis(number(4) == 0 ? part : article, isComplete: true))
      case 3:
        let command = Self.typed[number(Self.typed.count)]
        if state.prompt == nil, state.window == nil, state.helpTop == nil {
          state.press(.character(":"))
          state.type(command)
          state.press(.enter)
        }
      case 4 where step % 9 == 0:
        _ = state.update(by: .confirm("really?", .redraw))
      default: state.press(Self.keys[number(Self.keys.count)])
      }
      if step % 6 == 0 { ScreenInvariantTests.check(state.screen(), state.layout.profile) }
    }
    // Wherever it got to, the way back is short.
    for _ in 0..<4 { state.press(.escape) }
    #expect(state.prompt == nil && state.window == nil && state.helpTop == nil)
  }

  @Test(
    "every window, list and prompt at every size",
    arguments: [(20, 5), (24, 8), (40, 12), (60, 16), (80, 24), (100, 24), (140, 40), (200, 60)])
  func sizes(columns: Int, rows: Int) {
    let widths: [WidthProfile] = [.spacing, .cluster, .konsole]
    for (number, article) in [Articles.bengali, Articles.english].enumerated() {
      let profile = widths[(columns + number) % 3]
      var state = ReaderState(
        article: article, size: ScreenSize(columns: columns, rows: rows), profile: profile,
        themes: ["dark", "light"], articles: ["একটি খুব লম্বা নামের প্রবন্ধ.txt", "b"])
      _ = state.update(by: .analysis(article, isComplete: true))
      for keys: [Key] in [
        [.character("s")], [.character("নৌ".unicodeScalars.first ?? "n")], [.escape],
        [.character("F"), .enter], [.escape], [.character("]")], [.character("w")], [.enter],
        [.character("P")], [.character("P")], [.tab], [.end], [.escape], [.character("c")],
        [.character("/")], [.character("ন")], [.enter], [.character(":")], [.tab], [.escape],
        [.character("x")], [.escape], [.character("|")], [.escape], [.character("?")], [.end],
        [.escape], [.character("*")], [.character("e")], [.character("m"), .character("a")],
        [.character("G")], [.character("p")], [.character("S")],
      ] {
        for key in keys { state.press(key) }
        ScreenInvariantTests.check(state.screen(), profile)
      }
    }
  }
}
