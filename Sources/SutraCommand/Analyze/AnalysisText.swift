import SutraCore
import SutraReader

/// An analysis for people: who said what, what the article rests on, whom it names.
enum AnalysisText {
  /// The whole analysis as lines of text.
  static func bytes(_ article: Article) -> [UInt8] {
    var lines: [String] = []
    let text = article.document.text
    lines.append("# \(article.document.title.map { text[$0] } ?? article.document.id)")
    lines.append("")
    lines.append("## Quotes (\(article.quotations.count))")
    for (number, quotation) in article.quotations.enumerated() {
      let speaker = article.attributions[number].speaker
      var head = "\(number + 1). \(speaker?.name ?? "nobody named")"
      if let speaker { head += " (\(speaker.kind.rawValue))" }
      head += ", \(quotation.form.rawValue)"
      lines.append(head)
      lines.append("   \(text[quotation.content])")
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
    return lines.flatMap { Array(VisibleText.safe($0).utf8) + [0x0A] }
  }
}
