/// Rows and columns of a terminal.
public struct ScreenSize: Hashable, Sendable {
  /// Columns.
  public let columns: Int
  /// Rows.
  public let rows: Int

  /// Makes a size; nothing is smaller than one cell.
  public init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }

  /// The smallest size the reader works in; below it a sentence asks for more room.
  public static let smallest = ScreenSize(columns: 20, rows: 5)

  /// Whether the reader works in it.
  public var isLargeEnough: Bool {
    columns >= Self.smallest.columns && rows >= Self.smallest.rows
  }
}

/// Where text that is drawn as a picture lies in its row, in pixels.
public struct PixelStretch: Hashable, Sendable {
  /// Its left edge, counted from the left edge of the screen.
  public let start: Int
  /// Its width.
  public let width: Int

  /// Makes a stretch.
  public init(start: Int, width: Int) {
    self.start = start
    self.width = width
  }
}

/// Neighbouring cells of one look.
public struct ScreenRun: Hashable, Sendable {
  /// The column where it begins, counted from 0.
  public let column: Int
  /// Its width in columns.
  public let columns: Int
  /// What is drawn: UTF-8 in which nothing can disturb a terminal.
  public let bytes: [UInt8]
  /// What it is.
  public let roles: RoleSet
  /// Where it lies when it is drawn as a picture, of which its cells show a part; `nil` when it is
  /// drawn in its cells.
  public let pixels: PixelStretch?
  /// Where it leads, as `LinkAddress` makes it safe; only of what is drawn in its cells.
  public let link: String?

  /// Makes a run.
  public init(
    column: Int, columns: Int, bytes: [UInt8], roles: RoleSet, pixels: PixelStretch? = nil,
    link: String? = nil
  ) {
    self.column = column
    self.columns = columns
    self.bytes = bytes
    self.roles = roles
    self.pixels = pixels
    self.link = link
  }

  /// What is drawn.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// What the terminal is to show.
public struct Screen: Hashable, Sendable {
  /// Its size.
  public let size: ScreenSize
  /// The runs of each row, from left to right; they do not overlap.
  public var rows: [[ScreenRun]]
  /// Where the cursor stands.
  public var cursor: (column: Int, row: Int) {
    get { (cursorColumn, cursorRow) }
    set {
      cursorColumn = min(max(0, newValue.column), size.columns - 1)
      cursorRow = min(max(0, newValue.row), size.rows - 1)
    }
  }
  private var cursorColumn = 0
  private var cursorRow = 0

  /// An empty screen.
  public init(size: ScreenSize) {
    self.size = size
    rows = Array(repeating: [], count: size.rows)
  }
}
