/// Proposes titles of works: in quotation marks beside a noun for works, or between a medium that
/// owns the work and such a noun.
struct WorkRules: MentionProposer {
  /// Most words of a title without quotation marks.
  static let longestTitle = 5

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    var found: [MentionProposal] = []
    for head in text.tokens.indices where text.allClasses(head).has(.workHead) {
      guard head > 0 else { continue }
      if text.tokens[head - 1].kind == .closingQuote, text.pairOfToken[head - 1] >= 0 {
        let pair = text.pairs[text.pairOfToken[head - 1]]
        if pair.close == head - 1, pair.close - pair.open > 1, pair.close - pair.open <= 9 {
          found.append(.work(pair.open + 1..<pair.close))
        }
        continue
      }
      var first = head
      while first > 0, head - first < Self.longestTitle, text.tokens[first - 1].kind == .word,
        text.tokens[first].followsBlank,
        !text.classes(first - 1).has(.functionWord),
        !isMedia(endingAt: first - 1, text)
      {
        first -= 1
      }
      if first < head, first > 0, isMedia(endingAt: first - 1, text) {
        found.append(.work(first..<head))
      }
    }
    return found
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

/// Proposes titles in quotation marks: a few words, all but the small ones with a capital, and no
/// mark that closes speech.
struct TitleRules: MentionProposer {
  /// Longest title in tokens.
  static let longestTitle = 9

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
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
      if isTitle { found.append(.work(tokens)) }
    }
    return found
  }
}

extension MentionProposal {
  fileprivate static func work(_ tokens: Range<Int>) -> MentionProposal {
    MentionProposal(
      tokens: tokens, kind: .work, weight: 0.95, canonical: nil, stemLength: 0, cases: [],
      isMedia: false)
  }
}
