/// Finds whom something is told or asked, between a cue and what is said.
extension ContentReach {
  /// Most tokens of whom a question is asked.
  private static let longestAsked = 7

  /// Whether a word opens a question told by somebody: "if", "how".
  func isQuestionWord(_ index: Int) -> Bool {
    context.kind(index) == .word
      && text.pack.settings.questionWords.contains(text.text(index..<index + 1))
  }

  /// Where the phrase ends for whom a cue tells or asks something, or `nil` when none begins at a token.
  func addressee(of cue: Cue, from first: Int, to limit: Int) -> Int? {
    if cue.frame == .address { return addresseeEnd(first, limit) }
    if isTelling(cue) {
      // "Telling the story of the flood: ...": nobody is told it there.
      return addresseeEnd(first, limit).flatMap { end in
        end < limit && text.pack.settings.aboutWords.contains(text.text(end..<end + 1)) ? nil : end
      }
    }
    guard cue.cueClass == .question, first == cue.tokens.upperBound else { return nil }
    return askedEnd(first, limit)
  }

  /// Where what was asked begins behind whom a question is asked.
  func asked(_ cue: Cue, behind end: Int) -> Int? {
    guard cue.cueClass == .question, end < clause.tokens.upperBound else { return nil }
    return isQuestionWord(end) ? end : marked(end)
  }

  /// Where what is said begins when a relative clause tells more of whom it is told: "told the crews who wait there
  /// that | ...".
  func behindRelative(_ first: Int, _ limit: Int) -> Int? {
    guard first + 1 < limit, reader.isRelative(first), !isComplementiser(first) else { return nil }
    for index in first + 1..<limit {
      guard [.word, .number, .clitic, .other].contains(context.kind(index)) else { return nil }
      if isComplementiser(index) { return marked(index) }
    }
    return nil
  }

  /// Whether a word that may open a relative clause or tell when opens a question here: "asked her | who it was", as
  /// against "asked the women | who had seen it".
  private func mayAsk(_ index: Int, behind first: Int) -> Bool {
    let word = text.text(index..<index + 1)
    guard reader.isRelative(index) || text.pack.settings.timeQuestions.contains(word) else {
      return true
    }
    return text.classes(index - 1).has(.pronoun)
      || text.functionType(index - 1) == nil && index + 1 < clause.tokens.upperBound
        && isSubjectPronoun(index + 1)
      || index - first <= 2 && context.name(at: index - 1) != nil
  }

  /// Whether words in marks are a question.
  private func isQuestion(_ mark: Int) -> Bool {
    guard let pair = text.pair(at: mark), pair.open == mark, pair.close > mark + 2,
      pair.close < clause.tokens.upperBound, context.kind(mark - 1) != .clitic
    else { return false }
    return context.kind(pair.close - 1) == .terminator && text.tokens[mark + 1].isCapitalized
  }

  /// Where what is said begins when time and place stand between it and whom it is told: "telling a crowd in Leeds,
  /// Yorkshire, after the count that | ...", no verb between.
  func behindPlace(_ first: Int, _ limit: Int) -> Int? {
    for index in first..<max(first, limit) {
      guard [.word, .number, .clitic, .other, .comma].contains(context.kind(index)) else {
        return nil
      }
      if isComplementiser(index) { return marked(index) }
      if isSubjectPronoun(index) || text.functionType(index)?.isVerbal == true
        || reader.isVerb(index) && !isNoun(index) || text.hasFiniteEnding(index)
      {
        return nil
      }
    }
    return nil
  }

  /// Where what is said begins with a clause that tells when or if, right behind the comma of a verb of saying: "she
  /// says, | when the storm came, the boat was gone".
  func subordinate(behind comma: Int, of cue: Cue) -> Int? {
    let (first, upper) = (comma + 1, clause.tokens.upperBound)
    guard comma == cue.tokens.upperBound, cue.frame == .verb, BareContent.opensClauses(cue, clause),
      first + 1 < upper, text.functionType(first) == .conjunction,
      !text.classes(first).has(.connective),
      hasVerb(first + 1..<min(upper, first + Self.longestTime)),
      let close = (first + 2..<max(first + 2, upper)).first(where: { context.kind($0) == .comma }),
      close + 1 < upper, isClause(close + 1..<upper)
    else { return nil }
    return first
  }

