import SutraWords

/// Draws the help.
struct HelpPainter {
  private let help: HelpState
  private let state: ReaderState
  private let rows: [[HelpScreen.Line]]
  private var size: ScreenSize { state.size }
  private var measure: Measure { state.layout.measure }

  init(_ help: HelpState, _ state: ReaderState) {
    self.help = help
    self.state = state
    rows = state.helpRows
  }

  /// The screen that shows it.
  func screen() -> Screen {
    var screen = Screen(size: size)
    for row in 0..<size.rows - 1 {
      var writer = RowWriter(from: 0, to: size.columns, measure: measure)
      if rows.indices.contains(help.top + row) { write(rows[help.top + row], &writer) }
      writer.fill(RoleSet(.help))
      screen.rows[row] = writer.runs
    }
    var writer = RowWriter(from: 0, to: size.columns, measure: measure)
    if help.isTyping {
      writer.write("/", RoleSet(.prompt).with(.key))
      writer.write(VisibleText.safe(help.wanted), RoleSet(.prompt))
      screen.cursor = (min(writer.column, size.columns - 1), size.rows - 1)
      writer.writeRight("\(rows.count) ", RoleSet(.prompt))
    } else {
      writer.write(" " + say("help.keys", ["hint": hint]), RoleSet(.status))
      writer.fill(RoleSet(.status))
      screen.cursor = (0, size.rows - 1)
    }
    screen.rows[size.rows - 1] = writer.runs
    return screen
  }

  private var hint: String {
    if let message = state.message { return message }
    return state.say(rows.count > size.rows - 1 ? "help.hint-scroll" : "help.hint")
  }

  private func write(_ lines: [HelpScreen.Line], _ writer: inout RowWriter) {
    let width = size.columns / lines.count
    for (number, line) in lines.enumerated() {
      let start = number * width
      writer.fill(to: start, RoleSet(.help))
      write(line, from: start, to: start + width, column: number, &writer)
    }
  }

  private func write(
    _ line: HelpScreen.Line, from start: Int, to end: Int, column: Int, _ writer: inout RowWriter
  ) {
    let help = RoleSet(.help)
    let room = end - start - (end < size.columns ? 1 : 0)
    if line.keys.isEmpty {
      guard !line.explanation.isEmpty else { return }
      writer.write(" " + line.explanation, help.with(.title), atMost: room)
      return
    }
    let widest = rows.map { measure.columns(of: column < $0.count ? $0[column].keys : "") }.max()
    let keyColumns = min((end - start) / 2, 4 + (widest ?? 0))
    writer.write("  ", help)
    writer.write(line.keys, help.with(.key), atMost: keyColumns - 3)
    writer.fill(to: start + keyColumns, help)
    writer.write(line.explanation, help, atMost: max(0, room - keyColumns))
  }
}
