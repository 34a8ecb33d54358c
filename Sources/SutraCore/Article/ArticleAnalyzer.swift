import SutraWords

/// Turns a text into an article: the whole way, in one direction.
public struct ArticleAnalyzer: Sendable {
  let languages: LanguageLibrary
  private let models: NameModels
  private var readings: SecondReadings
  private let mostEntities: Int
  private var findsNothing = false

  /// Makes an analyser.
  ///
  /// - Parameters:
  ///   - languages: The languages it knows.
  ///   - models: The models that find names.
  ///   - readings: The networks that read a second time what the rules have read.
  ///   - mostEntities: How many entities are told apart.
  public init(
    languages: LanguageLibrary, models: NameModels, readings: SecondReadings = .none,
    mostEntities: Int = Limits.entities
  ) {
    self.languages = languages
    self.models = models
    self.readings = readings
    self.mostEntities = mostEntities
  }

  /// The same for whoever wants the text alone: its articles have nothing in them that is found by reading.
  public func findingNothing() -> ArticleAnalyzer {
    var analyzer = self
    analyzer.findsNothing = true
    return analyzer
  }

  /// The same without a second reading.
  public var firstReading: ArticleAnalyzer {
    var analyzer = self
    analyzer.readings = .none
    return analyzer
  }

  /// Whether a document is read a second time, by a network for its language.
  public func readsTwice(_ document: Document) -> Bool {
    !findsNothing && readings.reads(document)
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
    article(document, stop: .never) ?? Article(document: document)
  }

  /// The article of a document, unless nobody waits for it any more.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - isCancelled: Asked again and again on this thread, so it should answer at once; when it
  ///     says yes, the analysis ends within a fraction of a second even of a very long article.
  /// - Returns: The article, or `nil` when the analysis was cancelled.
  public func article(
    _ document: Document, unless isCancelled: @escaping @Sendable () -> Bool
  ) -> Article? {
    article(document, stop: StopSign(isCancelled))
  }

  private func article(_ document: Document, stop: StopSign) -> Article? {
    guard let pack = languages.pack(document.language) else {
      let flaw = languages.flaw(of: document.language).map { flaw in
        Diagnostic(
          code: .unreadableLanguage, span: Span(start: 0, end: 0),
          Message("note.language", ["flaw": flaw.message]))
      }
      return Article(
        document: document, diagnostics: Self.textDiagnostics(document) + [flaw].compactMap { $0 })
    }
    if findsNothing {
      return Article(document: document, diagnostics: Self.textDiagnostics(document))
    }
    // Tokens and all that hangs on them are let go before the article is put together.
    let findings = findings(TokenizedDocument(document, pack, stop: stop))
    return stop.isUp ? nil : findings?.article(of: document, pack.wording)
  }

  /// The order of the steps; `nil` when the analysis was cancelled.
  ///
  /// A large article has very many names and quotations, so each step's lists are let go as soon as
  /// the last step that reads them is done, and mentions are made last.
  private func findings(_ tokenized: TokenizedDocument) -> Findings? {
    guard !tokenized.stop.isUp, let (text, names, others) = names(in: tokenized),
      !text.stop.isUp
    else { return nil }
    let parties = EntityLimit(names, text, most: mostEntities)
    let (entityOfName, entities) = (parties.entityOfName, parties.entities)
    let context = QuotationContext(text, SentenceSplitter(text).sentences(), parties.names)
    guard !text.stop.isUp, let ruled = drafts(in: context) else { return nil }
    let all = readAgain(ruled, in: context)
    guard !text.stop.isUp else { return nil }
    let parted = QuotationLimit(all, text)
    let drafts = parted.kept
    let attributed = Attributor(context, entityOfName, entities).attributions(of: drafts)
    let attributions = attributed.attributions
    guard !text.stop.isUp else { return nil }
    let quotations = quotations(drafts, attributions, context)
    let finished = entities.indices.map { index in
      entities[index].entity(references: attributed.references[index] ?? [], text.document.text)
    }
    let values = EntityLimit(
      ValueRules(text).whole(others), text, most: mostEntities - entities.count)
    return Findings(
      quotations: quotations, attributions: attributions,
      parties: NamedThings(EntityLinker.mentions(parties.names, entityOfName, text), finished),
      values: NamedThings(
        EntityLinker.mentions(others, values.entityOfName, text),
        values.entities.map { $0.entity(references: [], text.document.text) }),
      sentences: context.sentences.map { text.span($0.tokens) },
      credit: CreditLine(context, entityOfName), bylines: Byline.all(context, entityOfName),
      confirmers: Confirmer.all(context, entityOfName, drafts),
      diagnostics: MarkDiagnostics.diagnostics(of: text) + LimitDiagnostics.nesting(text)
        + parties.diagnostics + values.diagnostics + parted.diagnostics)
  }

