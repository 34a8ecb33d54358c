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

  let context: QuotationContext
  private let cueFinder: CueFinder
  let reader: NounPhraseReader
  var text: TokenizedDocument { context.text }
  var settings: LanguageSettings { text.pack.settings }

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
    if draft.rule == .accordingTo { return isOpinion(draft) ? .any : .added }
    guard Self.leading.contains(draft.rule) else { return nil }
    switch draft.cue?.cueClass {
    case .demand, .denial: return .marked
    default: return .any
    }
  }

  /// Whether a phrase of one word tells what persons think, and no count: "in the view of".
  private func isOpinion(_ draft: QuotationDraft) -> Bool {
    guard draft.cue?.tokens.count == 1 else { return false }
    switch draft.speaker?.head {
    case .mention(let name): return context.names[name].kind == .person
    case .role, .collective: return true
    default: return false
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
    context.sentences[index].tokens.first.map(context.isAddition) ?? false
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
    guard let first = tokens.first, !reports(tokens), !opensScene(index, draft), !sees(tokens)
    else {
      return false
    }
    if namesSpeaker(tokens, draft) || isReporters(tokens, draft) || isSigned(tokens) {
      return false
    }
    let said = draft.content.lowerBound..<max(draft.content.lowerBound + 1, first)
    if endsInSubject(tokens, said, draft) || isUnsaid(tokens) || isUnreached(tokens) {
      return false
    }
    if tellsOfDeed(tokens, said) { return false }
    if opensContrast(first),
      speaksElsewhere(draft) || (speaksOfSpeaker(tokens) && !speaksOfSpeaker(said))
    {
      return false
    }
    if draft.speaker?.head == .document, !hasParagraph(draft),
      context.name(at: first)?.name.kind == .person
    {
      return false
    }
    let isFirst = index == draft.sentence + 1
    return !setsScene(tokens, said, draft, isFirst: isFirst)
  }

  /// Fewest paragraphs of an article in which they part who speaks.
  private static let fewestParagraphs = 5

  /// Whether a speaker opens a paragraph of an article that has one for each, so that all of it is
  /// theirs; what was said elsewhere, as in a podcast, is soon told in the reporter's words.
  func hasParagraph(_ draft: QuotationDraft) -> Bool {
    let paragraph = context.sentences[draft.sentence].paragraph
    return !speaksElsewhere(draft) && text.paragraphs.count >= Self.fewestParagraphs
      && (draft.sentence == 0 || context.sentences[draft.sentence - 1].paragraph != paragraph)
  }

  /// Whether a sentence ends with a verb for what is to come or may be.
  func looksAhead(_ tokens: Range<Int>) -> Bool {
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
        || (!settings.firstPersonWords.isEmpty && context.name(at: token) == nil
          && settings.firstPersonWords.contains(text.text(token..<token + 1)))
    }
  }

  /// The lemma of a pronoun at a token.
  func pronoun(_ token: Int) -> String? {
    text.classes(token).has(.pronoun) ? text.pronounLemma(at: token) : nil
  }

  /// Whether the speaker is named again, as a reporter does: "So-and-so sat down in the road".
  func namesSpeaker(_ tokens: Range<Int>, _ draft: QuotationDraft) -> Bool {
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
  private func endsInSubject(
    _ tokens: Range<Int>, _ said: Range<Int>, _ draft: QuotationDraft
  ) -> Bool {
    let content = withoutBracket(context.trimmed(tokens))
    let isText = draft.speaker?.head == .document
    guard content.count > 3, let last = content.last, context.kind(last) == .word else {
      return false
    }
    if let (_, name) = context.name(at: last) {
      // What informants tell has many who do things.
      return (name.kind == .person || name.kind == .organization) && !isInformant(draft)
        && name.cases.isDisjoint(with: .caseMarkers)
        && name.tokens.upperBound == last + 1 && !isNamed(name, in: said)
    }
    if let lemma = pronoun(last), let (_, sense) = text.phrases.longest(.pronoun, at: last) {
      guard sense.attribute == PronounCase.subject.rawValue, isOther(lemma),
        !isText, !(hasParagraph(draft) && draft.speaker != nil)
      else { return false }
      let traits = PronounTraits(sense)
      if traits.isPlural { return !tellsOfOthers(said) && !isOwnGroup(draft, verb: last - 1) }
      // Nobody speaks of themselves so plainly, nor does a reporter of them.
      return traits.politeness != .plain && !goesOnAbout(said, draft, verb: last - 1)
    }
    return text.phrases.matches(at: last).contains { match in
      match.end == last + 1 && match.cases == .classifier
        && text.pack.lexicon.senses(at: match.node).contains { $0.lexicalClass == .role }
    }
  }

  /// Whether a sentence tells what somebody of whom nothing was said did just then, as a reporter does:
  /// "Salma Khatun looked on".
  private func tellsOfDeed(_ tokens: Range<Int>, _ said: Range<Int>) -> Bool {
    guard let (_, name) = context.name(at: tokens.lowerBound), name.kind == .person,
      name.tokens.lowerBound == tokens.lowerBound, name.cases.isDisjoint(with: .caseMarkers),
      let last = context.trimmed(tokens).last, context.kind(last) == .word
    else { return false }
    return text.hasEnding(last, of: settings.narrativeEndings) && !isNamed(name, in: said)
  }

  /// Whether a report rests on informants whom nobody names: "it is known from local sources".
  private func isInformant(_ draft: QuotationDraft) -> Bool {
    guard draft.rule == .passiveReport, let speaker = draft.speaker, speaker.head == .document,
      let head = speaker.headTokens.first
    else { return false }
    return text.phrases.longest(.anonymity, at: head) != nil
  }

  /// Whether a sentence only says what was not said: "she did not say when".
  private func isUnsaid(_ tokens: Range<Int>) -> Bool {
    guard let last = context.trimmed(tokens).last, text.hasNegativeEnding(last) else {
      return false
    }
    return text.phrases.longest(.cue, at: last) != nil
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

  /// Whether several are told of in some tokens, so that "they" are those.
  func tellsOfOthers(_ said: Range<Int>) -> Bool {
    said.suffix(Self.longestSaid).contains { token in
      guard let found = reader.head(endingAt: token), found.isNominative else { return false }
      switch found.head {
      case .collective: return true
      case .role, .mention: return found.cases.contains(.plural)
      default: return false
      }
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
  func isOther(_ lemma: String) -> Bool {
    !settings.participants.contains(lemma) && !settings.things.contains(lemma)
  }

  /// Whether those who write speak of what they have found themselves, after a text's words.
  private func isReporters(_ tokens: Range<Int>, _ draft: QuotationDraft) -> Bool {
    guard draft.speaker?.head == .document else { return false }
    return tokens.contains { pronoun($0).map(settings.participants.contains) ?? false }
  }

  /// Fewest tokens of words in marks that are somebody's speech.
  private static let shortestSpeech = 6

  /// Whether speech in marks stands behind a comma in a sentence: "The coach looks ahead, ‘...’".
  private func speaksInMarks(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().contains { token in
      guard context.kind(token) == .openingQuote, context.kind(token - 1) == .comma,
        let pair = text.pair(at: token)
      else { return false }
      return pair.open == token && pair.close - pair.open >= Self.shortestSpeech
    }
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
      // "By the commission's count, ..." is somebody else's.
      case .phrase:
        cue.tokens.upperBound < tokens.upperBound && context.kind(cue.tokens.upperBound) == .comma
      default: false
      }
    }
    return tells || speaksInMarks(tokens)
      || tokens.contains { token in
        text.phrases.matches(at: token).contains { match in
          match.end - match.start > 1
            && (text.isPolite(match.end - 1) || text.hasNegativeEnding(match.end - 1)
              || isConditional(match.end - 1))
            && text.pack.lexicon.senses(at: match.node).contains {
              $0.lexicalClass == .cue && $0.attribute == CueFrame.none.rawValue
                && $0.detail != CueClass.belief.rawValue
            }
        }
      }
  }
}
