import Testing

@testable import SutraCore

@Suite("Exponentials and logarithms of steady bits")
struct SteadyMathTests {
  @Test(
    "exponentials are right to six places",
    arguments: [
      (x: 0, value: 1), (-0.5, 0.606_530_66), (-1, 0.367_879_44), (-10, 4.539_993e-05),
      (-79, 4.906_094e-35), (-200, 0), (-.infinity, 0),
    ] as [(x: Float, value: Float)])
  func exponentials(x: Float, value: Float) {
    #expect(abs(SteadyMath.exp(x) - value) <= value * 2e-6)
  }

  @Test(
    "logarithms are right to six places",
    arguments: [
      (x: 1, value: 0), (1.25, 0.223_143_55), (2, 0.693_147_18), (3, 1.098_612_3),
      (160, 5.075_174), (1e6, 13.815_511), (.infinity, 0), (.nan, 0),
    ] as [(x: Float, value: Float)])
  func logarithms(x: Float, value: Float) {
    #expect(abs(SteadyMath.log(x) - value) <= 2e-6 * max(1, value))
  }

  @Test("both have the same bits on every machine")
  func bits() {
    #expect(SteadyMath.exp(-0.7).bitPattern == 1_056_850_030)
    #expect(SteadyMath.log(7.3).bitPattern == 1_073_640_107)
  }
}
