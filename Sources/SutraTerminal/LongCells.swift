import CNcurses
import SutraCore
import SutraReader

/// Cells that ncurses cannot keep as they are, and that are written once more, whole, after it has painted.
///
/// It holds a letter and four marks of a cell and drops what comes after them in silence, and it knows nothing of
/// where a cell leads.
struct LongCells {
  private var sequences: [UInt8] = []
  private let profile: WidthProfile
  private let colorCount: Int

  init(profile: WidthProfile, colorCount: Int) {
    self.profile = profile
    self.colorCount = colorCount
  }

  /// Notes the cells of a run that ncurses cannot hold.
  mutating func note(_ run: ScreenRun, row: Int, _ style: Style) {
    var column = run.column
    var found: [(column: Int, span: Span)] = []
    run.bytes.withUnsafeBufferPointer { bytes in
      CellReader(profile: profile).forEachCell(
        in: Span(start: 0, end: bytes.count), of: bytes
      ) { cell in
        if cell.span.length > 10, Self.isTooLong(bytes[cell.span.start..<cell.span.end], profile) {
          found.append((column, cell.span))
        }
        column += cell.columns
      }
    }
    for (column, span) in found {
      sequences += Self.move(to: row, column) + rendition(of: style)
      sequences += run.bytes[span.start..<span.end]
    }
  }

  /// Notes a run that leads somewhere.
  mutating func note(_ run: ScreenRun, to link: String, row: Int, _ style: Style) {
    sequences += Self.move(to: row, run.column) + rendition(of: style)
    sequences += LinkAddress.sequence(link) + run.bytes + LinkAddress.sequence(nil)
  }

  /// What is to be written, with the cursor back where it belongs at the end; empty when ncurses
  /// has painted all there is.
  func bytes(cursor: (column: Int, row: Int)) -> [UInt8] {
    guard !sequences.isEmpty else { return [] }
    return sequences + Array("\u{1B}[0m".utf8) + Self.move(to: cursor.row, cursor.column)
  }

  /// Whether more marks follow a letter than a cell of ncurses keeps.
  private static func isTooLong(
    _ cell: Slice<UnsafeBufferPointer<UInt8>>, _ profile: WidthProfile
  ) -> Bool {
    var marks = 0
    var most = 0
    CellReader(profile: profile).forEachScalar(of: UnsafeBufferPointer(rebasing: cell)) {
      marks = $1 > 0 && !$2 ? 0 : marks + 1
      most = max(most, marks)
    }
    return most > WindowRow.mostMarks
  }

  private static func move(to row: Int, _ column: Int) -> [UInt8] {
    guard let text = sutra_cursor_address(Int32(row), Int32(column)) else { return [] }
    return Array(String(cString: text).utf8)
  }

  /// The sequence that sets a look (ECMA-48, SGR).
  private func rendition(of style: Style) -> [UInt8] {
    var codes = [0]
    for (attribute, code) in [
      (TextAttributes.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
    ] where style.attributes.contains(attribute) { codes.append(code) }
    codes += color(style.foreground, base: 30) + color(style.background, base: 40)
    return Array("\u{1B}[\(codes.map(String.init).joined(separator: ";"))m".utf8)
  }

  private func color(_ color: Color, base: Int) -> [Int] {
    guard colorCount >= 8, color != .standard else { return [] }
    if colorCount >= 1 << 24, let (red, green, blue) = color.components {
      return [base + 8, 2, red, green, blue]
    }
    guard case .palette(let number) = color.nearest(of: colorCount) else { return [] }
    if number < 8 { return [base + Int(number)] }
    return number < 16 && colorCount < 256
      ? [base + 60 + Int(number) - 8] : [base + 8, 5, Int(number)]
  }
}
