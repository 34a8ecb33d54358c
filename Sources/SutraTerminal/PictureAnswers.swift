import SutraPictures

/// What a terminal has answered of the pictures that it can show.
public struct PictureAnswers: Hashable, Sendable {
  /// The size of a cell in pixels.
  public struct Cell: Hashable, Sendable {
    /// Its width.
    public let width: Int
    /// Its height.
    public let height: Int

    /// Makes a size.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }

    /// Whether text can be drawn in it: from tiny letters to those of a wall.
    public var isUsable: Bool { (4...256).contains(width) && (8...256).contains(height) }
  }

  /// The number of the picture that is asked about, and never shown.
  static let number = 7_405

  /// Whether it has kitty's graphics protocol.
  public var kitty = false
  /// Whether it draws sixels.
  public var sixel = false
  /// The size of its cells; `nil` when neither the system nor the terminal tells it.
  public var cell: Cell?
  /// Its own colours.
  public var colors = TerminalColors()

  /// No answer yet.
  public init(cell: Cell? = nil) { self.cell = cell }

  /// Takes an answer in.
  ///
  /// - Returns: Whether it was the last: what the terminal can do at all.
  mutating func take(_ input: TerminalInput) -> Bool {
    switch input {
    case .graphics(let number, let isFine):
      if number == Self.number { kitty = isFine }
    case .cell(let width, let height): cell = Cell(width: width, height: height)
    case .color(10, let color): colors.foreground = color
    case .color(_, let color): colors.background = color
    case .attributes(let numbers):
      sixel = numbers.dropFirst().contains(4)
      return true
    case .key, .mouse, .paste, .cursor, .well, .ground, .mode: break
    }
    return false
  }
}
