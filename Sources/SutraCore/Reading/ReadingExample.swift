/// A text as a trainer of second readings sees it: tokens with the rows of their features, and what the
/// rules have found.
package struct ReadingExample: Encodable {
  /// A quotation of the rules, in tokens.
  struct Draft: Encodable {
    /// The token of its cue by which it is known.
    let anchor: Int?
    let content: [Int]
    let speaker: [Int]?
    let rule: String
  }

  private let id: String
  /// Where each token begins and ends, in bytes.
  private let tokens: [[Int]]
  /// The paragraphs, each of which is read by itself, in tokens.
  private let units: [[Int]]
  /// The tokens with which sentences begin.
  private let sentences: [Int]
  /// How well each token stands for a cue.
  private let fitness: [Int]
  private let rows: [[UInt32]]
  private let drafts: [Draft]

  init(_ context: QuotationContext, _ drafts: [QuotationDraft]) {
    let text = context.text
    let anchor = ReadingAnchor(context: context)
    let features = ReadingFeatures(context, drafts)
    id = text.document.id
    tokens = text.tokens.map { [$0.span.start, $0.span.end] }
    units = text.paragraphs.map { [$0.lowerBound, $0.upperBound] }
    sentences = context.sentences.map(\.tokens.lowerBound)
    fitness = text.tokens.indices.map { anchor.fitness(of: $0).rawValue }
    rows = text.tokens.indices.map { token in
      var rows: [UInt32] = []
      features.addRows(of: token, to: &rows)
      return rows
    }
    self.drafts = drafts.map { draft in
      Draft(
        anchor: draft.cue.map { anchor.token(of: $0.tokens) },
        content: [draft.content.lowerBound, draft.content.upperBound],
        speaker: draft.speaker.map { [$0.tokens.lowerBound, $0.tokens.upperBound] },
        rule: draft.rule.rawValue)
    }
  }
}
