import SutraCore

/// Fills rows with cells, and ends a row at the last place that allows it.
struct RowBuilder {
  /// A place in the row where it could end.
  private struct Candidate {
    /// Where the next row would start; not after the start of this row when there is none.
    var nextStart: Int
    /// The end and columns of what this row would show.
    var contentEnd: Int
    var contentColumns: Int
    /// The columns of this row up to the next, blanks included.
    var columns: Int
  }

  private(set) var rows: [TextRow] = []
  private let width: Int
  private var rowStart: Int
  private var columns = 0
  private var contentEnd: Int
  private var contentColumns = 0
  private var allowed: Candidate
  private var forced: Candidate

  /// Starts at an offset; a width is at least 1.
  init(start: Int, width: Int) {
    self.width = width
    rowStart = start
    contentEnd = start
    allowed = Candidate(nextStart: start, contentEnd: start, contentColumns: 0, columns: 0)
    forced = allowed
  }

  /// Ends the row for good before the cell at an offset.
  mutating func endRow(before start: Int) {
    rows.append(TextRow(span: Span(start: rowStart, end: contentEnd), columns: contentColumns))
    rowStart = start
    contentEnd = start
    columns = 0
    contentColumns = 0
  }

  /// Notes that the row may end before the cell at an offset.
  @inline(__always)
  mutating func allowEnd(before start: Int) { allowed = candidate(start) }

  /// Adds a cell that is seen as nothing at the end of a row.
  @inline(__always)
  mutating func addBlank(columns: Int) { self.columns &+= columns }

  /// Adds a cell.
  ///
  /// - Parameters:
  ///   - start: Where it starts.
  ///   - end: Where it ends.
  ///   - columns: Its width.
  ///   - canLead: Whether a row that has no better place may end before it.
  @inline(__always)
  mutating func add(start: Int, end: Int, columns: Int, canLead: Bool) {
    if canLead { forced = candidate(start) }
    if self.columns &+ columns > width { makeRoom(columns: columns, before: start) }
    self.columns &+= columns
    contentEnd = end
    contentColumns = self.columns
  }

  /// The rows, with the last one.
  mutating func finish() -> [TextRow] {
    endRow(before: contentEnd)
    return rows
  }

  @inline(__always)
  private func candidate(_ start: Int) -> Candidate {
    Candidate(
      nextStart: start, contentEnd: contentEnd, contentColumns: contentColumns, columns: columns)
  }

  /// Ends rows until a cell fits or stands alone.
  @inline(never)
  private mutating func makeRoom(columns added: Int, before start: Int) {
    while columns + added > width, start > rowStart {
      if allowed.nextStart > rowStart {
        end(at: allowed)
      } else if forced.nextStart > rowStart, forced.contentColumns * 2 >= width {
        end(at: forced)
      } else {
        end(at: candidate(start))
      }
    }
  }

  private mutating func end(at place: Candidate) {
    // Blanks at the start of a row that holds nothing else go without a row of their own.
    if place.contentEnd > rowStart {
      rows.append(
        TextRow(
          span: Span(start: rowStart, end: place.contentEnd), columns: place.contentColumns))
    }
    rowStart = place.nextStart
    columns -= place.columns
    contentColumns = max(0, contentColumns - place.columns)
    forced.contentColumns -= place.columns
    forced.columns -= place.columns
    contentEnd = max(contentEnd, rowStart)
  }
}
