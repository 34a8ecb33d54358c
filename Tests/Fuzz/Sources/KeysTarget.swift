import SutraCore
import SutraReader
import SutraResources

/// Keys, mouse, sizes and analyses in any order: a reader that the input drives step by step.
enum KeysTarget {
  private static let keys: [Key] =
    KeyTable.groups.flatMap(\.bindings).flatMap(\.keys)
    + Array("0123456789০১২৩ abckxyকিজ~।:/=\u{9BC}\u{202E}".unicodeScalars).map(Key.character)
    + [
      .left, .right, .delete, .insert, .backspace, .function(5), .control("w"), .control("g"),
      .control("u"),
    ]

  private static let typed = [
    "set pane off", "set pane on", "set view entities", "set line-width 30", "set pane-width 60",
    "filter kind named", "filter type direct", "filter", "search নৌকা", "search kind:place", "n",
    "set search-folding loose", "set keyboard national", "set widths cluster", "7", "w a.md",
    "set bind z quit", "set hide persons",
  ]

  private static let hostile = Samples.article(
    Array(
      ("\u{1B}[31mলাল\u{7} \u{202E}উল্টো\u{200B}\u{FEFF} שלום عالم 漢字 👨‍👩‍👧‍👦 e\u{301}\u{301}\n"
        + "মেয়র বলেন, “কাজ \u{9CD}\u{9CD}শেষ হবে।\n" + String(repeating: "ক্ষ", count: 300) + "\n"
        + String(repeating: "\u{9CD}", count: 80) + " “She said: ‘no”’.").utf8), id: "\u{1B}.txt")

  private static let articles = [
    Samples.bengali, Samples.english, hostile, Samples.article(Array("ক".utf8), id: "short"),
  ]

  private static let opened = articles.map { article in
    ReaderState(
      article: Article(document: article.document), size: ScreenSize(columns: 80, rows: 24),
      themes: ["dark", "light"], articles: ["a", "খ"])
  }

  static func run(_ bytes: [UInt8]) { run(bytes) { StateChecks.check($0) } }

  /// Drives a reader, and calls a closure after every few steps and at the end.
  static func run(_ bytes: [UInt8], pausing check: (inout ReaderState) -> Void) {
    var reader = InputReader(bytes)
    let number = reader.number(below: articles.count)
    let article = articles[number]
    var state = opened[number]
    let size = ScreenSize(columns: reader.number(below: 150), rows: reader.number(below: 60))
    _ = state.update(by: .resize(size))
    _ = state.update(
      by: .profile(WidthProfile.allCases[reader.number(below: WidthProfile.allCases.count)]))
    var steps = 0
    while !reader.isAtEnd, steps < 200 {
      step(&state, &reader, article)
      steps += 1
      if steps % 8 == 0 { check(&state) }
    }
    check(&state)
    // Wherever it got to, the way back is short.
    for _ in 0..<4 { _ = state.update(by: .key(.escape)) }
    hold(state.prompt == nil && state.window == nil && state.helpTop == nil, "no way back")
  }

  private static func step(
    _ state: inout ReaderState, _ reader: inout InputReader, _ article: Article
  ) {
    let choice = reader.byte()
    switch choice {
    case 0..<0xC0: _ = state.update(by: .key(keys[choice % keys.count]))
    case 0xC0..<0xD0:
      let kinds: [MouseEvent.Kind] = [.press, .release, .drag, .wheelUp, .wheelDown]
      let event = MouseEvent(
        kinds[choice % kinds.count], column: reader.byte() - 4, row: reader.byte() - 4)
      _ = state.update(by: .mouse(event))
    case 0xD0..<0xD8:
      let size = ScreenSize(columns: reader.byte(), rows: reader.byte() / 2)
      _ = state.update(by: .resize(size))
    case 0xD8..<0xE0:
      let part = choice % 3 == 0 ? Article(document: article.document) : article
      _ = state.update(by: .analysis(part, isComplete: choice % 2 == 0))
    case 0xE0: _ = state.update(by: .paste("কথা /x⏎\u{1B}[201~q"))
    case 0xE1:
      _ = state.update(
        by: .profile(WidthProfile.allCases[reader.number(below: WidthProfile.allCases.count)]))
    case 0xE2: _ = state.update(by: .notice("\u{1B}[2J কথা \(reader.byte())"))
    case 0xE3: _ = state.update(by: .themes(["dark", "light", "\u{9B}31m"], used: 2))
    case 0xE4: _ = state.update(by: .confirm("really?", .redraw))
    case 0xE5: _ = state.update(by: .document(article))
    case 0xE6..<0xF0:
      let scalar = Unicode.Scalar(UInt32(reader.byte() << 8 | reader.byte())) ?? "ক"
      _ = state.update(by: .key(.character(scalar)))
    default:
      let line = typed[reader.number(below: typed.count)]
      for key in [.escape, .escape, .escape, .character(":")]
        + line.unicodeScalars.map(Key.character) + [.enter]
      {
        _ = state.update(by: .key(key))
      }
    }
  }
}
