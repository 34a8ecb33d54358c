/// Finds the phrase that names the speaker beside a cue, and whom and where it was said.
struct SpeakerFinder {
  /// What stands beside a cue.
  struct Parties {
    var speaker: NounPhrase?
    var addressee: Range<Int>?
    var medium: Range<Int>?
    /// Whether nothing before the cue can be its subject, which is left out.
    var isDropped = false
  }

  /// Most tokens between a cue and its speaker.
  static let farthest = 40

  let context: QuotationContext
  private let reader: NounPhraseReader
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) {
    self.context = context
    reader = NounPhraseReader(context)
  }

  /// The subject of a cue that follows it in the clause, nearest first.
  func parties(before cue: Int, from lower: Int) -> Parties {
    var parties = Parties()
    var index = cue - 1
    var isAdjacent = true
    // A body right before a verb that is polite, as of persons: "so-and-so came to the paper's office and | says".
    var body: NounPhrase?
    // The end of what "and" joins to a phrase with a case, whose case is that of both.
    var joined: Int?
    while index >= max(lower, cue - Self.farthest) {
      if let close = skippedBracket(index, lower) {
        index = close
        continue
      }
      // Words in quotation marks with an ending written onto them are a part of the clause.
      if context.kind(index) == .clitic, index > lower, let pair = text.pair(at: index - 1),
        pair.close == index - 1, pair.open > lower
      {
        index = pair.open - 1
        continue
      }
      if isAdjacent, let open = skippedAside(index, lower) {
        index = open - 1
        continue
      }
      if endsClause(index) { break }
      if let found = reader.head(endingAt: index) {
        if found.isNominative, !isCapacity(found),
          found.head != .document || isInformant(found) || (isAdjacent && tells(cue)),
          isSpeaker(found.head), joined != index + 1, !names(found, textAt: index + 1, before: cue)
        {
          let speaker = reader.subject(of: found, from: lower)
          if body == nil, isBody(found.head), isPolite(cue) {
            (body, index, isAdjacent) = (speaker, speaker.tokens.lowerBound - 1, false)
            continue
          }
          if body != nil, !isPerson(found.head) { break }
          parties.speaker = speaker
          // What was read as a modifier of whom or where it was said has turned out the speaker.
          parties.addressee = parties.addressee.map {
            $0.clamped(to: speaker.tokens.upperBound..<cue)
          }
          parties.medium = parties.medium.map { $0.clamped(to: speaker.tokens.upperBound..<cue) }
          noteLead(before: speaker.tokens.lowerBound, lower, &parties)
          break
        }
        note(found, lower, &parties)
        index = apposition(before: found, lower) - 1
        joined = joint(before: reader.phrase(of: found, from: lower).tokens.lowerBound, lower)
        isAdjacent = isAdjacent && !found.isNominative
        continue
      }
      if isAdjacent, index > lower, isNameLike(index), isTold(index) {
        parties.addressee = parties.addressee ?? index..<index + 1
        index -= 1
        continue
      }
      if isAdjacent, isNameLike(index) {
        parties.speaker = unknown(endingAt: index, lower)
        break
      }
      if isAdjacent, let place = place(endingAt: index, before: cue) {
        parties.speaker = place
        break
      }
      if !isSkippable(index) { isAdjacent = false }
      index -= 1
    }
    if parties.speaker == nil { parties.speaker = body }
    parties.isDropped = parties.speaker == nil && isAdjacent
    // A common word right before the cue may be a short name that the article has told in full.
    var bare = cue > lower ? skippedBracket(cue - 1, lower) ?? cue - 1 : cue
    if text.has(.bareNoun), bare > lower, context.isAddition(bare) { bare -= 1 }
    if parties.speaker == nil, cue > lower, bare >= lower,
      isBareNoun(bare) || (bare < cue - 1 && isNameLike(bare))
    {
      let tokens = bareRun(endingAt: bare, lower, cue)
      parties.speaker = NounPhrase(tokens, .unknown)
    }
    return parties
  }

  /// Whether a phrase only tells as what somebody is meant: "as | a commentator".
  private func isCapacity(_ found: NounPhraseReader.Found) -> Bool {
    let next = found.tokens.upperBound
    let words = text.pack.settings.capacityWords
    return !words.isEmpty && found.head == .role && next < text.tokens.count
      && words.contains(text.text(next..<next + 1))
  }

  /// A place that speaks for those who govern it, right before a verb that is none of persons:
  /// "Beijing | says".
  private func place(endingAt last: Int, before cue: Int) -> NounPhrase? {
    let end = text.phrases.longest(.cue, at: cue)?.match.end ?? cue + 1
    return place(endingAt: last, verb: end - 1)
  }

  /// A place that closes its sentence right behind such a verb.
  private func place(endingAt last: Int, behind cue: Int) -> NounPhrase? {
    guard cue > 0, let phrase = place(endingAt: last, verb: cue - 1),
      phrase.tokens.lowerBound == cue
    else { return nil }
    return phrase
  }

  private func place(endingAt last: Int, verb: Int) -> NounPhrase? {
    guard text.has(.politeOfPersons), let (index, name) = context.name(at: last),
      name.kind == .place, name.tokens.upperBound == last + 1, name.cases.isEmpty,
      context.kind(verb) == .word, !text.isPolite(verb)
    else { return nil }
    return NounPhrase(name.tokens, .mention(index))
  }

  /// Whether a name only says which text or place of words it is that follows: "on a | Facebook |
  /// account".
  private func names(_ found: NounPhraseReader.Found, textAt next: Int, before cue: Int) -> Bool {
    guard case .mention(let name) = found.head, next < cue,
      context.names[name].kind == .organization, let text = reader.head(endingAt: next)
    else { return false }
    return text.head == .document && text.cases.contains(.locative)
  }

  /// Whether a verb is one that texts are the subject of: "a study is saying".
  private func tells(_ verb: Int) -> Bool { text.isProgressive(verb) && !text.isPolite(verb) }

  /// The "and" right before a phrase.
  private func joint(before first: Int, _ lower: Int) -> Int? {
    first > lower && text.functionType(first - 1) == .conjunction ? first - 1 : nil
  }

  /// The phrase in the genitive that a cue like "according to" belongs to.
  func owner(before cue: Int, from lower: Int) -> NounPhrase? {
    guard cue > lower else { return nil }
    // "By the figures that the minister | gave".
    if cue - 1 > lower, text.functionType(cue - 1)?.isVerbal == true,
      let giver = reader.head(endingAt: cue - 2), giver.cases.contains(.genitive)
    {
      return reader.phrase(of: giver, from: lower)
    }
    if let found = reader.head(endingAt: cue - 1) {
      return reader.phrase(of: found, from: lower)
    }
    guard context.kind(cue - 1) == .word, text.functionType(cue - 1) == nil else { return nil }
    let stem = text.vocabulary.stems(of: text.tokens[cue - 1].word).first {
      $0.cases.contains(.genitive)
    }
    let found = NounPhraseReader.Found(
      tokens: cue - 1..<cue, head: .unknown, cases: stem?.cases ?? [],
      stemLength: stem?.keyLength ?? 0)
    return reader.phrase(of: found, from: lower)
  }

  /// The subject that follows a cue at the end of its sentence.
  func parties(after cue: Int, to upper: Int) -> Parties {
    var parties = Parties()
    guard upper - cue <= Self.farthest else { return parties }
    var index = upper - 1
    while index >= cue {
      // "Says the candidate so-and-so (so he is called)".
      if text.verbEndsClause, let open = skippedBracket(index, cue), open >= cue,
        reader.head(endingAt: open)?.isNominative == true
      {
        index = open
        continue
      }
      if let found = reader.head(endingAt: index), found.isNominative, isSpeaker(found.head) {
        parties.speaker = reader.phrase(of: found, from: cue)
        return parties
      }
      index -= 1
    }
    if let place = place(endingAt: upper - 1, behind: cue) {
      parties.speaker = place
    } else if upper - cue <= 5, upper > cue, isNameLike(upper - 1) {
      parties.speaker = unknown(endingAt: upper - 1, cue)
    } else if upper == cue + 1, isBareNoun(cue) {
      parties.speaker = NounPhrase(
        tokens: cue..<upper, headTokens: cue..<upper, head: .unknown, stemLength: 0)
    }
    return parties
  }

  /// Where a medium's name in an oblique case begins, with the noun for it right before it: "to
  /// the news agency so-and-so".
  private func apposition(before found: NounPhraseReader.Found, _ lower: Int) -> Int {
    let first = found.tokens.lowerBound
    guard case .mention(let index) = found.head, first > lower, found.cases.contains(.objective),
      context.names[index].kind == .organization
    else { return first }
    for start in max(lower, first - 3)..<first {
      if let (match, _) = text.phrases.longest(.media, at: start), match.end == first,
        match.stemLength == 0
      {
        return start
      }
    }
    return first
  }

  /// Whether a noun that may be a text stands for whoever told the reporter.
  private func isInformant(_ found: NounPhraseReader.Found) -> Bool {
    text.phrases.longest(.anonymity, at: found.tokens.lowerBound) != nil
  }

  /// The comma that opens a relative clause which another comma right before a cue closes: "an
  /// engineer, who did not give a name, says".
  private func skippedAside(_ close: Int, _ lower: Int) -> Int? {
    guard context.kind(close) == .comma else { return nil }
    for open in stride(from: close - 2, through: max(lower + 1, close - 14), by: -1)
    where context.kind(open) == .comma {
      let word = text.text(open + 1..<open + 2)
      return text.pack.settings.relatives.contains(word) ? open : nil
    }
    return nil
  }

  /// Notes whom and where it was said right before the speaker: "in a letter she wrote".
  private func noteLead(before speaker: Int, _ lower: Int, _ parties: inout Parties) {
    var end = speaker
    while end > lower, !endsClause(end - 1), let found = reader.head(endingAt: end - 1),
      !found.isNominative
    {
      note(found, lower, &parties)
      end = reader.phrase(of: found, from: lower).tokens.lowerBound
    }
  }

  private func isSpeaker(_ head: NounPhrase.Head) -> Bool {
    if case .pronoun(_, let isThing) = head { return !isThing }
    return true
  }

  /// Notes a phrase with a case ending as whom or where it was said.
  private func note(
    _ found: NounPhraseReader.Found, _ lower: Int, _ parties: inout Parties
  ) {
    let isMedium: Bool
    switch found.head {
    case .media, .document: isMedium = true
    case .mention(let index):
      isMedium =
        context.names[index].isMedia
        || text.vocabulary.stem(of: text.tokens[found.tokens.upperBound - 1].word, in: .document)
          != nil
    default: isMedium = false
    }
    let isMarked = !found.cases.isDisjoint(with: [.objective, .locative])
    let isPluralGenitive = found.cases.contains(.genitive) && found.cases.contains(.plural)
    if isMedium, isMarked, parties.medium == nil {
      parties.medium = reader.phrase(of: found, from: lower).tokens
    } else if !isMedium, found.cases.contains(.objective) || isPluralGenitive,
      parties.addressee == nil
    {
      parties.addressee = reader.phrase(of: found, from: lower).tokens
    }
  }

  /// Whether the clause of a cue cannot go on before a token.
  private func endsClause(_ index: Int) -> Bool {
    switch context.kind(index) {
    case .comma, .colon, .terminator: true
    case .closingQuote, .openingQuote: text.pair(at: index) != nil
    default: false
    }
  }

  private func skippedBracket(_ index: Int, _ lower: Int) -> Int? {
    guard context.kind(index) == .closingBracket else { return nil }
    for open in stride(from: index - 1, through: max(lower, index - 8), by: -1)
    where context.kind(open) == .openingBracket { return open - 1 }
    return nil
  }

  private func isSkippable(_ index: Int) -> Bool {
    let classes = text.classes(index)
    if classes.has(.timeWord) || classes.has(.connective) || context.kind(index) == .number {
      return true
    }
    switch text.functionType(index) {
    case .adverb, .adposition, .determiner, .quantifier: return true
    default: break
    }
    return text.vocabulary.stems(of: text.tokens[index].word).contains {
      !$0.cases.isDisjoint(with: [.locative, .objective]) && $0.word >= 0
    }
  }

  /// A common word without ending and without any other part to play but that of a name.
  private func isBareNoun(_ index: Int) -> Bool {
    guard text.has(.bareNoun), context.kind(index) == .word,
      text.classes(index) & ~UInt32.personNames == LexicalClass.commonWord.bit
    else { return false }
    return !text.vocabulary.stems(of: text.tokens[index].word).contains {
      $0.word >= 0 && !$0.cases.isDisjoint(with: .caseMarkers)
    }
  }

  /// Whether an unknown word with an ending is whom the subject right before it told something.
  private func isTold(_ index: Int) -> Bool {
    guard let subject = reader.head(endingAt: index - 1), subject.isNominative,
      isSpeaker(subject.head), subject.head != .document
    else { return false }
    let word = text.tokens[index].word
    return text.vocabulary.stems(of: word).contains {
      guard text.vocabulary.key(of: word).count - $0.keyLength >= 6 else { return false }
      return $0.cases.contains(.objective) || $0.cases.contains(.locative)
        || $0.cases.contains(.plural) && !$0.cases.isDisjoint(with: .caseMarkers)
    }
  }

  /// Most words of a name that is made of common words.
  private static let longestBareName = 4

  /// The words before a cue that nothing else in the clause accounts for: where they open it they
  /// are a name of common words, else the last of them stands alone.
  private func bareRun(endingAt last: Int, _ lower: Int, _ cue: Int) -> Range<Int> {
    var first = last
    while first > lower, last - first < Self.longestBareName,
      isBareNoun(first - 1) || isNameLike(first - 1)
    {
      first -= 1
    }
    let opens =
      first == lower || text.classes(first - 1).has(.timeWord)
      || first < last && text.isPolite(cue) && text.opensClause(behind: first - 1)
    return opens ? first..<last + 1 : last..<last + 1
  }

  /// A word that no table knows, or only as a name's: where a speaker belongs it is one.
  private func isNameLike(_ index: Int) -> Bool {
    guard context.kind(index) == .word, text.isWrittenAsName(index),
      text.text(index..<index + 1).first?.isNumber == false
    else { return false }
    let classes = text.allClasses(index)
    return classes == 0 || !text.marksNames && classes & ~UInt32.personNames == 0
  }

  private func unknown(endingAt last: Int, _ lower: Int) -> NounPhrase {
    // A role that no table has as this compound: "the roads-minister".
    if let role = reader.compoundRole(last) { return reader.phrase(of: role, from: lower) }
    var first = last
    while first > lower, isNameLike(first - 1), text.tokens[first].followsBlank { first -= 1 }
    let found = NounPhraseReader.Found(
      tokens: first..<last + 1, head: .unknown, cases: [], stemLength: text.emphasizedStem(last))
    return reader.phrase(of: found, from: lower)
  }
}
