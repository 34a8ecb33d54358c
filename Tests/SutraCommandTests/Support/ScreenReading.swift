import Testing

extension TerminalEmulator {
  /// The text of a stretch of a row; blanks at its end are left out.
  func text(row: Int, columns range: Range<Int>? = nil) -> String {
    let range = (range ?? 0..<columns).clamped(to: 0..<columns)
    var scalars = String.UnicodeScalarView()
    for cell in cells[row][range] where !cell.isContinuation {
      scalars.append(contentsOf: cell.text.isEmpty ? " ".unicodeScalars : cell.text.unicodeScalars)
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// All rows.
  var text: [String] { (0..<rows).map { text(row: $0) } }

  /// Whether a text stands in some row, scalar for scalar.
  func shows(_ wanted: String) -> Bool { place(of: wanted) != nil }

  /// Where a text stands for the first time: its row and the columns it takes.
  func place(of wanted: String) -> (row: Int, columns: Range<Int>)? {
    for row in 0..<rows {
      for start in 0..<columns where !cells[row][start].text.isEmpty {
        var rest = Array(wanted.unicodeScalars)[...]
        var column = start
        while column < columns, !rest.isEmpty {
          let cell = cells[row][column]
          let scalars =
            cell.isContinuation ? [] : Array((cell.text.isEmpty ? " " : cell.text).unicodeScalars)
          // The last cell may hold more than what is looked for.
          guard rest.starts(with: scalars) || scalars.starts(with: rest) else { break }
          rest = rest.dropFirst(scalars.count)
          column += 1
        }
        if rest.isEmpty { return (row, start..<column) }
      }
    }
    return nil
  }

  /// The looks of the cells of a text; empty when it is not shown.
  func looks(of wanted: String) -> [CellLook] {
    guard let place = place(of: wanted) else { return [] }
    return cells[place.row][place.columns].map(\.look)
  }
}

extension TerminalEmulator: CustomTestStringConvertible {
  var testDescription: String { text.joined(separator: "\n") }
}
