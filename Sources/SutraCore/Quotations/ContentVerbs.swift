/// Tells clauses from phrases in what is said.
extension ContentReach {
  /// Most tokens of what a verb tells something of.
  private static let longestObject = 14

  /// Where what a verb tells of its object begins: "described the plan as a | “gift”".
  func aboutStart(_ first: Int, _ cue: Cue) -> Int? {
    guard cue.lemma >= 0, !text.pack.settings.aboutVerbs.isEmpty else { return nil }
    let lemma = text.pack.lexicon.string(cue.lemma)
    let limit = min(clause.tokens.upperBound - 1, first + Self.longestObject)
    var index = first + 1
    while index < limit {
      if let pair = text.pair(at: index), pair.open == index {
        index = max(pair.close, index) + 1
        continue
      }
      switch context.kind(index) {
      case .word: break
      case .number, .clitic, .other:
        index += 1
        continue
      default: return nil
      }
      if context.name(at: index) == nil, text.tokens[index].style == 0,
        text.pack.settings.aboutVerbs.contains("\(lemma) \(text.text(index..<index + 1))")
      {
        let next = index + 1
        // "Condemned the launch as the talks began": when, and not what for.
        if next < clause.tokens.upperBound, isClause(next..<clause.tokens.upperBound) { return nil }
        let isArticle =
          next + 1 < clause.tokens.upperBound && text.functionType(next) == .determiner
          && context.kind(next + 1) == .openingQuote && text.pair(at: next + 1)?.open == next + 1
        return isArticle ? next + 1 : next
      }
      index += 1
    }
    return nil
  }

  /// Where the content that begins at a token ends: behind its marks, when what a verb tells of its
  /// object is words in marks.
  func aboutEnd(_ start: Int, _ cue: Cue, _ first: Int) -> Int {
    if start != first, let pair = text.pair(at: start), pair.open == start, pair.close > start,
      pair.close < clause.tokens.upperBound
    {
      return pair.close + 1
    }
    return namedEnd(start..<end(from: start, of: cue), cue)
  }

  /// Whether words in marks behind a cue are a name that something is given: "a drive called “Cool
  /// Streets”".
  func isNaming(_ cue: Cue, _ start: Int) -> Bool {
    guard start == cue.tokens.upperBound, context.isNaming(cue),
      let pair = text.pair(at: start), pair.open == start, pair.close > start + 1,
      cue.tokens.lowerBound > clause.tokens.lowerBound,
      !text.classes(cue.tokens.lowerBound - 1).has(.pronoun)
    else { return false }
    return (start + 1..<pair.close).allSatisfy {
      context.kind($0) != .terminator
        && (context.kind($0) != .word || text.tokens[$0].isCapitalized
          || text.functionType($0) != nil)
    }
  }

  /// Whether words in marks right behind a cue are a title: capitals alone, behind a verb that does
  /// more than report: "announced “The Long Field,”".
  func isTitle(_ cue: Cue, _ start: Int) -> Bool {
    guard start == cue.tokens.upperBound, cue.share < BareContent.leastTitleShare,
      let pair = text.pair(at: start), pair.open == start, pair.close > start + 1
    else { return false }
    let words = (start + 1..<pair.close).filter { context.kind($0) == .word }
    return words.count > 1
      && words.allSatisfy { text.tokens[$0].isCapitalized || text.functionType($0) != nil }
      && words.first.map { text.tokens[$0].isCapitalized } ?? false
      && context.kind(pair.close - 1) != .terminator
  }

  /// Whether a clause stands in some tokens: a subject's pronoun, or a verb that is no participle.
  func hasVerb(_ tokens: Range<Int>) -> Bool {
    tokens.contains { index in
      isContraction(index) && index > tokens.lowerBound
        || context.kind(index) == .word
          && (text.functionType(index)?.isVerbal == true || isSubjectPronoun(index)
            || (!opensAside(index, tokens)
              && (endsLikeVerb(index)
                || (reader.isVerb(index) && !isParticiple(index)
                  && (index == tokens.lowerBound || !isNoun(index))))))
    }
  }

  /// Whether a past form right behind a comma tells of the noun before it: "The book, | published in
  /// May".
  private func opensAside(_ index: Int, _ tokens: Range<Int>) -> Bool {
    index > tokens.lowerBound + 1 && index + 1 < tokens.upperBound
      && context.kind(index - 1) == .comma && text.hasFiniteEnding(index)
      && text.functionType(index + 1) == .adposition
  }

