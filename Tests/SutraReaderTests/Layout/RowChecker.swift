import SutraCore

@testable import SutraReader

/// Finds what is wrong with the rows of a text.
struct RowChecker {
  private let bytes: [UInt8]
  private let profile: WidthProfile
  private let cells: [Cell]
  private let places: [Int: Int]
  private let isBlank: [Bool]

  init(_ text: String, _ profile: WidthProfile) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    self.profile = profile
    var cells: [Cell] = []
    bytes.withUnsafeBufferPointer { buffer in
      CellReader(profile: profile).forEachCell(
        in: Span(start: 0, end: bytes.count), of: buffer
      ) { cells.append($0) }
    }
    self.cells = cells
    places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1.span.start, $0) })
    isBlank = cells.map { cell in
      let text = String(decoding: bytes[cell.span.start..<cell.span.end], as: UTF8.self)
      return [" ", "\t", "\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"]
        .contains { text.utf8.elementsEqual($0.utf8) }
    }
  }

  func rows(_ width: Int) -> [TextRow] {
    bytes.withUnsafeBufferPointer {
      RowBreaker(profile: profile)
        .rows(of: Span(start: 0, end: $0.count), in: $0, width: width)
    }
  }

  func text(_ row: TextRow) -> String {
    String(decoding: bytes[row.span.start..<row.span.end], as: UTF8.self)
  }

  /// The first border of rows that cuts a syllable, found without the cells; `nil` when none does.
  ///
  /// A mark starts a row only when the row before it was full of marks.
  func cutSyllable(width: Int) -> String? {
    var last: TextRow?
    for row in rows(width) {
      defer { last = row }
      guard let before = last, before.span.end == row.span.start else { continue }
      let head = text(row).unicodeScalars
      let tail = text(before).unicodeScalars.suffix(3)
      guard let first = head.first, let end = tail.last else { continue }
      let name = "width \(width): \(text(before)) | \(text(row))"
      switch first.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return name
      default: break
      }
      if end.value == 0x200D { return name }
      let joins: Set<UInt32> = [0x9CD, 0x94D]
      let isLetter = first.properties.generalCategory == .otherLetter
      if joins.contains(end.value), isLetter, first.value >= 0x900, first.value < 0xA00 {
        return name
      }
    }
    return nil
  }

  /// The first fault of the rows at a width; `nil` when there is none.
  func fault(width: Int) -> String? {
    let rows = rows(width)
    guard !rows.isEmpty else { return "no row" }
    var cell = 0
    for (index, row) in rows.enumerated() {
      let name = "width \(width) row \(index) \(row)"
      while cell < cells.count, cells[cell].span.start < row.span.start {
        guard isBlank[cell] else { return "\(name): lost \(cells[cell])" }
        cell += 1
      }
      guard row.span.isEmpty || cell < cells.count && cells[cell].span.start == row.span.start
      else { return "\(name): starts inside a cell" }
      let first = cell
      var columns = 0
      while cell < cells.count, cells[cell].span.end <= row.span.end {
        columns += cells[cell].columns
        cell += 1
      }
      guard row.span.isEmpty || cells[cell - 1].span.end == row.span.end
      else { return "\(name): ends inside a cell" }
      // A sign that has lost its visible mark to the row before takes fewer columns.
      // Two of them make a cell wide, and on a visible mark the first has done so.
      let more = profile == .syllable ? 1 : 0
      guard columns + more >= row.columns else { return "\(name): is \(columns) wide" }
      guard row.columns <= width || cell - first == 1 else { return "\(name): too wide" }
      guard row.span.isEmpty || !isBlank[cell - 1] else { return "\(name): ends in a blank" }
      let own = bytes.withUnsafeBufferPointer {
        CellReader(profile: profile).columns(of: row.span, of: $0)
      }
      guard own == row.columns else { return "\(name): is \(own) wide by itself" }
    }
    while cell < cells.count {
      guard isBlank[cell] else { return "width \(width): lost \(cells[cell]) at the end" }
      cell += 1
    }
    return nil
  }
}
