import SutraCore

/// The roles that lie on each cell of a row, asked for from left to right.
struct RowLooks {
  /// A stretch of text with a role.
  struct Mark {
    let span: Span
    let role: Role
    /// Where it leads, safe for a terminal; only of links.
    let link: String?

    init(span: Span, role: Role, link: String? = nil) {
      (self.span, self.role, self.link) = (span, role, link)
    }
  }

  /// What a cell is on which nothing lies.
  let base: RoleSet
  private let marks: [Mark]
  private let lit: [Span]?
  private let isTitle: Bool
  /// The roles of the cell that was asked for last.
  private var current: RoleSet
  /// Where that cell leads.
  private(set) var link: String?
  /// Where the next mark begins, and where the first ends of those that lie on that cell: up to
  /// there its roles are those of its neighbours as well.
  private var nextStart = 0
  private var nextEnd = 0

  /// Takes what lies on a row.
  ///
  /// - Parameters:
  ///   - marks: The marks that overlap it, in any order.
  ///   - lit: What stands out from the rest of the row, which is dimmed; `nil` to dim nothing.
  ///   - isTitle: Whether the row is one of the headline, which is never dimmed.
  init(marks: [Mark], lit: [Span]?, isTitle: Bool) {
    self.marks = marks
    self.lit = lit
    self.isTitle = isTitle
    base = isTitle ? RoleSet(.text).with(.title) : RoleSet(.text)
    current = base
  }

  /// The roles of the next cell; a mark lies on a cell when they share a byte.
  mutating func roles(of cell: Span) -> RoleSet {
    guard cell.end > nextStart || cell.start >= nextEnd else { return current }
    var (start, end) = (Int.max, Int.max)
    var roles = base
    link = nil
    for mark in marks where Self.note(mark.span, cell, &start, &end) {
      roles.formUnion(RoleSet(mark.role))
      link = link ?? mark.link
    }
    if let lit {
      var isLit = false
      for span in lit where Self.note(span, cell, &start, &end) { isLit = true }
      if !isLit, !isTitle { roles = base.with(.dimmed) }
    }
    (nextStart, nextEnd, current) = (start, end, roles)
    return roles
  }

  /// Whether a span lies on a cell; notes where that changes.
  private static func note(
    _ span: Span, _ cell: Span, _ start: inout Int, _ end: inout Int
  ) -> Bool {
    if span.start >= cell.end {
      start = min(start, span.start)
      return false
    }
    guard span.end > cell.start else { return false }
    end = min(end, span.end)
    return true
  }
}