  /// Whether an ending that may be an owner's is "is" or "has" here: "there's no time".
  private func isContraction(_ index: Int) -> Bool {
    guard context.kind(index) == .clitic, index > clause.tokens.lowerBound else { return false }
    return text.functionType(index - 1) == .adverb || text.classes(index - 1).has(.pronoun)
  }

  /// Whether a word that no table has as a verb ends like one and stands where one may: "the climbers
  /// outnumbered the guides".
  private func endsLikeVerb(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, token.style == 0, text.functionType(index) == nil,
      index > clause.tokens.lowerBound, !isNoun(index)
    else { return false }
    return text.hasFiniteEnding(index)
  }

  /// Whether some tokens are a clause from their beginning on: a subject, and its verb before
  /// anything that opens another clause.
  func isClause(_ tokens: Range<Int>) -> Bool {
    // Behind an infinitive only an auxiliary tells that a clause goes on.
    var isOpen = true
    var aside = tokens.lowerBound
    for index in tokens where index >= aside {
      switch context.kind(index) {
      case .word: break
      case .comma:
        guard let close = asideEnd(index, tokens) else { return false }
        aside = close + 1
        continue
      case .clitic where index > tokens.lowerBound && isContraction(index): return true
      case .number, .clitic, .other, .openingQuote, .closingQuote, .openingBracket,
        .closingBracket:
        continue
      default: return false
      }
      if isSubjectPronoun(index) { return true }
      guard context.name(at: index) == nil else { continue }
      if index > tokens.lowerBound {
        if text.functionType(index)?.isVerbal == true { return true }
        if isOpen, reader.isVerb(index), !isParticiple(index), !isNoun(index) { return true }
        if isOpen, endsLikeVerb(index) { return true }
        if reader.isRelative(index) { return false }
        if text.functionType(index) == .infinitive { isOpen = false }
        if text.functionType(index) == .conjunction, index + 1 < tokens.upperBound,
          !reader.joins(index - 1, index + 1), text.functionType(index + 1) != .determiner
        {
          return false
        }
      }
    }
    return false
  }

  /// Whether a word ends as participles do that tell what goes on: "being".
  func isOngoing(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let bytes = text.document.text.bytes[Int(token.start)..<Int(token.end)]
    return text.pack.settings.participleEndings.contains {
      bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0)
    }
  }

  /// The comma that closes a relative clause or one of time behind a subject: "her meeting, when she was
  /// young, | cost her".
  private func asideEnd(_ comma: Int, _ tokens: Range<Int>) -> Int? {
    let first = comma + 1
    guard first + 1 < tokens.upperBound, context.kind(first) == .word,
      reader.isRelative(first)
        || text.functionType(first) == .conjunction && !text.classes(first).has(.connective)
    else { return nil }
    let limit = min(tokens.upperBound - 1, comma + ClauseReader.longestPhrase)
    return (first + 1..<max(first + 1, limit)).first {
      ![.word, .number, .clitic, .other].contains(context.kind($0))
    }.flatMap { context.kind($0) == .comma ? $0 : nil }
  }

  /// Whether a noun for several persons ends at a token.
  func isGroup(_ index: Int) -> Bool { reader.reader.head(endingAt: index)?.head == .collective }

  /// Whether an article opens a time that something else tells: "in an interview | the day after the show".
  func isDayBeside(_ index: Int, _ limit: Int) -> Bool {
    guard text.functionType(index) == .determiner, index + 2 < limit,
      text.classes(index + 1).has(.timeWord)
    else { return false }
    return text.pack.settings.circumstanceWords.contains(text.text(index + 2..<index + 3))
  }

  /// Whether what may be a verb stands where a noun or an infinitive does.
  func isNoun(_ index: Int) -> Bool {
    let before = index - 1
    if context.kind(before) == .clitic { return true }
    // "300 air conditioners".
    if context.kind(before) == .number, index + 1 < clause.tokens.upperBound,
      context.kind(index + 1) == .word, text.functionType(index + 1) == nil,
      !text.classes(index + 1).has(.pronoun)
    {
      return true
    }
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
      // "And urged farmers to take care".
      || cue.cueClass == .demand && rest.contains { text.functionType($0) == .infinitive }
  }

  /// Whether what seems a content only leads to a verb of saying that has its own: "responded to the move | by
  /// saying that".
  func goesOnSaying(_ content: Range<Int>) -> Bool {
    content.dropLast().contains { index in
      guard text.pack.settings.agentWords.contains(text.text(index..<index + 1)),
        let cue = clause.cue(from: index + 1), cue.tokens.lowerBound == index + 1
      else { return false }
      return cue.frame == .participle && BareContent.opensClauses(cue, clause)
    }
  }
}
