import SutraCore
import SutraResources
import Testing

@testable import SutraInput

@Suite("Plain text in Markdown")
struct MarkdownTextTests {
  private static func opened(_ text: String) -> OpenedArticle? {
    MarkdownText.opened(SourceText(validBytes: Array(text.utf8)), id: "a.md")
  }

  private static func words(_ text: String) -> String? {
    opened(text).map { String(decoding: $0.text.bytes, as: UTF8.self) }
  }

  @Test(
    "its signs are left out",
    arguments: [
      ("**John Smith**: We are done.", "John Smith: We are done."),
      ("__মেয়র করিম__ বলেন, কাজ **শেষ**।", "মেয়র করিম বলেন, কাজ শেষ।"),
      ("# Town news\n\nIt is *very* late.", "Town news\n\nIt is very late."),
      ("## Later ##\n\nMore.", "Later\n\nMore."),
      ("See [the report](https://example.org/a_b) now.", "See the report now."),
      ("A [**bold** link](https://example.org) here.", "A bold link here."),
      ("![A bridge](https://example.org/b.jpg) stands.", "A bridge stands."),
      ("***Both*** and \\*none\\*.", "Both and *none*."),
      ("---\ntitle: A \ndate: 2026-11-01\n---\nThe text.", "The text."),
      ("`**code**` and **words**", "`**code**` and words"),
      ("```\n**code**\n```\n**words**", "```\n**code**\n```\nwords"),
    ])
  func leftOut(text: String, words: String) {
    #expect(Self.words(text) == words)
    #expect(Self.opened(text)?.text.bytesAsTheyCame == Array(text.utf8))
  }

  @Test("brackets are paired as they stand, whatever stands open around them")
  func brackets() {
    #expect(
      Self.words("[sic [the report](https://example.org) (late) [a](b [**more**](https://e.org)")
        == "[sic the report (late) [a](b more")
  }

  @Test(
    "lines of signs take time by their length, and any depth of them is read",
    .timeLimit(.minutes(1)),
    arguments: ["[A", "[a](", "![", "*[a* ", "**a ", "`a [", "[a](https://e.org "])
  func endless(unit: String) {
    _ = Self.opened(String(repeating: unit, count: 1_000_000 / unit.utf8.count))
    let deep = String(repeating: "[", count: 100_000) + "a"
    #expect(Self.opened(deep + String(repeating: "](/x)", count: 100_000)) != nil)
  }

  @Test(
    "other texts stay as they are",
    arguments: [
      "2 * 3 * 4 = 24, he said.", "** Figures are estimates.", "a_name and b_name",
      "He wrote: *** and left.", "#hashtag first\n\n#other", "[sic] (he said)",
      "--- \nA line of dashes\n---", "The 5* hotel and the 4* hotel", "C:\\*.txt",
      "মেয়র বলেন, কাজ শেষ।", "# 7 is the number of the house", "---\nNot: data and this\nno\n---x",
    ])
  func others(text: String) {
    #expect(Self.opened(text) == nil)
  }

  @Test("a speaker has no stars, a heading is one, and what front matter says is the title")
  func article() throws {
    let text = """
      ---
      title: "The bridge closes"
      author: Anna Lind
      ---

      The old bridge closes on Monday, [the council](https://example.org) said.

      ## What follows

      **John Smith**: We are *not* done with the southern piers, and I will say so.

      **Ruth Adeyemi**: Then say so in the council, where it is heard.

      **John Smith**: I have said so three times, and more.

      **Ruth Adeyemi**: And nobody wrote it down, as you know.
      """
    let analyzer = ArticleAnalyzer()
    let opened = try #require(Self.opened(text))
    let document = opened.document(analyzer)
    #expect(document.metadata.headline == "The bridge closes" && document.title == nil)
    let heading = try #require(
      document.paragraphs.firstIndex { document.text[$0] == "What follows" })
    #expect(document.kind(of: heading) == .subhead)
    let marked = document.marks.map { document.text[$0.span] }
    #expect(
      marked == [
        "the council", "John Smith", "not", "Ruth Adeyemi", "John Smith", "Ruth Adeyemi",
      ])
    #expect(document.marks.first?.kind == .link("https://example.org"))
    let article = analyzer.article(document)
    let speakers = article.attributions.compactMap(\.speaker?.name)
    #expect(speakers.contains("John Smith") && speakers.contains("Ruth Adeyemi"), "\(speakers)")
    for entity in article.entities {
      #expect(!entity.name.contains("*") && !entity.name.contains("["), "\(entity.name)")
    }
    // The analysis tells places of the text as it came.
    let line = String(decoding: AnalysisWriter.line(article), as: UTF8.self)
    #expect(line.contains("**John Smith**"))
    let mention = try #require(
      article.mentions.first { article.document.text[$0.span] == "John Smith" })
    let scalars = Array(text.unicodeScalars)
    let start = try #require(text.range(of: "John Smith")).lowerBound
    let offset = text.unicodeScalars.distance(from: text.startIndex, to: start)
    #expect(line.contains("\"span\":[\(offset),\(offset + 10)]"))
    #expect(String(String.UnicodeScalarView(scalars[offset..<offset + 10])) == "John Smith")
    #expect(!mention.span.isEmpty)
  }

  @Test("a first heading is the headline")
  func headline() throws {
    let opened = try #require(
      Self.opened("# সেতুর কাজ শেষ\n\nমেয়র **করিম উদ্দিন** বলেন, সেতুর কাজ শেষ হয়েছে।"))
    let document = opened.document(ArticleAnalyzer())
    #expect(document.title.map { document.text[$0] } == "সেতুর কাজ শেষ")
  }

  @Test("any signs in any order are taken without harm")
  func damaged() {
    let signs = [
      "**", "*", "_", "[", "](", ")", "#", " ", "\n", "`", "\\", "---\n", "ক", "a:", "!",
    ]
    var seed: UInt64 = 7
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += signs[Int(seed >> 33) % signs.count]
      }
      guard let opened = Self.opened(text) else { continue }
      #expect(opened.text.bytesAsTheyCame == Array(text.utf8))
      let document = opened.document(ArticleAnalyzer())
      for span in document.paragraphs + document.marks.map(\.span) {
        #expect(span.end <= document.text.bytes.count)
      }
    }
  }
}