  /// What a trainer of second readings learns from: the text as it is before the second reading, with
  /// what the rules have found; `nil` where its language cannot be read.
  package func readingExample(_ document: Document) -> ReadingExample? {
    guard let pack = languages.pack(document.language),
      let (text, names, _) = names(in: TokenizedDocument(document, pack))
    else { return nil }
    let parties = EntityLimit(names, text, most: mostEntities)
    let context = QuotationContext(text, SentenceSplitter(text).sentences(), parties.names)
    return drafts(in: context).map { ReadingExample(context, $0) }
  }

  /// What is named, in text order: the possible parties to a quotation, and the rest; with the text
  /// and the languages by which they are known.
  ///
  /// Dates and amounts are nobody: what is said, and by whom, is read without them. So it is
  /// without bodies named by a noun alone, such as "police", which the rules read as such.
  private func names(
    in text: TokenizedDocument
  ) -> (text: TokenizedDocument, parties: [MentionProposal], values: [MentionProposal])? {
    let own = MentionFinder.mentions(in: text, models.model(text.pack.code))
    guard !text.stop.isUp else { return nil }
    let foreign = ForeignParagraphs(text: text, languages: languages, models: models)
    let (found, packs) = foreign.replaced(in: own)
    let text = text.adding(packs)
    var parties: [MentionProposal] = []
    parties.reserveCapacity(found.count)
    var values: [MentionProposal] = []
    for name in found {
      if name.isParty(in: text) { parties.append(name) } else { values.append(name) }
    }
    return (text, parties, values)
  }

  /// What both readings together take for said, in text order.
  private func readAgain(
    _ drafts: [QuotationDraft], in context: QuotationContext
  ) -> [QuotationDraft] {
    guard let network = readings.network(of: context.text.document) else { return drafts }
    let second = SecondReading(
      network: network, bounds: readings.bounds(of: network), context: context)
    return QuotationFinder.disjoint(second.met(drafts), context)
  }

  /// What the rules find said, in text order.
  private func drafts(in context: QuotationContext) -> [QuotationDraft]? {
    var drafts = QuotationFinder(context: context).drafts()
    guard !context.text.stop.isUp else { return nil }
    for step in context.text.pack.settings.grammar.quotationSteps {
      drafts = step.completed(drafts, in: context)
    }
    guard !context.text.stop.isUp else { return nil }
    return QuotationFinder.disjoint(drafts, context)
  }

  private func quotations(
    _ drafts: [QuotationDraft], _ attributions: [Attribution], _ context: QuotationContext
  ) -> [Quotation] {
    let parents = QuotationFinder.parents(of: drafts)
    return drafts.indices.map { index in
      drafts[index].quotation(
        in: context, parent: parents[index], speaker: attributions[index].speaker,
        beside: [index - 1, index + 1].filter(drafts.indices.contains).map { drafts[$0].content })
    }
  }

  /// What is wrong with the text itself, whatever it says.
  fileprivate static func textDiagnostics(_ document: Document) -> [Diagnostic] {
    document.text.diagnostics + HiddenCharacters.diagnostics(of: document.text)
      + LimitDiagnostics.diagnostics(of: document)
  }
}

/// What the steps of an analysis have found, apart from the tokens they read.
private struct Findings {
  let quotations: [Quotation]
  let attributions: [Attribution]
  /// What may be party to a quotation.
  let parties: NamedThings
  /// What else is named.
  let values: NamedThings
  let sentences: [Span]
  let credit: CreditLine?
  let bylines: [Byline]
  let confirmers: [Confirmer]
  /// What the text's marks and its size have done to it.
  let diagnostics: [Diagnostic]

  /// The article that all of it makes.
  func article(of document: Document, _ wording: Wording) -> Article {
    let sources = SourceCollector.sources(
      quotations, attributions, credit: credit, bylines: bylines, confirmers: confirmers,
      parties.mentions, document.text)
    let named = parties.adding(values.mentions, values.entities)
    return Article(
      document: document, mentions: named.mentions, entities: named.entities,
      quotations: quotations, attributions: attributions, sources: sources,
      diagnostics: ArticleAnalyzer.textDiagnostics(document) + diagnostics, wording: wording,
      sentences: sentences)
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
        Message("note.unterminated")
      )
    }
  }
}
