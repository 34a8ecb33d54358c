/// A phrase in the text that reports speech.
struct Cue: Sendable {
  /// Its tokens.
  @SmallTokens var tokens: Range<Int>
  /// How it takes what is said.
  let frame: CueFrame
  /// What it says about the act of speaking.
  let cueClass: CueClass
  /// How many in a hundred of its uses report when no word or mark introduces a content.
  var share: UInt8 = 100
  /// Number of its dictionary form in the lexicon's strings, or -1.
  var lemma: Int32 = -1
}

/// Finds cues in a sentence, outside of quotation marks.
struct CueFinder {
  /// Most tokens between the word that closes what is said and a negated cue.
  static let farthestClosing = 6

  let text: TokenizedDocument

  /// Whether a form that is a verb's stands where only a noun can: after an article or an owner.
  private func isNoun(_ index: Int, _ frame: CueFrame, in sentence: Range<Int>) -> Bool {
    guard text.has(.sharedForms), frame == .verb || frame == .address,
      index > sentence.lowerBound
    else { return false }
    let before = index - 1
    if text.tokens[before].kind == .clitic {
      return before > sentence.lowerBound && !text.classes(before - 1).has(.pronoun)
        && text.functionType(before - 1) == nil && isPresent(index)
    }
    if isPlain(index), standsInPhrase(before, in: sentence) { return true }
    // "Wind and continued heat are ...": what "and" joins to the word that opens a sentence is no verb.
    if index == sentence.lowerBound + 2, text.functionType(before) == .conjunction,
      text.hasFiniteEnding(index), index + 1 < sentence.upperBound,
      text.tokens[index + 1].kind == .word, text.tokens[index + 1].style == 0,
      text.functionType(index + 1) == nil, !text.classes(index + 1).has(.pronoun)
    {
      return true
    }
    if isFollowedByVerb(index, in: sentence) { return true }
    switch text.functionType(before) {
    case .determiner: return !isSubject(before, of: index)
    case .adposition: return true
    // "Many reports suggest": a verb follows the noun.
    case .quantifier:
      return text.classes(index).has(.document) && index + 1 < sentence.upperBound
        && text.classes(index + 1).has(.cue)
    // "To questions": what follows "to" as a verb stands in its plain form.
    case .infinitive: return isInflected(index)
    case nil: break
    default: return false
    }
    guard text.classes(before).has(.pronoun) else { return false }
    return text.phrases.longest(.pronoun, at: before)?.sense.attribute
      == PronounCase.possessive.rawValue
  }

  /// Whether a determiner stands for whom it counts, with a verb behind it: "one | says", "another | claims", "one
  /// in three | say".
  private func isSubject(_ determiner: Int, of verb: Int) -> Bool {
    let word = text.text(determiner..<determiner + 1).lowercased()
    if text.pack.settings.indefinites.contains(word) { return !isPlain(verb) }
    return !isInflected(verb) && text.phrases.longest(.measure, at: determiner) != nil
  }

  /// Whether a word for a text has a verb of saying in its plain form behind it, whose subject it is: "early
  /// reports | suggest".
  private func isFollowedByVerb(_ index: Int, in sentence: Range<Int>) -> Bool {
    let next = index + 1
    guard text.classes(index).has(.document), isInflected(index), next < sentence.upperBound,
      text.tokens[next].style == 0, isPlain(next),
      text.phrases.longest(.cue, at: next)?.sense.attribute == CueFrame.verb.rawValue
    else { return false }
    return text.tokens[index - 1].kind == .word
  }

  /// Most words between an article and the noun that it belongs to.
  private static let longestPhrase = 3

  /// Whether a single word is the plain form of its verb.
  private func isPlain(_ index: Int) -> Bool {
    guard let (match, sense) = text.phrases.longest(.cue, at: index), match.end == index + 1,
      sense.value >= 0
    else { return false }
    return text.pack.lexicon.string(sense.value) == text.text(index..<index + 1)
  }

  /// Whether an article for one thing stands before a word, nothing but what modifies a noun
  /// between: of one thing no verb in its plain form can be told, "a popular evening | show".
  private func standsInPhrase(_ last: Int, in sentence: Range<Int>) -> Bool {
    for index in stride(
      from: last, through: max(sentence.lowerBound, last - Self.longestPhrase), by: -1)
    {
      guard text.tokens[index].kind == .word else { return false }
      if text.functionType(index) == .determiner {
        return text.pack.settings.newArticles.contains(text.text(index..<index + 1))
      }
      guard text.functionType(index) == nil, !text.classes(index).has(.pronoun) else {
        return false
      }
    }
    return false
  }

