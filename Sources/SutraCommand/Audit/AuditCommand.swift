import SutraAudit
import SutraCore
import SutraReader
import SutraResources

extension ClaimWords {
  /// Those of the languages that travel inside the binary.
  static let builtIn = ClaimWords(EmbeddedResource.files(named: "claim-words.tsv"))
}

/// `sutra audit`: what articles rest on, one after the other.
enum AuditCommand {
  /// Audits all inputs in order and returns the exit status.
  static func run(_ options: Options, _ analyzer: ArticleAnalyzer) throws(CommandError) -> Int32 {
    let auditor = SourceAuditor(.builtIn)
    var status = ExitStatus.success
    for (number, input) in options.inputs.enumerated() {
      let article: Article
      do throws(CommandError) {
        article = analyzer.article(
          try InputFile.read(input, form: .analysis).document(analyzer))
      } catch {
        Output.complain(error.message)
        status = ExitStatus.someFailed
        continue
      }
      let audit = auditor.audit(article, sentences: analyzer.sentences(of: article.document))
      if options["format"] == "jsonl" {
        try Output.write(AuditWriter.line(audit, of: article) + [0x0A])
      } else {
        let lines = (number == 0 ? [] : [""]) + AuditReport.lines(audit, of: article)
        try Output.write(lines.flatMap { Array(VisibleText.safe($0).utf8) + [0x0A] })
      }
    }
    return status
  }
}
