import SutraCore
import SutraWords

extension Mention {
  /// Whether it is hardly sure: of two such names one may be none.
  var isDoubtful: Bool { confidence < QuotationFilter.doubt }
}

extension ReaderState {
  /// Goes to the next or previous mention that is doubtful: from the one gone to last while it is
  /// on the screen, else from what is on the screen.
  ///
  /// - Returns: Whether there was one.
  mutating func jumpToDoubtful(forward: Bool) -> Bool {
    let all = index.doubtful
    guard isAnalyzed else {
      message = say("reading.still")
      return false
    }
    guard !all.isEmpty else {
      message = say("doubt.none")
      return false
    }
    let visible = visibleSpan
    let target: Int
    if let last = places.doubtfulMention, article.mentions[last].span.overlaps(visible) {
      let place = all.partitioningIndex { $0 >= last }
      target = forward ? place + 1 : place - 1
    } else {
      let following = all.partitioningIndex { article.mentions[$0].span.start >= visible.start }
      target = forward ? following : following - 1
    }
    guard all.indices.contains(target) else {
      message = say(forward ? "doubt.none-later" : "doubt.none-earlier")
      return false
    }
    let number = all[target]
    let mention = article.mentions[number]
    places.doubtfulMention = number
    pane.selection.entity = mention.entity
    pane.view = .entities
    pane.occurrence = article.entities[mention.entity].mentions.firstIndex(of: number) ?? 0
    reveal(mention.span)
    message =
      say(
        "doubt.here",
        [
          "name": article.line(mention.span, longest: 120),
          "kind": ReaderText.name(of: mention.kind), "percent": mention.confidence.percent,
          "number": target + 1, "total": all.count,
        ])
    return true
  }
}
