import SutraCore
import SutraWords

extension ReaderState {
  /// The screen that shows this state.
  public func screen() -> Screen { settings.interface.speaking { draw() } }

  private func draw() -> Screen {
    guard size.isLargeEnough else { return tooSmall(layout.measure) }
    if let help { return HelpPainter(help, self).screen() }
    if let comparing { return ComparisonPainter(comparing, self).screen() }
    let frame = frame
    var screen = Screen(size: size)
    if frame.arrangement != .paneOnly { drawArticle(frame, &screen) }
    if let pane = frame.pane {
      let drawn = self.pane.drawn.flatMap { $0.cause == paneCause ? $0.rows : nil } ?? paneRows()
      for (index, runs) in drawn.enumerated() { screen.rows[pane.row + index] += runs }
    }
    let status = StatusLine(self)
    screen.rows[frame.statusRow] = status.runs(row: size.columns)
    let hints = status.hints(row: size.columns)
    for (index, runs) in hints.enumerated() where frame.statusRow > hints.count {
      screen.rows[frame.statusRow - hints.count + index] = runs
    }
    placeCursor(frame, &screen)
    if let window { WindowPainter(window, self).draw(on: &screen) }
    return screen
  }

  private func tooSmall(_ measure: Measure) -> Screen {
    var screen = Screen(size: size)
    let needed = ScreenSize.smallest
    let text = say("screen.too-small", ["columns": needed.columns, "rows": needed.rows])
    let lines = RowBreaker(measure).lines(of: text, columns: size.columns)
    for (index, line) in lines.prefix(size.rows).enumerated() {
      var writer = RowWriter(from: 0, to: size.columns, measure: measure)
      writer.write(line, RoleSet(.text))
      screen.rows[index] = writer.runs
    }
    return screen
  }

  private func drawArticle(_ frame: ScreenFrame, _ screen: inout Screen) {
    for (index, runs) in ArticlePainter(self).rows().enumerated() {
      screen.rows[frame.article.row + index] = runs
    }
  }

  /// Puts the cursor on what is chosen, so that screen readers and magnifiers follow it.
  ///
  /// Where nothing is, it rests on the blank that begins the status line: some terminals do not draw
  /// a letter that comes under a resting cursor.
  private func placeCursor(_ frame: ScreenFrame, _ screen: inout Screen) {
    if let prompt {
      let column = StatusLine.promptColumn(prompt, layout.measure, columns: size.columns)
      screen.cursor = (column, frame.statusRow)
      return
    }
    if focus == .pane, let area = frame.pane {
      let row = paneRowOfSelection ?? 0
      screen.cursor = (area.column, area.row + 1 + row)
      return
    }
    let target: Span? =
      if let search, let current = search.current, search.matches.indices.contains(current),
        isVisible(search.matches[current])
      {
        search.matches[current]
      } else {
        selection[view].flatMap { item in
          let places = spans(of: item, in: view)
          return places.isEmpty ? nil : places[min(occurrence, places.count - 1)]
        }
      }
    guard let target else {
      screen.cursor = (0, frame.statusRow)
      return
    }
    let position = layout.position(of: target.start)
    let distance = layout.distance(from: top, to: position, limit: frame.article.rows)
    guard distance >= 0, distance < frame.article.rows, let row = layout.row(at: position) else {
      screen.cursor = (0, frame.statusRow)
      return
    }
    let before = Span(start: row.span.start, end: max(row.span.start, target.start))
    let measure = layout.measure
    let column = article.document.text.bytes.withUnsafeBufferPointer {
      CellReader(measure).columns(of: before, of: $0) / measure.columnWidth
    }
    screen.cursor = (frame.article.column + frame.margin + column, frame.article.row + distance)
  }
}
