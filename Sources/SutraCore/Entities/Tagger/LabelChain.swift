/// Finds the best labels of a chain of tokens, and how sure they are (linear-chain conditional
/// random field: Lafferty, McCallum and Pereira, 2001).
package struct LabelChain {
  /// Low enough never to be the best.
  package static let never: Float = -1e6

  private let count: Int
  /// For each label the scores of the labels after it; `never` beyond the labels.
  private let transitions: [LabelScores]
  /// e to the power of `transitions`.
  private let powers: [LabelScores]
  /// 0 for each label that may begin a chain, `never` for the others and beyond.
  private let openings: LabelScores
  private var pointers: [SIMD16<UInt8>] = []
  private var forward: [LabelScores] = []
  private var backward: [LabelScores] = []
  private var emitted: [LabelScores] = []

  /// Makes a chain.
  ///
  /// - Parameters:
  ///   - labels: The labels.
  ///   - transitions: For each label the scores of the labels after it; where a label may not
  ///     follow another the score does not count.
  package init(labels: [NameLabel], transitions: [LabelScores]) {
    count = labels.count
    var openings = LabelScores(repeating: Self.never)
    var bounded: [LabelScores] = []
    for (row, label) in labels.enumerated() {
      var scores = LabelScores(repeating: Self.never)
      for (column, next) in labels.enumerated() where next.mayFollow(label) {
        scores[column] = transitions[row][column]
      }
      bounded.append(scores)
      if label.mayFollow(.outside) { openings[row] = 0 }
    }
    self.transitions = bounded
    self.openings = openings
    powers = bounded.map {
      FastExponential.value($0).replacing(with: 0, where: $0 .< LabelScores(repeating: -1e5))
    }
  }

  /// The labels with the best score (Viterbi, 1967); of equal ones the first.
  package mutating func best(_ emissions: [LabelScores]) -> [Int] {
    guard let first = emissions.first else { return [] }
    pointers.removeAll(keepingCapacity: true)
    var scores = first + openings
    for emission in emissions.dropFirst() {
      var best = transitions[0] + LabelScores(repeating: scores[0])
      var from = SIMD16<Int32>(repeating: 0)
      for label in 1..<max(1, count) {
        let reached = transitions[label] + LabelScores(repeating: scores[label])
        let isBetter = reached .> best
        best.replace(with: reached, where: isBetter)
        from.replace(with: Int32(label), where: isBetter)
      }
      scores = best + emission
      pointers.append(SIMD16<UInt8>(truncatingIfNeeded: from))
    }
    var label = 0
    for other in 1..<max(1, count) where scores[other] > scores[label] { label = other }
    var labels = [Int](repeating: 0, count: emissions.count)
    for index in stride(from: emissions.count - 1, through: 0, by: -1) {
      labels[index] = label
      if index > 0 { label = Int(pointers[index - 1][label]) }
    }
    return labels
  }

  /// Reads the emissions of a chain for `probability(of:)` and the like.
  ///
  /// Numbers are scaled at every token, so that none runs out of range.
  package mutating func read(_ emissions: [LabelScores]) {
    forward.removeAll(keepingCapacity: true)
    backward.removeAll(keepingCapacity: true)
    emitted.removeAll(keepingCapacity: true)
    var lanes = LabelScores(repeating: 0)
    for label in 0..<count { lanes[label] = 1 }
    for emission in emissions {
      var most = emission[0]
      for label in 1..<max(1, count) { most = max(most, emission[label]) }
      emitted.append(FastExponential.value(emission - LabelScores(repeating: most)) * lanes)
    }
    let begin = FastExponential.value(openings).replacing(
      with: 0, where: openings .< LabelScores(repeating: -1))
    for (index, emission) in emitted.enumerated() {
      var scores: LabelScores
      if index == 0 {
        scores = begin * emission
      } else {
        let last = forward[index - 1]
        scores = powers[0] * last[0]
        for label in 1..<max(1, count) { scores += powers[label] * last[label] }
        scores *= emission
      }
      forward.append(scores / max(scores.sum(), .leastNormalMagnitude))
    }
    backward = [LabelScores](repeating: lanes, count: emissions.count)
    for index in stride(from: emissions.count - 2, through: 0, by: -1) {
      let next = backward[index + 1] * emitted[index + 1]
      var scores = LabelScores(repeating: 0)
      for label in 0..<count { scores[label] = (powers[label] * next).sum() }
      backward[index] = scores / max(scores.sum(), .leastNormalMagnitude)
    }
  }

  /// The probability of each label of a token.
  package func marginal(_ index: Int) -> LabelScores {
    let product = forward[index] * backward[index]
    return product / max(product.sum(), .leastNormalMagnitude)
  }

  /// The probability of each pair of labels of a token and the one after it, as rows.
  package func pairs(_ index: Int, _ body: (Int, LabelScores) -> Void) {
    let next = backward[index + 1] * emitted[index + 1]
    var total: Float = 0
    for label in 0..<count { total += forward[index][label] * (powers[label] * next).sum() }
    let scale = 1 / max(total, .leastNormalMagnitude)
    for label in 0..<count { body(label, powers[label] * next * (forward[index][label] * scale)) }
  }

  /// The probability that tokens have these labels and that the next one does not go on.
  ///
  /// - Parameters:
  ///   - range: The tokens.
  ///   - begin: The label of the first one.
  ///   - inside: That of the others, or `nil` when there is none.
  /// - Returns: The probability by all the labels that the chain could have.
  package func probability(_ range: Range<Int>, begin: Int, inside: Int?) -> Float {
    var found = marginal(range.lowerBound)[begin]
    guard let inside else { return found }
    var label = begin
    for index in range {
      guard index + 1 < emitted.count else { break }
      let next = powers[label] * backward[index + 1] * emitted[index + 1]
      let stay = next[inside] / max(next.sum(), .leastNormalMagnitude)
      found *= index + 1 < range.upperBound ? stay : 1 - stay
      label = inside
    }
    return found
  }
}
