/// Turns byte offsets into code-point offsets, in time that does not depend on the text's length.
struct CodePointIndex {
  /// Bytes between two noted offsets.
  private static let stride = 256

  private let bytes: [UInt8]
  /// For each multiple of the stride the number of code points before it.
  private var counts: [Int] = []

  /// Notes the offsets of a text in valid UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var count = 0
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
  }

  /// The number of code points before a byte offset.
  func codePoints(before offset: Int) -> Int {
    guard offset > 0, !counts.isEmpty else { return 0 }
    let slot = min(offset / Self.stride, counts.count - 1)
    var count = counts[slot]
    for position in slot * Self.stride..<min(offset, bytes.count)
    where bytes[position] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
