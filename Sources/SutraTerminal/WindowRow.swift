import CNcurses
import CUnicode
import SutraReader

/// A row of a window, or a part of one, as ncurses keeps it: one cell after the other, each a letter
/// and its marks.
///
/// A row is made whole and handed over in one call. Text that ncurses gets as text goes through the
/// C library's decoder letter by letter, which would take half of the time of a key.
struct WindowRow {
  /// Marks that ncurses keeps on a letter; it drops what comes after them in silence.
  static let mostMarks = 4

  private var cells: [cchar_t] = []
  /// The column where they begin, and that behind them.
  private var start = 0
  private var column = 0
  private let columns: Int
  private let reader: CellReader

  /// A row that is so many columns wide.
  init(columns: Int, profile: WidthProfile) {
    self.columns = columns
    reader = CellReader(profile: profile)
    cells.reserveCapacity(columns)
  }

  /// Makes it empty, to begin at a column.
  mutating func begin(at column: Int) {
    cells.removeAll(keepingCapacity: true)
    start = column
    self.column = column
  }

  /// Fills with blanks up to a column.
  mutating func fill(to end: Int, _ blank: cchar_t) {
    let end = min(end, columns)
    guard column < end else { return }
    cells.append(contentsOf: repeatElement(blank, count: end - column))
    column = end
  }

  /// Adds a run at its column; what would reach over the end is left out.
  ///
  /// - Parameters:
  ///   - run: What to add; it begins where the row has got to, or further right.
  ///   - look: A blank in the look of the run.
  ///   - ground: A blank for the cells before it.
  /// - Returns: Whether every letter has kept its marks.
  mutating func add(_ run: ScreenRun, look: cchar_t, ground: cchar_t) -> Bool {
    fill(to: run.column, ground)
    var marks = 0
    var isWhole = true
    // Marks need a letter of this run before them.
    var hasLetter = false
    run.bytes.withUnsafeBufferPointer { bytes in
      reader.forEachScalar(of: bytes) { scalar, width, widens in
        let character = wchar_t(bitPattern: scalar)
        if width > 0, !widens {
          hasLetter = column + width <= columns
          guard hasLetter else { return }
          var cell = look
          cell.chars.0 = character
          cells.append(cell)
          column += width
          marks = 0
        } else if hasLetter {
          marks += 1
          if !cells[cells.count - 1].add(character, asMark: marks) {
            isWhole = false
            // The cell has to become as wide as what is written into it once more.
            if widens { cells[cells.count - 1].chars.4 = character }
          }
          guard widens else { return }
          cells[cells.count - 1].chars.0 |= wchar_t(SUTRA_WIDE_CELL)
          column += width
        }
      }
    }
    return isWhole
  }

  /// Puts the cells into a row of a window.
  func put(into window: UnsafeMutablePointer<WINDOW>?, row: Int) {
    wmove(window, Int32(row), Int32(start))
    cells.withUnsafeBufferPointer { cells in
      _ = wadd_wchnstr(window, cells.baseAddress, Int32(cells.count))
    }
  }
}

extension cchar_t {
  /// Adds a mark to a letter, unless there are as many as a cell keeps.
  fileprivate mutating func add(_ character: wchar_t, asMark number: Int) -> Bool {
    switch number {
    case 1: chars.1 = character
    case 2: chars.2 = character
    case 3: chars.3 = character
    case WindowRow.mostMarks: chars.4 = character
    default: return false
    }
    return true
  }
}
