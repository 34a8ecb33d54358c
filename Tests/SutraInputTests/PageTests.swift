import SutraCore
import SutraInput
import SutraResources
import Testing

/// Opens pages as the program does.
enum Pages {
  static let words = PageWords(
    ["en", "bn"].flatMap { code in
      PageWords.rows(
        EmbeddedResource.bytes(at: "languages/\(code)/page-words.tsv").map(Array.init) ?? [])
    })

  static let font = EmbeddedResource.bytes(at: "languages/bn/old-font.tsv").map {
    OldFont(Array($0))
  }

  static func document(
    _ bytes: [UInt8], name: String = "page.html", form: ArticleOpener.Form = .analysis
  ) throws -> Document {
    try ArticleOpener(form, words: { words }, font: { font }).open(
      ArticleContent(id: name, bytes: bytes)
    )
    .document(ArticleAnalyzer())
  }

  static func text(_ page: String, form: ArticleOpener.Form = .analysis) throws -> String {
    String(decoding: try document(Array(page.utf8), form: form).text.bytes, as: UTF8.self)
  }
}

@Suite("Pages")
struct PageTests {
  static let page = """
    <!DOCTYPE html><html lang="bn"><head><meta charset="utf-8"><title>হাওরে বইয়ের নৌকা | নদীপত্র</title>
    <meta property="og:site_name" content="নদীপত্র">
    <link rel="canonical" href="https://nodipotro.example/bangladesh/1">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"হাওরে বইয়ের নৌকা",
    "datePublished":"2026-11-28T18:30+06:00","author":[{"@type":"Person","name":"রুমানা হক"}]}</script></head>
    <body><nav><ul><li><a href="/">প্রচ্ছদ</a></li><li><a href="/sports">খেলা</a></li></ul></nav>
    <h1>হাওরে বইয়ের নৌকা</h1><div class="author">রুমানা হক</div>
    <div class="story"><p>সুনামগঞ্জে নামছে <a href="https://nodipotro.example/boats">তিনটি নৌকা</a>, প্রতিটিতে থাকবে দুই হাজার বই।</p>
    <p>জেলা প্রশাসক বলেন, “শিশুরা বই পড়তে পারবে, বর্ষার ছয় মাসও।”</p>
    <div class="related"><h3>আরও পড়ুন</h3><ul><li><a href="/2">অন্য খবরের শিরোনাম এখানে</a></li></ul></div>
    <p>প্রকল্পটির ব্যয় ধরা হয়েছে চার কোটি টাকা, জানিয়েছে মন্ত্রণালয়।</p></div>
    <footer>© নদীপত্র ২০২৬, সর্বস্বত্ব সংরক্ষিত।</footer></body></html>
    """