  /// Most tokens behind the word that opens a clause which tells when, among which its verb is.
  private static let longestTime = 12

  /// Whether a cue is the participle of a verb that has whom something is told right behind it.
  func isTelling(_ cue: Cue) -> Bool {
    cue.frame == .participle && cue.lemma >= 0
      && text.pack.settings.addresseeVerbs.contains(text.pack.lexicon.string(cue.lemma))
  }

  /// Where whom a question is asked ends: before the word or the marks that open it.
  private func askedEnd(_ first: Int, _ limit: Int) -> Int? {
    guard !isQuestionWord(first), context.kind(first) == .word, !isSubjectPronoun(first),
      text.functionType(first) != .adposition, text.functionType(first) != .infinitive
    else { return nil }
    guard text.functionType(first)?.isVerbal != true else { return nil }
    for index in first + 1..<max(first + 1, min(limit, first + Self.longestAsked)) {
      let before = text.functionType(index - 1)
      if isQuestionWord(index) {
        return mayAsk(index, behind: first) ? index : nil
      }
      switch context.kind(index) {
      case .word, .number, .clitic: break
      case .openingQuote: return before == nil && isQuestion(index) ? index : nil
      default: return nil
      }
      if text.functionType(index)?.isVerbal == true || isSubjectPronoun(index)
        || text.functionType(index) == .infinitive
      {
        return nil
      }
    }
    return nil
  }

  /// Where the phrase for whom something is told ends.
  func addresseeEnd(_ first: Int, _ limit: Int) -> Int? {
    if text.classes(first).has(.pronoun), !isSubjectPronoun(first),
      text.phrases.longest(.pronoun, at: first)?.sense.attribute == PronounCase.object.rawValue
    {
      return first + 1
    }
    var index = first
    var hasNoun = false
    while index < limit {
      if marked(index) != nil { return hasNoun ? index : nil }
      switch context.kind(index) {
      case .word: break
      case .number, .clitic, .other:
        index += 1
        continue
      default: return hasNoun ? index : nil
      }
      if let (_, name) = context.name(at: index) {
        if hasNoun, context.kind(index - 1) != .clitic, !text.tokens[index - 1].isCapitalized,
          !text.classes(index - 1).has(.role)
        {
          return index
        }
        index = max(index + 1, name.tokens.upperBound)
        hasNoun = true
        continue
      }
      if isSubjectPronoun(index) { return hasNoun ? index : nil }
      switch text.functionType(index) {
      case .determiner, .quantifier: if hasNoun { return index }
      case nil:
        let classes = text.classes(index)
        if classes.has(.pronoun), hasNoun { return index }
        // A noun after a name begins what is told.
        if hasNoun, let (_, name) = context.name(at: index - 1),
          !text.tokens[index].isCapitalized,
          // "Told Harbour Lottery officials": of a body, whom of it.
          name.kind == .person || !isGroup(index)
        {
          return index
        }
        hasNoun = true
      default: return hasNoun ? index : nil
      }
      index += 1
    }
    return hasNoun ? index : nil
  }

  /// Whether a word behind whom something is told is what they are told to do, though no table has it as a verb: "told
  /// her | to visit him".
  func isToldToDo(_ marker: Int, _ addressee: Range<Int>?) -> Bool {
    let verb = marker + 1
    guard let addressee, addressee.upperBound == marker, context.kind(verb) == .word else {
      return false
    }
    return text.functionType(verb) == nil && !text.classes(verb).has(.pronoun) && !isOngoing(verb)
      && context.name(at: verb) == nil && text.functionType(verb + 1) != .conjunction
  }
}
