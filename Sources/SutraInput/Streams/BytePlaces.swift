import CBytes

extension [UInt8] {
  /// Where some bytes begin first.
  ///
  /// - Parameters:
  ///   - mark: The bytes, at least one.
  ///   - range: Where they are looked for, as a whole.
  /// - Returns: The place of the first of them.
  func place(of mark: [UInt8], in range: Range<Int>) -> Int? {
    withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress,
        let found = sutra_find_bytes(base + range.lowerBound, range.count, mark, mark.count)
      else { return nil }
      return found - base
    }
  }
}
