import Foundation
import LoopbackServer
import Testing

@testable import SutraCommand

@Suite("Pages by their addresses")
struct AddressedPagesTests {
  private static let page = """
    <html lang="en"><head><title>The bridge | Town</title><link rel="amphtml" href="/amp">
    <link rel="next" href="/2"><link rel="stylesheet" href="/style.css"><script src="/a.js"></script></head>
    <body><h1>The bridge is open</h1><img src="/picture.jpg"><iframe src="/frame"></iframe>
    <p>The mayor said, “The bridge is open, and it will stay open in the rain.”</p>
    <p>It was built in 1931, and it is the only one that leads over the river and into the town. Boats took people
    across for two years, at ten taka a head, and not at all in a storm. Shops at the market, which sell vegetables of
    the villages on the other side, had lost a third of their trade.</p></body></html>
    """

  private static func server() -> LoopbackServer {
    LoopbackServer { request in
      request.path == "/bridge"
        ? LoopbackServer.answer(
          "200 OK", ["Content-Type: text/html"], body: Array(page.utf8))
        : LoopbackServer.answer("404 Not Found")
    }
  }

  @Test("are printed and analysed, and nothing but the page is asked for")
  func requests() throws {
    let server = Self.server()
    defer { server.stop() }
    let printed = try Program.run(["--print", server.url("/bridge")])
    #expect(printed.ending == .exit(0))
    #expect(printed.text.hasPrefix("The bridge is open\n"))
    #expect(printed.text.contains("The mayor said"))
    #expect(server.requests.map(\.path) == ["/bridge"])
    let analysis = try Program.run(["analyze", server.url("/bridge")])
    #expect(analysis.text.contains("\"url\":\"\(server.url("/bridge"))\""))
    #expect(analysis.text.contains("\"name\":\"The mayor\""))
    #expect(server.requests.count == 2)
    let none = try Program.run(["--print", server.url("/none")])
    #expect(none.ending == .exit(ExitStatus.input))
    #expect(none.complaint.contains("no such page (status 404)"))
  }

  @Test("are kept as they came, where that is asked for and no file is there")
  func saved() throws {
    let server = Self.server()
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let path = folder.path(of: "bridge.html")
    let words = ["--print", "--save", path, server.url("/bridge")]
    #expect(try Program.run(words).ending == .exit(0))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(Self.page.utf8))
    let again = try Program.run(words)
    #expect(again.ending == .exit(ExitStatus.inputOutput))
    #expect(again.complaint.contains("exists; name a file that does not."))
    #expect(try Program.run(["--save", path, path]).ending == .exit(ExitStatus.usage))
  }

  /// A page of an article about a bridge, with something in its head.
  private static func part(
    _ head: String, _ sentences: String, title: String = "The bridge is open"
  ) -> [LoopbackServer.Step] {
    let page = """
      <html lang="en"><head><title>\(title)</title>\(head)</head><body><h1>\(title)</h1><div class="story-body">
      \(sentences)</div></body></html>
      """
    return LoopbackServer.answer("200 OK", ["Content-Type: text/html"], body: Array(page.utf8))
  }

  private static let first =
    "<p>The mayor said, “The bridge is open, and it will stay open in the rain.”</p>"
  private static let second =
    "<p>Engineers had told the council in May that two of its four piers were weak.</p>"

  @Test("into which an article is parted are joined, each asked for once")
  func parts() throws {
    let server = LoopbackServer([
      "/bridge": Self.part("<link rel=next href='/bridge?page=2'>", Self.first),
      "/bridge?page=2": Self.part(
        "<link rel=next href='/bridge?page=3'>", Self.first + Self.second,
        title: "The bridge is open - page 2"),
      "/bridge?page=3": Self.part(
        "<link rel=next href='/bridge?page=4'>", "<p>Boats took people across for two years.</p>"),
    ])
    defer { server.stop() }
    let printed = try Program.run(["--print", "--width", "200", server.url("/bridge")])
    #expect(printed.ending == .exit(0))
    #expect(printed.text.ranges(of: "The mayor said").count == 1)
    #expect(printed.text.contains("Engineers had told the council"))
    #expect(printed.text.contains("Boats took people across"))
    #expect(
      server.requests.map(\.path) == [
        "/bridge", "/bridge?page=2", "/bridge?page=3", "/bridge?page=4",
      ])
    let analysis = try Program.run(["analyze", server.url("/bridge")])
    #expect(analysis.text.contains("Page 4 of the article is missing:"))
  }

  @Test(
    "of other articles are left alone, be they called the next",
    arguments: [
      "/harbour", "/bridge-to-the-harbour-2", "/2026/11/29/bridge",
      "http://localhost:1/bridge?page=2", "/bridge?page=3",
    ])
  func others(next: String) throws {
    let server = LoopbackServer(["/bridge": Self.part("<link rel=next href='\(next)'>", Self.first)]
    )
    defer { server.stop() }
    #expect(try Program.run(["--print", server.url("/bridge")]).ending == .exit(0))
    #expect(server.requests.map(\.path) == ["/bridge"])
  }

  @Test("with another headline are not joined")
  func stranger() throws {
    let server = LoopbackServer([
      "/story/1": Self.part("<link rel=next href='/story/2'>", Self.first),
      "/story/2": Self.part("", Self.second, title: "The harbour is closed"),
    ])
    defer { server.stop() }
    let printed = try Program.run(["--print", server.url("/story/1")])
    #expect(!printed.text.contains("Engineers had told"))
  }

  @Test("are read as one that is meant to be printed, where they are parted and name it")
  func print() throws {
    let head =
      "<link rel=next href='/bridge/2'><link rel=alternate media=print href='/bridge/print'>"
    let server = LoopbackServer([
      "/bridge": Self.part(head, Self.first),
      "/bridge/print": Self.part(
        "", Self.first + Self.second + Self.second.replacing("May", with: "June")),
    ])
    defer { server.stop() }
    let printed = try Program.run(["--print", "--width", "200", server.url("/bridge")])
    #expect(printed.text.contains("told the council in June"))
    #expect(server.requests.map(\.path) == ["/bridge", "/bridge/print"])
  }

  @Test("without a text are read by their markup for telephones, others are not")
  func amp() throws {
    let head = "<link rel=amphtml href='/amp/bridge'>"
    let long = (1...9).map {
      "<p>In year \($0) of its life more people than ever crossed the bridge, says the book.</p>"
    }
    let server = LoopbackServer([
      "/drawn": Self.part(head, "<p>Please wait.</p>"),
      "/amp/bridge": Self.part("", Self.first + Self.second),
      "/whole": Self.part(head, long.joined()),
    ])
    defer { server.stop() }
    #expect(try Program.run(["--print", server.url("/drawn")]).text.contains("Engineers had told"))
    #expect(server.requests.map(\.path) == ["/drawn", "/amp/bridge"])
    #expect(try Program.run(["--print", server.url("/whole")]).text.contains("In year 9"))
    #expect(server.requests.map(\.path) == ["/drawn", "/amp/bridge", "/whole"])
  }
}