  /// Whether a single word is no plain form of its verb.
  private func isInflected(_ index: Int) -> Bool {
    guard let (match, sense) = text.phrases.longest(.cue, at: index), match.end == index + 1,
      sense.value >= 0
    else { return false }
    let lemma = text.pack.lexicon.string(sense.value)
    let word = text.text(index..<index + 1)
    return word != lemma && word.hasPrefix(lemma) && word.utf8.last == 0x73
  }

  /// Whether a participle stands where a noun or adjective does: "a fog warning", "looked worried".
  private func isNominal(_ match: PhraseMatch, _ frame: CueFrame, in sentence: Range<Int>) -> Bool {
    let settings = text.pack.settings
    let index = match.start
    guard index > sentence.lowerBound, !settings.linkingVerbs.isEmpty else { return false }
    let isIntroduced =
      match.end < sentence.upperBound
      && text.phrases.longest(.complementiser, at: match.end) != nil
    if isIntroduced || text.phrases.longest(.complementiser, at: match.end - 1) != nil {
      return false
    }
    let before = index - 1
    guard text.tokens[before].kind == .word else { return false }
    // "One of the most promising states".
    if frame == .participle, match.end < sentence.upperBound,
      text.functionType(before) == .quantifier, text.tokens[match.end].kind == .word,
      text.functionType(match.end) == nil
    {
      return true
    }
    if frame == .verb, settings.linkingVerbs.contains(text.text(before..<index)) { return true }
    guard frame == .participle,
      settings.nounParticiples.contains(text.text(index..<index + 1))
    else { return false }
    if text.functionType(before) == .determiner || text.functionType(before) == .adposition {
      return true
    }
    // "Received a message in the morning reading: ...".
    if match.end < sentence.upperBound, text.tokens[match.end].kind == .colon { return false }
    return text.functionType(before) == nil && !text.classes(before).has(.pronoun)
      && !text.classes(before).has(.lightVerb)
  }

  /// Whether a verb at the head of a sentence only tells what was asked of its subject: "Asked if
  /// fees would rise, she said ...".
  private func isAsked(_ match: PhraseMatch, _ frame: CueFrame, in sentence: Range<Int>) -> Bool {
    guard !text.pack.settings.agentWords.isEmpty, frame == .verb || frame == .address else {
      return false
    }
    let index = match.start
    let opens =
      index == sentence.lowerBound
      || (index == sentence.lowerBound + 1 && text.tokens[sentence.lowerBound].kind == .word
        && text.functionType(sentence.lowerBound) == .conjunction
        && !text.classes(sentence.lowerBound).has(.connective))
      || (index >= sentence.lowerBound + 2 && text.tokens[index - 1].kind == .word
        && text.functionType(index - 1) == .conjunction && text.tokens[index - 2].kind == .comma)
    // "Was moved when asked whether it was over".
    if index > sentence.lowerBound, match.end < sentence.upperBound, text.hasFiniteEnding(index),
      text.functionType(index - 1) == .conjunction, !text.classes(index - 1).has(.connective),
      ![.openingQuote, .colon].contains(text.tokens[match.end].kind)
    {
      return true
    }
    guard opens, match.end < sentence.upperBound else { return false }
    // Marks behind it may still be what it reports: "Asked: “...”".
    if [.openingQuote, .colon].contains(text.tokens[match.end].kind) { return false }
    return (match.end..<sentence.upperBound).contains { text.tokens[$0].kind == .comma }
  }

  /// Whether a participle and its preposition open a sentence and only tell what somebody spoke of:
  /// "Talking about the flood, she said ...".
  private func isMatter(
    _ match: PhraseMatch, _ frame: CueFrame, in sentence: Range<Int>
  ) -> Bool {
    guard frame == .participle, text.has(.sharedForms), match.start == sentence.lowerBound,
      match.end > match.start + 1,
      match.end < sentence.upperBound, text.functionType(match.end - 1) == .adposition,
      text.tokens[match.end].kind != .openingQuote
    else { return false }
    return (match.end..<sentence.upperBound).contains { text.tokens[$0].kind == .comma }
  }

  /// Whether a verb's form may be a noun's too: the lexicon knows the word, not just its ending.
  private func isPresent(_ index: Int) -> Bool {
    !text.phrases.matches(at: index).contains { match in
      match.end == index + 1
        && text.pack.lexicon.senses(at: match.node).contains { $0.lexicalClass == .lightVerb }
    }
  }

