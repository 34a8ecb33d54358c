import SutraCompare
import SutraCore
import SutraExport
import SutraReader
import SutraSystem
import SutraWords

/// `sutra compare`: the first article beside each of the others.
enum CompareCommand {
  /// Compares the first input with all others and returns the exit status.
  static func run(_ options: Options, _ analyzer: ArticleAnalyzer) throws(CommandError) -> Int32 {
    let format = options["format"] ?? "text"
    if options.has("kept"), options.inputs.count == 1 {
      let (old, new) = try KeptInputs.versions(options.inputs[0], analyzer)
      try Output.write(bytes(of: old, new, format))
      return ExitStatus.success
    }
    let options = try options.withKept()
    let inputs = options.inputs
    guard inputs.count > 1 else {
      throw .usage(say("usage.compare"))
    }
    var (one, rest) = (options, options)
    one.inputs = [inputs[0]]
    rest.inputs.removeFirst()
    // The others are analysed beside the first, and wait for it to be compared.
    let first = Gate<Article?>(nil)
    let queue = try AnalysisQueue(rest, analyzer, isBeside: true) { other in
      bytes(of: first.pass { $0 }, other, format)
    }
    switch try AnalysisQueue(one, analyzer, make: { $0 }).result(of: 0) {
    case .made(let article): first.pass { $0 = article }
    case .failure(let error): throw error
    }
    var isFirst = true
    return try queue.forEach(Progress(total: inputs.count - 1)) {
      (bytes, _) throws(CommandError) in
      try Output.write((isFirst || format != "text" ? [] : [0x0A]) + bytes)
      isFirst = false
    }
  }

  /// A comparison as it is written.
  private static func bytes(of first: Article, _ second: Article, _ format: String) -> [UInt8] {
    let comparison = ArticleComparer.standard.compare(first, second)
    switch format {
    case "jsonl": return ComparisonWriter.line(comparison, first, second) + [0x0A]
    case "html": return ComparisonPage.bytes(comparison, first, second)
    default:
      return ComparisonReport.lines(comparison, first, second).flatMap {
        Array(VisibleText.safe($0).utf8) + [0x0A]
      }
    }
  }
}
