/// Where what is demanded ends before whom it is demanded of.
extension NominalPromise {
  /// Where the phrase for whom it is said to begins, right before the cue: "of the government |
  /// demands"; the cue itself when there is none.
  func beforeAddressee(_ cue: Cue, _ clause: CueClause) -> Int {
    let context = clause.context
    let first = cue.tokens.lowerBound
    if let end = demandEnd(before: first, cue, clause) { return end }
    // "Towards" may be "every" as well, but not behind an owner.
    let reader = NounPhraseReader(context)
    guard first - 2 > clause.tokens.lowerBound,
      [.adposition, .determiner].contains(context.text.functionType(first - 1)),
      let found = reader.head(endingAt: first - 2), found.cases.contains(.genitive)
    else { return first }
    let phrase = reader.phrase(of: found, from: clause.tokens.lowerBound)
    if let joined = joinedStart(phrase, clause) { return joined }
    let before = (phrase.tokens.lowerBound..<found.tokens.lowerBound).last { index in
      isInfinitive(index, context)
        || (reader.head(endingAt: index).map { $0.isNominative && $0.head == .collective } ?? false)
    }
    return before.map { $0 + 1 } ?? phrase.tokens.lowerBound
  }

  /// Where those of whom something is asked begin, the first of two with the "and" between them: "to hurry
  /// | of the port and the customs house".
  private func joinedStart(_ phrase: NounPhrase, _ clause: CueClause) -> Int? {
    let (context, and) = (clause.context, phrase.tokens.lowerBound - 1)
    let reader = NounPhraseReader(context)
    guard and - 1 > clause.tokens.lowerBound, context.text.functionType(and) == .conjunction,
      let found = reader.head(endingAt: and - 1), found.isNominative
    else { return nil }
    let first = reader.phrase(of: found, from: clause.tokens.lowerBound).tokens.lowerBound
    let verb = (first..<and).last { isInfinitive($0, context) }.map { $0 + 1 } ?? first
    return verb - 1 >= clause.tokens.lowerBound && isInfinitive(verb - 1, context) ? verb : nil
  }

  /// Most tokens between what is demanded and the cue.
  private static let longestAddressee = 12

  /// Where what is demanded ends with its verb, when only whom it is asked of stands between it and
  /// the cue: "to stay calm | of the people | calls", "for staying calm | of all | asks".
  private func demandEnd(before cue: Int, _ own: Cue, _ clause: CueClause) -> Int? {
    let (context, text) = (clause.context, clause.context.text)
    let reader = NounPhraseReader(context)
    guard own.cueClass == .demand, own.frame != .noun, own.frame != .participle,
      cue - 2 > clause.tokens.lowerBound,
      [.adposition, .determiner].contains(text.functionType(cue - 1))
        || text.vocabulary.stems(of: text.tokens[cue - 1].word).contains(where: {
          $0.cases.contains(.objective)
        }),
      !isInfinitive(cue - 1, context)
    else { return nil }
    let lower = max(clause.tokens.lowerBound + 1, cue - Self.longestAddressee)
    for index in stride(from: cue - 1, through: lower, by: -1) {
      switch context.kind(index) {
      case .word, .number, .clitic, .openingBracket, .closingBracket: break
      default: return nil
      }
      if clause.settings.purposeWords.contains(text.text(index..<index + 1)) {
        return isActed(index - 1, context) ? index : nil
      }
      if isInfinitive(index, context), !isPlace(index, context) { return index + 1 }
      // Who demands it may stand there as well.
      if let found = reader.head(endingAt: index), found.isNominative, isParty(found.head),
        text.functionType(index + 1) != .conjunction
      {
        return nil
      }
    }
    return nil
  }

  /// Whether a word that ends like an infinitive is a noun's form: "in the house".
  private func isPlace(_ index: Int, _ context: QuotationContext) -> Bool {
    context.text.functionType(index)?.isVerbal != true
      && context.text.vocabulary.stems(of: context.text.tokens[index].word).contains {
        $0.word >= 0 && $0.cases.contains(.locative)
      }
  }

  /// Whether a content ends with what its verb does, before the word that says what for.
  func isPurpose(_ end: Int, _ clause: CueClause) -> Bool {
    clause.settings.purposeWords.contains(clause.context.text.text(end..<end + 1))
      && isActed(end - 1, clause.context)
  }
}
