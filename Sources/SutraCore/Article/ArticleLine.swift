extension Article {
  /// The words of a span in one line, cut after some bytes.
  public func line(_ span: Span, longest: Int = 2_000) -> String {
    let bytes = document.text.bytes
    var end = min(span.start + min(span.length, longest), bytes.count)
    while end > span.start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    guard span.start < end else { return "" }
    let line = bytes[span.start..<end].map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    return String(decoding: line, as: UTF8.self)
  }

  /// The same with an ellipsis where it was cut.
  package func shortened(_ span: Span, to longest: Int) -> String {
    line(span, longest: longest) + (span.length > longest ? "…" : "")
  }
}
