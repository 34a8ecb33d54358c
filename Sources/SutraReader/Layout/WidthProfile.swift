import CUnicode
import SutraCore

/// How a terminal counts the columns of text.
///
/// Terminals count Bengali in one of these ways; layout, painting and ncurses follow the
/// same one.
public enum WidthProfile: String, Sendable, CaseIterable {
  /// The columns of `wcwidth` in glibc, summed: every spacing mark takes one, as in xterm, VTE,
  /// tmux and most others.
  case spacing
  /// A grapheme cluster takes the columns of its bases, as in kitty and mlterm.
  ///
  /// Where the two differ kitty is followed: mlterm gives a column to each joiner and to a soft
  /// hyphen, and counts the parts of an emoji one by one.
  case cluster
  /// As `spacing`, but of the marks on a base only the first takes its column.
  case konsole
  /// As `cluster`, but a conjunct is one cluster of the columns of its first letter, as in kitty from
  /// 0.40 on.
  case conjunct
  /// As `conjunct`, but of two columns where a second letter or a sign in it takes room, as in ghostty
  /// from 1.3 on (mode 2027).
  case syllable

  /// The number of the profile for `CUnicode`.
  public var number: Int32 {
    switch self {
    case .spacing: 0
    case .cluster: 1
    case .konsole: 2
    case .conjunct: 3
    case .syllable: 4
    }
  }

  /// Whether clusters are counted as a whole, as mode 2027 asks for.
  public var isByCluster: Bool { self == .cluster || self == .conjunct || self == .syllable }

  /// The columns of a string, with visible marks for what no terminal may get.
  public func columns(of text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      CellReader(profile: self).columns(of: Span(start: 0, end: bytes.count), of: bytes)
    }
  }

  /// Where a string that may be drawn as it is must be cut to fit, found in one pass.
  ///
  /// - Parameters:
  ///   - text: The string.
  ///   - limit: Columns there are.
  /// - Returns: The bytes to keep and their columns, and whether an ellipsis of one column stands
  ///   for the rest; `nil` of a string that needs visible marks.
  func cut(
    ofSafe text: String, to limit: Int
  ) -> (bytes: Int, columns: Int, hasEllipsis: Bool)? {
    var text = text
    return text.withUTF8 { bytes in
      var (columns, kept, keptColumns) = (0, 0, 0)
      var isSafe = true
      CellReader(profile: self).forEachCell(in: Span(start: 0, end: bytes.count), of: bytes) {
        columns += $0.columns
        if $0.mark != nil { isSafe = false }
        // One column stays free for the ellipsis.
        if columns < limit { (kept, keptColumns) = ($0.span.end, columns) }
      }
      guard isSafe else { return nil }
      return columns <= limit ? (bytes.count, columns, false) : (kept, keptColumns, true)
    }
  }

  /// The string cut at a cluster border to a number of columns, and its columns.
  ///
  /// A string that was cut ends in an ellipsis; in no columns nothing is left of any string.
  public func fitted(_ text: String, to columns: Int) -> (text: String, columns: Int) {
    let whole = self.columns(of: text)
    guard whole > columns else { return (text, whole) }
    guard columns > 0 else { return ("", 0) }
    var text = text
    var kept = 0
    var keptColumns = 0
    text.withUTF8 { bytes in
      var isFull = false
      let span = Span(start: 0, end: bytes.count)
      CellReader(profile: self).forEachCell(in: span, of: bytes) { cell in
        isFull = isFull || keptColumns + cell.columns > columns - 1
        guard !isFull else { return }
        kept = cell.span.end
        keptColumns += cell.columns
      }
    }
    let end = text.utf8.index(text.startIndex, offsetBy: kept)
    return (String(text[..<end]) + "…", keptColumns + 1)
  }

  /// The string cut or filled with blanks at its end to exactly a number of columns.
  public func padded(_ text: String, to columns: Int) -> String {
    let (text, taken) = fitted(text, to: columns)
    return text + String(repeating: " ", count: max(0, columns - taken))
  }

  /// The string cut or filled with blanks at its start to exactly a number of columns.
  public func paddedAtStart(_ text: String, to columns: Int) -> String {
    let (text, taken) = fitted(text, to: columns)
    return String(repeating: " ", count: max(0, columns - taken)) + text
  }
}
