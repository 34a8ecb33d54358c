/// The text of one article as valid UTF-8, with what went wrong on the way there.
public struct SourceText: Sendable {
  /// Valid UTF-8; every `Span` of the article counts these bytes.
  public let bytes: [UInt8]
  /// What could not be decoded.
  public let diagnostics: [Diagnostic]
  /// Where a line ended inside of a paragraph, in text order; a blank stands there in `bytes`.
  private var lineEnds: [LineEnd] = []

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

  /// The bytes as they came, with the line ends that `bytes` shows as blanks.
  public var bytesAsTheyCame: [UInt8] {
    guard hasJoinedLines else { return bytes }
    var all = bytes
    for end in lineEnds { all[end.offset] = end.isReturn ? 0x0D : 0x0A }
    return all
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
    return text
  }

  /// One byte that ended a line.
  private struct LineEnd: Sendable {
    private let number: UInt64

    init(offset: Int, isReturn: Bool) { number = UInt64(offset) << 1 | (isReturn ? 1 : 0) }

    var offset: Int { Int(number >> 1) }
    var isReturn: Bool { number & 1 == 1 }
  }
}
