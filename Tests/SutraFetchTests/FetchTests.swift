import Glibc
import LoopbackServer
import SutraFetch
import Testing

@Suite("Fetching from a server")
struct FetchTests {
  private func page(_ text: String) -> [LoopbackServer.Step] {
    LoopbackServer.answer("200 OK", ["Content-Type: text/html"], body: Array(text.utf8))
  }

  private func outcome(
    _ server: LoopbackServer, _ path: String = "/", _ limits: FetchLimits = FetchLimits()
  ) -> Fetcher.Outcome {
    do throws(FetchError) {
      return .success(try Fetcher.get(FetchRequest(server.url(path), isTyped: true), limits))
    } catch {
      return .failure(error)
    }
  }

  private func trouble(
    _ steps: [LoopbackServer.Step], _ limits: FetchLimits = FetchLimits()
  ) -> (trouble: FetchError.Trouble?, reason: String) {
    let server = LoopbackServer { _ in steps }
    defer { server.stop() }
    guard case .failure(let error) = outcome(server, "/", limits) else { return (nil, "") }
    return (error.trouble, error.reason)
  }

  @Test("gives the page, its headers and nothing else, by one request")
  func page() throws {
    let text = "<p>নদীর পানি কমছে।</p>"
    let server = LoopbackServer { _ in
      LoopbackServer.answer(
        "200 OK", ["Content-Type: Text/HTML; charset=\"UTF-8\"", "ETag: \"a1\""],
        body: Array(text.utf8))
    }
    defer { server.stop() }
    let response = try Fetcher.get(
      FetchRequest(server.url("/খবর/এক?ক=খ#টীকা"), isTyped: true))
    #expect(String(decoding: response.body, as: UTF8.self) == text)
    #expect(response.mediaType == "text/html")
    #expect(response.charset == "utf-8")
    #expect(response.etag == "\"a1\"")
    #expect(response.movedTo == nil)
    #expect(server.requests.count == 1)
    #expect(
      server.requests.first?.path
        == "/%E0%A6%96%E0%A6%AC%E0%A6%B0/%E0%A6%8F%E0%A6%95?%E0%A6%95=%E0%A6%96")
    #expect(server.requests.first?["accept-encoding"]?.contains("gzip") == true)
    #expect(server.requests.first?["cookie"] == nil)
  }

  @Test("takes what is sent packed apart")
  func packed() throws {
    let bytes = try #require(Shell.output("printf 'খবর %.0s' 1 2 3 | gzip -c"))
    let server = LoopbackServer { _ in
      LoopbackServer.answer("200 OK", ["Content-Encoding: gzip"], body: bytes)
    }
    defer { server.stop() }
    let response = try Fetcher.get(FetchRequest(server.url(), isTyped: true))
    #expect(String(decoding: response.body, as: UTF8.self) == "খবর খবর খবর ")
  }

  @Test("tells each status by its own sentence")
  func statuses() {
    for (status, words) in [
      ("404 Not Found", "no such page (status 404)"), ("410 Gone", "for good"),
      ("403 Forbidden", "subscription"), ("500 Oops", "a fault of its own"),
      ("418 Teapot", "refuses the request (status 418)"), ("503 Busy", "out of service"),
    ] {
      let (found, reason) = trouble(LoopbackServer.answer(status, body: Array("no".utf8)))
      #expect(found == .status(Int(status.prefix(3)) ?? 0, retryAfter: nil))
      #expect(reason.contains(words), "\(reason)")
    }
  }

  @Test("tells how long a server asks to wait")
  func retryAfter() {
    let (found, reason) = trouble(
      LoopbackServer.answer("429 Too Many Requests", ["Retry-After: 120"]))
    #expect(found == .status(429, retryAfter: 120))
    #expect(reason == "the server was asked too often (status 429); try again in 120 seconds.")
    let late = trouble(
      LoopbackServer.answer("503 Busy", ["Retry-After: Fri, 31 Dec 1999 23:59:59 GMT"]))
    #expect(late.trouble == .status(503, retryAfter: 0))
  }

  @Test("asks only for what has changed, and takes 304 for an answer")
  func conditional() throws {
    let server = LoopbackServer { request in
      request["if-none-match"] == "\"v2\""
        ? LoopbackServer.answer("304 Not Modified", ["ETag: \"v2\""])
        : LoopbackServer.answer("200 OK", ["ETag: \"v2\""], body: Array("new".utf8))
    }
    defer { server.stop() }
    let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    let request = FetchRequest(server.url(), isTyped: true)
    let first = try Fetcher.get(request.unless(etag: "\"v1\"", lastModified: date))
    #expect(String(decoding: first.body, as: UTF8.self) == "new")
    let second = try Fetcher.get(request.unless(etag: first.etag, lastModified: nil))
    #expect(second.isUnchanged)
    #expect(second.body.isEmpty)
    #expect(server.requests.first?["if-modified-since"] == date)
    // Nobody has named a version, so that there is nothing that could be unchanged.
    let odd = LoopbackServer { _ in LoopbackServer.answer("304 Not Modified") }
    defer { odd.stop() }
    #expect(throws: FetchError(odd.url(), .status(304, retryAfter: nil))) {
      try Fetcher.get(FetchRequest(odd.url(), isTyped: true))
    }
  }

  @Test("follows redirects, keeps their cookies, and says where an address has moved for good")
  func redirects() throws {
    let target = page("here")
    let server = LoopbackServer { request in
      switch request.path {
      case "/old":
        LoopbackServer.answer("301 Moved", ["Location: /newer", "Set-Cookie: seen=1"])
      case "/newer": LoopbackServer.answer("308 Moved", ["Location: new?x=1"])
      case "/new?x=1": LoopbackServer.answer("302 Found", ["Location: /today"])
      default: target
      }
    }
    defer { server.stop() }
    let response = try Fetcher.get(FetchRequest(server.url("/old"), isTyped: true))
    #expect(String(decoding: response.body, as: UTF8.self) == "here")
    #expect(response.address == server.url("/today"))
    #expect(response.movedTo == server.url("/new?x=1"))
    #expect(server.requests.map(\.path) == ["/old", "/newer", "/new?x=1", "/today"])
    #expect(server.requests.last?["cookie"] == "seen=1")
    // The next fetch begins without them.
    _ = try Fetcher.get(FetchRequest(server.url("/today"), isTyped: true))
    #expect(server.requests.last?["cookie"] == nil)
  }

  @Test("gives up redirects that have no end")
  func loops() {
    let circle = trouble(LoopbackServer.answer("302 Found", ["Location: /"]))
    #expect(circle.trouble == .redirectLoop)
    #expect(circle.reason.contains("in a circle"))
    let server = LoopbackServer { request in
      LoopbackServer.answer("302 Found", ["Location: \(request.path)x"])
    }
    defer { server.stop() }
    #expect(
      outcome(server) == .failure(FetchError(server.url("/"), .tooManyRedirects(10))))
    #expect(server.requests.count == 11)
  }

  @Test(
    "never goes on to another scheme, nor to what is no address",
    arguments: [
      ("file:///etc/passwd", FetchError.Trouble.redirectToScheme("file")),
      ("ftp://example.org/x", .redirectToScheme("ftp")),
      ("gopher://127.0.0.1:70/", .redirectToScheme("gopher")),
      ("javascript:alert(1)", .redirectToScheme("javascript")),
      ("http://", .redirectToNothing), ("https://user:word@example.org/", .redirectToNothing),
    ])
  func schemes(target: String, wanted: FetchError.Trouble) {
    let found = trouble(LoopbackServer.answer("302 Found", ["Location: \(target)"]))
    #expect(found.trouble == wanted)
  }

  @Test("asks this machine's network for nothing that was not typed")
  func localNetwork() throws {
    let target = page("secret")
    let inner = LoopbackServer { _ in target }
    defer { inner.stop() }
    for address in [
      inner.url(), "http://localhost:\(inner.port)/", "http://127.1:\(inner.port)/",
      "http://[::1]:\(inner.port)/", "http://0x7f000001:\(inner.port)/", "http://10.0.0.1/",
      "http://192.168.0.1/", "http://169.254.169.254/latest/meta-data/",
      "http://[::ffff:127.0.0.1]:\(inner.port)/",
    ] {
      let error = #expect(throws: FetchError.self) {
        try Fetcher.get(FetchRequest(address, isTyped: false))
      }
      guard case .localAddress = error?.trouble else {
        Issue.record("\(address): \(String(describing: error))")
        continue
      }
    }
    // A redirect is not what was typed.
    let outer = LoopbackServer { _ in
      LoopbackServer.answer("302 Found", ["Location: http://localhost:\(inner.port)/"])
    }
    defer { outer.stop() }
    #expect(outcome(outer) == .failure(FetchError(outer.url("/"), .localAddress("localhost"))))
    #expect(inner.requests.isEmpty)
  }

  @Test("tells an address that cannot be asked for")
  func addresses() {
    for (address, wanted) in [
      ("ftp://example.org/", FetchError.Trouble.otherScheme("ftp")),
      ("file:///etc", .otherScheme("file")),
      ("hello", .noAddress), ("", .noAddress), ("http://", .noAddress),
      ("https://a b/", .noAddress), ("http://example.org:99999/", .noAddress),
    ] {
      #expect(throws: FetchError(address, wanted)) {
        try Fetcher.get(FetchRequest(address, isTyped: true))
      }
    }
    let error = #expect(throws: FetchError.self) {
      try Fetcher.get(FetchRequest("http://no-such-name.invalid/", isTyped: true))
    }
    #expect(error?.trouble == .unknownName("no-such-name.invalid"))
    #expect(error?.sentence.contains("no server named no-such-name.invalid") == true)
  }

  @Test("tells that nobody listens")
  func refused() {
    let server = LoopbackServer([:])
    let address = server.url()
    server.stop()
    #expect(throws: FetchError(address, .refused)) {
      try Fetcher.get(FetchRequest(address, isTyped: true))
    }
  }

  @Test("gives up what is too slow, and says how much had come")
  func slow() {
    var limits = FetchLimits()
    limits.wholeSeconds = 1
    let never = trouble([.awaitClient(seconds: 20)], limits)
    #expect(never.trouble == .tooSlow(seconds: 1, received: 0))
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfive ".utf8)
    let half = trouble([.send(head), .awaitClient(seconds: 20)], limits)
    #expect(half.trouble == .tooSlow(seconds: 1, received: 5))
    #expect(half.reason.contains("within 1 second, 5 bytes had"))
  }

  @Test("tells what was cut off from what had another length than told")
  func cutOff() {
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfive \r\n5\r\nfi"
    #expect(trouble([.send(Array(chunked.utf8))]).trouble == .cutOff(received: 7))
    let short = LoopbackServer.answer("200 OK", ["Content-Length: 100"], body: Array("five ".utf8))
    let found = trouble(short)
    #expect(found.trouble == .wrongLength(received: 5, expected: 100))
    #expect(found.reason == "the server told of 100 bytes and sent 5 bytes; try again.")
    #expect(trouble([]).trouble == .nothing)
    if case .cutOff = trouble(short.dropLast() + [.send(Array(chunked.utf8)), .reset]).trouble {
    } else {
      Issue.record("a reset is not told")
    }
  }

  @Test("tells what is no answer of a web server")
  func notHTTP() {
    #expect(trouble([.send(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))]).trouble == .notHTTP)
    let odd = "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx"
    #expect(trouble([.send(Array(odd.utf8))]).trouble != nil)
  }

  @Test("takes no more than the limit, told or not, packed or not")
  func large() throws {
    var limits = FetchLimits()
    limits.bytes = 1 << 20
    let told = LoopbackServer.answer("200 OK", ["Content-Length: 5000000"], body: [0x78])
    #expect(trouble(told, limits).trouble == .tooLarge(limit: 1 << 20))
    let block = [UInt8](repeating: 0x78, count: 65_536)
    let head = Array("HTTP/1.1 200 OK\r\n\r\n".utf8)
    let untold = trouble([.send(head), .sendAgain(block, times: 2_000)], limits)
    #expect(untold.trouble == .tooLarge(limit: 1 << 20))
    #expect(untold.reason == "there is more than 1 MiB; raise fetch-size to read it.")
    let bomb = try #require(Shell.output("head -c 200000000 /dev/zero | gzip -c"))
    let packed = trouble(
      LoopbackServer.answer("200 OK", ["Content-Encoding: gzip"], body: bomb), limits)
    #expect(packed.trouble == .unpacksTooLarge(limit: 1 << 20))
    let broken = LoopbackServer.answer(
      "200 OK", ["Content-Encoding: gzip"], body: Array("no gzip at all".utf8))
    #expect(trouble(broken).trouble == .badCoding)
  }

  @Test(
    "takes texts alone",
    arguments: [
      ("video/mp4", false), ("image/svg+xml", false), ("application/pdf", false),
      ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
      ("text/html", true), ("application/xhtml+xml", true), ("application/rss+xml", true),
      ("application/feed+json", true), ("text/plain", true), ("application/octet-stream", true),
      ("nonsense", true),
    ])
  func types(kind: String, isRead: Bool) {
    let found = trouble(
      LoopbackServer.answer("200 OK", ["Content-Type: \(kind)"], body: Array("x".utf8)))
    #expect(found.trouble == (isRead ? nil : .wrongType(kind)))
  }
}
