import SutraCore
import SutraWords

/// An analysis for people: who said what, what the article rests on, whom it names.
package struct AnalysisReport: ArticleFormat {
  package let name = "text"
  package var help: String { say("format.analysis-text") }
  package var separator: String { "\n" }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    var lines: [String] = []
    let text = article.document.text
    lines.append("# \(article.document.title.map { text[$0] } ?? article.document.id)")
    lines.append("")
    lines.append("## " + say("report.quotes", ["count": article.quotations.count]))
    for number in quotations {
      let quotation = article.quotations[number]
      let speaker = article.attributions[number].speaker
      var head = "\(digits(number + 1)). \(speaker?.name ?? say("speaker.nobody"))"
      if let speaker { head += " (\(ExportWords.label(of: speaker.kind)))" }
      head += ", \(ExportWords.name(of: quotation.form))"
      if let verb = ExportWords.verb(ofQuotation: number, in: article) {
        head += ", \(verb)"
      }
      lines.append(head)
      lines.append("   \(article.words(of: quotation))")
      for fact in QuotationFacts.all(of: number, in: article) where fact.subject != .identity {
        lines.append("   \(ExportWords.label(of: fact.subject)): \(fact.text)")
      }
      for reason in QuotationFacts.reasons(
        of: number, in: article, on: [.content, .identity])
      {
        lines.append("   " + say("report.why", ["why": reason]))
      }
    }
    lines.append("")
    lines.append("## " + say("report.sources", ["count": article.sources.count]))
    for source in article.sources {
      let quotes = source.quotations.map { digits($0 + 1) }.joined(separator: ", ")
      lines.append(
        "- \(source.name) (\(ExportWords.label(of: source.kind)); \(SourceFacts.line(of: source)))"
          + (quotes.isEmpty ? "" : ": " + say("report.numbers", ["numbers": quotes])))
    }
    lines.append("")
    lines.append("## " + say("report.entities", ["count": article.entities.count]))
    for entity in article.entities {
      var line = "- \(entity.name) (\(say("kind.\(entity.kind.rawValue.lowercased())"))): "
      line += digits(entity.mentions.count)
      if !entity.aliases.isEmpty {
        line += "; " + say("report.also", ["names": entity.aliases.joined(separator: ", ")])
      }
      lines.append(line)
    }
    for diagnostic in article.diagnostics {
      lines.append("! \(diagnostic.message)")
    }
    return lines.flatMap { Array(HarmlessText.of(ExportWords.line($0)).utf8) + [0x0A] }
  }
}
