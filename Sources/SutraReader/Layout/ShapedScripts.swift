/// Which texts have letters that change their shapes beside others, so that a terminal's cells
/// cannot show them as in print.
public enum ShapedScripts {
  /// Most bytes of a text that are looked at.
  private static let mostBytes = 1 << 16

  /// Whether a text has such letters: those of India and its neighbours, Khmer, Burmese, Tibetan, or
  /// Arabic ones.
  ///
  /// - Parameter bytes: The text, of which the beginning decides.
  /// - Returns: Whether one was found.
  public static func are(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(bytes.count, mostBytes)
      for offset in 0..<end where bytes[offset] >= 0xC2 {
        let lead = bytes[offset]
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        switch lead {
        // U+0600 to U+07FF: Arabic, Syriac, Thaana, NKo.
        case 0xD8...0xDF: return true
        // U+0900 to U+0DFF: the scripts of India and Sri Lanka; U+0F00 to U+0FFF: Tibetan.
        case 0xE0 where (0xA4...0xB7).contains(next) || (0xBC...0xBF).contains(next): return true
        // U+1000 to U+109F: Burmese; U+1780 to U+18AF: Khmer, Mongolian.
        case 0xE1 where (0x80...0x82).contains(next) || (0x9E...0xA2).contains(next): return true
        default: continue
        }
      }
      return false
    }
  }
}
