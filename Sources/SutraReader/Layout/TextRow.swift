import SutraCore

/// One row of laid out text.
public struct TextRow: Hashable, Sendable {
  /// The bytes shown, without the blanks a line break swallows.
  public let span: Span
  /// Its width, in pixels where those are the measure.
  public let columns: Int

  /// Makes a row.
  public init(span: Span, columns: Int) {
    self.span = span
    self.columns = columns
  }
}
