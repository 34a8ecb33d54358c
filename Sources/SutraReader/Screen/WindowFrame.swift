import SutraCore
import SutraWords

/// Where a small window stands, and which items stand in which of its rows.
struct WindowFrame {
  /// Widest window in columns.
  static let widest = 84
  /// Most rows of one item.
  static let tallestItem = 4

  /// The cells of the whole window, its frame among them.
  let area: ScreenArea
  /// Rows for items.
  let rows: Int
  /// Columns for items.
  let columns: Int
  /// Columns of the labels.
  let labelColumns: Int
  /// The first item that is shown.
  let first: Int
  /// The rows of each shown item from `first` on.
  let heights: [Int]

  init(_ window: ListWindow, _ state: ReaderState) {
    let size = state.size
    let measure = state.layout.measure
    let outer = min(size.columns, Self.widest)
    columns = max(1, outer - 4)
    let shown = window.shown
    let widestLabel = shown.prefix(500).map { measure.columns(of: $0.label) }.max() ?? 0
    labelColumns = min(widestLabel, columns / 3)
    let textColumns = max(1, columns - (labelColumns == 0 ? 0 : labelColumns + 2))
    let place = Placement(window, state)
    let most = max(1, place.rows - 2)
    func height(_ item: ListWindow.Item) -> Int {
      guard window.purpose == .who || window.purpose == .notes else { return 1 }
      let lines = RowBreaker(measure).lines(of: item.text, columns: textColumns)
      return min(Self.tallestItem, max(1, lines.count))
    }
    var heights: [Int] = []
    var total = 0
    // Around the chosen item as many as fit, from the first where all do.
    var first = 0
    var used = 0
    for index in 0...max(0, min(window.chosen, shown.count - 1)) where index < shown.count {
      used += height(shown[index])
      while used > most, first < index {
        used -= height(shown[first])
        first += 1
      }
    }
    var index = first
    while index < shown.count, total + height(shown[index]) <= most || heights.isEmpty {
      heights.append(min(height(shown[index]), most))
      total += heights[heights.count - 1]
      index += 1
    }
    self.first = first
    self.heights = heights
    rows = max(1, total)
    let outerRows = min(size.rows, rows + 2)
    area = ScreenArea(
      column: (size.columns - outer) / 2, row: place.row(of: outerRows), columns: outer,
      rows: outerRows)
  }

  /// Where there is room for a window: on all of the screen, or beside the quotation whose origin it
  /// tells, so that its words stay in sight.
  private struct Placement {
    /// Rows for the window, its frame among them.
    let rows: Int
    private let first: Int
    private let isAbove: Bool?

    /// Fewest rows beside a quotation that are enough.
    private static let fewest = 8

    init(_ window: ListWindow, _ state: ReaderState) {
      let body = state.size.rows - 1
      if window.purpose == .who, let words = state.rowsOfQuotationAtHand {
        let (above, below) = (words.lowerBound, body - words.upperBound)
        if max(above, below) >= Self.fewest {
          isAbove = above > below
          (first, rows) = above > below ? (0, above) : (words.upperBound, below)
          return
        }
      }
      (first, rows, isAbove) = (0, max(3, body - 1), nil)
    }

    func row(of height: Int) -> Int {
      switch isAbove {
      case nil: max(0, (rows + 1 - height) / 2)
      case true?: max(0, rows - height)
      case false?: first
      }
    }
  }

  /// The item under a cell of the screen.
  func item(column: Int, row: Int) -> Int? {
    guard area.contains(column, row) else { return nil }
    var left = row - area.row - 1
    guard left >= 0 else { return nil }
    for (index, height) in heights.enumerated() {
      if left < height { return first + index }
      left -= height
    }
    return nil
  }
}

/// Draws a small window over a screen.
struct WindowPainter {
  private let window: ListWindow
  private let state: ReaderState
  private let frame: WindowFrame
  private var measure: Measure { state.layout.measure }

  init(_ window: ListWindow, _ state: ReaderState) {
    self.window = window
    self.state = state
    frame = WindowFrame(window, state)
  }

  /// Replaces the cells under the window.
  func draw(on screen: inout Screen) {
    let area = frame.area
    var rows = [edge(title, left: "┌", right: "┐")]
    let shown = window.shown
    if shown.isEmpty {
      rows.append(body(Line(label: "", text: window.emptyText), isChosen: false))
    }
    for (offset, height) in frame.heights.enumerated() {
      let index = frame.first + offset
      let isChosen = index == window.chosen
      let lines = lines(of: shown[index], height: height)
      if isChosen { screen.cursor = (area.column + 2, area.row + rows.count) }
      rows += lines.map { body($0, isChosen: isChosen) }
    }
    let more = shown.count > frame.first + frame.heights.count
    rows.append(edge(more ? say("window.more") : hint, left: "└", right: "┘"))
    for (offset, runs) in rows.prefix(area.rows).enumerated()
    where area.row + offset < screen.rows.count {
      let row = area.row + offset
      let old = screen.rows[row]
      screen.rows[row] =
        ScreenCut.runs(old, from: 0, to: area.column, measure.profile) + runs
        + ScreenCut.runs(old, from: area.endColumn, to: screen.size.columns, measure.profile)
    }
  }

