extension TokenizedDocument {
  /// Most tokens of a chain of labels.
  static let longestChain = 200

  /// The stretches of tokens that are labelled each by itself: up to a full stop or the end of
  /// the paragraph.
  package func chains() -> [Range<Int>] {
    var found: [Range<Int>] = []
    forEachChain {
      found.append($0)
      return true
    }
    return found
  }

  /// Calls `body` with each of those stretches until it says no.
  func forEachChain(_ body: (Range<Int>) -> Bool) {
    for paragraph in paragraphs {
      var start = paragraph.lowerBound
      for index in paragraph
      where tokens[index].kind == .terminator || index - start >= Self.longestChain {
        guard body(start..<index + 1) else { return }
        start = index + 1
      }
      if start < paragraph.upperBound {
        guard body(start..<paragraph.upperBound) else { return }
      }
    }
  }
}
