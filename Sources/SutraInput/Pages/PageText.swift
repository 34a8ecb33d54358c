/// Helpers for the words of a page.
enum PageText {
  /// Blanks of every kind and length as one blank, none at the ends.
  static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    append(bytes, to: &out)
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends bytes to those from an offset on, blanks as one; none at the beginning.
  static func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8], from start: Int = 0) {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let blank = blankLength(bytes, at)
        if blank > 0 {
          if out.count > start, let last = out.last, last != 0x20, last != 0x0A {
            out.append(0x20)
          }
          at += blank
          continue
        }
        // Words with one blank between them, nearly all of a text, are taken together.
        var end = at + 1
        while end < bytes.count {
          if bytes[end] == 0x20, end + 1 < bytes.count, blankLength(bytes, end + 1) == 0 {
            end += 2
          } else if blankLength(bytes, end) == 0 {
            end += 1
          } else {
            break
          }
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<end]))
        at = end
      }
    }
  }

  /// How many bytes the blank has that stands at a place; 0 where none does.
  @inline(__always)
  private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = bytes[at]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    return byte == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0 ? 2 : 0
  }

  /// Whether bytes hold a word of small letters and marks, be it written in capitals.
  static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first, bytes.count >= word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { word in
        for start in 0...(bytes.count - word.count) where bytes[start] | 0x20 == first {
          var at = 1
          while at < word.count, bytes[start + at] | 0x20 == word[at] { at += 1 }
          if at == word.count { return true }
        }
        return false
      }
    }
  }

  /// Where a word stands last in a text.
  static func last(_ word: [UInt8], in text: [UInt8]) -> Range<Int>? {
    guard let first = word.first, text.count >= word.count else { return nil }
    for start in (0...text.count - word.count).reversed()
    where text[start] == first && text[start...].starts(with: word) {
      return start..<start + word.count
    }
    return nil
  }

  /// Last bytes of letters with a dot, and of the letters they are made of.
  private static let dotted: [UInt8: UInt8] = [0x9C: 0xA1, 0x9D: 0xA2, 0x9F: 0xAF]

  /// The letters of a text in small letters, everything else left out: what two texts are compared by.
  static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { folded($0) }
  }

  /// The same of UTF-8.
  static func folded(bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.withContiguousStorageIfAvailable(folded) ?? Array(bytes).withUnsafeBufferPointer(folded)
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x61...0x7A, 0x30...0x39: kept.append(byte)
      case 0x41...0x5A: kept.append(byte | 0x20)
      case ..<0x80: break
      // Quotation marks, dashes and arrows of U+2000 to U+27FF differ between a page and its metadata.
      case 0xE2 where index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index]): index += 2
      case 0xC2 where index < bytes.count: index += 1
      // Bengali letters with a dot are written as one scalar or as two.
      case 0xE0 where index + 1 < bytes.count && bytes[index] == 0xA7:
        guard let letter = dotted[bytes[index + 1]] else { fallthrough }
        kept += [0xE0, 0xA6, letter, 0xE0, 0xA6, 0xBC]
        index += 2
      default: kept.append(byte)
      }
    }
    return kept
  }
}
