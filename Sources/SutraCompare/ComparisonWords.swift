import SutraCore

/// What languages call the same things, as far as articles are compared by it.
public struct ComparisonWords: Sendable {
  /// What a row tells.
  private enum Kind: String {
    /// What is counted, in a word that all languages share.
    case unit
    /// By what a number before it is multiplied.
    case times
    /// The sound of a letter, of a class of consonants; nothing for a vowel.
    case sound
  }

  private var units: [String: String] = [:]
  private var factors: [String: Double] = [:]
  private var sounds: [Unicode.Scalar: String] = [:]

  /// Reads tables: kind, tab, meaning, tab, word; rows that begin with `#` and others are left out.
  public init(_ tables: [[UInt8]] = []) {
    for line in tables.flatMap({ $0.split(separator: 0x0A) }) {
      let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard columns.count == 3, !columns[0].hasPrefix("#") else { continue }
      switch Kind(rawValue: columns[0]) {
      case .unit: units[columns[2]] = columns[1]
      case .times: factors[columns[2]] = Double(columns[1])
      case .sound:
        if let letter = columns[2].unicodeScalars.first { sounds[letter] = columns[1] }
      case nil: continue
      }
    }
  }

  /// What is counted by a word; `nil` where nothing is.
  func unit(of word: String) -> String? { units[word] }

  /// By what a word multiplies the number before it.
  func factor(of word: String) -> Double? { factors[word] }

  /// How a word sounds: classes of its consonants, so that a name is the same in several scripts.
  func sound(of word: String) -> String {
    var sound = ""
    for scalar in word.lowercased().unicodeScalars {
      guard let next = sounds[scalar], next != "-" else { continue }
      for letter in next where sound.last != letter { sound.append(letter) }
    }
    return sound
  }
}
