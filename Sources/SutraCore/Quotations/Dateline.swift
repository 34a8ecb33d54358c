/// Where and by whom a report was sent, as agencies write it before its first sentence: "LEEDS, May 2 (Courier) -- ".
extension QuotationContext {
  /// Most tokens of a dateline.
  private static let longestDateline = 14

  /// The tokens of a sentence without the dateline that opens its paragraph.
  func withoutDateline(_ sentence: Int) -> Range<Int> {
    let tokens = sentences[sentence].tokens
    guard text.marksNames, tokens.count > 4, opensParagraph(sentence),
      let dash = dateline(tokens), dash + 1 < tokens.upperBound
    else { return tokens }
    return dash + 1..<tokens.upperBound
  }

  private func opensParagraph(_ sentence: Int) -> Bool {
    sentence == 0 || sentences[sentence - 1].paragraph != sentences[sentence].paragraph
  }

  /// The last dash that closes a dateline: behind a bracket with whose report it is, or behind capitals alone.
  private func dateline(_ tokens: Range<Int>) -> Int? {
    let limit = min(tokens.upperBound, tokens.lowerBound + Self.longestDateline)
    guard var dash = (tokens.lowerBound..<limit).first(where: { kind($0) == .dash }),
      dash > tokens.lowerBound, dash + 1 < tokens.upperBound, text.tokens[dash].followsBlank
    else { return nil }
    let place = tokens.lowerBound..<dash
    let isBracketed = kind(dash - 1) == .closingBracket
    guard
      place.allSatisfy({ index in
        switch kind(index) {
        case .word:
          text.tokens[index].isCapitalized && (isBracketed || text.tokens[index].style == 2)
            || text.classes(index).has(.timeWord) || text.classes(index).has(.abbreviation)
        case .number, .comma, .terminator, .other: true
        case .openingBracket, .closingBracket: isBracketed
        default: false
        }
      })
    else { return nil }
    while dash + 1 < tokens.upperBound, kind(dash + 1) == .dash { dash += 1 }
    return dash + 1 < tokens.upperBound && text.tokens[dash + 1].followsBlank ? dash : nil
  }
}
