import SutraCore
import SutraWords

/// A report to read in a browser or to print: one file without scripts or anything from elsewhere.
///
/// The article with its highlights, each quote linked to what is known of it and back, who has how
/// many of the words, the sources and the names.
package struct HTMLFormat: ArticleFormat {
  package let name = "html"
  package let otherEndings = ["htm"]
  package var help: String { say("format.html") }
  package let holdsOne = true

  package init() {}

  /// The report in the language that the program speaks.
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
  private var html = MarkupWriter()

  init(_ article: Article, _ numbers: [Int]) {
    self.article = article
    self.numbers = numbers
    let records = QuotationRecords(article)
    self.records = numbers.map(records.record)
    citation = ArticleCitation(article, quotations: [])
  }

  private var language: String { article.document.language }
  /// The language of what the program says in the report.
  private let own = InterfaceLanguage.current.code

  mutating func document() -> [UInt8] {
    html.raw("<!DOCTYPE html>\n")
    html.open("html", [("lang", own)])
    html.raw("<head><meta charset=\"utf-8\">")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    // Whatever stands in an article, nothing of it is run or fetched.
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    html.raw("style-src 'unsafe-inline'; img-src data:\">")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">")
    html.raw("<link rel=\"icon\" href=\"data:,\">")
    html.element("title", text: citation.title)
    html.raw("<style>\(ReportStyle.sheet)</style></head>\n<body>\n")
    head()
    html.raw("<main>\n")
    html.open("article", [("lang", language)])
    let text = ReportText(article, numbers)
    text.write(to: &html)
    html.raw("</article>\n<aside>\n")
    bars()
    quotes()
    sources()
    names()
    flaws()
    html.raw("</aside>\n</main>\n<footer>")
    html.element("p", text: say("html.made"))
    html.raw("</footer>\n</body>\n</html>\n")
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
    for (place, label) in [
      ("quotes", "\(say("html.quotes")) \(digits(records.count))"),
      ("sources", "\(say("html.sources")) \(digits(article.sources.count))"),
      ("names", "\(say("html.names")) \(digits(article.entities.count))"),
    ] {
      html.element("a", [("href", "#\(place)")], text: label)
    }
    html.raw("</nav></header>\n")
  }

  // MARK: Bars

  /// Who has how many of the words that are said, and how they are told.
  private mutating func bars() {
    let counts = records.map { $0.words.split(whereSeparator: \.isWhitespace).count }
    let all = counts.reduce(0, +)
    guard all > 0 else { return }
    begin(say("html.who"))
    bars(zip(records.map { $0.speaker ?? say("speaker.nobody") }, counts), of: all, language)
    html.raw("</section>\n")
    begin(say("html.how-told"))
    bars(zip(records.map { ExportWords.name(of: $0.form) }, counts), of: all, own)
    html.raw("</section>\n")
    begin(say("html.how-named"))
    bars(
      zip(
        records.map { $0.speakerKind.map(ExportWords.label) ?? say("speaker.nobody") }, counts),
      of: all, own)
    html.raw("</section>\n")
  }

  /// Begins a section under a heading, which a link may lead to.
  private mutating func begin(_ heading: String, id: String? = nil) {
    html.open("section", [("id", id)])
    html.element("h2", text: heading)
  }

  private mutating func bars(
    _ rows: some Sequence<(String, Int)>, of all: Int, _ language: String
  ) {
    var sums: [(label: String, count: Int)] = []
    var places: [String: Int] = [:]
    for (label, count) in rows {
      if let place = places[label] {
        sums[place].count += count
      } else {
        places[label] = sums.count
        sums.append((label, count))
      }
    }
    html.raw("<dl class=\"bars\">")
    for sum in sums.sorted(by: { $0.count > $1.count }) {
      let percent = Int((Double(sum.count) * 100 / Double(all)).rounded())
      html.element("dt", [("lang", language)], text: sum.label)
      html.raw("<dd><span class=\"bar\" style=\"width:\(percent)%\"></span>")
      html.element(
        "span", [("class", "n")],
        text: say("html.words", ["count": sum.count, "percent": percent]))
      html.raw("</dd>")
    }
    html.raw("</dl>")
  }

  // MARK: Lists

  private mutating func quotes() {
    begin(say("html.quotes"), id: "quotes")
    html.raw("<ol class=\"quotes\">\n")
    for (record, number) in zip(records, numbers) {
      html.open("li", [("id", "q\(record.number)"), ("class", record.form.rawValue)])
      html.element(
        "a",
        [
          ("class", "ref"), ("href", "#t\(record.number)"),
          ("aria-label", say("html.quote-in-article", ["number": record.number])),
        ], text: String(record.number))
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
    begin(say("html.sources"), id: "sources")
    html.raw("<ul>\n")
    for source in article.sources {
      html.raw("<li>")
      html.element("b", [("lang", language)], text: source.name)
      html.text(" \(ExportWords.label(of: source.kind)); \(SourceFacts.line(of: source))")
      let told = source.quotations.filter(numbers.contains)
      if !told.isEmpty { html.text(": " + say("html.its-quotes")) }
      for number in told {
        html.text(" ")
        html.element("a", [("href", "#q\(number + 1)")], text: String(number + 1))
      }
      html.raw("</li>\n")
    }
    html.raw("</ul></section>\n")
  }

  private mutating func names() {
    begin(say("html.names"), id: "names")
    html.raw("<ul>\n")
    for entity in article.entities {
      html.open("li", [("class", entity.kind.rawValue.lowercased())])
      html.element("b", [("lang", language)], text: entity.name)
      html.text(" \(entity.kind.rawValue.lowercased()), \(entity.mentions.count)")
      if !entity.aliases.isEmpty {
        html.text("; " + say("fact.also") + " ")
        html.element("span", [("lang", language)], text: entity.aliases.joined(separator: ", "))
      }
      html.raw("</li>\n")
    }
    html.raw("</ul></section>\n")
  }

  private mutating func flaws() {
    guard !article.diagnostics.isEmpty else { return }
    begin(say("html.flaws"))
    html.raw("<ul>\n")
    for flaw in article.diagnostics { html.element("li", text: flaw.message) }
    html.raw("</ul></section>\n")
  }
}
