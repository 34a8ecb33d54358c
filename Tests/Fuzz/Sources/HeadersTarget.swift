import SutraFetch

/// What a server tells with a page, and addresses: any bytes.
enum HeadersTarget {
  static func run(_ bytes: [UInt8]) {
    let lines = HeaderLines(bytes)
    hold(lines == HeaderLines(bytes), "the same lines are others")
    for value in [lines.mediaType, lines.charset, lines["location"], lines["etag"]] {
      guard let value else { continue }
      hold(!value.isEmpty, "an empty value")
      hold(value.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 }, "a value of two lines")
    }
    if let type = lines.mediaType { hold(type.contains("/"), "a type without its kind") }
    for now in [0, 1_800_000_000] {
      if let wait = lines.retryAfter(now: now) {
        hold((0...604_800).contains(wait), "a wait of \(wait)")
      }
    }
    check(address: String(decoding: bytes, as: UTF8.self))
  }

  private static func check(address text: String) {
    guard let address = WebAddress(text) else { return }
    hold(["http", "https"].contains(address.scheme), "an address of \(address.scheme)")
    hold((1...65_535).contains(address.port), "port \(address.port)")
    hold(address.text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }, "a blank in an address")
    hold(WebAddress(address.text) == address, "an address is read again as another")
    // What a request sends with it is one line each.
    var request = FetchRequest(text, isTyped: false).unless(etag: text, lastModified: text)
    request.accept = text
    hold(
      request.headers.allSatisfy { line in line.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } },
      "a header of two lines")
  }
}
