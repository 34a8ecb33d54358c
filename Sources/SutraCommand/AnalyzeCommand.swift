import CTerminal
import SutraCore
import SutraReader

/// `sutra analyze`: one article after the other, each forgotten before the next is read.
enum AnalyzeCommand {
  /// Analyses all inputs in order and returns the exit status.
  static func run(
    _ inputs: [Options.Input], _ format: Options.Format, _ models: NameModels
  ) throws(CommandError) -> Int32 {
    sutra_return_large_memory()
    let analyzer = ArticleAnalyzer(models: models)
    var status = ExitStatus.success
    var count = 0
    var progress = Progress(total: inputs.count)
    defer { progress.clear() }
    if format == .json { try Output.write([0x5B, 0x0A]) }
    for (number, input) in inputs.enumerated() {
      progress.show(done: number)
      let id: String
      let text: SourceText
      do throws(CommandError) {
        (id, text) = try InputFile.read(input)
      } catch {
        progress.clear()
        Output.complain(error.message)
        status = ExitStatus.someFailed
        continue
      }
      let article = analyzer.article(analyzer.document(id: id, text: text))
      if progress.sharesTerminal { progress.clear() }
      switch format {
      case .jsonl:
        try Output.write(AnalysisWriter.line(article))
        try Output.write([0x0A])
      case .json:
        if count > 0 { try Output.write([0x2C, 0x0A]) }
        try Output.write(AnalysisWriter.line(article))
      case .text:
        if count > 0 { try Output.write([0x0A]) }
        try Output.write(AnalysisText.bytes(article))
      }
      count += 1
    }
    if format == .json { try Output.write([0x0A, 0x5D, 0x0A]) }
    return status
  }
}

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
