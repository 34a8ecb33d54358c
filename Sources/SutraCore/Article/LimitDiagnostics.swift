import SutraWords

/// Reports what is beyond a limit of a text or an analysis.
enum LimitDiagnostics {
  /// What is too long in a text as it is: at most one diagnostic for paragraphs and one for
  /// clusters, each with the first place.
  static func diagnostics(of document: Document) -> [Diagnostic] {
    [longParagraphs(document), longClusters(document.text)].compactMap { $0 }
  }

  /// A diagnostic when quotation marks stand in each other too deep.
  static func nesting(_ text: TokenizedDocument) -> [Diagnostic] {
    guard let mark = text.firstTooDeepMark else { return [] }
    return [
      diagnostic(
        text.span(mark..<mark + 1),
        Message("note.too-deep", ["most": Limits.quotationMarkDepth]))
    ]
  }

  /// A diagnostic of this kind.
  static func diagnostic(_ span: Span, _ sentence: Message) -> Diagnostic {
    Diagnostic(code: .beyondLimit, span: span, sentence)
  }

  private static func longParagraphs(_ document: Document) -> Diagnostic? {
    let isLong = { (paragraph: Span) in paragraph.length > Limits.lineBytes }
    guard let first = document.paragraphs.first(where: isLong) else { return nil }
    let count = document.paragraphs.count(where: isLong)
    return diagnostic(
      first, Message("note.long-paragraph", ["count": count, "most": Limits.lineBytes]))
  }

  private static func longClusters(_ text: SourceText) -> Diagnostic? {
    var first: Span?
    var count = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      forEachLongRun(bytes) { run in
        var start = run.start
        for cluster in String(decoding: bytes[run.start..<run.end], as: UTF8.self) {
          let length = cluster.utf8.count
          if cluster.unicodeScalars.count > Limits.clusterScalars {
            first = first ?? Span(start: start, end: start + length)
            count += 1
          }
          start += length
        }
      }
    }
    return first.map {
      diagnostic(
        $0,
        Message("note.long-syllable", ["count": count, "most": Limits.clusterScalars]))
    }
  }

  /// Calls `body` for each stretch without ASCII and Chinese, Japanese or Korean letters that is so
  /// long that a cluster beyond the limit can be in it.
  ///
  /// Such a stretch has at least one byte a scalar and so holds one of the bytes that are looked at.
  private static func forEachLongRun(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Span) -> Void
  ) {
    // All but the first scalar of such a cluster have two bytes at least.
    let least = 2 * Limits.clusterScalars
    var probe = least - 1
    var free = 0
    while probe < bytes.count {
      guard bytes[probe] >= 0x80 else {
        probe += least
        continue
      }
      var start = probe
      while start > free, bytes[start - 1] >= 0x80, !isIdeograph(bytes[start - 1]) { start -= 1 }
      while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
      var end = max(start, probe)
      while end < bytes.count, bytes[end] >= 0x80, !isIdeograph(bytes[end]) { end += 1 }
      if end - start >= least {
        // The base of the marks may be the ASCII letter before them.
        let base = start > free && bytes[start - 1] < 0x80 ? start - 1 : start
        body(Span(start: base, end: end))
      }
      free = end
      probe = max(end, probe + 1) + least - 1
    }
  }

  /// Whether a byte begins a scalar from U+3000 to U+DFFF: letters that are clusters of their own.
  private static func isIdeograph(_ byte: UInt8) -> Bool { 0xE3...0xED ~= byte }
}
