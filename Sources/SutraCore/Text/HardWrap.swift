/// Tells whether the lines of a text are rows of a fixed width, as mail, `fmt` and printed pages
/// have them, and which of them make one paragraph.
///
/// Lines that were filled have a mark that verse, lists, turns and code have not: the first word of
/// the next line would not have fitted any more. So the width is taken from the lines themselves,
/// and two lines belong together where the first one is full by it. Programs fill by columns, by
/// letters or by bytes; the count that explains the lines best is the one that was used.
struct HardWrap {
  /// Lines from the beginning that tell whether a text is of filled lines at all.
  static let sample = 2_000
  /// Columns that a filled line has.
  static let widths = 40...130
  /// Of the sampled lines, how many in a hundred may be wider than the width: addresses, tables.
  static let outliers = 2
  /// Of pairs of lines, how many in a hundred must be explained by the width.
  static let explained = 58
  /// Of full lines, how many in a hundred may end a sentence; of verse and lists most do.
  static let sentenceEnds = 45
  /// Of full lines, how many in a hundred may be followed by a capital; of verse nearly all are.
  static let capitals = 60

  /// Rows narrower than this, in the count they were filled by, are as short as verse, so that more
  /// is asked of them: more pairs explained, fewer marks at the ends, hardly any room left.
  static let narrow = 60
  static let narrowExplained = 75
  static let narrowMarks = 34
  static let narrowFilling = 88
  /// Lines filled by bytes are shorter still in letters that take three of them each: only many of
  /// them with few marks at their ends are told from verse.
  static let manyShort = 12
  static let shortMarks = 25
  /// Columns of rows of which there are two or three in the whole text: verse of that width is longer.
  static let fewColumns = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: [Span]

  /// The line ends that part no paragraphs, in text order.
  ///
  /// - Parameters:
  ///   - lines: The lines that hold more than blanks, without the blanks around them.
  ///   - bytes: The text.
  /// - Returns: For each line whether it goes on in the next one; empty where none does.
  static func joints(_ lines: [Span], _ bytes: UnsafeBufferPointer<UInt8>) -> [Bool] {
    guard lines.count > 1, mayBeFilled(lines) else { return [] }
    return HardWrap(bytes: bytes, lines: lines).joints()
  }

  /// Whether hardly any line is longer than the widest filled one in the widest script.
  private static func mayBeFilled(_ lines: [Span]) -> Bool {
    let sampled = lines.prefix(sample)
    let long = sampled.count { $0.length > widths.upperBound * 3 }
    return long * 100 <= sampled.count * outliers
  }

  private func joints() -> [Bool] {
    let count = min(lines.count, Self.sample)
    let looks = (0..<count).map(look)
    let measure = FillMeasure.allCases.compactMap { filled(looks, by: $0) }
      .max { $0.share < $1.share }
    guard let measure else { return [] }
    var joined = [Bool](repeating: false, count: lines.count)
    var start = 0
    while start < lines.count {
      var end = start
      while end + 1 < lines.count, isNext(end) { end += 1 }
      if end > start {
        let run = (start...end).map { $0 < count ? looks[$0] : look($0) }
        join(run, from: start, measure, into: &joined)
      }
      start = end + 1
    }
    return joined.contains(true) ? joined : []
  }

  /// Whether nothing but one line end stands between a line and the next.
  private func isNext(_ index: Int) -> Bool {
    LineLook.lineEnds(bytes, lines[index].end, lines[index + 1].start) == 1
  }

  private func look(_ index: Int) -> LineLook {
    LineLook(
      lines[index], bytes,
      indentFrom: index > 0 ? lines[index - 1].end : 0,
      isNext: index + 1 < lines.count && isNext(index))
  }

