import SutraCore
import SutraWords

extension ReaderState {
  /// Moves the article; a number says how many lines or pages, which paragraph or which percent.
  mutating func scroll(_ action: Action, _ count: Int?) {
    let page = max(1, frame.article.rows - 1)
    let times = min(count ?? 1, 100_000)
    let before = top
    switch action {
    case .lineDown: text.top = layout.position(top, movedBy: times)
    case .lineUp: text.top = layout.position(top, movedBy: -times)
    case .pageDown: text.top = layout.position(top, movedBy: page * times)
    case .pageUp: text.top = layout.position(top, movedBy: -page * times)
    case .halfPageDown: text.top = layout.position(top, movedBy: max(1, page / 2) * times)
    case .halfPageUp: text.top = layout.position(top, movedBy: -max(1, page / 2) * times)
    case .toBeginning, .toEnd:
      noteJump()
      if let count {
        let paragraphs = article.document.paragraphs
        let number = min(max(1, count), paragraphs.count) - 1
        text.top = number < 0 ? layout.first : layout.position(of: paragraphs[number].start)
      } else {
        text.top = action == .toEnd ? layout.last : layout.first
      }
    case .toPercent:
      guard let count else {
        message = say("percent.usage")
        return
      }
      noteJump()
      text.top = layout.position(of: article.document.text.bytes.count * min(count, 100) / 100)
    default: return
    }
    text.top = min(top, lastTop)
    if top == before {
      message = action.movesDown ? say("article.end") : say("article.beginning")
    }
    followArticle()
  }

  /// Whether a stretch of text is on the screen, from its first row to its last.
  func isVisible(_ span: Span) -> Bool {
    let first = layout.position(of: span.start)
    let last = layout.position(of: max(span.start, span.end - 1))
    return first >= top && last <= layout.position(top, movedBy: frame.article.rows - 1)
  }

  /// Scrolls so that a stretch of text is on the screen, with some of what stands before it.
  mutating func reveal(_ span: Span) {
    guard !isVisible(span) else { return }
    let rows = frame.article.rows
    let first = layout.position(of: span.start)
    let last = layout.position(of: max(span.start, span.end - 1))
    let height = layout.distance(from: first, to: last, limit: rows) + 1
    let above = max(0, min(rows / 4, rows - height))
    text.top = min(layout.position(first, movedBy: -above), lastTop)
  }
}

extension Action {
  /// Whether it goes towards the end.
  var movesDown: Bool {
    switch self {
    case .lineDown, .pageDown, .halfPageDown, .toEnd: true
    default: false
    }
  }
}

extension ArticleIndex {
  /// Whether some of a quotation's content is in a stretch of text.
  func shows(_ quotation: Int, in span: Span, _ article: Article) -> Bool {
    article.quotations.indices.contains(quotation)
      && article.quotations[quotation].content.overlaps(span)
  }
}
