extension BlockKind {
  /// Whether such a paragraph stands beside the running text: nobody's words carry on into it or behind
  /// it, and no pronoun of the text means somebody who is named there alone.
  var isBeside: Bool {
    switch self {
    case .byline, .caption, .tableRow, .note, .credit: true
    case .headline, .paragraph, .subhead, .listItem, .quotation: false
    }
  }

  /// Whether such a paragraph is made of sentences, in which somebody may be quoted.
  var holdsSentences: Bool {
    switch self {
    case .byline, .tableRow, .credit: false
    case .headline, .paragraph, .subhead, .listItem, .quotation, .caption, .note: true
    }
  }
}

extension QuotationContext {
  /// The paragraph of a token.
  func paragraph(of token: Int) -> Int {
    min(text.paragraphs.count - 1, text.paragraphs.partitioningIndex { $0.upperBound > token })
  }

  /// Whether a name stands beside the running text, as seen from a token that does not stand there
  /// too.
  func isBeside(_ name: MentionProposal, seenFrom token: Int) -> Bool {
    guard hasKinds, !text.paragraphs.isEmpty else { return false }
    let own = paragraph(of: name.tokens.lowerBound)
    return kind(ofParagraph: own).isBeside
      && own != paragraph(of: min(token, text.tokens.count - 1))
  }

  /// The nearest paragraph of the running text before another one.
  func runningParagraph(before paragraph: Int) -> Int? {
    (0..<paragraph).reversed().first { !kind(ofParagraph: $0).isBeside }
  }
}
