/// Finds the subjects of a sentence that stand away from the cue: at its first verb, and behind a verb.
extension ClauseReader {
  /// The subject of the first verb of a sentence.
  func mainSubject(of sentence: Range<Int>, before limit: Int) -> NounPhrase? {
    let end = min(limit, sentence.lowerBound + 48)
    var index = sentence.lowerBound
    while index < end {
      if let pair = text.pair(at: index), pair.open == index, pair.close >= index {
        index = pair.close + 1
        continue
      }
      // "When he came, the driver ...": the clause that a conjunction opens is not the main one.
      // "In the midst of the fear, the firm ...": so are no words that a preposition opens.
      let opensLead =
        text.functionType(index) == .adposition && text.has(.sharedForms)
        || text.functionType(index) == .conjunction && !text.classes(index).has(.connective)
      if index == sentence.lowerBound, opensLead, let comma = leadEnd(index, end) {
        index = comma + 1
        continue
      }
      if text.functionType(index)?.isVerbal == true || isVerb(index) || isDone(index),
        index > sentence.lowerBound,
        case .phrase(let phrase) = subject(before: index, from: sentence.lowerBound),
        phrase.relative == nil, phrase.cases.isDisjoint(with: .caseMarkers)
      {
        return phrase
      }
      index += 1
    }
    return nil
  }

  /// Whether a word that no table has as a verb is one: it ends so, and a name or a noun for several stands
  /// before it.
  private func isDone(_ index: Int) -> Bool {
    index > 0 && text.tokens[index].kind == .word && text.tokens[index].style == 0
      && context.name(at: index) == nil && text.hasFiniteEnding(index)
      && (context.name(at: index - 1) != nil
        // "He looked at her and said".
        || pronounCase(index - 1) == .subject && !isRelative(index - 1)
        || text.has(.sharedForms) && reader.head(endingAt: index - 1)?.head == .collective)
  }

  /// The comma that closes the clause which opens a sentence.
  private func leadEnd(_ first: Int, _ limit: Int) -> Int? {
    guard first + 2 < limit else { return nil }
    let comma = (first + 1..<limit).first {
      [.comma, .terminator, .openingQuote, .colon].contains(context.kind($0))
    }
    return comma.flatMap { context.kind($0) == .comma && $0 + 1 < limit ? $0 : nil }
  }

  /// The subject that follows a verb: "said the minister", up to the next mark.
  func subject(after verb: Int, to upper: Int) -> NounPhrase? {
    var end = verb
    while end < upper, end - verb < Self.longestPhrase {
      switch context.kind(end) {
      case .word:
        if end > verb, isRelative(end) || text.classes(end).has(.timeWord) { break }
        if context.name(at: end) == nil, isVerb(end), !isNominal(end),
          end == verb || !isDescribing(end)
        {
          break
        }
        if end > verb, text.classes(end).has(.pronoun), pronounCase(end) == .subject,
          text.functionType(end) == nil
        {
          break
        }
        if let type = text.functionType(end),
          type == .adverb || type.isVerbal || type == .infinitive
        {
          break
        }
        if text.functionType(end) == .conjunction, end > verb, end + 1 < upper,
          !joins(end - 1, end + 1)
        {
          break
        }
        if text.functionType(end) == .adposition, end > verb,
          let (_, name) = context.name(at: end - 1), name.kind == .person
        {
          break
        }
        end += 1
        continue
      case .number, .clitic, .other:
        end += 1
        continue
      case .openingBracket:
        var close = end
        while close < upper, close - end < 8, context.kind(close) != .closingBracket { close += 1 }
        end = min(upper, close + 1)
        continue
      default: break
      }
      break
    }
    guard end > verb else { return nil }
    if end == verb + 1, let pronoun = pronoun(verb, verb) { return pronoun }
    guard !isRelative(verb), text.functionType(verb) != .adposition,
      text.functionType(verb) != .conjunction
    else { return nil }
    return phrase(verb..<end)
  }

  /// Whether a participle stands where an adjective does: "one of his | alleged | victims".
  private func isDescribing(_ index: Int) -> Bool {
    guard text.hasFiniteEnding(index) else { return false }
    return text.functionType(index - 1) == .determiner
      || text.classes(index - 1).has(.pronoun) && pronounCase(index - 1) == .possessive
  }
}

extension CueClause {
  /// Whoever opens the sentence, where commas part a participle from its verb: "the mayor, | warning of the flood,
  /// left".
  func partedSubject(before comma: Int, _ reader: ClauseReader) -> NounPhrase? {
    guard context.text.has(.sharedForms), previous == nil, comma > sentence.lowerBound,
      !ContentReach(self, reader).hasVerb(sentence.lowerBound..<comma),
      let phrase = reader.phrase(endingAt: comma - 1, sentence.lowerBound),
      phrase.cases.isDisjoint(with: .caseMarkers)
    else { return nil }
    switch phrase.head {
    case .mention, .role, .collective, .body, .media, .document: break
    default: return nil
    }
    let before = phrase.tokens.lowerBound - 1
    guard before >= sentence.lowerBound else { return phrase }
    return context.kind(before) == .comma || context.text.functionType(before) == .conjunction
      ? phrase : nil
  }
}
