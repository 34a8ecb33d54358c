/// Writes one row of the screen, or a part of it, from left to right.
struct RowWriter {
  /// The runs so far.
  private(set) var runs: [ScreenRun] = []
  /// The column where the next run of cells begins.
  private(set) var column: Int
  /// The column that nothing may reach.
  let end: Int
  private let measure: Measure
  /// Where the next text begins, in pixels where those are the measure.
  private var place: Int

  /// Begins at a column.
  init(from column: Int, to end: Int, measure: Measure) {
    self.column = column
    self.end = end
    self.measure = measure
    place = column * measure.columnWidth
  }

  /// Columns that are left.
  var left: Int { max(0, end - column) }

  /// Writes as much of a text as fits; an ellipsis stands for the rest, and a visible mark for what
  /// could disturb a terminal.
  mutating func write(_ text: String, _ roles: RoleSet, atMost columns: Int = .max) {
    let piece = measure.piece(of: text, to: min(left, columns))
    append(piece.bytes, width: piece.width, roles)
  }

  /// Writes bytes that are known to be safe and to be so wide by the measure.
  mutating func append(_ bytes: [UInt8], width: Int, _ roles: RoleSet, link: String? = nil) {
    guard measure.pixels != nil else {
      return appendCells(bytes, columns: width, roles, link: link)
    }
    guard !bytes.isEmpty, left > 0 else { return }
    let stretch = PixelStretch(start: place, width: width)
    place += width
    let next = min(end, measure.columns(holding: place))
    runs.append(
      ScreenRun(
        column: column, columns: next - column, bytes: bytes, roles: roles, pixels: stretch))
    column = next
  }

  /// Writes what is drawn in cells by any measure, such as lines, and takes so many columns.
  mutating func appendCells(
    _ bytes: [UInt8], columns: Int, _ roles: RoleSet, link: String? = nil
  ) {
    guard !bytes.isEmpty, columns <= left else { return }
    runs.append(
      ScreenRun(column: column, columns: columns, bytes: bytes, roles: roles, link: link))
    column += columns
    place = column * measure.columnWidth
  }

  /// Writes the lines of a frame, each of one column.
  mutating func drawLines(_ lines: String, _ roles: RoleSet) {
    appendCells(Array(lines.utf8), columns: lines.unicodeScalars.count, roles)
  }

  /// Writes blanks up to a column, or to the end.
  mutating func fill(to target: Int = .max, _ roles: RoleSet) {
    let count = min(target, end) - column
    guard count > 0 else { return }
    appendCells([UInt8](repeating: 0x20, count: count), columns: count, roles)
  }

  /// Writes a text so that it ends at the end, with blanks before it.
  mutating func writeRight(_ text: String, _ roles: RoleSet) {
    let width = min(measure.columns(of: text), left)
    fill(to: end - width, roles)
    write(text, roles)
  }
}
