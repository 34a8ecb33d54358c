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

  /// Of all of it, so that two that differ are told apart at once.
  private let digest: Int

  /// Makes a picture of its parts.
  init(
    columns: Int, text: [UInt8], start: Int, parts: [Part], blankColumns: Int, ground: UInt32
  ) {
    self.columns = columns
    self.text = text
    self.start = start
    self.parts = parts
    self.blankColumns = blankColumns
    self.ground = ground
    var hasher = Hasher()
    hasher.combine(columns)
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(start)
    hasher.combine(parts)
    hasher.combine(blankColumns)
    hasher.combine(ground)
    digest = hasher.finalize()
  }

  /// Whether both look the same.
  public static func == (left: PictureRow, right: PictureRow) -> Bool {
    left.digest == right.digest && left.columns == right.columns && left.start == right.start
      && left.blankColumns == right.blankColumns && left.ground == right.ground
      && left.parts == right.parts && left.text == right.text
  }

  /// Hashes what stands for all of it.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// Most shades between letters and their ground, both included.
  private static let mostShades = 9

  /// The colours that are enough for it: those of its looks, and shades for the edges of letters.
  ///
  /// As far as that is possible they are no more than 16, of which half a byte tells one.
  package var colors: [UInt32] {
    var looks: [(letters: UInt32, ground: UInt32)] = []
    for part in parts {
      let (letters, ground) = (part.look.foreground, part.look.background)
      if !looks.contains(where: { $0 == (letters, ground) }) { looks.append((letters, ground)) }
    }
    var grounds: [UInt32] = [ground]
    for look in looks where !grounds.contains(look.ground) { grounds.append(look.ground) }
    let room = max(0, 16 - grounds.count)
    var steps = min(Self.mostShades - 1, room / max(1, looks.count))
    // With fewer than four steps edges look rough: then a byte tells one of up to 256.
    if steps < 4 { steps = min(6, (256 - grounds.count) / max(1, looks.count)) }
    for look in looks {
      for step in stride(from: 1, through: steps, by: 1) {
        let shade = PictureLook.mixed(look.ground, look.letters, step, of: steps)
        if !grounds.contains(shade), grounds.count < 256 { grounds.append(shade) }
      }
    }
    return grounds
  }
}

extension PictureRow {
  /// It in pieces side by side of no more than some columns each, with the column where each begins.
  func pieces(_ mostColumns: Int, cellWidth: Int) -> [(column: Int, picture: PictureRow)] {
    guard columns > mostColumns else { return [(0, self)] }
    let textEnd = columns - blankColumns
    return stride(from: 0, to: columns, by: mostColumns).map { first in
      let end = min(columns, first + mostColumns)
      let (left, hasText) = (first * cellWidth, first < textEnd)
      let piece = PictureRow(
        columns: end - first, text: hasText ? text : [], start: hasText ? start - left : 0,
        parts: !hasText
          ? []
          : parts.map { part in
            let pixels = part.pixels.lowerBound - left..<part.pixels.upperBound - left
            return Part(bytes: part.bytes, pixels: pixels, look: part.look)
          },
        blankColumns: max(0, end - max(first, textEnd)), ground: ground)
      return (first, piece)
    }
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
  private let mostColumns: Int

  /// Makes a cutter.
  ///
  /// - Parameters:
  ///   - theme: How roles look.
  ///   - colors: The terminal's own colours.
  ///   - cellWidth: Pixels of a cell.
  ///   - fillsBlanks: Whether a picture goes on over the blanks behind it, so that the next one there
  ///     covers it whole.
  ///   - mostColumns: The columns of the widest picture that the terminal shows.
  public init(
    _ theme: Theme, _ colors: TerminalColors, cellWidth: Int, fillsBlanks: Bool,
    mostColumns: Int = .max
  ) {
    self.theme = theme
    self.colors = colors
    self.cellWidth = cellWidth
    self.fillsBlanks = fillsBlanks
    self.mostColumns = mostColumns
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
          for piece in picture.pieces(mostColumns, cellWidth: cellWidth) {
            let column = runs[first].column + piece.column
            found.append(PlacedRow(row: row, column: column, picture: piece.picture))
          }
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
