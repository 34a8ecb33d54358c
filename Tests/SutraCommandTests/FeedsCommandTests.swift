import Foundation
import LoopbackServer
import SutraLibrary
import Testing

@testable import SutraCommand

@Suite("sutra feeds")
struct FeedsCommandTests {
  /// A feed of so many items, the first of which has a number.
  static func feed(_ title: String, items: Int = 3, from first: Int = 0) -> [UInt8] {
    var text = "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
    text += "<channel><title>\(title)</title><link>https://khobor.example/</link>"
    for number in first..<first + items {
      text += """
        <item><title>খবর \(number)</title><guid isPermaLink="false">k\(number)</guid>
        <link>https://khobor.example/\(number)</link>
        <pubDate>Sat, 28 Nov 2026 09:30:\(10 + number % 50) +0600</pubDate>
        <content:encoded>&lt;p&gt;মেয়র নাজমা পারভীন বলেন, “সেতুটি খুলছে।”&lt;/p&gt;</content:encoded></item>
        """
    }
    return Array((text + "</channel></rss>").utf8)
  }

  private func environment(_ home: TemporaryFolder) -> [String: String] {
    var variables = Program.environment(home: home)
    variables["XDG_DATA_HOME"] = home.path(of: "data")
    return variables
  }

  private func run(
    _ words: [String], _ home: TemporaryFolder, input: Program.Input = .nothing
  ) throws -> Program.Outcome {
    try Program.run(["feeds"] + words, environment: environment(home), input: input)
  }

  @Test("follows a feed, or the one that a page names, and asks for nothing else")
  func add() throws {
    let home = try TemporaryFolder()
    let feed = Self.feed("নদীর খবর")
    let server = LoopbackServer { request in
      switch request.path {
      case "/rss": LoopbackServer.answer("200 OK", ["ETag: \"v1\""], body: feed)
      case "/":
        LoopbackServer.answer(
          "200 OK", ["Content-Type: text/html"],
          body: Array("<html><link rel=alternate type=application/rss+xml href=/rss>".utf8))
      case "/words": LoopbackServer.answer("200 OK", body: Array("just words".utf8))
      default: LoopbackServer.answer("404 Not Found")
      }
    }
    defer { server.stop() }
    let added = try run(["add", server.url("/")], home)
    #expect(added.text == "following \(server.url("/rss")), 3 articles\n")
    #expect(added.ending == .exit(0))
    #expect(server.requests.map(\.path) == ["/", "/rss"])
    let wrong = try run(["add", server.url("/words"), server.url("/none"), "nowhere"], home)
    #expect(wrong.ending == .exit(1))
    #expect(wrong.complaint.contains("this is no feed"))
    #expect(wrong.complaint.contains("no such page (status 404)"))
    #expect(wrong.complaint.contains("this is no address"))
    let list = try run(["list"], home)
    #expect(list.lines.count == 1)
    #expect(list.text.contains("3/3") && list.text.contains("নদীর খবর"))
    let items = try run(["items", "--since", "1h"], home)
    #expect(items.lines.count == 3)
    #expect(items.lines.first?.contains("\"title\":\"খবর 0\"") == true)
    let analysis = try run(["analyze"], home)
    #expect(analysis.lines.count == 3)
    #expect(analysis.text.contains("\"name\":\"নাজমা পারভীন\""))
    #expect(try run(["remove", "নদীর খবর"], home).ending == .exit(0))
    #expect(try run(["items"], home).text.isEmpty)
  }

