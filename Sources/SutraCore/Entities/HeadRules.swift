/// Proposes names by the noun that closes them: a ministry, a district.
struct HeadRules: MentionProposer {
  /// Most words before a head that belong to its name.
  static let longestModifier = 5
  /// Most common words among them: "education" in the name of a ministry.
  static let mostCommonWords = 3

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    var found: [MentionProposal] = []
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
    if classes.has(.place) || classes.hasPersonName { return true }
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
}
