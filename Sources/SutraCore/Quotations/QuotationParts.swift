/// Reads the parts of a quotation that its rule leaves aside: segments, polarity and time.
struct QuotationParts {
  /// Most tokens between the parts of a content and its cue.
  static let farthest = 40
  /// Most tokens before a cue that may negate it.
  static let negationReach = 3

  let context: QuotationContext
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) { self.context = context }

  /// The parts of a content without the reporting clause set inside of it.
  func segments(of draft: QuotationDraft) -> [Range<Int>] {
    let content = draft.content
    guard let cue = draft.cue, content.contains(cue.tokens.lowerBound) else { return [content] }
    if let parts = spokenParts(content, around: cue) { return parts }
    let parties = [draft.speaker?.tokens, draft.addressee, draft.medium].compactMap { $0 }
      .filter { content.contains($0.lowerBound) && $0.upperBound <= content.upperBound }
    var first = parties.map(\.lowerBound).reduce(cue.tokens.lowerBound, min)
    var last = parties.map(\.upperBound).reduce(cue.tokens.upperBound, max)
    first = max(first, cue.tokens.lowerBound - Self.farthest)
    last = min(last, cue.tokens.upperBound + Self.farthest)
    while first > content.lowerBound, !isBorder(first - 1) { first -= 1 }
    while last < content.upperBound, !isBorder(last) { last += 1 }
    let parts = [content.lowerBound..<first, min(last, content.upperBound)..<content.upperBound]
      .map(context.trimmed).filter { part in part.contains { context.kind($0) == .word } }
    return parts.isEmpty ? [content] : parts
  }

  /// The parts of a content that begins and ends with quotation marks, the reporting clause
  /// between two pairs of them.
  private func spokenParts(_ content: Range<Int>, around cue: Cue) -> [Range<Int>]? {
    guard context.kind(content.lowerBound) == .openingQuote,
      text.pair(at: content.upperBound - 1) != nil
    else { return nil }
    var close = cue.tokens.lowerBound - 1
    while close > content.lowerBound, text.pair(at: close) == nil { close -= 1 }
    var open = cue.tokens.upperBound
    while open < content.upperBound, text.pair(at: open) == nil { open += 1 }
    guard close > content.lowerBound, open < content.upperBound else { return nil }
    return [content.lowerBound..<close + 1, open..<content.upperBound]
  }

  /// Whether the reporting clause cannot go on past a token.
  private func isBorder(_ index: Int) -> Bool {
    switch context.kind(index) {
    case .comma, .colon, .dash, .terminator: true
    case .openingQuote, .closingQuote: text.pair(at: index) != nil
    default: false
    }
  }

  /// Whether a cue is negated, or says that something is not so.
  func isNegated(_ cue: Cue?) -> Bool {
    guard let cue else { return false }
    let settings = text.pack.settings
    let words = settings.negations
    var isNegated = cue.cueClass == .denial
    var tokens = Array(cue.tokens)
    if text.has(.negationBehindCue) {
      tokens.append(cue.tokens.upperBound)
    } else {
      var index = cue.tokens.lowerBound - 1
      while index >= max(0, cue.tokens.lowerBound - Self.negationReach),
        text.functionType(index) != nil
      {
        tokens.append(index)
        index -= 1
      }
    }
    for token in tokens where token < text.tokens.count && context.kind(token) == .word {
      let word = text.text(token..<token + 1)
      let ends = cue.tokens.contains(token) && text.hasNegativeEnding(token)
      if ends || words.contains(word) { isNegated.toggle() }
    }
    return isNegated
  }

  /// When it was said: words of time in the sentence outside of what is said and of who says it.
  ///
  /// - Parameters:
  ///   - draft: The quotation.
  ///   - others: The contents of the quotations beside it.
  /// - Returns: The words, or those of a sentence behind that sums it up ("she said so on Monday").
  func time(of draft: QuotationDraft, beside others: [Range<Int>] = []) -> Range<Int>? {
    ownTime(of: draft, beside: others) ?? summaryTime(of: draft, beside: others)
  }

  private func summaryTime(of draft: QuotationDraft, beside others: [Range<Int>]) -> Range<Int>? {
    let next = draft.sentence + 1
    guard draft.cue != nil, next < context.sentences.count else { return nil }
    let tokens = context.sentences[next].tokens
    guard context.sentences[next].paragraph == context.sentences[draft.sentence].paragraph,
      !others.contains(where: { $0.overlaps(tokens) }),
      let cue = CueFinder(text: text).cues(in: tokens).first, cue.frame == .summary
    else { return nil }
    return tokens.firstIndex(where: tellsTime).map { start in
      var end = start + 1
      while end < cue.tokens.lowerBound, isTime(end) || isDayNumber(end) { end += 1 }
      return start..<end
    }
  }

  private func ownTime(of draft: QuotationDraft, beside others: [Range<Int>]) -> Range<Int>? {
    guard let cue = draft.cue else { return nil }
    let sentence = context.sentences[draft.sentence].tokens
    guard sentence.contains(cue.tokens.lowerBound) else { return nil }
    let closed = [draft.content, draft.speaker?.headTokens, cue.tokens].compactMap { $0 } + others
    let lower = max(sentence.lowerBound, cue.tokens.lowerBound - Self.farthest)
    let upper = min(sentence.upperBound, cue.tokens.upperBound + Self.farthest)
    var best: Range<Int>?
    var index = lower
    while index < upper {
      if let range = closed.first(where: { $0.contains(index) }) {
        index = max(index + 1, range.upperBound)
        continue
      }
      guard isTime(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < upper, isTime(end) || isDayNumber(end),
        !closed.contains(where: { $0.contains(end) })
      {
        end += 1
      }
      while end > index + 1, !isTime(end - 1), context.kind(end - 1) != .number { end -= 1 }
      let range = index..<end
      if range.contains(where: tellsTime),
        best.map({ distance($0, cue) > distance(range, cue) }) ?? true
      {
        best = range
      }
      index = end
    }
    return best
  }

  private func isTime(_ index: Int) -> Bool {
    text.allClasses(index).has(.timeWord) && context.name(at: index) == nil
  }

  private func isDayNumber(_ index: Int) -> Bool { context.kind(index) == .number }

  /// Whether a word tells a time by itself and does not just join clauses.
  private func tellsTime(_ index: Int) -> Bool {
    guard isTime(index) else { return false }
    if text.phrases.longest(.timeWord, at: index)?.sense.attribute == TimeType.deictic.rawValue {
      return true
    }
    if text.functionType(index) != nil { return false }
    return text.phrases.longest(.connective, at: index) == nil
  }

  private func distance(_ range: Range<Int>, _ cue: Cue) -> Int {
    min(
      abs(range.upperBound - cue.tokens.lowerBound), abs(range.lowerBound - cue.tokens.upperBound))
  }
}

