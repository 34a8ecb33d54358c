import Testing

@testable import SutraCore

@Suite("A chain of labels")
struct LabelChainTests {
  static let labels = NameLabel.labels(for: [.person, .place])
  /// Scores for outside, begin and inside of a person, begin and inside of a place.
  static func scores(_ values: Float...) -> LabelScores {
    var scores = LabelScores(repeating: 50)
    for (label, value) in values.enumerated() { scores[label] = value }
    return scores
  }
  static let flat = [LabelScores](repeating: LabelScores(repeating: 0), count: 5)

  @Test("has the best labels together, not token by token")
  func best() {
    var chain = LabelChain(labels: Self.labels, transitions: Self.flat)
    // The second token alone would be inside of a place, which no place precedes.
    let found = chain.best([
      Self.scores(0, 2, 0, 1.5, 0), Self.scores(0, 0, 1, 0, 1.2), Self.scores(1, 0, 0, 0, 0),
    ])
    #expect(found == [1, 2, 0])
  }

  @Test("never begins inside of a name")
  func opening() {
    var chain = LabelChain(labels: Self.labels, transitions: Self.flat)
    #expect(chain.best([Self.scores(0, 1, 9, 2, 9)]) == [3])
    #expect(chain.best([]).isEmpty)
  }

  @Test("takes the transitions into account")
  func transitions() {
    var transitions = Self.flat
    transitions[0][0] = 3
    var chain = LabelChain(labels: Self.labels, transitions: transitions)
    #expect(chain.best([Self.scores(0, 1, 0, 0, 0), Self.scores(0, 0, 0, 0, 0)]) == [0, 0])
  }

  @Test("finds the same labels as trying all of them")
  func exhaustive() {
    var generator = Scatter(state: 7)
    for _ in 0..<50 {
      let transitions = (0..<5).map { _ in generator.scores() }
      let emissions = (0..<4).map { _ in generator.scores() }
      var chain = LabelChain(labels: Self.labels, transitions: transitions)
      var total = 0.0
      var best = (score: -Double.infinity, labels: [0])
      var firstIsPerson = 0.0
      for number in 0..<5 * 5 * 5 * 5 {
        let tried = [number % 5, number / 5 % 5, number / 25 % 5, number / 125]
        guard Self.labels[tried[0]].mayFollow(.outside) else { continue }
        var score = Double(emissions[0][tried[0]])
        var isPossible = true
        for index in 1..<4 {
          if !Self.labels[tried[index]].mayFollow(Self.labels[tried[index - 1]]) {
            isPossible = false
          }
          score += Double(
            transitions[tried[index - 1]][tried[index]] + emissions[index][tried[index]])
        }
        guard isPossible else { continue }
        if score > best.score { best = (score, tried) }
        let weight = Double(FastExponential.value(LabelScores(repeating: Float(score)))[0])
        total += weight
        if tried[0] == 1, tried[1] == 2, tried[2] != 2 { firstIsPerson += weight }
      }
      #expect(chain.best(emissions) == best.labels)
      chain.read(emissions)
      let probability = Double(chain.probability(0..<2, begin: 1, inside: 2))
      #expect(abs(probability - firstIsPerson / total) < 1e-3)
      #expect(abs(chain.marginal(2).lowSum - 1) < 1e-4)
    }
  }

  @Test(
    "has powers of e",
    arguments: [(Float(0), Float(1)), (1, 2.7182818), (-3, 0.0497871), (10, 22026.466)])
  func powers(exponent: Float, power: Float) {
    let found = FastExponential.value(LabelScores(repeating: exponent))[3]
    #expect(abs(found / power - 1) < 1e-5)
    #expect(abs(FastExponential.logarithm(power) - exponent) < 1e-4)
  }
}

/// Scores without order, the same on every run.
private struct Scatter {
  var state: UInt64

  mutating func scores() -> LabelScores {
    var scores = LabelScores(repeating: 0)
    for label in 0..<16 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      scores[label] = Float(state >> 40) / Float(1 << 23) - 1
    }
    return scores
  }
}

extension LabelScores {
  fileprivate var lowSum: Float { (0..<5).reduce(0) { $0 + self[$1] } }
}
