/// What tells that the reporter speaks again: a scene, a day, a turn to something else.
extension SpeakersVoice {
  /// Most tokens before a sentence's place that sets a scene.
  private static let longestScene = 3

  /// Whether a date or a place where people meet stands near a sentence's beginning, or such a place is
  /// pointed to, as in the frame that reporters set.
  func setsScene(
    _ tokens: Range<Int>, _ said: Range<Int>, _ draft: QuotationDraft, isFirst: Bool
  ) -> Bool {
    let first = tokens.lowerBound
    let mayTellPlaces = hasParagraph(draft) || draft.speaker?.head == .document
    let mayTellDays = mayTellPlaces || isFirst || looksAhead(tokens)
    return tokens.contains { token in
      if !mayTellDays, token - first <= Self.longestScene, isDate(token) { return true }
      guard let (match, sense) = text.phrases.longest(.document, at: token),
        sense.attribute == DocumentType.venue.rawValue
      else { return false }
      return
        (token - first <= Self.longestScene && match.cases.contains(.locative)
        || (token > first && text.functionType(token - 1) == .determiner))
        && !(mayTellPlaces && isTold(match, in: said))
    }
  }

  /// Whether a sentence tells what reporters saw where they went: "going to the stand, it is seen, ...".
  func sees(_ tokens: Range<Int>) -> Bool {
    let words = text.pack.settings.sceneWords
    guard !words.isEmpty else { return false }
    return tokens.dropFirst().contains { token in
      guard words.contains(text.text(token - 1..<token)),
        let (match, sense) = text.phrases.longest(.cue, at: token)
      else { return false }
      return sense.attribute == CueFrame.passive.rawValue && match.end < tokens.upperBound
        && context.kind(match.end) == .comma
    }
  }

  /// Whether a sentence tells that somebody was called and not reached, as reporters do at the end.
  func isUnreached(_ tokens: Range<Int>) -> Bool {
    let content = context.trimmed(tokens)
    guard !settings.unreachedEndings.isEmpty, content.count > 2 else { return false }
    let end = text.text(max(content.lowerBound, content.upperBound - 3)..<content.upperBound)
    guard settings.unreachedEndings.contains(where: end.hasSuffix) else { return false }
    return content.contains { token in
      guard context.kind(token) == .word else { return false }
      let word = text.text(token..<token + 1)
      return settings.contactBeginnings.contains(where: word.hasPrefix)
    }
  }

  /// Whether a day is told as reporters date what they tell: "yesterday, Monday", "last 24 December",
  /// "yesterday at noon".
  private func isDate(_ token: Int) -> Bool {
    guard isDay(token) else { return false }
    var next = token + 1
    if next < text.tokens.count, context.kind(next) == .openingBracket { next += 1 }
    guard next < text.tokens.count else { return false }
    if hasDigit(next) { return true }
    switch text.phrases.longest(.measure, at: next)?.sense.attribute {
    case MeasurePart.weekday.rawValue, MeasurePart.partOfDay.rawValue: return true
    default: return false
    }
  }

  /// Most tokens of what was said before that are looked through.
  static let longestSaid = 256

  /// Whether a place where people meet was told of before, so that the speaker goes on about it.
  private func isTold(_ venue: PhraseMatch, in said: Range<Int>) -> Bool {
    let key = text.key(venue.start..<venue.end, stemLength: venue.stemLength)
    return said.suffix(Self.longestSaid).contains { token in
      guard let (match, _) = text.phrases.longest(.document, at: token) else { return false }
      return text.key(match.start..<match.end, stemLength: match.stemLength) == key
    }
  }

  /// Whether a sentence begins with a time, a turn to another scene, or the speaker as "he".
  func opensScene(_ index: Int, _ draft: QuotationDraft) -> Bool {
    let tokens = context.sentences[index].tokens
    let first = tokens.lowerBound
    if opensDateline(tokens) { return true }
    if text.phrases.longest(.connective, at: first)?.sense.attribute
      == ConnectiveType.time.rawValue
    {
      return true
    }
    // Who tells something has days of their own, what nobody tells has the reporter's.
    let hasDays =
      draft.speaker?.head == .document || (draft.speaker != nil && hasParagraph(draft))
    if !hasDays {
      if draft.speaker == nil ? isDay(first) : isDate(first), !looksAhead(tokens) { return true }
      let said = draft.content.lowerBound..<max(draft.content.lowerBound + 1, first)
      if isClock(first), draft.speaker == nil || !said.contains(where: isPartOfDay) { return true }
    }
    if let (match, _) = text.phrases.longest(.connective, at: first), match.end > first + 1 {
      return false
    }
    guard let lemma = pronoun(first), let (_, sense) = text.phrases.longest(.pronoun, at: first),
      sense.attribute == PronounCase.subject.rawValue, isOther(lemma)
    else { return false }
    // "They" are others than the one who speaks, and "he" is somebody else than those who do.
    let traits = PronounTraits(sense)
    let last = context.trimmed(tokens).last ?? first
    let said = draft.content.lowerBound..<max(draft.content.lowerBound + 1, first)
    if traits.isPlural {
      return !isOne(draft.speaker) && draft.speaker?.head != .document && !tellsOfOthers(said)
        && !isOwnGroup(draft, verb: last)
    }
    return isOne(draft.speaker) && traits.politeness != .plain
      && !tellsOfAnother(before: index, draft) && !goesOnAbout(said, draft, verb: last)
  }

