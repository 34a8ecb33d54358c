import SutraCore
import SutraInput
import Testing

@Suite("Articles cut out of pages")
struct PageBodyTests {
  /// A page with some markup in its text, between two sentences that make it an article.
  private static func page(_ markup: String) -> [UInt8] {
    Array(
      """
      <html><head><title>The bridge is open</title></head><body><h1>The bridge is open</h1><div class="story">
      <p>The mayor said on Sunday that the bridge was open, and that it would stay open in the rain.</p>
      \(markup)
      <p>Engineers had told the council in May that two of its four piers were weak and must be mended.</p>
      </div></body></html>
      """.utf8)
  }

  private static func between(_ markup: String, _ form: ArticleOpener.Form = .analysis) throws
    -> [String]
  {
    let text = String(
      decoding: try Pages.document(page(markup), form: form).text.bytes, as: UTF8.self)
    let parts = text.components(by: "\n\n")
    let first = try #require(parts.firstIndex { $0.hasPrefix("The mayor said on Sunday") })
    let last = try #require(parts.firstIndex { $0.hasPrefix("Engineers had told") })
    return Array(parts[(first + 1)..<last])
  }

  @Test(
    "keep sentences that begin as a label does, in both languages",
    arguments: [
      "<p>More than 200 people were hurt there last year.</p>",
      "<p>Watching it were all her friends.</p>",
      "<p>Related industries have lost a third of their trade.</p>",
      "<p>Photographs of it were shown in the town hall.</p>",
      "<p>ছবিটি তুলেছেন তাঁর মেয়ে, গত বছরের বর্ষায়।</p>", "<p>পড়ুনয়া শিশুরা নৌকায় স্কুলে যায়।</p>",
      "<p>দেখুন, সেতুটি আর নেই, বলেন রহিমা বেগম।</p>",
    ])
  func sentences(markup: String) throws {
    #expect(try Self.between(markup) == [String(markup.dropFirst(3).dropLast(4))])
  }

  @Test(
    "leave labels with what they lead to, notices and buttons out",
    arguments: [
      "<p>Read more: The old bridge and its builders</p>", "<p>► Read more | The old bridge</p>",
      "<p>Related <a href='/2'>The old bridge and its builders</a></p>",
      "<p>আরও পড়ুন: পুরোনো সেতু ও তার কারিগর</p>", "<p>ছবি: সংগৃহীত</p>",
      "<p>Sign up for our newsletter and never miss a bridge again.</p>",
      "<p>We use cookies on this page to make it better for you.</p>",
      "<p>To continue reading, log in or take out a subscription.</p>",
      "<div>ADVERTISEMENT</div>", "<div>বিজ্ঞাপন</div>", "<p>পুরো খবর পড়তে গ্রাহক হোন।</p>",
      "<p>গুগল নিউজে ফলো করুন আমাদের, সব খবর পান।</p>",
      "<table><tr><td><a href='/2'><b>The old bridge and its builders</b></a></td></tr></table>",
      "<div class='video-player'><div>The bridge from above, in two minutes</div></div>",
    ])
  func notices(markup: String) throws { #expect(try Self.between(markup) == []) }

  @Test("have words that are drawn large a second time once, and others as a quotation")
  func pullQuotes() throws {
    let repeated = "<blockquote>two of its four piers were weak</blockquote>"
    #expect(try Self.between(repeated) == [])
    let own = "<div class='pullquote'>Nobody asked those who cross it every day.</div>"
    #expect(try Self.between(own) == ["Nobody asked those who cross it every day."])
    let document = try Pages.document(Self.page(own))
    #expect(document.kind(of: 1) == .quotation)
  }

  @Test("have embedded posts as the words of those who wrote them")
  func posts() throws {
    let post = """
      <blockquote class="twitter-tweet"><p>The bridge is open again, come and see it.</p>
      &mdash; Rumana Haque (@rumana) <a href="https://posts.example/1">November 28, 2026</a></blockquote>
      """
    let article = ArticleAnalyzer().article(try Pages.document(Self.page(post)))
    let number = try #require(
      article.quotations.indices.first {
        article.document.text[article.quotations[$0].content].hasPrefix("The bridge is open again")
      })
    let speaker = try #require(article.attributions[number].speaker)
    #expect(speaker.name == "Rumana Haque")
  }

  @Test("have the turns of interviews as quotes of those whose labels stand before them")
  func turns() throws {
    let turns = """
      <p><strong>Town Paper:</strong> Is the bridge safe now?</p><p><strong>Rumana Haque:</strong> It is safe for all of us.</p>
      <p><strong>Town Paper:</strong> And in the rain?</p><p><strong>Rumana Haque:</strong> In the rain as well, I think.</p>
      """
    let article = ArticleAnalyzer().article(try Pages.document(Self.page(turns)))
    let said = article.quotations.map { article.document.text[$0.content] }
    #expect(said.contains { $0.hasPrefix("It is safe for all of us") })
    #expect(said.contains { $0.hasPrefix("In the rain as well") })
  }

