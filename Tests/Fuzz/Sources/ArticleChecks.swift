import SutraCore
import SutraExport

/// What must hold for any document and any article whatever.
struct ArticleChecks {
  private let article: Article
  private let bytes: [UInt8]

  /// Stops the process when a document's parts do not fit its text.
  static func check(_ document: Document) {
    let checks = ArticleChecks(article: Article(document: document), bytes: document.text.bytes)
    var end = 0
    for paragraph in document.paragraphs {
      checks.good(paragraph, "a paragraph")
      hold(paragraph.start >= end, "paragraphs overlap")
      hold(
        checks.bytes[end..<paragraph.start].allSatisfy { $0 <= 0x20 },
        "letters stand in no paragraph")
      end = paragraph.end
    }
    hold(checks.bytes[end...].allSatisfy { $0 <= 0x20 }, "letters stand in no paragraph")
    hold(document.title == nil || document.title == document.paragraphs.first, "no first line")
  }

  /// Stops the process when something in an article does not fit together.
  static func check(_ article: Article) {
    check(article.document)
    let checks = ArticleChecks(article: article, bytes: article.document.text.bytes)
    checks.checkNames()
    checks.checkQuotations()
    checks.checkAttributions()
    checks.checkSources()
    for diagnostic in article.diagnostics { checks.good(diagnostic.span, "a diagnostic") }
    checks.checkExports()
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || (offset >= 0 && offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
  }

  private func good(_ span: Span?, _ name: String) {
    guard let span else { return }
    hold(
      isBoundary(span.start) && isBoundary(span.end) && !span.isEmpty,
      "\(name) is \(span.start)..<\(span.end) of \(bytes.count)")
  }

  private func checkNames() {
    for (one, next) in zip(article.mentions, article.mentions.dropFirst()) {
      hold(one.span.end <= next.span.start, "mentions overlap")
    }
    for (number, mention) in article.mentions.enumerated() {
      good(mention.span, "a mention")
      hold(article.entities.indices ~= mention.entity, "a mention of no entity")
      hold(
        article.entities[mention.entity].mentions.contains(number),
        "an entity does not know its mention")
    }
    for entity in article.entities {
      hold(!entity.mentions.isEmpty && !entity.name.isEmpty, "an entity without mention or name")
      hold(
        entity.mentions.allSatisfy { article.mentions.indices ~= $0 }, "a mention that is not there"
      )
      for reference in entity.references { good(reference, "a reference") }
    }
  }

  private func checkQuotations() {
    for (number, quotation) in article.quotations.enumerated() {
      good(quotation.content, "a content")
      good(quotation.cue, "a cue")
      good(quotation.time, "a time")
      hold((0...1).contains(quotation.confidence), "a confidence of \(quotation.confidence)")
      hold(!quotation.segments.isEmpty, "no segment")
      var end = quotation.content.start
      for segment in quotation.segments {
        good(segment, "a segment")
        hold(segment.start >= end, "segments overlap")
        end = segment.end
      }
      hold(end <= quotation.content.end, "a segment outside of its content")
      if let cue = quotation.cue {
        hold(
          !cue.overlaps(quotation.content) || quotation.content.contains(cue),
          "a cue lies half in the content")
      }
      checkParent(of: number)
      hold(Explanation(of: article, quotation: number) != nil, "no explanation")
    }
    for (number, one) in article.quotations.enumerated() {
      for next in article.quotations[(number + 1)...] {
        hold(one.content.start <= next.content.start, "quotations out of order")
        if next.content.start >= one.content.end { break }
        hold(one.content.contains(next.content), "quotations overlap in part")
      }
    }
  }

  private func checkParent(of number: Int) {
    guard var parent = article.quotations[number].parent else { return }
    hold(article.quotations.indices ~= parent, "a parent that is not there")
    hold(
      article.quotations[parent].content.contains(article.quotations[number].content),
      "a quotation outside of its parent")
    for _ in article.quotations {
      guard let next = article.quotations[parent].parent else { return }
      hold(article.quotations.indices ~= next, "a parent that is not there")
      parent = next
    }
    broken("parents go round in a circle")
  }

  private func checkAttributions() {
    hold(article.attributions.count == article.quotations.count, "another count of attributions")
    for attribution in article.attributions {
      good(attribution.speaker?.span, "a speaker")
      good(attribution.speaker?.reason, "a reason")
      good(attribution.addressee, "an addressee")
      good(attribution.medium?.span, "a medium")
      good(attribution.origin?.span, "an origin")
      for span in attribution.evidence { good(span, "evidence") }
      for entity in [attribution.speaker?.entity, attribution.medium?.entity].compactMap({ $0 }) {
        hold(article.entities.indices ~= entity, "an attribution to no entity")
      }
    }
  }

  private func checkSources() {
    for source in article.sources {
      hold((0...1).contains(source.share), "a share of \(source.share)")
      good(source.firstMention, "a first mention")
      for span in source.spans { good(span, "a source's span") }
      hold(
        source.quotations.allSatisfy { article.quotations.indices ~= $0 }, "a quotation of nowhere")
      hold(source.entity.map { article.entities.indices ~= $0 } ?? true, "a source of no entity")
      hold(!source.name.isEmpty && !source.roles.isEmpty, "a source without name or role")
    }
  }

  private func checkExports() {
    if let fault = JSONCheck.fault(ofLine: AnalysisWriter.line(article)) {
      broken("the analysis is no line of JSON: \(fault)")
    }
    let all = Array(article.quotations.indices)
    for format in ArticleFormats.quotations + ArticleFormats.analyses {
      let bytes = QuotationExport.bytes(format, of: article, quotations: all)
      hold(isValid(bytes), "\(format.name) is no UTF-8")
      hold(
        bytes.withUnsafeBytes { HarmlessText.isHarmless($0) }, "\(format.name) steers a terminal")
    }
    for number in all {
      let words = QuotationExport.words(of: number, in: article)
      let citation = QuotationExport.citation(of: number, in: article)
      hold(
        HarmlessText.of(words) == words && HarmlessText.of(citation) == citation,
        "a copy steers a terminal")
    }
  }
}
