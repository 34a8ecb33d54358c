/// Finds words in quotation marks inside of direct speech, with a cue before them: “I told the
/// mayor, ‘Save the school.’”, in a language whose verb ends its clause.
struct InnerSpeech {
  /// Most tokens between an inner mark and its subject.
  static let farthest = 16
  /// Most quotations inside of one.
  static let most = 8

  private let context: QuotationContext
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) { self.context = context }

  /// The quotations with those inside of their contents added, each behind the one that holds it.
  func completed(_ found: [QuotationDraft]) -> [QuotationDraft] {
    var all: [QuotationDraft] = []
    all.reserveCapacity(found.count)
    for draft in found {
      all.append(draft)
      guard context.form(of: draft.content) == .direct else { continue }
      all += inside(draft)
    }
    return all
  }

  private func inside(_ outer: QuotationDraft) -> [QuotationDraft] {
    var found: [QuotationDraft] = []
    let content = outer.content
    var index = content.lowerBound + 1
    while index < content.upperBound - 1, found.count < Self.most {
      guard context.kind(index) == .openingQuote, text.pair(at: index)?.open != index,
        let close = close(of: index, before: content.upperBound - 1)
      else {
        index += 1
        continue
      }
      if let draft = draft(index..<close + 1, outer) { found.append(draft) }
      index = close + 1
    }
    return found
  }

  private func close(of open: Int, before end: Int) -> Int? {
    let style = text.tokens[open].style & 7
    return (open + 1..<max(open + 1, end)).first {
      context.kind($0) == .closingQuote && text.tokens[$0].style & 7 == style
    }
  }

  private func draft(_ content: Range<Int>, _ outer: QuotationDraft) -> QuotationDraft? {
    var last = content.lowerBound - 1
    if last > outer.content.lowerBound, [.comma, .colon].contains(context.kind(last)) { last -= 1 }
    let lower = max(outer.content.lowerBound + 1, last - Self.farthest)
    var start = last
    while start > lower, ![.terminator, .openingQuote].contains(context.kind(start - 1)) {
      start -= 1
    }
    guard start <= last,
      let cue = cue(endingAt: last, from: start)
    else { return nil }
    let subject = subject(before: cue.tokens.lowerBound, from: start)
    var draft = QuotationDraft(
      content: content, cue: cue, speaker: subject ?? outer.speaker, sentence: outer.sentence,
      isChained: true, confidence: 0.7, rule: .innerSpeech)
    draft.isInner = true
    return draft
  }

  private func cue(endingAt last: Int, from start: Int) -> Cue? {
    for index in max(start, last - 3)...last {
      guard let (match, sense) = text.phrases.longest(.cue, at: index), match.end == last + 1,
        match.stemLength == 0, let frame = CueFrame(rawValue: sense.attribute), frame == .verb,
        let cueClass = CueClass(rawValue: sense.detail)
      else { continue }
      return Cue(
        tokens: index..<match.end, frame: frame, cueClass: cueClass, share: sense.share,
        lemma: sense.value)
    }
    return nil
  }

  private func subject(before cue: Int, from start: Int) -> NounPhrase? {
    let reader = NounPhraseReader(context)
    for index in (start..<cue).reversed() {
      guard let found = reader.head(endingAt: index), found.isNominative else { continue }
      return reader.subject(of: found, from: start)
    }
    return nil
  }
}
