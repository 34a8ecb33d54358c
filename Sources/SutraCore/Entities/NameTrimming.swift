/// Takes from a person's name what stands beside it and is no part of it: a word of the language, a
/// place's or a verb, where the text has the same name without it; and the place that a noun for
/// places stands behind, "so-and-so | Fulpur subdistrict's".
///
/// Only for texts without capital letters, where nothing shows where a name ends.
struct NameTrimming {
  /// Fewest words of what is left.
  static let fewest = 2
  /// Most words before a name that are none of it.
  static let mostBefore = 2
  /// How often a name stands without a word that no table knows, before it is left out.
  static let oftenEnough = 2

  /// How often a name stands in a text, where first, and between which words.
  private struct Known {
    var count = 0
    let first: Int
    /// Numbers of the words right before and right behind it.
    var before: Set<Int32> = []
    var behind: Set<Int32> = []
  }

  private let text: TokenizedDocument
  private var known: [[UInt8]: Known] = [:]

  /// Learns the names of a text.
  init(_ names: [MentionProposal], _ text: TokenizedDocument) {
    self.text = text
    for name in names where name.kind == .person && name.tokens.count >= Self.fewest {
      let key = text.key(name.tokens, stemLength: name.stemLength)
      var own = known[key] ?? Known(first: name.tokens.lowerBound)
      own.count += 1
      let (before, behind) = (name.tokens.lowerBound - 1, name.tokens.upperBound)
      if before >= 0 { own.before.insert(text.tokens[before].word) }
      if behind < text.tokens.count { own.behind.insert(text.tokens[behind].word) }
      known[key] = own
    }
  }

  /// The names without what is no part of them, in text order.
  func trimmed(_ names: [MentionProposal]) -> [MentionProposal] {
    names.map { name in
      guard name.kind == .person else { return name }
      return withoutPlace(withoutWords(withoutTold(asSubject(name))))
    }
  }

  /// A name right before a verb of speech carries no ending, though it ends as if it did.
  private func asSubject(_ name: MentionProposal) -> MentionProposal {
    let verb = name.tokens.upperBound
    guard !name.cases.isDisjoint(with: [.genitive, .locative]), name.tokens.count > 1,
      verb < text.tokens.count, text.isPolite(verb),
      let (cue, sense) = text.phrases.longest(.cue, at: verb), cue.end == verb + 1,
      sense.attribute == CueFrame.verb.rawValue
    else { return name }
    return cut(name, to: name.tokens)
  }

  /// A name without the word behind it that tells to whom or where it was said: "so-and-so told |
  /// media workers".
  private func withoutTold(_ name: MentionProposal) -> MentionProposal {
    let last = name.tokens.upperBound - 1
    guard name.tokens.count > Self.fewest, isNamePart(last - 1),
      text.allClasses(last) & ~LexicalClass.commonWord.bit == 0
    else { return name }
    let isTold =
      name.cases.contains(.locative)
      || text.vocabulary.stems(of: text.tokens[last].word).contains {
        $0.cases.contains(.plural) && !$0.cases.isDisjoint(with: .caseMarkers)
          && $0.keyLength >= Self.shortestGroup
      }
    return isTold ? cut(name, to: name.tokens.dropLast()) : name
  }

  /// Fewest bytes of the stem of a noun for several: five Bengali letters.
  private static let shortestGroup = 15

  /// A name without the words beside it that it stands without elsewhere.
  private func withoutWords(_ name: MentionProposal) -> MentionProposal {
    guard name.tokens.count > Self.fewest,
      let own = known[text.key(name.tokens, stemLength: name.stemLength)]
    else { return name }
    let rest = name.tokens.dropLast()
    if let short = known[text.key(rest)], short.count >= own.count,
      !short.behind.contains(text.tokens[rest.upperBound].word), isForeign(behind: name, short, own)
    {
      return cut(name, to: rest)
    }
    for count in 1...Self.mostBefore where name.tokens.count - count >= Self.fewest {
      let rest = name.tokens.dropFirst(count)
      guard let short = known[text.key(rest, stemLength: name.stemLength)],
        short.count >= own.count, !short.before.contains(text.tokens[rest.lowerBound - 1].word),
        isForeign(before: rest.lowerBound, short, own)
      else { continue }
      return name.with(rest, .person)
    }
    return name
  }

  private func cut(_ name: MentionProposal, to tokens: Range<Int>) -> MentionProposal {
    MentionProposal(
      tokens: tokens, kind: .person, weight: name.weight, canonical: nil, stemLength: 0, cases: [],
      isMedia: false)
  }

  /// Whether the last word of a name is none of it.
  private func isForeign(behind name: MentionProposal, _ short: Known, _ own: Known) -> Bool {
    let last = name.tokens.upperBound - 1
    guard !isNamePart(last) else { return false }
    if isWord(last) || text.hasFiniteEnding(last) || name.cases.contains(.locative) { return true }
    // A word that no table knows may be the end of the full name, with which somebody is brought in.
    return own.count == 1 && short.count >= Self.oftenEnough && short.first < name.tokens.lowerBound
  }

  /// Whether the word before a token is no part of the name that begins there.
  private func isForeign(before first: Int, _ short: Known, _ own: Known) -> Bool {
    let classes = text.classes(first - 1)
    if classes.has(.role), classes.has(.commonWord) { return true }
    guard !isNamePart(first - 1) else { return false }
    return isWord(first - 1) || text.hasFiniteEnding(first - 1)
      || own.count == 1 && short.count >= Self.oftenEnough && short.first < first
  }

  private func isNamePart(_ index: Int) -> Bool {
    let classes = text.allClasses(index)
    return classes.hasPersonName || classes.has(.title)
  }

  private func isWord(_ index: Int) -> Bool {
    let classes = text.classes(index)
    return classes.has(.commonWord) || classes.has(.place) || classes.has(.functionWord)
      || classes.has(.role) || classes.has(.placeHead)
  }

  /// A name without the place at its end that a noun for places stands behind; a place, where nothing
  /// else is left.
  private func withoutPlace(_ name: MentionProposal) -> MentionProposal {
    let last = name.tokens.upperBound - 1
    guard name.cases.isEmpty, last + 1 < text.tokens.count, isPlaceNoun(last + 1),
      text.tokens[last + 1].followsBlank
    else { return name }
    guard !isNamePart(last) else { return name }
    if name.tokens.count == 1 { return name.with(name.tokens, .place) }
    guard name.tokens.count > Self.fewest else { return name }
    return cut(name, to: name.tokens.dropLast())
  }

  /// Whether a word is a noun behind the name of a place, in the genitive: where something happens
  /// may stand behind a person's name as well.
  private func isPlaceNoun(_ index: Int) -> Bool {
    let nouns = text.pack.settings.placeNouns
    guard !nouns.isEmpty, text.tokens[index].kind == .word else { return false }
    return text.vocabulary.stems(of: text.tokens[index].word).contains {
      $0.cases.contains(.genitive)
        && nouns.contains(text.name(index..<index + 1, stemLength: $0.keyLength))
    }
  }
}
