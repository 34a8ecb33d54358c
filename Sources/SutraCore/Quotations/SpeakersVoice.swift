/// Tells the sentences that go on in a speaker's voice from those of the reporter.
///
/// A scene, a day, the speaker named again or somebody else's report are the reporter's; what may
/// come, what follows from what was said and the first person are the speaker's.
struct SpeakersVoice {
  /// What the first sentence behind somebody's words must be to carry on.
  enum Opening {
    /// Whatever is not the reporter's.
    case any
    /// Only what tells by itself that the speaker goes on.
    case marked
    /// Only what adds to what was said: "besides", "of these".
    case added
  }

  /// The rules after which a speaker's words carry on, and those after which only a marked sentence
  /// does.
  private static let leading: Set<Construction> = [
    .followingContent, .reportingNoun, .passiveReport, .bareReport,
  ]
  private static let closing: Set<Construction> = [.closedContent]
  /// Most tokens before a sentence's place that sets a scene.
  private static let longestScene = 3

  private let context: QuotationContext
  private let cueFinder: CueFinder
  private let reader: NounPhraseReader
  private var text: TokenizedDocument { context.text }
  private var settings: LanguageSettings { text.pack.settings }

  init(_ context: QuotationContext) {
    self.context = context
    cueFinder = CueFinder(text: context.text)
    reader = NounPhraseReader(context)
  }

  /// What carries on behind a quotation; `nil` where nothing does.
  func opening(behind draft: QuotationDraft) -> Opening? {
    guard context.form(of: draft.content) != .direct, speaks(draft) else { return nil }
    // Where the cue closes the words, most of what follows is told by the reporter again.
    if draft.cue.map({ $0.tokens.lowerBound >= draft.content.upperBound }) ?? false {
      return Self.closing.contains(draft.rule) ? .marked : nil
    }
    if draft.rule == .accordingTo { return .added }
    guard Self.leading.contains(draft.rule) else { return nil }
    switch draft.cue?.cueClass {
    case .demand, .denial: return .marked
    default: return .any
    }
  }

  /// Whether a quotation is of somebody whose voice carries on: a medium's report does not, nor
  /// what is known without an origin.
  private func speaks(_ draft: QuotationDraft) -> Bool {
    switch draft.speaker?.head {
    case .mention(let name): !context.names[name].isMedia
    case .media: false
    case nil: draft.cue?.frame == .verb
    default: true
    }
  }

  /// Whether a sentence says by itself that a speaker goes on: in the first person, with a reason or
  /// what follows from it, or with what is to come.
  func isMarked(_ index: Int) -> Bool {
    let tokens = context.sentences[index].tokens
    guard let first = tokens.first else { return false }
    return isOwn(tokens) || looksAhead(tokens)
      || text.phrases.longest(.connective, at: first)?.sense.attribute
        == ConnectiveType.cause.rawValue
  }

  /// Whether a sentence opens with a word that adds it to what was said before.
  func isAdded(_ index: Int) -> Bool {
    guard let first = context.sentences[index].tokens.first else { return false }
    return text.phrases.longest(.connective, at: first)?.sense.attribute
      == ConnectiveType.addition.rawValue
  }

  /// Most sentences between somebody's words and an "I" or "we" that is still theirs.
  private static let farthestOwn = 4

  /// The sentence in which a speaker says "I" or "we" again, as reporters of news do not, with nothing
  /// but what may be theirs from a sentence on: all before it is theirs as well.
  func ownWords(from index: Int, of draft: QuotationDraft, before limit: Int) -> Int? {
    guard draft.speaker?.head != .document else { return nil }
    let paragraph = context.sentences[index].paragraph
    for next in index..<min(limit, index + Self.farthestOwn + 1) {
      let sentence = context.sentences[next]
      guard sentence.paragraph == paragraph, let first = sentence.tokens.first else { return nil }
      if next > index, isOwn(sentence.tokens) { return next }
      guard !reports(sentence.tokens), !namesSpeaker(sentence.tokens, draft),
        !isSigned(sentence.tokens),
        text.phrases.longest(.connective, at: first)?.sense.attribute
          != ConnectiveType.time.rawValue
      else { return nil }
    }
    return nil
  }

