import SutraCompare
import SutraCore
import SutraWords

extension ReaderState {
  /// The comparison that lies over the article.
  var comparing: ComparisonState? {
    get { if case .comparison(let state) = onTop { state } else { nil } }
    set { onTop = newValue.map { .comparison($0) } }
  }

  /// Asks for a comparison of the article with another: one of those that are open by its number or
  /// name, a file or an address; with nothing typed the version before, or else the other one.
  mutating func compare(with name: String) -> [ReaderEffect] {
    guard isAnalyzed else {
      message = say("reading.still")
      return []
    }
    message = say("compare.running")
    return [.compare(name)]
  }

  /// Shows a comparison.
  mutating func show(_ articles: ComparedArticles) {
    comparing = ComparisonState(articles, size, layout.measure)
    let count = articles.differences.count
    message =
      count == 0 ? say("compare.nothing") : say("compare.found", ["count": count])
  }

  /// Does what a key means while a comparison is on the screen.
  mutating func browseComparison(_ action: Action) -> [ReaderEffect] {
    guard var shown = comparing else { return [] }
    let count = min(takeCount(for: action) ?? 1, 10_000)
    let page = max(1, shown.rows - 1)
    switch action {
    case .quit, .cancel:
      comparing = nil
      return []
    case .lineDown: shown.scroll(by: count)
    case .lineUp: shown.scroll(by: -count)
    case .pageDown: shown.scroll(by: page * count)
    case .pageUp: shown.scroll(by: -page * count)
    case .halfPageDown: shown.scroll(by: page / 2 * count)
    case .halfPageUp: shown.scroll(by: -(page / 2) * count)
    case .toBeginning: shown.go(toEnd: false)
    case .toEnd: shown.go(toEnd: true)
    case .nextQuotation, .previousQuotation:
      let forward = action == .nextQuotation
      for _ in 0..<count where !shown.jump(forward: forward) {
        message = say(forward ? "compare.none-later" : "compare.none-earlier")
        break
      }
    case .goToSelection: return leaveComparison(shown)
    case .redraw: return [.redraw]
    default: message = say("compare.keys")
    }
    comparing = shown
    return []
  }

  /// Goes back to the article, at the difference that was gone to last.
  private mutating func leaveComparison(_ shown: ComparisonState) -> [ReaderEffect] {
    comparing = nil
    let place = shown.chosen.flatMap { shown.articles.differences[$0].first }
    // The article may have been read anew since.
    guard let place, place.end <= article.document.text.bytes.count else { return [] }
    noteJump()
    reveal(place)
    chooseWhat(standsAt: place)
    return []
  }
}
