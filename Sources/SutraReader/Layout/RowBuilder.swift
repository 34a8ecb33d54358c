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
    /// The columns of this row up to the next, blanks included, and what the next one's first cell
    /// saves by being first.
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

  /// Ends the row for good before the cell at an offset, which may take fewer columns there.
  mutating func endRow(before start: Int, saving: Int = 0) {
    rows.append(TextRow(span: Span(start: rowStart, end: contentEnd), columns: contentColumns))
    rowStart = start
    contentEnd = start
    columns = -saving
    contentColumns = 0
  }

  /// Notes that the row may end before the cell at an offset.
  @inline(__always)
  mutating func allowEnd(before start: Int, saving: Int) {
    allowed = candidate(start, saving)
  }

  /// Adds a cell that is seen as nothing at the end of a row.
  @inline(__always)
  mutating func addBlank(columns: Int) { self.columns &+= columns }

  /// Adds a cell.
  ///
  /// - Parameters:
  ///   - start: Where it starts.
  ///   - end: Where it ends.
  ///   - columns: Its width.
  ///   - saving: How many columns fewer it takes where it begins a row.
  ///   - canLead: Whether a row that has no better place may end before it.
  @inline(__always)
  mutating func add(start: Int, end: Int, columns: Int, saving: Int, canLead: Bool) {
    if canLead { forced = candidate(start, saving) }
    if self.columns &+ columns > width {
      makeRoom(columns: columns, before: start, saving: saving)
    }
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
  private func candidate(_ start: Int, _ saving: Int) -> Candidate {
    Candidate(
      nextStart: start, contentEnd: contentEnd, contentColumns: contentColumns,
      columns: columns &+ saving)
  }

  /// Ends rows until a cell fits or stands alone.
  @inline(never)
  private mutating func makeRoom(columns added: Int, before start: Int, saving: Int) {
    while columns + added > width, start > rowStart {
      if allowed.nextStart > rowStart {
        end(at: allowed)
      } else if forced.nextStart > rowStart, forced.contentColumns * 2 >= width {
        end(at: forced)
      } else {
        end(at: candidate(start, saving))
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
