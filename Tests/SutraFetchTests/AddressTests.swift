import SutraFetch
import Testing

@Suite("Addresses, dates and header lines")
struct AddressTests {
  @Test(
    "an address is written as a server takes it",
    arguments: [
      ("HTTPS://Example.ORG", "https://example.org/"),
      (" http://example.org:8080/a b#c\n", "http://example.org:8080/a%20b"),
      ("http://example.org?q=ক", "http://example.org/?q=%E0%A6%95"),
      ("http://example.org\\evil", "http://example.org/evil"),
      ("https://বাংলা.বাংলা/খ", "https://বাংলা.বাংলা/%E0%A6%96"),
      ("http://[::1]:80/", "http://[::1]:80/"),
      ("http://example.org/%E0%A6%96?a=%2F", "http://example.org/%E0%A6%96?a=%2F"),
      ("http://example.org/a\u{0}\u{1B}[2J", "http://example.org/a%00%1B[2J"),
    ])
  func written(typed: String, wanted: String) {
    #expect(WebAddress(typed)?.text == wanted)
  }

  @Test(
    "what hides where it leads, or leads nowhere, is no address",
    arguments: [
      "http://a@b/", "http:///x", "http:/example.org", "mailto:a@b", "//example.org/",
      "http://exa\u{1B}mple.org/", "http://a:b:c/", "http://a:\u{594}b:/", "http://host:0/",
      "http://host:x/",
      "http://" + String(repeating: "a", count: 300),
      "http://a/" + String(repeating: "b", count: 9_000),
    ])
  func none(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test("dates come in three forms")
  func dates() {
    for text in [
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ] {
      #expect(HTTPDate.seconds(text) == 784_111_777)
    }
    for text in ["", "tomorrow", "Sun, 06 Nov 1994", "Sun, 99 Nov 1994 08:49:37 GMT"] {
      #expect(HTTPDate.seconds(text) == nil)
    }
  }

  @Test("headers are read whatever stands between them")
  func headers() {
    let lines = HeaderLines(
      Array(
        "HTTP/1.1 200 OK\r\nX: 1\r\nbad line\r\n: no\r\nx:  2 \r\nRetry-After: 99999999999999999999\r\n\r\n"
          .utf8))
    #expect(lines["x"] == "2")
    #expect(lines["bad line"] == nil)
    #expect(lines.retryAfter(now: 0) == 7 * 86_400)
    #expect(lines.mediaType == nil)
  }
}
