/// The rows of a language table: tab-separated columns; blank rows and rows that start with `#`
/// are skipped.
struct Table {
  /// One row with its line number, counted from 1.
  struct Row {
    /// The line it stands in, counted from 1.
    let line: Int
    /// Its columns, as byte ranges of the table.
    let columns: [Range<Int>]
  }

  /// The file's name, for error messages.
  let file: String
  /// The whole file, which must be valid UTF-8.
  let bytes: UnsafeRawBufferPointer

  /// Calls `body` with every row.
  ///
  /// - Parameters:
  ///   - columnCount: How many columns each row must have.
  ///   - body: What to do with a row.
  /// - Throws: `LexiconError` for the first row that does not fit, or what `body` throws.
  func forEachRow(
    columnCount: Int, _ body: (Row) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    var position = 0
    var line = 0
    var columns: [Range<Int>] = []
    while position < bytes.count {
      line += 1
      let start = position
      columns.removeAll(keepingCapacity: true)
      var columnStart = start
      while position < bytes.count, bytes[position] != 0x0A {
        if bytes[position] == 0x09 {
          columns.append(columnStart..<position)
          columnStart = position + 1
        }
        position += 1
      }
      var end = position
      if end > columnStart, bytes[end - 1] == 0x0D { end -= 1 }
      columns.append(columnStart..<end)
      position += 1
      if end == start || bytes[start] == 0x23 { continue }
      guard columns.count == columnCount else {
        throw .wrongColumnCount(
          file: file, line: line, expected: columnCount, found: columns.count)
      }
      try body(Row(line: line, columns: columns))
    }
  }

  /// The text of a column.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
