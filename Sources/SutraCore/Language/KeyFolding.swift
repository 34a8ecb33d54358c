/// Folds the bytes of a word to its lookup key, so that different spellings of one word meet.
///
/// Letter case of ASCII and Latin-1 is dropped; U+09DC, U+09DD and U+09DF become letter and nukta,
/// and split vowel signs one sign (canonical equivalence, Unicode Standard 3.11); ZWJ and ZWNJ go,
/// since news text uses them at will; a typographic apostrophe becomes the plain one.
package enum KeyFolding {
  /// Appends the key of `source[range]` to `key` and returns its hash.
  @inline(__always)
  package static func append(
    _ source: UnsafeRawBufferPointer, _ range: Range<Int>, to key: inout [UInt8]
  ) -> UInt64 {
    let first = key.count
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      let byte = source[position]
      if byte < 0x80 {
        key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        position += 1
      } else if byte == 0xE0, position + 2 < end {
        appendBengali(source[position + 1], source[position + 2], to: &key, from: first)
        position += 3
      } else if byte == 0xE2, position + 2 < end, source[position + 1] == 0x80 {
        let last = source[position + 2]
        if last == 0x99 {
          key.append(0x27)
        } else if last != 0x8C && last != 0x8D {
          key.append(byte)
          key.append(0x80)
          key.append(last)
        }
        position += 3
      } else if byte == 0xC3, position + 1 < end {
        let last = source[position + 1]
        key.append(byte)
        key.append(last >= 0x80 && last <= 0x9E && last != 0x97 ? last + 0x20 : last)
        position += 2
      } else {
        key.append(byte)
        position += 1
      }
    }
    return hash(key, from: first)
  }

  /// The key of a word or name.
  package static func key(of word: String) -> [UInt8] {
    var key: [UInt8] = []
    var word = word
    word.withUTF8 { bytes in
      _ = append(UnsafeRawBufferPointer(bytes), 0..<bytes.count, to: &key)
    }
    return key
  }

  /// The bytes of the first letter of a key as a number, by which words are sorted in tables.
  package static func letter(_ key: ArraySlice<UInt8>) -> UInt32 {
    guard let first = key.first else { return 0 }
    var letter: UInt32 = 0
    for byte in key.prefix(first < 0x80 ? 1 : first < 0xE0 ? 2 : 3) {
      letter = letter << 8 | UInt32(byte)
    }
    return letter
  }

  /// Appends a scalar of the blocks that start with the byte E0, decomposed or composed.
  @inline(__always)
  private static func appendBengali(
    _ second: UInt8, _ third: UInt8, to key: inout [UInt8], from first: Int
  ) {
    if second == 0xA7 {
      let base: UInt8? =
        third == 0x9C ? 0xA1 : third == 0x9D ? 0xA2 : third == 0x9F ? 0xAF : nil
      if let base {
        key.append(contentsOf: [0xE0, 0xA6, base, 0xE0, 0xA6, 0xBC])
        return
      }
    }
    let isSecondHalf = (second == 0xA6 && third == 0xBE) || (second == 0xA7 && third == 0x97)
    let count = key.count
    if isSecondHalf, count - first >= 3, key[count - 3] == 0xE0, key[count - 2] == 0xA7,
      key[count - 1] == 0x87
    {
      key[count - 1] = third == 0xBE ? 0x8B : 0x8C
      return
    }
    key.append(0xE0)
    key.append(second)
    key.append(third)
  }

  /// The hash of a whole key.
  static func hash(of key: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  /// The hash of a key that stands among other bytes.
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    hash(of: bytes[range])
  }

  /// The FNV-1a hash of the key's bytes from an offset on.
  @inline(__always)
  static func hash(_ key: [UInt8], from first: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in first..<key.count { hash = (hash ^ UInt64(key[index])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
