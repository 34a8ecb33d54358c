/// The text of one article as valid UTF-8, with what went wrong on the way there.
public struct SourceText: Sendable {
  /// Valid UTF-8; every `Span` of the article counts these bytes.
  public let bytes: [UInt8]
  /// What could not be decoded.
  public let diagnostics: [Diagnostic]
  /// Where a line ended inside of a paragraph, in text order; a blank stands there in `bytes`.
  private var lineEnds: [LineEnd] = []

  /// What is left out of the text as it came, in text order.
  private var cuts: [Cut] = []

  /// Makes a text from bytes that are known to be valid UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8 without byte order mark.
  ///   - diagnostics: What could not be decoded.
  public init(validBytes bytes: [UInt8], diagnostics: [Diagnostic] = []) {
    self.bytes = bytes
    self.diagnostics = diagnostics
  }

  /// The words of a span, clamped to the text; where a line went on in the next one stands one
  /// blank.
  public subscript(span: Span) -> String {
    let start = min(max(0, span.start), bytes.count)
    let end = min(max(start, span.end), bytes.count)
    let first = lineEnds.partitioningIndex { $0.offset >= start }
    guard first < lineEnds.count, lineEnds[first].offset < end else {
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    var words: [UInt8] = []
    var from = start
    for number in first..<lineEnds.count {
      let offset = lineEnds[number].offset
      guard offset < end else { break }
      guard offset >= from else { continue }
      var last = offset
      while last > from, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
      words += bytes[from..<last]
      if last > start { words.append(0x20) }
      from = offset
      while from < end, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
    }
    words += bytes[from..<end]
    return String(decoding: words, as: UTF8.self)
  }

  /// Whether lines of it have been joined.
  public var hasJoinedLines: Bool { !lineEnds.isEmpty }

  /// Where lines of it ended that have been joined, in text order.
  public var joinedLineEnds: [Int] { lineEnds.map(\.offset) }

  /// The bytes as they came: with the line ends that `bytes` shows as blanks, and all that is left
  /// out there.
  public var bytesAsTheyCame: [UInt8] {
    guard hasJoinedLines || !cuts.isEmpty else { return bytes }
    var all = bytes
    for end in lineEnds { all[end.offset] = end.isReturn ? 0x0D : 0x0A }
    guard !cuts.isEmpty else { return all }
    var whole: [UInt8] = []
    whole.reserveCapacity(all.count + (cuts.last?.total ?? 0))
    var from = 0
    for cut in cuts {
      whole += all[from..<cut.offset]
      whole += cut.bytes
      from = cut.offset
    }
    return whole + all[from...]
  }

  /// Where a place of `bytes` is in the bytes as they came.
  ///
  /// - Parameters:
  ///   - offset: A place in `bytes`.
  ///   - isEnd: Whether a span ends there, so that what is left out behind it is none of it.
  /// - Returns: The place.
  public func offsetAsItCame(_ offset: Int, isEnd: Bool = false) -> Int {
    guard !cuts.isEmpty else { return offset }
    let count = cuts.partitioningIndex { isEnd ? $0.offset >= offset : $0.offset > offset }
    return offset + (count == 0 ? 0 : cuts[count - 1].total)
  }

  /// Where a span of `bytes` is in the bytes as they came, without what is left out around it.
  public func spanAsItCame(_ span: Span) -> Span {
    Span(
      start: offsetAsItCame(span.start), end: offsetAsItCame(span.end, isEnd: !span.isEmpty))
  }

  /// Where a place of the bytes as they came is in `bytes`; of what is left out, where it stood.
  public func offset(ofCame offset: Int) -> Int {
    let count = cuts.partitioningIndex { $0.offset + $0.total > offset }
    let before = count == 0 ? 0 : cuts[count - 1].total
    let found = offset - before
    return count < cuts.count ? min(found, cuts[count].offset) : found
  }

  /// The text without some stretches of it, of which the bytes as they came still have all.
  ///
  /// - Parameter spans: What to leave out, in text order, on scalar boundaries, apart from each other.
  /// - Returns: A shorter text; diagnostics stay where they stood.
  public func leavingOut(_ spans: [Span]) -> SourceText {
    guard !spans.isEmpty else { return self }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var new: [Cut] = []
    var from = 0
    var earlier = cuts[...]
    var total = 0
    // What was left out before stands among the new, and at one place both are one.
    func add(_ bytes: some Collection<UInt8>) {
      total += bytes.count
      if let last = new.last, last.offset == kept.count {
        new[new.count - 1] = Cut(offset: kept.count, bytes: last.bytes + bytes, total: total)
      } else {
        new.append(Cut(offset: kept.count, bytes: Array(bytes), total: total))
      }
    }
    func pass(to end: Int, isCut: Bool) {
      var start = from
      while let cut = earlier.first, cut.offset <= end {
        if isCut { add(bytes[start..<cut.offset]) } else { kept += bytes[start..<cut.offset] }
        add(cut.bytes)
        start = cut.offset
        earlier = earlier.dropFirst()
      }
      if isCut { add(bytes[start..<end]) } else { kept += bytes[start..<end] }
      from = end
    }
    for span in spans where !span.isEmpty {
      pass(to: span.start, isCut: false)
      pass(to: span.end, isCut: true)
    }
    pass(to: bytes.count, isCut: false)
    var text = SourceText(validBytes: kept)
    text.cuts = new.filter { !$0.bytes.isEmpty }
    let moved = diagnostics.map { diagnostic in
      let start = min(text.offset(ofCame: offsetAsItCame(diagnostic.span.start)), kept.count)
      let end = text.offset(ofCame: offsetAsItCame(diagnostic.span.end, isEnd: true))
      return Diagnostic(
        code: diagnostic.code, span: Span(start: start, end: min(max(start, end), kept.count)),
        diagnostic.sentence)
    }
    var whole = SourceText(validBytes: kept, diagnostics: moved)
    whole.cuts = text.cuts
    return whole
  }

  /// The same text with something more to tell of it.
  public func noting(_ diagnostic: Diagnostic) -> SourceText {
    var text = SourceText(validBytes: bytes, diagnostics: diagnostics + [diagnostic])
    (text.lineEnds, text.cuts) = (lineEnds, cuts)
    return text
  }

  /// The text with the line ends between some places as blanks; no offset changes.
  ///
  /// - Parameter gaps: What stands between two lines that are one paragraph, in text order.
  /// - Returns: The same number of bytes.
  func joining(_ gaps: [Span]) -> SourceText {
    guard !gaps.isEmpty else { return self }
    var all = bytes
    var ends: [LineEnd] = []
    for gap in gaps {
      for offset in gap.start..<gap.end where all[offset] == 0x0A || all[offset] == 0x0D {
        ends.append(LineEnd(offset: offset, isReturn: all[offset] == 0x0D))
        all[offset] = 0x20
      }
    }
    var text = SourceText(validBytes: all, diagnostics: diagnostics)
    text.lineEnds = ends
    text.cuts = cuts
    return text
  }

  /// What is left out at a place of `bytes`, and how many bytes up to there.
  private struct Cut: Sendable {
    let offset: Int
    let bytes: [UInt8]
    let total: Int
  }

  /// One byte that ended a line.
  private struct LineEnd: Sendable {
    private let number: UInt64

    init(offset: Int, isReturn: Bool) { number = UInt64(offset) << 1 | (isReturn ? 1 : 0) }

    var offset: Int { Int(number >> 1) }
    var isReturn: Bool { number & 1 == 1 }
  }
}
