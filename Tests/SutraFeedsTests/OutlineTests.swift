import SutraFeeds
import Testing

@Suite("Lists of feeds")
struct OutlineTests {
  private let tree: [Outline] = [
    .folder(
      title: "বাংলা",
      [
        .feed(
          title: "নদী & সেতু", address: "https://n.example/rss?a=1&b=2", page: "https://n.example/"),
        .folder(title: "খেলা", [.feed(title: "মাঠ", address: "https://m.example/", page: nil)]),
      ]),
    .feed(title: "The \"Post\" <daily>", address: "http://p.example/feed", page: nil),
    .folder(title: "Empty", []),
  ]

  @Test("come back as they were written")
  func bothWays() {
    #expect(OPML.outlines(OPML.text(tree, title: "Sutra")) == tree)
  }

  @Test("hold no control characters, and so come back as they were read")
  func controls() throws {
    let list =
      "<opml><body><outline text=\"নদী\u{0} ও\u{1D}হাওর\" xmlUrl=\"https://a.example/\u{1D}x\"/>"
    let read = try #require(OPML.outlines(Array(list.utf8)))
    #expect(read == [.feed(title: "নদী ও হাওর", address: "https://a.example/x", page: nil)])
    #expect(OPML.outlines(OPML.text(read, title: "t")) == read)
  }

  @Test("keep what stands too deep in the deepest folder, and folders behind it where they are")
  func deep() throws {
    let opened = String(repeating: "<outline text=\"f\">", count: 40)
    let list =
      "<opml><body>\(opened)<outline text=\"leaf\"/>"
      + "<outline text=\"deep\" xmlUrl=\"https://a.example/1\"/>"
      + String(repeating: "</outline>", count: 10)
      + "<outline text=\"next\" xmlUrl=\"https://a.example/2\"/>"
    let read = try #require(OPML.outlines(Array(list.utf8)))
    #expect(Outline.entries(read).map(\.title) == ["deep", "next"])
    #expect(Outline.entries(read).map(\.folders.count) == [31, 30])
    #expect(OPML.outlines(OPML.text(read, title: "t")) == read)
  }

  @Test("are read as newsboat, miniflux and Feedly write them")
  func readers() {
    let newsboat = """
      <?xml version="1.0"?>
      <opml version="1.0"><head><title>newsboat - Exported Feeds</title></head><body>
      <outline type="rss" xmlUrl="https://n.example/rss" htmlUrl="https://n.example/" title="নদী"/>
      </body></opml>
      """
    #expect(
      OPML.outlines(Array(newsboat.utf8)) == [
        .feed(title: "নদী", address: "https://n.example/rss", page: "https://n.example/")
      ])
    let miniflux = """
      <opml version="2.0"><head><title>Miniflux</title></head><body>
      <outline text="বাংলা"><outline title="A" text="A" xmlUrl="https://a.example/" type="rss"></outline>
      </outline></body></opml>
      """
    #expect(
      OPML.outlines(Array(miniflux.utf8)) == [
        .folder(title: "বাংলা", [.feed(title: "A", address: "https://a.example/", page: nil)])
      ])
    let feedly = """
      <opml version="1.0"><head><title>feedly</title></head><body>
      <outline text="News" title="News"><outline type="rss" text="B" title="B"
      xmlUrl="https://b.example/" htmlUrl="https://b.example"/></outline></body></opml>
      """
    #expect(
      OPML.outlines(Array(feedly.utf8)) == [
        .folder(
          title: "News",
          [.feed(title: "B", address: "https://b.example/", page: "https://b.example")])
      ])
  }

  @Test("are read where head, body or ends are missing")
  func broken() {
    let bare = "<opml><outline text='A' xmlurl='http://a.example/?x=1&y=2'><outline text='F'>"
    #expect(
      OPML.outlines(Array((bare + "<outline xmlUrl=http://b.example/>").utf8)) == [
        .feed(title: "A", address: "http://a.example/?x=1&y=2", page: nil),
        .folder(title: "F", [.feed(title: "", address: "http://b.example/", page: nil)]),
      ])
    #expect(OPML.outlines(Array("<opml><head/></opml>".utf8)) == [])
    #expect(OPML.outlines(Array("<html>".utf8)) == nil)
    #expect(OPML.outlines([]) == nil)
  }

  @Test("are the tree that their entries make again")
  func entries() {
    let entries = Outline.entries(tree)
    #expect(entries.map(\.folders) == [["বাংলা"], ["বাংলা", "খেলা"], []])
    #expect(Outline.tree(entries) == Array(tree.dropLast()))
  }

  @Test("deep and long ones cost little and end")
  func hostile() {
    let deep = "<opml>" + String(repeating: "<outline text='x'>", count: 50_000)
    #expect(OPML.outlines(Array(deep.utf8))?.count == 1)
  }
}
