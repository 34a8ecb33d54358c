/// Finds the sentences that carry on with a speaker's words without a cue of their own.
///
/// After words reported with the cue before them, news goes on in the speaker's voice for a
/// sentence or two; what names a scene, a time or the speaker again is the reporter's.
struct CarryOn {
  /// The name under which the analysis tells it.
  static let ruleName = Construction.carryOn
  /// Most tokens between a quotation and the end of its sentence when more of it follows.
  static let longestJoint = 40
  /// Most sentences that carry on.
  static let longest = 6
  /// The rules after which a speaker's words carry on.
  static let leading: Set<Construction> = [
    .followingContent, .reportingNoun, .passiveReport,
  ]

  private let context: QuotationContext
  private let cueFinder: CueFinder
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) {
    self.context = context
    cueFinder = CueFinder(text: context.text)
  }

  /// The quotations with those that carry on added, in text order.
  func completed(_ drafts: [QuotationDraft]) -> [QuotationDraft] {
    var found: [QuotationDraft] = []
    found.reserveCapacity(drafts.count)
    for (index, draft) in drafts.enumerated() {
      found.append(draft)
      let isLastOfSentence =
        index + 1 == drafts.count || drafts[index + 1].sentence != draft.sentence
      guard isLastOfSentence else { continue }
      let limit =
        index + 1 < drafts.count ? drafts[index + 1].sentence : context.sentences.count
      if let more = speech(after: draft, before: limit) ?? sentences(after: draft, before: limit) {
        found.append(more)
      }
    }
    return found
  }

  /// The quotations with words in quotation marks behind them that are one with them.
  func joined(_ drafts: [QuotationDraft]) -> [QuotationDraft] {
    var found: [QuotationDraft] = []
    found.reserveCapacity(drafts.count)
    for (index, draft) in drafts.enumerated() {
      found.append(draft)
      let next = index + 1 < drafts.count ? drafts[index + 1].sentence : context.sentences.count
      if index + 1 == drafts.count || next != draft.sentence { join(into: &found, before: next) }
    }
    return found
  }

  /// Joins what follows a sentence in quotation marks to the direct speech in it, or to its last
  /// quotation.
  private func join(into found: inout [QuotationDraft], before limit: Int) {
    guard let last = found.last else { return }
    let first = found.lastIndex { $0.sentence != last.sentence }.map { $0 + 1 } ?? 0
    let index =
      found[max(first, found.count - 4)...].lastIndex { context.form(of: $0.content) == .direct }
      ?? found.count - 1
    let content = joined(found[index], before: limit)
    guard content != found[index].content else { return }
    found[index].content = content
  }

  /// The content of a quotation with the sentences after it that are nothing but quotation marks
  /// and what stands in them.
  private func joined(_ draft: QuotationDraft, before limit: Int) -> Range<Int> {
    var content = draft.content
    var next = draft.sentence + 1
    var paragraph = context.sentences[draft.sentence].paragraph
    guard
      content.upperBound + Self.longestJoint >= context.sentences[draft.sentence].tokens.upperBound
    else { return content }
    while next < limit {
      let sentence = context.sentences[next]
      let isNear =
        sentence.paragraph == paragraph
        || (sentence.paragraph == paragraph + 1 && endsInMark(content)
          && context.form(of: content) == .direct
          && content.upperBound == sentence.tokens.lowerBound)
      guard isNear, let first = sentence.tokens.first, context.kind(first) == .openingQuote else {
        break
      }
      let more = context.trimmed(sentence.tokens)
      guard context.form(of: more) == .direct else { break }
      content = content.lowerBound..<more.upperBound
      paragraph = sentence.paragraph
      next += 1
    }
    return content
  }

  private func endsInMark(_ content: Range<Int>) -> Bool {
    content.last.map { context.kind($0) == .closingQuote } ?? false
  }

  /// A sentence that is nothing but quotation marks and what stands in them.
  private func speech(after draft: QuotationDraft, before limit: Int) -> QuotationDraft? {
    let next = draft.sentence + 1
    guard next < limit, context.form(of: draft.content) != .indirect else { return nil }
    let sentence = context.sentences[next]
    guard sentence.paragraph - context.sentences[draft.sentence].paragraph <= 1 else { return nil }
    let content = context.trimmed(sentence.tokens)
    guard context.form(of: content) == .direct, content.count >= 6 else { return nil }
    return carried(content, next, confidence: 0.8)
  }

  private func sentences(after draft: QuotationDraft, before limit: Int) -> QuotationDraft? {
    guard Self.leading.contains(draft.rule),
      context.form(of: draft.content) != .direct, draft.cue?.cueClass != .demand,
      draft.cue?.cueClass != .denial,
      speaks(draft.speaker)
    else { return nil }
    var next = draft.sentence + 1
    let paragraph = context.sentences[draft.sentence].paragraph
    while next < limit, next - draft.sentence <= Self.longest,
      context.sentences[next].paragraph == paragraph, isSpeakers(next, of: draft)
    {
      next += 1
    }
    guard next > draft.sentence + 1 else { return nil }
    let first = context.sentences[draft.sentence + 1].tokens.lowerBound
    let content = context.trimmed(first..<context.sentences[next - 1].tokens.upperBound)
    guard content.count > 2 else { return nil }
    return carried(content, draft.sentence + 1, confidence: 0.65)
  }

  private func carried(
    _ content: Range<Int>, _ sentence: Int, confidence: Double
  ) -> QuotationDraft {
    QuotationDraft(
      content: content, cue: nil, speaker: nil, addressee: nil, medium: nil, sentence: sentence,
      carriesOn: true, confidence: confidence, rule: Self.ruleName)
  }

  /// Whether a speaker is one whose voice carries on: a medium's report does not.
  private func speaks(_ speaker: NounPhrase?) -> Bool {
    switch speaker?.head {
    case .mention(let name): !context.names[name].isMedia
    case .media, nil: false
    default: true
    }
  }

  /// Whether a sentence without cue is still the speaker's.
  private func isSpeakers(_ index: Int, of draft: QuotationDraft) -> Bool {
    let tokens = context.sentences[index].tokens
    if draft.speaker?.head != .document, isOwn(tokens) { return true }
    guard let first = tokens.first, !reports(tokens), !opensScene(first, draft) else {
      return false
    }
    if let name = context.name(at: first)?.name, name.kind == .person { return false }
    if namesSpeaker(tokens, draft) || isReporters(tokens, draft) { return false }
    if endsInSubject(tokens) { return false }
    let isSecond = index > draft.sentence + 1
    if opensContrast(first), isSecond || speaksOfSpeaker(tokens) { return false }
    for token in tokens {
      if isSecond, token - first <= Self.longestScene, text.classes(token).has(.timeWord),
        isDay(token)
      {
        return false
      }
      if let (match, sense) = text.phrases.longest(.document, at: token),
        sense.attribute == DocumentType.venue.rawValue,
        token - first <= Self.longestScene
          && match.cases.isDisjoint(with: [.genitive, .objective])
          || (token > first && text.functionType(token - 1) == .determiner)
      {
        return false
      }
    }
    return true
  }

  /// Whether a sentence speaks in the first person, as reporters of news do not.
  private func isOwn(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      guard context.kind(token) == .word else { return false }
      if text.classes(token).has(.pronoun),
        let (_, sense) = text.phrases.longest(.pronoun, at: token)
      {
        let lemma = text.pack.lexicon.value(of: sense) ?? text.text(token..<token + 1)
        return text.pack.settings.participants.contains(lemma)
      }
      let key = text.vocabulary.key(of: text.tokens[token].word)
      return text.pack.settings.firstPersonEndings.contains {
        key.suffix($0.count).elementsEqual($0)
      }
    }
  }

  /// Most tokens before a sentence's place that sets a scene.
  private static let longestScene = 3

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
  private func endsInSubject(_ tokens: Range<Int>) -> Bool {
    let content = context.trimmed(tokens)
    guard content.count > 3, let last = content.last, context.kind(last) == .word else {
      return false
    }
    if let (_, name) = context.name(at: last) {
      return (name.kind == .person || name.kind == .organization)
        && name.cases.isDisjoint(with: .caseMarkers)
        && name.tokens.upperBound == last + 1
    }
    if text.classes(last).has(.pronoun), let (_, sense) = text.phrases.longest(.pronoun, at: last) {
      let lemma = text.pack.lexicon.value(of: sense) ?? text.text(last..<last + 1)
      return sense.attribute == PronounCase.subject.rawValue
        && !text.pack.settings.participants.contains(lemma)
        && !text.pack.settings.things.contains(lemma)
    }
    return text.phrases.matches(at: last).contains { match in
      match.end == last + 1 && match.cases == .classifier
        && text.pack.lexicon.senses(at: match.node).contains { $0.lexicalClass == .role }
    }
  }

  /// Whether a pronoun for one person stands in a sentence.
  private func speaksOfSpeaker(_ tokens: Range<Int>) -> Bool {
    let reader = NounPhraseReader(context)
    let hasParty = tokens.contains { token in
      reader.head(endingAt: token).map { $0.isNominative && $0.head == .collective } ?? false
    }
    return tokens.contains { token in
      guard text.classes(token).has(.pronoun),
        let (_, sense) = text.phrases.longest(.pronoun, at: token)
      else { return false }
      let traits = PronounTraits(sense)
      let lemma = text.pack.lexicon.value(of: sense) ?? text.text(token..<token + 1)
      return !traits.isPlural && traits.politeness == .polite
        && (sense.attribute == PronounCase.subject.rawValue || hasParty)
        && !text.pack.settings.participants.contains(lemma)
        && !text.pack.settings.things.contains(lemma)
    }
  }

  /// Whether those who write speak of what they have found themselves, after a text's words.
  private func isReporters(_ tokens: Range<Int>, _ draft: QuotationDraft) -> Bool {
    guard draft.speaker?.head == .document else { return false }
    return tokens.contains { token in
      guard let (_, sense) = text.phrases.longest(.pronoun, at: token) else { return false }
      let lemma = text.pack.lexicon.value(of: sense) ?? text.text(token..<token + 1)
      return text.pack.settings.participants.contains(lemma)
    }
  }

  /// Whether a sentence holds a cue, or a phrase that looks like one.
  private func reports(_ tokens: Range<Int>) -> Bool {
    if cueFinder.cues(in: tokens).contains(where: {
      $0.frame == .verb || $0.frame == .passive || $0.frame == .summary
    }) {
      return true
    }
    return tokens.contains { token in
      text.phrases.matches(at: token).contains { match in
        match.end - match.start > 1
          && text.pack.lexicon.senses(at: match.node).contains {
            $0.lexicalClass == .cue && $0.attribute == CueFrame.none.rawValue
          }
      }
    }
  }

  /// Whether a sentence begins with a time, a turn to another scene, or the speaker as "he".
  private func opensScene(_ first: Int, _ draft: QuotationDraft) -> Bool {
    if let (_, sense) = text.phrases.longest(.connective, at: first),
      sense.attribute == ConnectiveType.time.rawValue
    {
      return true
    }
    let classes = text.classes(first)
    if isDay(first) || isClock(first) { return true }
    guard classes.has(.pronoun), let (_, sense) = text.phrases.longest(.pronoun, at: first) else {
      return false
    }
    let lemma = text.pack.lexicon.value(of: sense) ?? text.text(first..<first + 1)
    // "They" are others than the one who speaks.
    if PronounTraits(sense).isPlural, isOne(draft.speaker) { return false }
    return sense.attribute == PronounCase.subject.rawValue
      && !text.pack.settings.things.contains(lemma)
      && !text.pack.settings.participants.contains(lemma)
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
