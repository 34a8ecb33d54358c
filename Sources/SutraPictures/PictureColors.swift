import SutraReader

/// The colours of a terminal that a theme leaves to it.
public struct TerminalColors: Hashable, Sendable {
  /// Its letters, 0xRRGGBB.
  public var foreground: UInt32
  /// Its ground, 0xRRGGBB.
  public var background: UInt32

  /// Makes colours; those that nobody told are light letters on black.
  public init(foreground: UInt32 = 0xDDDDDD, background: UInt32 = 0x000000) {
    self.foreground = foreground
    self.background = background
  }
}

/// How a stretch of text looks in a picture: colours as numbers, since a picture has no others.
public struct PictureLook: Hashable, Sendable {
  /// The colour of the letters, 0xRRGGBB.
  public let foreground: UInt32
  /// The colour of the ground, 0xRRGGBB.
  public let background: UInt32
  /// Bold, italic and underlined; dim and reverse are in the colours.
  public let attributes: TextAttributes

  /// The look of a theme's style on a terminal.
  public init(_ style: Style, _ terminal: TerminalColors) {
    var letters = Self.number(style.foreground) ?? terminal.foreground
    var ground = Self.number(style.background) ?? terminal.background
    if style.attributes.contains(.reverse) { swap(&letters, &ground) }
    if style.attributes.contains(.dim) { letters = Self.middle(letters, ground) }
    foreground = letters
    background = ground
    attributes = style.attributes.intersection([.bold, .italic, .underline])
  }

  /// A shade on the way from one colour to another, so many steps of all.
  static func mixed(_ from: UInt32, _ to: UInt32, _ step: Int, of steps: Int) -> UInt32 {
    var mixed: UInt32 = 0
    for shift: UInt32 in [0, 8, 16] {
      let (first, last) = (Int(from >> shift & 255), Int(to >> shift & 255))
      mixed |= UInt32((first * (steps - step) + last * step + steps / 2) / steps) << shift
    }
    return mixed
  }

  private static func number(_ color: Color) -> UInt32? {
    guard let (red, green, blue) = color.components else { return nil }
    return UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  /// The colour between two.
  private static func middle(_ one: UInt32, _ other: UInt32) -> UInt32 {
    (one >> 1 & 0x7F7F7F) + (other >> 1 & 0x7F7F7F)
  }
}
