import LoopbackServer
import Testing

@testable import SutraCommand

@Suite("Addresses opened in the reader")
struct OpenedAddressTests {
  private static let page = Array(
    """
    <html lang="en"><head><title>The bridge is open</title></head><body><h1>The bridge is open</h1>
    <p>The mayor said, “The bridge is open, and it will stay open in the rain.”</p></body></html>
    """.utf8)

  /// The head of an answer of so many bytes.
  private static func head(_ length: Int) -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(length)\r\n\r\n".utf8)
  }

  private static func reader() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(["--sample"], columns: 130, rows: 20)
    #expect(terminal.waits(for: "quote 1 of 22"))
    return terminal
  }

  @Test("are read beside it, and shown as soon as they have come")
  func opened() throws {
    let server = LoopbackServer([
      "/bridge": [.pause(milliseconds: 300)]
        + LoopbackServer.answer("200 OK", ["Content-Type: text/html"], body: Self.page)
    ])
    defer { server.stop() }
    let terminal = try Self.reader()
    terminal.type(":open \(server.url("/bridge"))\r")
    #expect(terminal.waits(for: "opening "))
    #expect(terminal.waits(for: "The bridge is open"))
    #expect(terminal.waits(for: "quote 1 of 1"))
    #expect(server.requests.map(\.path) == ["/bridge"])
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("tell how much has come, and are given up by Ctrl-C while keys go on working")
  func progress() throws {
    let slow: [LoopbackServer.Step] = [
      .send(Self.head(100_000) + Self.page), .send([UInt8](repeating: 0x20, count: 40_000)),
      .awaitClient(seconds: 60),
    ]
    let server = LoopbackServer(["/bridge": slow])
    defer { server.stop() }
    let terminal = try Self.reader()
    terminal.type(":open \(server.url("/bridge"))\r")
    #expect(terminal.waits(for: "of 97 KiB have come; Ctrl-C gives up"))
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of 22"))
    terminal.type("\u{03}")
    #expect(terminal.waits(for: "given up."))
    terminal.type("]")
    #expect(terminal.waits(for: "quote 3 of 22"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test(
    "say in one sentence why they cannot be shown",
    arguments: [
      (LoopbackServer.answer("404 Not Found"), "no such page"),
      (LoopbackServer.answer("500 Oops"), "a fault of its own"),
      (LoopbackServer.answer("429 Slow", ["Retry-After: 5"]), "asked too often"),
      (
        LoopbackServer.answer("200 OK", ["Content-Type: image/png"], body: [1, 2, 3]),
        "no text to read"
      ),
      ([LoopbackServer.Step.send(head(9_000) + page)], "sent "),
      (
        LoopbackServer.answer("302 Found", ["Location: ftp://e.example/"]),
        "leads on to an address of ftp"
      ),
    ])
  func failures(answer: [LoopbackServer.Step], sentence: String) throws {
    let server = LoopbackServer(["/bridge": answer])
    defer { server.stop() }
    let terminal = try Self.reader()
    terminal.type(":open \(server.url("/bridge"))\r")
    #expect(terminal.waits(for: sentence))
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of 22"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("are the first article where one is named on the command line")
  func first() throws {
    let server = LoopbackServer([
      "/bridge": LoopbackServer.answer("200 OK", ["Content-Type: text/html"], body: Self.page)
    ])
    defer { server.stop() }
    let terminal = try PseudoTerminal([server.url("/bridge")], columns: 100, rows: 20)
    #expect(terminal.waits(for: "The bridge is open"))
    #expect(terminal.waits(for: "quote 1 of 1"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }
}
