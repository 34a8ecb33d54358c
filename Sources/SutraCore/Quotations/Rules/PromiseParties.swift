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
      case .pronoun(_, isThing: false):
        if let name = bareName(before: found.tokens.lowerBound, context) { return name }
      case .role: break
      case .mention(let name) where context.names[name].kind == .person: break
      default: continue
      }
      return NounPhrase(found.tokens, found.head, stemLength: found.stemLength)
    }
    return cue.frame == .passive && cue.cueClass != .allegation && isPaper(medium, context)
      ? medium : nil
  }

  /// Most words of a name that no table knows as one.
  private static let longestBareName = 4

  /// The words that open a sentence before "their", where they can be nothing but a name: "so-and-so | in their letter".
  private func bareName(before pronoun: Int, _ context: QuotationContext) -> NounPhrase? {
    let text = context.text
    let sentence = context.sentences[context.sentence(of: pronoun)].tokens
    var first = sentence.lowerBound
    while first < pronoun,
      text.classes(first).has(.timeWord) || text.classes(first).has(.connective)
    {
      first += 1
    }
    guard text.has(.bareNoun), (2...Self.longestBareName).contains(pronoun - first),
      (first..<pronoun).allSatisfy({ index in
        context.kind(index) == .word
          && text.classes(index) & ~UInt32.personNames & ~LexicalClass.commonWord.bit == 0
          && !text.vocabulary.stems(of: text.tokens[index].word).contains {
            $0.word >= 0 && !$0.cases.isDisjoint(with: .caseMarkers)
          }
      })
    else { return nil }
    return NounPhrase(first..<pronoun, .unknown)
  }

  /// Whether a phrase is a text that may speak, and no occasion or place of words.
  func isPaper(_ phrase: NounPhrase, _ context: QuotationContext) -> Bool {
    guard phrase.head == .document, let last = phrase.headTokens.last else { return false }
    return context.documentKind(endingAt: last) != nil
  }
}
