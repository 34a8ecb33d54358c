extension TokenizedDocument {
  /// Most tokens of a chain of labels.
  static let longestChain = 200

  /// The stretches of tokens that are labelled each by itself: up to a full stop or the end of
  /// the paragraph.
  package func chains() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for paragraph in paragraphs {
      var start = paragraph.lowerBound
      for index in paragraph
      where tokens[index].kind == .terminator || index - start >= Self.longestChain {
        found.append(start..<index + 1)
        start = index + 1
      }
      if start < paragraph.upperBound { found.append(start..<paragraph.upperBound) }
    }
    return found
  }
}
