import SutraFeeds
import Testing

@Suite("Reading feeds")
struct FeedReaderTests {
  private func feed(_ text: String, base: String? = "http://khobor.example/rss/") throws -> Feed {
    try FeedReader.feed(Array(text.utf8), base: base)
  }

  @Test("reads an RSS feed with what news sites put into it")
  func rss() throws {
    let feed = try feed(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel><title>নদীর খবর</title><link>https://khobor.example/</link>
      <atom:link href="https://khobor.example/feed" rel="self" type="application/rss+xml"/>
      <language>bn</language><image><title>Logo</title><link>https://img.example/</link></image>
      <item><title><![CDATA[সেতু খুলছে &amp; <b>টোল</b> কমছে]]></title><link>/s/1?a=1&amp;b=2</link>
      <guid isPermaLink="false">k-1</guid><dc:creator>রাশেদা বেগম</dc:creator>
      <pubDate>Sat, 28 Nov 2026 09:30:00 +0600</pubDate>
      <description>সংক্ষেপ</description>
      <content:encoded><![CDATA[<p>মন্ত্রী বলেন, “টোল কমবে।”</p><script>alert(1)</script>
      <ul><li>এক</li><li>দুই</li></ul>]]></content:encoded></item>
      <item><title>দ্বিতীয়</title><guid>https://khobor.example/s/2</guid></item>
      </channel></rss>
      """)
    #expect(feed.title == "নদীর খবর")
    #expect(feed.link == "https://khobor.example/")
    #expect(feed.language == "bn")
    #expect(feed.items.count == 2)
    let first = feed.items[0]
    #expect(first.title == "সেতু খুলছে & টোল কমছে")
    #expect(first.link == "http://khobor.example/s/1?a=1&b=2")
    #expect(first.id == "k-1")
    #expect(first.author == "রাশেদা বেগম")
    #expect(first.published.map(FeedDate.text) == "2026-11-28T03:30:00Z")
    #expect(first.text == "মন্ত্রী বলেন, “টোল কমবে।”\n\nএক\nদুই")
    #expect(first.isWhole)
    #expect(feed.items[1].link == "https://khobor.example/s/2")
    #expect(feed.items[1].text == nil)
  }

  @Test("reads Atom of both kinds, RDF, CDF and JSON Feed")
  func kinds() throws {
    let atom = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://a.example/b/">
      <title type="html">Ferry &amp;lt;news&amp;gt;</title><link href="./"/>
      <entry><id>tag:a.example,2026:1</id><title>One</title><link rel="enclosure" href="x.mp3"/>
      <link href="one"/><author><name>Ann Reed</name><email>a@a.example</email></author>
      <source><title>Elsewhere</title></source><updated>2026-11-28T10:00:00+06:00</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>She said &lt;no&gt;.</p>
      </div></content></entry></feed>
      """)
    #expect(atom.title == "Ferry <news>")
    #expect(atom.link == "https://a.example/b/")
    #expect(atom.language == "en")
    #expect(atom.items.first?.title == "One")
    #expect(atom.items.first?.link == "https://a.example/b/one")
    #expect(atom.items.first?.author == "Ann Reed")
    #expect(atom.items.first?.text == "She said <no>.")
    #expect(atom.items.first?.updated.map(FeedDate.text) == "2026-11-28T04:00:00Z")
    let old = try feed(
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
      <title mode="base64">4KaV4KeL4Kao4KeLIOCmluCmrOCmsA==</title><issued>2004-02-03</issued>
      </entry></feed>
      """)
    #expect(old.items.first?.title == "কোনো খবর")
    #expect(old.items.first?.published == 1_075_766_400)
    let rdf = try feed(
      """
      <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel r:about="x"><title>C</title></channel><item r:about="http://e.example/1">
      <title>R</title><dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-01-02T03:04Z</dc:date>
      </item></r:RDF>
      """)
    #expect(rdf.items.first?.id == "http://e.example/1")
    #expect(rdf.items.first?.updated.map(FeedDate.text) == "2026-01-02T03:04:00Z")
    let json = try feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "জে", "home_page_url": "https://j.example/",
      "items": [{"id": 7, "url": "/seven", "title": "\\u09b8\\u09be\\u09a4", "content_html":
      "<p>a<br>b", "authors": [{"name": "N"}], "date_published": "2026-11-28T00:00:00Z"}]}
      """)
    #expect(json.title == "জে")
    #expect(json.items.first?.id == "7")
    #expect(json.items.first?.link == "https://j.example/seven")
    #expect(json.items.first?.title == "সাত")
    #expect(json.items.first?.text == "a\nb")
  }

