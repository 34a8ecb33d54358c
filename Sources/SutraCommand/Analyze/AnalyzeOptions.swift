import SutraExport
import SutraInput
import SutraReader
import SutraResources

extension ProgramCommand {
  /// `sutra analyze`: what was found in articles.
  static let analyze = ProgramCommand(
    "analyze", summary: "write what is found in articles",
    operands: .articles(areNeeded: true), synopsis: "FILE... | -",
    options: [
      CommandOption(
        "format", .choice(ArticleFormats.analyses.map(\.name), of: "format"), "FORMAT",
        help: ArticleFormats.analyses.map { "\($0.name): \($0.help)" }.joined(separator: "; "),
        details: """
          The shape of an analysis: `jsonl` (one line an article, the usual one), `json` (an \
          array), `text` (for people), or the quotes alone as `csv` (for spreadsheets) or `md` \
          (Markdown).
          """),
      jobs,
      CommandOption(
        "output", .file, "FILE", help: "write the analysis to FILE",
        details: """
          Write the analysis to FILE and not to standard output; what it held before is replaced.
          """),
      CommandOption(
        "resume", help: "go on behind the last whole line of that FILE",
        details: """
          With `--output`, and the files of an earlier run in the same order: keep the whole lines \
          that the output holds, cut off a line that was not finished, and go on with the next \
          article.
          """),
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]",
        help: "a sample article"),
    ],
    settings: .some(["model", "languages", "encoding"]),
    details: """
      Write what was found in each article to standard output. Several files are analysed at a \
      time and written in their order. Where standard error is a terminal and there are several \
      files, it shows how far it has come. A run that is interrupted leaves whole lines; \
      `--resume` goes on behind them.
      """,
    check: { (options: inout Options) throws(CommandError) in
      guard options.has("resume") else { return }
      guard options["output"] != nil else {
        throw .usage("--resume needs --output FILE, which names what it goes on with.")
      }
      guard options.format.name == AnalysisLines().name else {
        throw .usage(
          "--resume goes on with lines; leave --format \(options.format.name) out.")
      }
    },
    run: { (invocation: Invocation) throws(CommandError) in
      try AnalyzeCommand.run(invocation.options, invocation.analyzer())
    })
}

extension ProgramCommand {
  /// How many articles are worked on at a time, for commands that take several.
  static let jobs = CommandOption(
    "jobs", .number(1...AnalyzeCommand.mostJobs, of: "jobs"), "N",
    help: "articles analysed at a time (as many as there are processors)",
    details: """
      How many articles are worked on at a time, from 1 to \(AnalyzeCommand.mostJobs); without \
      it, as many as there are processors. Large articles wait for each other, so that memory \
      stays within bounds.
      """)
}

extension Options {
  /// The shape of an analysis.
  var format: any ArticleFormat {
    values["format"].flatMap { ArticleFormats.named($0, in: ArticleFormats.analyses) }
      ?? AnalysisLines()
  }
}
