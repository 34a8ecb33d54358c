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

extension TokenizedDocument {
  /// Most tokens of a body's name before what the tables have of it.
  private static let longestOpening = 4

  /// Bodies' names with what stands before them and is a part of the whole name that the tables tell:
  /// "law, | justice and parliament ministry".
  func withOpenings(_ names: [MentionProposal]) -> [MentionProposal] {
    var end = 0
    return names.map { name in
      defer { end = name.tokens.upperBound }
      guard name.kind == .organization, let whole = canonicalName(of: name) else { return name }
      let own = self.name(name.tokens, stemLength: name.stemLength)
      let first = name.tokens.lowerBound
      guard whole.count > own.count, whole.hasSuffix(own) else { return name }
      let opening = whole.dropLast(own.count)
      let lengths = 1...Self.longestOpening
      guard
        let length = lengths.first(where: {
          first - $0 >= end && text(first - $0..<first) == opening.dropLast()
        })
      else { return name }
      return name.with(first - length..<name.tokens.upperBound, .organization)
    }
  }
}
