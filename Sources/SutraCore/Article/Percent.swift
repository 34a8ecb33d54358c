extension Double {
  /// A share from 0 to 1 in hundredths, rounded.
  package var percent: Int { Int((self * 100).rounded()) }

  /// A share from 0 to 1 with two decimals, as JSON has it.
  package var decimal: String {
    let hundredths = min(max(self, 0), 1).percent
    return hundredths == 100 ? "1.0" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
  }
}