  private var title: String {
    guard let narrowing = window.narrowing, !narrowing.isEmpty else { return window.title }
    return "\(narrowing)▏"
  }

  private var hint: String {
    window.purpose == .filters ? state.say("window.hint-filters") : state.say("window.hint")
  }

  private func edge(_ text: String, left: String, right: String) -> [ScreenRun] {
    let roles = RoleSet(.window).with(.windowTitle)
    let area = frame.area
    var writer = RowWriter(from: area.column, to: area.endColumn, measure: measure)
    writer.drawLines(left + "─ ", RoleSet(.window))
    writer.write(text, roles, atMost: max(0, writer.left - 3))
    writer.drawLines(" ", RoleSet(.window))
    writer.drawLines(String(repeating: "─", count: max(0, writer.left - 1)), RoleSet(.window))
    writer.drawLines(right, RoleSet(.window))
    return writer.runs
  }

  private func body(_ line: Line?, isChosen: Bool) -> [ScreenRun] {
    let base = isChosen ? RoleSet(.window).with(.windowChosen) : RoleSet(.window)
    let area = frame.area
    var writer = RowWriter(from: area.column, to: area.endColumn, measure: measure)
    writer.drawLines("│ ", RoleSet(.window))
    let start = writer.column
    let end = area.endColumn - 2
    if let line {
      let labelColumns = frame.labelColumns == 0 ? 0 : frame.labelColumns + 2
      let labelRoles = isChosen ? base : base.with(.key)
      writer.write(line.label, labelRoles, atMost: min(frame.labelColumns, max(0, end - start)))
      writer.fill(to: min(end, start + labelColumns), labelRoles)
      writer.write(line.text, base, atMost: max(0, end - writer.column))
    }
    writer.fill(to: end, base)
    writer.drawLines(" │", RoleSet(.window))
    return writer.runs
  }

  /// A row of an item: its label, which is empty below the first, and a part of its text.
  private struct Line {
    let label: String
    let text: String
  }

  /// An item's rows: its label, and its text broken where it is long.
  private func lines(of item: ListWindow.Item, height: Int) -> [Line] {
    let labelColumns = frame.labelColumns == 0 ? 0 : frame.labelColumns + 2
    let width = max(1, frame.columns - labelColumns)
    // An item of one row is cut when it is written; what is far behind that is not looked at.
    let text =
      height == 1 ? String(decoding: item.text.utf8.prefix(width * 12), as: UTF8.self) : item.text
    let rows = RowBreaker(measure).lines(of: text, columns: height == 1 ? 100_000 : width)
    return (0..<height).map { number in
      let label = number == 0 && labelColumns > 0 ? item.label : ""
      var text = ""
      if rows.indices.contains(number) {
        text = rows[number]
        if number == height - 1, rows.count > height { text += " …" }
      }
      if number == 0, item.target != .none, window.purpose == .who { text += " →" }
      return Line(label: label, text: text)
    }
  }
}

/// Cuts runs at columns.
enum ScreenCut {
  /// What stands of some runs between two columns; a cell that a cut goes through becomes blanks.
  static func runs(
    _ runs: [ScreenRun], from start: Int, to end: Int, _ profile: WidthProfile
  ) -> [ScreenRun] {
    guard start < end else { return [] }
    return runs.compactMap { run in
      let last = run.column + run.columns
      if run.column >= start, last <= end { return run }
      guard run.column < end, last > start else { return nil }
      return cut(run, max(start, run.column), min(end, last), profile)
    }
  }

  private static func cut(
    _ run: ScreenRun, _ start: Int, _ end: Int, _ profile: WidthProfile
  ) -> ScreenRun {
    // Of a picture there is a part to show.
    if run.pixels != nil {
      return ScreenRun(
        column: start, columns: end - start, bytes: run.bytes, roles: run.roles, pixels: run.pixels)
    }
    var bytes: [UInt8] = []
    var column = run.column
    run.bytes.withUnsafeBufferPointer { source in
      CellReader(profile: profile).forEachCell(
        in: Span(start: 0, end: source.count), of: source
      ) { cell in
        let next = column + cell.columns
        if column >= start, next <= end {
          if cell.columns > 0 || column > start || start == run.column {
            bytes += source[cell.span.start..<cell.span.end]
          }
        } else if next > start, column < end {
          let blanks = min(next, end) - max(column, start)
          bytes += [UInt8](repeating: 0x20, count: max(0, blanks))
        }
        column = next
      }
    }
    return ScreenRun(
      column: start, columns: end - start, bytes: bytes, roles: run.roles, link: run.link)
  }
}
