/// Tells which words of a text without capital letters can be part of a person's name.
struct NameWords {
  /// How much a word looks like part of a name.
  enum Strength: Int, Comparable {
    /// It is no part of a name.
    case none
    /// A common word that is also a name.
    case weak
    /// A word that no table knows.
    case unknown
    /// A word that the tables know as a name.
    case known

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  /// One word's part in a name.
  struct Reading {
    /// How much it looks like part of a name.
    let strength: Strength
    private let stem: UInt16
    /// What its ending says.
    let cases: CaseSet

    /// Length of its stem in bytes of its key, or 0 when it carries no ending.
    var stemLength: Int { Int(stem) }

    init(strength: Strength, stemLength: Int, cases: CaseSet) {
      self.strength = strength
      stem = UInt16(clamping: stemLength)
      self.cases = cases
    }
  }

  private static let nothing = Reading(strength: .none, stemLength: 0, cases: [])
  /// The classes that rule a word out as an unknown name.
  private static let closed: UInt32 =
    [
      LexicalClass.functionWord, .pronoun, .timeWord, .connective, .lightVerb, .role, .cue,
      .complementiser, .commonWord, .document, .placeHead, .organizationHead, .workHead, .media,
      .demonym, .place, .organization,
    ].reduce(0) { $0 | $1.bit }
  /// The classes that rule out a known name as well.
  private static let never: UInt32 =
    [LexicalClass.functionWord, .pronoun, .complementiser, .lightVerb].reduce(0) { $0 | $1.bit }

  let text: TokenizedDocument

  /// What part of a name the token can be.
  func reading(_ index: Int) -> Reading {
    let token = text.tokens[index]
    guard token.kind == .word else { return Self.nothing }
    let classes = text.classes(index)
    if classes.has(.title), titleType(index) == .namePart {
      return Reading(strength: .known, stemLength: 0, cases: [])
    }
    guard classes & Self.never == 0 else { return Self.nothing }
    let isName = classes.hasPersonName
    if isName {
      let isCommon = classes.has(.commonWord) || classes.has(.role) || classes.has(.timeWord)
      return Reading(strength: isCommon ? .weak : .known, stemLength: 0, cases: [])
    }
    let nameStem =
      text.vocabulary.stem(of: token.word, in: .givenName)
      ?? text.vocabulary.stem(of: token.word, in: .familyName)
    if let stem = nameStem {
      let isCommon = text.pack.lexicon.classes(of: stem.word).has(.commonWord)
      // What is common with its ending and without it is no name; with it alone, a weak one.
      if isCommon && classes.has(.commonWord) { return Self.nothing }
      return Reading(
        strength: isCommon || classes.has(.commonWord) ? .weak : .known,
        stemLength: stem.keyLength, cases: stem.cases)
    }
    if classes.has(.commonWord) { return Self.nothing }
    guard (classes | text.allClasses(index)) & Self.closed == 0 else { return Self.nothing }
    return unknown(token)
  }

  /// A word that no table knows, taken apart by its ending alone.
  private func unknown(_ token: Token) -> Reading {
    let stems = text.vocabulary.stems(of: token.word)
    // Endings of one letter are as often part of the name, so only longer ones count.
    let key = text.vocabulary.key(of: token.word)
    let stem =
      stems.first { key.count - $0.keyLength >= 6 && !$0.cases.contains(.classifier) }
      ?? stems.first { $0.isEmphasis(in: key) }
    if let classified = stems.first(where: { $0.cases.contains(.classifier) }),
      stem == nil || classified.keyLength < (stem?.keyLength ?? 0)
    {
      return Self.nothing
    }
    return Reading(strength: .unknown, stemLength: stem?.keyLength ?? 0, cases: stem?.cases ?? [])
  }

  private func titleType(_ index: Int) -> TitleType? {
    text.phrases.longest(.title, at: index).flatMap { TitleType(rawValue: $0.sense.attribute) }
  }
}

extension TokenizedDocument {
  /// How long the stem of a word is that no table knows and that ends as "so-and-so as well" does; 0
  /// where it does not.
  func emphasizedStem(_ index: Int) -> Int {
    guard allClasses(index) == 0, tokens[index].word >= 0 else { return 0 }
    let key = vocabulary.key(of: tokens[index].word)
    return vocabulary.stems(of: tokens[index].word).first { $0.isEmphasis(in: key) }?.keyLength ?? 0
  }
}

extension Stem {
  /// Fewest bytes of a name that an emphatic ending is taken off: four Bengali letters.
  private static let shortestEmphatic = 12

  /// Whether what follows it is a vowel of its own behind a consonant, as in no name: "as well".
  fileprivate func isEmphasis(in key: ArraySlice<UInt8>) -> Bool {
    cases == .emphatic && keyLength >= Self.shortestEmphatic
      && !EndingTable.endsInVowel(key.prefix(keyLength))
  }
}
