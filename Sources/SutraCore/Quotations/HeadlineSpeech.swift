/// Finds a headline that gives somebody's words and behind a colon who says them: "Prices will
/// rise: the minister".
struct HeadlineSpeech {
  /// Most tokens of the speaker.
  static let longestSpeaker = 8
  /// Fewest words of what is said.
  static let shortest = 3

  private let context: QuotationContext

  init(_ context: QuotationContext) { self.context = context }

  /// The quotation of the headline, when it is one, with those of the text behind it.
  func completed(_ drafts: [QuotationDraft]) -> [QuotationDraft] {
    guard let draft = draft(),
      let line = context.text.paragraphs.first
    else { return drafts }
    // Whatever else the line was read as is this.
    return [draft] + drafts.drop { $0.content.lowerBound < line.upperBound }
  }

  /// Whether a token is a colon and no semicolon.
  private func isColon(_ index: Int) -> Bool {
    context.text.document.text.bytes[Int(context.text.tokens[index].start)] == 0x3A
  }

  private func draft() -> QuotationDraft? {
    let text = context.text
    guard text.paragraphs.count > 1, let line = text.paragraphs.first, !line.isEmpty,
      let colon = line.last(where: { context.kind($0) == .colon }), isColon(colon),
      line.upperBound - colon - 1 <= Self.longestSpeaker, colon + 1 < line.upperBound,
      !line.contains(where: { context.kind($0) == .terminator && $0 != colon - 1 })
    else { return nil }
    let content = context.trimmed(line.lowerBound..<colon)
    guard content.count(where: { context.kind($0) == .word }) >= Self.shortest else { return nil }
    let reader = NounPhraseReader(context)
    let last = line.upperBound - 1
    guard let found = reader.head(endingAt: last), found.isNominative, found.head != .document
    else { return nil }
    if case .pronoun = found.head { return nil }
    let phrase = reader.phrase(of: found, from: colon + 1)
    return QuotationDraft(
      content: content, cue: nil, speaker: phrase, sentence: 0, isHeadline: true, confidence: 0.8,
      rule: .headline)
  }
}
