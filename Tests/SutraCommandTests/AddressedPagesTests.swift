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
    <p>The mayor said, “The bridge is open, and it will stay open in the rain.”</p></body></html>
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
    #expect(again.complaint.contains("is there already; name another file."))
    #expect(try Program.run(["--save", path, path]).ending == .exit(ExitStatus.usage))
  }
}
