import SutraCore

/// Breaks paragraphs into rows.
///
/// A row ends where UAX #14 allows it, never inside a cell. A word that is wider than the row is
/// broken between cells. A danda stays with the word before it even after a blank, and a quotation
/// mark between blanks with the word that it opens or closes.
public struct RowBreaker: Sendable {
  private let measure: Measure

  /// Makes a breaker that counts columns by a profile.
  public init(profile: WidthProfile) { measure = Measure(profile) }

  /// Makes a breaker of rows that are as wide as a measure says.
  public init(_ measure: Measure) { self.measure = measure }

  /// The rows of a stretch of text.
  ///
  /// - Parameters:
  ///   - span: The stretch; a newline in it ends a row.
  ///   - bytes: The whole text.
  ///   - width: The most columns of a row, or pixels where those are the measure, at least 1; a
  ///     cell that is wider stands alone.
  /// - Returns: At least one row; the blanks at the end of each are left out.
  public func rows(
    of span: Span, in bytes: UnsafeBufferPointer<UInt8>, width: Int
  ) -> [TextRow] {
    let start = max(0, span.start)
    let end = min(span.end, bytes.count)
    guard let base = bytes.baseAddress, start < end else {
      return [TextRow(span: Span(start: span.start, end: span.start), columns: 0)]
    }
    return LineBreakTable.tailored.entries.withUnsafeBufferPointer { table in
      rows(from: start, to: end, of: base, width: max(1, width), table: table)
    }
  }

  /// The rows of a short text of the reader's own, as strings, of so many columns.
  func lines(of text: String, columns: Int) -> [String] {
    var text = text
    let width = columns * measure.columnWidth
    return text.withUTF8 { bytes in
      rows(of: Span(start: 0, end: bytes.count), in: bytes, width: width).map { row in
        String(decoding: bytes[row.span.start..<row.span.end], as: UTF8.self)
      }
    }
  }

  private func rows(
    from start: Int, to end: Int, of bytes: UnsafePointer<UInt8>, width: Int,
    table: UnsafeBufferPointer<UInt16>
  ) -> [TextRow] {
    guard let entries = table.baseAddress else { return [] }
    var builder = RowBuilder(start: start, width: width)
    var scanner = ClusterScanner(profile: measure.profile, bytes: bytes, start: start, end: end)
    let widths = measuredWidths(from: start, to: end, of: bytes)
    var number = -1
    let decoder = ScalarDecoder(bytes: bytes, end: end)
    var quotes = QuoteSides()
    var state = LineBreakTable.start
    var isAfterOpening = false
    let classes = RowClasses()
    while !scanner.isAtEnd {
      let start = scanner.position
      let first = scanner.first
      let next = start &+ first.length
      var kind = LineBreakTable.classNumber(of: first, before: next, in: decoder)
      if kind == LineBreakClass.qu.rawValue {
        kind = quotes.classify(first.scalar, before: next, in: decoder).rawValue
      }
      let entry = entries[Int(state) &+ Int(kind)]
      state = entry & LineBreakTable.stateMask
      var isFirst = true
      var cell = scanner.next { properties in
        if isFirst {
          isFirst = false
        } else {
          state = entries[Int(state) &+ Int(properties.lineClassNumber)] & LineBreakTable.stateMask
        }
      }
      if let widths {
        number += 1
        cell.columns = Int(widths[number])
        cell.saving = 0
      }
      let verdict = entry >> LineBreakTable.verdictShift
      if verdict != 0 {
        if verdict == LineBreakRules.Verdict.mandatory.rawValue {
          builder.endRow(before: start, saving: cell.saving)
        } else {
          builder.allowEnd(before: start, saving: cell.saving)
        }
      }
      let kinds = 1 as UInt64 &<< UInt64(kind)
      let isBlank =
        kinds & classes.blanks != 0 && (scanner.position == next || kinds & classes.lineEnds != 0)
      if isBlank {
        builder.addBlank(columns: kinds & classes.lineEnds == 0 ? cell.columns : 0)
      } else {
        builder.add(
          start: start, end: scanner.position, columns: cell.columns, saving: cell.saving,
          canLead: !isAfterOpening && kinds & classes.closing == 0)
        isAfterOpening = kinds & classes.opening != 0
      }
      if first.properties.lineClassNumber != LineBreakClass.qu.rawValue {
        quotes.pass(isBlank: isBlank, kind)
      }
    }
    return builder.finish()
  }

  /// The widths of all cells where they are measured in pixels, `nil` where the scanner counts them.
  private func measuredWidths(
    from start: Int, to end: Int, of bytes: UnsafePointer<UInt8>
  ) -> [Int]? {
    guard measure.pixels != nil else { return nil }
    var widths: [Int] = []
    let all = UnsafeBufferPointer(start: bytes, count: end)
    CellReader(measure).forEachCell(in: Span(start: start, end: end), of: all) {
      widths.append($0.columns)
    }
    return widths
  }
}
