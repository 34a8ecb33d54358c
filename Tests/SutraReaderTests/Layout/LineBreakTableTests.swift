import Testing

@testable import SutraReader

@Suite("Line breaks")
struct LineBreakTableTests {
  /// The offsets at which the rules let a line of a text end, its end among them.
  private func borders(_ text: String, _ table: LineBreakTable) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return [0] }
      let decoder = ScalarDecoder(bytes: base, end: bytes.count)
      var borders: [Int] = []
      var state = LineBreakTable.start
      var offset = 0
      while offset < bytes.count {
        let step = decoder.step(at: offset)
        let next = offset + step.length
        let number = LineBreakTable.classNumber(of: step, before: next, in: decoder)
        let entry = table.entries[Int(state) + Int(number)]
        if entry >> LineBreakTable.verdictShift != 0 { borders.append(offset) }
        state = entry & LineBreakTable.stateMask
        offset = next
      }
      return borders + [offset]
    }
  }

  @Test("agree with the test file of Unicode 15.0 in every line")
  func conform() {
    guard let file = ConformanceFile("LineBreakTest.txt") else { return }
    let wrong = file.rows.filter { borders($0.text, .standard) != $0.borders }.map(\.line)
    #expect(file.rows.count > 7000)
    #expect(wrong.count == 0, "lines \(wrong.prefix(60))")
  }

  @Test(
    "keep a danda with the word before it, even after a blank",
    arguments: [("ক । খ", [8], [4, 8]), ("ক। খ", [7], [7]), ("ক ॥", [], [4])])
  func danda(text: String, tailored: [Int], standard: [Int]) {
    #expect(borders(text, .tailored) == tailored + [text.utf8.count])
    #expect(
      borders(text, .standard) == standard + [text.utf8.count])
  }

  @Test("take a tab for a blank", arguments: [("a\tb", [2]), ("a\t\tb", [3]), ("a \tb", [3])])
  func tab(text: String, tailored: [Int]) {
    #expect(borders(text, .tailored) == tailored + [text.utf8.count])
  }
}
