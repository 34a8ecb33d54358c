import SutraExport
import SutraInput
import SutraReader
import SutraResources
import SutraWords

extension ProgramCommand {
  /// `sutra analyze`: what was found in articles.
  static let analyze = ProgramCommand(
    "analyze",
    operands: .articles(areNeeded: true), synopsis: "FILE... | -",
    options: [
      CommandOption(
        "format", .choice(ArticleFormats.analyses.map(\.name), of: "format"), "FORMAT",
        values: {
          [
            (
              "formats",
              ArticleFormats.analyses.map { "\($0.name): \($0.help)" }.joined(separator: "; ")
            )
          ]
        }),
      jobs,
      CommandOption(
        "output", .file, "FILE"),
      CommandOption(
        "resume"),
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]"),
    ],
    settings: .some(["model", "languages", "encoding"]),
    check: { (options: inout Options) throws(CommandError) in
      guard options.has("resume") else { return }
      guard options["output"] != nil else {
        throw .usage(say("usage.resume-alone"))
      }
      guard options.format.name == AnalysisLines().name else {
        throw .usage(
          say("usage.resume-format", ["format": options.format.name]))
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
    values: { [("most", AnalyzeCommand.mostJobs)] })
}

extension Options {
  /// The shape of an analysis.
  var format: any ArticleFormat {
    values["format"].flatMap { ArticleFormats.named($0, in: ArticleFormats.analyses) }
      ?? AnalysisLines()
  }
}
