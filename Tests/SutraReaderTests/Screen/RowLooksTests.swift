import SutraCore
import Testing

@testable import SutraReader

@Suite("The roles on the cells of a row")
struct RowLooksTests {
  /// The roles of each cell, found mark by mark.
  static func expected(
    _ cell: Span, _ marks: [RowLooks.Mark], _ lit: [Span]?, isTitle: Bool
  ) -> RoleSet {
    let base = isTitle ? RoleSet(.text).with(.title) : RoleSet(.text)
    if let lit, !isTitle, !lit.contains(where: { $0.overlaps(cell) }) {
      return base.with(.dimmed)
    }
    return marks.filter { $0.span.overlaps(cell) }.reduce(base) { $0.with($1.role) }
  }

  @Test("are those of all marks that share a byte with the cell, wherever marks begin and end")
  func overlapping() {
    var generator = ScreenInvariantTests.Generator(state: 7)
    let roles: [Role] = [.quotation, .selected, .person, .place, .cue, .match]
    for round in 0..<2000 {
      let length = Int.random(in: 1...40, using: &generator)
      func span() -> Span {
        let start = Int.random(in: 0...length, using: &generator)
        return Span(start: start, end: Int.random(in: start...length + 3, using: &generator))
      }
      let marks = (0..<round % 7).map { RowLooks.Mark(span: span(), role: roles[$0 % roles.count]) }
      let lit = round % 3 == 0 ? (0..<round % 4).map { _ in span() } : nil
      let isTitle = round % 5 == 0
      var looks = RowLooks(marks: marks, lit: lit, isTitle: isTitle)
      var start = 0
      while start < length {
        let cell = Span(start: start, end: start + Int.random(in: 1...6, using: &generator))
        #expect(looks.roles(of: cell) == Self.expected(cell, marks, lit, isTitle: isTitle))
        start = cell.end
      }
    }
  }
}
