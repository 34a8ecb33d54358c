import SutraCore
import SutraImport
import SutraInput
import SutraReader
import SutraWords

/// `sutra import`: annotations of other programs as analyses.
enum ImportCommand {
  /// Reads all inputs in order and returns the exit status.
  static func run(_ options: Options, _ analyzer: ArticleAnalyzer) throws(CommandError) -> Int32 {
    if options.has("keep") { return try keep(options, analyzer) }
    let output: AnalysisOutput
    if let path = options["output"] {
      output = try AnalysisOutput(path: path, keeping: 0, inputs: options.inputs)
    } else {
      output = AnalysisOutput()
    }
    var status = ExitStatus.success
    for input in options.inputs {
      let article: Article
      do throws(CommandError) {
        article = try Self.article(input, text: options["text"], analyzer)
      } catch {
        Output.complain(error.message)
        status = ExitStatus.someFailed
        continue
      }
      try output.write(article, after: [], before: [0x0A])
    }
    return status
  }

  /// Keeps what was changed in all inputs as corrections, and tells how many there are.
  private static func keep(
    _ options: Options, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) -> Int32 {
    let corrections = try ImportedCorrections(analyzer)
    var status = ExitStatus.success
    for input in options.inputs {
      do throws(CommandError) {
        let article = try Self.article(input, text: options["text"], analyzer)
        let count = try corrections.keep(article)
        let name = VisibleText.safe(input.name)
        try Output.write(
          Array((say("import.kept", ["name": name, "count": count]) + "\n").utf8))
      } catch {
        Output.complain(error.message)
        status = ExitStatus.someFailed
      }
    }
    return status
  }

  /// The article that a file of annotations tells of.
  static func article(
    _ input: ArticleOrigin, text path: String?, _ analyzer: ArticleAnalyzer
  ) throws(CommandError) -> Article {
    let bytes = try InputFile.bytes(input)
    let reader = AnnotationReader { analyzer.document(id: $0, text: $1) }
    var text: SourceText?
    if let path = path ?? textBeside(input, bytes) {
      text = try InputFile.read(.file(path), form: .analysis).text
    }
    do throws(AnnotationError) {
      return try reader.article(of: bytes, id: input.name, text: text)
    } catch {
      throw .input(sentence(error, "'\(VisibleText.safe(input.name))'"))
    }
  }

  /// The text beside a file of brat.
  private static func textBeside(_ input: ArticleOrigin, _ bytes: [UInt8]) -> String? {
    guard AnnotationReader.format(of: bytes) == .brat, let path = InputFile.path(input),
      path.hasSuffix(".ann")
    else { return nil }
    return path.dropLast(4) + ".txt"
  }

  /// What is wrong with annotations, and what to do about it.
  private static func sentence(_ error: AnnotationError, _ file: String) -> String {
    switch error {
    case .unknownFormat: say("import.no-annotations", ["file": file])
    case .noText: say("import.no-text", ["file": file])
    case .emptyText: say("import.empty", ["file": file])
    case .line(let number): say("import.line", ["file": file, "number": number])
    case .missing(let what): say("import.lacks", ["file": file, "what": what])
    }
  }
}
