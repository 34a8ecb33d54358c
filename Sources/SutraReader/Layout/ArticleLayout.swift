import SutraCore

/// A stretch of the article that is laid out by itself: a paragraph, or a part of a very long one.
public struct LayoutBlock: Hashable, Sendable {
  /// Its bytes.
  public let span: Span
  /// Whether it is the headline, or a heading in the article.
  public let isTitle: Bool
  /// Whether a blank row follows.
  public let hasGapAfter: Bool
}

/// A row of the article: the number of its block and of the row in it, both counted from 0.
///
/// The row after a block's last is the blank one behind it, where there is one.
public struct RowPosition: Hashable, Sendable, Comparable {
  /// Number of the block.
  public var block: Int
  /// Number of the row in the block.
  public var row: Int

  /// Makes a position.
  public init(block: Int, row: Int) {
    self.block = block
    self.row = row
  }

  /// Orders from top to bottom.
  public static func < (left: RowPosition, right: RowPosition) -> Bool {
    (left.block, left.row) < (right.block, right.row)
  }
}

/// An article's rows at one width; only what is asked for is laid out.
public struct ArticleLayout: Sendable {
  /// Most bytes laid out at once; a longer paragraph becomes several blocks.
  static let longestBlock = Limits.lineBytes
  /// Most blocks whose rows are kept.
  static let mostKept = 256

  /// The text.
  public let document: Document
  /// Columns of a row.
  public let width: Int
  /// How the room of text is measured.
  public let measure: Measure
  /// Whether lines that were joined to paragraphs are shown as they came.
  public let showsLines: Bool
  /// The blocks, at least one.
  public let blocks: [LayoutBlock]
  private var kept: [Int: [TextRow]] = [:]

  /// Lays a document out.
  ///
  /// - Parameters:
  ///   - document: The text.
  ///   - width: Columns of a row, at least 1.
  ///   - measure: How room is measured.
  ///   - showsLines: Whether lines that were joined to paragraphs are shown as they came.
  public init(document: Document, width: Int, measure: Measure, showsLines: Bool = false) {
    self.document = document
    self.width = max(1, width)
    self.measure = measure
    self.showsLines = showsLines
    blocks = Self.blocks(of: document, showsLines: showsLines)
  }

  /// Lays a document out in cells, whose columns are counted by a profile.
  public init(document: Document, width: Int, profile: WidthProfile) {
    self.init(document: document, width: width, measure: Measure(profile))
  }

  private init(_ other: ArticleLayout, width: Int, measure: Measure) {
    document = other.document
    self.width = max(1, width)
    self.measure = measure
    showsLines = other.showsLines
    blocks = other.blocks
  }

  /// How the terminal counts columns.
  public var profile: WidthProfile { measure.profile }

  /// The same article at another width or by another measure.
  public func resized(to width: Int, measure: Measure) -> ArticleLayout {
    ArticleLayout(self, width: width, measure: measure)
  }

  private static func blocks(of document: Document, showsLines: Bool) -> [LayoutBlock] {
    var found: [LayoutBlock] = []
    let ends = showsLines ? document.text.joinedLineEnds : []
    var nextEnd = 0
    found.reserveCapacity(document.paragraphs.count)
    let last = document.paragraphs.count - 1
    for (index, paragraph) in document.paragraphs.enumerated() {
      let kind = document.kind(of: index)
      let isTitle = kind == .headline || kind == .subhead
      var start = paragraph.start
      while nextEnd < ends.count, ends[nextEnd] < paragraph.end {
        var end = ends[nextEnd]
        nextEnd += 1
        guard end > start else { continue }
        let next = end + 1
        while end > start, document.text.bytes[end - 1] <= 0x20 { end -= 1 }
        if end > start {
          found.append(
            LayoutBlock(span: Span(start: start, end: end), isTitle: isTitle, hasGapAfter: false))
        }
        start = next
      }
      while paragraph.end - start > longestBlock {
        let end = breakpoint(after: start, document.text.bytes)
        found.append(
          LayoutBlock(
            span: Span(start: start, end: end), isTitle: isTitle, hasGapAfter: false))
        start = end
      }
      found.append(
        LayoutBlock(
          span: Span(start: start, end: paragraph.end), isTitle: isTitle,
          // Who made a picture stands right below its words.
          hasGapAfter: index < last && document.kind(of: index + 1) != .credit))
    }
    if found.isEmpty {
      found.append(
        LayoutBlock(span: Span(start: 0, end: 0), isTitle: false, hasGapAfter: false))
    }
    return found
  }

