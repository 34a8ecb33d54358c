import SutraAudit
import SutraCore
import SutraWords

/// A report to read in a browser or to print: one file without scripts or anything from elsewhere.
///
/// The article with its highlights, each quote linked to what is known of it and back, its audit, the
/// sources and the names.
package struct HTMLFormat: ArticleFormat {
  package let name = "html"
  package let otherEndings = ["htm"]
  package var help: String { say("format.html") }
  package let holdsOne = true

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    var writer = ReportWriter(article, quotations)
    return writer.document()
  }
}

/// Writes the report of an article.
private struct ReportWriter {
  private let article: Article
  private let numbers: [Int]
  private let records: [QuotationRecord]
  private let citation: ArticleCitation
  private let audit: AuditSection
  private var html = MarkupWriter()

  init(_ article: Article, _ numbers: [Int]) {
    self.article = article
    self.numbers = numbers
    let records = QuotationRecords(article)
    self.records = numbers.map { records.record($0) }
    citation = ArticleCitation(article, quotations: [])
    audit = AuditSection(article, shown: Set(numbers))
  }

  private var language: String { article.document.language }

  mutating func document() -> [UInt8] {
    PageHead.write(citation.title, to: &html)
    head()
    html.raw("<main>\n")
    html.open("article", [("lang", language)])
    var text = ReportText(article, quotations: numbers)
    audit.mark(&text)
    for (number, note) in article.notes.enumerated() {
      text.mark(
        note.span, 4,
        ReportText.Look(element: "span", look: "note", title: note.text, id: "n\(number + 1)"))
    }
    text.write(to: &html)
    html.raw("</article>\n<aside>\n")
    notes()
    audit.write(to: &html)
    quotes()
    sources()
    names()
    flaws()
    html.raw("</aside>\n</main>\n")
    PageHead.writeEnd(to: &html)
    return html.bytes
  }

  private mutating func head() {
    html.raw("<header>")
    html.element("h1", [("lang", language)], text: citation.title)
    let told =
      citation.authors
      + [citation.medium, article.document.metadata.published]
      .compactMap { $0 }
    if !told.isEmpty {
      html.element("p", [("lang", language)], text: told.joined(separator: " · "))
    }
    if let address = citation.address {
      html.raw("<p>")
      if address.hasPrefix("https://") || address.hasPrefix("http://") {
        html.element(
          "a", [("href", address), ("rel", "noopener noreferrer"), ("class", "address")],
          text: address)
      } else {
        html.text(address)
      }
      html.raw("</p>")
    }
    html.raw("<nav>")
    let notes = article.notes.count
    let parts: [(String, String)?] = [
      notes > 0 ? ("notes", "\(say("export.notes")) \(digits(notes))") : nil,
      ("audit", say("pane.audit")), ("quotes", "\(say("html.quotes")) \(digits(records.count))"),
      ("sources", "\(say("html.sources")) \(digits(article.sources.count))"),
      ("names", "\(say("html.names")) \(digits(article.entities.count))"),
    ]
    for case (let place, let label)? in parts {
      html.element("a", [("href", "#\(place)")], text: label)
    }
    html.raw("</nav></header>\n")
  }

  private mutating func begin(_ section: String, _ heading: String) {
    html.open("section", [("id", section)])
    html.element("h2", text: heading)
  }

  private mutating func quotes() {
    begin("quotes", say("html.quotes"))
    html.raw("<ol class=\"quotes\">\n")
    for (record, number) in zip(records, numbers) {
      html.open("li", [("id", "q\(record.number)"), ("class", record.form.rawValue)])
      html.element(
        "a",
        [
          ("class", "ref"), ("href", "#t\(record.number)"),
          ("aria-label", say("html.quote-in-article", ["number": record.number])),
        ], text: digits(record.number))
      html.open("p", [("class", "who")])
      html.element("b", [("lang", language)], text: record.speaker ?? say("speaker.nobody"))
      var kinds = [ExportWords.name(of: record.form)]
      if let verb = ExportWords.verb(of: record.stance, isSeveral: record.isSeveral) {
        kinds.append(verb)
      }
      html.text(" \(kinds.joined(separator: ", "))")
      html.close("p")
      html.element("blockquote", [("lang", language)], text: record.told)
      facts(number)
      html.raw("</li>\n")
    }
    html.raw("</ol></section>\n")
  }

  private mutating func facts(_ number: Int) {
    html.raw("<dl>")
    for fact in QuotationFacts.all(of: number, in: article) where fact.subject != .type {
      html.element("dt", text: ExportWords.label(of: fact.subject))
      if let other = fact.quotation, numbers.contains(other) {
        html.raw("<dd>")
        html.element("a", [("href", "#q\(other + 1)")], text: fact.text)
        html.raw("</dd>")
      } else {
        html.element("dd", [("lang", fact.place == nil ? nil : language)], text: fact.text)
      }
    }
    html.element("dt", text: say("html.certainty"))
    html.element(
      "dd", text: say("status.percent", ["count": article.quotations[number].confidence.percent]))
    html.raw("</dl>")
  }

  private mutating func sources() {
    begin("sources", say("html.sources"))
    html.raw("<ul>\n")
    for source in article.sources {
      html.raw("<li>")
      html.element("b", [("lang", language)], text: source.name)
      html.text(" \(ExportWords.label(of: source.kind)); \(SourceFacts.line(of: source))")
      let told = source.quotations.filter(numbers.contains)
      if !told.isEmpty { html.text(": \(say("html.its-quotes"))") }
      for number in told {
        html.text(" ")
        html.element("a", [("href", "#q\(number + 1)")], text: digits(number + 1))
      }
      html.raw("</li>\n")
    }
    html.raw("</ul></section>\n")
  }

  private mutating func names() {
    begin("names", say("html.names"))
    html.raw("<ul>\n")
    for entity in article.entities {
      let kind = entity.kind.rawValue.lowercased()
      html.open("li", [("class", kind)])
      html.element("b", [("lang", language)], text: entity.name)
      html.text(" \(say("kind.\(kind)")), \(digits(entity.mentions.count))")
      if !entity.aliases.isEmpty {
        html.text("; \(say("pane.label.also")) ")
        html.element("span", [("lang", language)], text: entity.aliases.joined(separator: ", "))
      }
      html.raw("</li>\n")
    }
    html.raw("</ul></section>\n")
  }

  private mutating func notes() {
    guard !article.notes.isEmpty else { return }
    begin("notes", say("export.notes"))
    html.raw("<ul>\n")
    for (number, note) in article.notes.enumerated() {
      html.raw("<li>")
      html.element("a", [("href", "#n\(number + 1)")], text: article.line(of: note))
      html.raw("</li>\n")
    }
    html.raw("</ul></section>\n")
  }

  private mutating func flaws() {
    guard !article.diagnostics.isEmpty else { return }
    begin("flaws", say("html.flaws"))
    html.raw("<ul>\n")
    for flaw in article.diagnostics { html.element("li", text: flaw.message) }
    html.raw("</ul></section>\n")
  }
}
