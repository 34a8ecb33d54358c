/// The one gate for what leaves for a clipboard, a file or a pipe: nothing in it can steer a terminal.
///
/// A control character becomes the sign that the screen shows for it; all else stays byte for byte.
public enum HarmlessText {
  /// The text without control characters but newlines and tabs, and without those that turn the
  /// direction of text.
  public static func of(_ text: String) -> String {
    var text = text
    let made = text.withUTF8 { bytes -> String? in
      let bytes = UnsafeRawBufferPointer(bytes)
      // Most texts are, and looking is quicker than copying.
      return isHarmless(bytes) ? nil : String(decoding: Self.bytes(bytes), as: UTF8.self)
    }
    return made ?? text
  }

  /// The same for bytes of UTF-8, which come back as they are where nothing in them is harmful.
  public static func bytes(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { isHarmless($0) ? bytes : Self.bytes($0) }
  }

  /// Whether all of a text stays as it is.
  public static func isHarmless(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var position = 0
    while position < bytes.count {
      // All other bytes begin or continue what is harmless.
      let byte = bytes[position]
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2,
        harm(in: bytes, at: position) != nil
      {
        return false
      }
      position += 1
    }
    return true
  }

  private static func bytes(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      if let (length, sign) = harm(in: bytes, at: position) {
        output += sign.utf8
        position += length
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return output
  }

  /// How many bytes at a place are a harmful character, and what stands for it.
  private static func harm(
    in bytes: UnsafeRawBufferPointer, at position: Int
  ) -> (length: Int, sign: String)? {
    let byte = bytes[position]
    func next(_ offset: Int) -> UInt8 {
      position + offset < bytes.count ? bytes[position + offset] : 0
    }
    switch byte {
    case 0x09, 0x0A: return nil
    // A carriage return alone lets a line be written over.
    case 0x0D: return next(1) == 0x0A ? nil : (1, "\u{25D8}")
    case 0..<0x20: return (1, "\u{25D8}")
    case 0x7F: return (1, "\u{25D9}")
    case 0xC2: return (0x80...0x9F).contains(next(1)) ? (2, "\u{25CA}") : nil
    case 0xE2:
      let isEmbedding = next(1) == 0x80 && (0xAA...0xAE).contains(next(2))
      let isIsolate = next(1) == 0x81 && (0xA6...0xA9).contains(next(2))
      return isEmbedding || isIsolate ? (3, "\u{21A8}") : nil
    default: return nil
    }
  }
}
