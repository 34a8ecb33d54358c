/// Finds the sentences that open an article and stand above the element of its text.
extension PageBody {
  /// How many blocks above the text are looked at.
  private static let farthest = 16

  /// Letters from which a lead is the first paragraph, and not one more headline.
  private static let longLead = 160

  /// The blocks of a lead: named so by the page, sentences, behind the headline, and not said again below.
  ///
  /// - Parameters:
  ///   - container: The element of the text.
  ///   - kept: The text's parts.
  /// - Returns: The lead's parts; none where there is none.
  func lead(before container: Int, _ kept: [Part]) -> [Part] {
    let first = scorer.blocks(in: container).lowerBound
    var found: [Int] = []
    for index in (max(0, first - Self.farthest)..<first).reversed() {
      let block = outline.blocks[index]
      if outline.tree.nodes[block.node].tag == .h1 { break }
      let marks = outline.marks[block.node]
      guard marks.contains(.lead), marks.isDisjoint(with: PageMarks.leftOut.union(.about)),
        block.length >= 60, block.linkShare < 0.3, PageText.endsSentence(block.text)
      else { continue }
      let folded = PageText.folded(bytes: block.text)
      if folded == title { continue }
      let isSaidAgain = kept.prefix(4).contains { part in
        contains(PageText.folded(bytes: outline.blocks[part.block].text), folded)
      }
      if !isSaidAgain { found.append(index) }
    }
    let isLong = found.reduce(0) { $0 + outline.blocks[$1].length } >= Self.longLead
    return found.reversed().map { Part(block: $0, kind: isLong ? .paragraph : .lead) }
  }
}
