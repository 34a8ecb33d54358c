import SutraCore

extension ReaderState {
  /// Largest number that can be typed before a key.
  static let largestCount = Limits.count

  /// Whether a number has been begun, so that a pause in typing means something.
  public var waitsForPause: Bool { count != nil }

  /// Takes a digit of a number before a key.
  ///
  /// The digits 1 to 7 switch kinds of entities by themselves, and do so at once. When a key that
  /// takes a number follows without a pause, the digits were a number and the switches are taken
  /// back.
  ///
  /// - Returns: Whether the key was such a digit.
  mutating func takeDigit(_ key: Key) -> Bool {
    guard case .character(let scalar) = key, let digit = Self.digit(scalar) else { return false }
    if count == nil, digit == 0 { return false }
    let action = settings.keymap.action(of: .character(Unicode.Scalar(UInt8(0x30 + digit))))
    let number = min(Self.largestCount, (count ?? 0) * 10 + digit)
    if case .toggleKind(let kind)? = action {
      if highlightingBeforeCount == nil { highlightingBeforeCount = highlighting }
      toggle(kind)
    } else if count == nil, action != nil {
      return false
    } else {
      message = String(number)
    }
    count = number
    return true
  }

  /// Forgets the number, after a pause or a key that takes none: its digits were switches.
  mutating func forgetCount() {
    count = nil
    highlightingBeforeCount = nil
  }

  /// The number for an action that takes one; any other forgets it.
  mutating func takeCount(for action: Action) -> Int? {
    defer { forgetCount() }
    guard action.takesCount, let count else { return nil }
    if let before = highlightingBeforeCount { shared.highlighting = before }
    message = nil
    return count
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
