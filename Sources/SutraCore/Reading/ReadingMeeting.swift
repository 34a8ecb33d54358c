/// Where the two readings meet: which ends of a quotation count where they disagree.
struct ReadingMeeting {
  let context: QuotationContext
  /// By how much other ends must score higher than those of the rules, fitted on articles that the network
  /// did not learn from.
  let margin: Float
  private var text: TokenizedDocument { context.text }

  /// A quotation of the rules, with the ends of the network where that is surer of them.
  func met(_ draft: QuotationDraft, _ choice: ReadingChoice) -> QuotationDraft {
    guard draft.rule.mayBeMended, let ruled = choice.score(of: draft.content),
      let ends = choice.best(), ends.score - ruled >= margin
    else { return draft }
    let content = opened(context.trimmed(ends.tokens))
    guard content != draft.content, isWhole(content, like: draft.content) else { return draft }
    var mended = draft
    mended.content = content
    mended.isMended = true
    return mended
  }

  /// A content without the word that introduces it.
  private func opened(_ content: Range<Int>) -> Range<Int> {
    guard let found = text.phrases.longest(.complementiser, at: content.lowerBound),
      found.sense.attribute == ComplementiserPlace.before.rawValue,
      found.match.end < content.upperBound
    else { return content }
    return context.trimmed(found.match.end..<content.upperBound)
  }

  /// Whether a content holds a word and no part of a pair of quotation marks, unless the content of the
  /// rules stands in those marks too.
  private func isWhole(_ content: Range<Int>, like ruled: Range<Int>) -> Bool {
    guard content.contains(where: { context.kind($0) == .word }) else { return false }
    return [content.lowerBound, content.upperBound - 1].allSatisfy { token in
      guard let pair = text.pair(at: token) else { return true }
      func isInside(_ range: Range<Int>) -> Bool {
        pair.open < range.lowerBound && range.upperBound <= pair.close
      }
      return content.contains(pair.open) && content.contains(pair.close)
        || isInside(content) && isInside(ruled)
    }
  }
}

extension Construction {
  /// Whether the second reading may set its ends: those of a layout are plain.
  var mayBeMended: Bool {
    switch self {
    case .transcript, .blockQuotation, .headline, .byHand: false
    default: true
    }
  }
}