  /// Whether a capital letter inside of a sentence of small ones tells that the word is a name's.
  private func isName(_ index: Int, in sentence: Range<Int>) -> Bool {
    guard text.isMarkedAsName(index), index > sentence.lowerBound,
      text.tokens[index - 1].kind == .word
    else { return false }
    // "Reporting by Harbour Verify": a name has no verb in its plain form, but a further word.
    if isPlain(index), text.isAcronym(index - 1), index - 1 > sentence.lowerBound { return true }
    let window = max(sentence.lowerBound, index - 8)..<min(sentence.upperBound, index + 8)
    var small = 0
    var large = 0
    for token in window where text.tokens[token].kind == .word {
      if text.tokens[token].isCapitalized { large += 1 } else { small += 1 }
    }
    return small > large / 2
  }

  /// Whether a word that may close a content does so here: where no mark follows it is no verb.
  private func isComplementiser(_ match: PhraseMatch, in sentence: Range<Int>) -> Bool {
    guard let found = text.phrases.longest(.complementiser, at: match.start),
      found.match.end == match.end,
      found.sense.attribute == ComplementiserPlace.after.rawValue
    else { return false }
    guard match.end < sentence.upperBound else { return true }
    if text.phrases.longest(.complementiser, at: match.end)?.sense.attribute
      == ComplementiserPlace.before.rawValue
    {
      return false
    }
    switch text.tokens[match.end].kind {
    case .comma, .colon, .openingQuote: return false
    default: return true
    }
  }

  /// Whether a verb with a negative ending reports nothing: "said nothing", as against "did not say
  /// that ...", where a word for what is said stands beside it.
  private func isUnsaid(_ match: PhraseMatch, _ frame: CueFrame, in sentence: Range<Int>) -> Bool {
    guard frame == .verb, text.hasNegativeEnding(match.end - 1) else { return false }
    if match.end < sentence.upperBound,
      text.phrases.longest(.complementiser, at: match.end)?.sense.attribute
        == ComplementiserPlace.before.rawValue
    {
      return false
    }
    let lower = max(sentence.lowerBound, match.start - Self.farthestClosing)
    return !(lower..<match.start).contains { index in
      text.phrases.longest(.complementiser, at: index)?.sense.attribute
        == ComplementiserPlace.after.rawValue
    }
  }

  /// Whether a phrase that reports nothing by itself tells what its object is: "spoke of | closing", or
  /// demands it: "wants | the trial".
  private func isNominal(_ match: PhraseMatch, _ sense: Sense, in sentence: Range<Int>) -> Bool {
    let cues = text.pack.settings.nominalCues
    guard !cues.isEmpty, sense.value >= 0, match.start > sentence.lowerBound,
      cues.contains(text.pack.lexicon.string(sense.value)),
      text.tokens[match.start - 1].kind == .word,
      text.isPolite(match.end - 1) || text.hasFiniteEnding(match.end - 1),
      // What a mark behind it opens is what is said.
      match.end >= sentence.upperBound
        || [.word, .number, .terminator].contains(text.tokens[match.end].kind)
    else { return false }
    // What is demanded has more before it than a comma, as in a headline.
    if match.start - 2 >= sentence.lowerBound, text.tokens[match.start - 2].kind == .comma {
      return false
    }
    return sense.detail == CueClass.demand.rawValue
      ? text.pack.settings.demandedNouns.contains(text.text(match.start - 1..<match.start))
      : text.isVerbalNoun(match.start - 1)
  }

  /// Whether a verb only stands in a condition: "if anybody says so, ...".
  func isCondition(_ match: PhraseMatch, _ frame: CueFrame, in sentence: Range<Int>) -> Bool {
    let words = text.pack.settings.conditionWords
    guard frame == .verb, !words.isEmpty, match.end < sentence.upperBound,
      text.tokens[match.end].kind == .comma
    else { return false }
    return (sentence.lowerBound..<match.start).reversed()
      .prefix { text.tokens[$0].kind == .word || text.tokens[$0].kind == .number }
      .contains { words.contains(text.text($0..<$0 + 1)) }
  }

  /// One cue of a participle and the verb right behind it, "warned, saying", unless the participle
  /// closes a clause of its own.
  private func joined(_ first: Cue, _ second: Cue) -> Cue? {
    guard text.has(.chainedParticiple), first.tokens.upperBound == second.tokens.lowerBound,
      first.frame == .participle || first.frame == .promise, second.frame == .verb,
      first.tokens.lowerBound > 0
    else { return nil }
    let before = first.tokens.lowerBound - 1
    let classes = text.classes(before)
    if text.functionType(before) == .verb || classes.has(.lightVerb) { return nil }
    if classes.has(.complementiser) || text.tokens[before].kind == .closingQuote { return nil }
    // What is denied is said elsewhere; what follows is what is said instead.
    return Cue(
      tokens: first.tokens.lowerBound..<second.tokens.upperBound, frame: .verb,
      cueClass: first.cueClass == .denial ? second.cueClass : first.cueClass,
      share: second.share, lemma: first.lemma)
  }

