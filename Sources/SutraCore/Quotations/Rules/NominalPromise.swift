/// A promise whose content is a nominal phrase: what is promised stands right before the cue.
struct NominalPromise: QuotationRule {
  let name = Construction.nominalPromise

  /// How many tokens from the sentence's beginning an adverbial of time may end.
  static let longestLead = 6

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .promise, clause.settings.isVerbFinal else { return nil }
    let context = clause.context
    let finder = SpeakerFinder(context)
    let (start, medium, leading) = lead(cue, clause)
    let content = clause.content(start..<cue.tokens.lowerBound)
    guard content.count >= 2, let last = content.last, isVerbalNoun(last, context) else {
      return nil
    }
    var parties = SpeakerFinder.Parties()
    parties.medium = medium?.tokens
    let end = clauseEnd(after: cue, clause)
    parties.speaker =
      finder.parties(after: cue.tokens.upperBound, to: end).speaker ?? leading
      ?? medium.flatMap { possessor(in: $0, context) }
    return clause.draft(content, cue, parties, confidence: 0.75, rule: name)
  }

  private func clauseEnd(after cue: Cue, _ clause: CueClause) -> Int {
    var index = cue.tokens.upperBound
    while index < clause.tokens.upperBound,
      ![.comma, .terminator].contains(clause.context.kind(index))
    {
      index += 1
    }
    return index
  }

  /// What stands before the content: adverbials, the speaker, the medium.
  private func lead(
    _ cue: Cue, _ clause: CueClause
  ) -> (start: Int, medium: NounPhrase?, speaker: NounPhrase?) {
    let context = clause.context
    let reader = NounPhraseReader(context)
    let first = clause.tokens.lowerBound
    var start = first
    var medium: NounPhrase?
    var speaker: NounPhrase?
    var index = first
    while index < cue.tokens.lowerBound {
      if [.comma, .openingQuote].contains(context.kind(index)) { break }
      if context.text.functionType(index) == .adposition, index - first < Self.longestLead {
        start = index + 1
      } else if context.text.classes(index).has(.timeWord), index == start {
        start = index + 1
      } else if let found = reader.head(endingAt: index) {
        if found.head == .document, found.cases.contains(.locative) {
          medium = reader.phrase(of: found, from: speaker.map(\.tokens.upperBound) ?? start)
          start = index + 1
        } else if found.isNominative, speaker == nil, index - first < Self.longestLead,
          isParty(found.head)
        {
          let phrase = reader.phrase(of: found, from: first)
          if phrase.tokens.lowerBound <= start + 1 {
            speaker = phrase
            start = index + 1
          }
        }
      }
      index += 1
    }
    return (start, medium, speaker)
  }

  private func isParty(_ head: NounPhrase.Head) -> Bool {
    switch head {
    case .document, .pronoun(_, isThing: true): false
    default: true
    }
  }

  /// A verbal noun in the genitive, as in "of doing": the lexicon lists its forms as verbs, or it
  /// is no known word but ends like one.
  private func isVerbalNoun(_ index: Int, _ context: QuotationContext) -> Bool {
    context.text.vocabulary.stems(of: context.text.tokens[index].word).contains {
      $0.cases.contains(.genitive)
    }
  }

  /// The person a medium belongs to: "in a letter he wrote".
  private func possessor(in medium: NounPhrase, _ context: QuotationContext) -> NounPhrase? {
    let reader = NounPhraseReader(context)
    for index in medium.tokens.reversed() where index < medium.headTokens.lowerBound {
      guard let found = reader.head(endingAt: index), found.cases.contains(.genitive) else {
        continue
      }
      switch found.head {
      case .pronoun(_, isThing: false), .role:
        return NounPhrase(
          tokens: found.tokens, headTokens: found.tokens, head: found.head,
          stemLength: found.stemLength)
      case .mention(let name) where context.names[name].kind == .person:
        return NounPhrase(
          tokens: found.tokens, headTokens: found.tokens, head: found.head,
          stemLength: found.stemLength)
      default: continue
      }
    }
    return nil
  }
}
