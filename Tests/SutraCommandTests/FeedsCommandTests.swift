import Foundation
import LoopbackServer
import SutraLibrary
import Synchronization
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
    let rows = try run(["items", "--format", "text", "--language", "bn"], home)
    #expect(rows.lines.filter { $0.hasPrefix("২৮ নভেম্বর ২০২৬\tনদীর খবর\tখবর ") }.count == 3)
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
    #expect(try run(["import", "--local", file], home).text.hasPrefix("6 feeds are new"))
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
    // Each time a feed is asked it has ten new articles, and has dropped the ten oldest.
    let asked = Mutex<[String: Int]>([:])
    let server = LoopbackServer { request in
      let time = asked.withLock { times in
        times[request.path, default: -1] += 1
        return times[request.path] ?? 0
      }
      return LoopbackServer.answer(
        "200 OK", body: Self.feed("খবর", items: 100, from: 10 * time))
    }
    defer { server.stop() }
    let list = (0..<20).map { "<outline xmlUrl=\"\(server.url("/\($0)"))\"/>" }.joined()
    let file = try home.write("<opml>\(list)", to: "list.opml")
    _ = try run(["import", "--local", file], home)
    let path = home.path(of: "data/sutra/library.db")
    var read: Set<Int> = []
    let rounds = Program.number("SUTRA_KILLS") ?? 40
    for round in 0..<rounds {
      let child = try ChildProcess(
        Program.path, ["feeds", "refresh"], environment: environment(home),
        descriptors: [
          .open("/dev/null", O_RDONLY), .open("/dev/null", O_WRONLY), .open("/dev/null", O_WRONLY),
        ])
      usleep(UInt32(5_000 + round % 40 * 4_000))
      child.send(SIGKILL)
      while child.poll() == nil { usleep(500) }
      let library = try Library(path: path)
      var (ids, isRead): ([Int], Set<Int>) = ([], [])
      var keys: Set<String> = []
      try library.eachArticle(since: 0) { keys.insert("\($0.feed) \($0.title)") }
      try library.eachRow { numbers, _ in
        ids.append(Int(numbers[0]))
        if numbers[3] != 0 { isRead.insert(Int(numbers[0])) }
      }
      try #require(isRead == read, "read ones have turned unread")
      try #require(keys.count == ids.count, "an article is there twice")
      for feed in try library.feeds() {
        // What one answer brings is there whole or not at all.
        try #require(
          feed.articles == 0 || feed.articles >= 100 && feed.articles % 10 == 0,
          "\(feed.articles) articles")
      }
      let some = ids.filter { $0 % 7 == round % 7 }
      try library.mark(some, isRead: true)
      read.formUnion(some)
    }
    let last = try run(["refresh"], home)
    #expect(last.ending == .exit(0))
    let library = try Library(path: path)
    #expect(try library.feeds().allSatisfy { $0.articles >= 100 })
    try library.check()
  }

  @Test("a list reaches nothing on this machine that the user has not typed")
  func hostileList() throws {
    let home = try TemporaryFolder()
    let feed = Self.feed("খবর")
    let server = LoopbackServer { _ in LoopbackServer.answer("200 OK", body: feed) }
    defer { server.stop() }
    let addresses = [
      server.url("/admin"), server.url("/", host: "localhost"), "http://[::1]:\(server.port)/",
      "http://0x7f000001:\(server.port)/", "file:///etc/passwd", "gopher://127.0.0.1/",
      "/etc/passwd",
      "javascript:alert(1)", "http://user:word@127.0.0.1:\(server.port)/",
    ]
    let outlines = addresses.map { "<outline text='x' xmlUrl='\($0)'/>" }.joined()
    let file = try home.write("<opml><body>\(outlines)", to: "list.opml")
    let imported = try run(["import", file], home)
    #expect(imported.text == "4 feeds are new, 0 were followed already\n")
    #expect(imported.complaint.contains("5 of 9 addresses are not of the web"))
    let refreshed = try run(["refresh"], home)
    #expect(refreshed.text == "4 feeds: 0 read, 4 failed; 0 new articles\n")
    #expect(refreshed.complaint.contains("this machine's own network"))
    #expect(refreshed.complaint.contains("sutra feeds add"))
    #expect(server.requests.isEmpty)
    // Typed by the user it is read, and so is a list of which the user says so.
    _ = try run(["add", server.url("/admin")], home)
    #expect(try run(["refresh", server.url("/admin")], home).ending == .exit(0))
    #expect(server.requests.map(\.path) == ["/admin"])
    let other = try TemporaryFolder()
    _ = try run(["import", "--local", file], other)
    #expect(try run(["refresh", server.url("/admin")], other).ending == .exit(0))
  }

  @Test("a feed leads to nothing on this machine: moved there, by its page, by its articles")
  func hostileFeed() throws {
    let home = try TemporaryFolder()
    let secret = LoopbackServer { _ in LoopbackServer.answer("200 OK", body: Array("x".utf8)) }
    defer { secret.stop() }
    let links = [secret.url("/a"), "file:///etc/passwd", "ftp://127.0.0.1/", "data:text/html,x"]
    let items = links.map { "<item><title>\($0)</title><link>\($0)</link></item>" }.joined()
    let body = Array("<rss><channel><title>Post</title>\(items)</channel></rss>".utf8)
    let page = Array(
      "<html><link rel=alternate type=application/rss+xml href='file:///etc/passwd'>".utf8)
    let server = LoopbackServer { request in
      switch request.path {
      case "/moved":
        LoopbackServer.answer("301 Moved", ["Location: \(secret.url("/b", host: "localhost"))"])
      case "/page": LoopbackServer.answer("200 OK", ["Content-Type: text/html"], body: page)
      default: LoopbackServer.answer("200 OK", body: body)
      }
    }
    defer { server.stop() }
    let added = try run(
      ["add", server.url("/rss"), server.url("/moved"), server.url("/page")], home)
    #expect(added.complaint.contains("/moved: localhost belongs to this machine's own network"))
    #expect(added.complaint.contains("/page: this is a page that names no feed"))
    let analysis = try run(["analyze", "--fetch"], home)
    #expect(analysis.complaint.contains("belongs to this machine's own network"))
    #expect(!analysis.text.contains("root:"))
    #expect(secret.requests.isEmpty)
  }

  @Test("two hundred servers, and the list takes keys while some have not answered yet")
  func many() throws {
    let home = try TemporaryFolder()
    let body = Self.feed("খবর", items: 2)
    let mayAnswer = Mutex(false)
    let server = LoopbackServer { request in
      let number = Int(request.path.drop { !$0.isNumber }) ?? 0
      switch number % 10 {
      case 0 where request["if-none-match"] != nil: return LoopbackServer.answer("304 Not Modified")
      case 0: return LoopbackServer.answer("200 OK", ["ETag: \"e\""], body: body)
      case 1: return LoopbackServer.answer("301 Moved", ["Location: /\(number - 1)"])
      case 2: return LoopbackServer.answer("410 Gone")
      case 3: return LoopbackServer.answer("503 Service Unavailable")
      case 4: return LoopbackServer.answer("429 Too Many Requests", ["Retry-After: 60"])
      case 5: return LoopbackServer.answer("200 OK", ["Content-Length: 999999"], body: body)
      case 6: return LoopbackServer.answer("200 OK", body: Array("no feed".utf8))
      case 7 where number == 7:
        // The slow one answers when the test has seen that keys are taken.
        let deadline = Deadline()
        while !mayAnswer.withLock({ $0 }), !deadline.hasPassed { usleep(10_000) }
      default: break
      }
      return LoopbackServer.answer("200 OK", body: body)
    }
    defer { server.stop() }
    let list = (0..<200).map { "<outline xmlUrl=\"\(server.url("/\($0)"))\"/>" }.joined()
    let file = try home.write("<opml>\(list)", to: "list.opml")
    _ = try run(["import", "--local", file], home)
    _ = try run(["refresh", server.url("/0")], home)
    let terminal = try PseudoTerminal(
      ["feeds"], columns: 100, rows: 24, variables: ["XDG_DATA_HOME": home.path(of: "data")],
      home: home)
    #expect(terminal.waits(for: "2 of 2 articles unread"))
    terminal.type("R")
    #expect(terminal.waits(for: "reading feeds: 199 of 200"))
    terminal.type("?")
    #expect(terminal.waits(for: "The list of articles"))
    terminal.type("\u{1B}")
    #expect(terminal.waits(for: "reading feeds: 199 of 200, 100 failed"))
    mayAnswer.withLock { $0 = true }
    #expect(terminal.waits(for: "200 feeds: "))
    // Moved ones are where others are already: they stay, and have the same articles.
    #expect(terminal.waits(for: "99 read, 1 unchanged, 100 failed"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("what a feed gives in part is read from its page, on the feed's own server or on the web")
  func pages() throws {
    let home = try TemporaryFolder()
    let secret = LoopbackServer { _ in LoopbackServer.answer("200 OK", body: Array("x".utf8)) }
    defer { secret.stop() }
    let words =
      "“We waited a whole week for the fog to lift over the river,” said Ann Reed, the mayor."
    @Sendable func page(_ head: String, _ words: String) -> [UInt8] {
      let body = "<article><h1>Ferry</h1><p>\(words)</p><p>\(words)</p></article>"
      return Array("<html><head>\(head)</head><body>\(body)".utf8)
    }
    let text = """
      <rss><channel><title>Post</title><item><title>Ferry</title><link>/ferry</link>
      <description>short</description></item><item><title>Secret</title>
      <link>\(secret.url("/admin"))</link><description>shorter</description></item></channel></rss>
      """
    let server = LoopbackServer { request in
      switch request.path {
      case "/ferry":
        LoopbackServer.answer(
          "200 OK", ["Content-Type: text/html"],
          body: page("<link rel=next href='/ferry?page=2'>", words))
      case "/ferry?page=2":
        LoopbackServer.answer(
          "200 OK", ["Content-Type: text/html"], body: page("", "The second ferry left at noon."))
      default: LoopbackServer.answer("200 OK", body: Array(text.utf8))
      }
    }
    defer { server.stop() }
    _ = try run(["add", server.url()], home)
    // Nobody has asked for pages yet.
    #expect(server.requests.map(\.path) == ["/"])
    let analysis = try run(["analyze", "--fetch"], home)
    #expect(analysis.lines.count == 2)
    #expect(analysis.text.contains("\"name\":\"Ann Reed\""))
    #expect(analysis.text.contains("\"text\":\"shorter\""))
    #expect(analysis.text.contains("The second ferry left at noon."))
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
