/// What is drawn in place of a scalar that would disturb a terminal; one column, but for a soft hyphen.
///
/// The symbols are of the set that fonts have had longest, and differ from kind to kind.
public enum VisibleMark: UInt8, Hashable, Sendable, CaseIterable {
  /// A control character of ASCII but newline and tab.
  case control = 1
  /// U+007F.
  case delete
  /// A control character from U+0080 to U+009F.
  case secondControl
  /// U+2028 or U+2029.
  case separator
  /// A scalar that steers the direction of text.
  case direction
  /// U+FEFF.
  case byteOrderMark
  /// U+200B.
  case zeroWidthSpace
  /// A word joiner or an invisible operator: U+2060 to U+2065.
  case invisible
  /// A deprecated format character: U+206A to U+206F.
  case deprecatedFormat
  /// A tag character: U+E0000 to U+E007F.
  case tag
  /// An interlinear annotation character: U+FFF9 to U+FFFB.
  case annotation
  /// A joiner or non-joiner where nothing can be joined.
  case joiner
  /// A tab, which is drawn as one blank.
  case tab
  /// A newline, with a carriage return before it or without.
  case newline
  /// A byte that is part of no scalar.
  case illFormed
  /// What a cluster of more than 32 scalars holds beyond them.
  case excess
  /// A soft hyphen, of which nothing is drawn: a row that ends with one ends with a hyphen.
  case softHyphen

  /// Columns of what is drawn.
  var columns: Int { self == .softHyphen ? 0 : 1 }

  /// What is drawn.
  public var text: String { symbol.map { String($0) } ?? "" }

  /// Whether it stands for something a reader should know of; a blank for a tab does not.
  var isNotable: Bool { self != .tab && self != .newline && self != .softHyphen }

  /// Appends the bytes of what is drawn.
  func append(to output: inout [UInt8]) {
    if let symbol { output.append(contentsOf: symbol.utf8) }
  }

  private var symbol: Unicode.Scalar? {
    switch self {
    case .control: "\u{25D8}"
    case .delete: "\u{25D9}"
    case .secondControl: "\u{25CA}"
    case .separator: "\u{2021}"
    case .direction: "\u{21A8}"
    case .byteOrderMark: "\u{25A1}"
    case .zeroWidthSpace: "\u{25E6}"
    case .invisible: "\u{25CB}"
    case .deprecatedFormat: "\u{25CF}"
    case .tag: "\u{25AC}"
    case .annotation: "\u{00AC}"
    case .joiner: "\u{2310}"
    case .tab: " "
    case .newline: "\u{00B6}"
    case .illFormed: "\u{FFFD}"
    case .excess: "\u{2261}"
    case .softHyphen: nil
    }
  }
}
