import CNetwork

/// What a network chooses as the ends of a content from the scores of a window.
struct ReadingChoice {
  /// Two ends and what speaks for them.
  struct Ends: Equatable {
    let tokens: Range<Int>
    let score: Float
  }

  private let scores: [Float]
  /// The document's token that the first scores are of.
  private let first: Int

  init(_ scores: [Float], first: Int) {
    self.scores = scores
    self.first = first
  }

  /// What speaks for beginning with a token of the window.
  private func begins(_ token: Int) -> Float { scores[token * NETWORK_SCORES] }

  /// What speaks for ending with a token of the window.
  private func ends(_ token: Int) -> Float { scores[token * NETWORK_SCORES + 1] }

  /// What speaks for a content; `nil` when the window does not hold it.
  func score(of content: Range<Int>) -> Float? {
    let (begin, end) = (content.lowerBound - first, content.upperBound - 1 - first)
    guard begin >= 0, begin <= end, (end + 1) * NETWORK_SCORES <= scores.count else { return nil }
    return begins(begin) + ends(end)
  }

  /// The ends that most speaks for: each end with the best beginning at it or before; of equal ones the
  /// first counts.
  func best() -> Ends? {
    var best: Ends?
    var begin = 0
    for token in 0..<scores.count / NETWORK_SCORES {
      if begins(token) > begins(begin) { begin = token }
      let score = begins(begin) + ends(token)
      if best.map({ score > $0.score }) ?? true {
        best = Ends(tokens: first + begin..<first + token + 1, score: score)
      }
    }
    return best
  }
}