  @Test("leave menus, boxes and footers out, and keep the paragraphs")
  func body() throws {
    #expect(
      try Pages.text(Self.page) == """
        সুনামগঞ্জে নামছে তিনটি নৌকা, প্রতিটিতে থাকবে দুই হাজার বই।

        জেলা প্রশাসক বলেন, “শিশুরা বই পড়তে পারবে, বর্ষার ছয় মাসও।”

        প্রকল্পটির ব্যয় ধরা হয়েছে চার কোটি টাকা, জানিয়েছে মন্ত্রণালয়।
        """)
  }

  @Test("say headline, writer, date, site and address beside the text")
  func facts() throws {
    let said = try Pages.document(Array(Self.page.utf8)).metadata
    #expect(said.headline == "হাওরে বইয়ের নৌকা")
    #expect(said.author == "রুমানা হক")
    #expect(said.published == "2026-11-28T18:30:00+06:00")
    #expect(said.site == "নদীপত্র")
    #expect(said.address == "https://nodipotro.example/bangladesh/1")
  }

  @Test("have headline and writer above the body for reading")
  func reading() throws {
    let document = try Pages.document(Array(Self.page.utf8), form: .reading)
    #expect(document.title.map { document.text[$0] } == "হাওরে বইয়ের নৌকা")
    #expect(document.kind(of: 0) == .headline)
    #expect(document.kind(of: 1) == .byline)
    #expect(document.kind(of: 2) == .paragraph)
  }

  @Test("keep where a link leads, beside the words that are one")
  func links() throws {
    let document = try Pages.document(Array(Self.page.utf8))
    let mark = try #require(document.marks.first)
    #expect(document.text[mark.span] == "তিনটি নৌকা")
    #expect(mark.kind == .link("https://nodipotro.example/boats"))
  }

  @Test("lead from their own address, or from the one that they name, where a link is not whole")
  func relativeLinks() throws {
    func page(_ head: String) -> [UInt8] {
      Array(
        """
        <html><head>\(head)</head><body><p>The mayor said that <a href="/boats">the boats</a> and
        <a href="../b?c">the bridge</a> were there, and that <a href="javascript:x()">nothing</a> was missing.</p>
        """.utf8)
    }
    let canonical = #"<link rel="canonical" href="https://town.example/news/a/1">"#
    #expect(
      try Pages.document(page(canonical)).marks.map(\.kind) == [
        .link("https://town.example/boats"), .link("https://town.example/news/b?c"),
      ])
    let base = canonical + #"<base href="https://old.example/x/y">"#
    #expect(
      try Pages.document(page(base)).marks.map(\.kind) == [
        .link("https://old.example/boats"), .link("https://old.example/b?c"),
      ])
    #expect(try Pages.document(page("")).marks.isEmpty)
  }

  @Test("write their facts into the line of the analysis")
  func analysis() throws {
    let article = ArticleAnalyzer().article(try Pages.document(Array(Self.page.utf8)))
    let line = String(decoding: AnalysisWriter.line(article), as: UTF8.self)
    for part in [
      #""title":"হাওরে বইয়ের নৌকা""#, #""url":"https://nodipotro.example/bangladesh/1""#,
      #""author":"রুমানা হক""#, #""published":"2026-11-28T18:30:00+06:00""#, #""site":"নদীপত্র""#,
    ] { #expect(line.contains(part), "\(part)") }
    #expect(article.quotations.contains { article.document.text[$0.content].contains("শিশুরা বই") })
  }

  @Test(
    "are told from texts",
    arguments: [
      ("<!doctype html><p>Text of a page.</p>", "a", true), ("  <HTML><p>x</p>", "a.txt", true),
      ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C\"><html></html>", "a", true),
      ("A text with <b>marks</b> in it.", "a.html", true), ("A text.", "a.html", false),
      ("<3 is a heart.", "a.txt", false), ("A text with <p> in it.", "a.txt", false),
      ("<rss version=\"2.0\"><channel/></rss>", "a", false),
    ])
  func told(text: String, name: String, isPage: Bool) {
    #expect(ArticleOpener.isPage(ArticleContent(id: name, bytes: Array(text.utf8))) == isPage)
  }

  @Test(
    "name their writers without what stands beside the names",
    arguments: [
      (#"<div class="byline">By <b>Rumana Haque</b> Sunday, Feb 8, 2026</div>"#, "Rumana Haque"),
      (#"<div class="byline">রুমানা হক, রবিবার ৮ ফেব্রুয়ারি</div>"#, "রুমানা হক"),
      (#"<div class="byline">Last updated: January 7, 2026</div>"#, nil),
      (
        #"<div class="byline">Written by Rumana Haque<br>Edited by Jamal Uddin</div>"#,
        "Rumana Haque"
      ),
      (#"<div class="author">লেখা: রুমানা হক, সম্পাদনা: জামাল উদ্দিন</div>"#, "রুমানা হক"),
      (#"<h1>The bridge is open</h1><p>By <b>Rumana&nbsp;Haque</b></p>"#, "Rumana Haque"),
      (
        #"<div>Posted by RumanaH, Jamal on 2026-02-08, <a href="/all">all posts</a></div>"#,
        "RumanaH, Jamal"
      ),
      (#"<h1>সেতু খুলেছে</h1><p>লিখেছেন রুমানা হক</p>"#, "রুমানা হক"),
      // Only what leads to a date is no name.
      (#"<div>Posted by Rumana da, Jamal van</div>"#, "Rumana da, Jamal van"),
      (#"<h1>The bridge is open</h1><p>By noon the road was open again</p>"#, nil),
      (#"<h1>The bridge is open</h1><p>By Monday the road was open again</p>"#, nil),
      (
        #"""
        <ul><li itemprop="author"><a rel="author" href="/p/1">Rumana Haque</a>
        <a href="/tech">Tech Industry</a></li></ul>
        """#, "Rumana Haque"
      ),
      (
        #"""
        <div class="authorinfo"><a href="#">SHARE</a><a href="#">TWEET</a></div>
        <span itemprop="author"><a href="/p/1">Rumana Haque</a></span>
        """#, "Rumana Haque"
      ),
      (
        #"""
        <meta name="dc.creator" content="Rumana Haque"><meta name="dc.creator" content="Jamal Uddin">
        """#, "Rumana Haque, Jamal Uddin"
      ),
      (
        #"""
        <meta name="author" content="Rumana Haque (https://town.example/rumana)">
        """#, "Rumana Haque"
      ),
      (
        #"""
        <meta property="dc:creator" content="Rumana Haque"><meta name="dc.creator" content="Town Paper">
        """#, "Rumana Haque"
      ),
      (
        #"""
        <ul><li>Another story <span class="byline">Jamal Uddin</span></li></ul><h1>The bridge is open</h1>
        <span itemprop="author"><a href="/p/1">Rumana Haque</a> (with Jamal Uddin)</span>
        """#, "Rumana Haque (with Jamal Uddin)"
      ),
    ])
  func writers(markup: String, author: String?) throws {
    let page = """
      <html><body>\(markup)<p>The mayor said that the bridge would be built, and that it was needed by all
      of the town, the old and the young, in the dry months and in the rain.</p></body></html>
      """
    #expect(try Pages.document(Array(page.utf8)).metadata.author == author)
  }

  @Test(
    "have the headline that readers see, without the site's name",
    arguments: [
      ("<title>The bridge is open - The Town Paper</title>", "<h1>The bridge is open</h1>"),
      ("<title>The bridge is open again [The Town Paper]</title>", "<h1>The Town Paper beta</h1>"),
      (
        #"<meta property="og:title" content="The bridge is open | Town"><title>Bridge news</title>"#,
        "<h1>The bridge is open</h1>"
      ),
      (
        #"<meta property="dc:title" content="The bridge is open"><meta property="og:title" content="Wow">"#,
        ""
      ),
    ])
  func headlines(head: String, heading: String) throws {
    let page = """
      <html><head>\(head)</head><body>\(heading)<p>The mayor said that the bridge would be built, and that
      it was needed by all of the town, the old and the young, in dry months and in the rain.</p></body></html>
      """
    let said = try Pages.document(Array(page.utf8)).metadata.headline
    #expect(said == "The bridge is open" || said == "The bridge is open again")
  }

  @Test("leave a plain text as it is")
  func plain() throws {
    let text = "Headline of it\n\nThe mayor said: \"The bridge < 3 metres & more is safe.\"\n"
    let document = try Pages.document(Array(text.utf8), name: "a.txt")
    #expect(document.text.bytes == Array(text.utf8))
    #expect(document.metadata == DocumentMetadata())
    #expect(document.kind(of: 0) == .headline && document.kind(of: 1) == .paragraph)
  }
}
