/// Sets of line break classes, a bit for each, that a row treats in a way of its own.
struct RowClasses {
  /// What ends a line.
  let lineEnds: UInt64
  /// What is seen as nothing at the end of a row.
  let blanks: UInt64
  /// What does not end a row where there is a choice.
  let opening: UInt64
  /// What does not start a row where there is a choice.
  let closing: UInt64

  init() {
    lineEnds = Self.mask([.bk, .cr, .lf, .nl])
    blanks = Self.mask([.bk, .cr, .lf, .nl, .sp, .tab])
    opening = Self.mask([.op, .numberOpening, .wideOpening, .qu])
    closing = Self.mask([.cl, .cp, .wideClosing, .ex, .is, .sy, .qu, .danda, .ba, .ns])
  }

  private static func mask(_ kinds: [LineBreakClass]) -> UInt64 {
    kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }
}
