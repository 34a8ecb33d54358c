/// A quotation that no rule has found, and how sure the network is of it.
struct ReadingFind {
  let draft: QuotationDraft
  /// How far it stands above what it needs.
  let surplus: Float
}

/// Makes quotations of what a network takes for said.
struct ReadingFinder {
  /// What is taken for right of those that nothing was counted for.
  static let confidence = 0.5

  let context: QuotationContext
  let bounds: ReadingBounds
  private let speakers: ReadingSpeaker
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext, _ bounds: ReadingBounds) {
    self.context = context
    self.bounds = bounds
    speakers = ReadingSpeaker(context)
  }

  /// The quotation that a token reports, when the network is sure enough of it.
  func find(at anchor: Int, _ report: ReadingReport, _ choice: ReadingChoice) -> ReadingFind? {
    guard let ends = choice.best(),
      let surplus = bounds.surplus(of: report, share: choice.share(of: ends))
    else { return nil }
    let content = context.opened(context.trimmed(ends.tokens))
    guard content.contains(where: { context.kind($0) == .word }),
      !context.cutsMarks(content, like: content)
    else { return nil }
    var draft = QuotationDraft(
      content: content, cue: cue(at: anchor, content), speaker: nil,
      sentence: context.sentence(of: anchor), confidence: Self.confidence, rule: .secondReading)
    draft.speaker = choice.source(report).flatMap { speakers.phrase(in: $0.tokens) }
    // Whoever asks who says so learns nothing from words of nobody.
    guard let speaker = draft.speaker, !isPassive(speaker, before: anchor) else { return nil }
    // "His mother, so-and-so, said": whoever speaks is nothing said.
    if content.lowerBound == speaker.tokens.lowerBound
      || content.overlaps(speaker.tokens) && !content.contains(anchor)
    {
      return nil
    }
    return ReadingFind(draft: draft, surplus: surplus)
  }

  /// Whether a speaker before a form of "be" and a participle is whom something is said to: "residents were | urged".
  private func isPassive(_ speaker: NounPhrase, before anchor: Int) -> Bool {
    guard speaker.tokens.upperBound <= anchor, !text.pack.settings.agentWords.isEmpty,
      let participle = text.phrases.longest(.cue, at: anchor)?.sense.attribute,
      participle != CueFrame.participle.rawValue
    else { return false }
    let lower = speaker.tokens.upperBound
    let index = context.behindAdverbs(before: anchor, from: lower)
    return index >= lower && text.functionType(index) == .copula
  }

  /// A token that reports as the tables know it, or as a verb of its own.
  private func cue(at anchor: Int, _ content: Range<Int>) -> Cue {
    guard let (match, sense) = text.phrases.longest(.cue, at: anchor),
      let frame = CueFrame(rawValue: sense.attribute),
      let cueClass = CueClass(rawValue: sense.detail)
    else { return Cue(tokens: anchor..<anchor + 1, frame: .verb, cueClass: .statement) }
    let end = anchor < content.lowerBound ? min(match.end, content.lowerBound) : match.end
    return Cue(
      tokens: anchor..<end, frame: frame == .none ? .verb : frame, cueClass: cueClass,
      share: sense.share, lemma: sense.value)
  }
}
