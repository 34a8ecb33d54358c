import SutraCompare
import SutraCore
import SutraWords

/// Draws a comparison: two articles beside each other, with what differs marked in both.
struct ComparisonPainter {
  private let shown: ComparisonState
  private let state: ReaderState
  private var size: ScreenSize { state.size }
  private var measure: Measure { state.layout.measure }

  init(_ shown: ComparisonState, _ state: ReaderState) {
    (self.shown, self.state) = (shown, state)
  }

  /// The screen that shows it.
  func screen() -> Screen {
    var screen = Screen(size: size)
    let width = ComparisonState.width(size) + 1
    let right = width + ComparisonState.gap
    screen.rows[0] =
      name(shown.articles.first, from: 0, to: width)
      + name(shown.articles.second, from: right, to: size.columns)
    let areas = [
      ScreenArea(column: 0, row: 1, columns: width, rows: shown.rows),
      ScreenArea(column: right, row: 1, columns: size.columns - right, rows: shown.rows),
    ]
    let left = rows(shown.layouts.first, areas[0], shown.tops.first, ofFirst: true)
    let other = rows(shown.layouts.second, areas[1], shown.tops.second, ofFirst: false)
    for row in 0..<min(shown.rows, size.rows - 2) {
      var border = RowWriter(from: width, to: right, measure: measure)
      border.drawLines(" │ ", RoleSet(.text).with(.border))
      screen.rows[row + 1] = left[row] + border.runs + other[row]
    }
    var writer = RowWriter(from: 0, to: size.columns, measure: measure)
    writer.write(" " + status, RoleSet(.status))
    writer.fill(RoleSet(.status))
    screen.rows[size.rows - 1] = writer.runs
    screen.cursor = (0, size.rows - 1)
    return screen
  }

  private func name(_ article: Article, from start: Int, to end: Int) -> [ScreenRun] {
    var writer = RowWriter(from: start, to: end, measure: measure)
    writer.write(" " + article.document.id, RoleSet(.pane).with(.paneTitle))
    writer.fill(RoleSet(.pane).with(.paneTitle))
    return writer.runs
  }

  /// What the status line says: a message, or which difference this is.
  private var status: String {
    if let message = state.message { return message }
    let total = shown.articles.differences.count
    guard let chosen = shown.chosen else { return state.say("compare.hint", ["total": total]) }
    let kind = shown.articles.differences[chosen].kind
    return say(
      "compare.here",
      ["what": say("compare.\(kind.rawValue)"), "number": chosen + 1, "total": total])
  }

  /// The rows of one of the articles.
  private func rows(
    _ layout: ArticleLayout, _ area: ScreenArea, _ top: RowPosition, ofFirst: Bool
  ) -> [[ScreenRun]] {
    let end = layout.position(top, movedBy: area.rows)
    let visible = Span(
      start: layout.byteOffset(of: top),
      end: max(
        layout.byteOffset(of: top), layout.row(at: end)?.span.end ?? layout.byteOffset(of: end)))
    var marks: [RowLooks.Mark] = []
    for (number, difference) in shown.articles.differences.enumerated() {
      guard let place = ofFirst ? difference.first : difference.second, place.overlaps(visible)
      else { continue }
      marks.append(
        RowLooks.Mark(span: place, role: number == shown.chosen ? .selected : .quotation))
      marks += (ofFirst ? difference.lost : difference.won).map {
        RowLooks.Mark(span: $0, role: number == shown.chosen ? .currentMatch : .match)
      }
    }
    return TextRowPainter(layout, area, margin: 1).rows(from: top) { span, isTitle in
      RowLooks(marks: marks.filter { $0.span.overlaps(span) }, lit: nil, isTitle: isTitle)
    }
  }
}
