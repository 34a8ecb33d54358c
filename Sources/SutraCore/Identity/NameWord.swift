/// A word of a person's name, in the forms by which names of different articles are compared.
struct NameWord: Hashable, Sendable {
  /// The word, folded.
  let key: [UInt8]
  /// What all spellings of it in its own script share, as far as that is known.
  let loose: [UInt8]
  /// The scalars of that.
  private let scalars: [Unicode.Scalar]

  init(_ key: [UInt8], _ variants: [LetterVariants]) {
    self.key = key
    var loose = key
    for variants in variants { loose = variants.loose(loose) }
    self.loose = loose
    scalars = Array(String(decoding: loose, as: UTF8.self).unicodeScalars)
  }

  /// Whether it is written with Latin letters.
  var isLatin: Bool { key.allSatisfy { $0 < 0x80 } || !loose.contains { $0 >= 0xE0 } }

  /// Whether it is one letter that stands for a name.
  var isInitial: Bool { scalars.count == 1 }

  /// Whether a name may begin so.
  func begins(with other: NameWord) -> Bool { scalars.first == other.scalars.first }

  /// How sure it is that both are the same word in one script, from 0 to 1.
  func likeness(to other: NameWord) -> Double {
    if key == other.key { return 1 }
    if loose == other.loose { return 0.97 }
    let longest = max(scalars.count, other.scalars.count)
    guard longest >= 4, min(scalars.count, other.scalars.count) >= 3 else { return 0 }
    let distance = Self.distance(scalars, other.scalars)
    if isLatin {
      guard Self.consonants(scalars) == Self.consonants(other.scalars) else {
        return 0
      }
      if Self.vowels(scalars) == Self.vowels(other.scalars) { return 0.95 }
      return longest >= 6 && distance * 4 <= longest ? 0.9 : 0
    }
    // The first letter is the one that people get right.
    return scalars.first == other.scalars.first && distance * 5 <= longest ? 0.9 : 0
  }

  /// The consonants of a word in Latin letters, those that sound alike as one.
  private static func consonants(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let sound: Unicode.Scalar? =
        switch scalar {
        case "a", "e", "i", "o", "u", "y": index == 0 ? "a" : nil
        case "h": index == 0 ? "h" : nil
        case "c", "q", "k": "k"
        case "p" where next == "h": "f"
        case "z", "s": "s"
        case "v", "w": "v"
        default: scalar
        }
      if let sound, found.last != sound { found.append(sound) }
    }
    return found
  }

  /// The vowels of such a word, those that sound alike as one.
  private static func vowels(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    var wasVowel = false
    for scalar in scalars {
      let sound: Unicode.Scalar? =
        switch scalar {
        case "a": "a"
        case "e", "i", "y": "i"
        case "o", "u": "u"
        default: nil
        }
      if let sound, !(wasVowel && found.last == sound) { found.append(sound) }
      wasVowel = sound != nil
    }
    return found
  }

  /// How many scalars have to be put in, taken out or exchanged.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    guard max(one.count, other.count) <= 60 else { return .max / 8 }
    var row = Array(0...other.count)
    for (index, scalar) in one.enumerated() {
      var before = row[0]
      row[0] = index + 1
      for (place, letter) in other.enumerated() {
        let above = row[place + 1]
        row[place + 1] = min(
          above + 1, row[place] + 1, before + (scalar == letter ? 0 : 1))
        before = above
      }
    }
    return row[other.count]
  }
}
