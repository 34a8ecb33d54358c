import SutraCore

/// The data that a page gets in pieces while it is loaded, as Next.js sends them:
/// `self.__next_f.push([1,"…"])`, a script a piece.
///
/// The pieces together are rows. Each has a number in hexadecimal and a colon; behind that stands a value of JSON
/// as far as the line goes, or `T`, a count of bytes in hexadecimal, a comma and that much text.
struct StreamedData {
  private static let mark = Array("__next_f".utf8)
  private static let push = Array(".push(".utf8)
  /// How many bytes of a script tell whether it is a piece.
  private static let sample = 120

  private var bytes: [UInt8] = []

  /// Adds the piece of a script.
  ///
  /// - Returns: Whether the script is one.
  mutating func add(_ script: [UInt8]) -> Bool {
    guard Self.place(of: Self.mark, in: script) != nil else { return false }
    if let place = Self.place(of: Self.push, in: script),
      let text = JSONValue(Array(script[(place + Self.push.count)...]))?.items.last?.string
    {
      bytes += text.utf8
    }
    return true
  }

  private static func place(of word: [UInt8], in script: [UInt8]) -> Int? {
    script.indices.prefix(sample).first { script[$0...].starts(with: word) }
  }

  /// The article's paragraphs in all pieces, one a line; `nil` where they hold none.
  var article: String? { bytes.isEmpty ? nil : PageData.article(of: .array(rows)) }

  /// What the rows hold, in order.
  private var rows: [JSONValue] {
    var found: [JSONValue] = []
    var at = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      guard let colon = bytes[at..<end].firstIndex(of: UInt8(ascii: ":")), colon + 1 < end else {
        at = end + 1
        continue
      }
      at = end + 1
      switch bytes[colon + 1] {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""):
        if let value = JSONValue(Array(bytes[(colon + 1)..<end])) { found.append(value) }
      case UInt8(ascii: "T"):
        guard let comma = bytes[colon...].prefix(12).firstIndex(of: UInt8(ascii: ",")),
          let count = Int(String(decoding: bytes[(colon + 2)..<comma], as: UTF8.self), radix: 16),
          count >= 0
        else { break }
        // No line end stands behind a text.
        at = comma + 1 + min(count, bytes.count - comma - 1)
        found.append(.string(String(decoding: bytes[(comma + 1)..<at], as: UTF8.self)))
      default: break
      }
    }
    return found
  }
}
