/// Writes JSON into bytes, in one line.
public struct JSONWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  private var needsComma = false

  /// Begins with nothing.
  public init() {}

  /// Writes a value that is its own JSON, such as a number.
  public mutating func raw(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  /// Writes a string; what could disturb a terminal or a line reader is escaped.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Writes a string, or `null`.
  public mutating func string(_ text: String?) {
    if let text { string(text) } else { raw("null") }
  }

  /// Writes the name of a member.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Begins an object or array with its bracket.
  public mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  /// Ends an object or array with its bracket.
  public mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() { if needsComma { bytes.append(0x2C) } }

  /// Writes a string of valid UTF-8, without a copy of it.
  public mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Writes a long string of valid UTF-8 piece by piece.
  ///
  /// - Parameters:
  ///   - text: The string.
  ///   - pieceSize: About how many of its bytes are written at once.
  ///   - body: Called behind each piece, so that `takeBytes()` may make room for the next.
  public mutating func string(
    utf8 text: UnsafeBufferPointer<UInt8>, pieceSize: Int, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(0x22)
    var start = 0
    while start < text.count {
      var end = min(text.count, start + max(4, pieceSize))
      // A piece ends where a scalar does.
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      escape(UnsafeBufferPointer(rebasing: text[start..<end]))
      body(&self)
      start = end
    }
    bytes.append(0x22)
    needsComma = true
  }

  /// Gives what has been written, and goes on behind it.
  public mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(taken.count)
    return taken
  }

  private mutating func quote(_ text: String) {
    var text = text
    text.withUTF8 { quote($0) }
  }

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    escape(text)
    bytes.append(0x22)
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      var length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      length = min(length, text.count - position)
      // All scalars to escape begin with one of these bytes.
      let isPlain =
        byte < 0x80
        ? byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F
        : byte != 0xC2 && byte != 0xE2 && byte != 0xEF && byte != 0xF3
      if !isPlain, let scalar = Self.scalar(text, position, length), Self.isEscaped(scalar.value) {
        bytes += text[start..<position]
        escape(scalar)
        start = position + length
      }
      position += length
    }
    bytes += text[start..<text.count]
  }

  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int
  ) -> Unicode.Scalar? {
    var value = UInt32(text[position])
    if length > 1 { value &= 0x7F >> UInt32(length) }
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(text[position + offset] & 0x3F) }
    return Unicode.Scalar(value)
  }

  private static func isEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x1F, 0x22, 0x5C, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: bytes += [0x5C, 0x22]
    case 0x5C: bytes += [0x5C, 0x5C]
    case 0x0A: bytes += [0x5C, 0x6E]
    case 0x0D: bytes += [0x5C, 0x72]
    case 0x09: bytes += [0x5C, 0x74]
    default: escapeByNumber(scalar)
    }
  }

  private mutating func escapeByNumber(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
      let digits = String(unit, radix: 16)
      bytes += "\\u".utf8
      bytes += String(repeating: "0", count: 4 - digits.count).utf8
      bytes += digits.utf8
    }
  }
}