  @Test(
    "reads what is broken as far as it goes",
    arguments: [
      (
        "<rss><channel><item><title>এক &nbsp;&hellip; & দুই &unknown;</title>",
        "এক \u{A0}… & দুই &unknown;"
      ),
      ("<rss><channel><item><title><![CDATA[এক</title><link>x</link></item>", "এক"),
      (
        "<rss><channel><item><title><![CDATA[এক</title></item><item><title><![CDATA[দুই]]></title>",
        "এক"
      ),
      ("<rss><channel><item><title>এক <b>দুই</title></item></channel></rss>", "এক দুই"),
      ("<rss><channel><item><title>এক</p></title></item></channel></rss>", "এক"),
      ("<rss><channel><item><title>এক</item><item><title>দুই</title></item>", "এক"),
      ("<rss><channel><item><title>5 < 6 &lt; 7</title></item></channel></rss>", "5 < 6 < 7"),
      ("<RSS><Channel><Item><Title>Big</TITLE></Item></Channel></RSS>", "Big"),
      ("<rss><channel><item><title a='1' a=\"2\" =\"3\" b>এক</title></item>", "এক"),
      ("\u{FEFF}  <rss><channel><item><title>এক</title>", "এক"),
      (
        "<!DOCTYPE rss [<!ENTITY x \"দশ\"><!ENTITY y \"&x;&x;\">]><rss><channel><item><title>&x;</title>",
        "দশ"
      ),
      ("<rss><!-- <item><title>no</title></item> --><channel><item><title>এক</title>", "এক"),
    ])
  func broken(text: String, title: String) throws {
    #expect(try feed(text).items.first?.title == title)
  }

  @Test("an item without title, date or link is still one, and told apart by what it says")
  func bare() throws {
    let feed = try feed(
      "<rss><channel><item><description>একটি খবর</description></item><item/></channel></rss>")
    #expect(feed.items.count == 2)
    #expect(feed.items[0].key != feed.items[1].key)
    #expect(feed.items[0].published == nil)
  }

  @Test(
    "links lead to the web alone",
    arguments: [
      "file:///etc/passwd", "javascript:alert(1)", "ftp://e.example/", "data:text/html,x",
      "http://", "  ", "mailto:a@b.example",
    ])
  func links(link: String) throws {
    let feed = try feed("<rss><channel><item><link>\(link)</link></item></channel></rss>")
    #expect(feed.items.first?.link == nil)
  }

  @Test("bytes are read in the charset they are in, whatever they say")
  func charsets() throws {
    let title = "<rss><channel><item><title>%</title></item></channel></rss>"
    func read(_ head: String, _ bytes: [UInt8]) throws -> String? {
      let parts = title.split(separator: "%").map { Array($0.utf8) }
      return try FeedReader.feed(Array(head.utf8) + parts[0] + bytes + parts[1]).items.first?.title
    }
    let latin = "<?xml version='1.0' encoding='ISO-8859-1'?>"
    #expect(try read(latin, Array("খবর".utf8)) == "খবর")
    #expect(try read(latin, [0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x78, 0x94]) == "café “x”")
    #expect(try read("<?xml version='1.0' encoding='utf-8'?>", [0x63, 0xE9]) == "cé")
    #expect(try read("<?xml version='1.0' encoding='koi8-r'?>", [0xEE, 0xC5, 0xD4]) == "Нет")
    #expect(try read("<?xml version='1.0' encoding='nonsense'?>", Array("খ".utf8)) == "খ")
    // One bad byte costs one letter, not the text.
    #expect(try read("", Array("বাংলা ".utf8) + [0xFF] + Array(" খবর".utf8)) == "বাংলা ÿ খবর")
    let wide = "<rss><channel><item><title>ঢাকা</title></item></channel></rss>".utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(try FeedReader.feed([0xFF, 0xFE] + wide).items.first?.title == "ঢাকা")
    // Written twice: each byte of UTF-8 as a letter.
    #expect(try read("", Array("à¦\u{96}à¦¬à¦°".utf8)) == "খবর")
  }

