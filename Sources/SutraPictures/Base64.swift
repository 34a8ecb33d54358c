/// Base64 after RFC 4648, as the clipboard (OSC 52) and pictures want it.
public enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The encoded bytes, with padding.
  public static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { output, count in
      var start = 0
      while start < bytes.count {
        let length = min(3, bytes.count - start)
        var value = UInt32(bytes[start]) << 16
        if length > 1 { value |= UInt32(bytes[start + 1]) << 8 }
        if length > 2 { value |= UInt32(bytes[start + 2]) }
        for index in 0..<4 {
          output[count + index] =
            index <= length ? alphabet[Int(value >> UInt32(18 - 6 * index) & 63)] : 0x3D
        }
        start += 3
        count += 4
      }
    }
  }
}
