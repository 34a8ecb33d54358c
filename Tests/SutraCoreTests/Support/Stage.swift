import SutraResources
import SutraTestSupport
import Testing

@testable import SutraCore

/// A sentence with what one step should find written into it, and the text that the step reads.
///
/// The sentence without marks is analysed up to the step; what the step finds is written into it again,
/// so that a test compares two sentences and shows both. `¶` parts paragraphs.
struct Stage {
  /// A row of a table of cases: a language and a marked sentence.
  struct Case: CustomTestStringConvertible, Sendable {
    let language: String
    let marked: String
    var testDescription: String { "\(language): \(marked)" }

    init(_ language: String, _ marked: String) {
      self.language = language
      self.marked = marked
    }
  }

  let marked: MarkedText
  let context: QuotationContext
  let entityOfName: [Int]
  let entities: [EntityLinker.Draft]
  var text: TokenizedDocument { context.text }

  init(_ row: Case) throws {
    marked = MarkedText(row.marked.replacing("¶", with: "\n\n"))
    let text = try Fixtures.tokens(marked.text, language: row.language)
    let names = MentionFinder.mentions(in: text, NameModels.builtIn.model(row.language))
      .filter { $0.isParty(in: text) }
    (entityOfName, entities) = EntityLinker.link(names, text)
    context = QuotationContext(text, SentenceSplitter(text).sentences(), names)
  }

  /// The tokens in the first mark of a label.
  func tokens(_ label: String) -> Range<Int>? {
    marked.marks(label).first.map { mark in
      let first = text.tokens.partitioningIndex { Int($0.start) >= mark.bytes.lowerBound }
      let end = text.tokens.partitioningIndex { Int($0.start) >= mark.bytes.upperBound }
      return first..<max(first, end)
    }
  }

  /// A mark on tokens; none on no tokens.
  func mark(_ label: String, _ tokens: Range<Int>?) -> [MarkedText.Mark] {
    guard let tokens, !tokens.isEmpty else { return [] }
    let span = text.span(tokens)
    return [MarkedText.Mark(label, span.start..<span.end)]
  }

  /// A mark on bytes.
  func mark(_ label: String, _ span: Span) -> MarkedText.Mark {
    MarkedText.Mark(label, span.start..<span.end)
  }

  /// The sentence with the marks of some labels, which are given, and with what was found.
  func written(given labels: [String] = [], _ found: [MarkedText.Mark]) -> String {
    MarkedText(marked.text, marks: marked.marks.filter { labels.contains($0.label) } + found)
      .written.replacing("\n\n", with: "¶")
  }

  /// The sentence of a token.
  func sentence(of token: Int) -> Int {
    context.sentences.partitioningIndex { $0.tokens.upperBound > token }
  }

  /// The cue that begins with the mark of a label, and its clause.
  func cue(_ label: String = "c") -> (cue: Cue, clause: CueClause)? {
    guard let tokens = tokens(label) else { return nil }
    let number = sentence(of: tokens.lowerBound)
    let sentence = context.sentences[number].tokens
    let cues = CueFinder(text: text).cues(in: sentence)
    guard let cue = cues.first(where: { $0.tokens == tokens }) else { return nil }
    return (
      cue,
      CueClause(
        context: context, sentenceIndex: number, tokens: sentence, cues: cues, previous: nil)
    )
  }

  /// The quotations before a step of the language's grammar.
  func drafts(before step: QuotationStep) -> [QuotationDraft] {
    var drafts = QuotationFinder(context: context).drafts()
    for earlier in text.pack.settings.grammar.quotationSteps {
      if earlier == step { break }
      drafts = earlier.completed(drafts, in: context)
    }
    return drafts
  }
}
