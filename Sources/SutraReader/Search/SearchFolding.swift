/// Which differences of spelling a search overlooks.
///
/// Always: canonical equivalence and nukta forms, ZWJ and ZWNJ, Bengali and Latin digits, letter
/// case. On demand: letters that sound alike and are often confused, and the script of names.
public struct SearchFolding: Hashable, Sendable {
  /// Whether long and short vowel signs, the two n and the three s are one each.
  public var isLoose: Bool

  /// Whether a name is found in another script as well: a Bengali one by `putin`.
  public var readsOtherScripts: Bool

  /// Makes a folding.
  public init(isLoose: Bool = false, readsOtherScripts: Bool = false) {
    self.isLoose = isLoose
    self.readsOtherScripts = readsOtherScripts
  }

  /// What a scalar is compared as; 0 when it is overlooked.
  @inline(__always)
  func unit(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    if scalar & ~0x7F == 0x0980 { return bengali(scalar) }
    return other(scalar)
  }

  @inline(__always)
  private func bengali(_ scalar: UInt32) -> UInt32 {
    if scalar >= 0x09E6, scalar <= 0x09EF { return scalar - 0x09E6 + 0x30 }
    guard isLoose else { return scalar }
    switch scalar {
    case 0x09C0: return 0x09BF
    case 0x09C2: return 0x09C1
    case 0x0988: return 0x0987
    case 0x098A: return 0x0989
    case 0x09A3: return 0x09A8
    case 0x09B6, 0x09B7: return 0x09B8
    default: return scalar
    }
  }

  private func other(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x200C, 0x200D, 0x00AD: return 0
    case 0x0966...0x096F: return scalar - 0x0966 + 0x30
    case 0x2018, 0x2019: return 0x27
    case 0x201C, 0x201D: return 0x22
    default:
      guard scalar < 0x0600 || (0x1E00..<0x2000).contains(scalar),
        let small = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars,
        small.count == 1, let first = small.first
      else { return scalar }
      return first.value
    }
  }

  /// Whether a letter may have another part behind it: three with a nukta, one vowel sign, Latin
  /// ones with marks.
  @inline(__always)
  static func mayContinue(_ scalar: UInt32) -> Bool {
    if scalar < 0x250 { return scalar >= 0x41 }
    return scalar == 0x09C7 || scalar == 0x09AF || scalar == 0x09A1 || scalar == 0x09A2
      || scalar & ~0xFF == 0x1E00
  }

  /// Whether a scalar may be a later part of a letter.
  static func isPart(_ scalar: UInt32) -> Bool {
    scalar == 0x09BC || scalar == 0x09BE || scalar == 0x09D7 || (0x0300..<0x0370).contains(scalar)
  }

  /// What two scalars in a row are compared as when they are one letter in two parts.
  @inline(__always)
  func joined(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch (first, second) {
    case (0x09A1, 0x09BC): 0x09DC
    case (0x09A2, 0x09BC): 0x09DD
    case (0x09AF, 0x09BC): 0x09DF
    case (0x09C7, 0x09BE): 0x09CB
    case (0x09C7, 0x09D7): 0x09CC
    default:
      second & ~0x7F == 0x0300 && second < 0x0370
        ? LatinLetters.composed(unit(first), second) : nil
    }
  }

  /// The scalars that a unit may begin with in a text.
  func beginnings(of unit: UInt32) -> [UInt32] {
    var found = [unit]
    switch unit {
    case 0x09DC: found.append(0x09A1)
    case 0x09DD: found.append(0x09A2)
    case 0x09DF: found.append(0x09AF)
    case 0x09CB, 0x09CC: found.append(0x09C7)
    case 0x30...0x39: found += [unit - 0x30 + 0x09E6, unit - 0x30 + 0x0966]
    case 0x27: found += [0x2018, 0x2019]
    case 0x22: found += [0x201C, 0x201D]
    default:
      if isLoose { found += (0x0980...0x09BF).filter { $0 != unit && bengali($0) == unit } }
      if isLoose { found += (0x09C0...0x09C3).filter { $0 != unit && bengali($0) == unit } }
      var letter = unit
      while true {
        if let capital = Self.capital(of: letter) { found.append(capital) }
        guard let base = LatinLetters.base(of: letter) else { break }
        found.append(base)
        letter = base
      }
    }
    return found
  }

  /// The capital of a small letter.
  private static func capital(of letter: UInt32) -> UInt32? {
    guard let scalar = Unicode.Scalar(letter), scalar.properties.isLowercase else { return nil }
    let capital = scalar.properties.uppercaseMapping.unicodeScalars
    guard capital.count == 1, let first = capital.first, first.value != letter else { return nil }
    return first.value
  }
}

/// Latin letters with one mark or two, composed and in parts.
enum LatinLetters {
  /// Letters that take a second mark, most of them of Vietnamese.
  private static let marked = "âêôăơưạẹọäöüāēō".unicodeScalars.map(\.value)

  /// For a small letter and its mark the composed letter, and the other way round.
  ///
  /// `String` hashes by canonical equivalence, so a composed letter finds its parts.
  private static let table: (composed: [UInt64: UInt32], base: [UInt32: UInt32]) = {
    var parts: [String: (UInt32, UInt32)] = [:]
    for base in Array(UInt32(0x61)...0x7A) + marked {
      for mark in UInt32(0x0300)...0x0331 {
        guard let letter = Unicode.Scalar(base), let sign = Unicode.Scalar(mark) else { continue }
        parts[String(letter) + String(sign)] = (base, mark)
      }
    }
    var composed: [UInt64: UInt32] = [:]
    var bases: [UInt32: UInt32] = [:]
    for value in Array(UInt32(0xDF)...0x24F) + Array(UInt32(0x1E00)...0x1EFF) {
      guard let scalar = Unicode.Scalar(value), let (base, mark) = parts[String(scalar)] else {
        continue
      }
      composed[UInt64(base) << 32 | UInt64(mark)] = value
      bases[value] = base
    }
    return (composed, bases)
  }()

  /// The composed letter of a small letter and a mark; `nil` when there is none.
  static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    table.composed[UInt64(base) << 32 | UInt64(mark)]
  }

  /// The letter under the last mark of a composed one.
  static func base(of composed: UInt32) -> UInt32? {
    composed < 0xDF || composed > 0x1EFF ? nil : table.base[composed]
  }
}
