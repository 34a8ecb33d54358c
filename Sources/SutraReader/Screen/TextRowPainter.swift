import SutraCore

/// Draws rows of an article's text, each cell with all the roles that lie on it.
struct TextRowPainter {
  private let layout: ArticleLayout
  private let area: ScreenArea
  private let margin: Int
  private let cells: CellReader

  /// Draws into an area, with blanks before each row.
  init(_ layout: ArticleLayout, _ area: ScreenArea, margin: Int) {
    (self.layout, self.area, self.margin) = (layout, area, margin)
    cells = CellReader(layout.measure)
  }

  /// The runs of every row of the area.
  ///
  /// - Parameters:
  ///   - top: The first row.
  ///   - looks: What lies on a row; whether it is one of a headline.
  /// - Returns: As many rows as the area has.
  func rows(from top: RowPosition, _ looks: (Span, Bool) -> RowLooks) -> [[ScreenRun]] {
    var rows: [[ScreenRun]] = []
    rows.reserveCapacity(area.rows)
    layout.document.text.bytes.withUnsafeBufferPointer { bytes in
      for number in top.block..<max(top.block, layout.blocks.count) {
        let block = layout.blocks[number]
        for row in layout.rows(of: number).dropFirst(number == top.block ? top.row : 0) {
          guard rows.count < area.rows else { return }
          rows.append(runs(of: row, looks(row.span, block.isTitle), bytes))
        }
        guard rows.count < area.rows else { return }
        if block.hasGapAfter { rows.append([]) }
      }
    }
    rows += repeatElement([], count: area.rows - rows.count)
    return rows
  }

  private func runs(
    of row: TextRow, _ looks: RowLooks, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [ScreenRun] {
    var looks = looks
    var writer = RowWriter(
      from: area.column + margin, to: area.endColumn, measure: layout.measure)
    var pending: [UInt8] = []
    // What has been read since is drawn as it stands, so that it is copied in one piece.
    var copied = row.span.start
    var columns = 0
    var roles = looks.base
    var link: String?
    var isBehindMark = false
    cells.forEachCell(in: row.span, of: bytes) { cell in
      var own = looks.roles(of: cell.span)
      let isVisible = cell.mark != nil && cell.mark != .softHyphen
      if isVisible { own.formUnion(RoleSet(.mark)) }
      // A vowel sign behind a visible mark is drawn on it, so the two are of one look.
      var ownLink = looks.link
      if isBehindMark, cell.mark == nil, isOnBase(cell, bytes) { (own, ownLink) = (roles, link) }
      isBehindMark = isVisible
      if own != roles || ownLink != link {
        pending += bytes[copied..<cell.span.start]
        copied = cell.span.start
        writer.append(pending, width: columns, roles, link: link)
        pending = []
        columns = 0
        (roles, link) = (own, ownLink)
      }
      if let mark = cell.mark {
        pending += bytes[copied..<cell.span.start]
        pending += mark.text.utf8
        copied = cell.span.end
      } else if cell.span.length == 1, bytes[cell.span.start] == 0x09 {
        pending += bytes[copied..<cell.span.start]
        pending.append(0x20)
        copied = cell.span.end
      }
      columns += cell.columns
    }
    pending += bytes[copied..<max(copied, min(row.span.end, bytes.count))]
    if isHyphenated(row, bytes) {
      // It hangs in the margin, which text leaves free.
      pending.append(0x2D)
      columns += layout.measure.width(of: "-")
    }
    writer.append(pending, width: columns, roles, link: link)
    return writer.runs
  }

  /// Whether a row ends at a soft hyphen behind which its word goes on.
  private func isHyphenated(_ row: TextRow, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = row.span.end
    guard end - row.span.start > 2, end < bytes.count, bytes[end - 2] == 0xC2,
      bytes[end - 1] == 0xAD, bytes[end] > 0x20
    else { return false }
    return layout.measure.columns(holding: row.columns) < area.columns - margin
  }

  /// Whether a cell begins with a scalar that is drawn on the one before.
  private func isOnBase(_ cell: Cell, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return ScalarDecoder(bytes: base, end: bytes.count).step(at: cell.span.start).properties
      .extendsCluster
  }
}
