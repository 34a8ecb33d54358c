/// Turns a text into an article: the whole way, in one direction.
public struct ArticleAnalyzer: Sendable {
  private let languages: LanguageLibrary
  private let models: NameModels
  private let mostEntities: Int

  /// Makes an analyser.
  ///
  /// - Parameters:
  ///   - languages: The languages it knows.
  ///   - models: The models that find names.
  ///   - mostEntities: How many entities are told apart.
  public init(
    languages: LanguageLibrary = .builtIn, models: NameModels = .builtIn,
    mostEntities: Int = Limits.entities
  ) {
    self.languages = languages
    self.models = models
    self.mostEntities = mostEntities
  }

  /// The document of a text: any text has one, and it takes no reading of language tables.
  ///
  /// - Parameters:
  ///   - id: A name for it, usually its file name.
  ///   - text: The text.
  /// - Returns: The text with its paragraphs, headline and language.
  public func document(id: String, text: SourceText) -> Document {
    DocumentParser(languages: languages).document(id: id, text: text)
  }

  /// The article of a document: any document has one.
  public func article(_ document: Document) -> Article {
    guard let pack = languages.pack(document.language) else {
      return Article(document: document, diagnostics: Self.textDiagnostics(document))
    }
    return analyze(TokenizedDocument(document, pack))
  }

  /// The order of the steps.
  private func analyze(_ text: TokenizedDocument) -> Article {
    let sentences = SentenceSplitter(text).sentences()
    let found = ForeignParagraphs(text: text, languages: languages, models: models).replaced(
      in: MentionFinder(text).mentions(models.model(text.pack.code)))
    // Dates and amounts are nobody: what is said, and by whom, is read without them. So it is
    // without bodies named by a noun alone, such as "police", which the rules read as such.
    let parties = EntityLimit(found.filter { $0.isParty(in: text) }, text, most: mostEntities)
    let (names, mentions, entities) = (parties.names, parties.mentions, parties.entities)
    let entityOfName = mentions.map(\.entity)
    let context = QuotationContext(text, sentences, names)
    var drafts = CarryOn(context).completed(QuotationFinder(context: context).drafts())
    drafts =
      text.pack.settings.isVerbFinal
      ? StandingSpeech(context).completed(drafts) : UncuedSpeech(context).completed(drafts)
    let all = QuotationFinder.disjoint(drafts + TranscriptTurns(context).drafts(), context)
    let parted = QuotationLimit(all, text)
    drafts = parted.kept
    var attributor = Attributor(context, entityOfName, entities)
    let attributions = attributor.attributions(of: drafts)
    let parents = QuotationFinder.parents(of: drafts)
    let quotations = drafts.indices.map { index in
      drafts[index].quotation(
        in: context, parent: parents[index], speaker: attributions[index].speaker,
        beside: [index - 1, index + 1].filter(drafts.indices.contains).map { drafts[$0].content })
    }
    let finished = entities.indices.map { index in
      entities[index].entity(references: attributor.references[index] ?? [], text.document.text)
    }
    let values = EntityLimit(
      found.filter { !$0.isParty(in: text) }, text, most: mostEntities - entities.count)
    let named = NamedThings(mentions, finished).adding(
      values.mentions, values.entities.map { $0.entity(references: [], text.document.text) })
    let credit = CreditLine(context, entityOfName)
    return Article(
      document: text.document, mentions: named.mentions, entities: named.entities,
      quotations: quotations, attributions: attributions,
      sources: SourceCollector.sources(
        quotations, attributions, credit: credit, bylines: Byline.all(context, entityOfName),
        mentions, text.document.text),
      diagnostics: Self.textDiagnostics(text.document) + MarkDiagnostics.diagnostics(of: text)
        + LimitDiagnostics.nesting(text) + parties.diagnostics + values.diagnostics
        + parted.diagnostics)
  }

  /// What is wrong with the text itself, whatever it says.
  private static func textDiagnostics(_ document: Document) -> [Diagnostic] {
    document.text.diagnostics + HiddenCharacters.diagnostics(of: document.text)
      + LimitDiagnostics.diagnostics(of: document)
  }
}

extension EntityLinker.Draft {
  /// The entity this becomes.
  func entity(references: [Span], _ text: SourceText) -> Entity {
    var aliases: [String] = []
    let own = name
    for alias in names + references.map({ text[$0] })
    where alias != own && !aliases.contains(alias) { aliases.append(alias) }
    return Entity(
      kind: kind, name: own, aliases: aliases, mentions: mentions, references: references)
  }
}

/// Reports quotation marks that are not closed.
enum MarkDiagnostics {
  /// One diagnostic for each opening mark without a closing one.
  static func diagnostics(of text: TokenizedDocument) -> [Diagnostic] {
    text.pairs.filter(\.isUnterminated).map { pair in
      Diagnostic(
        code: .unterminatedQuotation, span: text.span(pair.open..<pair.close + 1),
        message: "An opening quotation mark is never closed; the quotation ends with its paragraph."
      )
    }
  }
}
