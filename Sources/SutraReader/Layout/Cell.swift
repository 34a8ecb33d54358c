import SutraCore

/// A unit that is drawn whole: a grapheme cluster, or a visible mark for a scalar that no terminal
/// may get.
///
/// Clusters are extended grapheme clusters of UAX #29 with the conjunct rule of Unicode 15.1.
/// Vowel letters with a conjunct sign and dead consonants join a conjunct as well.
public struct Cell: Hashable, Sendable {
  /// Its bytes in the text.
  public let span: Span
  /// Its width, in pixels where those are the measure; never negative.
  public let columns: Int
  /// What is drawn in its place; `nil` when its own bytes are.
  public let mark: VisibleMark?

  /// Makes a cell.
  public init(span: Span, columns: Int, mark: VisibleMark? = nil) {
    self.span = span
    self.columns = columns
    self.mark = mark
  }
}
