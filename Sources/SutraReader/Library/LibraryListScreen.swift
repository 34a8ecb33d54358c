import SutraCore
import SutraWords

extension LibraryListState {
  /// The screen that shows the list.
  public func screen() -> Screen {
    guard size.isLargeEnough else { return .tooSmall(say("feeds.too-small"), size, measure) }
    if let helpTop { return LibraryListKeys.help.screen(from: helpTop, size, measure) }
    var screen = Screen(size: size)
    let frame = LibraryListFrame(self)
    for row in 0..<frame.headRows {
      var line = writer()
      line.write(" " + head[row], RoleSet(.text).with(row == 0 ? .title : .text))
      line.fill(RoleSet(.text))
      screen.rows[row] = line.runs
    }
    drawHeading(frame.headingRow, &screen)
    for row in 0..<frame.listRows {
      var line = writer()
      let place = top + row
      if listed.indices.contains(place) {
        write(place, &line)
      } else if listed.isEmpty, row == 1 {
        line.write("  " + emptyText, RoleSet(.text))
      }
      line.fill(RoleSet(.text))
      screen.rows[frame.headingRow + 1 + row] = line.runs
    }
    drawWhole(frame, &screen)
    drawStatus(frame, &screen)
    screen.cursor =
      typed.isTyping
      ? (typed.cursor(measure, size), frame.statusRow)
      : (0, frame.headingRow + 1 + chosen - top)
    return screen
  }

  private func writer() -> RowWriter {
    RowWriter(from: 0, to: size.columns, measure: measure)
  }

  private var emptyText: String {
    if rows.isEmpty { return isArticles ? say("shelf.empty") : say("library.nothing-like") }
    return say("shelf.none-listed")
  }

  private func drawHeading(_ row: Int, _ screen: inout Screen) {
    var line = writer()
    let role = RoleSet(.paneTitle)
    let parts = ["\(title) \(digits(listed.count))"] + conditions
    line.write(
      " " + parts.joined(separator: ", "), role, atMost: max(1, line.left - foundColumns - 1))
    if foundColumns > 0 { line.writeRight(FeedWords.foundHeading(foundColumns) + " ", role) }
    line.fill(role)
    screen.rows[row] = line.runs
  }

  /// Columns of what was found in an article.
  private var foundColumns: Int {
    guard isArticles else { return 0 }
    return size.columns >= 110 ? 22 : size.columns >= 60 ? 7 : 0
  }

  private func write(_ place: Int, _ line: inout RowWriter) {
    let row = rows[Int(listed[place])]
    let isChosen = place == chosen
    var roles = RoleSet(.text)
    if isChosen { roles = roles.with(.paneSelected) }
    let detail = isChosen ? roles : roles.with(.paneDetail)
    // Each mark has a column of its own, however wide its letter is drawn.
    write(isChosen ? "▌" : "", roles, 1, &line)
    write(row.isRead ? "" : "•", roles.with(.key), 1, &line)
    write(row.isStarred ? "*" : "", roles.with(.key), 1, &line)
    let (date, isWide) = (CalendarDay(seconds: row.date), size.columns >= 90)
    let columns =
      CalendarDay.longest.map { measure.columns(of: isWide ? $0.text : $0.short) }.max() ?? 0
    write(isWide ? date.text : date.short, detail, columns, gap: 1, &line)
    if size.columns >= 50 {
      let role = isArticles ? detail : roles.with(.speakerName)
      write(row.lead, role, min(24, size.columns / 5), gap: 1, &line)
    }
    let end = line.column + max(1, line.left - foundColumns - (foundColumns > 0 ? 1 : 0))
    line.write(
      row.text.isEmpty ? say("feeds.untitled") : row.text,
      row.isRead ? roles : roles.with(.title), atMost: max(1, end - line.column))
    guard foundColumns > 0 else { return line.fill(roles) }
    line.fill(to: end, roles)
    let found = row.quotes < 0 ? "" : FeedWords.found(row.quotes, row.sources, foundColumns)
    line.writeRight(found + " ", detail)
  }

  /// Writes a text in a column of its own, with a gap behind it.
  private func write(
    _ text: String, _ roles: RoleSet, _ columns: Int, gap: Int = 0, _ line: inout RowWriter
  ) {
    let end = line.column + columns + gap
    line.write(text, roles, atMost: columns)
    line.fill(to: end, roles)
  }

  /// Tells the chosen row whole, as far as there is room.
  private func drawWhole(_ frame: LibraryListFrame, _ screen: inout Screen) {
    guard frame.wholeRows > 0 else { return }
    let first = frame.statusRow - frame.wholeRows
    var border = writer()
    border.drawLines(String(repeating: "─", count: size.columns), RoleSet(.text).with(.border))
    screen.rows[first] = border.runs
    var lines: [(text: String, role: Role)] = []
    if let row = chosenRow {
      let breaker = RowBreaker(measure)
      let columns = max(1, size.columns - 2)
      let about = [row.lead, row.detail].filter { !$0.isEmpty }.joined(separator: " · ")
      let words = breaker.lines(of: VisibleText.safe(row.text), columns: columns)
      lines = words.prefix(frame.wholeRows - 2).map { ($0, .text) }
      lines.append((about.isEmpty ? row.origin : about, .paneDetail))
    }
    for row in 1..<frame.wholeRows {
      var line = writer()
      if lines.indices.contains(row - 1) {
        line.write(" " + lines[row - 1].text, RoleSet(.text).with(lines[row - 1].role))
      }
      line.fill(RoleSet(.text))
      screen.rows[first + row] = line.runs
    }
  }

  private func drawStatus(_ frame: LibraryListFrame, _ screen: inout Screen) {
    var line = writer()
    if typed.isTyping {
      typed.draw(&line, count: listed.count)
    } else {
      let status = RoleSet(.status)
      let hint = size.columns >= 60 ? say("feeds.hint") : ""
      let room = max(1, line.left - measure.columns(of: hint) - 3)
      line.write(" ", status)
      if let message {
        line.write(message, status.with(.statusMessage), atMost: room)
      } else {
        line.write(chosenRow?.origin ?? "", status, atMost: room)
      }
      line.writeRight(hint + " ", status)
      line.fill(status)
    }
    screen.rows[frame.statusRow] = line.runs
  }
}
