import SutraCore
import SutraExport
import SutraInput
import SutraReader
import SutraSystem
import SutraWords

/// `sutra analyze`: articles are read and analysed on several threads, and written in their order.
enum AnalyzeCommand {
  /// Most articles analysed at a time.
  static let mostJobs = 256

  /// Bytes of an article from which on its analysis is not made into bytes at once.
  static let large = 1 << 20

  /// What is written of an article.
  private enum Made: Sendable {
    /// The analysis as it is to be written.
    case bytes([UInt8])
    /// A large one that is better written piece by piece.
    case article(Article)

    init(_ article: Article, _ format: any ArticleFormat, _ fields: Set<String>?) {
      if let fields {
        self = .bytes(AnalysisWriter.line(article, fields: fields))
        return
      }
      let isLarge = article.document.text.bytes.count >= AnalyzeCommand.large
      self =
        format.isAnalysisLine && isLarge ? .article(article) : .bytes(format.bytes(article))
    }
  }

  /// Analyses all inputs in order and returns the exit status.
  static func run(_ options: Options, _ analyzer: ArticleAnalyzer) throws(CommandError) -> Int32 {
    if let format = options["from"].flatMap(RecordFormat.init) {
      return try StreamCommand.run(format, options, analyzer)
    }
    ThisProcess.returnLargeMemory()
    let inputs = options.inputs
    var earlier = EarlierOutput()
    if options.has("resume"), let path = options["output"] {
      earlier = try EarlierOutput(path: path, inputs: inputs)
    }
    let output: AnalysisOutput
    if let path = options["output"] {
      output = try AnalysisOutput(path: path, keeping: earlier.length, inputs: inputs)
    } else {
      output = AnalysisOutput()
    }
    var status = ExitStatus.success
    for number in earlier.missing {
      Output.complain(leftOut(inputs[number], options["output"] ?? ""))
      status = ExitStatus.someFailed
    }
    var rest = options
    rest.inputs = Array(inputs[earlier.done...])
    return try run(
      rest, analyzer, to: output, Progress(total: inputs.count, before: earlier.done), status)
  }

  private static func run(
    _ options: Options, _ analyzer: ArticleAnalyzer,
    to output: borrowing AnalysisOutput, _ progress: Progress, _ status: Int32
  ) throws(CommandError) -> Int32 {
    var count = 0
    let format = options.format
    let fields = options.fields
    let queue = try AnalysisQueue(options, analyzer) { Made($0, format, fields) }
    let found = try queue.forEach(progress) { (made, _) throws(CommandError) in
      let head = Array((count == 0 ? format.head : format.separator).utf8)
      let tail = Array(format.ending.utf8)
      switch made {
      case .bytes(let bytes): try output.write(head + bytes + tail)
      case .article(let article): try output.write(article, after: head, before: tail)
      }
      count += 1
    }
    // A file in which nothing new belongs stays as it was.
    let head = count == 0 && options["output"] == nil ? format.head : ""
    if count > 0 || options["output"] == nil {
      try output.write(Array((head + format.tail).utf8))
    }
    return max(status, found)
  }

  /// Why an article before the place where a run goes on has no analysis.
  private static func leftOut(_ input: ArticleOrigin, _ output: String) -> String {
    do throws(CommandError) {
      _ = try InputFile.read(input)
      return
        say(
          "error.left-out",
          ["file": VisibleText.safe(input.name), "output": VisibleText.safe(output)])
    } catch {
      return error.message
    }
  }
}

extension Options {
  /// How many articles are worked on at a time: as many as there are processors, if nothing is said.
  var jobs: Int {
    number("jobs") ?? max(1, min(AnalyzeCommand.mostJobs, ThisProcess.processors))
  }
}
