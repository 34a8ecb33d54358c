/// Exponentials and logarithms that have the same bits on every machine: sums and products alone, in one order.
///
/// Those of a machine's library differ in their last bits from one version to the next.
enum SteadyMath {
  /// Below it an exponential counts as zero.
  private static let lowest: Float = -80
  /// ln 2 in two parts, of which the first has so few bits that its products are exact.
  private static let ln2: (Float, Float) = (0.693_359_375, -0.000_212_194_44)
  /// What each power of a small number counts, highest first: one over a factorial.
  private static let powers: [Float] = [
    1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1,
  ]

  /// e to the power of a number that is 0 or less.
  static func exp(_ x: Float) -> Float {
    guard x > lowest else { return 0 }
    let count = (x * 1.442_695_04).rounded()
    let rest = x - count * ln2.0 - count * ln2.1
    var sum: Float = 0
    for power in powers { sum = sum * rest + power }
    return Float(sign: .plus, exponent: Int(count), significand: sum)
  }

  /// The natural logarithm of a number that is 1 or more.
  static func log(_ x: Float) -> Float {
    guard x > 1, x.isFinite else { return 0 }
    var (exponent, significand) = (Float(x.exponent), x.significand)
    if significand > 1.414_213_56 {
      significand *= 0.5
      exponent += 1
    }
    let z = (significand - 1) / (significand + 1)
    let square = z * z
    let series = 1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square / 9)))
    return exponent * ln2.0 + (exponent * ln2.1 + 2 * z * series)
  }
}
