/// The end of a text that somebody may still be writing.
enum GrowingText {
  /// How many bytes at the end are the beginning of a scalar of UTF-8 whose rest has not come yet.
  static func unfinishedBytes(of bytes: [UInt8]) -> Int {
    for length in 1..<min(4, bytes.count + 1) {
      let byte = bytes[bytes.count - length]
      if byte < 0x80 { return 0 }
      guard byte >= 0xC2 else { continue }
      let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return whole > length && byte < 0xF5 ? length : 0
    }
    return 0
  }
}
