/// Tells a web page from a text.
enum PageSniffer {
  /// How many bytes from the beginning tell.
  static let sample = 1024

  /// Whether bytes are a page: by what was told with them, by their beginning, by their name.
  static func isPage(_ content: ArticleContent) -> Bool {
    if let type = content.mediaType?.lowercased() {
      if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml") { return true }
      if type.hasPrefix("text/plain") { return false }
    }
    let head = beginning(content.bytes)
    if beginsAsPage(head) { return true }
    let name = content.id.lowercased()
    guard [".html", ".htm", ".xhtml", ".shtml"].contains(where: name.hasSuffix) else {
      return false
    }
    return hasTag(content.bytes)
  }

  /// The first bytes as ASCII, those of UTF-16 without their zeros.
  private static func beginning(_ bytes: [UInt8]) -> [UInt8] {
    let raw = bytes.prefix(sample * 2)
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      return raw.dropFirst(2).filter { $0 != 0 }
    }
    return Array(raw.starts(with: [0xEF, 0xBB, 0xBF]) ? raw.dropFirst(3) : raw)
  }

  private static func beginsAsPage(_ head: [UInt8]) -> Bool {
    var at = 0
    var isMarkup = false
    while at < head.count {
      while at < head.count, head[at] <= 0x20 { at += 1 }
      guard at < head.count, head[at] == 0x3C else { return false }
      let rest = String(decoding: head[at...].prefix(20), as: UTF8.self).lowercased()
      if rest.hasPrefix("<!--") {
        guard let end = end(of: "-->", in: head, from: at) else { return isMarkup || at == 0 }
        at = end
        continue
      }
      if rest.hasPrefix("<?xml") {
        guard let end = end(of: ">", in: head, from: at) else { return false }
        at = end
        isMarkup = true
        continue
      }
      for word in [
        "<!doctype html", "<html", "<head", "<body", "<script", "<title", "<meta", "<div",
        "<article", "<section", "<h1", "<p", "<table", "<style", "<link", "<a ", "<font", "<br",
        "<b", "<iframe",
      ]
      where rest.hasPrefix(word) {
        let next = rest.utf8.dropFirst(word.utf8.count).first ?? 0x3E
        if word.hasSuffix(" ") || next == 0x3E || next <= 0x20 || next == 0x2F { return true }
      }
      return false
    }
    return false
  }

  private static func end(of mark: String, in head: [UInt8], from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard head.count - start >= mark.count else { return nil }
    for at in start...(head.count - mark.count) where head[at..<at + mark.count].elementsEqual(mark)
    {
      return at + mark.count
    }
    return nil
  }

  private static func hasTag(_ bytes: [UInt8]) -> Bool {
    var at = 0
    while at + 1 < bytes.count {
      if bytes[at] == 0x3C, (0x61...0x7A).contains(bytes[at + 1] | 0x20) || bytes[at + 1] == 0x2F {
        return true
      }
      at += 1
    }
    return false
  }
}
