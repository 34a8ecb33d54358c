import Testing

@testable import SutraReader

@Suite("A row that is written from left to right")
struct RowWriterTests {
  @Test(
    "gets as much of a text as fits, an ellipsis for the rest, and nothing that disturbs",
    arguments: WidthProfile.allCases,
    ["", "কিম জং উন", "স্ত্রীর কথা", "ক্ষ্ম্য", "Anita Rao", "a\u{1B}[2Jb", "\u{202E}পুতিন", "👩‍🚀 কথা"])
  func fitted(profile: WidthProfile, text: String) {
    for columns in 0...14 {
      var writer = RowWriter(from: 3, to: 3 + columns, measure: Measure(profile))
      writer.write(text, RoleSet(.text))
      let (shown, width) = profile.fitted(VisibleText.safe(text), to: columns)
      #expect(writer.runs.map(\.text).joined() == shown)
      #expect(writer.column == 3 + width)
    }
  }
}
