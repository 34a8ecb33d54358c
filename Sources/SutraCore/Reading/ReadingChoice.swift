import CNetwork

/// What a network chooses as the ends of a content and of its source from the scores of a window.
struct ReadingChoice {
  /// What is chosen; the raw value is the place of its first score among those of a token.
  enum Part: Int {
    case content = 0
    case source = 2
  }

  /// Two ends and what speaks for them.
  struct Ends: Equatable {
    let tokens: Range<Int>
    let score: Float
  }

  private let scores: [Float]
  /// The document's token that the first scores are of.
  private let first: Int
  private var count: Int { scores.count / NETWORK_SCORES }

  init(_ scores: [Float], first: Int) {
    self.scores = scores
    self.first = first
  }

  /// What speaks for beginning with a token of the window.
  private func begins(_ token: Int, _ part: Part) -> Float {
    scores[token * NETWORK_SCORES + part.rawValue]
  }

  /// What speaks for ending with a token of the window.
  private func ends(_ token: Int, _ part: Part) -> Float {
    scores[token * NETWORK_SCORES + part.rawValue + 1]
  }

  /// What speaks for two ends; `nil` when the window does not hold them.
  func score(of tokens: Range<Int>, as part: Part = .content) -> Float? {
    let (begin, end) = (tokens.lowerBound - first, tokens.upperBound - 1 - first)
    guard begin >= 0, begin <= end, end < count else { return nil }
    return begins(begin, part) + ends(end, part)
  }

  /// The source, unless more speaks for there being none.
  func source(_ report: ReadingReport) -> Ends? {
    best(.source).flatMap { $0.score > 2 * report.nobody ? $0 : nil }
  }

  /// The ends that most speaks for: each end with the best beginning at it or before; of equal ones the
  /// first counts.
  func best(_ part: Part = .content) -> Ends? {
    var best: Ends?
    var begin = 0
    for token in 0..<count {
      if begins(token, part) > begins(begin, part) { begin = token }
      let score = begins(begin, part) + ends(token, part)
      if best.map({ score > $0.score }) ?? true {
        best = Ends(tokens: first + begin..<first + token + 1, score: score)
      }
    }
    return best
  }

  /// The logarithm of how likely the ends of a content are among all that the window holds; 0 is certain.
  func share(of content: Ends) -> Float {
    content.score - total { begins($0, .content) } - total { ends($0, .content) }
  }

  /// The logarithm of the sum of the exponentials of all tokens' scores.
  private func total(_ score: (Int) -> Float) -> Float {
    let most = (0..<count).reduce(-Float.infinity) { max($0, score($1)) }
    guard most.isFinite else { return 0 }
    return most + SteadyMath.log((0..<count).reduce(0) { $0 + SteadyMath.exp(score($1) - most) })
  }
}
