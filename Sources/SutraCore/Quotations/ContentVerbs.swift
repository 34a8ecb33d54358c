/// Tells clauses from phrases in what is said.
extension ContentReach {
  /// Whether a clause stands in some tokens: a subject's pronoun, or a verb that is no participle.
  func hasVerb(_ tokens: Range<Int>) -> Bool {
    tokens.contains { index in
      context.kind(index) == .word
        && (text.functionType(index)?.isVerbal == true || isSubjectPronoun(index)
          || (reader.isVerb(index) && !isParticiple(index)
            && (index == tokens.lowerBound || !isNoun(index))))
    }
  }

  /// Whether what may be a verb stands where a noun or an infinitive does.
  private func isNoun(_ index: Int) -> Bool {
    let before = index - 1
    if context.kind(before) == .clitic { return true }
    switch text.functionType(before) {
    case .determiner, .adposition, .quantifier, .infinitive: return true
    default: break
    }
    return text.classes(before).has(.pronoun) && reader.pronounCase(before) == .possessive
  }

  /// Whether a clause or words in quotation marks follow the cue that begins at a token, so that it
  /// is no adjective: "and mulled wine".
  func takesContent(from index: Int) -> Bool {
    guard let cue = clause.cue(from: index) else { return false }
    let rest = cue.tokens.upperBound..<max(cue.tokens.upperBound, clause.tokens.upperBound)
    return hasVerb(rest) || rest.contains { context.kind($0) == .openingQuote }
  }
}
