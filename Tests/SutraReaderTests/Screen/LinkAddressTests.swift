import SutraReader
import Testing

@Suite("Addresses for terminals")
struct LinkAddressTests {
  @Test("are those of the web alone, in letters that steer no terminal")
  func safe() {
    #expect(LinkAddress.safe("https://e.example/a?b=1#c") == "https://e.example/a?b=1#c")
    #expect(LinkAddress.safe("http://e.example/পথ") == "http://e.example/%E0%A6%AA%E0%A6%A5")
    for address in [
      "javascript:alert(1)", "file:///etc/passwd", "httpx://e.example", "",
      "https://e.example/\u{1B}]0;x", "https://e.example/a b", "https://e.example/\u{7}",
      "https://e.example/\u{7F}",
      "https://e.example/" + String(repeating: "a", count: 3_000),
    ] {
      #expect(LinkAddress.safe(address) == nil)
    }
    // Control characters beyond ASCII are bytes like others.
    #expect(LinkAddress.safe("https://e.example/\u{9C}") == "https://e.example/%C2%9C")
  }
}
