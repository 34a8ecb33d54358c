/// The letters of a word as they are spelled out with others, one byte each.
///
/// A letter is its place in the block of its script. The vowel that a consonant of an Indic script has
/// unwritten is a letter as well, since people type it.
struct WordUnits {
  /// The vowel that a consonant has unwritten: `◌` in tables.
  static let vowel: UInt8 = 0x80
  /// Behind that vowel where the word ends: `।` in tables.
  static let end: UInt8 = 0x81
  /// Behind that vowel where the word ends in a cluster of consonants: `॥` in tables.
  static let clusterEnd: UInt8 = 0x82
  /// Between two words.
  static let blank: UInt8 = 0x83
  /// How many units there are.
  static let count = 0x84
  /// What no unit is.
  static let none: UInt8 = 0xFF

  /// The first scalar of the script's block.
  let base: UInt32

  /// The place of a scalar in the block; `nil` for one of another.
  func unit(_ scalar: UInt32) -> UInt8? {
    scalar >= base && scalar - base < 0x80 ? UInt8(scalar - base) : nil
  }

  /// Whether the block is one of those of South Asia, which stand letter by letter side by side.
  private var isIndic: Bool { (0x0900..<0x0E00).contains(base) }

  private func isConsonant(_ unit: UInt8) -> Bool {
    isIndic && (0x15...0x39).contains(unit)
  }

  /// Whether a letter is a vowel sign, the sign that joins consonants, or the dot below.
  private func isSign(_ unit: UInt8) -> Bool { (0x3E...0x4D).contains(unit) || unit == 0x57 }

  private static let dot: UInt8 = 0x3C
  private static let joiner: UInt8 = 0x4D
  /// The signs behind which a last consonant keeps its vowel: it stands for a cluster.
  private static let closers: ClosedRange<UInt8> = 0x02...0x03

  /// The units of a word or of some, by their folded key.
  func units(of key: some Sequence<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    for scalar in String(decoding: Array(key), as: UTF8.self).unicodeScalars {
      if let letter = unit(scalar.value) {
        letters.append(letter)
      } else if let last = letters.last, last != Self.blank {
        letters.append(Self.blank)
      }
    }
    if letters.last == Self.blank { letters.removeLast() }
    return spoken(letters, isWhole: true)
  }

  /// The units of a table's row, which may stand anywhere in a word.
  func units(ofRow key: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "◌": letters.append(Self.vowel)
      case "।": letters.append(Self.end)
      case "॥": letters.append(Self.clusterEnd)
      default: letters.append(unit(scalar.value) ?? Self.none)
      }
    }
    return spoken(letters, isWhole: false)
  }

  /// Letters with the vowels that are not written; the last consonant is left as it is where the word
  /// is not whole.
  private func spoken(_ letters: [UInt8], isWhole: Bool) -> [UInt8] {
    var units: [UInt8] = []
    units.reserveCapacity(letters.count * 2)
    for (place, letter) in letters.enumerated() {
      units.append(letter)
      let hasDot = letter == Self.dot && place > 0
      guard isConsonant(hasDot ? letters[place - 1] : letter) else { continue }
      let next = place + 1 < letters.count ? letters[place + 1] : Self.blank
      let isLast = place + 1 == letters.count
      if next == Self.dot || next == Self.vowel || isSign(next) { continue }
      if isLast && !isWhole { continue }
      units.append(Self.vowel)
      guard next == Self.blank else { continue }
      let before = place - (hasDot ? 2 : 1)
      let closes =
        before >= 0 && (letters[before] == Self.joiner || Self.closers.contains(letters[before]))
      units.append(closes ? Self.clusterEnd : Self.end)
    }
    return units
  }
}
