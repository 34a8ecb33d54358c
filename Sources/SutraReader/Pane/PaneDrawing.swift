import SutraCore
import SutraWords

/// The rows of the pane as they were drawn.
///
/// Most keys move the article alone, and the pane with all that is told of the chosen quotation
/// takes as long to draw as the article.
struct DrawnPane: Sendable {
  /// All that decides how the pane looks.
  struct Cause: Hashable {
    let frame: ScreenFrame
    let measure: Measure
    let articleVersion: Int
    let isAnalyzed: Bool
    let view: PaneView
    let hasFocus: Bool
    var top: Int
    let selection: Selection
    var sight: Int?
    let occurrence: Int
    let listed: [Int]?
    let isFiltered: Bool
    let entityOrder: EntityOrder
    let showsAllEntities: Bool
    /// The key that an empty list names.
    let clearKey: String?
    let interface: InterfaceLanguage

    /// Whether the same is told of the chosen item, wherever in the list it stands.
    func tellsTheSame(as other: Cause) -> Bool {
      var moved = self
      (moved.top, moved.sight) = (other.top, other.sight)
      return moved == other
    }
  }

  let cause: Cause
  /// What is told of the chosen item, which stays while the article moves.
  let chosenRows: [[PanePiece]]
  /// The runs of each row of the pane's area, the border among them.
  let rows: [[ScreenRun]]
}

extension ReaderState {
  /// All that decides how the pane looks now.
  var paneCause: DrawnPane.Cause {
    DrawnPane.Cause(
      frame: frame, measure: layout.measure, articleVersion: text.version,
      isAnalyzed: isAnalyzed, view: view, hasFocus: focus == .pane, top: paneTop,
      selection: selection, sight: placeInSight, occurrence: occurrence, listed: listed,
      isFiltered: !filter.isEmpty, entityOrder: entityOrder,
      showsAllEntities: showsAllEntities,
      clearKey: listed?.isEmpty == true
        ? settings.keymap.keys(of: .clearFilters).first?.label : nil,
      interface: settings.interface)
  }

  /// Draws the pane; `list` is what is in it, when that has been found already.
  func paneRows(of list: PaneList? = nil) -> [[ScreenRun]] {
    let frame = frame
    guard let area = frame.pane else { return [] }
    let body = (list ?? PaneList(self)).rows(from: paneTop)
    return (0..<area.rows).map { index in
      var runs: [ScreenRun] = []
      if let border = frame.borderColumn {
        var writer = RowWriter(from: border, to: border + 1, measure: layout.measure)
        writer.drawLines("│", RoleSet(.text).with(.border))
        runs = writer.runs
      }
      var writer = RowWriter(from: area.column, to: area.endColumn, measure: layout.measure)
      if index == 0 {
        drawHeading(&writer)
      } else if index - 1 < body.count {
        draw(body[index - 1], &writer)
      }
      writer.fill(RoleSet(.pane))
      return runs + writer.runs
    }
  }

  /// The names of the views with how many items each has; the shown one stands out.
  private func drawHeading(_ writer: inout RowWriter) {
    for (view, text) in headings(columns: writer.end - writer.column) {
      let isShown = view == self.view
      let roles = isShown ? RoleSet(.pane).with(.paneTitle) : RoleSet(.pane).with(.paneDetail)
      let mark = isShown && focus == .pane ? "▸" : " "
      writer.write(mark + text.dropFirst(), roles)
    }
    writer.fill(RoleSet(.pane).with(.paneDetail))
  }

  /// The views with what the heading says of each: how many items there
  /// are, and more of the shown one, with less of the others where that leaves no room.
  func headings(columns: Int) -> [(view: PaneView, text: String)] {
    func headings(note: String, counts: Bool) -> [(view: PaneView, text: String)] {
      PaneView.allCases.map { view in
        var text = " \(view.content.heading) "
        if view.content.isCounted, counts || view == self.view {
          text += "\(digits(itemCount(of: view))) "
        }
        return (view, view == self.view ? text + note : text)
      }
    }
    let notes = view.content.headingNotes(self)
    let choices =
      notes.prefix(1).map { headings(note: $0, counts: true) }
      + notes.map { headings(note: $0, counts: false) }
      + [true, false].map { headings(note: "", counts: $0) }
    return choices.first { $0.reduce(0) { $0 + layout.measure.columns(of: $1.text) } <= columns }
      ?? headings(note: "", counts: false)
  }

  /// Columns that a name keeps, whatever stands behind it.
  private static let leastOfName = 8

  private func draw(_ pieces: [PanePiece], _ writer: inout RowWriter) {
    let measure = layout.measure
    let right = pieces.filter(\.isRight)
    let rightColumns = right.reduce(0) { $0 + measure.columns(of: $1.text) }
    let rightStart = max(writer.column, writer.end - 1 - rightColumns)
    let end = right.isEmpty ? writer.end - 1 : rightStart
    let firm = pieces.filter { !$0.isRight && !$0.givesWay }
      .reduce(0) { $0 + measure.columns(of: $1.text) }
    let room = max(Self.leastOfName, end - writer.column - firm)
    for piece in pieces where !piece.isRight {
      let limit = end - writer.column
      writer.write(
        piece.text, piece.roles, atMost: max(0, piece.givesWay ? min(limit, room) : limit))
    }
    // Names may be underlined; what fills the row is not.
    let isChosen = pieces.first?.roles.contains(RoleSet(.paneSelected)) == true
    let base = isChosen ? RoleSet(.pane).with(.paneSelected) : RoleSet(.pane)
    if !right.isEmpty {
      writer.fill(to: rightStart, base)
      for piece in right { writer.write(piece.text, piece.roles) }
    }
    writer.fill(base)
  }
}
