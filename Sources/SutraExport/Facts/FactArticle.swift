import SutraCore
import SutraWords

/// The article of records of facts: what ``ArticleFacts`` tells, read back.
///
/// Records may come from another program or somebody's hand, so that anything may be missing or
/// wrong: what has no place in the text is left out, what has no name gets the words of its place.
package struct FactArticle {
  private let text: SourceText
  private let id: String
  private var records: [FactRecord.Subject: [FactRecord]] = [:]
  /// Where an entity of the records stands in the article, by its name within the records.
  private var entityNumbers: [String: Int] = [:]
  private var quoteNumbers: [String: Int] = [:]
  private var entityRecords: [FactRecord] = []

  /// Takes a text and what is said of it, and a name for the article where nothing else tells one.
  package init(_ records: [FactRecord], text: SourceText, id: String) {
    self.text = text
    self.id = id
    self.records = Dictionary(grouping: records, by: \.subject)
  }

  /// Puts the article together.
  ///
  /// - Parameter document: Makes a document of a text with a name, as an analyser does.
  /// - Returns: The article; spans are within its text and lists in the order of an article.
  package mutating func article(document: (String, SourceText) -> Document) -> Article {
    numberEntities()
    let mentions = self.mentions()
    let quotes = of(.quote).filter {
      !places($0, .content).isEmpty || !places($0, .segments).isEmpty
    }
    for (number, quote) in quotes.enumerated() { quoteNumbers[quote.id] = number }
    return Article(
      document: self.document(document), mentions: mentions, entities: entities(mentions),
      quotations: quotes.map(quotation), attributions: quotes.map(attribution),
      sources: of(.source).compactMap(source), diagnostics: of(.diagnostic).compactMap(diagnostic),
      notes: of(.note).compactMap(note))
  }

  private func of(_ subject: FactRecord.Subject) -> [FactRecord] { records[subject] ?? [] }

  private func places(_ record: FactRecord, _ name: FactName) -> [Span] {
    record.spans(name).filter { !$0.isEmpty && $0.end <= text.bytes.count }
  }

  private func place(_ record: FactRecord, _ name: FactName) -> Span? {
    places(record, name).first
  }

  private func document(_ make: (String, SourceText) -> Document) -> Document {
    guard let said = of(.article).first else { return make(id, text) }
    let plain = make(said.text(.id) ?? id, text)
    var metadata = DocumentMetadata()
    metadata.address = said.text(.url)
    metadata.author = said.text(.author)
    metadata.published = said.text(.published)
    metadata.site = said.text(.site)
    let title = said.text(.title)
    let isOwn = plain.title.map { plain.text[$0] } == title
    if !isOwn { metadata.headline = title }
    return Document(
      id: plain.id, text: plain.text, language: said.text(.language) ?? plain.language,
      title: isOwn ? plain.title : nil, paragraphs: plain.paragraphs, metadata: metadata)
  }

  // MARK: Names

  private mutating func numberEntities() {
    for record in of(.entity) where entityNumbers[record.id] == nil {
      entityNumbers[record.id] = entityRecords.count
      entityRecords.append(record)
    }
  }

  /// The mentions; one of an entity that nobody has told of makes it.
  private mutating func mentions() -> [Mention] {
    var found: [Mention] = []
    for record in of(.mention) {
      guard let span = place(record, .span) else { continue }
      let kind =
        record.text(.kind).flatMap(EntityKind.init) ?? .person
      let id = record.text(.entity) ?? "of \(record.id)"
      let entity: Int
      if let known = entityNumbers[id] {
        entity = known
      } else {
        entity = entityRecords.count
        entityNumbers[id] = entity
        entityRecords.append(
          FactRecord(
            .entity, id: id,
            facts: [Fact(.kind, .text(kind.rawValue)), Fact(.name, .text(text[span]))]))
      }
      found.append(
        Mention(
          span: span, kind: kind, entity: entity, confidence: record.share(.confidence) ?? 1,
          isByHand: record.isTrue(.byHand)))
    }
    return found.sorted { $0.span < $1.span }
  }

  private func entities(_ mentions: [Mention]) -> [Entity] {
    var ofEntity = [[Int]](repeating: [], count: entityRecords.count)
    for (number, mention) in mentions.enumerated() { ofEntity[mention.entity].append(number) }
    return entityRecords.enumerated().map { number, record in
      let first = ofEntity[number].first.map { mentions[$0] }
      return Entity(
        kind: record.text(.kind).flatMap(EntityKind.init) ?? first?.kind ?? .person,
        name: record.text(.name) ?? first.map { text[$0.span] } ?? record.id,
        aliases: record.texts(.aliases), mentions: ofEntity[number],
        references: places(record, .references))
    }
  }

  private func entity(_ record: FactRecord, _ name: FactName) -> Int? {
    record.text(name).flatMap { entityNumbers[$0] }
  }

  // MARK: Quotes

  private func quotation(_ record: FactRecord) -> Quotation {
    let segments = places(record, .segments).sorted()
    let content =
      place(record, .content)
      ?? Span(start: segments.first?.start ?? 0, end: segments.map(\.end).max() ?? 0)
    var reading: CueReading?
    if let lemma = record.text(.cueLemma) {
      reading = CueReading(
        lemma: lemma, act: record.text(.cueClass).flatMap(SpeechAct.init) ?? .statement,
        frame: record.text(.cueFrame) ?? "")
    }
    return Quotation(
      form: record.text(.type).flatMap(QuotationForm.init)
        ?? QuotationForm(of: content, in: text),
      content: content, cue: place(record, .cue), isUnterminated: record.isTrue(.unterminated),
      confidence: min(1, max(0, record.share(.confidence) ?? 1)),
      rule: record.text(.rule).flatMap(Construction.init) ?? .bareContent,
      segments: segments.filter(content.contains), reading: reading,
      isNegated: record.isTrue(.negated), time: place(record, .time),
      parent: record.text(.parent).flatMap { quoteNumbers[$0] })
  }

  private func attribution(_ record: FactRecord) -> Attribution {
    Attribution(
      speaker: speaker(record), addressee: place(record, .addressee),
      medium: medium(record, .medium, .mediumEntity, .mediumName, .mediumKind),
      rule: record.text(.attributionRule).flatMap(AttributionRule.init) ?? .nobody,
      origin: medium(record, .origin, .originEntity, .originName, .originKind),
      confidence: min(1, max(0, record.share(.speakerConfidence) ?? 1)),
      alternatives: record.texts(.speakerAlternatives).compactMap(alternative))
  }

  /// Who else may be meant: the number of an entity, a weight in hundredths, a name.
  private func alternative(_ told: String) -> SpeakerAlternative? {
    let parts = told.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let entity = entityNumbers[String(parts[0])],
      let weight = Int(parts[1]), 0...100 ~= weight
    else { return nil }
    return SpeakerAlternative(
      entity: entity, name: String(parts[2]), weight: Double(weight) / 100)
  }

  private func speaker(_ record: FactRecord) -> Speaker? {
    let span = place(record, .speaker)
    let entity = entity(record, .speakerEntity)
    let kind = record.text(.speakerKind).flatMap(SpeakerKind.init)
    guard span != nil || entity != nil || kind != nil else { return nil }
    return Speaker(
      span: span, entity: entity,
      name: record.text(.speakerName)
        ?? (kind == nil ? entity.flatMap { entityRecords[$0].text(.name) } : nil),
      kind: kind ?? (entity == nil ? .role : .named), role: record.text(.speakerRole),
      reason: place(record, .speakerReason), isCollective: record.isTrue(.speakerCollective))
  }

  private func medium(
    _ record: FactRecord, _ span: FactName, _ entity: FactName, _ name: FactName, _ kind: FactName
  ) -> Medium? {
    guard let place = place(record, span) else { return nil }
    return Medium(
      span: place, entity: self.entity(record, entity), name: record.text(name) ?? text[place],
      kind: record.text(kind).flatMap(SpeakerKind.init))
  }

  // MARK: Sources, flaws and notes

  private func source(_ record: FactRecord) -> Source? {
    let spans = places(record, .spans)
    guard let name = record.text(.name) ?? spans.first.map({ text[$0] }) else { return nil }
    return Source(
      name: name, kind: record.text(.kind).flatMap(SpeakerKind.init) ?? .named,
      entity: entity(record, .entity),
      roles: record.texts(.roles).compactMap(SourceRole.init), spans: spans,
      quotations: record.texts(.quotes).compactMap { quoteNumbers[$0] },
      firstMention: place(record, .firstMention),
      share: min(1, max(0, record.share(.share) ?? 0)), through: record.texts(.through))
  }

  private func diagnostic(_ record: FactRecord) -> Diagnostic? {
    guard let code = record.text(.code).flatMap(Diagnostic.Code.init) else { return nil }
    let span = record.spans(.span).first { $0.end <= text.bytes.count }
    return Diagnostic(
      code: code, span: span ?? Span(start: 0, end: 0),
      Message("note.told", ["text": record.text(.message) ?? ""]))
  }

  private func note(_ record: FactRecord) -> ArticleNote? {
    guard let span = place(record, .span), let text = record.text(.message) else { return nil }
    return ArticleNote(span: span, text: text)
  }
}
