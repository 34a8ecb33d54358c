/// Reads what a network takes for the words of a source as a rule would have read them.
struct ReadingSpeaker {
  private let context: QuotationContext
  private let reader: NounPhraseReader

  init(_ context: QuotationContext) {
    self.context = context
    reader = NounPhraseReader(context)
  }

  /// The phrase that a source's words begin with: up to a comma or what tells more of its head ("the
  /// mayor | of the town, who ...").
  func phrase(in source: Range<Int>) -> NounPhrase? {
    if let relative = relative(source) { return relative }
    var found: NounPhraseReader.Found?
    var end = source.lowerBound
    for token in source.prefix(NounPhraseReader.longest) {
      if context.kind(token) == .comma { break }
      if found != nil, context.text.functionType(token) == .adposition { break }
      if let head = reader.head(endingAt: token) { found = head }
      if context.kind(token) == .word { end = token + 1 }
    }
    if let found, found.tokens.lowerBound >= source.lowerBound {
      return reader.phrase(of: found, from: source.lowerBound)
    }
    guard end > source.lowerBound else { return nil }
    return NounPhrase(
      tokens: source.lowerBound..<end, headTokens: end - 1..<end, head: .unknown, stemLength: 0)
  }

  /// Whom a relative pronoun belongs to, where the network takes it for the source: "women | who say so".
  private func relative(_ source: Range<Int>) -> NounPhrase? {
    let clauses = ClauseReader(context)
    guard source.count == 1, clauses.isRelative(source.lowerBound) else { return nil }
    let sentence = context.sentences[context.sentence(of: source.lowerBound)].tokens
    return clauses.pronoun(source.lowerBound, sentence.lowerBound)
  }
}
