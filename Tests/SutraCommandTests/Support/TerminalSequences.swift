extension TerminalEmulator {
  /// Does what a command says: from now on text leads to an address, or nowhere any more.
  mutating func perform(command: [UInt8]) {
    let parts = String(decoding: command, as: UTF8.self).split(
      separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "8" else { return }
    look.link = parts[2].isEmpty ? nil : String(parts[2])
  }

  /// Does what a control sequence says.
  mutating func perform(_ sequence: ControlSequence) {
    let count = sequence.parameter(0)
    if sequence.final == UInt8(ascii: "p"), sequence.intermediates == [0x24], count == 2_027 {
      answers += Array("\u{1B}[?2027;\(profile == .syllable ? 1 : 0)$y".utf8)
      return
    }
    guard sequence.intermediates.isEmpty else { return note(sequence) }
    if let mark = sequence.privateMark { return performPrivate(mark, sequence) }
    switch sequence.final {
    case UInt8(ascii: "A"): move(cursor.row - count, cursor.column)
    case UInt8(ascii: "B"), UInt8(ascii: "e"): move(cursor.row + count, cursor.column)
    case UInt8(ascii: "C"), UInt8(ascii: "a"): move(cursor.row, cursor.column + count)
    case UInt8(ascii: "D"): move(cursor.row, cursor.column - count)
    case UInt8(ascii: "E"): move(cursor.row + count, 0)
    case UInt8(ascii: "F"): move(cursor.row - count, 0)
    case UInt8(ascii: "G"), UInt8(ascii: "`"): move(cursor.row, count - 1)
    case UInt8(ascii: "d"): move(count - 1, cursor.column)
    case UInt8(ascii: "H"), UInt8(ascii: "f"): move(count - 1, sequence.parameter(1) - 1)
    case UInt8(ascii: "I"):
      for _ in 0..<count { move(cursor.row, (cursor.column / 8 + 1) * 8) }
    case UInt8(ascii: "Z"):
      for _ in 0..<count { move(cursor.row, max(0, (cursor.column - 1) / 8 * 8)) }
    case UInt8(ascii: "J"): eraseDisplay(sequence.parameter(0, missing: 0))
    case UInt8(ascii: "K"): eraseLine(sequence.parameter(0, missing: 0))
    case UInt8(ascii: "X"): erase(cursor.row, cursor.column..<min(columns, cursor.column + count))
    case UInt8(ascii: "@"): insertCells(count)
    case UInt8(ascii: "P"): deleteCells(count)
    case UInt8(ascii: "L") where region.contains(cursor.row):
      shift(cursor.row...region.upperBound, by: -count)
    case UInt8(ascii: "M") where region.contains(cursor.row):
      shift(cursor.row...region.upperBound, by: count)
    case UInt8(ascii: "S"): scroll(by: count)
    case UInt8(ascii: "T"): scroll(by: -count)
    case UInt8(ascii: "b"):
      if let lastScalar { for _ in 0..<count { draw(lastScalar) } }
    case UInt8(ascii: "m"): setLook(sequence.parameters.map { $0 ?? 0 })
    case UInt8(ascii: "n") where count == 6:
      answers += Array("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R".utf8)
    case UInt8(ascii: "n") where count == 5: answers += Array("\u{1B}[0n".utf8)
    case UInt8(ascii: "c"): answers += Array(attributes.utf8)
    case UInt8(ascii: "r"):
      let top = count - 1
      let bottom = sequence.parameter(1, missing: rows) - 1
      if top < bottom, bottom < rows { region = top...bottom }
      move(0, 0)
    case UInt8(ascii: "t"): titleDepth += count == 22 ? 1 : count == 23 ? -1 : 0
    case UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "g"): break
    default: note(sequence)
    }
  }

  private mutating func note(_ sequence: ControlSequence) {
    unknown.append("CSI \(sequence.parameters) \(Character(Unicode.Scalar(sequence.final)))")
  }

  private mutating func performPrivate(_ mark: UInt8, _ sequence: ControlSequence) {
    let turnsOn = sequence.final == UInt8(ascii: "h")
    guard mark == UInt8(ascii: "?"), turnsOn || sequence.final == UInt8(ascii: "l") else {
      return note(sequence)
    }
    for case .some(let mode) in sequence.parameters {
      // Wrapping is on from the beginning, and 12 lets the cursor blink or not.
      if ![7, 12, 25].contains(mode) {
        if turnsOn { modes.insert(mode) } else { modes.remove(mode) }
      }
      switch mode {
      case 1: hasApplicationKeys = turnsOn
      case 25: isCursorVisible = turnsOn
      case 47, 1047, 1049: showAlternate(turnsOn)
      default: break
      }
    }
  }

  private mutating func showAlternate(_ isWanted: Bool) {
    guard isWanted != isAlternate else { return }
    isAlternate = isWanted
    if isWanted {
      shelved = (cells, cursor)
      cells = Self.blank(columns, rows)
    } else if let kept = shelved {
      cells = kept.cells
      move(kept.cursor.row, kept.cursor.column)
      shelved = nil
    }
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = emptyCell }
    wrapsNext = false
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: erase(cursor.row, cursor.column..<columns)
    case 1: erase(cursor.row, 0..<min(columns, cursor.column + 1))
    default: erase(cursor.row, 0..<columns)
    }
  }

  private mutating func eraseDisplay(_ part: Int) {
    switch part {
    case 0:
      eraseLine(0)
      for row in (cursor.row + 1)..<max(rows, cursor.row + 1) { erase(row, 0..<columns) }
    case 1:
      eraseLine(1)
      for row in 0..<cursor.row { erase(row, 0..<columns) }
    default: for row in 0..<rows { erase(row, 0..<columns) }
    }
  }

  private mutating func insertCells(_ count: Int) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].removeLast(count)
    cells[cursor.row].insert(
      contentsOf: Array(repeating: emptyCell, count: count), at: cursor.column)
    wrapsNext = false
  }

  private mutating func deleteCells(_ count: Int) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    cells[cursor.row] += Array(repeating: emptyCell, count: count)
    wrapsNext = false
  }

  private mutating func setLook(_ codes: [Int]) {
    var rest = codes.isEmpty ? [0] : codes[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: look = CellLook(link: look.link)
      case 10: drawsLines = false
      case 11, 12: drawsLines = true
      case 22: look.attributes.subtract([.bold, .dim])
      case 23: look.attributes.remove(.italic)
      case 24: look.attributes.remove(.underline)
      case 27: look.attributes.remove(.reverse)
      case 30...37: look.foreground = code - 30
      case 40...47: look.background = code - 40
      case 90...97: look.foreground = code - 82
      case 100...107: look.background = code - 92
      case 39: look.foreground = -1
      case 49: look.background = -1
      case 38, 48:
        let color = Self.color(&rest)
        if code == 38 { look.foreground = color } else { look.background = color }
      default:
        if let attribute = CellLook.Attribute(rawValue: code) { look.attributes.insert(attribute) }
      }
      if (30...48).contains(code) && code != 39 || code >= 90 { colorCodes.insert(code) }
    }
  }

  private static func color(_ rest: inout ArraySlice<Int>) -> Int {
    switch rest.popFirst() {
    case 5: return rest.popFirst() ?? -1
    case 2:
      let (red, green, blue) = (rest.popFirst() ?? 0, rest.popFirst() ?? 0, rest.popFirst() ?? 0)
      return 1 << 24 | red << 16 | green << 8 | blue
    default: return -1
    }
  }
}
