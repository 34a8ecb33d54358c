import SutraCore
import SutraWords

/// An article as records of facts, the way out; ``FactArticle`` is the way back.
package struct ArticleFacts {
  private let article: Article
  /// The text in which places are told as it came; `nil` where they are those of the text that is read.
  private let text: SourceText?

  /// Takes an article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - asItCame: Whether places are those of the text as it came, with all that is left out of it for reading.
  package init(_ article: Article, asItCame: Bool = false) {
    self.article = article
    text = asItCame ? article.document.text : nil
  }

  /// The article itself.
  package var ofArticle: FactRecord {
    let document = article.document
    let said = document.metadata
    var builder = Builder(.article, 0, text)
    builder.add(.id, document.id)
    builder.add(.language, document.language)
    builder.add(.title, said.headline ?? document.title.map { document.text[$0] })
    builder.add(.url, said.address)
    builder.add(.author, said.author)
    builder.add(.published, said.published)
    builder.add(.site, said.site)
    return builder.record
  }

  /// What is named.
  package var entities: [FactRecord] {
    article.entities.enumerated().map { index, entity in
      var builder = Builder(.entity, index, text)
      builder.add(.kind, entity.kind.rawValue)
      builder.add(.name, entity.name)
      builder.add(.aliases, entity.aliases)
      builder.add(.references, spans: entity.references)
      return builder.record
    }
  }

  /// Where it is named.
  package var mentions: [FactRecord] {
    article.mentions.enumerated().map { index, mention in
      var builder = Builder(.mention, index, text)
      builder.add(.kind, mention.kind.rawValue)
      builder.add(.span, mention.span)
      builder.add(.entity, Self.id(.entity, mention.entity))
      builder.add(.confidence, mention.confidence)
      builder.add(.byHand, mention.isByHand)
      return builder.record
    }
  }

  /// What is said.
  package func quotes(_ numbers: [Int]) -> [FactRecord] {
    numbers.map { quote($0) }
  }

  private func quote(_ index: Int) -> FactRecord {
    let quotation = article.quotations[index]
    let attribution = article.attributions[index]
    var builder = Builder(.quote, index, text)
    builder.add(.type, quotation.form.rawValue)
    builder.add(.content, quotation.content)
    builder.add(.segments, spans: quotation.segments)
    builder.add(.cue, quotation.cue)
    builder.add(.cueLemma, quotation.reading?.lemma)
    builder.add(.cueClass, quotation.reading?.act.rawValue)
    builder.add(.cueFrame, quotation.reading?.frame)
    builder.add(.negated, quotation.isNegated)
    builder.add(.time, quotation.time)
    builder.add(.parent, quotation.parent.map { Self.id(.quote, $0) })
    if let speaker = attribution.speaker {
      builder.add(.speaker, speaker.span)
      builder.add(.speakerEntity, speaker.entity.map { Self.id(.entity, $0) })
      builder.add(.speakerName, speaker.name)
      builder.add(.speakerKind, speaker.kind.rawValue)
      builder.add(.speakerRole, speaker.role)
      builder.add(.speakerReason, speaker.reason)
      builder.add(.speakerCollective, speaker.isCollective)
      builder.add(.speakerConfidence, attribution.confidence)
      // Each as the number of an entity and its weight in hundredths: the name is the entity's.
      builder.add(
        .speakerAlternatives,
        (attribution.alternatives ?? []).map {
          "\(Self.id(.entity, $0.entity)) \($0.weight.percent) \($0.name)"
        })
    }
    builder.add(.addressee, attribution.addressee)
    builder.add(attribution.medium, .medium, .mediumEntity, .mediumName, .mediumKind)
    builder.add(attribution.origin, .origin, .originEntity, .originName, .originKind)
    builder.add(.unterminated, quotation.isUnterminated)
    builder.add(.confidence, quotation.confidence)
    builder.add(.rule, quotation.rule.rawValue)
    builder.add(.attributionRule, attribution.rule.rawValue)
    return builder.record
  }

  /// What the article rests on.
  package var sources: [FactRecord] {
    article.sources.enumerated().map { index, source in
      var builder = Builder(.source, index, text)
      builder.add(.name, source.name)
      builder.add(.kind, source.kind.rawValue)
      builder.add(.entity, source.entity.map { Self.id(.entity, $0) })
      builder.add(.roles, source.roles.map(\.rawValue))
      builder.add(.spans, spans: source.spans)
      builder.add(.quotes, source.quotations.map { Self.id(.quote, $0) })
      builder.add(.firstMention, source.firstMention)
      builder.add(.share, source.share)
      builder.add(.through, source.through)
      return builder.record
    }
  }

  /// What is wrong with the text.
  package var diagnostics: [FactRecord] {
    article.diagnostics.enumerated().map { index, diagnostic in
      var builder = Builder(.diagnostic, index, text)
      builder.add(.code, diagnostic.code.rawValue)
      builder.add(.span, diagnostic.span)
      builder.add(.message, diagnostic.sentence.text(in: .english))
      return builder.record
    }
  }

  /// What somebody has noted.
  package var notes: [FactRecord] {
    article.notes.enumerated().map { index, note in
      var builder = Builder(.note, index, text)
      builder.add(.span, note.span)
      builder.add(.message, note.text)
      return builder.record
    }
  }

  /// The name of a thing within the article.
  static func id(_ subject: FactRecord.Subject, _ index: Int) -> String {
    "\(subject.letter)\(index + 1)"
  }

  /// Puts facts together; what is not there is left out.
  private struct Builder {
    var record: FactRecord
    private let text: SourceText?

    init(_ subject: FactRecord.Subject, _ index: Int, _ text: SourceText?) {
      self.text = text
      record = FactRecord(subject, id: ArticleFacts.id(subject, index))
    }

    mutating func add(_ name: FactName, _ text: String?) {
      if let text { record.facts.append(Fact(name, .text(text))) }
    }

    mutating func add(_ name: FactName, _ texts: [String]) {
      if !texts.isEmpty { record.facts.append(Fact(name, .texts(texts))) }
    }

    mutating func add(_ name: FactName, _ isSo: Bool) {
      if isSo { record.facts.append(Fact(name, .truth(true))) }
    }

    mutating func add(_ name: FactName, _ share: Double) {
      record.facts.append(Fact(name, .share(share)))
    }

    mutating func add(_ name: FactName, _ span: Span?) {
      if let span { add(name, spans: [span]) }
    }

    mutating func add(_ name: FactName, spans: [Span]) {
      guard !spans.isEmpty else { return }
      record.facts.append(Fact(name, .spans(text.map { spans.map($0.spanAsItCame) } ?? spans)))
    }

    mutating func add(
      _ medium: Medium?, _ span: FactName, _ entity: FactName, _ name: FactName, _ kind: FactName
    ) {
      guard let medium else { return }
      add(span, medium.span)
      add(entity, medium.entity.map { ArticleFacts.id(.entity, $0) })
      add(name, medium.name)
      add(kind, medium.kind?.rawValue)
    }
  }
}
