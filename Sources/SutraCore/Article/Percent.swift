extension Double {
  /// A share from 0 to 1 in hundredths, rounded.
  package var percent: Int { Int((self * 100).rounded()) }
}