  @Test("a page is asked for its feeds, and what is no feed is told")
  func pages() {
    let page = """
      <!doctype html><html><head><link rel="stylesheet" href="a.css">
      <link rel="alternate" type="application/rss+xml" href="/feed.xml" title="খবর">
      <link rel='alternate' hreflang="en" href='/en'>
      <link type="application/atom+xml" rel="alternate home" href="https://o.example/atom"></head>
      """
    #expect(
      throws: FeedError.page(feeds: ["http://khobor.example/feed.xml", "https://o.example/atom"])
    ) { try feed(page) }
    #expect(throws: FeedError.empty) { try feed("  \n") }
    #expect(throws: FeedError.unknown) { try feed("just words") }
    #expect(throws: FeedError.unknown) { try feed("{\"a\": 1}") }
    #expect(throws: FeedError.unknown) { try feed("<svg><title>x</title></svg>") }
  }

  @Test("what is beyond the limits is left out, and told")
  func limits() throws {
    var limits = FeedLimits()
    limits.items = 3
    let item = "<item><description>এক দুই</description></item>"
    let text = "<rss><channel>" + String(repeating: item, count: 5)
    let few = try FeedReader.feed(Array(text.utf8), limits: limits)
    #expect(few.items.count == 3)
    #expect(few.isCut)
    limits = FeedLimits()
    limits.allTextBytes = 20
    let short = try FeedReader.feed(Array(text.utf8), limits: limits)
    #expect(short.items.count == 5)
    #expect(short.items.compactMap(\.text).count == 1)
    #expect(short.isCut)
    limits = FeedLimits()
    limits.textBytes = 4
    #expect(try FeedReader.feed(Array(text.utf8), limits: limits).isCut)
    #expect(try FeedReader.feed(Array(text.utf8)).isCut == false)
  }

  @Test("hostile feeds cost little and end")
  func hostile() throws {
    let deep = "<rss><channel><item>" + String(repeating: "<a>", count: 20_000)
    #expect(try feed(deep).items.count == 1)
    let open = "<rss><channel><item>" + String(repeating: "<title><![CDATA[x", count: 5_000)
    #expect(try feed(open).items.count == 1)
    let entities = (1..<40).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined()
    let bomb = try feed("<!DOCTYPE r [\(entities)]><rss><channel><item><title>&e39;</title>")
    #expect((bomb.items.first?.title?.utf8.count ?? 0) < 100)
    let outside = try feed(
      "<!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&f;</title>"
    )
    #expect(outside.items.first?.title == "&f;")
  }

  @Test("any bytes give an answer, the same each time")
  func damaged() throws {
    let whole = Array(
      """
      <rss><channel><title>খবর</title><item><title><![CDATA[এক]]></title><link a="b">/x</link>
      <pubDate>Sat, 28 Nov 2026 09:30:00 +0600</pubDate></item></channel></rss>
      """.utf8)
    var seed: UInt64 = 7
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<4 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(seed >> 33) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 24)
      }
      let one = Result { try FeedReader.feed(bytes) }
      let other = Result { try FeedReader.feed(bytes) }
      #expect((try? one.get()) == (try? other.get()))
      for item in (try? one.get())?.items ?? [] {
        #expect(item.link.map { $0.hasPrefix("http") } ?? true)
      }
    }
  }
}
