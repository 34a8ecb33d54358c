/// Proposes names in a language that writes them with capital letters: runs of capitalised words,
/// sorted into kinds by what they are made of and what stands around them.
struct CapitalRules: MentionProposer {
  /// Longest name in words.
  static let longest = 8

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    var found: [MentionProposal] = []
    var index = 0
    while index < text.tokens.count {
      guard begins(index, text) else {
        index += 1
        continue
      }
      let run = self.run(from: index, text)
      for part in parts(of: run, text) {
        if let proposal = judged(part, text) { found.append(proposal) }
      }
      index = max(run.upperBound, index + 1)
    }
    return found
  }

  /// Whether a name can begin at a token: it is capitalised, and no common word that only opens
  /// its sentence.
  private func begins(_ index: Int, _ text: TokenizedDocument) -> Bool {
    let token = text.tokens[index]
    guard token.isCapitalized else { return false }
    let classes = text.classes(index)
    if classes.has(.functionWord) || classes.has(.pronoun) || classes.has(.timeWord) {
      return false
    }
    guard opensSentence(index, text) else { return true }
    let next = index + 1
    let isFollowedByName = next < text.tokens.count && text.tokens[next].isCapitalized
    if classes.has(.givenName) || classes.has(.place) || classes.has(.title) || classes.has(.role) {
      return true
    }
    return !classes.has(.commonWord) || (isFollowedByName && classes.has(.familyName))
  }

  private func opensSentence(_ index: Int, _ text: TokenizedDocument) -> Bool {
    guard index > 0 else { return true }
    let before = text.tokens[index - 1]
    if text.tokens[index].span.start - before.span.end > 1 { return true }
    switch before.kind {
    case .terminator, .openingQuote, .colon: return true
    default: return false
    }
  }

  /// The capitalised words from a token on, joined by small words inside names ("of", "de").
  private func run(from start: Int, _ text: TokenizedDocument) -> Range<Int> {
    var end = start + 1
    while end < text.tokens.count, end - start < Self.longest {
      let token = text.tokens[end]
      guard token.followsBlank, text.tokens[end - 1].kind != .clitic else { break }
      if token.isCapitalized {
        if text.classes(end).has(.timeWord) { break }
        end += 1
      } else if end + 1 < text.tokens.count, text.tokens[end + 1].isCapitalized,
        isJoint(end, start, text)
      {
        end += 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether a small word joins the parts of one name: a particle of a person's name, or "of"
  /// after the head noun of an organisation or office.
  private func isJoint(_ index: Int, _ start: Int, _ text: TokenizedDocument) -> Bool {
    let classes = text.classes(index)
    if text.functionType(index) == nil { return classes.has(.familyName) && !classes.has(.role) }
    guard text.functionType(index) == .adposition else { return false }
    return (start..<index).contains { text.classes($0).has(.organizationHead) }
      && text.tokens[index].span.length == 2
  }

  /// A run without the titles, roles and demonyms before a person's name.
  private func parts(of run: Range<Int>, _ text: TokenizedDocument) -> [Range<Int>] {
    var first = run.lowerBound
    while first < run.upperBound {
      if text.classes(first).has(.organizationHead), first + 1 < run.upperBound,
        !text.tokens[first + 1].isCapitalized
      {
        break
      }
      var next = first
      for lexicalClass in [LexicalClass.title, .role] {
        if let found = text.phrases.longest(lexicalClass, at: first),
          found.match.end <= run.upperBound
        {
          next = max(next, found.match.end)
        }
      }
      if next == first { break }
      first = next
    }
    if first > run.lowerBound, first < run.upperBound { return [first..<run.upperBound] }
    return first == run.upperBound ? [] : [run]
  }

  private func judged(_ run: Range<Int>, _ text: TokenizedDocument) -> MentionProposal? {
    var run = run
    while let last = run.last, !text.tokens[last].isCapitalized { run = run.lowerBound..<last }
    guard let last = run.last else { return nil }
    let first = run.lowerBound
    let firstClasses = text.classes(first)
    let lastClasses = text.classes(last)
    let kind: EntityKind
    var weight: Double
    var isMedia = false
    if run.count > 1, isMediaHead(last, text) {
      (kind, weight, isMedia) = (.organization, 0.83, true)
    } else if run.count == 1, firstClasses & Self.heads != 0,
      firstClasses & (LexicalClass.givenName.bit | LexicalClass.place.bit) == 0
    {
      return nil
    } else if run.contains(where: { text.classes($0).has(.organizationHead) }), run.count > 1 {
      (kind, weight) = (.organization, 0.82)
    } else if lastClasses.has(.placeHead), run.count > 1 {
      (kind, weight) = (.place, 0.8)
    } else if run.contains(where: {
      !text.tokens[$0].isCapitalized && text.classes($0).has(.familyName)
    }) {
      (kind, weight) = (.person, 0.8)
    } else if run.count > 1, firstClasses.has(.givenName) {
      (kind, weight) = (.person, 0.88)
    } else if followsTitle(first, text) {
      (kind, weight) = (.person, 0.85)
    } else if run.count == 1, text.tokens[first].style == 2 {
      (kind, weight) = (.organization, 0.5)
    } else if lastClasses.has(.familyName), !firstClasses.has(.place), run.count <= 3 {
      (kind, weight) = (.person, 0.65)
    } else if run.count == 1, firstClasses.has(.givenName) {
      (kind, weight) = (.person, 0.6)
    } else if lastClasses.has(.commonWord), run.count == 1 {
      return nil
    } else if standsBesideCue(run, text) {
      (kind, weight) = (.person, 0.55)
    } else if followsAdposition(first, text) {
      (kind, weight) = (.place, 0.4)
    } else if run.count > 1 {
      (kind, weight) = run.count == 2 ? (.person, 0.4) : (.organization, 0.35)
    } else {
      return nil
    }
    weight += 0.01 * Double(run.count)
    return MentionProposal(
      tokens: run, kind: kind, weight: weight, canonical: nil, stemLength: 0, cases: [],
      isMedia: isMedia)
  }

  /// The classes of nouns that are no name by themselves, capitals or not.
  private static let heads: UInt32 =
    [
      LexicalClass.placeHead, .organizationHead, .title, .role, .document, .workHead, .demonym,
      .timeWord,
    ].reduce(0) { $0 | $1.bit }

  private func isMediaHead(_ index: Int, _ text: TokenizedDocument) -> Bool {
    text.classes(index).has(.media)
      && text.phrases.longest(.media, at: index)?.sense.attribute == MediaType.head.rawValue
  }

  private func followsTitle(_ index: Int, _ text: TokenizedDocument) -> Bool {
    guard index > 0 else { return false }
    let classes = text.classes(index - 1)
    return text.tokens[index].followsBlank && (classes.has(.title) || classes.has(.role))
  }

  private func followsAdposition(_ index: Int, _ text: TokenizedDocument) -> Bool {
    index > 0 && text.functionType(index - 1) == .adposition
  }

  private func standsBesideCue(_ run: Range<Int>, _ text: TokenizedDocument) -> Bool {
    let after = run.upperBound
    if after < text.tokens.count, text.phrases.longest(.cue, at: after) != nil { return true }
    return run.lowerBound > 0 && text.classes(run.lowerBound - 1).has(.cue)
  }
}
