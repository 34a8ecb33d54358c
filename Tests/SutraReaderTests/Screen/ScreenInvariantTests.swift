import SutraCore
import Testing

@testable import SutraReader

@Suite("Any screen")
struct ScreenInvariantTests {
  /// Numbers from a fixed seed, so that a failure can be repeated.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static func check(_ screen: Screen, _ profile: WidthProfile = .spacing) {
    #expect(screen.rows.count == screen.size.rows)
    for (number, runs) in screen.rows.enumerated() {
      var column = 0
      for run in runs {
        #expect(run.column >= column, "runs overlap in row \(number)")
        #expect(profile.columns(of: run.text) == run.columns, "'\(run.text)' has another width")
        #expect(run.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "a control character is drawn")
        column = run.column + run.columns
      }
      #expect(column <= screen.size.columns, "row \(number) is too wide")
    }
    #expect((0..<screen.size.columns).contains(screen.cursor.column))
    #expect((0..<screen.size.rows).contains(screen.cursor.row))
  }

  @Test(
    "stays within its cells at every size",
    arguments: [
      (20, 5), (21, 7), (40, 12), (59, 15), (60, 16), (80, 24), (99, 30), (100, 30),
      (120, 40), (200, 60), (500, 200), (1, 1), (7, 3),
    ])
  func fits(columns: Int, rows: Int) {
    for article in [Articles.bengali, Articles.english, Articles.turns] {
      var state = ReaderState.open(article, columns: columns, rows: rows)
      Self.check(state.screen())
      for key: Key in [
        .character("]"), .character("G"), .character("p"), .character("P"), .tab, .character("j"),
        .character("?"), .escape, .character("P"), .pageDown,
      ] {
        state.press(key)
        Self.check(state.screen())
      }
    }
  }

  @Test("survives any keys, sizes and moments of analysis", arguments: 1...12)
  func survives(seed: Int) {
    var generator = Generator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let article = seed % 3 == 0 ? Articles.english : Articles.bengali
    var state = ReaderState(
      article: Article(document: article.document), size: ScreenSize(columns: 80, rows: 24),
      themes: ["dark", "light"])
    let keys: [Key] =
      Array("jk bdugG][}{pPh123t/nN?qকি~".unicodeScalars).map(Key.character)
      + [
        .up, .down, .pageUp, .pageDown, .home, .end, .enter, .tab, .escape, .backspace,
        .control("l"), .control("u"), .function(5),
      ]
    for step in 0..<250 {
      switch generator.next() % 12 {
      case 0:
        _ = state.update(
          by: .resize(
            ScreenSize(
              columns: Int(generator.next() % 160) + 1, rows: Int(generator.next() % 50) + 1)))
      case 1 where step % 7 == 0:
        _ = state.update(by: .analysis(article, isComplete: true))
      default: state.press(keys[Int(generator.next() % UInt64(keys.count))])
      }
      if step % 5 == 0 { Self.check(state.screen()) }
    }
  }

  @Test(
    "shows an article of control characters, long words and odd scripts without any of them raw")
  func hostile() {
    let text =
      "\u{1B}[31mলাল\u{7} \u{202E}উল্টো\u{200B}\u{FEFF} שלום عالم 漢字 👨‍👩‍👧‍👦 e\u{301}\u{301}\n"
      + String(repeating: "ক্ষ", count: 900) + "\n" + String(repeating: "\u{9CD}", count: 200)
    let state = ReaderState.open(Articles.article(text), columns: 60, rows: 20)
    Self.check(state.screen())
    let marked = state.screen().rows.flatMap { $0 }.filter { $0.roles.contains(RoleSet(.mark)) }
    #expect(!marked.isEmpty)
  }
}
