import SutraCore
import SutraWords

/// The rows of the side pane: a heading, then the items of one view, the chosen one with details.
struct PaneList {
  let state: ReaderState
  private let content: any PaneContent
  private let writer: PaneWriter
  private let count: Int
  /// The place of the chosen item, and its rows, which are asked for more than once.
  private let chosen: Int?
  let chosenRows: [[PanePiece]]

  init(_ state: ReaderState) {
    self.state = state
    let content = state.view.content
    let writer = PaneWriter(state: state, columns: max(1, (state.frame.pane?.columns ?? 1) - 2))
    chosen = state.selectionIndex
    if let drawn = state.pane.drawn, drawn.cause.tellsTheSame(as: state.paneCause) {
      chosenRows = drawn.chosenRows
    } else {
      chosenRows =
        chosen.map { content.rows(ofChosen: content.item(at: $0, in: state), writer) } ?? []
    }
    count = content.count(in: state)
    (self.content, self.writer) = (content, writer)
  }

  /// Rows for items, the heading left out.
  var bodyRows: Int { state.paneBodyRows }

  /// Rows of an item that is not chosen.
  private var rowsPerItem: Int { content.rowsPerItem }

  /// Rows of the item at a place.
  private func height(of place: Int) -> Int {
    place == chosen ? chosenRows.count : rowsPerItem
  }

  /// The first item to show, changed no more than it takes to show an item whole.
  func top(showing item: Int?, from top: Int) -> Int {
    var top = min(max(0, top), max(0, count - 1))
    guard let item, item < count else { return top }
    if item < top { return item }
    let own = height(of: item)
    var rows = own
    var first = item
    // The chosen item, which is higher than others, may stand among those before.
    while first > top, rows + height(of: first - 1) <= bodyRows {
      first -= 1
      rows += height(of: first)
    }
    top = max(top, first)
    // No empty rows at the bottom while there are items above.
    var below = 0
    var index = top
    while index < count, below < bodyRows {
      below += index == item ? own : height(of: index)
      index += 1
    }
    while index == count, top > 0, below + height(of: top - 1) <= bodyRows {
      top -= 1
      below += height(of: top)
    }
    return top
  }

  /// The rows to draw from an item on, `bodyRows` of them at most.
  func rows(from top: Int) -> [[PanePiece]] {
    guard count > 0 else {
      let text =
        state.isAnalyzed || state.view == .quotations && !state.filter.isEmpty
        ? content.emptyText(state) : say("pane.reading")
      return [[PanePiece(text: text, roles: RoleSet(.pane).with(.paneDetail))]]
    }
    var found: [[PanePiece]] = []
    var place = min(max(0, top), count - 1)
    while place < count, found.count < bodyRows {
      found +=
        place == chosen
        ? chosenRows : content.rows(of: content.item(at: place, in: state), writer)
      place += 1
    }
    if found.count < bodyRows, let foot = content.foot(state) {
      found.append([PanePiece(text: foot, roles: RoleSet(.pane).with(.paneDetail))])
    }
    return Array(found.prefix(bodyRows))
  }

  /// Whether what stands behind the last item stands in a row of the body, counted from 0.
  func isFoot(atRow row: Int) -> Bool {
    content.foot(state) != nil && item(atRow: row) == nil && row > 0
      && item(atRow: row - 1) == count - 1
  }

  /// The place in the list of what stands in a row of the body, counted from 0.
  func item(atRow row: Int) -> Int? {
    var item = min(max(0, state.paneTop), max(0, count - 1))
    var left = row
    while item < count {
      let height = height(of: item)
      if left < height { return item }
      left -= height
      item += 1
    }
    return nil
  }
}

extension ReaderState {
  /// Rows of the pane for items, the heading left out.
  var paneBodyRows: Int { max(0, (frame.pane?.rows ?? 1) - 1) }

  /// Rows of an item of the pane that is not chosen.
  var rowsPerPaneItem: Int { view.content.rowsPerItem }

  /// How many items the pane has room for.
  var itemsInPane: Int { max(1, paneBodyRows / rowsPerPaneItem) }

  /// The first row below the pane's heading, counted from 0, of the chosen item; `nil` when it is
  /// not shown.
  ///
  /// All items before the chosen one are of one height.
  var paneRowOfSelection: Int? {
    guard let chosen = selectionIndex else { return nil }
    let row = (chosen - paneTop) * rowsPerPaneItem
    return row >= 0 && row < paneBodyRows ? row : nil
  }
}

extension Role {
  /// The role of mentions of a kind.
  static func role(of kind: EntityKind) -> Role {
    switch kind {
    case .person: .person
    case .place: .place
    case .organization: .organization
    case .work: .work
    case .event: .event
    case .date: .date
    case .quantity: .quantity
    }
  }
}
