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
      let attribution = article.attributions[number]
      let speaker = attribution.speaker
      var head = "\(number + 1). \(speaker?.name ?? "nobody named")"
      if let speaker { head += " (\(speaker.kind.rawValue))" }
      head += ", \(quotation.form.rawValue)"
      lines.append(head)
      lines.append("   \(text[quotation.content])")
      if let cue = quotation.cue { lines.append("   cue: \(text[cue])") }
      if let written = speaker?.span { lines.append("   speaker: \(text[written])") }
      if let addressee = attribution.addressee { lines.append("   to: \(text[addressee])") }
      if let medium = attribution.medium { lines.append("   in: \(medium.name)") }
    }
    lines.append("")
    lines.append("## Sources (\(article.sources.count))")
    for source in article.sources {
      let roles = source.roles.map(\.rawValue).joined(separator: ", ")
      let quotes = source.quotations.map { String($0 + 1) }.joined(separator: ", ")
      lines.append(
        "- \(source.name) (\(source.kind.rawValue); \(roles))"
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
