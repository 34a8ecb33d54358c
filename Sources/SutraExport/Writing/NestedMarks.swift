import SutraCore

/// Places of a text as elements that stand within each other and never across.
///
/// A place that goes over the end of another or of a paragraph is cut there; its pieces are numbered
/// in text order, so that a format can chain them.
struct NestedMarks {
  /// A place that is to be an element.
  struct Mark {
    /// Where.
    let span: Span
    /// Of marks of the same place those with a lower rank stand outside.
    let rank: Int
    /// Whether it may hold marks of rank 0; otherwise it is cut at their borders.
    let holdsOuter: Bool
  }

  /// A part of a mark that stands within one element.
  struct Piece {
    /// Where.
    let span: Span
    /// Index of the mark.
    let mark: Int
    /// Its number among the pieces of the mark, counted from 1.
    var number = 1
  }

  /// The pieces of each paragraph, in the order in which they open.
  private(set) var ofParagraph: [[Piece]] = []
  /// How many pieces each mark has.
  private(set) var counts: [Int]

  /// Cuts marks to pieces.
  init(_ marks: [Mark], paragraphs: [Span]) {
    counts = [Int](repeating: 0, count: marks.count)
    let borders = Self.borders(marks)
    let order = marks.indices.sorted { marks[$0].span.start < marks[$1].span.start }
    var next = 0
    var open: [Int] = []
    for paragraph in paragraphs {
      while next < order.count, marks[order[next]].span.start < paragraph.end {
        open.append(order[next])
        next += 1
      }
      open.removeAll { marks[$0].span.end <= paragraph.start }
      var pieces: [Piece] = []
      for mark in open {
        let span = Span(
          start: max(paragraph.start, marks[mark].span.start),
          end: min(paragraph.end, marks[mark].span.end))
        guard !span.isEmpty else { continue }
        pieces += Self.cut(span, at: marks[mark].holdsOuter ? [] : borders).map {
          Piece(span: $0, mark: mark)
        }
      }
      add(pieces, marks)
    }
  }

  /// Where marks of rank 0 begin and end, in text order.
  private static func borders(_ marks: [Mark]) -> [Int] {
    Set(marks.filter { $0.rank == 0 }.flatMap { [$0.span.start, $0.span.end] }).sorted()
  }

  private static func cut(_ span: Span, at borders: [Int]) -> [Span] {
    var parts: [Span] = []
    var start = span.start
    var index = borders.partitioningIndex { $0 > span.start }
    while index < borders.count, borders[index] < span.end {
      parts.append(Span(start: start, end: borders[index]))
      start = borders[index]
      index += 1
    }
    return parts + [Span(start: start, end: span.end)]
  }

  /// Adds the pieces of a paragraph, cut where they cross.
  private mutating func add(_ pieces: [Piece], _ marks: [Mark]) {
    func opensLater(_ one: Piece, _ other: Piece) -> Bool {
      let (left, right) = (marks[one.mark].rank, marks[other.mark].rank)
      return (other.span.start, one.span.end, right, other.mark)
        < (one.span.start, other.span.end, left, one.mark)
    }
    // The next to open is the last.
    var pending = pieces.sorted(by: opensLater)
    var found: [Piece] = []
    var ends: [Int] = []
    while var piece = pending.popLast() {
      while let end = ends.last, end <= piece.span.start { ends.removeLast() }
      if let end = ends.last, piece.span.end > end {
        let rest = Piece(span: Span(start: end, end: piece.span.end), mark: piece.mark)
        pending.insert(rest, at: pending.partitioningIndex { !opensLater($0, rest) })
        piece = Piece(span: Span(start: piece.span.start, end: end), mark: piece.mark)
      }
      counts[piece.mark] += 1
      piece.number = counts[piece.mark]
      ends.append(piece.span.end)
      found.append(piece)
    }
    ofParagraph.append(found)
  }
}
