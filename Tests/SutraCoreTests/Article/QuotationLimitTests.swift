import Testing

@testable import SutraCore

@Suite("Quotations of one paragraph")
struct QuotationLimitTests {
  /// Drafts of a paragraph of so many words, one behind the other.
  private static func drafts(_ counts: [Int]) throws -> (TokenizedDocument, [QuotationDraft]) {
    let paragraphs = counts.map { String(repeating: "নদী ", count: $0) + "বাড়ছে।" }
    let text = try Fixtures.tokens(paragraphs.joined(separator: "\n\n"))
    var drafts: [QuotationDraft] = []
    for (number, paragraph) in text.paragraphs.enumerated() {
      for token in paragraph.prefix(counts[number]) {
        drafts.append(
          QuotationDraft(
            content: token..<token + 1, cue: nil, sentence: number, confidence: 1,
            rule: .closedContent))
      }
    }
    return (text, drafts)
  }

  @Test("are kept up to the limit, each paragraph for itself, and the rest is told")
  func limit() throws {
    let most = Limits.quotationsInParagraph
    for (counts, kept) in [
      ([most], most), ([most, 3], most + 3), ([most + 1, 3], most + 3), ([2, most + 5], most + 2),
    ] {
      let (text, drafts) = try Self.drafts(counts)
      #expect(drafts.count == counts.reduce(0, +))
      let limit = QuotationLimit(drafts, text)
      #expect(limit.kept.count == kept)
      let isCut = kept < drafts.count
      #expect(limit.diagnostics.count == (isCut ? 1 : 0))
      // In order, and the first of each paragraph.
      #expect(limit.kept.map(\.content.lowerBound) == limit.kept.map(\.content.lowerBound).sorted())
      guard isCut, let diagnostic = limit.diagnostics.first else { continue }
      #expect(diagnostic.message.contains("\(drafts.count - kept)"))
      let full = counts.firstIndex { $0 > most } ?? 0
      let inFull = limit.kept.filter { text.paragraphs[full].contains($0.content.lowerBound) }
      #expect(inFull.map(\.content.lowerBound) == Array(text.paragraphs[full].prefix(most)))
    }
  }
}
