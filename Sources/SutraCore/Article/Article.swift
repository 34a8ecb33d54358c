/// A document with everything the analysis found in it.
///
/// All lists are in text order, but for `entities` and `sources`, which are in order of first
/// appearance; dates, amounts, events and what is named by a common noun alone come after
/// all other entities.
public struct Article: Sendable {
  /// The text and its parts.
  public let document: Document
  /// What names something.
  public let mentions: [Mention]
  /// What is named.
  public let entities: [Entity]
  /// What is said.
  public let quotations: [Quotation]
  /// Who said it: one for each quotation, at the same index.
  public let attributions: [Attribution]
  /// What the article rests on.
  public let sources: [Source]
  /// What went wrong.
  public let diagnostics: [Diagnostic]
  /// How its language tells what somebody says.
  public let wording: Wording
  /// Its sentences, apart and with their final marks.
  ///
  /// What stands in quotation marks belongs to the sentence around it. Paragraphs where nobody has
  /// looked for sentences.
  public let sentences: [Span]
  /// What somebody has noted on it.
  public internal(set) var notes: [ArticleNote]

  /// Makes an article from its parts; the defaults make one that is not analysed yet.
  public init(
    document: Document, mentions: [Mention] = [], entities: [Entity] = [],
    quotations: [Quotation] = [], attributions: [Attribution] = [], sources: [Source] = [],
    diagnostics: [Diagnostic] = [], wording: Wording = Wording(), sentences: [Span]? = nil,
    notes: [ArticleNote] = []
  ) {
    precondition(quotations.count == attributions.count, "one attribution for each quotation")
    self.document = document
    self.mentions = mentions
    self.entities = entities
    self.quotations = quotations
    self.attributions = attributions
    self.sources = sources
    self.diagnostics = diagnostics
    self.wording = wording
    self.sentences = sentences ?? document.paragraphs
    self.notes = notes
  }
}
