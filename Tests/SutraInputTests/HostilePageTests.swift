import SutraCore
import SutraInput
import Testing

@Suite("Hostile pages")
struct HostilePageTests {
  @Test("lose no text in 100,000 elements within each other")
  func nesting() throws {
    let deep = String(repeating: "<div>", count: 100_000)
    let text = try Pages.text("<html><body><p>Above it all.</p>\(deep)The deepest words are here.")
    #expect(text.contains("The deepest words are here."))
  }

  @Test("have the attributes beyond the most of a tag left out, which is told")
  func attributes() throws {
    let many = (0..<120_000).map { "a\($0)=1" }.joined(separator: " ")
    let document = try Pages.document(
      Array("<html><body><p \(many)>The mayor said nothing more.</p></body></html>".utf8))
    #expect(document.text[Span(start: 0, end: 100)] == "The mayor said nothing more.")
    #expect(document.text.diagnostics.contains { $0.code == .beyondLimit })
  }

  @Test("give 100,000 paragraphs and 200,000 links whole")
  func links() throws {
    let links = (0..<200_000).map { "<a href=\"https://e.example/\($0)\">l\($0)</a>" }
    let prose = String(
      repeating: "<p>The mayor said, “This is a sentence of it.”</p>", count: 1_000)
    let text = try Pages.text("<html><body><div>\(prose)</div><div>\(links.joined())</div>")
    #expect(text.split(separator: "\n\n").count == 1_000)
  }

  @Test("give 20,000 quotations set apart whole, with as many leads, captions and names of writers")
  func boxes() throws {
    let one = """
      <blockquote><p>Boats are what we have.</p></blockquote><p>The mayor said that the bridge was needed by all.</p>
      <div class="caption">The bridge in May.</div><span class="byline">By</span><div class="lead">It is open again.</div>
      """
    let page = "<html><body><h1>The bridge</h1><div>\(String(repeating: one, count: 20_000))</div>"
    let document = try Pages.document(Array(page.utf8))
    #expect(document.paragraphs.count >= 40_000)
    let article = ArticleAnalyzer().article(document)
    #expect(article.quotations.count >= 20_000)
  }

  @Test(
    "take no longer for each element the more of them there are",
    arguments: [
      "<div class=\"byline ad-x\"><a href=\"/x\">Names of it all</a> The mayor said that",
      "<div class=part><h2>A heading of this part</h2><p>The mayor said that it is open, and that it was needed.</p></div>",
      "<ul><li><a href=\"/x\">The mayor said that it is open again</a>",
    ])
  func manyElements(element: String) throws {
    let page =
      "<html><body><h1>The bridge</h1><p>The mayor said that it is open, and that it was needed by all.</p>"
    // What goes through all elements for each of them takes minutes.
    let text = try Pages.text(page + String(repeating: element, count: 10_000))
    #expect(text.contains("The mayor said that"))
  }

  @Test(
    "end in a text or in an error, whatever is cut off",
    arguments: [
      "<", "<!", "<!--", "<!-- never closed", "<p", "<p class=\"", "<html><script>",
      "<html>\u{0}<p>x",
      "<html><p>&#1114112;&#xD800;&amp", "<html></p></div></html><p>After all.", "<?xml?><html",
      "<html><script type=\"application/ld+json\">{\"@type\":[[[[[[[[\"NewsArticle\"",
    ])
  func cut(page: String) {
    let answer = Result { try Pages.document(Array(page.utf8)) }
    if case .success(let document) = answer {
      #expect(document.paragraphs.allSatisfy { $0.end <= document.text.bytes.count })
    }
  }

  @Test("lead nowhere but to http and https")
  func schemes() throws {
    let page = """
      <html><head><link rel=canonical href="javascript:alert(1)"></head><body><p>The mayor said that
      <a href="javascript:alert(1)">this</a>, <a href="file:///etc/passwd">that</a> and
      <a href="https://e.example/a">the other</a> would be built, and that it was needed by all.</p>
      """
    let document = try Pages.document(Array(page.utf8))
    #expect(document.metadata.address == nil)
    #expect(document.marks.map(\.kind) == [.link("https://e.example/a")])
  }

  @Test("damaged from a fixed seed never trap and keep their spans within the text")
  func damaged() throws {
    var state: UInt64 = 20_261_128
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, limit)
    }
    let page = Array(PageTests.page.utf8)
    for _ in 0..<300 {
      var bytes = page
      for _ in 0..<random(12) {
        let at = random(bytes.count)
        switch random(3) {
        case 0: bytes[at] = UInt8(random(256))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + random(40)))
        default: bytes.insert(contentsOf: page[0..<random(60)], at: at)
        }
      }
      guard let document = try? Pages.document(bytes) else { continue }
      for span in document.paragraphs + document.marks.map(\.span) {
        #expect(span.end <= document.text.bytes.count)
      }
      #expect(String(validating: document.text.bytes, as: UTF8.self) != nil)
    }
  }
}
