import SutraReader

/// What one picture shows: a stretch of a row of the screen, from cell to cell.
///
/// Two that are equal look the same, wherever they are, so that one is drawn and sent once.
public struct PictureRow: Hashable, Sendable {
  /// A part of the text in one look.
  public struct Part: Hashable, Sendable {
    /// Its first byte, and the one behind its last.
    public let bytes: Range<Int>
    /// The pixels it covers, from the picture's left edge; they may be outside of it.
    public let pixels: Range<Int>
    /// Its look.
    public let look: PictureLook
  }

  /// The columns it covers.
  public let columns: Int
  /// The text, whole, also where the picture shows a part of it.
  public let text: [UInt8]
  /// Where the text begins, from the picture's left edge; negative where that is cut off.
  public let start: Int
  /// The parts of the text, from the first byte to the last.
  public let parts: [Part]
  /// Columns at the end that show a ground of their own, and its colour.
  public let blankColumns: Int
  /// The ground behind the text's end, 0xRRGGBB.
  public let ground: UInt32

  /// How many colours are enough for it: letters of each look have edges of some shades.
  var colorCount: Int {
    let looks = Set(parts.map { UInt64($0.look.foreground) << 32 | UInt64($0.look.background) })
    return min(96, 16 + 14 * max(0, looks.count - 1))
  }
}

/// A picture and where it stands on the screen.
public struct PlacedRow: Hashable, Sendable {
  /// The row of the screen, counted from 0.
  public let row: Int
  /// The column of its left edge, counted from 0.
  public let column: Int
  /// What it shows.
  public let picture: PictureRow
}

/// Finds the pictures of a screen.
public struct PictureCutter {
  private let theme: Theme
  private let colors: TerminalColors
  private let cellWidth: Int
  private let fillsBlanks: Bool

  /// Makes a cutter.
  ///
  /// - Parameters:
  ///   - theme: How roles look.
  ///   - colors: The terminal's own colours.
  ///   - cellWidth: Pixels of a cell.
  ///   - fillsBlanks: Whether a picture goes on over the blanks behind it, so that the next one there
  ///     covers it whole.
  public init(_ theme: Theme, _ colors: TerminalColors, cellWidth: Int, fillsBlanks: Bool) {
    self.theme = theme
    self.colors = colors
    self.cellWidth = cellWidth
    self.fillsBlanks = fillsBlanks
  }

  /// The pictures of all rows, from top to bottom and left to right.
  public func pictures(of screen: Screen) -> [PlacedRow] {
    var looks: [RoleSet: PictureLook] = [:]
    var found: [PlacedRow] = []
    for (row, runs) in screen.rows.enumerated() {
      var first = 0
      while first < runs.count {
        guard runs[first].pixels != nil else {
          first += 1
          continue
        }
        var end = first + 1
        while end < runs.count, Self.goesOn(runs[end - 1], runs[end]) { end += 1 }
        let next = end < runs.count ? runs[end] : nil
        let width = screen.size.columns
        if let picture = picture(of: runs[first..<end], before: next, width, &looks) {
          found.append(PlacedRow(row: row, column: runs[first].column, picture: picture))
        }
        first = end
      }
    }
    return found
  }

  /// Whether two runs are of one line of text.
  private static func goesOn(_ left: ScreenRun, _ right: ScreenRun) -> Bool {
    guard let one = left.pixels, let other = right.pixels else { return false }
    return one.start + one.width == other.start && left.column + left.columns == right.column
  }

  private static func isBlank(_ run: ScreenRun) -> Bool { run.bytes.allSatisfy { $0 == 0x20 } }

  private func picture(
    of runs: ArraySlice<ScreenRun>, before next: ScreenRun?, _ width: Int,
    _ looks: inout [RoleSet: PictureLook]
  ) -> PictureRow? {
    guard let first = runs.first, let last = runs.last, let start = first.pixels?.start,
      !runs.allSatisfy(Self.isBlank), last.column + last.columns > first.column
    else { return nil }
    let left = first.column * cellWidth
    var text: [UInt8] = []
    var parts: [PictureRow.Part] = []
    for run in runs {
      guard let pixels = run.pixels else { continue }
      let begin = text.count
      text += run.bytes
      let from = pixels.start - left
      parts.append(
        PictureRow.Part(
          bytes: begin..<text.count, pixels: from..<from + max(0, pixels.width),
          look: look(of: run.roles, &looks)))
    }
    var end = last.column + last.columns
    var ground = look(of: last.roles, &looks).background
    var blanks = 0
    if fillsBlanks {
      // Blanks behind it: those that are written, or what nothing is written to.
      let isWritten = next.map { $0.pixels == nil && $0.column == end && Self.isBlank($0) } ?? false
      let reach = next.map { isWritten ? $0.column + $0.columns : $0.column } ?? width
      let roles = isWritten ? next?.roles ?? RoleSet(.text) : RoleSet(.text)
      if reach > end {
        (blanks, ground) = (reach - end, look(of: roles, &looks).background)
        end = reach
      }
    }
    return PictureRow(
      columns: end - first.column, text: text, start: start - left, parts: parts,
      blankColumns: blanks, ground: ground)
  }

  private func look(of roles: RoleSet, _ looks: inout [RoleSet: PictureLook]) -> PictureLook {
    if let known = looks[roles] { return known }
    let look = PictureLook(theme.style(of: roles), colors)
    looks[roles] = look
    return look
  }
}
