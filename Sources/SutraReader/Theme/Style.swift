/// A colour as a theme names it.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// A number of the 256-colour palette.
  case palette(UInt8)
  /// Red, green and blue.
  case rgb(UInt8, UInt8, UInt8)

  /// The red, green and blue of a palette colour as xterm has them; `nil` for the terminal's own.
  public var components: (red: Int, green: Int, blue: Int)? {
    switch self {
    case .standard: return nil
    case .rgb(let red, let green, let blue): return (Int(red), Int(green), Int(blue))
    case .palette(let number):
      let number = Int(number)
      if number < 16 {
        return Self.basic[number]
      } else if number < 232 {
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
        return (
          level((number - 16) / 36), level((number - 16) / 6 % 6), level((number - 16) % 6)
        )
      }
      let gray = 8 + 10 * (number - 232)
      return (gray, gray, gray)
    }
  }

  /// The colour of a palette of 8, 16 or 256 that comes nearest.
  public func nearest(of count: Int) -> Color {
    if case .palette(let number) = self, Int(number) < count { return self }
    guard let wanted = components else { return self }
    guard count >= 256 else { return Self.basic(like: wanted, count) }
    var best = (number: 16, distance: Int.max)
    // The 16 basic colours are whatever the user made them, so the rest of the palette is used.
    for number in 16..<256 {
      guard let found = Color.palette(UInt8(number)).components else { continue }
      let red = found.red - wanted.red
      let green = found.green - wanted.green
      let blue = found.blue - wanted.blue
      let distance = 2 * red * red + 4 * green * green + 3 * blue * blue
      if distance < best.distance { best = (number, distance) }
    }
    return .palette(UInt8(best.number))
  }

  /// The basic colour of the same hue: among so few, hue tells more apart than lightness does.
  private static func basic(
    like wanted: (red: Int, green: Int, blue: Int), _ count: Int
  ) -> Color {
    let most = max(wanted.red, wanted.green, wanted.blue)
    let least = min(wanted.red, wanted.green, wanted.blue)
    if most - least < 48 {
      if count >= 16, most >= 0x50, most < 0x90 { return .palette(8) }
      if count >= 16, most >= 0xF0 { return .palette(15) }
      return .palette(most >= 0x80 ? 7 : 0)
    }
    let middle = (most + least) / 2 - 16
    let hue =
      (wanted.red > middle ? 1 : 0) | (wanted.green > middle ? 2 : 0)
      | (wanted.blue > middle ? 4 : 0)
    return .palette(UInt8(count >= 16 && most >= 0xD0 ? hue + 8 : hue))
  }

  /// The lightness after WCAG 2.1 (relative luminance), from 0 to 1; `nil` for the terminal's own.
  public var luminance: Double? {
    guard let (red, green, blue) = components else { return nil }
    func linear(_ part: Int) -> Double {
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : Self.power2_4((share + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// A number from 0 to 1 to the power of 2.4: its square times the fifth root of its square.
  private static func power2_4(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    // Newton's method for root^5 = square; from above it comes down without a detour.
    for _ in 0..<24 {
      let fourth = root * root * root * root
      root -= (root * fourth - square) / (5 * fourth)
    }
    return square * root
  }

  /// The contrast of two colours after WCAG 2.1, from 1 to 21; `nil` where one is the terminal's.
  public func contrast(with other: Color) -> Double? {
    guard let first = luminance, let second = other.luminance else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static let basic: [(red: Int, green: Int, blue: Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}

/// What else a look has beside colours.
public struct TextAttributes: OptionSet, Hashable, Sendable {
  /// One bit an attribute.
  public let rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavy letters.
  public static let bold = TextAttributes(rawValue: 1)
  /// Faint letters.
  public static let dim = TextAttributes(rawValue: 2)
  /// Slanted letters.
  public static let italic = TextAttributes(rawValue: 4)
  /// A line below.
  public static let underline = TextAttributes(rawValue: 8)
  /// Foreground and background exchanged.
  public static let reverse = TextAttributes(rawValue: 16)

  /// The attributes by their names in theme files.
  public static let names: [(name: String, attribute: TextAttributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]
}

/// A look: colours and attributes.
public struct Style: Hashable, Sendable {
  /// The colour of the letters.
  public var foreground: Color
  /// The colour behind them.
  public var background: Color
  /// What else.
  public var attributes: TextAttributes

  /// Makes a look; the defaults are the terminal's own.
  public init(
    foreground: Color = .standard, background: Color = .standard, attributes: TextAttributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The look with another laid over it: colours that the other names replace, attributes add up.
  public func covered(by other: Style) -> Style {
    Style(
      foreground: other.foreground == .standard ? foreground : other.foreground,
      background: other.background == .standard ? background : other.background,
      attributes: attributes.union(other.attributes))
  }
}
