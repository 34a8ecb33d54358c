import SutraCore

extension ReaderState {
  /// Largest number that can be typed before a key.
  static let largestCount = 9_999_999

  /// Takes a digit of a number before a key.
  ///
  /// The digits 1 to 7 switch kinds of entities by themselves. They do so at once, and when a key
  /// that takes a number follows, the digit was a number and the switch is taken back.
  ///
  /// - Returns: Whether the key was such a digit.
  mutating func takeDigit(_ key: Key) -> Bool {
    guard case .character(let scalar) = key, let digit = Self.digit(scalar) else { return false }
    guard let count else {
      guard digit > 0 else { return false }
      if case .toggleKind(let kind)? = settings.keymap.action(of: key) {
        highlightingBeforeCount = highlighting
        toggle(kind)
      } else if settings.keymap.action(of: key) != nil {
        return false
      } else {
        message = String(digit)
      }
      self.count = digit
      return true
    }
    takeBackSwitch()
    self.count = min(Self.largestCount, count * 10 + digit)
    message = self.count.map(String.init)
    return true
  }

  /// Forgets the number, after a key that does nothing.
  mutating func forgetCount() {
    count = nil
    highlightingBeforeCount = nil
  }

  /// The number for an action that takes one; any other forgets it.
  mutating func takeCount(for action: Action) -> Int? {
    defer { forgetCount() }
    guard action.takesCount, let count else { return nil }
    takeBackSwitch()
    return count
  }

  private mutating func takeBackSwitch() {
    guard let before = highlightingBeforeCount else { return }
    highlighting = before
    message = nil
    highlightingBeforeCount = nil
  }

  /// The value of a Latin or Bengali digit.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x09E6...0x09EF: Int(scalar.value - 0x09E6)
    default: nil
    }
  }
}
