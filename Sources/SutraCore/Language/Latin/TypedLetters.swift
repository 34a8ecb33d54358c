/// What somebody typed, as Latin letters that are compared.
enum TypedLetters {
  /// Most letters of a name.
  static let most = 64

  /// The small letters of a name without marks, one blank between two words.
  ///
  /// - Returns: `nil` where anything else is in it, such as digits or another script, or too much.
  static func of(_ text: some StringProtocol) -> [UInt8]? {
    var letters: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z": letters.append(UInt8(scalar.value))
      case "A"..."Z": letters.append(UInt8(scalar.value | 0x20))
      case " ", "-", "\u{A0}": if letters.last ?? 0x20 != 0x20 { letters.append(0x20) }
      case "'", "’", ".", "\u{300}"..."\u{36F}": continue
      default:
        guard let letter = plain(scalar) else { return nil }
        letters.append(letter)
      }
      guard letters.count <= most else { return nil }
    }
    if letters.last == 0x20 { letters.removeLast() }
    return letters.isEmpty ? nil : letters
  }

  /// The letter of ASCII under the marks of a Latin one, which its name tells.
  private static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value),
      let name = scalar.properties.name, name.hasPrefix("LATIN "),
      let letter = name.split(separator: " ").dropFirst(3).first, letter.utf8.count == 1
    else { return nil }
    return letter.utf8.first.map { $0 | 0x20 }
  }
}
