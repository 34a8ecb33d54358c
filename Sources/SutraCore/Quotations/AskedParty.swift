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

  /// Most words between whom somebody talked with and the verb that tells so.
  private static let farthestMet = 3

  /// The phrase for whoever the reporter talked with in the sentence before a pronoun that opens its own.
  ///
  /// "There was talk with the boatman so-and-so", then "he says".
  ///
  /// - Parameter pronoun: The pronoun's token.
  /// - Returns: The phrase, or `nil` when the sentence before it, in its paragraph, tells of no such talk at its end.
  func phrase(metBefore pronoun: Int) -> NounPhrase? {
    let phrases = text.pack.settings.talkPhrases
    guard !phrases.isEmpty, let before = context.sentence(before: pronoun, paragraphs: 0) else {
      return nil
    }
    let tokens = context.trimmed(before)
    guard
      let talk = tokens.dropLast().last(where: { phrases.contains(text.text($0..<$0 + 2)) })
    else { return nil }
    let end = talk + 2 == tokens.upperBound ? talk : tokens.upperBound
    let beside = (max(tokens.lowerBound, end - Self.farthestMet)..<end).last {
      text.pack.settings.askedBeside.contains(text.text($0..<$0 + 1))
    }
    guard let beside, beside > tokens.lowerBound, end == talk || beside == end - 1,
      let found = reader.head(endingAt: beside - 1), found.cases.contains(.genitive),
      !found.cases.contains(.plural), isParty(found.head)
    else { return nil }
    return reader.phrase(of: found, from: tokens.lowerBound)
  }

  private func isParty(_ head: NounPhrase.Head) -> Bool {
    switch head {
    case .mention(let name): context.names[name].kind == .person
    case .role: true
    default: false
    }
  }
}
