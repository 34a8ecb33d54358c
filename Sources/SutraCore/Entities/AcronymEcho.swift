/// Proposes the acronym in brackets behind an organisation's name, and the same acronym wherever
/// else it stands.
struct AcronymEcho: MentionProposer {
  /// How sure the acronym in brackets is, and elsewhere.
  static let weight = 0.62
  /// How sure the name before it must be.
  static let least = 0.3

  /// The classes of words in brackets that say something else: where, who or when.
  private static let others: UInt32 =
    [
      LexicalClass.place, .givenName, .familyName, .timeWord, .role, .functionWord, .demonym,
      .placeHead, .media, .title,
    ].reduce(0) { $0 | $1.bit }

  private var acronyms: Set<[UInt8]> = []

  /// Learns the acronyms that stand in brackets behind names.
  init(_ names: [MentionProposal], _ text: TokenizedDocument) {
    for name in names where name.kind == .organization && name.weight >= Self.least {
      let open = name.tokens.upperBound
      guard open + 2 < text.tokens.count, text.tokens[open].kind == .openingBracket,
        text.tokens[open + 2].kind == .closingBracket, isAcronym(open + 1, text)
      else { continue }
      acronyms.insert(text.key(open + 1..<open + 2))
    }
  }

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    guard !acronyms.isEmpty else { return [] }
    var found: [MentionProposal] = []
    var known: [Int32: (stemLength: Int, cases: CaseSet)?] = [:]
    for (index, token) in text.tokens.enumerated() where token.kind == .word && token.word >= 0 {
      guard text.isWrittenAsAcronym(index) else { continue }
      let reading = known[token.word] ?? self.reading(token.word, text)
      known[token.word] = .some(reading)
      guard let reading else { continue }
      found.append(
        MentionProposal(
          tokens: index..<index + 1, kind: .organization, weight: Self.weight, canonical: nil,
          stemLength: reading.stemLength, cases: reading.cases, isMedia: false))
    }
    return found
  }

  /// The short form that a word is, perhaps with an ending.
  private func reading(
    _ word: Int32, _ text: TokenizedDocument
  ) -> (stemLength: Int, cases: CaseSet)? {
    let key = Array(text.vocabulary.key(of: word))
    if acronyms.contains(key) { return (0, []) }
    return text.vocabulary.stems(of: word)
      .first { acronyms.contains(Array(key.prefix($0.keyLength))) }
      .map { ($0.keyLength, $0.cases) }
  }

  /// Whether a word may be the short form of a name: capitals alone, where there are capitals.
  private func isAcronym(_ index: Int, _ text: TokenizedDocument) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, token.span.length >= 2, text.isWrittenAsAcronym(index) else {
      return false
    }
    return text.marksNames || text.classes(index) & Self.others == 0
  }
}
