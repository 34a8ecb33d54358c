/// The one token of a cue by which the second reading knows it.
///
/// What reports is told with more or fewer words beside it ("has since said"), so that the rules and people
/// who annotate agree about one word sooner than about all.
struct ReadingAnchor {
  /// How well a token stands for its cue.
  enum Fitness: Int {
    /// A mark or a function word.
    case none
    /// A word that means something.
    case word
    /// A word that the tables know to report.
    case cue
  }

  let context: QuotationContext

  /// How well a token stands for a cue that it is part of.
  func fitness(of token: Int) -> Fitness {
    guard context.kind(token) == .word else { return .none }
    if context.text.phrases.longest(.cue, at: token) != nil { return .cue }
    return context.text.functionType(token) == nil ? .word : .none
  }

  /// The token that stands for a cue: the first that the tables know, else the last word.
  func token(of cue: Range<Int>) -> Int {
    cue.first { fitness(of: $0) == .cue } ?? cue.last { fitness(of: $0) == .word }
      ?? max(cue.lowerBound, cue.upperBound - 1)
  }
}
