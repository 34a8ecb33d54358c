import Testing

@testable import SutraCore

@Suite("The window of an anchor")
struct ReadingWindowTests {
  @Test(
    "tells distances apart, near ones one by one",
    arguments: [
      (distance: 0, kind: 0), (12, 12), (13, 13), (44, 16), (45, 17), (95, 19), (-1, 21), (-13, 33),
      (-64, 38),
    ])
  func distances(distance: Int, kind: Int) {
    #expect(Int(ReadingWindow.kind(ofDistance: distance)) == kind)
    #expect(kind < ReadingWindow.distances)
  }

  @Test("ends with the paragraph, and sees sentences before and behind")
  func sentences() {
    let window = ReadingWindow(from: 1, sentences: [4, 5, 5, 6, 7, 8], nil, first: 100)
    #expect(window.tokens == 0..<6)
    #expect(window.views.map(\.apart) == [1, 2, 2, 3, 4, 4])
    #expect(window.views.allSatisfy { $0.signs == 0 })
  }

  @Test("marks what the rules have found, where the window holds it")
  func drafts() {
    let draft = QuotationDraft(
      content: 102..<105, cue: nil, speaker: nil, sentence: 0, confidence: 0.5, rule: .bareContent)
    let window = ReadingWindow(
      from: 1, sentences: [Int](repeating: 0, count: 4), draft, first: 100)
    #expect(window.views.map(\.signs) == [0, 0, 0b10001, 0b10000])
  }
}
