import CBytes

extension [UInt8] {
  /// The next place of a byte, as quickly as memory is read.
  func next(_ byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = sutra_find_byte(base + start, bytes.count - start, byte)
      else { return nil }
      return found - base
    }
  }

  /// The next place of some ASCII, before an end.
  func next(_ text: String, from start: Int, before end: Int? = nil) -> Int? {
    let end = Swift.min(end ?? count, count)
    var text = text
    return text.withUTF8 { text -> Int? in
      guard let wanted = text.baseAddress, !text.isEmpty, start <= end else { return nil }
      return withUnsafeBytes { bytes -> Int? in
        guard let base = bytes.baseAddress,
          let found = sutra_find_bytes(base + start, end - start, wanted, text.count)
        else { return nil }
        return found - base
      }
    }
  }

  /// Whether some ASCII stands at a place.
  func has(_ text: StaticString, at start: Int, ignoringCase: Bool = false) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start + length <= count else { return false }
    for index in 0..<length {
      var (own, other) = (self[start + index], text.utf8Start[index])
      if ignoringCase {
        if (0x41...0x5A).contains(own) { own |= 0x20 }
        if (0x41...0x5A).contains(other) { other |= 0x20 }
      }
      guard own == other else { return false }
    }
    return true
  }
}
