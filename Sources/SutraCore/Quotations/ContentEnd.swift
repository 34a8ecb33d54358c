extension ContentReach {
  /// Most tokens of a content that are gone through for its end: no sentence is as long, and what is said to
  /// be one may have a cue at every other word.
  private static let longestContent = 1_000

  /// Where a content that begins at a token ends: with its sentence, or before a clause that is
  /// the reporter's again.
  func end(from start: Int, of cue: Cue) -> Int {
    let upper = clause.tokens.upperBound
    var index = start
    if let pair = text.pair(at: start), pair.open == start, pair.close < upper {
      if [.comma, .terminator].contains(context.kind(max(pair.open, pair.close - 1))) {
        return pair.close + 1
      }
      index = pair.close + 1
      if goesOnWithAct(behind: pair) { return index }
    }
    let isSubordinate = opensSubordinate(before: cue)
    let limit = min(upper, start + Self.longestContent)
    let aside = asideBorder(cue, start..<max(start, limit))
    while index < limit {
      if let pair = text.pair(at: index), pair.open == index, pair.close < upper {
        index = pair.close + 1
        // "While she was “ready,” it was late": the comma in the marks closes the clause.
        if isSubordinate, pair.close > pair.open + 1, context.kind(pair.close - 1) == .comma,
          index < upper, context.kind(index) == .word, text.functionType(index) != .conjunction
        {
          return index
        }
        if index < upper, closesClause(pair), opensReporters(index, from: start, of: cue) {
          return index
        }
        continue
      }
      if let aside, index >= aside, closesAside(index, isParted: cue.frame == .participle) {
        return index
      }
      if index > start,
        endsContent(index, from: start, of: cue) || (isSubordinate && context.kind(index) == .comma)
      {
        if !isSubordinate, let close = leadClose(start, index) {
          index = close + 1
          continue
        }
        return index
      }
      index += 1
    }
    return upper
  }

  /// Whether a clause in marks is all that is said, and what somebody did then follows: "realised “I am lost” |
  /// and left the room".
  private func goesOnWithAct(behind pair: MarkPair) -> Bool {
    let verb = pair.close + 2
    guard verb < clause.tokens.upperBound, text.functionType(verb - 1) == .conjunction,
      text.tokens[verb].kind == .word, text.tokens[verb].style == 0,
      text.hasFiniteEnding(verb) || reader.isVerb(verb) && !isParticiple(verb)
    else { return false }
    return hasVerb(pair.open + 1..<pair.close)
  }

  /// Whether a comma stands right before the closing mark of a pair, as it does where a clause ends.
  private func closesClause(_ pair: MarkPair) -> Bool {
    pair.close > pair.open + 1 && context.kind(pair.close - 1) == .comma
      && pair.close + 1 < clause.tokens.upperBound && context.kind(pair.close + 1) == .word
  }

  /// Most tokens between a relative pronoun and the cue of its clause.
  private static let longestRelative = 8

  /// Whether a cue stands in a relative clause behind a comma, which another comma closes: "the
  /// mayor, who says so, ...".
  private func standsInAside(_ cue: Cue) -> Bool {
    // "The mayor, recognising the danger, | closed the road": nothing before has a verb yet.
    let before = cue.tokens.lowerBound - 1
    if cue.frame == .participle, before > clause.sentence.lowerBound,
      context.kind(before) == .comma, text.has(.sharedForms)
    {
      return !hasVerb(clause.sentence.lowerBound..<before)
    }
    let first = max(clause.tokens.lowerBound + 1, cue.tokens.lowerBound - Self.longestRelative)
    for index in stride(from: cue.tokens.lowerBound - 1, through: first, by: -1) {
      guard context.kind(index) == .word || context.kind(index) == .clitic else { return false }
      if reader.isRelative(index), !isComplementiser(index) {
        return context.kind(index - 1) == .comma
      }
    }
    return false
  }

  /// From where on a comma may close the relative clause that a cue stands in: behind the first verb
  /// of what is said, if that is a clause.
  private func asideBorder(_ cue: Cue, _ content: Range<Int>) -> Int? {
    guard standsInAside(cue) else { return nil }
    guard BareContent.opensClauses(cue, clause) else { return content.lowerBound + 1 }
    return content.first { hasVerb(max(content.lowerBound, $0 - 1)..<$0 + 1) }.map { $0 + 1 }
  }

  /// Whether the clause around an aside goes on with its verb behind a comma: "the mayor, who says
  /// it is late, | has left".
  func closesAside(_ comma: Int, isParted: Bool = false) -> Bool {
    guard context.kind(comma) == .comma else { return false }
    var next = comma + 1
    while next < clause.tokens.upperBound, text.functionType(next) == .adverb { next += 1 }
    guard next < clause.tokens.upperBound, context.kind(next) == .word else { return false }
    return text.functionType(next)?.isVerbal == true
      || (reader.isVerb(next) && !isParticiple(next) && text.tokens[next].style == 0)
      || (next > comma + 1 || isParted && !isAgent(next + 1)) && text.tokens[next].style == 0
        && text.hasFiniteEnding(next)
  }

  /// Whether a word tells whom the participle before it is done by.
  private func isAgent(_ index: Int) -> Bool {
    index < clause.tokens.upperBound
      && text.pack.settings.agentWords.contains(text.text(index..<index + 1))
  }

  /// The comma that closes a relative clause behind the phrase which opens a content: "that in the
  /// largest towns, which include these, | voters ...".
  private func leadClose(_ start: Int, _ comma: Int) -> Int? {
    guard context.kind(comma) == .comma, comma + 1 < clause.tokens.upperBound,
      reader.isRelative(comma + 1),
      !hasVerb(start..<comma)
    else { return nil }
    return (comma + 2..<max(comma + 2, clause.tokens.upperBound)).last {
      context.kind($0) == .comma && $0 + 2 < clause.tokens.upperBound
        && hasVerb($0 + 1..<clause.tokens.upperBound)
    }
  }

  /// Whether the cue stands in a clause that a conjunction opens and a comma closes: "while she
  /// said so, ...".
  private func opensSubordinate(before cue: Cue) -> Bool {
    guard clause.previous == nil, let first = clause.sentence.first,
      text.functionType(first) == .conjunction, !text.classes(first).has(.connective)
    else { return false }
    for index in first..<min(cue.tokens.lowerBound, first + ClauseReader.longestPhrase)
    where context.kind(index) == .comma { return false }
    return cue.tokens.lowerBound - first <= ClauseReader.longestPhrase
  }

  /// Whether a content ends before a token.
  func endsContent(_ index: Int, from start: Int, of cue: Cue) -> Bool {
    switch context.kind(index) {
    case .comma, .dash:
      guard index + 1 < clause.tokens.upperBound else { return true }
      if context.kind(index) == .dash,
        !text.tokens[index].followsBlank || isAside(openedBy: index)
      {
        return false
      }
      if context.kind(index) == .dash, opensComment(index + 1) { return true }
      return opensReporters(index + 1, from: start, of: cue)
    case .colon: return opensSentence(behind: index)
    case .word:
      guard text.functionType(index) == .conjunction else { return false }
      return startsCue(index + 1) && takesContent(from: index + 1)
    default: return false
    }
  }

  /// Most tokens of what tells when, before the comma of a sentence.
  private static let longestTime = 7

  /// Whether a semicolon parts what is said from a sentence of its own: "said it was late; nobody came".
  private func opensSentence(behind mark: Int) -> Bool {
    let next = mark + 1
    guard next < clause.tokens.upperBound, text.text(mark..<next) == ";",
      [.word, .number].contains(context.kind(next)), text.functionType(next) != .conjunction,
      !isComplementiser(next)
    else { return false }
    let rest = next..<clause.tokens.upperBound
    if isClause(rest) { return true }
    // "...; a month before that, nobody came".
    guard let comma = rest.prefix(Self.longestTime).first(where: { context.kind($0) == .comma }),
      (next..<comma).contains(where: { text.classes($0).has(.timeWord) })
    else { return false }
    return isClause(comma + 1..<max(comma + 1, clause.tokens.upperBound))
  }

  /// Whether a relative clause between two dashes opens at one: "that the mayor - who often says so -
  /// will come".
  private func isAside(openedBy dash: Int) -> Bool {
    let limit = min(clause.tokens.upperBound, dash + ClauseReader.longestAside)
    return reader.isRelative(dash + 1)
      && (dash + 2..<max(dash + 2, limit)).contains {
        context.kind($0) == .dash && text.tokens[$0].followsBlank
      }
  }

  /// Most tokens of a clause without a finite verb that are looked through for a cue.
  private static let longestAddition = 12

  /// Whether a clause without a finite verb behind a comma only tells more of the clause that is said: "said the pier
  /// was closed, | leaving the boats outside", as against one of a reporter, "..., adding that", "..., prompting others
  /// to leave".
  private func adds(_ index: Int, to start: Int, of cue: Cue) -> Bool {
    guard context.kind(index - 1) == .comma || context.kind(index - 1) == .dash,
      [.statement, .claim, .denial, .allegation].contains(cue.cueClass.act),
      !text.pack.settings.reactionWords.contains(text.text(index..<index + 1)),
      isClause(start..<max(start, index - 1))
    else { return false }
    for next in index..<min(clause.tokens.upperBound, index + Self.longestAddition) {
      if next > index, context.kind(next) == .comma { return true }
      guard let cue = clause.cue(from: next), cue.tokens.lowerBound == next else { continue }
      if next == index || cue.frame == .participle { return false }
    }
    return true
  }

  /// Whether the clause that begins after a comma is the reporter's.
  private func opensReporters(_ index: Int, from start: Int, of cue: Cue) -> Bool {
    // "..., 32 percent say ...".
    if context.kind(index) == .number {
      return clause.cue(from: index + 1).map { BareContent.opensClauses($0, clause) } ?? false
        && subjectAndCueFollow(index)
    }
    guard context.kind(index) == .word else { return false }
    // "Said women outnumbered men, | indicating that they cared more".
    if text.pack.settings.outcomeWords.contains(text.text(index..<index + 1)),
      context.kind(index - 1) == .comma, isClause(start..<max(start, index - 1))
    {
      return false
    }
    // "..., but that ...": more of what is said.
    if index + 1 < clause.tokens.upperBound, isComplementiser(index + 1),
      text.functionType(index) == .conjunction || isContrast(index)
    {
      return false
    }
    let isContrasted =
      isContrast(index) && !isCorrelated(index) && !isConcession(index) && !isOpposed(index)
    if isContrasted || isSequel(index) && cue.tokens.upperBound <= start
      || isAbsolute(index) && !adds(index, to: start, of: cue)
    {
      return true
    }
    if isParticiple(index) && text.functionType(index) != .adposition
      && !adds(index, to: start, of: cue)
      || startsCue(index)
      || subjectAndCueFollow(index)
    {
      return true
    }
    // "..., followed by ...": what is told to be done, and by whom.
    if index + 1 < clause.tokens.upperBound, text.hasFiniteEnding(index),
      text.pack.settings.agentWords.contains(text.text(index + 1..<index + 2))
    {
      return true
    }
    if text.functionType(index) == .conjunction {
      return startsCue(index + 1) || subjectAndCueFollow(index + 1) || isContrasted
    }
    // ..., which “seemed like a joke”: words in marks are somebody's, and nobody else has spoken.
    if index + 1 < clause.tokens.upperBound, context.kind(index + 1) == .openingQuote {
      return false
    }
    return reader.isRelative(index) && text.phrases.longest(.complementiser, at: index) == nil
      && isThing(index)
  }

  private func isThing(_ index: Int) -> Bool {
    text.pronounLemma(at: index).map(text.pack.settings.things.contains) ?? false
  }

  /// Most tokens between "with" and the participle of its clause.
  private static let longestAbsolute = 8

  /// Whether a clause with a participle for its verb begins at a token: ", with the port closing".
  private func isAbsolute(_ first: Int) -> Bool {
    guard text.pack.settings.absoluteWords.contains(text.text(first..<first + 1)) else {
      return false
    }
    for index in first
      + 2..<max(first + 2, min(clause.tokens.upperBound, first + Self.longestAbsolute))
    {
      guard context.kind(index) == .word || context.kind(index) == .clitic else { return false }
      if isParticiple(index) && !isNoun(index) || goesOn(index) { return true }
    }
    return false
  }

  /// Whether a word that no table has as a verb ends as those do that tell what goes on, behind several persons or
  /// things: "with some | turning to prayer".
  private func goesOn(_ index: Int) -> Bool {
    guard isOngoing(index), text.functionType(index) == nil, text.tokens[index].style == 0,
      !text.classes(index).has(.timeWord)
    else { return false }
    let before = text.text(index - 1..<index).lowercased()
    return text.pack.settings.indefinites.contains(before)
      || text.functionType(index - 1) == nil && context.kind(index - 1) == .word
        && (text.pack.settings.pluralEnding.map(before.hasSuffix) ?? false)
  }

  /// Most tokens between "not only" and its "but".
  private static let farthestCorrelate = 20

  /// Whether what a word of contrast opens was announced: "not only for looks, | but as a habit".
  private func isCorrelated(_ index: Int) -> Bool {
    let words = text.pack.settings.correlates
    let first = max(clause.tokens.lowerBound, index - Self.farthestCorrelate)
    return !words.isEmpty
      && (first..<max(first, index - 2)).contains { words.contains(text.text($0..<$0 + 2)) }
  }

  /// Whether a word of contrast opens a clause that only adds to what is said: "..., though it is late".
  private func isConcession(_ index: Int) -> Bool {
    guard text.pack.settings.circumstanceWords.contains(text.text(index..<index + 1)) else {
      return false
    }
    // "Said it was a leak, though the cause is not known": what follows a comma or dash is the reporter's.
    return ![.comma, .dash].contains(context.kind(index - 1))
      || !isClause(
        index
          + 1..<max(
            index + 1, min(clause.tokens.upperBound, index + ClauseReader.longestPhrase)))
  }

  /// Whether a word and a participle tell what somebody did behind what is said: "said he would stay, | before
  /// leaving the room".
  private func isSequel(_ index: Int) -> Bool {
    index + 1 < clause.tokens.upperBound
      && text.pack.settings.sequelWords.contains(text.text(index..<index + 1))
      && context.kind(index + 1) == .word && isOngoing(index + 1)
      && text.functionType(index + 1) == nil
  }

  /// Whether a word of contrast only takes something out of what is said: "he likes the plan, but not | the man".
  private func isOpposed(_ index: Int) -> Bool {
    let next = index + 1
    return next < clause.tokens.upperBound
      && [.adverb, .determiner].contains(text.functionType(next))
      && text.pack.settings.negations.contains(text.text(next..<next + 1))
  }

  private func isContrast(_ index: Int) -> Bool {
    text.phrases.longest(.connective, at: index)?.sense.attribute
      == ConnectiveType.contrast.rawValue
  }

  /// Whether a verb's participle stands at a token.
  func isParticiple(_ index: Int) -> Bool {
    guard text.classes(index).has(.lightVerb), context.name(at: index) == nil else { return false }
    return text.phrases.matches(at: index).contains { match in
      match.end == index + 1
        && text.pack.lexicon.senses(at: match.node).contains {
          $0.lexicalClass == .lightVerb && $0.attribute == CueFrame.participle.rawValue
        }
    }
  }

  /// Whether a cue begins at a token, auxiliaries and adverbs before it.
  private func startsCue(_ index: Int) -> Bool {
    var index = index
    let limit = min(clause.tokens.upperBound, index + 4)
    while index < limit {
      if let cue = clause.cue(from: index), cue.tokens.lowerBound == index {
        if PassiveAgent.isPassive(cue, clause) { return false }
        return cue.share >= Self.leastShare
          && (cue.frame == .verb || cue.frame == .address || cue.frame == .participle)
      }
      guard context.kind(index) == .word,
        text.functionType(index) == .adverb || text.functionType(index)?.isVerbal == true
      else { return false }
      index += 1
    }
    return false
  }

  /// Whether a subject and right after it a cue stand at a token.
  private func subjectAndCueFollow(_ first: Int) -> Bool {
    guard let cue = clause.cue(from: first + 1),
      cue.tokens.lowerBound - first
        <= (context.kind(cue.tokens.lowerBound - 1) == .comma ? ClauseReader.longestPhrase : 8),
      cue.frame == .verb || cue.frame == .address, cue.share >= Self.leastShare
    else { return false }
    guard case .phrase(let phrase) = reader.subject(before: cue.tokens.lowerBound, from: first)
    else { return false }
    return phrase.tokens.lowerBound <= first + 1
  }
}
