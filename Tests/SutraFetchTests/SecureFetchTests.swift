import Glibc
import LoopbackServer
import SutraFetch
import Testing

@Suite("Fetching by TLS")
struct SecureFetchTests {
  /// A server of OpenSSL's with a certificate of its own, in a folder of its own; one thread at a
  /// time uses it.
  private struct Server: @unchecked Sendable {
    let folder: String
    let port: Int
    let process: pid_t
    private let input: UnsafeMutablePointer<FILE>

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - name: The address that its certificate is for.
    ///   - options: How OpenSSL serves: by default the files of the folder.
    init?(name: String, options: String = "-WWW -alpn http/1.1") {
      var template = Array("/tmp/sutra-tls-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { return nil }
      folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let made = Shell.output(
        "cd \(folder) && echo '<p>safe</p>' > page.html && openssl req -x509 -newkey rsa:2048 "
          + "-nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=\(name) "
          + "-addext subjectAltName=IP:\(name) 2>/dev/null")
      guard made != nil else { return nil }
      let command =
        "cd \(folder) && echo $$ > pid && exec openssl s_server -accept 127.0.0.1:0 -key key.pem "
        + "-cert cert.pem \(options) > log 2>&1"
      guard let input = popen(command, "w") else { return nil }
      self.input = input
      var found: (port: Int, process: pid_t)?
      for _ in 0..<400 where found == nil {
        usleep(10_000)
        let log = Shell.output("cat \(folder)/log 2>/dev/null") ?? []
        let line = String(decoding: log, as: UTF8.self).split(separator: "\n").first {
          $0.hasPrefix("ACCEPT")
        }
        let pid = Shell.output("cat \(folder)/pid 2>/dev/null") ?? []
        let process = pid_t(String(decoding: pid, as: UTF8.self).filter(\.isNumber))
        if let port = line?.split(separator: ":").last.flatMap({ Int($0.filter(\.isNumber)) }),
          let process
        {
          found = (port, process)
        }
      }
      guard let found else {
        pclose(input)
        return nil
      }
      (port, process) = found
    }

    /// Waits until a client has sent some words, some seconds at most.
    func waits(for words: String) {
      for _ in 0..<1_000 {
        if Shell.output("grep -aq '\(words)' \(folder)/log") != nil { return }
        usleep(10_000)
      }
    }

    /// Sends bytes to the client.
    func send(_ bytes: [UInt8]) {
      fwrite(bytes, 1, bytes.count, input)
      fflush(input)
    }

    func stop() {
      // Threads of the tests block other signals, and their children inherit that.
      kill(process, SIGKILL)
      pclose(input)
      _ = Shell.output("rm -rf \(folder)")
    }
  }

  private static var hasOpenSSL: Bool { Shell.output("command -v openssl") != nil }

  @Test(
    "reads a page by TLS where the certificate is to be trusted",
    .enabled(if: hasOpenSSL, "the openssl command is absent"))
  func trusted() throws {
    let server = try #require(Server(name: "127.0.0.1"))
    defer { server.stop() }
    var limits = FetchLimits()
    limits.certificates = server.folder + "/cert.pem"
    let response = try Fetcher.get(
      FetchRequest("https://127.0.0.1:\(server.port)/page.html", isTyped: true), limits)
    #expect(String(decoding: response.body, as: UTF8.self) == "<p>safe</p>\n")
  }

  @Test(
    "reads nothing where the certificate is nobody's, or another's",
    .enabled(if: hasOpenSSL, "the openssl command is absent"))
  func untrusted() throws {
    let server = try #require(Server(name: "127.0.0.1"))
    defer { server.stop() }
    let address = "https://127.0.0.1:\(server.port)/page.html"
    let error = #expect(throws: FetchError.self) {
      try Fetcher.get(FetchRequest(address, isTyped: true))
    }
    guard case .certificate(let why) = error?.trouble else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(why.contains("self-signed"))
    #expect(error?.reason.contains("nothing was read") == true)
    let other = try #require(Server(name: "127.0.0.2"))
    defer { other.stop() }
    var limits = FetchLimits()
    limits.certificates = other.folder + "/cert.pem"
    let mistaken = #expect(throws: FetchError.self) {
      try Fetcher.get(
        FetchRequest("https://127.0.0.1:\(other.port)/page.html", isTyped: true), limits)
    }
    guard case .certificate = mistaken?.trouble else {
      Issue.record("\(String(describing: mistaken))")
      return
    }
  }

  @Test(
    "reads a page by HTTP/2 where the server speaks it",
    .enabled(if: hasOpenSSL, "the openssl command is absent"))
  func second() throws {
    let server = try #require(Server(name: "127.0.0.1", options: "-quiet -debug -alpn h2"))
    defer { server.stop() }
    /// A frame: its length, kind, flags and stream, and what is in it.
    func frame(_ kind: UInt8, _ flags: UInt8, _ stream: UInt8, _ content: [UInt8]) -> [UInt8] {
      [0, 0, UInt8(content.count), kind, flags, 0, 0, 0, stream] + content
    }
    // Settings, those of the client seen, the header `:status: 200` by its number, and the body.
    let answer =
      frame(4, 0, 0, []) + frame(4, 1, 0, []) + frame(1, 4, 1, [0x88])
      + frame(0, 1, 1, Array("<p>দুই</p>".utf8))
    LoopbackThread.start {
      server.waits(for: "PRI [*] HTTP/2.0")
      server.send(answer)
    }
    var limits = FetchLimits()
    limits.certificates = server.folder + "/cert.pem"
    let response = try Fetcher.get(
      FetchRequest("https://127.0.0.1:\(server.port)/", isTyped: true), limits)
    #expect(response.version == 20)
    #expect(String(decoding: response.body, as: UTF8.self) == "<p>দুই</p>")
  }

  @Test("offers HTTP/2, and tells a server that speaks no TLS")
  func plain() {
    let server = LoopbackServer { _ in LoopbackServer.answer("200 OK") }
    defer { server.stop() }
    let error = #expect(throws: FetchError.self) {
      try Fetcher.get(FetchRequest("https://127.0.0.1:\(server.port)/", isTyped: true))
    }
    #expect(server.requests.first?.lines.first?.contains("\u{2}h2\u{8}http/1.1") == true)
    guard case .tls = error?.trouble else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
