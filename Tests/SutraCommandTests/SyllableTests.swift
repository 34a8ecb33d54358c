import Foundation
import SutraReader
import Testing

@testable import SutraCommand

@Suite("Syllables in the terminal")
struct SyllableTests {
  /// Syllables of one paragraph.
  private static let perParagraph = 60

  /// Shows syllables with blanks between and compares what is read back, scalar for scalar.
  private func readBack(_ syllables: [String], profile: WidthProfile) throws {
    let paragraphs = stride(from: 0, to: syllables.count, by: Self.perParagraph).map { start in
      syllables[start..<min(syllables.count, start + Self.perParagraph)].joined(separator: " ")
    }
    // Below 60 columns there is no pane unless it is wanted.
    let rows = 24 + syllables.count / 5
    let terminal = try PseudoTerminal(
      [], columns: 59, rows: rows, profile: profile, article: paragraphs.joined(separator: "\n"))
    #expect(
      terminal.wait { $0.text(row: rows - 1).contains { $0 == "q" } && !$0.shows("reading…") })
    terminal.settle()
    let expected = words(VisibleText.safe(syllables.joined(separator: " ")))
    let shown = words(terminal.screen.text.dropLast().joined(separator: " "))
    #expect(shown.count == expected.count)
    let differences = zip(expected, shown).filter { $0 != $1 }
    #expect(differences.isEmpty, "the first: \(differences.prefix(3))")
  }

  private func words(_ text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: " ").map(Array.init)
  }

  @Test("that are rare come through whole", arguments: WidthProfile.allCases)
  func rare(profile: WidthProfile) throws {
    try readBack(Syllables.rare, profile: profile)
  }

  @Test(
    "of real articles come through whole",
    .enabled(if: !Syllables.files.isEmpty, "the articles are not beside the package"),
    arguments: Syllables.files, WidthProfile.allCases)
  func real(file: String, profile: WidthProfile) throws {
    let syllables = try Syllables.distinct(ofFile: file)
    #expect(syllables.count > 100)
    try readBack(syllables, profile: profile)
  }
}
