import SutraCore

/// An analysis for people: who said what, what the article rests on, whom it names.
package struct AnalysisReport: ArticleFormat {
  package let name = "text"
  package let help = "for people"
  package var separator: String { "\n" }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    var lines: [String] = []
    let text = article.document.text
    lines.append("# \(article.document.title.map { text[$0] } ?? article.document.id)")
    lines.append("")
    lines.append("## Quotes (\(article.quotations.count))")
    for number in quotations {
      let quotation = article.quotations[number]
      let speaker = article.attributions[number].speaker
      var head = "\(number + 1). \(speaker?.name ?? "nobody named")"
      if let speaker { head += " (\(speaker.kind.rawValue))" }
      head += ", \(quotation.form.rawValue)"
      if let verb = ExportWords.verb(ofQuotation: number, in: article) {
        head += ", \(verb)"
      }
      lines.append(head)
      lines.append("   \(article.words(of: quotation))")
      for fact in QuotationFacts.all(of: number, in: article) where fact.subject != .identity {
        lines.append("   \(fact.subject.rawValue): \(fact.text)")
      }
      for reason in QuotationFacts.reasons(
        of: number, in: article, on: [.content, .identity])
      {
        lines.append("   why: \(reason)")
      }
    }
    lines.append("")
    lines.append("## Sources (\(article.sources.count))")
    for source in article.sources {
      let quotes = source.quotations.map { String($0 + 1) }.joined(separator: ", ")
      lines.append(
        "- \(source.name) (\(source.kind.rawValue); \(SourceFacts.line(of: source)))"
          + (quotes.isEmpty ? "" : ": quotes \(quotes)"))
    }
    lines.append("")
    lines.append("## Entities (\(article.entities.count))")
    for entity in article.entities {
      let aliases = entity.aliases.isEmpty ? "" : "; also " + entity.aliases.joined(separator: ", ")
      lines.append(
        "- \(entity.name) (\(entity.kind.rawValue.lowercased())): "
          + "\(entity.mentions.count)\(aliases)")
    }
    for diagnostic in article.diagnostics {
      lines.append("! \(diagnostic.message)")
    }
    return lines.flatMap { Array(HarmlessText.of(ExportWords.line($0)).utf8) + [0x0A] }
  }
}
