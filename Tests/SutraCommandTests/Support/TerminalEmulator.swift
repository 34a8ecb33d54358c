import SutraReader

/// A terminal in memory: enough of xterm for what ncurses writes.
struct TerminalEmulator {
  /// How it counts columns.
  let profile: WidthProfile
  var columns: Int
  var rows: Int
  /// The cells of the screen that is shown, row by row.
  var cells: [[EmulatedCell]]
  /// Where the cursor stands, counted from 0.
  var cursor = (row: 0, column: 0)
  var isCursorVisible = true
  var isAlternate = false
  /// Private modes that are on and were not when the terminal was made, such as those of the mouse
  /// and of bracketed paste; the cursor has its own.
  var modes: Set<Int> = []
  /// Titles that were put aside and not taken back.
  var titleDepth = 0
  /// Whether the keys send application sequences, by DECCKM and DECKPAM.
  var hasApplicationKeys = false
  var hasApplicationKeypad = false
  /// The look of what is drawn next.
  var look = CellLook()
  /// What it answers when it is asked what it can do.
  var attributes = "\u{1B}[?62;22c"
  /// What it answers to the program; whoever drives it takes it from here.
  var answers: [UInt8] = []
  /// Sequences it does not know.
  var unknown: [String] = []
  /// Every number of an SGR that set a colour.
  var colorCodes: Set<Int> = []

  var shelved: (cells: [[EmulatedCell]], cursor: (row: Int, column: Int))?
  var wrapsNext = false
  var region: ClosedRange<Int>
  var savedCursor = (row: 0, column: 0)
  var drawsLines = false
  var lastScalar: Unicode.Scalar?
  private var parser = SequenceParser()

  init(columns: Int, rows: Int, profile: WidthProfile) {
    (self.columns, self.rows, self.profile) = (columns, rows, profile)
    cells = Self.blank(columns, rows)
    region = 0...rows - 1
  }

  static func blank(_ columns: Int, _ rows: Int) -> [[EmulatedCell]] {
    Array(repeating: Array(repeating: EmulatedCell(), count: columns), count: rows)
  }

  /// Makes the screen larger or smaller; what is beyond is lost.
  mutating func resize(columns: Int, rows: Int) {
    func fitted(_ cells: [[EmulatedCell]]) -> [[EmulatedCell]] {
      (0..<rows).map { row in
        (0..<columns).map { column in
          row < cells.count && column < cells[row].count ? cells[row][column] : EmulatedCell()
        }
      }
    }
    cells = fitted(cells)
    if let kept = shelved { shelved = (fitted(kept.cells), kept.cursor) }
    (self.columns, self.rows) = (columns, rows)
    region = 0...rows - 1
    cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
    wrapsNext = false
  }

