import Glibc
import LoopbackServer
import SutraFetch
import Testing

@Suite("Fetching by TLS")
struct SecureFetchTests {
  /// A server of OpenSSL's with a certificate of its own, in a folder of its own.
  private struct Server {
    let folder: String
    let port: Int
    let process: pid_t
    private let input: UnsafeMutablePointer<FILE>

    init?(name: String, days: Int = 2) {
      var template = Array("/tmp/sutra-tls-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { return nil }
      folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let made = Shell.output(
        "cd \(folder) && echo '<p>safe</p>' > page.html && openssl req -x509 -newkey rsa:2048 "
          + "-nodes -keyout key.pem -out cert.pem -days \(days) -subj /CN=\(name) "
          + "-addext subjectAltName=IP:\(name) 2>/dev/null")
      guard made != nil else { return nil }
      let command =
        "cd \(folder) && echo $$ > pid && exec openssl s_server -accept 127.0.0.1:0 -key key.pem "
        + "-cert cert.pem -WWW -alpn http/1.1 > log 2>&1"
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