extension QuotationDraft {
  /// The quotation this becomes; `parent` is the index of the one that holds it.
  func quotation(
    in context: QuotationContext, parent: Int?, speaker: Speaker?, beside others: [Range<Int>]
  ) -> Quotation {
    let isUnterminated = context.isUnterminated(content)
    let parts = QuotationParts(context)
    // A turn of an interview is told word by word.
    let form =
      innerForm ?? (rule == .transcript ? .direct : context.form(of: content, around: cue))
    return Quotation(
      form: form, content: context.text.span(content),
      cue: cue.map { context.text.span($0.tokens) }, isUnterminated: isUnterminated,
      confidence: confidence(form: form, speaker: speaker, context.text.pack.confidence),
      rule: rule,
      segments: parts.segments(of: self).map(context.text.span),
      reading: cue.map {
        $0.reading(in: context.text.pack.lexicon, text: context.text.text($0.tokens))
      },
      isNegated: parts.isNegated(cue),
      time: parts.time(of: self, beside: others).map(context.text.span),
      parent: parent, isMended: isMended, isSpeakerMended: isSpeakerMended)
  }
}

extension QuotationContext {
  /// Whether a content holds an opening mark that is never closed.
  func isUnterminated(_ content: Range<Int>) -> Bool {
    var index = content.lowerBound
    while index < content.upperBound {
      guard let pair = text.pair(at: index) else {
        index += 1
        continue
      }
      if pair.isUnterminated, pair.open >= content.lowerBound { return true }
      index = max(pair.close, index) + 1
    }
    return false
  }
}
