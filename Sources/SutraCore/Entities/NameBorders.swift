extension TokenizedDocument {
  /// Names, each within one paragraph: the last word of a headline and the first of the text are two.
  func withinParagraphs(_ names: [MentionProposal]) -> [MentionProposal] {
    guard names.contains(where: { border(in: $0) != nil }) else { return names }
    return names.flatMap { name -> [MentionProposal] in
      guard let border = border(in: name) else { return [name] }
      let first = MentionProposal(
        tokens: name.tokens.lowerBound..<border, kind: name.kind, weight: name.weight,
        canonical: nil, stemLength: 0, cases: [], isMedia: false)
      return [first] + withinParagraphs([name.with(border..<name.tokens.upperBound, name.kind)])
    }
  }

  /// Where another paragraph begins in a name.
  private func border(in name: MentionProposal) -> Int? {
    name.tokens.dropFirst().first(where: opensParagraph)
  }
}
