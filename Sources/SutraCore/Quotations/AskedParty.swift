/// Finds who was asked, called or met in the clause before a pronoun, whom it then means: "when the
/// secretary was asked about the minister, he said".
struct AskedParty {
  /// Most tokens of a clause that tells who was asked.
  static let longest = 24

  private let context: QuotationContext
  private let reader: NounPhraseReader
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) {
    self.context = context
    reader = NounPhraseReader(context)
  }

  /// The phrase for whoever was asked, when a pronoun at a token stands behind such a clause.
  ///
  /// - Parameters:
  ///   - pronoun: Token of the pronoun.
  ///   - lower: Where its sentence begins.
  /// - Returns: The phrase, or `nil` when the sentence has no such clause before the pronoun.
  func phrase(before pronoun: Int, from lower: Int) -> NounPhrase? {
    var end = pronoun - 1
    if end > lower, context.kind(end) == .comma { end -= 1 }
    guard end > lower, context.kind(end) == .word,
      text.pack.settings.askingTails.contains(text.text(end..<end + 1))
    else { return nil }
    for index in stride(from: end - 1, through: max(lower, end - Self.longest), by: -1) {
      if [.terminator, .closingQuote].contains(context.kind(index)) { return nil }
      guard let found = reader.head(endingAt: index), isParty(found.head) else { continue }
      let isObject = found.cases.contains(.objective)
      let isBeside =
        found.cases.contains(.genitive) && index + 1 < end
        && text.pack.settings.askedBeside.contains(text.text(index + 1..<index + 2))
      if isObject || isBeside { return reader.phrase(of: found, from: lower) }
    }
    return nil
  }

  private func isParty(_ head: NounPhrase.Head) -> Bool {
    switch head {
    case .mention(let name): context.names[name].kind == .person
    case .role: true
    default: false
    }
  }
}
