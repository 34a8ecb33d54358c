/// Where a clause ends behind its cue.
extension CueClause {
  /// Where the clause of a cue ends behind it: at the next mark.
  ///
  /// Marks in brackets, and a dash that joins two words, are none: "of the party—its league— chief".
  func end(behind cue: Cue) -> Int {
    var inBrackets = false
    for index in cue.tokens.upperBound..<max(cue.tokens.upperBound, tokens.upperBound) {
      switch context.kind(index) {
      case .openingBracket: inBrackets = closes(index)
      case .closingBracket: inBrackets = false
      case .dash where joins(index): continue
      case .comma, .openingQuote, .colon, .dash: if !inBrackets { return index }
      case .terminator: return index
      default: continue
      }
    }
    return tokens.upperBound
  }

  /// Most tokens in brackets.
  private static let longestBracket = 12

  private func closes(_ bracket: Int) -> Bool {
    context.text.verbEndsClause
      && (bracket..<min(tokens.upperBound, bracket + Self.longestBracket)).contains {
        context.kind($0) == .closingBracket
      }
  }

  private func joins(_ dash: Int) -> Bool {
    context.text.verbEndsClause && dash + 1 < tokens.upperBound
      && !context.text.tokens[dash].followsBlank && !context.text.tokens[dash + 1].followsBlank
  }
}
