import SutraCore

/// Turns text in the letters of an old font, which draw a script in the place of Latin letters, into Unicode.
///
/// Such a font has glyphs and no letters: a vowel sign is written where it is seen, so that those drawn before a
/// letter have to be put behind it, and joined letters come in halves.
public struct OldFont: Sendable {
  /// What a glyph is.
  enum Role: String {
    /// A letter, or several joined ones.
    case letter
    /// The first part of joined letters, to which a letter is still to come.
    case half
    /// The last part of joined letters.
    case joined
    /// A sign that is drawn before its letter.
    case before
    /// A sign that is drawn behind its letter, or around it.
    case after
    /// Drawn behind its letters and read before them.
    case reph
    /// A mark or a digit.
    case sign
    /// What two scalars behind each other are written as.
    case pair
  }

  private struct Glyph {
    let role: Role
    let letters: [Unicode.Scalar]
  }

  private struct Pair: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }

  private var glyphs: [Unicode.Scalar: Glyph] = [:]
  private var pairs: [Pair: Unicode.Scalar] = [:]

  /// Reads a table: a byte of Windows-1252 in two hexadecimal digits, what its glyph is, its letters, parted by tabs.
  ///
  /// - Parameter table: The table's bytes; rows that begin with `#` and others are left out.
  public init(_ table: [UInt8]) {
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard columns.count == 3, let role = Role(rawValue: columns[1]) else { continue }
      let (key, letters) = (Array(columns[0].unicodeScalars), Array(columns[2].unicodeScalars))
      if role == .pair {
        if key.count == 2 { pairs[Pair(first: key[0], second: key[1])] = letters[0] }
      } else if let byte = UInt8(columns[0], radix: 16), let scalar = Windows1252.scalar(byte) {
        glyphs[scalar] = Glyph(role: role, letters: letters)
      }
    }
  }

  /// A text in Unicode; words that are no glyphs, such as addresses, stay as they are.
  ///
  /// - Parameter text: A stretch of text in this font.
  /// - Returns: The text, or `nil` where a letter of it is none of the font.
  func unicode(_ text: String) -> String? {
    let isWhole = text.unicodeScalars.allSatisfy { $0.isASCII || glyphs[$0] != nil }
    guard isWhole else { return nil }
    var all = ""
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.value > 0x20 {
        word.unicodeScalars.append(scalar)
      } else {
        all += converted(word)
        word = ""
        all.unicodeScalars.append(scalar)
      }
    }
    return all + converted(word)
  }

  /// Whether a stretch of text on a page that has others in an old font is in it as well: letters beyond ASCII, or a
  /// capital behind a small letter, as words of it have and others have not.
  static func isLikely(_ text: String) -> Bool {
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      let isCapital = (0x41...0x5A).contains(scalar.value)
      if !scalar.isASCII || isCapital && (0x61...0x7A).contains(before.value) { return true }
      before = scalar
    }
    return false
  }

  private func converted(_ word: String) -> String {
    let isAddress = word.contains("@") || word.contains("://") || word.hasPrefix("www.")
    return isAddress ? word : syllables(word)
  }

  /// What letters that are drawn together are read as.
  private struct Syllable {
    var before: [Unicode.Scalar] = []
    var letters: [Unicode.Scalar] = []
    var after: [Unicode.Scalar] = []
    /// Whether a letter is still to come.
    var isOpen = true
  }

  private func syllables(_ word: String) -> String {
    var read: [Unicode.Scalar] = []
    var syllable = Syllable()
    func close() {
      read += syllable.letters + syllable.before + syllable.after
      syllable = Syllable()
    }
    for scalar in word.unicodeScalars {
      guard let glyph = glyphs[scalar] else {
        close()
        read.append(scalar)
        continue
      }
      switch glyph.role {
      case .letter, .half:
        if !syllable.isOpen || !syllable.after.isEmpty { close() }
        syllable.letters += glyph.letters
        syllable.isOpen = glyph.role == .half
      case .joined:
        syllable.letters += glyph.letters
        syllable.isOpen = false
      case .before:
        close()
        syllable.before = glyph.letters
      case .after: syllable.after += glyph.letters
      case .reph: syllable.letters = glyph.letters + syllable.letters
      case .sign, .pair:
        close()
        read += glyph.letters
      }
    }
    close()
    return paired(read)
  }

  /// Scalars with pairs written as one.
  private func paired(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if let last = text.last, let one = pairs[Pair(first: last, second: scalar)] {
        text.removeLast()
        text.append(one)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
