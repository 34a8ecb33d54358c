import SutraCore
import SutraResources
import Testing

@testable import SutraReader

@Suite("Visible text")
struct VisibleTextTests {
  /// Every kind of scalar that no terminal may get, and all scalars of the kind.
  static let unsafe: [(mark: VisibleMark, scalars: [ClosedRange<UInt32>])] = [
    (.control, [0x00...0x08, 0x0B...0x1F]), (.delete, [0x7F...0x7F]),
    (.secondControl, [0x80...0x9F]),
    (.separator, [0x2028...0x2029]),
    (.direction, [0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069]),
    (.byteOrderMark, [0xFEFF...0xFEFF]), (.zeroWidthSpace, [0x200B...0x200B]),
    (.invisible, [0x2060...0x2064]), (.deprecatedFormat, [0x206A...0x206F]),
    (.tag, [0xE0000...0xE007F]),
    (.annotation, [0xFFF9...0xFFFB]), (.joiner, [0x200C...0x200D]),
  ]

  @Test("shows a mark of one column for each scalar that disturbs a terminal", arguments: unsafe)
  func everyScalar(mark: VisibleMark, ranges: [ClosedRange<UInt32>]) throws {
    for value in ranges.joined() {
      let scalar = try #require(Unicode.Scalar(value))
      for (before, after) in [("", ""), ("a", "b"), ("খ ", "।"), ("中", "🙂")]
      where mark != .joiner || before != "中" {
        #expect(VisibleText.safe("\(before)\(scalar)\(after)") == before + mark.text + after)
        for profile in WidthProfile.allCases {
          let expected = profile.columns(of: before) + 1 + profile.columns(of: after)
          #expect(profile.columns(of: "\(before)\(scalar)\(after)") == expected)
        }
      }
      #expect(VisibleText.safe("\(scalar)", keepingNewlines: true) == mark.text)
      #expect(count("খ \(scalar) a\(scalar)") == 2)
    }
  }

  @Test("gives each kind a symbol of its own, one column wide everywhere")
  func symbols() {
    #expect(VisibleMark.softHyphen.text == "")
    let symbols = VisibleMark.allCases.filter { $0 != .softHyphen }.map(\.text)
    #expect(Set(symbols).count == symbols.count)
    for profile in WidthProfile.allCases {
      for symbol in symbols { #expect(profile.columns(of: symbol) == 1) }
    }
    for symbol in symbols { #expect(VisibleText.safe(symbol) == symbol) }
  }

  @Test(
    "keeps joiners that join something",
    arguments: [
      "র\u{200D}্যাব", "ক্\u{200C}ষ", "র\u{200C}্যা", "ক্\u{200D}", "क्\u{200D}ष", "می\u{200C}خواهم",
      "👩\u{200D}👩",
      "❤\u{FE0F}\u{200D}🔥", "👨🏽\u{200D}🚀",
    ])
  func joiners(text: String) { #expect(VisibleText.safe(text) == text) }

  @Test(
    "shows joiners that join nothing",
    arguments: [
      ("\u{200D}ক", "⌐ক"), ("a\u{200D}b", "a⌐b"), ("ক্\u{200C}\u{200C}ষ", "ক্\u{200C}⌐ষ"),
      ("1\u{200C}2", "1⌐2"), (" \u{200D}", " ⌐"),
    ])
  func loneJoiners(text: String, shown: String) { #expect(VisibleText.safe(text) == shown) }

  @Test(
    "draws tabs as blanks and newlines as asked",
    arguments: [
      ("ক\tখ", "ক খ", "ক খ"), ("ক\nখ", "ক¶খ", "ক\nখ"), ("ক\r\nখ", "ক¶খ", "ক\nখ"),
      ("ক\rখ", "ক◘খ", "ক◘খ"),
    ])
  func blanks(text: String, oneRow: String, rows: String) {
    #expect(VisibleText.safe(text) == oneRow)
    #expect(VisibleText.safe(text, keepingNewlines: true) == rows)
    #expect(count(text) == (text.contains("\r") && !text.contains("\r\n") ? 1 : 0))
  }

  @Test("leaves text that disturbs nothing as it is")
  func plain() {
    for text in [
      LayoutSamples.bengali, LayoutSamples.english, LayoutSamples.mixed, LayoutSamples.longWord,
    ] {
      #expect(VisibleText.safe(text) == text)
      #expect(count(text) == 0)
    }
    #expect(VisibleText.safe("\u{E000}\u{FFFF}") == "\u{E000}\u{FFFF}")
  }

  @Test("lets no escape sequence through")
  func escapes() {
    #expect(VisibleText.safe("\u{1B}]0;x\u{7}\u{9B}31m") == "◘]0;x◘◊31m")
  }

  @Test("is safe whatever is in a text, and is safe again")
  func damage() {
    var random = SeededGenerator(seed: 30)
    let unsafe = Self.unsafe.flatMap { $0.scalars.joined() }
    let pool = LayoutSamples.all.joined().unicodeScalars.map(\.value) + unsafe
    let forbidden = Set(unsafe.filter { $0 != 0x200C && $0 != 0x200D } + [0x0A, 0x09])
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...50, using: &random) {
        let value = pool[Int.random(in: 0..<pool.count, using: &random)]
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      let safe = VisibleText.safe(String(text))
      #expect(safe.unicodeScalars.allSatisfy { !forbidden.contains($0.value) })
      for profile in WidthProfile.allCases where profile != .konsole {
        #expect(profile.columns(of: safe) == profile.columns(of: String(text)))
      }
    }
  }

  private func count(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { VisibleText.markCount(in: $0) }
  }
}
