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
}
