import SutraCore
import SutraWords

extension ReaderState {
  /// Moves the choice in the pane, and the article with it.
  mutating func moveInPane(_ action: Action, _ count: Int?) {
    let total = itemCount(of: view)
    guard total > 0 else {
      message = say("pane.list-empty")
      return
    }
    let page = max(1, itemsInPane - 1)
    let times = min(count ?? 1, total)
    let old = selectionIndex
    var place = old ?? -1
    switch action {
    case .lineDown: place += times
    case .lineUp: place = old == nil ? 0 : place - times
    case .pageDown: place += page * times
    case .pageUp: place -= page * times
    case .halfPageDown: place += max(1, page / 2) * times
    case .halfPageUp: place -= max(1, page / 2) * times
    case .toBeginning: place = (count ?? 1) - 1
    case .toEnd: place = count.map { $0 - 1 } ?? total - 1
    case .toPercent: place = total * min(count ?? 100, 100) / 100
    default: return
    }
    place = min(max(0, place), total - 1)
    if place == old {
      message =
        action.movesDown
        ? view.content.foot(self)?.trimmingBlanks ?? say("pane.list-end")
        : say("pane.list-beginning")
    }
    select(item(at: place, in: view), in: view)
  }

  /// Draws the pane, with the chosen item among those it shows.
  mutating func drawPane() {
    guard frame.pane != nil else {
      pane.drawn = nil
      return
    }
    let list = PaneList(self)
    pane.top = list.top(showing: placeInSight, from: paneTop)
    pane.drawn = DrawnPane(
      cause: paneCause, chosenRows: list.chosenRows, rows: paneRows(of: list))
  }

  /// Gives the keys to the pane, or back to the article.
  mutating func switchFocus() {
    if focus == .pane {
      pane.focus = .article
      if frame.arrangement == .paneOnly { hideLonePane() }
      relayout()
      return
    }
    if frame.pane == nil {
      shared.wantsPane = true
      relayout()
    }
    pane.focus = .pane
    if selection[view] == nil, itemCount(of: view) > 0 {
      select(item(at: 0, in: view), in: view)
    }
  }

  /// Takes a pane away that hides the article.
  mutating func hideLonePane() {
    shared.wantsPane = nil
    if frame.arrangement == .paneOnly { shared.wantsPane = false }
  }

  /// Shows the pane, or takes it away.
  mutating func togglePane() {
    let isShown = frame.pane != nil
    rearrange { $0.shared.wantsPane = !isShown }
    if isShown { pane.focus = .article }
    message = isShown ? say("pane.off") : nil
  }

  /// Goes on to the next list.
  mutating func showNextView() {
    if frame.pane == nil {
      shared.wantsPane = true
      relayout()
      show(view)
    } else {
      show(view.next)
    }
  }
}