  /// Whether a sentence without cue is still the speaker's.
  func isSpeakers(_ index: Int, of draft: QuotationDraft) -> Bool {
    let tokens = context.sentences[index].tokens
    if draft.speaker?.head != .document, isOwn(tokens) { return true }
    guard let first = tokens.first, !reports(tokens), !opensScene(index, draft) else {
      return false
    }
    if namesSpeaker(tokens, draft) || isReporters(tokens, draft) || isSigned(tokens) {
      return false
    }
    let isSecond = index > draft.sentence + 1
    let isAlone = hasParagraph(draft)
    let said = draft.content.lowerBound..<max(draft.content.lowerBound + 1, first)
    let isText = draft.speaker?.head == .document
    if endsInSubject(tokens, said, mayBeAny: isText || (isAlone && draft.speaker != nil)) {
      return false
    }
    if opensContrast(first),
      isSecond
        ? !isAlone && !isMarked(index) && !isOwn(context.sentences[index - 1].tokens)
        : speaksOfSpeaker(tokens)
    {
      return false
    }
    if !isAlone, let name = context.name(at: first)?.name, name.kind == .person { return false }
    return !setsScene(
      tokens, said, mayTellDays: isAlone || !isSecond || isText, mayTellPlaces: isAlone || isText)
  }

  /// Fewest paragraphs of an article in which they part who speaks.
  private static let fewestParagraphs = 5

  /// Whether a speaker opens a paragraph of an article that has one for each, so that all of it is
  /// theirs; what was said elsewhere, as in a podcast, is soon told in the reporter's words.
  private func hasParagraph(_ draft: QuotationDraft) -> Bool {
    let paragraph = context.sentences[draft.sentence].paragraph
    return draft.medium == nil && text.paragraphs.count >= Self.fewestParagraphs
      && (draft.sentence == 0 || context.sentences[draft.sentence - 1].paragraph != paragraph)
  }

  /// Whether a day or a place where people meet stands near a sentence's beginning.
  private func setsScene(
    _ tokens: Range<Int>, _ said: Range<Int>, mayTellDays: Bool, mayTellPlaces: Bool
  ) -> Bool {
    let first = tokens.lowerBound
    let mayTellDays = mayTellDays || looksAhead(tokens)
    return tokens.contains { token in
      if !mayTellDays, token - first <= Self.longestScene, isDay(token) { return true }
      guard let (match, sense) = text.phrases.longest(.document, at: token),
        sense.attribute == DocumentType.venue.rawValue
      else { return false }
      return
        (token - first <= Self.longestScene && match.cases.contains(.locative)
        || (token > first && text.functionType(token - 1) == .determiner))
        && !(mayTellPlaces && isTold(match, in: said))
    }
  }

  /// Most tokens of what was said before that are looked through.
  private static let longestSaid = 256

  /// Whether a place where people meet was told of before, so that the speaker goes on about it.
  private func isTold(_ venue: PhraseMatch, in said: Range<Int>) -> Bool {
    let key = text.key(venue.start..<venue.end, stemLength: venue.stemLength)
    return said.suffix(Self.longestSaid).contains { token in
      guard let (match, _) = text.phrases.longest(.document, at: token) else { return false }
      return text.key(match.start..<match.end, stemLength: match.stemLength) == key
    }
  }

  /// Whether a sentence ends with a verb for what is to come or may be.
  private func looksAhead(_ tokens: Range<Int>) -> Bool {
    guard var last = context.trimmed(tokens).last, context.kind(last) == .word else { return false }
    if last > tokens.lowerBound, settings.negations.contains(text.text(last..<last + 1)) {
      last -= 1
    }
    return text.hasEnding(last, of: settings.prospectiveEndings)
  }