  /// Takes in what the program wrote.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let token = parser.take(byte) else { continue }
      switch token {
      case .scalar(let scalar): draw(scalar)
      case .control(let byte): control(byte)
      case .escape(let intermediates, let final): escape(intermediates, final)
      case .sequence(let sequence): perform(sequence)
      case .command(let bytes): perform(command: bytes)
      }
    }
  }

  mutating func draw(_ scalar: Unicode.Scalar) {
    lastScalar = scalar
    let shown = drawsLines ? Self.lineDrawing[scalar] ?? scalar : scalar
    let width = columns(of: shown)
    if profile == .syllable, width > 0, widensCluster(shown) { return }
    guard width > 0 else { return attach(shown) }
    if wrapsNext || cursor.column + width > columns {
      lineFeed()
      cursor.column = 0
      wrapsNext = false
    }
    clearHalf(at: cursor.column)
    clearHalf(at: cursor.column + width)
    cells[cursor.row][cursor.column] = EmulatedCell(text: String(shown), look: look)
    if width == 2 {
      cells[cursor.row][cursor.column + 1] = EmulatedCell(look: look, isContinuation: true)
    }
    cursor.column += width
    if cursor.column >= columns {
      cursor.column = columns - 1
      wrapsNext = true
    }
  }

  /// The columns a scalar takes here: in two of the profiles that hangs on what is before it.
  private func columns(of scalar: Unicode.Scalar) -> Int {
    if profile == .conjunct, joinsConjunct(scalar) { return 0 }
    guard scalar.isSpacingMark else { return scalar.emulatedColumns }
    switch profile {
    case .spacing, .syllable: return 1
    case .cluster, .conjunct: return 0
    case .konsole:
      guard let before = cellBefore, !cells[before.row][before.column].text.isEmpty else {
        return 0
      }
      let cell = cells[before.row][before.column]
      let hasMark = cell.markCount > 0 || cell.text.unicodeScalars.contains { $0.isSpacingMark }
      return hasMark ? 0 : 1
    }
  }

  /// Adds a letter or sign to the cluster before the cursor where it carries that on, and makes the
  /// cell two columns wide, as ghostty does from 1.3 on.
  private mutating func widensCluster(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isSpacingMark || joinsConjunct(scalar), let before = cellBefore,
      !cells[before.row][before.column].text.isEmpty
    else { return false }
    attach(scalar)
    let column = before.column + 1
    guard column < columns else {
      unknown.append("no room to widen a cell in the last column")
      return true
    }
    guard !cells[before.row][column].isContinuation else { return true }
    clearHalf(at: column + 1)
    cells[before.row][column] = EmulatedCell(
      look: cells[before.row][before.column].look, isContinuation: true)
    cursor.column = column + 1
    if cursor.column >= columns {
      cursor.column = columns - 1
      wrapsNext = true
    }
    return true
  }

  /// Whether a consonant of Bengali follows one with a virama; a vowel begins no conjunct.
  private func joinsConjunct(_ scalar: Unicode.Scalar) -> Bool {
    guard Self.isConsonant(scalar), let before = cellBefore else { return false }
    var scalars = cells[before.row][before.column].text.unicodeScalars
    guard scalars.first.map(Self.isConsonant) ?? false else { return false }
    while scalars.last == "\u{200D}" { scalars.removeLast() }
    return scalars.last == "\u{9CD}"
  }

  private static func isConsonant(_ scalar: Unicode.Scalar) -> Bool {
    (0x995...0x9B9).contains(scalar.value) || (0x9DC...0x9DF).contains(scalar.value)
      || scalar.value == 0x9CE || (0x9F0...0x9F1).contains(scalar.value)
  }

  /// The cell that a mark goes to.
  private var cellBefore: (row: Int, column: Int)? {
    var column = wrapsNext ? cursor.column : cursor.column - 1
    guard column >= 0 else { return nil }
    while column > 0, cells[cursor.row][column].isContinuation { column -= 1 }
    return (cursor.row, column)
  }

  private mutating func attach(_ scalar: Unicode.Scalar) {
    guard let before = cellBefore else {
      unknown.append("mark at the beginning of a row")
      return
    }
    cells[before.row][before.column].text.unicodeScalars.append(scalar)
  }

  /// A wide letter that loses one half loses the other.
  mutating func clearHalf(at column: Int) {
    guard column > 0, column < columns, cells[cursor.row][column].isContinuation else { return }
    cells[cursor.row][column - 1].text = ""
    cells[cursor.row][column].isContinuation = false
  }

  private static let lineDrawing: [Unicode.Scalar: Unicode.Scalar] = [
    "x": "│", "q": "─", "l": "┌", "k": "┐", "m": "└", "j": "┘", "n": "┼", "t": "├", "u": "┤",
    "v": "┴", "w": "┬", "a": "▒", "f": "°", "g": "±", "`": "◆", "~": "·",
  ]

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08:
      cursor.column = max(0, cursor.column - 1)
      wrapsNext = false
    case 0x09:
      cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
      wrapsNext = false
    case 0x0A...0x0C: lineFeed()
    case 0x0D:
      cursor.column = 0
      wrapsNext = false
    case 0x0E: drawsLines = true
    case 0x0F: drawsLines = false
    default: break
    }
  }

  private mutating func lineFeed() {
    if cursor.row == region.upperBound {
      scroll(by: 1)
    } else {
      cursor.row = min(rows - 1, cursor.row + 1)
    }
    wrapsNext = false
  }

  var emptyCell: EmulatedCell {
    EmulatedCell(look: CellLook(foreground: -1, background: look.background))
  }

  var emptyRow: [EmulatedCell] { Array(repeating: emptyCell, count: columns) }

  /// Moves the rows of the region up, or down by a number below 0.
  mutating func scroll(by count: Int) { shift(region, by: count) }

  mutating func shift(_ region: ClosedRange<Int>, by count: Int) {
    guard count != 0, region.upperBound < rows else { return }
    let distance = min(abs(count), region.count)
    var moved = Array(cells[region])
    let empty = Array(repeating: emptyRow, count: distance)
    moved = count > 0 ? moved.dropFirst(distance) + empty : empty + moved.dropLast(distance)
    cells.replaceSubrange(region, with: moved)
  }

  private mutating func escape(_ intermediates: [UInt8], _ final: UInt8) {
    switch (intermediates.first, final) {
    case (nil, 0x37): savedCursor = cursor
    case (nil, 0x38): move(savedCursor.row, savedCursor.column)
    case (nil, 0x3D): hasApplicationKeypad = true
    case (nil, 0x3E): hasApplicationKeypad = false
    case (nil, 0x44): lineFeed()
    case (nil, 0x45):
      lineFeed()
      cursor.column = 0
    case (nil, 0x4D):
      if cursor.row == region.lowerBound {
        scroll(by: -1)
      } else {
        move(cursor.row - 1, cursor.column)
      }
    case (nil, 0x63): reset()
    case (0x28, _): drawsLines = final == 0x30
    case (0x29, _), (0x2A, _), (0x2B, _), (0x25, _), (nil, 0x5C), (nil, 0x48): break
    default: unknown.append("ESC \(intermediates) \(final)")
    }
  }

  mutating func reset() {
    cells = Self.blank(columns, rows)
    cursor = (0, 0)
    look = CellLook()
    region = 0...rows - 1
    (wrapsNext, drawsLines) = (false, false)
  }

  mutating func move(_ row: Int, _ column: Int) {
    cursor = (min(max(0, row), rows - 1), min(max(0, column), columns - 1))
    wrapsNext = false
  }
}
