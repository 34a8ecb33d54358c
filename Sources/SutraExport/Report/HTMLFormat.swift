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

  /// The page says that it is in English, so all of it is.
  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    InterfaceLanguage.english.speaking { page(article, quotations: quotations) }
  }

  private func page(_ article: Article, quotations: [Int]) -> [UInt8] {
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

  mutating func document() -> [UInt8] {
    html.raw("<!DOCTYPE html>\n")
    html.open("html", [("lang", "en")])
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
    html.raw("</aside>\n</main>\n<footer><p>Made by sutra: what it found, as a guide to the text, ")
    html.raw("not as proof.</p></footer>\n</body>\n</html>\n")
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
      ("quotes", "Quotes \(records.count)"), ("sources", "Sources \(article.sources.count)"),
      ("names", "Names \(article.entities.count)"),
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
    html.raw("<section><h2>Who has the words</h2>")
    bars(zip(records.map { $0.speaker ?? "nobody named" }, counts), of: all, language)
    html.raw("</section>\n<section><h2>How they are told</h2>")
    bars(zip(records.map(\.form.rawValue), counts), of: all, "en")
    html.raw("</section>\n<section><h2>How speakers are named</h2>")
    bars(zip(records.map { $0.speakerKind?.rawValue ?? "not named" }, counts), of: all, "en")
    html.raw("</section>\n")
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
      html.raw("<span class=\"n\">\(sum.count) words, \(percent)&nbsp;%</span></dd>")
    }
    html.raw("</dl>")
  }

  // MARK: Lists

  private mutating func quotes() {
    html.raw("<section id=\"quotes\"><h2>Quotes</h2><ol class=\"quotes\">\n")
    for (record, number) in zip(records, numbers) {
      html.open("li", [("id", "q\(record.number)"), ("class", record.form.rawValue)])
      html.element(
        "a",
        [
          ("class", "ref"), ("href", "#t\(record.number)"),
          ("aria-label", "quote \(record.number) in the article"),
        ], text: String(record.number))
      html.open("p", [("class", "who")])
      html.element("b", [("lang", language)], text: record.speaker ?? "nobody named")
      var kinds = [record.form.rawValue]
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
    html.element("dt", text: "certainty")
    html.element("dd", text: "\(article.quotations[number].confidence.percent) %")
    html.raw("</dl>")
  }

  private mutating func sources() {
    html.raw("<section id=\"sources\"><h2>Sources</h2><ul>\n")
    for source in article.sources {
      html.raw("<li>")
      html.element("b", [("lang", language)], text: source.name)
      html.text(" \(source.kind.rawValue); \(SourceFacts.line(of: source))")
      let told = source.quotations.filter(numbers.contains)
      if !told.isEmpty { html.text(": quotes") }
      for number in told {
        html.text(" ")
        html.element("a", [("href", "#q\(number + 1)")], text: String(number + 1))
      }
      html.raw("</li>\n")
    }
    html.raw("</ul></section>\n")
  }

  private mutating func names() {
    html.raw("<section id=\"names\"><h2>Names</h2><ul>\n")
    for entity in article.entities {
      html.open("li", [("class", entity.kind.rawValue.lowercased())])
      html.element("b", [("lang", language)], text: entity.name)
      html.text(" \(entity.kind.rawValue.lowercased()), \(entity.mentions.count)")
      if !entity.aliases.isEmpty {
        html.text("; also ")
        html.element("span", [("lang", language)], text: entity.aliases.joined(separator: ", "))
      }
      html.raw("</li>\n")
    }
    html.raw("</ul></section>\n")
  }

  private mutating func flaws() {
    guard !article.diagnostics.isEmpty else { return }
    html.raw("<section><h2>Flaws of the text</h2><ul>\n")
    for flaw in article.diagnostics { html.element("li", text: flaw.message) }
    html.raw("</ul></section>\n")
  }
}
