/// Finds the sentences that carry on with a speaker's words without a cue of their own.
///
/// After words reported with the cue before them, news goes on in the speaker's voice; what names a
/// scene, a time or the speaker again is the reporter's, as `SpeakersVoice` tells.
struct CarryOn {
  /// The name under which the analysis tells it.
  static let ruleName = Construction.carryOn
  /// Most tokens between a quotation and the end of its sentence when more of it follows.
  static let longestJoint = 40
  /// Most sentences that carry on.
  static let longest = 20

  private let context: QuotationContext
  private let voice: SpeakersVoice

  init(_ context: QuotationContext) {
    self.context = context
    voice = SpeakersVoice(context)
  }

  /// The quotations with those that carry on added, in text order.
  func completed(_ drafts: [QuotationDraft]) -> [QuotationDraft] {
    var found: [QuotationDraft] = []
    found.reserveCapacity(drafts.count)
    var named: NounPhrase?
    let limits = limits(drafts)
    for (index, draft) in drafts.enumerated() {
      // What is held to be so in the middle of somebody's words is a part of them.
      if draft.cue?.isHeld == true, let last = found.last, last.rule == Self.ruleName,
        last.content.contains(draft.content.lowerBound)
      {
        continue
      }
      found.append(draft)
      if case .mention(let name) = draft.speaker?.head, context.names[name].kind == .person {
        named = draft.speaker
      }
      let isLastOfSentence =
        index + 1 == drafts.count || drafts[index + 1].sentence != draft.sentence
      guard isLastOfSentence else { continue }
      let limit = limits[index]
      var last = draft
      while let more = speech(after: last, before: limit) {
        found.append(more)
        last = more
      }
      if last.sentence == draft.sentence,
        let more = sentences(after: draft.spoken(by: named), before: limit)
      {
        found.append(more)
      }
    }
    return found
  }

  /// For each quotation the sentence of the next that tells more than what is held to be so.
  private func limits(_ drafts: [QuotationDraft]) -> [Int] {
    var limits = Array(repeating: context.sentences.count, count: drafts.count)
    for index in drafts.indices.dropLast().reversed() {
      let next = drafts[index + 1]
      limits[index] = next.cue?.isHeld == true ? limits[index + 1] : next.sentence
    }
    return limits
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
      guard context.form(of: more) == .direct else {
        content = content.lowerBound..<(opened(sentence, behind: content) ?? content.upperBound)
        break
      }
      content = content.lowerBound..<more.upperBound
      paragraph = sentence.paragraph
      next += 1
    }
    return content
  }

  /// Where the marks close that open a sentence, when it goes on behind them: "“We could win,” | which nobody had
  /// thought".
  private func opened(_ sentence: Sentence, behind content: Range<Int>) -> Int? {
    guard context.text.has(.narratorOutsideMarks), context.form(of: content) == .direct,
      context.sentences[context.sentence(of: content.lowerBound)].paragraph == sentence.paragraph,
      let pair = context.text.pair(at: sentence.tokens.lowerBound),
      pair.open == sentence.tokens.lowerBound, pair.close < sentence.tokens.upperBound,
      context.isSpeech(pair)
    else { return nil }
    return pair.close + 1
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
    guard context.form(of: content) == .direct, content.count >= 6,
      // In a paragraph of its own it is speech only where a sentence ends in it: a heading has none.
      sentence.paragraph == context.sentences[draft.sentence].paragraph
        || context.kind(content.upperBound - 2) == .terminator
    else { return nil }
    return carried(content, next, of: draft, confidence: 0.8)
  }

  private func sentences(after draft: QuotationDraft, before limit: Int) -> QuotationDraft? {
    guard let opening = voice.opening(behind: draft) else { return nil }
    var next = draft.sentence + 1
    let paragraph = context.sentences[draft.sentence].paragraph
    while next < limit, next - draft.sentence <= Self.longest,
      context.sentences[next].paragraph == paragraph, mayFollow(next, opening, draft)
    {
      if voice.isSpeakers(next, of: draft) {
        next += 1
      } else if opening == .any,
        let own = voice.ownWords(from: next, of: draft, before: limit)
      {
        next = own + 1
      } else {
        break
      }
    }
    guard next > draft.sentence + 1 else { return nil }
    let first = context.sentences[draft.sentence + 1].tokens.lowerBound
    let content = context.trimmed(first..<context.sentences[next - 1].tokens.upperBound)
    guard content.count > 2 else { return nil }
    return carried(content, draft.sentence + 1, of: draft, confidence: 0.65)
  }

  private func mayFollow(
    _ next: Int, _ opening: SpeakersVoice.Opening, _ draft: QuotationDraft
  ) -> Bool {
    switch opening {
    case .any: true
    case .marked: next > draft.sentence + 1 || voice.isMarked(next)
    case .added: voice.isAdded(next)
    }
  }

  private func carried(
    _ content: Range<Int>, _ sentence: Int, of draft: QuotationDraft, confidence: Double
  ) -> QuotationDraft {
    QuotationDraft(
      content: content, cue: nil, speaker: nil, addressee: nil, medium: nil, sentence: sentence,
      carriesOn: draft.speaker != nil || draft.carriesOn, confidence: confidence,
      rule: Self.ruleName)
  }
}

extension QuotationDraft {
  /// The draft with whoever was named last in the place of "she" or "the mayor".
  fileprivate func spoken(by named: NounPhrase?) -> QuotationDraft {
    guard let named, let head = speaker?.head else { return self }
    switch head {
    case .role, .pronoun(isPlural: false, isThing: false):
      var draft = self
      draft.speaker = named
      return draft
    default: return self
    }
  }
}
