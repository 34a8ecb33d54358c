import SutraCore

extension Selection {
  /// The same choice among what a later analysis has found in the text: a quotation of the same beginning or cue, a
  /// source of the same name; other lists stay as they are.
  func carried(from before: Article, to now: Article) -> Selection {
    var carried = self
    if let number = quotation, before.quotations.indices.contains(number) {
      let own = before.quotations[number]
      carried.quotation =
        now.quotations.firstIndex { $0.content.start == own.content.start && $0.cue == own.cue }
        ?? now.quotations.firstIndex { $0.cue != nil && $0.cue == own.cue }
        ?? now.quotations.firstIndex { $0.content.start == own.content.start }
    }
    if let number = source, before.sources.indices.contains(number) {
      let name = before.sources[number].name
      carried.source = now.sources.firstIndex { $0.name == name }
    }
    return carried
  }
}
