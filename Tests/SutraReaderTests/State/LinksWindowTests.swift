import SutraCore
import SutraResources
import Testing

@testable import SutraReader

@Suite("The list of links")
struct LinksWindowTests {
  private static func state(_ links: [(words: String, address: String)]) -> ReaderState {
    let text = "The bridge\n\nThe mayor said that the boats and the harbour are open again.\n"
    let marks = links.compactMap { link -> InlineMark? in
      guard let range = text.ranges(of: link.words).first else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return InlineMark(
        span: Span(start: start, end: start + link.words.utf8.count), kind: .link(link.address))
    }
    let analyzer = ArticleAnalyzer()
    let plain = analyzer.document(id: "a", text: SourceText(validBytes: Array(text.utf8)))
    return .open(
      analyzer.article(
        Document(
          id: "a", text: plain.text, language: "en", title: nil, paragraphs: plain.paragraphs,
          marks: marks)))
  }

  @Test("shows where each leads, and opens the one that is chosen")
  func opens() throws {
    var state = Self.state([
      ("the boats", "https://town.example/boats"), ("harbour", "https://town.example/harbour"),
    ])
    #expect(state.press(.character("l")).isEmpty)
    let window = try #require(state.window)
    #expect(
      window.items.map(\.text) == [
        "the boats — https://town.example/boats", "harbour — https://town.example/harbour",
      ])
    #expect(state.press(.down).isEmpty)
    #expect(state.press(.enter) == [.openNamed("https://town.example/harbour")])
    #expect(state.window == nil)
  }

  @Test("says so where there are none")
  func none() {
    var state = Self.state([])
    #expect(state.run(command: "links").isEmpty)
    #expect(state.window == nil)
    #expect(state.message == "nothing here leads elsewhere")
  }
}