  @Test("reads feeds anew: what is unchanged, moved, gone, busy or broken is told apart")
  func refresh() throws {
    let home = try TemporaryFolder()
    let feed = Self.feed("খবর")
    let server = LoopbackServer { request in
      switch request.path {
      case "/new": LoopbackServer.answer("301 Moved", ["Location: /moved"])
      case "/gone": LoopbackServer.answer("410 Gone")
      case "/busy": LoopbackServer.answer("429 Too Many Requests", ["Retry-After: 3600"])
      case "/cut": LoopbackServer.answer("200 OK", ["Content-Length: 999999"], body: feed)
      case "/page":
        LoopbackServer.answer("200 OK", ["Content-Type: text/html"], body: Array("<html>".utf8))
      case _ where request["if-none-match"] == "\"e\"": LoopbackServer.answer("304 Not Modified")
      default: LoopbackServer.answer("200 OK", ["ETag: \"e\""], body: feed)
      }
    }
    defer { server.stop() }
    let paths = ["/new", "/gone", "/busy", "/cut", "/page", "/same"]
    let list = paths.map { "<outline xmlUrl=\"\(server.url($0))\"/>" }.joined()
    let file = try home.write("<opml><body>\(list)</body></opml>", to: "list.opml")
    #expect(try run(["import", file], home).text.hasPrefix("6 feeds are new"))
    let first = try run(["refresh"], home)
    #expect(first.text == "6 feeds: 2 read, 4 failed; 6 new articles\n")
    #expect(first.ending == .exit(1))
    for words in [
      "/gone: the page has been taken away", "/busy: the server was asked too often",
      "/cut: the server told of 976 KiB", "/page: this is a page that names no feed",
    ] {
      #expect(first.complaint.contains(words), "\(words)")
    }
    // The gone one and the busy one are left alone, the others asked again.
    let second = try run(["refresh"], home)
    #expect(second.text == "6 feeds: 0 read, 2 unchanged, 2 left alone, 2 failed; 0 new articles\n")
    #expect(server.requests.filter { $0.path == "/busy" }.count == 1)
    #expect(server.requests.filter { $0.path == "/new" }.count == 1)
    #expect(server.requests.filter { $0.path == "/moved" }.count == 2)
  }

  @Test("lists go out as they came in")
  func lists() throws {
    let home = try TemporaryFolder()
    let text = """
      <opml version="2.0"><head><title>x</title></head><body><outline text="বাংলা">
      <outline text="নদী &amp; সেতু" xmlUrl="https://n.example/?a=1&amp;b" htmlUrl="https://n.example/"/>
      <outline text="খেলা"><outline text="মাঠ" xmlUrl="https://m.example/"/></outline></outline>
      <outline text="Post" xmlUrl="https://p.example/rss"/><outline text="F" xmlUrl="file:///etc"/></body></opml>
      """
    let file = try home.write(text, to: "list.opml")
    let imported = try run(["import", file], home)
    #expect(imported.text == "3 feeds are new, 0 were followed already\n")
    #expect(imported.complaint.contains("1 of 4 addresses are not of the web"))
    let out = try run(["export"], home)
    let other = try TemporaryFolder()
    #expect(try run(["import", "-"], other, input: .pipe(out.output)).ending == .exit(0))
    #expect(try run(["export"], other).output == out.output)
    #expect(out.text.contains("<outline text=\"খেলা\""))
    #expect(out.text.contains("xmlUrl=\"https://n.example/?a=1&amp;b\""))
  }

