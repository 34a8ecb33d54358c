import SutraCore
import Testing

@testable import SutraReader

@Suite("Clusters")
struct ClusterScannerTests {
  private func borders(_ text: String, isStrict: Bool) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return [0] }
      var scanner = ClusterScanner(
        profile: .spacing, bytes: base, start: 0, end: bytes.count, isStrict: isStrict)
      var borders = [0]
      while !scanner.isAtEnd {
        _ = scanner.next { _ in }
        borders.append(scanner.position)
      }
      return borders
    }
  }

  @Test("agree with the test file of Unicode 15.0 in every line")
  func conform() {
    guard let file = ConformanceFile("GraphemeBreakTest.txt") else { return }
    let wrong = file.rows.filter { borders($0.text, isStrict: true) != $0.borders }.map(\.line)
    #expect(file.rows.count > 600)
    #expect(wrong.count == 0, "lines \(wrong.prefix(60))")
  }

  @Test(
    "join conjuncts as Unicode 15.1 does",
    arguments: [
      "নদীর ধারে স্ত্র্যাম্বক আর ক্ষ্ম্যাবতী", "ন্ত্র্য", "র\u{200D}্যাব", "ক্\u{200C}ষ", "क्षि हिन्दी", "ക്ഷ", "க்ஷ",
      "e\u{301}a", "👩\u{200D}👩\u{200D}👧🇧🇩🇮🇳", "각가", "ক\u{9BC}্ষ",
    ])
  func conjuncts(text: String) {
    var borders = [0]
    for character in text { borders.append(borders[borders.count - 1] + character.utf8.count) }
    #expect(self.borders(text, isStrict: false) == borders)
  }

  @Test("join random Bengali letters as Unicode 15.1 does")
  func random() {
    var random = SeededGenerator(seed: 40)
    let letters = Array("কখগঘরযষস" + "\u{9CD}\u{9CD}\u{9CD}\u{9CD}\u{9BC}\u{9BE}\u{9C1}\u{981} a।")
      .flatMap(\.unicodeScalars)
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<12 { text.append(letters[Int.random(in: 0..<letters.count, using: &random)]) }
      conjuncts(text: String(text))
    }
  }

  @Test(
    "join what Bengali writes as one syllable",
    arguments: ["অ্যা", "এ্যা", "র্ৎ", "র\u{200C}্যা"])
  func syllables(text: String) {
    #expect(borders(text, isStrict: false) == [0, text.utf8.count])
  }

  @Test(
    "are cut after 32 scalars, and marks beyond are seen as one symbol",
    arguments: [
      ("ক" + String(repeating: "\u{9BE}", count: 31), [32], [nil]),
      ("ক" + String(repeating: "\u{9BE}", count: 32), [32, 1], [nil, .excess]),
      (
        "ক" + String(repeating: "\u{301}", count: 70) + "খ", [32, 32, 7, 1],
        [nil, .excess, .excess, nil]
      ),
      (String(repeating: "ক্", count: 40), [32, 32, 16], [nil, nil, nil]),
      (String(repeating: "ক্", count: 16) + "\u{9BE}", [32, 1], [nil, .excess]),
    ] as [(String, [Int], [VisibleMark?])])
  func limit(text: String, scalars: [Int], marks: [VisibleMark?]) {
    let bytes = Array(text.utf8)
    var cells: [Cell] = []
    bytes.withUnsafeBufferPointer { buffer in
      let reader = CellReader(profile: .spacing)
      reader.forEachCell(in: Span(start: 0, end: buffer.count), of: buffer) { cells.append($0) }
      for cell in cells {
        reader.forEachCell(in: cell.span, of: buffer) { #expect($0 == cell) }
      }
    }
    #expect(cells.map(\.mark) == marks)
    let counts = cells.map { cell in
      String(decoding: bytes[cell.span.start..<cell.span.end], as: UTF8.self).unicodeScalars.count
    }
    #expect(counts == scalars)
  }
}
