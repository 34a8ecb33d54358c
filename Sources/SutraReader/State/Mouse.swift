import SutraCore

extension ReaderState {
  /// Rows that the wheel moves.
  private static let wheelRows = 3

  /// Takes what the mouse did.
  mutating func take(_ event: MouseEvent) -> [ReaderEffect] {
    guard size.isLargeEnough else { return [] }
    if event.kind != .release { stopFollowing() }
    switch event.kind {
    case .wheelUp, .wheelDown: turnWheel(event)
    case .press: return click(event)
    case .drag: if pane.isDraggingBorder { dragBorder(to: event) }
    case .release: pane.isDraggingBorder = false
    }
    return []
  }

  private mutating func turnWheel(_ event: MouseEvent) {
    let rows = event.kind == .wheelUp ? -Self.wheelRows : Self.wheelRows
    if var shown = comparing {
      shown.scroll(by: rows)
      comparing = shown
    } else if window != nil {
      window?.move(by: rows > 0 ? 1 : -1)
    } else if let top = helpTop {
      helpTop = min(max(0, top + rows), lastHelpTop)
    } else if let area = frame.pane, area.contains(event.column, event.row) {
      let count = itemCount(of: view)
      guard count > 0 else { return }
      let first = min(max(0, paneTop + (rows > 0 ? 1 : -1)), count - 1)
      pane.top = first
      pane.sight = PaneState.Sight(
        view: view, item: item(at: first, in: view), selection: selection, isByHand: true)
    } else {
      text.top = min(layout.position(top, movedBy: rows), lastTop)
      followArticle()
    }
  }

  private mutating func click(_ event: MouseEvent) -> [ReaderEffect] {
    message = nil
    if prompt != nil { _ = type(.escape) }
    if comparing != nil { return [] }
    if let open = window { return click(event, in: open) }
    if helpTop != nil {
      helpTop = nil
      return []
    }
    let frame = frame
    if event.row == frame.statusRow {
      // What stands there of flaws leads to them.
      if !article.diagnostics.isEmpty { openWindow(.notes) }
      return []
    }
    if let border = frame.borderColumn, event.column == border {
      pane.isDraggingBorder = true
      return []
    }
    if let area = frame.pane, area.contains(event.column, event.row) {
      if event.row == area.row {
        if frame.arrangement == .stacked { pane.isDraggingBorder = true }
        clickHeading(column: event.column - area.column)
        return []
      }
      let list = PaneList(self)
      if list.isFoot(atRow: event.row - area.row - 1) {
        toggleAllEntities()
        return []
      }
      guard let place = list.item(atRow: event.row - area.row - 1) else { return [] }
      pane.focus = .pane
      let item = item(at: place, in: view)
      if selection[view] == item, view == .quotations {
        openWindow(.who)
      } else {
        select(item, in: view)
      }
      return []
    }
    if frame.article.contains(event.column, event.row), frame.arrangement != .paneOnly {
      pane.focus = .article
      clickArticle(event)
    }
    return []
  }

  /// A click on the name of a view shows it.
  private mutating func clickHeading(column: Int) {
    var start = 0
    for (view, text) in headings(columns: frame.pane?.columns ?? 0) {
      if column >= start, column < start + layout.measure.columns(of: text) {
        show(view)
        return
      }
      start += layout.measure.columns(of: text)
    }
  }

  private mutating func click(_ event: MouseEvent, in open: ListWindow) -> [ReaderEffect] {
    let frame = WindowFrame(open, self)
    guard let place = frame.item(column: event.column, row: event.row) else {
      window = nil
      return []
    }
    var open = open
    let isChosen = open.chosen == place
    open.chosen = place
    window = open
    return isChosen ? choose(open) : []
  }

  /// A click on words: chooses the quotation or name there; on a chosen one asks who says so.
  private mutating func clickArticle(_ event: MouseEvent) {
    guard let offset = byteOffset(column: event.column, row: event.row) else { return }
    let here = Span(start: offset, end: offset + 1)
    let mention = index.mentions(in: here, article).first
    let quotation = index.quotations(in: here, article).last {
      article.quotations[$0].content.contains(offset)
    }
    if let mention, view == .entities || quotation == nil {
      let entity = article.mentions[mention].entity
      let isChosen = view == .entities && selection.entity == entity
      pane.view = .entities
      pane.selection.entity = entity
      pane.occurrence = article.entities[entity].mentions.firstIndex(of: mention) ?? 0
      if isChosen { window = whoWindow(at: offset) }
    } else if let quotation {
      if view == .quotations, selection.quotation == quotation {
        window = whoWindow(at: offset)
      } else {
        pane.view = .quotations
        select(quotation, in: .quotations)
      }
    } else {
      window = whoWindow(at: offset)
    }
  }

  /// The byte that a cell of the screen shows; `nil` where it shows none.
  func byteOffset(column: Int, row: Int) -> Int? {
    let frame = frame
    guard row < frame.article.rows else { return nil }
    let position = layout.position(top, movedBy: row)
    guard layout.distance(from: top, to: position, limit: row + 1) == row,
      let shown = layout.row(at: position)
    else { return nil }
    let measure = layout.measure
    // What stands in the middle of the cell.
    var left =
      (column - frame.article.column - frame.margin) * measure.columnWidth + measure.columnWidth / 2
    guard left >= 0, left < shown.columns else { return nil }
    var found: Int?
    article.document.text.bytes.withUnsafeBufferPointer { bytes in
      CellReader(measure).forEachCell(in: shown.span, of: bytes) { cell in
        if found == nil, left < cell.columns { found = cell.span.start }
        left -= cell.columns
      }
    }
    return found
  }

  private mutating func dragBorder(to event: MouseEvent) {
    switch frame.arrangement {
    case .sideBySide: shared.paneExtent = max(1, size.columns - event.column - 1)
    case .stacked: shared.paneExtent = max(1, size.rows - 1 - event.row)
    default: return
    }
    relayout()
  }
}
