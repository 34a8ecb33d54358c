import SutraCore
import SutraWords

/// One selection: what is chosen in the shown list of the pane is what keys act on, and scrolling
/// alone chooses nothing.
extension ReaderState {
  /// The quotation that keys act on: the chosen one, or one of the chosen source or of what the
  /// chosen entity says.
  var quotationAtHand: Int? {
    guard let item = selection[view], item < itemTotal(of: view) else { return nil }
    let all = view.content.quotations(of: item, in: self)
    if let chosen = selection.quotation, all.contains(chosen) { return chosen }
    return all.first
  }

  /// What is said when there is no quotation at hand.
  var noQuotation: String {
    guard let item = selection[view], item < itemTotal(of: view) else {
      return say("quote.none-selected")
    }
    return say("quote.none-of", ["name": view.content.name(of: item, in: article)])
  }

  /// Chooses an item of a view and shows its place in the article.
  mutating func select(_ item: Int, in view: PaneView) {
    choose(item, in: view)
    if let place = spans(of: item, in: view).first { reveal(place) }
  }

  /// Chooses an item of a view; the article stays where it is.
  mutating func choose(_ item: Int, in view: PaneView) {
    pane.selection[view] = item
    pane.occurrence = 0
    pane.sight = nil
    pane.isOwnChoice = true
    if view == .quotations, let source = index.sourceOfQuotation[item] {
      pane.selection.source = source
    }
  }

  /// Chooses what stands at a place of the text that was gone to: the quotation around it, and in
  /// the list of entities the one that is named there.
  mutating func chooseWhat(standsAt place: Span) {
    let around = index.quotations(in: place, article).last {
      article.quotations[$0].content.overlaps(place) && isListed($0)
    }
    if let around { choose(around, in: .quotations) }
    if view == .entities, let mention = index.mentions(in: place, article).first {
      let entity = article.mentions[mention].entity
      choose(entity, in: .entities)
      pane.occurrence = article.entities[entity].mentions.firstIndex(of: mention) ?? 0
    }
  }

  /// Chooses something on the screen, in each list where nothing is chosen yet.
  mutating func chooseOnScreen() {
    prepareVisibleRows()
    let (visible, isOwnChoice) = (visibleSpan, pane.isOwnChoice)
    defer { pane.isOwnChoice = isOwnChoice }
    for view in view == .quotations ? [.quotations] : [.quotations, view]
    where selection[view] == nil {
      if let item = view.content.itemOnScreen(visible, self) { choose(item, in: view) }
    }
  }

  /// Lets the pane list what the article shows now; what is chosen stays chosen.
  mutating func followArticle() {
    guard focus == .article, let item = view.content.itemOnScreen(visibleSpan, self) else {
      return
    }
    pane.sight = PaneState.Sight(view: view, item: item, selection: selection)
  }

  /// The place of the list that the pane keeps in sight: that of what is chosen, or of what the
  /// article has been moved to since.
  var placeInSight: Int? {
    guard let sight = pane.sight, sight.view == view, sight.selection == selection else {
      return selectionIndex
    }
    // What is chosen and still on the screen stays in sight with all its details.
    if !sight.isByHand, let chosen = selection[view],
      spans(of: chosen, in: view).contains(where: isOnScreen)
    {
      return selectionIndex
    }
    return view.content.place(of: sight.item, in: self)
  }

  /// Whether some of a stretch of text is on the screen.
  func isOnScreen(_ span: Span) -> Bool { span.overlaps(visibleSpan) }

  /// Shows a list of the pane, with something in it chosen.
  mutating func show(_ view: PaneView) {
    pane.view = view
    pane.top = 0
    pane.occurrence = 0
    pane.sight = nil
    if view == .audit { text.weigh() }
    chooseOnScreen()
    if selection[view] == nil, itemCount(of: view) > 0 {
      pane.selection[view] = item(at: 0, in: view)
    }
  }

  /// The rows of the screen that show the quotation that keys act on; `nil` where none does.
  var rowsOfQuotationAtHand: Range<Int>? {
    guard let number = quotationAtHand, frame.arrangement != .paneOnly else { return nil }
    let content = article.quotations[number].content
    var found: Range<Int>?
    for row in 0..<frame.article.rows {
      let position = layout.position(top, movedBy: row)
      guard layout.distance(from: top, to: position, limit: row + 1) == row,
        let shown = layout.row(at: position), shown.span.overlaps(content)
      else { continue }
      found = (found?.lowerBound ?? row)..<row + 1
    }
    return found
  }
}
