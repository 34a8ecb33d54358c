import SutraAudit
import SutraCore
import SutraReader

/// `sutra audit`: what articles rest on, one after the other.
enum AuditCommand {
  /// Audits all inputs in order and returns the exit status.
  static func run(_ options: Options, _ analyzer: ArticleAnalyzer) throws(CommandError) -> Int32 {
    let options = try options.withKept()
    let isLine = options["format"] == "jsonl"
    let queue = try AnalysisQueue(options, analyzer) { article -> [UInt8] in
      let audit = SourceAuditor.standard.audit(article)
      if isLine { return AuditWriter.line(audit, of: article) + [0x0A] }
      return AuditReport.lines(audit, of: article).flatMap {
        Array(VisibleText.safe($0).utf8) + [0x0A]
      }
    }
    var isFirst = true
    return try queue.forEach(Progress(total: options.inputs.count)) {
      (bytes, _) throws(CommandError) in
      try Output.write((isFirst || isLine ? [] : [0x0A]) + bytes)
      isFirst = false
    }
  }
}
