import Foundation
import SutraCore
import SutraReader
import SutraResources
import Testing

@testable import SutraPictures

/// The fonts of this machine, where it has what pictures need.
enum Fonts {
  /// In rows of 20 pixels, cells of 10.
  static let standard = try? PictureFont(cellWidth: 10, cellHeight: 20)

  /// Whether there are any; tests of pictures are left out where there are none.
  static var areThere: Bool { standard != nil }

  static let missing: Comment = "libpango1.0-dev and a font with Bengali letters are not there"
}

/// Articles to draw.
enum Drawn {
  /// Encodes on a thread of its own, as the program does.
  static let beside: ThreadStart = { body in
    Thread.detachNewThread(body)
    return true
  }

  static func document(_ bytes: [UInt8]) -> Document {
    ArticleAnalyzer().document(id: "test", text: SourceText(validBytes: bytes))
  }

  /// The built-in sample in Bengali, analysed.
  static let sample: Article = {
    let bytes = EmbeddedResource.bytes(at: "samples/bn.txt").map(Array.init) ?? []
    return ArticleAnalyzer().article(document(bytes))
  }()

  /// What nobody would print: controls, marks without end, mixed directions, emoji, a word that is
  /// wider than any row.
  static let hostile = Array(
    ("\u{1B}[31mলাল\u{7}\u{9B}2J \u{202E}উল্টো\u{202C} \u{200B}\u{FEFF} שלום عالم 漢字 👨‍👩‍👧‍👦 e\u{301}\u{301} "
      + "\u{1B}_Ga=d\u{1B}\\ \u{9CD}\u{9CD}ক\u{9BF}\u{9BF} ক্ষ্ম্য \u{E0041}\n\n"
      + "ক" + String(repeating: "\u{981}", count: 10_000) + "\n\n"
      + String(repeating: "ক্ষৌঁ", count: 8_000) + "\n\n" + String(repeating: "x", count: 40_000)
      + "\u{1B}\\ \u{85} end").utf8)

  static func state(
    _ article: Article, columns: Int = 120, rows: Int = 40, _ font: PictureFont
  ) -> ReaderState {
    var state = ReaderState(
      article: Article(document: article.document),
      size: ScreenSize(columns: columns, rows: rows), themes: ["dark", "light"])
    _ = state.update(by: .measure(Measure(.spacing, pixels: font)))
    _ = state.update(by: .analysis(article, isComplete: true))
    return state
  }

  static func theme(_ name: String) -> Theme { ThemeLibrary.theme(named: name) ?? plain }

  /// A look in which letters differ in nothing.
  static let plain = Theme(
    name: "plain",
    styles: [.text: Style(foreground: .rgb(0xD0, 0xD0, 0xD0), background: .rgb(0x1C, 0x1C, 0x1C))])
}
