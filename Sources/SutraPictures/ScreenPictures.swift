import SutraReader

/// The pictures of a screen: what finds them, and what keeps account of those the terminal shows.
public struct ScreenPictures: Sendable {
  /// How they get to the terminal.
  public let way: PictureWay
  /// What keeps account of them.
  public var keeper: any PictureKeeper
  private let colors: TerminalColors
  private let cellWidth: Int
  /// Where the cursor stood last: some terminals draw it over a picture and do not put that back.
  private var cursor: ScreenCell?

  /// Begins with a terminal that shows none.
  ///
  /// - Parameters:
  ///   - way: How they get to it.
  ///   - font: What draws them.
  ///   - colors: The terminal's own colours.
  ///   - firstNumber: The number of the first picture, where they have numbers.
  ///   - beside: What starts a thread for a part of the work, if any.
  public init(
    _ way: PictureWay, _ font: PictureFont, _ colors: TerminalColors, firstNumber: UInt32,
    beside: ThreadStart? = nil
  ) {
    self.way = way
    self.colors = colors
    cellWidth = font.cellWidth
    let painter = RowPainter(font)
    keeper =
      switch way {
      case .kitty: KittyKeeper(painter, firstNumber: firstNumber, beside: beside)
      case .sixel: SixelKeeper(painter, beside: beside)
      case .placeholder: PlaceholderKeeper(painter, firstNumber: firstNumber, beside: beside)
      }
  }

  /// What takes all pictures away, whatever they are, and ends a painting that was begun.
  public var end: [UInt8] {
    switch way {
    case .kitty: KittyKeeper.end + Self.endOfPainting
    case .sixel: Self.endOfPainting
    case .placeholder: PlaceholderKeeper.end + Self.endOfPainting
    }
  }

  /// The pictures of a screen and where they stand.
  public func pictures(of screen: Screen, _ theme: Theme) -> [PlacedRow] {
    // A column at a time even where cells are as wide as a picture may be.
    let mostColumns = way == .sixel ? max(1, Self.widestSixel / cellWidth) : .max
    return PictureCutter(
      theme, colors, cellWidth: cellWidth, fillsBlanks: way == .sixel, mostColumns: mostColumns
    ).pictures(of: screen)
  }

  /// Pixels of the widest sixels: those that are wider xterm does not show (`maxGraphicSize`).
  private static let widestSixel = 1_000

  /// What is to be written around the painting of a screen's cells.
  ///
  /// Terminals that can (mode 2026) show all of it at once.
  ///
  /// - Parameters:
  ///   - old: The screen that was painted last.
  ///   - screen: The screen.
  ///   - theme: How it looks.
  ///   - isNew: Whether every cell may be written.
  ///   - isCleared: Whether the terminal is cleared first.
  /// - Returns: What to write before and after, and the rows to write anew.
  public mutating func update(
    from old: Screen?, to screen: Screen, _ theme: Theme, isNew: Bool, isCleared: Bool = false
  ) -> PictureUpdate {
    let gone = isCleared ? keeper.forget() : []
    var rewritten: Set<Int> = []
    for row in screen.rows.indices {
      let before = old.flatMap { $0.rows.indices.contains(row) ? $0.rows[row] : nil }
      if isNew || before.map(Self.cells) != Self.cells(screen.rows[row]) { rewritten.insert(row) }
    }
    let place = ScreenCell(row: screen.cursor.row, column: screen.cursor.column)
    let left = cursor == place ? nil : cursor
    cursor = place
    var update = keeper.show(pictures(of: screen, theme), rewritten: rewritten, disturbed: left)
    update.before = gone + update.before
    guard !update.isEmpty else { return update }
    let hides = way == .sixel
    update.before = Self.beginOfPainting + (hides ? Self.noCursor : []) + update.before
    update.after += KittyKeeper.move(to: screen.cursor.row, screen.cursor.column)
    update.after += (hides ? Self.cursorAgain : []) + Self.endOfPainting
    return update
  }

  /// The runs that are drawn in cells.
  private static func cells(_ runs: [ScreenRun]) -> [ScreenRun] { runs.filter { $0.pixels == nil } }

  private static let beginOfPainting = Array("\u{1B}[?2026h".utf8)
  private static let endOfPainting = Array("\u{1B}[?2026l".utf8)
  private static let noCursor = Array("\u{1B}[?25l".utf8)
  private static let cursorAgain = Array("\u{1B}[?25h".utf8)
}
