import Glibc

extension [UInt8] {
  /// Where some bytes begin first.
  ///
  /// - Parameters:
  ///   - mark: The bytes, at least one.
  ///   - range: Where they are looked for, as a whole.
  /// - Returns: The place of the first of them.
  func place(of mark: [UInt8], in range: Range<Int>) -> Int? {
    withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      var start = range.lowerBound
      while start + mark.count <= range.upperBound {
        let room = range.upperBound - mark.count + 1 - start
        guard let found = memchr(base + start, Int32(mark[0]), room) else { return nil }
        start = UnsafeRawPointer(found) - base
        if memcmp(base + start, mark, mark.count) == 0 { return start }
        start += 1
      }
      return nil
    }
  }
}
