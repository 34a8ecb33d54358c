/// Finds a headline that was broken into rows, as mail and printed pages do, above paragraphs that were not
/// broken so.
struct HeadlineRows {
  /// Fewest columns of a row that is full: a shorter line was ended by its writer.
  static let fullRow = 40
  /// Most rows of a headline.
  static let mostRows = 3
  /// Fewest blanks in a further row where letters have no case, so that no name of a writer is taken in.
  static let fewestBlanks = 4

  /// How many lines from the first make the headline.
  ///
  /// - Parameters:
  ///   - paragraphs: The lines and joined lines that hold more than blanks.
  ///   - bytes: The text.
  /// - Returns: At least 2, or 0 where the first line stands for itself.
  static func count(_ paragraphs: [Span], _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    func look(_ index: Int) -> LineLook {
      LineLook(
        paragraphs[index], bytes, indentFrom: index > 0 ? paragraphs[index - 1].end : 0,
        isNext: isNext(index))
    }
    func isNext(_ index: Int) -> Bool {
      index + 1 < paragraphs.count
        && LineLook.lineEnds(bytes, paragraphs[index].end, paragraphs[index + 1].start) == 1
    }
    guard paragraphs.count > 2, isNext(0) else { return 0 }
    let first = look(0)
    var rows = 1
    var last = first
    while rows < min(mostRows, paragraphs.count - 1), last.columns >= fullRow, isNext(rows - 1),
      !last.endsSentence
    {
      let next = look(rows)
      guard next.columns <= first.columns + first.columns / 8, goesOn(next, paragraphs[rows], bytes)
      else { break }
      last = next
      rows += 1
    }
    guard rows > 1, !first.isMarked, !first.isCode, !last.endsSentence, !last.endsWithMark else {
      return 0
    }
    // What follows is an article, at once or behind a byline: a paragraph longer than any row.
    let behind = paragraphs[rows...].prefix(1 + DocumentParser.mostShortLines)
    guard let body = behind.first(where: { $0.length > paragraphs[0].length * 3 / 2 }) else {
      return 0
    }
    let isApart = LineLook.lineEnds(bytes, paragraphs[rows - 1].end, body.start) > 1
    return isApart ? rows : 0
  }

  /// Whether a line can be a further row: small letters go on, and of letters without case several words.
  private static func goesOn(
    _ line: LineLook, _ span: Span, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard line.beginsSmall, !line.isMarked, !line.isLabelled, !line.isCode else { return false }
    if bytes[span.start] < 0x80 { return true }
    return bytes[span.start..<span.end].count { $0 == 0x20 } >= fewestBlanks
  }
}
