/// What a word's ending tells of it.
struct CaseSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let genitive = CaseSet(rawValue: 1 << 0)
  static let locative = CaseSet(rawValue: 1 << 1)
  static let objective = CaseSet(rawValue: 1 << 2)
  static let plural = CaseSet(rawValue: 1 << 3)
  static let classifier = CaseSet(rawValue: 1 << 4)
  static let emphatic = CaseSet(rawValue: 1 << 5)
  static let inclusive = CaseSet(rawValue: 1 << 6)

  /// The endings that tell what part the word plays in its sentence.
  static let caseMarkers: CaseSet = [.genitive, .locative, .objective]

  /// The words for the cases in `endings.tsv`.
  static let names: [String: CaseSet] = [
    "genitive": .genitive, "locative": .locative, "objective": .objective, "plural": .plural,
    "classifier": .classifier, "emphatic": .emphatic, "inclusive": .inclusive,
  ]
}

/// A word without one of its possible endings.
struct Stem: Sendable {
  /// The stem's number in the lexicon, or -1 when the lexicon does not know it.
  let word: Int32
  /// Length of the stem in bytes of the folded key.
  let keyLength: Int
  /// What the endings that were taken off say.
  let cases: CaseSet
}

/// The case endings of a language, longest first.
struct EndingTable: Sendable {
  /// One ending.
  struct Ending: Sendable {
    /// Its folded key.
    let key: [UInt8]
    /// What it says.
    let cases: CaseSet
    /// Whether it only follows a vowel (`true`), only a consonant (`false`), or either (`nil`).
    let followsVowel: Bool?
  }

  /// Fewest bytes of a stem: two Bengali letters.
  static let shortestStem = 6
  /// How many endings may follow each other, as in classifier, case, emphatic.
  static let longestChain = 3

  private(set) var endings: [Ending] = []

  /// Adds an ending and keeps the longest first.
  mutating func add(_ ending: Ending) {
    let index = endings.firstIndex { $0.key.count < ending.key.count } ?? endings.count
    endings.insert(ending, at: index)
  }

  /// Calls `body` with every stem of a key, the longest ending of each step first.
  func forEachStem(of key: ArraySlice<UInt8>, _ body: (Int, CaseSet) -> Void) {
    strip(key, [], Self.longestChain, body)
  }

  /// Whether a key is nothing but endings, as they are written onto a closing quotation mark.
  func areEndings(_ key: ArraySlice<UInt8>, _ left: Int = longestChain) -> Bool {
    guard left > 0 else { return false }
    return endings.contains { ending in
      key.starts(with: ending.key)
        && (key.count == ending.key.count
          || areEndings(key.dropFirst(ending.key.count), left - 1))
    }
  }

  private func strip(
    _ key: ArraySlice<UInt8>, _ cases: CaseSet, _ left: Int, _ body: (Int, CaseSet) -> Void
  ) {
    guard left > 0 else { return }
    for ending in endings {
      let length = key.count - ending.key.count
      guard length >= Self.shortestStem else { continue }
      let cut = key.startIndex + length
      guard key[cut...].elementsEqual(ending.key) else { continue }
      let stem = key[..<cut]
      if let wanted = ending.followsVowel, wanted != Self.endsInVowel(stem),
        !(wanted && Self.endsInBreath(stem))
      {
        continue
      }
      let all = cases.union(ending.cases)
      // One case ending a word; plurals and classifiers come before it, emphatics after it.
      if !cases.isDisjoint(with: ending.cases) { continue }
      if !cases.isDisjoint(with: .caseMarkers), !ending.cases.isDisjoint(with: .caseMarkers) {
        continue
      }
      body(length, all)
      strip(stem, all, left - 1, body)
    }
  }

  /// Whether a folded key ends in a long vowel and the letter for a breath, which is hardly heard, so that the
  /// endings of vowels follow it as well.
  private static func endsInBreath(_ key: ArraySlice<UInt8>) -> Bool {
    key.suffix(6).elementsEqual([0xE0, 0xA6, 0xBE, 0xE0, 0xA6, 0xB9])
  }

  /// Whether a folded key ends in a Bengali vowel, vowel sign or final sign.
  static func endsInVowel(_ key: ArraySlice<UInt8>) -> Bool {
    guard key.count >= 3, let last = key.last else { return false }
    let lead = key[key.endIndex - 3]
    let second = key[key.endIndex - 2]
    guard lead == 0xE0 else { return false }
    if second == 0xA6 {
      // The glide U+09AF U+09BC takes the endings that vowels take.
      if last == 0xBC { return key.count >= 6 && key[key.endIndex - 4] == 0xAF }
      return (last >= 0x85 && last <= 0x94) || last >= 0xBE
    }
    return second == 0xA7 && (last <= 0x8C || last == 0x97)
  }
}