  /// The longest phrase at a place that ends within its sentence: a headline's last word goes on with none
  /// of the text.
  private func longest(at index: Int, in sentence: Range<Int>) -> (PhraseMatch, Sense)? {
    guard let found = text.phrases.longest(.cue, at: index) else { return nil }
    guard found.match.end > sentence.upperBound else { return found }
    return text.phrases.matches(at: index).lazy.filter { $0.end <= sentence.upperBound }
      .compactMap { match in text.pack.lexicon.sense(.cue, at: match.node).map { (match, $0) } }
      .max { $0.0.end < $1.0.end }
  }

  /// The cues of a sentence in text order; the longest phrase at each place counts.
  func cues(in sentence: Range<Int>) -> [Cue] {
    var found: [Cue] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let pair = text.pair(at: index), pair.open == index {
        index = pair.close + 1
        continue
      }
      // "Asked not to be named" asks for nothing that is quoted.
      if let (phrase, _) = text.phrases.longest(.anonymity, at: index),
        phrase.end - phrase.start > 1
      {
        index = phrase.end
        continue
      }
      guard let (match, sense) = longest(at: index, in: sentence),
        match.stemLength == 0 || match.cases == .emphatic,
        let frame = CueFrame(rawValue: sense.attribute),
        let cueClass = CueClass(rawValue: sense.detail)
      else {
        index += 1
        continue
      }
      // "Such a charge has been made that ...": it sums nothing up.
      if frame == .summary, text.verbEndsClause, opensContent(match.end, in: sentence) {
        index += 1
        continue
      }
      let reports = text.pack.lexicon.senses(at: match.node).allSatisfy {
        $0.lexicalClass != .cue || $0.attribute != CueFrame.none.rawValue
      }
      if !reports, isNominal(match, sense, in: sentence) {
        found.append(
          Cue(
            tokens: index..<match.end, frame: .promise, cueClass: cueClass, share: sense.share,
            lemma: sense.value))
      }
      if !reports, let cue = introducing(match, in: sentence) { found.append(cue) }
      if !reports, isHeld(match, in: sentence) {
        found.append(
          Cue(
            tokens: index..<match.end, frame: .passive, cueClass: .belief, share: Cue.heldShare,
            lemma: sense.value))
      }
      if reports, !isNoun(index, frame, in: sentence), !isNominal(match, frame, in: sentence),
        !isAsked(match, frame, in: sentence), !isMatter(match, frame, in: sentence),
        !isName(index, in: sentence),
        !isComplementiser(match, in: sentence), !isUnsaid(match, frame, in: sentence),
        !isCondition(match, frame, in: sentence)
      {
        let cue = Cue(
          tokens: index..<match.end, frame: frame, cueClass: cueClass, share: sense.share,
          lemma: sense.value)
        if let last = found.last, let joined = joined(last, cue) {
          found[found.count - 1] = joined
        } else {
          found.append(cue)
        }
      }
      index = match.end
      // "It is not known who ...": what follows is reported by nobody.
      if !reports, text.pack.settings.grammar.contentFollowsBareCue, match.end - match.start > 2 {
        while index < sentence.upperBound, text.tokens[index].kind != .comma { index += 1 }
      }
    }
    return withoutOwnerNoun(found, in: sentence)
  }

  /// The cues without a verb's form that is the noun a phrase belongs to: "according to local media
  /// | reports".
  private func withoutOwnerNoun(_ cues: [Cue], in sentence: Range<Int>) -> [Cue] {
    guard text.pack.settings.grammar.speakerFollowsPhrase, cues.count > 1, let last = cues.last,
      last.frame == .verb, last.tokens.count == 1, cues[cues.count - 2].frame == .phrase
    else { return cues }
    let between = cues[cues.count - 2].tokens.upperBound..<last.tokens.lowerBound
    let next = last.tokens.upperBound
    guard !between.isEmpty, between.allSatisfy({ text.tokens[$0].kind == .word }),
      next >= sentence.upperBound || [.comma, .terminator].contains(text.tokens[next].kind),
      text.classes(last.tokens.lowerBound).has(.document)
    else { return cues }
    return cues.dropLast()
  }
}
