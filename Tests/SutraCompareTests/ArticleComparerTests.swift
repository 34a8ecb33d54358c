import SutraCompare
import SutraCore
import SutraResources
import Testing

private let analyzer = ArticleAnalyzer()
private func article(_ text: String) -> Article {
  analyzer.article(analyzer.document(id: "test", text: SourceText(validBytes: Array(text.utf8))))
}

private func compared(
  _ first: String, _ second: String
) -> (first: Article, second: Article, comparison: ArticleComparison) {
  let (one, other) = (article(first), article(second))
  return (
    one, other,
    ArticleComparer.standard.compare(one, other)
  )
}

/// What a comparison has found, each difference by its kind.
private func differences(
  _ compared: (first: Article, second: Article, comparison: ArticleComparison)
) -> [String] {
  compared.comparison.differences(compared.first, compared.second).map(\.kind.rawValue)
}

@Suite("A comparison of articles")
struct ArticleComparerTests {
  @Test("finds what was changed by hand, and little else")
  func pairs() {
    #expect(ComparedPair.all.count >= 30)
    var (right, missed, false_) = (0, [String](), [String]())
    for (number, pair) in ComparedPair.all.enumerated() {
      let found = differences(compared(pair.first, pair.second))
      right += pair.differences.intersection(found).count
      missed += pair.differences.subtracting(found).map { "\(number): \($0)" }
      var rest = found
      for difference in pair.differences {
        if let place = rest.firstIndex(of: difference) { rest.remove(at: place) }
      }
      false_ += rest.map { "\(number): \($0)" }
    }
    #expect(right * 100 >= (right + missed.count) * 95, "missed are \(missed)")
    #expect(false_.count * 100 <= (right + false_.count) * 5, "false are \(false_)")
  }

  @Test("finds nothing between an article and itself", arguments: ["bn", "en"])
  func same(code: String) throws {
    let bytes = try #require(EmbeddedResource.bytes(at: "samples/\(code).txt"))
    let text = String(decoding: bytes, as: UTF8.self)
    let both = compared(text, text)
    let comparison = both.comparison
    #expect(differences(both) == [])
    #expect(comparison.areVersions)
    #expect(comparison.quotes.allSatisfy { $0.state == .same && $0.first == $0.second })
  }

  @Test("keeps account of what stands there many times")
  func repeated() {
    let one = (0..<200).map { "Row \($0) came. Mayor Paul Denning said the water was rising fast." }
    let comparison = compared(
      one.joined(separator: "\n\n"), one.dropLast(20).joined(separator: "\n\n")
    ).comparison
    let both = comparison.quotes.count { $0.second != nil }
    #expect(both >= 170 && comparison.quotes.count { $0.state == .same } == both)
    #expect(comparison.quotes.count { $0.state == .onlyHere } == 20)
    #expect(comparison.text.count { $0.state == .removed } == 40)
    #expect(comparison.text.count == 40)
  }

  @Test("marks the words that a changed quote lost and won")
  func words() throws {
    let comparison = compared(
      "Mayor Paul Denning said that 12 people were missing.",
      "Mayor Paul Denning said that 15 people were missing.")
    let pair = try #require(comparison.comparison.quotes.first)
    #expect(pair.state == .changed && pair.isSameSpeaker)
    #expect(pair.lost.map { comparison.first.document.text[$0] } == ["12"])
    #expect(pair.won.map { comparison.second.document.text[$0] } == ["15"])
  }

  @Test("is one line of JSON and some lines for people", arguments: ComparedPair.all.indices)
  func written(number: Int) {
    let pair = ComparedPair.all[number]
    let (first, second, comparison) = compared(pair.first, pair.second)
    let line = ComparisonWriter.line(comparison, first, second)
    #expect(line.first == 0x7B && line.last == 0x7D && !line.contains(0x0A))
    #expect(ComparisonReport.lines(comparison, first, second).count > 3)
  }

  @Test("holds together for texts of nothing much", arguments: ["", "।", "x", "“\u{1B}[2J ক"])
  func odd(text: String) {
    let comparison = compared(text, "Paul Denning said no.").comparison
    #expect(comparison.quotes.allSatisfy { $0.first != nil || $0.second != nil })
  }
}
