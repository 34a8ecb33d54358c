/// Who promises or demands by other words than a subject.
extension NominalPromise {
  /// A place's name that alone stands behind a cue and closes the clause: whoever governs it.
  func country(_ first: Int, _ end: Int, _ context: QuotationContext) -> NounPhrase? {
    guard first < end, let (index, name) = context.name(at: first), name.kind == .place,
      name.tokens == first..<end, name.cases.isDisjoint(with: .caseMarkers)
    else { return nil }
    return NounPhrase(name.tokens, .mention(index), stemLength: name.stemLength)
  }

  /// The person a medium belongs to, or the text that it is: "in a letter he wrote", "in the notice all are called upon".
  func possessor(in medium: NounPhrase, _ cue: Cue, _ context: QuotationContext)
    -> NounPhrase?
  {
    let reader = NounPhraseReader(context)
    for index in medium.tokens.reversed() where index < medium.headTokens.lowerBound {
      guard let found = reader.head(endingAt: index), found.cases.contains(.genitive) else {
        continue
      }
      switch found.head {
      case .pronoun(_, isThing: false), .role: break
      case .mention(let name) where context.names[name].kind == .person: break
      default: continue
      }
      return NounPhrase(found.tokens, found.head, stemLength: found.stemLength)
    }
    return cue.frame == .passive && cue.cueClass != .allegation && isPaper(medium, context)
      ? medium : nil
  }

  /// Whether a phrase is a text that may speak, and no occasion or place of words.
  func isPaper(_ phrase: NounPhrase, _ context: QuotationContext) -> Bool {
    guard phrase.head == .document, let last = phrase.headTokens.last else { return false }
    return context.documentKind(endingAt: last) != nil
  }
}
