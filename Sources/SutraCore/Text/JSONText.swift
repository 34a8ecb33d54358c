/// Strings of JSON as they are written.
package enum JSONText {
  /// What a string says (RFC 8259, 7).
  ///
  /// - Parameters:
  ///   - written: The string as it is written, quotation marks included.
  ///   - isExact: Whether an escape that is none makes it no string; else it stands as U+FFFD.
  /// - Returns: The text, half a pair of surrogates as U+FFFD; `nil` where it is no string.
  package static func string(_ written: ArraySlice<UInt8>, isExact: Bool = true) -> String? {
    guard written.count >= 2, written.first == UInt8(ascii: "\"") else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(written.count)
    var at = written.startIndex + 1
    let end = written.endIndex - 1
    while at < end {
      let byte = written[at]
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        at += 1
        continue
      }
      guard at + 1 < end else { return nil }
      at += 2
      switch written[at - 1] {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "u"):
        guard var unit = unit(written, at, end) else {
          if isExact { return nil }
          out.append(contentsOf: "\u{FFFD}".utf8)
          break
        }
        at += 4
        if unit & 0xFC00 == 0xD800, at + 1 < end, written[at] == UInt8(ascii: "\\"),
          written[at + 1] == UInt8(ascii: "u"), let low = Self.unit(written, at + 2, end),
          low & 0xFC00 == 0xDC00
        {
          unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
          at += 6
        }
        out.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
      case let other: out.append(other)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func unit(_ written: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var unit: UInt32 = 0
    for byte in written[start..<start + 4] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return unit
  }
}
