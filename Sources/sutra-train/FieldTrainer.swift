import SutraCore

/// A chain of tokens to learn from.
struct TrainingChain {
  /// The rows of all tokens, one after the other.
  var rows: [UInt32] = []
  /// Where the rows of each token end.
  var ends: [Int] = []
  /// The label of each token.
  var labels: [Int] = []
}

/// A generator of random numbers that gives the same ones everywhere (xorshift64*: Vigna, 2016).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Learns the weights of a conditional random field by stochastic gradients with a rate of its own
/// for each weight (AdaGrad: Duchi, Hazan and Singer, 2011) and features left out at random
/// (Srivastava and others, 2014; for taggers Søgaard, 2013).
struct FieldTrainer {
  let labels: [NameLabel]
  let options: TrainingOptions
  private(set) var weights: [LabelScores]
  private var squares: [LabelScores]
  private(set) var transitions: [LabelScores]
  private var transitionSquares: [LabelScores]
  private var weightSum: [LabelScores]
  private var transitionSum: [LabelScores]
  private var meanCount: Float = 1
  private var generator: SeededGenerator
  private let mask: Int

  init(labels: [NameLabel], options: TrainingOptions, seed: UInt64) {
    self.labels = labels
    self.options = options
    let zero = LabelScores(repeating: 0)
    weights = [LabelScores](repeating: zero, count: 1 << options.rowBits)
    squares = weights
    weightSum = weights
    transitions = [LabelScores](repeating: zero, count: labels.count)
    transitionSquares = transitions
    transitionSum = transitions
    generator = SeededGenerator(seed: seed)
    mask = 1 << options.rowBits - 1
  }

  /// Takes the mean with what others have learnt, given one after the other.
  mutating func add(_ other: FieldTrainer) {
    let (own, share) = (meanCount / (meanCount + 1), 1 / (meanCount + 1))
    meanCount += 1
    for row in weights.indices { weights[row] = weights[row] * own + other.weights[row] * share }
    for row in transitions.indices {
      transitions[row] = transitions[row] * own + other.transitions[row] * share
    }
  }

  /// Learns; afterwards `weights` and `transitions` hold the mean over the second half.
  mutating func learn(_ chains: [TrainingChain], _ report: (Int, Double) -> Void) {
    var order = Array(chains.indices)
    var summed: Float = 0
    for epoch in 0..<options.epochs {
      order.shuffle(using: &generator)
      var loss = 0.0
      for index in order { loss += Double(step(chains[index])) }
      let keep = LabelScores(repeating: 1 - options.decay)
      for row in weights.indices { weights[row] *= keep }
      if epoch >= options.epochs / 2 {
        for row in weights.indices { weightSum[row] += weights[row] }
        for row in transitions.indices { transitionSum[row] += transitions[row] }
        summed += 1
      }
      report(epoch, loss)
    }
    // Features are left out while learning and never later.
    let mean = LabelScores(repeating: (1 - options.dropout) / max(1, summed))
    for row in weights.indices { weights[row] = weightSum[row] * mean }
    for row in transitions.indices {
      transitions[row] = transitionSum[row] / LabelScores(repeating: max(1, summed))
    }
  }

  /// One step for one chain; returns how improbable its labels were.
  private mutating func step(_ sample: TrainingChain) -> Float {
    let threshold = UInt64(options.dropout * 65536)
    var kept: [Int] = []
    var ends: [Int] = []
    var emissions: [LabelScores] = []
    var start = 0
    for end in sample.ends {
      var sum = LabelScores(repeating: 0)
      for row in sample.rows[start..<end] where generator.next() >> 48 >= threshold {
        kept.append(Int(row) & mask)
        sum += weights[Int(row) & mask]
      }
      emissions.append(sum)
      ends.append(kept.count)
      start = end
    }
    var chain = LabelChain(labels: labels, transitions: transitions)
    chain.read(emissions)
    let rate = LabelScores(repeating: options.rate)
    var loss: Float = 0
    start = 0
    for (token, end) in ends.enumerated() {
      var gradient = -chain.marginal(token)
      loss += 1 + gradient[sample.labels[token]]
      gradient[sample.labels[token]] += 1
      let square = gradient * gradient
      for row in kept[start..<end] {
        squares[row] += square
        weights[row] +=
          rate * gradient / (squares[row] + LabelScores(repeating: 1e-2)).squareRoot()
      }
      start = end
    }
    for token in 0..<max(0, ends.count - 1) {
      let gold = sample.labels[token]
      chain.pairs(token) { label, scores in
        var gradient = -scores
        if label == gold { gradient[sample.labels[token + 1]] += 1 }
        transitionSquares[label] += gradient * gradient
        transitions[label] +=
          rate * gradient / (transitionSquares[label] + LabelScores(repeating: 1)).squareRoot()
      }
    }
    return loss
  }
}
