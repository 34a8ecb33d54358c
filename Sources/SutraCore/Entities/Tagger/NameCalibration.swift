/// How sure a name is, from what the model and the rules say of it (logistic regression, as Platt,
/// 1999, for other classifiers).
package struct NameCalibration: Sendable {
  /// How many factors there are.
  package static let count = 5

  /// What each of `inputs(_:)` counts.
  package let factors: [Float]

  /// Takes factors.
  package init(factors: [Float]) { self.factors = factors }

  /// What a name's confidence depends on.
  package static func inputs(_ name: NameTagger.Name) -> [Float] {
    let bounded = min(max(name.probability, 1e-4), 1 - 1e-4)
    let isRuled = name.ruleWeight > 0
    return [
      FastExponential.logarithm(bounded / (1 - bounded)), 1, isRuled ? 1 : 0,
      isRuled ? Float(name.ruleWeight) - 0.7 : 0, name.isBest ? 0 : 1,
    ]
  }

  /// How sure a name is, from 0 to 1.
  package func confidence(_ name: NameTagger.Name) -> Double {
    let odds = zip(factors, Self.inputs(name)).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    return Double(1 / (1 + FastExponential.value(LabelScores(repeating: -odds))[0]))
  }
}
