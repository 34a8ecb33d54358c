import Foundation
import SutraCore
import Testing

@testable import SutraReader

/// Screens as they were when somebody looked at them and found them right.
///
/// After a wanted change run the tests with `SUTRA_WRITE_SCREENS=1`, look at what git shows, and
/// commit the new screens with the change.
@Suite("Golden screens")
struct GoldenScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let article: String
    let columns: Int
    let rows: Int
    let keys: [Key]
    var language = "en"
    var testDescription: String { name }
  }

  static let cases: [Case] =
    [
      Case(name: "bn-40x16", article: "bn", columns: 40, rows: 16, keys: []),
      Case(name: "bn-40x16-pane", article: "bn", columns: 40, rows: 16, keys: [.character("p")]),
      Case(
        name: "bn-80x24-third-quote", article: "bn", columns: 80, rows: 24,
        keys: [.character("]"), .character("]")]),
      Case(
        name: "bn-80x24-plain", article: "bn", columns: 80, rows: 24, keys: [.character("h")]),
      Case(
        name: "bn-80x24-sources", article: "bn", columns: 80, rows: 24,
        keys: [.character("P"), .tab, .character("j")]),
      Case(name: "bn-120x40", article: "bn", columns: 120, rows: 40, keys: []),
      Case(
        name: "bn-120x40-entities", article: "bn", columns: 120, rows: 40,
        keys: [.character("P"), .character("P"), .tab, .character("j")]),
      Case(
        name: "bn-120x40-search", article: "bn", columns: 120, rows: 40,
        keys: [.character("/")] + "নৌকা".unicodeScalars.map(Key.character) + [.enter]),
      Case(name: "en-40x16", article: "en", columns: 40, rows: 16, keys: []),
      Case(
        name: "en-80x24-second-quote", article: "en", columns: 80, rows: 24,
        keys: [.character("]")]),
      Case(
        name: "en-120x40-end", article: "en", columns: 120, rows: 40, keys: [.character("G")]),
      Case(name: "help-80x24", article: "en", columns: 80, rows: 24, keys: [.character("?")]),
      Case(name: "small-19x4", article: "en", columns: 19, rows: 4, keys: []),
      Case(
        name: "unknown-key-80x24", article: "en", columns: 80, rows: 24, keys: [.character("~")]),
      Case(
        name: "in-bengali-40x16", article: "bn", columns: 40, rows: 16, keys: [.character("p")],
        language: "bn"),
      Case(
        name: "in-bengali-80x24-quote", article: "bn", columns: 80, rows: 24,
        keys: [.character("]"), .character("]")], language: "bn"),
      Case(
        name: "in-bengali-80x24-who", article: "bn", columns: 80, rows: 24,
        keys: [.character("]"), .character("w")], language: "bn"),
      Case(
        name: "in-bengali-80x24-help", article: "bn", columns: 80, rows: 24,
        keys: [.character("?")],
        language: "bn"),
      Case(
        name: "in-bengali-120x40-quotes", article: "bn", columns: 120, rows: 40,
        keys: [.character("]"), .character("]"), .character("]")], language: "bn"),
      Case(
        name: "in-bengali-120x40-sources", article: "bn", columns: 120, rows: 40,
        keys: [.character("P"), .tab, .character("j")], language: "bn"),
      Case(
        name: "in-bengali-120x40-filters", article: "bn", columns: 120, rows: 40,
        keys: [.character("F")], language: "bn"),
      Case(
        name: "in-bengali-120x40-english", article: "en", columns: 120, rows: 40,
        keys: [.character("]")], language: "bn"),
    ] + inBothLanguages

  /// The same screens in each language at three sizes, each with an article of the language.
  private static var inBothLanguages: [Case] {
    let screens: [(name: String, keys: [Key])] = [
      ("quote", [.character("]"), .character("]")]),
      ("entities", [.character("P"), .character("P"), .character("O"), .character("O")]),
      ("speakers", [.character("s")]), ("outline", [.character("o")]),
      ("prompt", ":filter ".unicodeScalars.map(Key.character) + [.tab]),
      ("help", [.character("?")]),
    ]
    return ["bn", "en"].flatMap { language in
      [(40, 16), (80, 24), (120, 40)].flatMap { columns, rows in
        screens.map { screen in
          Case(
            name: "\(language)-speaks-\(columns)x\(rows)-\(screen.name)", article: language,
            columns: columns, rows: rows, keys: screen.keys, language: language)
        }
      }
    }
  }

  @Test("are drawn letter for letter and role for role", arguments: cases)
  func matches(_ golden: Case) throws {
    var state = ReaderState.open(
      golden.article == "bn" ? Articles.bengali : Articles.english, columns: golden.columns,
      rows: golden.rows)
    if golden.language != "en" {
      state.run(command: "set language \(golden.language)")
      state.press(.escape)
    }
    for key in golden.keys { state.press(key) }
    let drawn = ScreenText.text(state.screen())
    try GoldenScreen.expect(drawn, golden.name)
  }
}

/// A screen that is kept in a file.
enum GoldenScreen {
  /// Expects a screen to be as it is kept, or keeps it where `SUTRA_WRITE_SCREENS` is set.
  static func expect(_ drawn: String, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Screens/\(name).txt")
    if ProcessInfo.processInfo.environment["SUTRA_WRITE_SCREENS"] != nil {
      try Data(drawn.utf8).write(to: file)
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let isSame = drawn.utf8.elementsEqual(expected.utf8)
    #expect(
      isSame, "\(name) has changed; first difference: \(firstDifference(drawn, expected))")
  }

  private static func firstDifference(_ drawn: String, _ expected: String) -> String {
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(new.count, old.count) {
      let left = index < new.count ? String(new[index]) : "(no line)"
      let right = index < old.count ? String(old[index]) : "(no line)"
      if Array(left.utf8) != Array(right.utf8) {
        return "line \(index + 1)\n drawn:    \(left)\n expected: \(right)"
      }
    }
    return "none"
  }
}