  @Test("keep captions apart: for reading, with where the picture is, and not for analysis")
  func captions() throws {
    let figure = """
      <figure><img src="https://town.example/bridge.jpg"><figcaption>The bridge in May. Photo: Rumana Haque</figcaption></figure>
      """
    #expect(try Self.between(figure) == [])
    #expect(try Self.between(figure, .reading) == ["The bridge in May. Photo: Rumana Haque"])
    let document = try Pages.document(Self.page(figure), form: .reading)
    let caption = try #require(
      document.paragraphs.indices.first { document.kind(of: $0) == .caption })
    let mark = try #require(document.marks.first)
    #expect(mark.kind == .link("https://town.example/bridge.jpg"))
    #expect(mark.span == document.paragraphs[caption])
  }

  @Test(
    "tell who made a picture apart from its caption, and name them among those who made the article",
    arguments: [
      "The bridge in May.<span class='credit'>Rumana Haque/Delta News</span>",
      "<div>The bridge in May.</div><div class='photo-credit'>(Rumana Haque/Delta News)</div>",
      "The bridge in May. | <span itemprop='copyrightHolder'>Rumana Haque/Delta News</span>",
    ])
  func credits(caption: String) throws {
    let figure = "<figure><img src='/bridge.jpg'><figcaption>\(caption)</figcaption></figure>"
    #expect(try Self.between(figure) == [])
    #expect(
      try Self.between(figure, .reading) == ["The bridge in May.", "Rumana Haque/Delta News"])
    let document = try Pages.document(Self.page(figure), form: .reading)
    let credit = try #require(
      document.paragraphs.indices.first { document.kind(of: $0) == .credit })
    #expect(document.kind(of: credit - 1) == .caption)
    let article = ArticleAnalyzer().article(document)
    let source = try #require(article.sources.first { $0.name.hasPrefix("Rumana Haque") })
    #expect(source.roles == [.photo])
  }

  @Test("leave out lists of other articles that have words above each headline, in both languages")
  func teasers() throws {
    for (words, headline, lead) in [
      ("Editorial", "The ferry that nobody wanted to run", "It was to save an hour, not two."),
      ("সম্পাদকীয়", "যে ফেরি কেউ চালাতে চায়নি", "বাঁচানোর কথা ছিল এক ঘণ্টা।"),
    ] {
      let heading = "<h4><strong>\(words)</strong> <a href='/2'>\(headline)</a></h4>"
      let teaser = "<div class='item'>\(heading)<p>\(lead)</p></div>"
      let list = "<div class=x><div>\(String(repeating: teaser, count: 4))</div></div>"
      #expect(try Self.between(list) == [])
    }
  }

  @Test("end above the footer of the page, whatever stands below it")
  func footers() throws {
    let links = (1...6).map { "<li><a href='/\($0)'>Part \($0)</a></li>" }.joined()
    let below = """
      <div class=x><h2>Make us the first page</h2><p>In the field of the settings, type its name.</p></div>
      """
    let text = try Pages.text(
      String(decoding: Self.page(""), as: UTF8.self).replacing(
        "</body>", with: "<div><footer><ul>\(links)</ul></footer></div>\(below)</body>"))
    #expect(text.hasSuffix("must be mended."))
  }

  @Test("keep where words are set off, and tell a time of a report that goes on from a sentence")
  func emphasis() throws {
    let markup =
      "<div>১২:৪৫</div><p>It is <b>not</b> <em>safe</em>, he said, <i>and never</i> was.</p>"
    let document = try Pages.document(Self.page(markup))
    let words = document.marks.filter { $0.kind == .emphasis }.map { document.text[$0.span] }
    #expect(words == ["not safe", "and never"])
    #expect(try Self.between(markup).first == "১২:৪৫")
    #expect(document.kind(of: 1) == .note)
  }

  @Test(
    "have a lead that stands above the text: a long one as its first paragraph, a short one for reading"
  )
  func leads() throws {
    let years = (1931...1950).map {
      "<p>In the year of \($0) more people than ever crossed it, says the book of the town, by day and by night.</p>"
    }.joined()
    func page(_ lead: String) -> String {
      """
      <html><body><article><h1>The bridge is open</h1><div class="article__lead">\(lead)</div>
      <div class="byline">Rumana Haque</div><div class="article-body">
      <p>The mayor said on Sunday that the bridge was open, and that it would stay open in the rain.</p>
      <p>Engineers had told the council in May that two of its four piers were weak and must be mended.</p>
      \(years)</div>
      """
    }
    let short = "After two years of repairs people of the town cross the river again."
    let long =
      short
      + " The two piers that were weak have been made anew, of steel and of stone, for ninety million taka."
    #expect(try Pages.text(page(long)).hasPrefix(long))
    #expect(try Pages.text(page(short)).hasPrefix("The mayor said"))
    #expect(try Pages.text(page(short), form: .reading).contains(short))
  }

  @Test("lose formulas and lines on rights in no text of theirs")
  func rest() throws {
    #expect(
      try Self.between(
        "<p>So <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math> holds here.</p>"
      )
        == ["So x=2 holds here."])
    let page =
      Self.page("<p>A third sentence of it stands here, so that there is one.</p>") + Array("".utf8)
    let text = String(decoding: page, as: UTF8.self)
      .replacing(
        "mended.</p>", with: "mended.</p><p>© 2026 The Town Paper. All rights are kept by it.</p>")
    #expect(try Pages.text(text).hasSuffix("must be mended."))
  }
}

extension String {
  fileprivate func components(by mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: true).map(String.init)
  }
}
