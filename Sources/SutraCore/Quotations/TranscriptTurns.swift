/// Finds the turns of a transcript: paragraphs that open with a name in capitals and a colon.
struct TranscriptTurns {
  /// The name under which the analysis tells it.
  static let ruleName = Construction.transcript
  /// Fewest turns that make a transcript.
  static let fewest = 2
  /// Most tokens of a name.
  static let longestName = 5
  /// Fewest words of a turn.
  static let shortest = 2

  private let context: QuotationContext
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) { self.context = context }

  /// The turns of the text, one draft each, in text order.
  func drafts() -> [QuotationDraft] {
    guard text.pack.settings.hasCapitals else { return [] }
    var found: [QuotationDraft] = []
    var sentence = 0
    for paragraph in text.paragraphs {
      guard let (name, start) = turn(paragraph) else { continue }
      let content = context.trimmed(start..<paragraph.upperBound)
      guard content.count(where: { context.kind($0) == .word }) >= Self.shortest else { continue }
      while sentence + 1 < context.sentences.count,
        context.sentences[sentence].tokens.upperBound <= content.lowerBound
      {
        sentence += 1
      }
      found.append(
        QuotationDraft(
          content: content, cue: nil, speaker: phrase(name), addressee: nil, medium: nil,
          sentence: sentence, confidence: 0.8, rule: Self.ruleName))
    }
    return found.count >= Self.fewest ? found : []
  }

  /// The name that opens a paragraph's turn, and where its words begin.
  private func turn(_ paragraph: Range<Int>) -> (name: Range<Int>, start: Int)? {
    var first = paragraph.lowerBound
    if first < paragraph.upperBound, context.kind(first) == .openingQuote { first += 1 }
    var end = first
    while end < paragraph.upperBound, end - first < Self.longestName,
      context.kind(end) == .word, text.tokens[end].style == 2
    {
      end += 1
    }
    guard end > first, end + 1 < paragraph.upperBound, context.kind(end) == .colon,
      text.tokens[end + 1].followsBlank
    else { return nil }
    return (first..<end, end + 1)
  }

  private func phrase(_ tokens: Range<Int>) -> NounPhrase {
    let mention = tokens.lazy.compactMap { context.name(at: $0) }.first
    return NounPhrase(
      tokens: tokens, headTokens: tokens, head: mention.map { .mention($0.index) } ?? .unknown,
      stemLength: 0)
  }
}
