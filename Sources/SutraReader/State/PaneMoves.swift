import SutraCore

extension ReaderState {
  /// Moves the choice in the pane, and the article with it.
  mutating func moveInPane(_ action: Action) {
    let count = itemCount(of: view)
    guard count > 0 else {
      message = "the list is empty"
      return
    }
    let page = max(1, PaneList(self).visibleItems - 1)
    let old = selection[view]
    var item = old ?? -1
    switch action {
    case .lineDown: item += 1
    case .lineUp: item = old == nil ? 0 : item - 1
    case .pageDown: item += page
    case .pageUp: item -= page
    case .halfPageDown: item += max(1, page / 2)
    case .halfPageUp: item -= max(1, page / 2)
    case .toBeginning: item = 0
    case .toEnd: item = count - 1
    default: return
    }
    item = min(max(0, item), count - 1)
    if item == old { message = action.movesDown ? "end of the list" : "beginning of the list" }
    select(item, in: view)
  }

  /// Keeps the chosen item among those the pane shows.
  mutating func keepPaneOnSelection() {
    guard frame.pane != nil else { return }
    paneTop = PaneList(self).top(showing: selection[view], from: paneTop)
  }

  /// Gives the keys to the pane, or back to the article.
  mutating func switchFocus() {
    if focus == .pane {
      focus = .article
      if frame.arrangement == .paneOnly { wantsPane = nil }
      relayout()
      return
    }
    if frame.pane == nil {
      wantsPane = true
      relayout()
    }
    focus = .pane
    if selection[view] == nil, itemCount(of: view) > 0 { select(0, in: view) }
  }

  /// Shows the pane, or takes it away.
  mutating func togglePane() {
    let isShown = frame.pane != nil
    wantsPane = !isShown
    if isShown { focus = .article }
    relayout()
    message = isShown ? "pane off; p brings it back" : nil
  }

  /// Goes on to the next list.
  mutating func showNextView() {
    if frame.pane == nil {
      wantsPane = true
      relayout()
    } else {
      view = view.next
    }
    paneTop = 0
    occurrence = 0
    followArticle()
    if selection[view] == nil, itemCount(of: view) > 0 { selection[view] = 0 }
  }
}