  /// Where a very long paragraph may be cut: behind the last blank that a block can hold, or, in
  /// text without blanks, before an ASCII character or at least before a whole scalar.
  private static func breakpoint(after start: Int, _ bytes: [UInt8]) -> Int {
    let limit = start + longestBlock
    for offset in stride(from: limit, to: start + longestBlock / 2, by: -1)
    where bytes[offset - 1] == 0x20 { return offset }
    for offset in stride(from: limit, to: start + longestBlock / 2, by: -1)
    where bytes[offset] < 0x80 && bytes[offset - 1] < 0x80 { return offset }
    var offset = limit
    while offset > start + 1, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The rows of a block.
  public func rows(of block: Int) -> [TextRow] {
    guard blocks.indices.contains(block) else { return [] }
    if let rows = kept[block] { return rows }
    return document.text.bytes.withUnsafeBufferPointer {
      RowBreaker(measure).rows(
        of: blocks[block].span, in: $0, width: width * measure.columnWidth)
    }
  }

  /// Lays a block out and keeps its rows, since they will be asked for again.
  mutating func prepare(_ block: Int) {
    guard blocks.indices.contains(block), kept[block] == nil else { return }
    if kept.count >= Self.mostKept { kept.removeAll(keepingCapacity: true) }
    kept[block] = rows(of: block)
  }

  /// Lays out some rows from a position on and the one behind them, and keeps them.
  mutating func prepare(from start: RowPosition, rows: Int) {
    var left = start.row + rows
    var block = start.block
    while left >= 0, block < blocks.count {
      prepare(block)
      left -= rowCount(of: block)
      block += 1
    }
  }

  /// How many rows a block takes, with the blank row behind it.
  public func rowCount(of block: Int) -> Int {
    rows(of: block).count + (blocks[block].hasGapAfter ? 1 : 0)
  }

  /// The row at a position, or `nil` for a blank row and for places outside the article.
  public func row(at position: RowPosition) -> TextRow? {
    guard blocks.indices.contains(position.block) else { return nil }
    let rows = rows(of: position.block)
    return rows.indices.contains(position.row) ? rows[position.row] : nil
  }

  /// The first row.
  public var first: RowPosition { RowPosition(block: 0, row: 0) }

  /// The last row.
  public var last: RowPosition {
    RowPosition(block: blocks.count - 1, row: max(0, rowCount(of: blocks.count - 1) - 1))
  }

  /// A position some rows below (or above, when negative), within the article.
  public func position(_ start: RowPosition, movedBy rows: Int) -> RowPosition {
    var position = start
    var left = rows
    while left > 0 {
      let below = rowCount(of: position.block) - 1 - position.row
      if left <= below {
        position.row += left
        return position
      }
      guard position.block + 1 < blocks.count else {
        position.row += max(0, below)
        return position
      }
      left -= below + 1
      position = RowPosition(block: position.block + 1, row: 0)
    }
    while left < 0 {
      if -left <= position.row {
        position.row += left
        return position
      }
      guard position.block > 0 else { return first }
      left += position.row + 1
      position = RowPosition(
        block: position.block - 1, row: max(0, rowCount(of: position.block - 1) - 1))
    }
    return position
  }

  /// The row that shows a byte, or the nearest before it.
  public func position(of byteOffset: Int) -> RowPosition {
    let block = max(0, blocks.partitioningIndex { $0.span.start > byteOffset } - 1)
    let row = max(0, rows(of: block).partitioningIndex { $0.span.start > byteOffset } - 1)
    return RowPosition(block: block, row: row)
  }

  /// The byte where a row begins; a blank row begins at the end of its block.
  public func byteOffset(of position: RowPosition) -> Int {
    if let row = row(at: position) { return row.span.start }
    return blocks.indices.contains(position.block) ? blocks[position.block].span.end : 0
  }

  /// How many rows lie between two positions, counted to at most `limit`; negative when the second
  /// is above the first.
  public func distance(
    from start: RowPosition, to end: RowPosition, limit: Int
  ) -> Int {
    if end < start { return -distance(from: end, to: start, limit: limit) }
    var rows = -start.row
    var block = start.block
    while block < end.block, rows <= limit {
      rows += rowCount(of: block)
      block += 1
    }
    return block < end.block ? limit : min(limit, rows + end.row)
  }
}
