import LoopbackServer
import SutraFetch
import Testing

@Suite("Fetching through a proxy")
struct ProxyTests {
  private func proxies(_ variables: [String: String]) -> Proxies { Proxies { variables[$0] } }

  @Test(
    "the environment names the proxy of an address, and what is asked for directly",
    arguments: [
      ("http://khobor.example/", "web:1"), ("https://khobor.example/", "safe:2"),
      ("https://a.direct.example/", nil), ("http://DIRECT.example/", nil),
      ("http://indirect.example/", "web:1"), ("http://192.0.2.7/", nil),
    ] as [(String, String?)])
  func names(address: String, proxy: String?) throws {
    let proxies = proxies([
      "http_proxy": "web:1", "HTTPS_PROXY": "safe:2", "no_proxy": ".direct.example, 192.0.2.7",
    ])
    #expect(proxies.proxy(for: try #require(WebAddress(address))) == proxy)
  }

  @Test("one stands for all others, a star for every address, and a client cannot name one")
  func others() throws {
    let address = try #require(WebAddress("http://khobor.example/"))
    #expect(proxies(["ALL_PROXY": "all:1"]).proxy(for: address) == "all:1")
    #expect(proxies(["http_proxy": "", "all_proxy": "all:1"]).proxy(for: address) == "all:1")
    #expect(proxies(["all_proxy": "all:1", "NO_PROXY": "*"]).proxy(for: address) == nil)
    #expect(proxies(["HTTP_PROXY": "client:1"]).proxy(for: address) == nil)
  }

  @Test("a proxy on this machine is asked for addresses of the web that nobody typed")
  func asked() throws {
    let proxy = LoopbackServer { _ in LoopbackServer.answer("200 OK", body: Array("খবর".utf8)) }
    defer { proxy.stop() }
    var limits = FetchLimits()
    limits.proxies = proxies(["http_proxy": proxy.url()])
    let address = "http://khobor.example/rss"
    let response = try Fetcher.get(FetchRequest(address, isTyped: false), limits)
    #expect(String(decoding: response.body, as: UTF8.self) == "খবর")
    #expect(proxy.requests.map(\.path) == [address])
  }

  @Test("a proxy opens no way into this machine's network for what goes past it")
  func past() {
    let inner = LoopbackServer { _ in LoopbackServer.answer("200 OK") }
    defer { inner.stop() }
    // A name of this machine that does not look like one.
    let name = Shell.output("hostname").map { String(decoding: $0, as: UTF8.self) } ?? "localhost"
    let host = String(name.filter { !$0.isWhitespace })
    for variables in [
      ["https_proxy": "http://127.0.0.1:1"],
      ["http_proxy": "http://127.0.0.1:1", "no_proxy": host],
    ] {
      var limits = FetchLimits()
      limits.proxies = proxies(variables)
      #expect(throws: FetchError.self) {
        try Fetcher.get(FetchRequest(inner.url("/", host: host), isTyped: false), limits)
      }
    }
    #expect(inner.requests.isEmpty)
  }

  @Test("tells a proxy that is not there")
  func absent() throws {
    var limits = FetchLimits()
    limits.proxies = proxies(["all_proxy": "http://no-such-proxy.invalid:3128"])
    let error = #expect(throws: FetchError.self) {
      try Fetcher.get(FetchRequest("http://khobor.example/", isTyped: true), limits)
    }
    guard case .noProxy = error?.trouble else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.reason.contains("http_proxy") == true)
  }
}