  /// A measure by which the lines are full, and how many of a hundred pairs it explains.
  private func filled(_ looks: [LineLook], by measure: FillMeasure) -> Filled? {
    let inRuns = looks.indices.filter { index in
      looks[index].isNext || index > 0 && looks[index - 1].isNext
    }
    let sorted = inRuns.map { looks[$0].width(measure) }.sorted()
    guard !sorted.isEmpty else { return nil }
    let width = sorted[sorted.count - 1 - sorted.count * Self.outliers / 100]
    let columns = inRuns.map { looks[$0].columns }.max() ?? 0
    // Bytes make short lines of letters that take three of them each.
    guard columns >= (measure == .bytes ? Self.widths.lowerBound * 2 / 5 : Self.widths.lowerBound),
      width >= Self.widths.lowerBound * (measure == .bytes ? 2 : 1),
      width <= Self.widths.upperBound * 3,
      measure == .bytes || width <= Self.widths.upperBound
    else { return nil }
    var pairs = 0
    var full = 0
    var sentences = 0
    var capitals = 0
    var soft = 0
    var marks = 0
    var filling = 0
    for index in looks.indices.dropLast() where looks[index].isNext {
      let (line, next) = (looks[index], looks[index + 1])
      guard !next.isMarked else { continue }
      pairs += 1
      guard line.isFull(by: measure, width, before: next) else { continue }
      full += 1
      if line.endsSentence { sentences += 1 }
      if line.endsWithMark { marks += 1 }
      filling += line.width(measure)
      if next.beginsWithCapital { capitals += 1 }
      if !line.endsWithMark, next.beginsSmall { soft += 1 }
    }
    guard pairs > 0, full * 100 >= pairs * Self.explained else { return nil }
    guard sentences * 100 <= full * Self.sentenceEnds, capitals * 100 <= full * Self.capitals else {
      return nil
    }
    if columns < Self.widths.lowerBound {
      guard full >= Self.manyShort, full * 100 >= pairs * Self.narrowExplained,
        marks * 100 <= full * Self.shortMarks
      else { return nil }
    } else if width < Self.narrow,
      full * 100 < pairs * Self.narrowExplained || marks * 100 > full * Self.narrowMarks
        || filling * 100 < full * width * Self.narrowFilling
    {
      return nil
    }
    // Few lines say little: then every one of them must be filled, wider than a couplet, and go on in the next.
    if full < 3,
      full < pairs || sentences > 0 || columns < Self.fewColumns || (full == 1 && soft == 0)
    {
      return nil
    }
    return Filled(measure: measure, width: width, share: full * 1_000 / pairs)
  }

  /// Joins the lines of one run, which no blank line parts, where they are filled.
  private func join(
    _ looks: [LineLook], from first: Int, _ filled: Filled, into joined: inout [Bool]
  ) {
    let pairs = looks.count - 1
    var isJoint = [Bool](repeating: false, count: pairs)
    var strays = 0
    var ends = 0
    var labels = 0
    for index in 0..<pairs {
      let (line, next) = (looks[index], looks[index + 1])
      if line.endsWithMark { ends += 1 }
      if next.isLabelled { labels += 1 }
      let isFull = line.isFull(by: filled.measure, filled.width, before: next)
      if !isFull, !line.endsSentence, !next.isMarked { strays += 1 }
      isJoint[index] = isFull && !next.isMarked && !line.isCode && !next.isCode
      // A line that is set in begins a paragraph, unless it goes on with an item of a list.
      if next.indent > line.indent, !line.isMarked { isJoint[index] = false }
      if line.endsSentence, line.indent < next.indent { isJoint[index] = false }
    }
    // Verse ends its lines with marks, tables and addresses end them anywhere.
    guard strays < 2 || strays * 4 <= pairs else { return }
    guard pairs < 3 || ends * 10 < pairs * 7 else { return }
    for index in 0..<pairs where isJoint[index] {
      if labels > 1, looks[index + 1].isLabelled, looks[index].endsWithMark { continue }
      joined[first + index] = true
    }
  }
}

/// The width that explains the lines of a text.
private struct Filled {
  let measure: FillMeasure
  let width: Int
  /// Pairs of lines that it explains, of a thousand.
  let share: Int
}