  /// Whether a sentence speaks in the first person, as reporters of news do not.
  private func isOwn(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      guard context.kind(token) == .word else { return false }
      if let lemma = pronoun(token) { return settings.participants.contains(lemma) }
      return text.hasEnding(token, of: settings.firstPersonEndings)
    }
  }

  /// The lemma of a pronoun at a token.
  private func pronoun(_ token: Int) -> String? {
    text.classes(token).has(.pronoun) ? text.pronounLemma(at: token) : nil
  }

  /// Whether the speaker is named again, as a reporter does: "So-and-so sat down in the road".
  private func namesSpeaker(_ tokens: Range<Int>, _ draft: QuotationDraft) -> Bool {
    guard case .mention(let speaker) = draft.speaker?.head else { return false }
    let own = Set(context.names[speaker].tokens.map { text.tokens[$0].word })
    return tokens.contains { token in
      guard let (_, name) = context.name(at: token), name.kind == .person,
        name.tokens.lowerBound == token
      else { return false }
      return name.tokens.contains { own.contains(text.tokens[$0].word) }
    }
  }

  /// Whether a subject stands behind its verb, as in a reporter's sentence: "Help asks the agency".
  ///
  /// Whom the speaker has told of before may be the subject of their own sentence.
  private func endsInSubject(_ tokens: Range<Int>, _ said: Range<Int>, mayBeAny: Bool) -> Bool {
    let content = withoutBracket(context.trimmed(tokens))
    guard content.count > 3, let last = content.last, context.kind(last) == .word else {
      return false
    }
    if let (_, name) = context.name(at: last) {
      return (name.kind == .person || name.kind == .organization)
        && name.cases.isDisjoint(with: .caseMarkers)
        && name.tokens.upperBound == last + 1 && !isNamed(name, in: said)
    }
    if let lemma = pronoun(last), let (_, sense) = text.phrases.longest(.pronoun, at: last) {
      guard sense.attribute == PronounCase.subject.rawValue, isOther(lemma), !mayBeAny else {
        return false
      }
      let traits = PronounTraits(sense)
      // Nobody speaks of themselves so plainly, nor does a reporter of them.
      return traits.isPlural || traits.politeness != .plain
    }
    return text.phrases.matches(at: last).contains { match in
      match.end == last + 1 && match.cases == .classifier
        && text.pack.lexicon.senses(at: match.node).contains { $0.lexicalClass == .role }
    }
  }

  /// Most tokens before the word for who writes at the head of another report.
  private static let longestSignature = 5

  /// Whether a sentence opens with who writes it, as that of another report does.
  private func isSigned(_ tokens: Range<Int>) -> Bool {
    tokens.prefix(Self.longestSignature).contains {
      text.phrases.longest(.byline, at: $0)?.sense.attribute == BylineType.whole.rawValue
    }
  }

  /// Most tokens of an acronym in brackets that closes a sentence.
  private static let longestBracket = 5

  /// A sentence without the brackets that close it.
  private func withoutBracket(_ content: Range<Int>) -> Range<Int> {
    guard let last = content.last, context.kind(last) == .closingBracket else { return content }
    let first = max(content.lowerBound, last - Self.longestBracket)
    return (first..<last).last { context.kind($0) == .openingBracket }
      .map { content.lowerBound..<$0 } ?? content
  }

  /// Whether a name, or a word of it, was told before.
  private func isNamed(_ name: MentionProposal, in said: Range<Int>) -> Bool {
    let words = Set(name.tokens.map { text.tokens[$0].word })
    return said.suffix(Self.longestSaid).contains { token in
      guard let (_, other) = context.name(at: token), other.kind == name.kind else { return false }
      return words.contains(text.tokens[token].word)
    }
  }

  /// Whether a pronoun is for somebody else than who speaks and hears.
  private func isOther(_ lemma: String) -> Bool {
    !settings.participants.contains(lemma) && !settings.things.contains(lemma)
  }

  /// Whether a pronoun for one person stands in a sentence.
  private func speaksOfSpeaker(_ tokens: Range<Int>) -> Bool {
    let hasParty = tokens.contains { token in
      reader.head(endingAt: token).map { $0.isNominative && $0.head == .collective } ?? false
    }
    return tokens.contains { token in
      guard let lemma = pronoun(token), let (_, sense) = text.phrases.longest(.pronoun, at: token)
      else { return false }
      let traits = PronounTraits(sense)
      return !traits.isPlural && traits.politeness == .polite && isOther(lemma)
        && (sense.attribute == PronounCase.subject.rawValue || hasParty)
    }
  }

  /// Whether those who write speak of what they have found themselves, after a text's words.
  private func isReporters(_ tokens: Range<Int>, _ draft: QuotationDraft) -> Bool {
    guard draft.speaker?.head == .document else { return false }
    return tokens.contains { pronoun($0).map(settings.participants.contains) ?? false }
  }

  /// Whether a verb only says when or if something is so: "when told".
  private func isConditional(_ verb: Int) -> Bool {
    text.hasEnding(verb, of: settings.conditionalEndings)
  }

  /// Whether a sentence holds a cue with a finite verb, or a phrase that looks like one.
  ///
  /// What is told by nobody, or only held to be so, may be told by the speaker as well.
  private func reports(_ tokens: Range<Int>) -> Bool {
    let tells = cueFinder.cues(in: tokens).contains { cue in
      switch cue.frame {
      case .summary: true
      case .verb: !isConditional(cue.tokens.upperBound - 1)
      default: false
      }
    }
    return tells
      || tokens.contains { token in
        text.phrases.matches(at: token).contains { match in
          match.end - match.start > 1
            && text.pack.lexicon.senses(at: match.node).contains {
              $0.lexicalClass == .cue && $0.attribute == CueFrame.none.rawValue
                && $0.detail != CueClass.belief.rawValue
            }
        }
      }
  }

  /// Whether a sentence begins with a time, a turn to another scene, or the speaker as "he".
  private func opensScene(_ index: Int, _ draft: QuotationDraft) -> Bool {
    let tokens = context.sentences[index].tokens
    let first = tokens.lowerBound
    // What a text tells has its own days, and so has who speaks all of a paragraph.
    let hasDays =
      draft.speaker?.head == .document || (draft.speaker != nil && hasParagraph(draft))
    if text.phrases.longest(.connective, at: first)?.sense.attribute
      == ConnectiveType.time.rawValue || (isClock(first) && !hasDays)
    {
      return true
    }
    if isDay(first), !looksAhead(tokens), !hasDays { return true }
    if let (match, _) = text.phrases.longest(.connective, at: first), match.end > first + 1 {
      return false
    }
    guard let lemma = pronoun(first), let (_, sense) = text.phrases.longest(.pronoun, at: first),
      sense.attribute == PronounCase.subject.rawValue, isOther(lemma)
    else { return false }
    // "They" are others than the one who speaks, and "he" is somebody else than those who do.
    let traits = PronounTraits(sense)
    if traits.isPlural { return !isOne(draft.speaker) && draft.speaker?.head != .document }
    return isOne(draft.speaker) && traits.politeness != .plain
      && !tellsOfAnother(before: index, draft)
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
    return text.phrases.longest(.measure, at: first)?.sense.attribute
      == MeasurePart.partOfDay.rawValue
      && context.kind(first + 1) != .comma && hasDigit(first + 1)
  }

  private func hasDigit(_ token: Int) -> Bool {
    if context.kind(token) == .number { return true }
    let bytes = text.document.text.bytes
    let start = Int(text.tokens[token].start)
    guard start + 2 < bytes.count else { return false }
    return bytes[start] == 0xE0 && bytes[start + 1] == 0xA7 && bytes[start + 2] >= 0xA6
      && bytes[start + 2] <= 0xAF
  }

  private func opensContrast(_ first: Int) -> Bool {
    text.phrases.longest(.connective, at: first)?.sense.attribute
      == ConnectiveType.contrast.rawValue
  }

  /// Whether a word names a day told from now, as reporters do: "yesterday", "last".
  private func isDay(_ token: Int) -> Bool {
    text.phrases.longest(.timeWord, at: token)?.sense.attribute == TimeType.deictic.rawValue
  }
}
