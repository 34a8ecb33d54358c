/// Tells quickly of most texts that no word in them begins as a name that was typed does.
///
/// It may say yes where there is none, and never no where there is one.
struct NameBeginning: Sendable {
  /// The first byte of the script's letters, and the second one of the first half of its block.
  private let lead: UInt8
  private let second: UInt8
  /// The letters of the block, half of it each.
  private let units: (UInt64, UInt64)
  /// The small Latin letters, from `a` on.
  private let letters: UInt32

  /// Words of a script of its own begin so.
  ///
  /// - Parameters:
  ///   - base: The first scalar of the script's block, between U+0800 and U+FFFF.
  ///   - places: The places in the block of the letters with which they may begin.
  init(script base: UInt32, _ places: [UInt8]) {
    lead = UInt8(truncatingIfNeeded: 0xE0 | base >> 12)
    second = UInt8(truncatingIfNeeded: 0x80 | (base >> 6 & 0x3F))
    var units: (UInt64, UInt64) = (0, 0)
    for place in places {
      if place < 64 { units.0 |= 1 << UInt64(place) } else { units.1 |= 1 << UInt64(place - 64) }
    }
    self.units = units
    letters = 0
  }

  /// Words of Latin letters begin so, in whatever case; with a letter beyond ASCII any may.
  init(latin letters: [UInt8]) {
    (lead, second, units) = (0, 0, (0, 0))
    self.letters = letters.reduce(0) { $0 | LatinLetterTable.bit($1) }
  }

  /// Whether a word may be in a text that begins so.
  func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    lead == 0 ? isLatinIn(text) : isScriptIn(text)
  }

  private func isScriptIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    var isWithin = false
    while place + 2 < text.count {
      let half = text[place + 1] &- second
      guard text[place] == lead, half < 2 else {
        isWithin = false
        place += 1
        continue
      }
      let bit = UInt64(text[place + 2] & 0x3F)
      if !isWithin, (half == 0 ? units.0 : units.1) >> bit & 1 != 0 { return true }
      isWithin = true
      place += 3
    }
    return false
  }

  private func isLatinIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isWithin = false
    for byte in text {
      let letter = (byte | 0x20) &- 0x61
      if letter < 26 {
        if !isWithin, letters >> UInt32(letter) & 1 != 0 { return true }
        isWithin = true
      } else {
        if (0xC3...0xC9).contains(byte) { return true }
        isWithin = false
      }
    }
    return false
  }
}
