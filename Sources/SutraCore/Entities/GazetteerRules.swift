/// Proposes the names that the language's tables list.
struct GazetteerRules: MentionProposer {
  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    var found: [MentionProposal] = []
    for index in text.tokens.indices where text.phrases.holds(Self.classes, at: index) {
      for match in text.phrases.matches(at: index) {
        for sense in text.pack.lexicon.senses(at: match.node) {
          if let proposal = proposal(match, sense, text) { found.append(proposal) }
        }
      }
    }
    return found
  }

  /// What `proposal` makes names of.
  private static let classes =
    LexicalClass.place.bit | LexicalClass.organization.bit | LexicalClass.person.bit
    | LexicalClass.media.bit

  private func proposal(
    _ match: PhraseMatch, _ sense: Sense, _ text: TokenizedDocument
  ) -> MentionProposal? {
    let kind: EntityKind
    var weight: Double
    switch sense.lexicalClass {
    case .place: (kind, weight) = (.place, 0.7)
    case .organization: (kind, weight) = (.organization, 0.75)
    case .person: (kind, weight) = (.person, 0.8)
    case .media where sense.attribute == MediaType.name.rawValue:
      (kind, weight) = (.organization, 0.76)
    default: return nil
    }
    let count = match.end - match.start
    // A single word that is common, or that names persons too, is a poor witness.
    if count == 1 {
      let classes = text.classes(match.start)
      if classes.has(.functionWord) || isCommon(match, text) { return nil }
      if match.stemLength > 0, classes.hasPersonName { weight -= 0.3 }
      if kind == .place, text.allClasses(match.start).has(.familyName) { weight -= 0.05 }
      if !text.isWrittenAsName(match.start) { return nil }
    } else if !text.isWrittenAsName(match.start) || !text.isWrittenAsName(match.end - 1) {
      return nil
    }
    return MentionProposal(
      tokens: match.start..<match.end, kind: kind, weight: weight + 0.02 * Double(min(count, 5)),
      canonical: CanonicalName(sense), stemLength: match.stemLength,
      cases: match.cases, isMedia: sense.lexicalClass == .media)
  }

  /// Whether the word, or the stem it is matched by, is a common word.
  private func isCommon(_ match: PhraseMatch, _ text: TokenizedDocument) -> Bool {
    guard match.stemLength > 0 else { return text.classes(match.start).has(.commonWord) }
    let stems = text.vocabulary.stems(of: text.tokens[match.start].word)
    return stems.contains { stem in
      stem.keyLength == match.stemLength && stem.word >= 0
        && text.pack.lexicon.classes(of: stem.word).has(.commonWord)
    }
  }
}
