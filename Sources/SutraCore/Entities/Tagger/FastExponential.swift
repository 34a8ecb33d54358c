/// Powers of e without the C library, the same on every machine.
enum FastExponential {
  /// e to the power of each lane; lanes below -80 give almost 0 and those above 80 as 80.
  @inline(__always)
  package static func value(_ exponents: SIMD16<Float>) -> SIMD16<Float> {
    let bounded = pointwiseMin(
      pointwiseMax(exponents, SIMD16(repeating: -80)), SIMD16(repeating: 80))
    let scaled = bounded * SIMD16(repeating: 1.442_695_04)
    // Adding 1.5 times 2 to the 23rd leaves the nearest whole number in the last bits.
    let shifted = scaled + SIMD16(repeating: 12_582_912)
    let whole = shifted - SIMD16(repeating: 12_582_912)
    let rest = (scaled - whole) * SIMD16(repeating: 0.693_147_18)
    // The Taylor series is exact to the last bits on -0.35...0.35.
    var series = SIMD16<Float>(repeating: 1.0 / 720)
    series = series * rest + SIMD16(repeating: 1.0 / 120)
    series = series * rest + SIMD16(repeating: 1.0 / 24)
    series = series * rest + SIMD16(repeating: 1.0 / 6)
    series = series * rest + SIMD16(repeating: 0.5)
    series = series * rest + SIMD16(repeating: 1)
    series = series * rest + SIMD16(repeating: 1)
    let number = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- 0x4B40_0000
    let bits = (number &+ SIMD16(repeating: 127)) &<< 23
    return series * unsafeBitCast(bits, to: SIMD16<Float>.self)
  }

  /// The natural logarithm of a positive number.
  package static func logarithm(_ number: Float) -> Float {
    // Newton's method on the exponential, from a guess by the exponent.
    var guess = Float(number.exponent) * 0.693_147_18
    for _ in 0..<4 {
      let power = value(SIMD16(repeating: guess))[0]
      guess += 2 * (number - power) / (number + power)
    }
    return guess
  }
}