  @Test("parse writes one line a feed, and tells which files are none")
  func parse() throws {
    let home = try TemporaryFolder()
    let one = try home.write(Self.feed("এক", items: 1), to: "one.xml")
    let none = try home.write("words", to: "none.xml")
    let outcome = try run(["parse", "--format", "jsonl", one, none, one, home.path], home)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.first?.hasPrefix("{\"file\":\"\(one)\",\"title\":\"এক\"") == true)
    #expect(outcome.text.contains("\"published\":\"2026-11-28T03:30:10Z\""))
    #expect(outcome.ending == .exit(1))
    #expect(outcome.complaint.contains("none.xml' is no feed"))
    #expect(outcome.complaint.contains("is a directory"))
  }

  @Test(
    "what does not fit is told with the remedy",
    arguments: [
      (["bogus"], "feeds has no 'bogus'"), (["add"], "feeds add needs an address"),
      (["items", "--since", "soon"], "--since takes a date"),
      (["parse"], "feeds parse needs a file"),
      (["remove", "x"], "no feed 'x' is followed"),
    ])
  func mistakes(words: [String], sentence: String) throws {
    let home = try TemporaryFolder()
    let outcome = try run(words, home)
    #expect(outcome.complaint.contains(sentence))
    #expect(outcome.ending != .exit(0))
  }

  @Test("killed in a refresh, again and again, it loses nothing and has nothing twice")
  func killed() throws {
    let home = try TemporaryFolder()
    let feed = Self.feed("খবর", items: 300)
    let server = LoopbackServer { _ in LoopbackServer.answer("200 OK", body: feed) }
    defer { server.stop() }
    let list = (0..<20).map { "<outline xmlUrl=\"\(server.url("/\($0)"))\"/>" }.joined()
    let file = try home.write("<opml>\(list)", to: "list.opml")
    _ = try run(["import", file], home)
    let path = home.path(of: "data/sutra/library.db")
    var read: Set<Int> = []
    for round in 0..<40 {
      let child = try ChildProcess(
        Program.path, ["feeds", "refresh"], environment: environment(home),
        descriptors: [
          .open("/dev/null", O_RDONLY), .open("/dev/null", O_WRONLY), .open("/dev/null", O_WRONLY),
        ])
      usleep(UInt32(5_000 + round * 4_000))
      child.send(SIGKILL)
      while child.poll() == nil { usleep(500) }
      let library = try Library(path: path)
      var (ids, isRead): ([Int], Set<Int>) = ([], [])
      try library.eachRow { numbers, _ in
        ids.append(Int(numbers[0]))
        if numbers[3] != 0 { isRead.insert(Int(numbers[0])) }
      }
      try #require(isRead == read, "read ones have turned unread")
      for feed in try library.feeds() {
        try #require(feed.articles == 0 || feed.articles == 300, "\(feed.articles) articles")
      }
      let some = ids.filter { $0 % 7 == round % 7 }
      try library.mark(some, isRead: true)
      read.formUnion(some)
    }
    let last = try run(["refresh"], home)
    #expect(last.ending == .exit(0))
    let feeds = try Library(path: path).feeds()
    #expect(feeds.allSatisfy { $0.articles == 300 })
  }

  @Test("what a feed gives in part is read from its page, on the feed's own server or on the web")
  func pages() throws {
    let home = try TemporaryFolder()
    let secret = LoopbackServer { _ in LoopbackServer.answer("200 OK", body: Array("x".utf8)) }
    defer { secret.stop() }
    let words =
      "“We waited a whole week for the fog to lift over the river,” said Ann Reed, the mayor."
    let page = Array(
      "<html><body><article><h1>Ferry</h1><p>\(words)</p><p>\(words)</p></article>".utf8)
    let text = """
      <rss><channel><title>Post</title><item><title>Ferry</title><link>/ferry</link>
      <description>short</description></item><item><title>Secret</title>
      <link>\(secret.url("/admin"))</link><description>shorter</description></item></channel></rss>
      """
    let server = LoopbackServer { request in
      request.path == "/ferry"
        ? LoopbackServer.answer("200 OK", ["Content-Type: text/html"], body: page)
        : LoopbackServer.answer("200 OK", body: Array(text.utf8))
    }
    defer { server.stop() }
    _ = try run(["add", server.url()], home)
    // Nobody has asked for pages yet.
    #expect(server.requests.map(\.path) == ["/"])
    let analysis = try run(["analyze", "--fetch"], home)
    #expect(analysis.lines.count == 2)
    #expect(analysis.text.contains("\"name\":\"Ann Reed\""))
    #expect(analysis.text.contains("\"text\":\"shorter\""))
    #expect(analysis.complaint.contains("belongs to this machine's own network"))
    #expect(analysis.ending == .exit(1))
    #expect(secret.requests.isEmpty)
  }

  @Test("the list opens articles in the reader and comes back to where it was")
  func screen() throws {
    let home = try TemporaryFolder()
    let feed = Self.feed("নদীর খবর")
    let server = LoopbackServer { _ in LoopbackServer.answer("200 OK", body: feed) }
    defer { server.stop() }
    _ = try run(["add", server.url()], home)
    let terminal = try PseudoTerminal(
      ["feeds"], columns: 100, rows: 24, variables: ["XDG_DATA_HOME": home.path(of: "data")],
      home: home)
    #expect(terminal.waits(for: "3 of 3 articles unread"))
    #expect(terminal.waits(for: "খবর 2"))
    terminal.type("j\r")
    #expect(terminal.waits(for: "quote 1 of 1"))
    terminal.type("q")
    #expect(terminal.waits(for: "2 of 3 articles unread"))
    #expect(terminal.waits(for: "1/1"))
    terminal.type("R")
    #expect(terminal.waits(for: "1 feed: 1 read; 0 new articles"))
    terminal.type("?")
    #expect(terminal.waits(for: "The list of articles"))
    terminal.type("\u{1B}")
    #expect(terminal.waits(forNo: "The list of articles"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    let items = try run(["items"], home)
    #expect(items.lines.filter { $0.contains("\"read\":true") }.count == 1)
  }
}
