/// Parts what seems one person's name where it is two that the text has elsewhere: who tells and whom
/// it is told, "Sheela Roy | Anwar Hossain" in a language where nothing stands between them.
///
/// Only a name whose last word has a case ending, as whom it is told has.
struct NameParting {
  /// Fewest words of who tells, and of the whole.
  static let fewest = 2
  static let fewestTogether = 3

  private let text: TokenizedDocument
  /// Words that stand together in names that are surely one, from their first word on and anywhere.
  private var openings: Set<[UInt8]> = []
  private var parts: Set<[UInt8]> = []

  /// Learns the names of a text.
  init(_ names: [MentionProposal], _ text: TokenizedDocument) {
    self.text = text
    guard names.contains(where: mayBeTwo) else { return }
    for name in names where name.kind == .person && !mayBeTwo(name) {
      for start in name.tokens {
        for end in start + 1..<name.tokens.upperBound + 1 {
          let key = key(start..<end, of: name)
          if start == name.tokens.lowerBound { openings.insert(key) }
          parts.insert(key)
        }
      }
    }
  }

  /// The names, parted, in text order.
  func parted(_ names: [MentionProposal]) -> [MentionProposal] {
    guard !parts.isEmpty else { return names }
    return names.flatMap { name in
      guard mayBeTwo(name), let border = border(in: name) else { return [name] }
      return [
        MentionProposal(
          tokens: name.tokens.lowerBound..<border, kind: .person, weight: name.weight,
          canonical: nil, stemLength: 0, cases: [], isMedia: false),
        name.with(border..<name.tokens.upperBound, .person),
      ]
    }
  }

  private func mayBeTwo(_ name: MentionProposal) -> Bool {
    name.kind == .person && name.tokens.count >= Self.fewestTogether
      && !name.cases.isDisjoint(with: .caseMarkers)
  }

  /// Where the second name begins: the name before and the one behind stand elsewhere, and both
  /// together do not.
  private func border(in name: MentionProposal) -> Int? {
    guard !parts.contains(key(name.tokens, of: name)) else { return nil }
    let first = name.tokens.lowerBound
    return (first + Self.fewest..<name.tokens.upperBound).last { border in
      openings.contains(key(first..<border, of: name))
        && parts.contains(key(border..<name.tokens.upperBound, of: name))
    }
  }

  /// The key of some words of a name, without the case ending of its last.
  private func key(_ tokens: Range<Int>, of name: MentionProposal) -> [UInt8] {
    text.key(
      tokens, stemLength: tokens.upperBound == name.tokens.upperBound ? name.stemLength : 0)
  }
}
