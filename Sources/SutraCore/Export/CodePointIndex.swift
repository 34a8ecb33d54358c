/// What places in a text are counted in outside of the program.
package enum TextUnit: Sendable {
  /// Unicode scalars, as Python, brat and Web Annotation count them.
  case codePoint
  /// Code units of UTF-16, as Java, JavaScript and UIMA count them.
  case utf16
}

/// Turns byte offsets into offsets of code points or of UTF-16, in time that does not depend on the
/// text's length.
package struct CodePointIndex: Sendable {
  /// Bytes between two noted offsets.
  private static let stride = 256

  private let bytes: [UInt8]
  private let unit: TextUnit
  /// For each multiple of the stride the number of units before it.
  private var counts: [Int] = []

  /// Notes the offsets of a text in valid UTF-8.
  package init(_ bytes: [UInt8], unit: TextUnit = .codePoint) {
    self.bytes = bytes
    self.unit = unit
    var count = 0
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      count += Self.units(at: byte, unit)
    }
  }

  /// The number of code points before a byte offset, or of the other unit that was asked for.
  package func codePoints(before offset: Int) -> Int {
    guard offset > 0, !counts.isEmpty else { return 0 }
    let slot = min(offset / Self.stride, counts.count - 1)
    var count = counts[slot]
    for position in slot * Self.stride..<max(slot * Self.stride, min(offset, bytes.count)) {
      count += Self.units(at: bytes[position], unit)
    }
    return count
  }

  /// How many units begin at a byte: those beyond the first plane are two of UTF-16.
  @inline(__always)
  private static func units(at byte: UInt8, _ unit: TextUnit) -> Int {
    if byte & 0xC0 == 0x80 { return 0 }
    return unit == .utf16 && byte >= 0xF0 ? 2 : 1
  }
}
