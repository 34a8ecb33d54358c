/// Writes one row of the screen, or a part of it, from left to right.
struct RowWriter {
  /// The runs so far.
  private(set) var runs: [ScreenRun] = []
  /// The column where the next run begins.
  private(set) var column: Int
  /// The column that nothing may reach.
  let end: Int
  private let profile: WidthProfile

  /// Begins at a column.
  init(from column: Int, to end: Int, profile: WidthProfile) {
    self.column = column
    self.end = end
    self.profile = profile
  }

  /// Columns that are left.
  var left: Int { max(0, end - column) }

  /// Writes as much of a text as fits; an ellipsis stands for the rest, and a visible mark for what
  /// could disturb a terminal.
  mutating func write(_ text: String, _ roles: RoleSet, atMost columns: Int = .max) {
    let limit = min(left, columns)
    if limit > 0, let cut = profile.cut(ofSafe: text, to: limit) {
      let bytes = Array(text.utf8.prefix(cut.bytes))
      return cut.hasEllipsis
        ? append(bytes + Array("…".utf8), columns: cut.columns + 1, roles)
        : append(bytes, columns: cut.columns, roles)
    }
    let (shown, width) = profile.fitted(VisibleText.safe(text), to: limit)
    append(Array(shown.utf8), columns: width, roles)
  }

  /// Writes bytes that are known to be safe and to take so many columns.
  mutating func append(_ bytes: [UInt8], columns: Int, _ roles: RoleSet) {
    guard !bytes.isEmpty, columns <= left else { return }
    runs.append(ScreenRun(column: column, columns: columns, bytes: bytes, roles: roles))
    column += columns
  }

  /// Writes blanks up to a column, or to the end.
  mutating func fill(to target: Int = .max, _ roles: RoleSet) {
    let count = min(target, end) - column
    guard count > 0 else { return }
    append([UInt8](repeating: 0x20, count: count), columns: count, roles)
  }

  /// Writes a text so that it ends at the end, with blanks before it.
  mutating func writeRight(_ text: String, _ roles: RoleSet) {
    let width = min(profile.columns(of: text), left)
    fill(to: end - width, roles)
    write(text, roles)
  }
}