  /// Most tokens of a place before the colon that opens news from there.
  private static let longestDateline = 8

  /// Whether a sentence opens with a place and a colon, as news from several places do: "Fulpur
  /// (Mymensingh): ...".
  private func opensDateline(_ tokens: Range<Int>) -> Bool {
    let opening = tokens.prefix(Self.longestDateline)
    guard let colon = opening.first(where: { context.kind($0) == .colon }) else { return false }
    let place = tokens.lowerBound..<colon
    return place.contains { [.place, .organization].contains(context.name(at: $0)?.name.kind) }
      && place.allSatisfy {
        text.functionType($0) == nil && !text.classes($0).has(.pronoun)
          && context.name(at: $0)?.name.kind != .person
      }
  }

  /// Whether what was said right before a sentence is about one person who is not the speaker, so
  /// that "he" is that one.
  private func tellsOfAnother(before index: Int, _ draft: QuotationDraft) -> Bool {
    let before =
      index - 1 == draft.sentence ? draft.content : context.sentences[index - 1].tokens
    return !namesSpeaker(before, draft)
      && before.contains { token in
        guard let found = reader.head(endingAt: token), found.isNominative else { return false }
        switch found.head {
        case .mention(let name): return context.names[name].kind == .person
        case .role: return true
        default: return false
        }
      }
  }

  /// Most tokens of what was said last that tell whom a pronoun goes on about.
  private static let longestTopic = 40

  /// Whether what somebody said last is about one person, so that "he" is that person still: "he is ill", then "he
  /// walks with a stick".
  ///
  /// The person is told of as "he" or by a name in whatever case, and the verb is none in which reporters tell what
  /// was done.
  func goesOnAbout(_ said: Range<Int>, _ draft: QuotationDraft, verb: Int) -> Bool {
    let key = Array(text.vocabulary.key(of: text.tokens[verb].word))
    guard text.has(.politeOfPersons), isOne(draft.speaker), !isNarrated(verb),
      !settings.impersonalVerbs.contains(key)
    else { return false }
    var person: Int?
    var isTold = false
    for token in said.suffix(Self.longestTopic) {
      if let (_, sense) = text.phrases.longest(.pronoun, at: token) {
        let traits = PronounTraits(sense)
        guard let lemma = pronoun(token), isOther(lemma), !traits.isPlural else { continue }
        isTold = isTold || traits.politeness == .polite
      } else if let (number, name) = context.name(at: token), name.kind == .person {
        if let person, person != number { return false }
        person = number
      }
    }
    return isTold || person != nil
  }

  /// Whether "they" behind the words of a group are that group still, in a verb that is none in which reporters
  /// tell what was done.
  func isOwnGroup(_ draft: QuotationDraft, verb: Int) -> Bool {
    guard text.has(.politeOfPersons), draft.speaker?.head == .collective else { return false }
    return !isNarrated(verb)
  }

  /// Whether a verb tells politely what somebody does or did, as reporters do, and not what they have done, are
  /// doing or will do.
  private func isNarrated(_ verb: Int) -> Bool {
    guard context.kind(verb) == .word, text.isPolite(verb) else { return false }
    return !text.hasNegativeEnding(verb)
      && !text.hasEnding(verb, of: settings.perfectEndings)
      && !text.hasEnding(verb, of: settings.progressiveEndings)
      && !text.hasEnding(verb, of: settings.prospectiveEndings)
  }

  /// Whether somebody's words stand in a text or broadcast, and were not told to who reports them.
  func speaksElsewhere(_ draft: QuotationDraft) -> Bool {
    guard let last = draft.medium?.last else { return false }
    return reader.head(endingAt: last)?.cases.contains(.objective) != true
  }

  /// Whether one person speaks.
  private func isOne(_ speaker: NounPhrase?) -> Bool {
    switch speaker?.head {
    case .mention(let name): context.names[name].kind == .person
    case .role, .pronoun(isPlural: false, isThing: false): true
    default: false
    }
  }

  /// Whether a time of the day stands at a token: "at 12 noon".
  private func isClock(_ first: Int) -> Bool {
    guard first + 1 < text.tokens.count, text.classes(first).has(.timeWord) else { return false }
    return isPartOfDay(first) && context.kind(first + 1) != .comma && hasDigit(first + 1)
  }

  /// Whether a word for a part of the day stands at a token: "noon".
  private func isPartOfDay(_ token: Int) -> Bool {
    text.phrases.longest(.measure, at: token)?.sense.attribute == MeasurePart.partOfDay.rawValue
  }

  private func hasDigit(_ token: Int) -> Bool {
    if context.kind(token) == .number { return true }
    let bytes = text.document.text.bytes
    let start = Int(text.tokens[token].start)
    guard start + 2 < bytes.count else { return false }
    return bytes[start] == 0xE0 && bytes[start + 1] == 0xA7 && bytes[start + 2] >= 0xA6
      && bytes[start + 2] <= 0xAF
  }

  func opensContrast(_ first: Int) -> Bool {
    text.phrases.longest(.connective, at: first)?.sense.attribute
      == ConnectiveType.contrast.rawValue
  }

  /// Whether a word names a day told from now, as reporters do: "yesterday", "last".
  private func isDay(_ token: Int) -> Bool {
    text.phrases.longest(.timeWord, at: token)?.sense.attribute == TimeType.deictic.rawValue
  }
}
