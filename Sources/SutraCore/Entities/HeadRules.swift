/// Proposes names by the noun that closes them: a ministry, a district, a programme.
struct HeadRules: MentionProposer {
  /// Most words before a head that belong to its name.
  static let longestModifier = 5
  /// Most common words among them: "education" in the name of a ministry.
  static let mostCommonWords = 3

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    guard !text.pack.settings.hasCapitals else { return works(in: text) + titles(in: text) }
    var found = works(in: text)
    for index in text.tokens.indices {
      let classes = text.allClasses(index)
      if classes.has(.organizationHead), let proposal = organization(index, text) {
        found.append(proposal)
      }
      if classes.has(.placeHead), let proposal = place(index, text) { found.append(proposal) }
    }
    return found
  }

  /// The words that stand before an organisation's head noun.
  private func organization(_ head: Int, _ text: TokenizedDocument) -> MentionProposal? {
    guard let found = text.phrases.longest(.organizationHead, at: head),
      !found.match.cases.contains(.classifier), !found.match.cases.contains(.plural)
    else { return nil }
    var first = head
    var commonCount = 0
    var namedCount = 0
    while first > 0, head - first < Self.longestModifier {
      let before = first - 1
      let token = text.tokens[before]
      guard token.kind == .word, text.tokens[first].followsBlank,
        text.pairOfToken[before] == text.pairOfToken[head], isModifier(before, text)
      else { break }
      let classes = text.classes(before)
      if classes.has(.commonWord) && !classes.has(.place) {
        commonCount += 1
        if commonCount > Self.mostCommonWords { break }
      } else {
        namedCount += 1
      }
      first = before
    }
    guard first < head, namedCount > 0 || (commonCount <= 2 && !isCounted(first, text)) else {
      return nil
    }
    return MentionProposal(
      tokens: first..<found.match.end, kind: .organization,
      weight: namedCount > 0 ? 0.78 : 0.6, canonical: nil, stemLength: found.match.stemLength,
      cases: found.match.cases, isMedia: false)
  }

  /// Whether a number or a word of quantity stands before a token: "214 schools" name none.
  private func isCounted(_ index: Int, _ text: TokenizedDocument) -> Bool {
    guard index > 0 else { return false }
    return text.tokens[index - 1].kind == .number || beginsWithDigit(index - 1, text)
      || text.functionType(index - 1) == .quantifier
  }

  private func beginsWithDigit(_ index: Int, _ text: TokenizedDocument) -> Bool {
    text.document.text.bytes.withUnsafeBufferPointer { bytes in
      let token = text.tokens[index]
      if case .digit = ScalarKind.at(Int(token.start), in: bytes, before: Int(token.end)).kind {
        return true
      }
      return false
    }
  }

  /// Whether a word without ending can be part of an organisation's name.
  private func isModifier(_ index: Int, _ text: TokenizedDocument) -> Bool {
    if beginsWithDigit(index, text) { return false }
    let classes = text.classes(index)
    let closed: UInt32 =
      [
        LexicalClass.functionWord, .pronoun, .timeWord, .connective, .lightVerb, .complementiser,
        .role, .cue,
      ].reduce(0) { $0 | $1.bit }
    if classes & closed != 0 { return false }
    if classes & (LexicalClass.place.bit | LexicalClass.givenName.bit | LexicalClass.familyName.bit)
      != 0
    {
      return true
    }
    // A common word with a case ending belongs to the clause, not to the name.
    let stems = text.vocabulary.stems(of: text.tokens[index].word)
    let isInflected = stems.contains { stem in
      stem.word >= 0 && !stem.cases.isDisjoint(with: .caseMarkers.union(.plural))
    }
    return !isInflected
  }

  /// An unknown word before "district", "village" and the like.
  private func place(_ head: Int, _ text: TokenizedDocument) -> MentionProposal? {
    guard head > 0, text.tokens[head - 1].kind == .word, text.tokens[head].followsBlank else {
      return nil
    }
    let classes = text.allClasses(head - 1)
    guard classes == 0 || classes.has(.place) else { return nil }
    let known = text.phrases.longest(.place, at: head - 1)
    return MentionProposal(
      tokens: head - 1..<head, kind: .place, weight: classes == 0 ? 0.68 : 0.85,
      canonical: known.flatMap { CanonicalName($0.sense) },
      stemLength: known?.match.stemLength ?? 0, cases: known?.match.cases ?? [], isMedia: false)
  }

  /// Titles of works: in quotation marks beside a noun for works, or between a medium that owns
  /// the work and such a noun.
  private func works(in text: TokenizedDocument) -> [MentionProposal] {
    var found: [MentionProposal] = []
    for head in text.tokens.indices where text.allClasses(head).has(.workHead) {
      guard head > 0 else { continue }
      if text.tokens[head - 1].kind == .closingQuote, text.pairOfToken[head - 1] >= 0 {
        let pair = text.pairs[text.pairOfToken[head - 1]]
        if pair.close == head - 1, pair.close - pair.open > 1, pair.close - pair.open <= 9 {
          found.append(work(pair.open + 1..<pair.close))
        }
        continue
      }
      var first = head
      while first > 0, head - first < Self.longestModifier, text.tokens[first - 1].kind == .word,
        text.tokens[first].followsBlank,
        !text.classes(first - 1).has(.functionWord),
        !isMedia(endingAt: first - 1, text)
      {
        first -= 1
      }
      if first < head, first > 0, isMedia(endingAt: first - 1, text) {
        found.append(work(first..<head))
      }
    }
    return found
  }

  /// Longest title in tokens.
  static let longestTitle = 9

  /// Titles in quotation marks: a few words, all but the small ones with a capital, and no mark
  /// that closes speech.
  private func titles(in text: TokenizedDocument) -> [MentionProposal] {
    var found: [MentionProposal] = []
    for pair in text.pairs where !pair.isUnterminated {
      var tokens = pair.open + 1..<max(pair.open + 1, pair.close)
      if let last = tokens.last, text.tokens[last].kind == .comma {
        tokens = tokens.lowerBound..<last
      }
      guard tokens.count >= 2, tokens.count <= Self.longestTitle, let first = tokens.first,
        text.tokens[first].isCapitalized,
        let last = tokens.last, text.tokens[last].isCapitalized || text.tokens[last].kind == .number
      else { continue }
      let isTitle = tokens.allSatisfy { index in
        switch text.tokens[index].kind {
        case .word: text.tokens[index].isCapitalized || text.functionType(index) != nil
        case .number, .clitic, .comma, .colon: true
        default: false
        }
      }
      if isTitle { found.append(work(tokens)) }
    }
    return found
  }

  private func work(_ tokens: Range<Int>) -> MentionProposal {
    MentionProposal(
      tokens: tokens, kind: .work, weight: 0.95, canonical: nil, stemLength: 0, cases: [],
      isMedia: false)
  }

  /// Whether a medium's name in the genitive ends at a token.
  private func isMedia(endingAt last: Int, _ text: TokenizedDocument) -> Bool {
    for start in stride(from: last, through: max(0, last - 3), by: -1) {
      if let found = text.phrases.longest(.media, at: start), found.match.end == last + 1 {
        return found.match.cases.contains(.genitive)
          || text.tokens[last + 1 < text.tokens.count ? last + 1 : last].kind == .clitic
      }
    }
    return false
  }
}
