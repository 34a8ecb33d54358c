/// Finds words in quotation marks that no cue of the tables reports: a verb that reports nothing
/// elsewhere stands beside them ("...," she began), a colon, a signature, or nothing at all.
struct UncuedSpeech {
  /// The name under which the analysis tells it.
  static let ruleName = Construction.uncuedSpeech
  /// Fewest words of speech beside a verb or colon.
  static let shortest = 3
  /// Fewest words of speech that stands alone.
  static let shortestAlone = 8
  /// Fewest words of a reply, which is a paragraph of its own, and of what a colon introduces.
  static let shortestReply = 2
  /// Most paragraphs between somebody's words and a reply.
  static let farthestReply = 2
  /// Most paragraphs between somebody's words and more of them that a thing's sentence stands between.
  static let farthestTopic = 3
  /// Most tokens between the marks and a verb.
  static let farthest = 14

  let context: QuotationContext
  private let reader: ClauseReader
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) {
    self.context = context
    reader = ClauseReader(context)
  }

  /// The quotations with the speech outside of their contents added, in text order.
  func completed(_ found: [QuotationDraft]) -> [QuotationDraft] {
    var all: [QuotationDraft] = []
    all.reserveCapacity(found.count)
    var next = 0
    var sentence = 0
    // Where the contents so far end; a later one may end before an earlier one.
    var end = 0
    for pair in text.pairs {
      while next < found.count, found[next].content.lowerBound <= pair.close {
        all.append(found[next])
        end = max(end, found[next].content.upperBound)
        next += 1
      }
      guard end <= pair.open else { continue }
      while sentence < context.sentences.count,
        context.sentences[sentence].tokens.upperBound <= pair.open
      {
        sentence += 1
      }
      guard sentence < context.sentences.count else { break }
      let tokens = context.sentences[sentence].tokens
      guard pair.close < tokens.upperBound,
        var draft = draft(pair, sentence, tokens, after: all.last)
      else {
        continue
      }
      if draft.speaker == nil, spoke(all.last, before: sentence) {
        draft.carriesOn = true
      } else if draft.speaker == nil {
        draft.speaker = speakerBefore(sentence).flatMap { isParty($0) || isBody($0) ? $0 : nil }
        // "It was far away. “You had to wait there.”": whoever spoke not long before.
        if draft.speaker == nil,
          tokens.lowerBound > 0, context.kind(tokens.lowerBound - 1) == .terminator,
          spoke(all.last, before: sentence, within: Self.farthestTopic)
        {
          draft.carriesOn = true
          draft.followsSubject = true
        }
      }
      all.append(draft)
      end = draft.content.upperBound
    }
    return all + found[next...]
  }

  /// Whether the speaker of a quotation goes on in a sentence: in its paragraph or some behind it.
  private func spoke(
    _ last: QuotationDraft?, before sentence: Int, within paragraphs: Int = 1
  ) -> Bool {
    guard let last, last.speaker != nil || last.carriesOn else { return false }
    let paragraph = context.sentences[sentence].paragraph
    return paragraph - context.sentences[last.sentence].paragraph <= paragraphs
  }

  /// Whom the sentence before is about, in this paragraph or the one before.
  private func speakerBefore(_ sentence: Int) -> NounPhrase? {
    let paragraph = context.sentences[sentence].paragraph
    guard sentence > 0, paragraph - context.sentences[sentence - 1].paragraph <= 1 else {
      return nil
    }
    let before = context.sentences[sentence - 1].tokens
    return reader.mainSubject(of: before, before: before.upperBound)
  }

  /// Whether somebody may speak without a verb of saying: a person, a role, a group, never a thing.
  ///
  /// Bodies may too, where the sentence before is about one.
  private func isParty(_ subject: NounPhrase) -> Bool {
    switch subject.head {
    case .mention(let name): context.names[name].kind == .person
    case .role, .collective, .pronoun(isPlural: false, isThing: false): true
    default: false
    }
  }

  private func isBody(_ subject: NounPhrase) -> Bool {
    switch subject.head {
    case .mention(let name): context.names[name].kind == .organization
    case .media, .body: true
    default: false
    }
  }

  private func draft(
    _ pair: MarkPair, _ sentence: Int, _ tokens: Range<Int>, after before: QuotationDraft?
  ) -> QuotationDraft? {
    guard pair.close > pair.open + 1 else { return nil }
    let last = context.kind(pair.close - 1)
    guard last == .comma || last == .terminator else { return nil }
    let words = (pair.open..<min(pair.close, pair.open + 24)).count { context.kind($0) == .word }
    let followsColon = pair.open > 0 && context.kind(pair.open - 1) == .colon
    let isReply = last == .terminator && isReply(pair, sentence, before)
    guard words >= (followsColon || isReply ? Self.shortestReply : Self.shortest) else {
      return nil
    }
    let content = pair.open..<pair.close + 1
    if let (verb, speaker) = verbAfter(pair, tokens) ?? verbBefore(pair, tokens) {
      return QuotationDraft(
        content: content, cue: Cue(tokens: verb..<verb + 1, frame: .verb, cueClass: .statement),
        speaker: speaker, sentence: sentence, confidence: 0.75, rule: Self.ruleName)
    }
    let isWhole =
      isReply || context.trimmed(tokens).lowerBound == pair.open && words >= Self.shortestAlone
    let speaker = signature(after: pair, tokens) ?? (followsColon ? lead(pair, tokens) : nil)
    guard isWhole || followsColon || speaker != nil else { return nil }
    return QuotationDraft(
      content: content, cue: nil, speaker: speaker, sentence: sentence, confidence: 0.65,
      rule: Self.ruleName)
  }

  /// Whether marks fill a paragraph that stands near somebody's words, so that it answers or goes on
  /// with them.
  private func isReply(_ pair: MarkPair, _ sentence: Int, _ before: QuotationDraft?) -> Bool {
    guard let before, let paragraph = paragraph(at: pair.open),
      context.trimmed(paragraph) == pair.open..<pair.close + 1
    else { return false }
    let near = context.sentences[before.sentence].paragraph
    return context.sentences[sentence].paragraph - near <= Self.farthestReply
  }

  private func isFinite(_ index: Int) -> Bool {
    context.kind(index) == .word && !text.tokens[index].isCapitalized
      && text.classes(index).has(.lightVerb) && text.functionType(index) == nil
      && !text.pack.settings.linkingVerbs.contains(text.text(index..<index + 1))
  }

  /// A verb behind the marks with its subject: "...," she began; "...," began the speaker.
  private func verbAfter(_ pair: MarkPair, _ tokens: Range<Int>) -> (Int, NounPhrase?)? {
    var first = pair.close + 1
    if first < tokens.upperBound, context.kind(first) == .comma { first += 1 }
    guard first < tokens.upperBound, text.functionType(first) != .conjunction else { return nil }
    if isFinite(first) {
      return reader.subject(after: first + 1, to: tokens.upperBound).map { (first, $0) }
    }
    for index in first..<min(tokens.upperBound, first + Self.farthest) {
      guard context.kind(index) != .openingQuote, context.kind(index) != .colon else { return nil }
      guard index > first, isFinite(index) else { continue }
      guard case .phrase(let speaker) = reader.subject(before: index, from: first),
        speaker.tokens.lowerBound <= first + 1, speaker.relative == nil,
        speaker.cases.isDisjoint(with: .caseMarkers)
      else { return nil }
      return (index, speaker)
    }
    return nil
  }

  /// A verb before a comma or colon and the marks: she began, "...".
  private func verbBefore(_ pair: MarkPair, _ tokens: Range<Int>) -> (Int, NounPhrase?)? {
    let mark = pair.open - 1
    guard mark > tokens.lowerBound, context.kind(mark) == .comma || context.kind(mark) == .colon
    else { return nil }
    for index in stride(
      from: mark - 1, through: max(tokens.lowerBound + 1, mark - Self.farthest), by: -1)
    {
      if context.kind(index) == .comma { return nil }
      guard isFinite(index) else { continue }
      guard case .phrase(let speaker) = reader.subject(before: index, from: tokens.lowerBound),
        speaker.cases.isDisjoint(with: .caseMarkers)
      else { continue }
      return (index, speaker)
    }
    return nil
  }

  /// The last name before a colon and the marks: "More from so-and-so: ...".
  private func lead(_ pair: MarkPair, _ tokens: Range<Int>) -> NounPhrase? {
    let colon = pair.open - 1
    if let subject = reader.mainSubject(of: tokens, before: colon),
      isParty(subject)
    {
      return subject
    }
    for index in stride(
      from: colon - 1, through: max(tokens.lowerBound, colon - Self.farthest), by: -1)
    {
      guard let (number, name) = context.name(at: index), name.kind != .place, name.kind != .work
      else { continue }
      return NounPhrase(name.tokens, .mention(number))
    }
    return nil
  }

  private func paragraph(at token: Int) -> Range<Int>? {
    let index = text.paragraphs.partitioningIndex { $0.upperBound > token }
    return index < text.paragraphs.count ? text.paragraphs[index] : nil
  }

  /// The name after a dash behind the marks, or in the next line.
  private func signature(after pair: MarkPair, _ tokens: Range<Int>) -> NounPhrase? {
    var index = pair.close + 1
    if index < text.tokens.count, context.kind(index) == .terminator { index += 1 }
    guard index + 1 < text.tokens.count, context.kind(index) == .dash else { return nil }
    // A dash that opens a line of a list signs nothing above it.
    if index >= tokens.upperBound, let next = paragraph(at: index),
      next.upperBound - index > 8 || next.contains(where: { context.kind($0) == .openingQuote })
    {
      return nil
    }
    return reader.subject(after: index + 1, to: min(text.tokens.count, index + 10))
  }
}
