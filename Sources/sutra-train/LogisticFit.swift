import Foundation

/// Fits the odds of being right as a sum of inputs, by gradient descent on all examples.
struct LogisticFit {
  private static let rounds = 4000
  private static let rate = 0.5
  private static let decay = 1e-4

  private let count: Int
  private var inputs: [[Double]] = []
  private var answers: [Double] = []

  init(count: Int) { self.count = count }

  mutating func add(_ input: [Double], _ isRight: Bool) {
    inputs.append(input)
    answers.append(isRight ? 1 : 0)
  }

  /// What each input counts.
  func factors() -> [Double] {
    var factors = [Double](repeating: 0, count: count)
    let scale = Self.rate / Double(max(1, inputs.count))
    for _ in 0..<Self.rounds {
      var gradient = [Double](repeating: 0, count: count)
      for (input, answer) in zip(inputs, answers) {
        var odds = 0.0
        for index in 0..<count { odds += factors[index] * input[index] }
        let error = answer - 1 / (1 + exp(-odds))
        for index in 0..<count { gradient[index] += error * input[index] }
      }
      for index in 0..<count {
        factors[index] += scale * gradient[index] - Self.rate * Self.decay * factors[index]
      }
    }
    return factors
  }
}
