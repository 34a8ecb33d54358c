import SutraCore
import SutraReader
import SutraResources

/// A text to rows; the first bytes say how wide, for which terminal, and how often the text stands.
enum LayoutTarget {
  static func run(_ bytes: [UInt8]) {
    var reader = InputReader(bytes)
    let width = reader.number(below: 200) + 1
    let choice = reader.byte()
    let profile = WidthProfile.allCases[choice % WidthProfile.allCases.count]
    let isRaw = choice >= 0xF0
    let copies = reader.byte()
    let rest = reader.rest
    if isRaw { return checkRaw(rest, profile, width) }
    // Now and then a paragraph of more bytes than one block takes.
    let repeated = copies > 0xF8 ? Array(repeatElement(rest, count: 40).joined()) : rest
    guard let text = try? SourceDecoder.text(repeated) else { return }
    let document = ArticleAnalyzer().document(id: "fuzz", text: text)
    let layout = ArticleLayout(document: document, width: width, profile: profile)
    checkBlocks(layout)
    for block in layout.blocks.indices {
      RowChecks(layout.document.text.bytes, profile, width, layout.blocks[block].span)
        .check(layout.rows(of: block))
    }
    // Each step lays its block out anew, so in a large block there are few.
    checkPositions(layout, most: repeated.count > rest.count ? 4 : 300)
  }

  /// Bytes that are no text have rows in bounds as well.
  private static func checkRaw(_ bytes: [UInt8], _ profile: WidthProfile, _ width: Int) {
    bytes.withUnsafeBufferPointer { buffer in
      var end = 0
      let whole = Span(start: 0, end: buffer.count)
      for row in RowBreaker(profile: profile).rows(of: whole, in: buffer, width: width) {
        hold(row.span.start >= end && row.span.end <= buffer.count, "a row out of bounds")
        end = row.span.end
      }
      var shown: [UInt8] = []
      VisibleText.append(whole, of: buffer, to: &shown)
      hold(isValid(shown), "what is shown is no UTF-8")
      hold(!steersTerminal(String(decoding: shown, as: UTF8.self)), "a control is shown")
    }
  }

  /// The blocks are the paragraphs, in one part or several.
  private static func checkBlocks(_ layout: ArticleLayout) {
    let bytes = layout.document.text.bytes
    var block = 0
    for paragraph in layout.document.paragraphs {
      var end = paragraph.start
      while end < paragraph.end, block < layout.blocks.count {
        let span = layout.blocks[block].span
        hold(span.start == end && !span.isEmpty, "blocks leave something out")
        hold(span.start == bytes.count || bytes[span.start] & 0xC0 != 0x80, "a block cuts a scalar")
        end = span.end
        block += 1
      }
      hold(end == paragraph.end, "blocks and paragraphs end differently")
    }
    hold(layout.blocks.count == max(1, block), "more blocks than paragraphs need")
  }

  /// Each row has a way down to the next, and back.
  private static func checkPositions(_ layout: ArticleLayout, most: Int) {
    var position = layout.first
    var rows = 0
    while position < layout.last, rows < most {
      let next = layout.position(position, movedBy: 1)
      hold(next > position, "no way down from \(position)")
      hold(layout.position(next, movedBy: -1) == position, "no way back from \(next)")
      rows += 1
      if let row = layout.row(at: next), !row.span.isEmpty {
        hold(layout.position(of: row.span.start) == next, "a byte is in another row")
      }
      position = next
    }
    hold(
      layout.distance(from: layout.first, to: position, limit: .max) == rows,
      "a distance that is not the count of the rows")
  }
}

/// What must hold for the rows of a stretch of text.
private struct RowChecks {
  private let bytes: [UInt8]
  private let profile: WidthProfile
  private let width: Int
  private let cells: [Cell]

  init(_ bytes: [UInt8], _ profile: WidthProfile, _ width: Int, _ span: Span) {
    self.bytes = bytes
    self.profile = profile
    self.width = width
    var cells: [Cell] = []
    bytes.withUnsafeBufferPointer {
      CellReader(profile: profile).forEachCell(in: span, of: $0) { cells.append($0) }
    }
    self.cells = cells
  }

  private static let blanks: Set<String> = [
    " ", "\t", "\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  private func isBlank(_ cell: Cell) -> Bool {
    let text = String(decoding: bytes[cell.span.start..<cell.span.end], as: UTF8.self)
    return Self.blanks.contains(text)
  }

  /// Every byte is in one row, or is a blank at the end of one; no row is wider than asked.
  func check(_ rows: [TextRow]) {
    hold(!rows.isEmpty, "no row")
    var cell = 0
    for row in rows {
      while cell < cells.count, cells[cell].span.start < row.span.start {
        hold(isBlank(cells[cell]), "\(cells[cell].span) is in no row")
        cell += 1
      }
      let first = cell
      while cell < cells.count, cells[cell].span.end <= row.span.end { cell += 1 }
      if !row.span.isEmpty {
        hold(cell > first, "a row without a cell")
        hold(cells[first].span.start == row.span.start, "a row begins inside a cell")
        hold(cells[cell - 1].span.end == row.span.end, "a row ends inside a cell")
      }
      // A vowel sign that was drawn on a visible mark may take more where it begins a row; what is
      // drawn then decides.
      if row.span.isEmpty {
        hold(row.columns == 0, "a row of nothing that says \(row.columns) columns")
      } else {
        checkShown(row)
      }
      hold(row.columns <= width || cell - first == 1, "a row of \(row.columns) for \(width)")
    }
    while cell < cells.count {
      hold(isBlank(cells[cell]), "\(cells[cell].span) is in no row")
      cell += 1
    }
  }

  /// What is drawn of a row takes the columns of the row.
  private func checkShown(_ row: TextRow) {
    var shown: [UInt8] = []
    bytes.withUnsafeBufferPointer { VisibleText.append(row.span, of: $0, to: &shown) }
    let text = String(decoding: shown, as: UTF8.self)
    let columns = profile.columns(of: text)
    hold(columns == row.columns, "'\(text)' takes \(columns) columns and not \(row.columns)")
  }
}
