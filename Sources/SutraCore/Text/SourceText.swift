/// The text of one article as valid UTF-8, with what went wrong on the way there.
public struct SourceText: Sendable {
  /// Valid UTF-8; every `Span` of the article counts these bytes.
  public let bytes: [UInt8]
  /// What could not be decoded.
  public let diagnostics: [Diagnostic]

  /// Makes a text from bytes that are known to be valid UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8 without byte order mark.
  ///   - diagnostics: What could not be decoded.
  public init(validBytes bytes: [UInt8], diagnostics: [Diagnostic] = []) {
    self.bytes = bytes
    self.diagnostics = diagnostics
  }

  /// The words of a span, clamped to the text.
  public subscript(span: Span) -> String {
    let start = min(max(0, span.start), bytes.count)
    let end = min(max(start, span.end), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
