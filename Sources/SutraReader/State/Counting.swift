import SutraCore
import SutraWords

extension ReaderState {
  /// Largest number that can be typed before a key.
  static let largestCount = Limits.count

  /// Takes a digit of a number before a key, which waits for that key as long as it takes.
  ///
  /// - Returns: Whether the key was such a digit.
  mutating func takeDigit(_ key: Key) -> Bool {
    guard case .character(let scalar) = key, let digit = Self.digit(scalar) else { return false }
    if count == nil, digit == 0 || settings.keymap.action(of: key) != nil { return false }
    let number = min(Self.largestCount, (count ?? 0) * 10 + digit)
    count = number
    message = say("count.typed", ["number": number])
    return true
  }

  /// The number for an action that takes one; any other forgets it.
  mutating func takeCount(for action: Action) -> Int? {
    defer { count = nil }
    guard action.takesCount, let count else { return nil }
    message = nil
    return count
  }

  /// Switches the kind of entity that a key names behind the key for kinds.
  mutating func toggleKind(_ key: Key) {
    let kinds = EntityKind.allCases
    guard case .character(let scalar) = key, let digit = Self.digit(scalar),
      kinds.indices.contains(digit - 1)
    else {
      message = key == .escape ? nil : Self.kindsMessage
      return
    }
    toggle(kinds[digit - 1])
  }

  /// The kinds with the digits that switch them.
  static var kindsMessage: String {
    EntityKind.allCases.enumerated()
      .map { "\(digits($0.offset + 1)) \(ReaderText.plural(of: $0.element))" }
      .joined(separator: " ")
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
