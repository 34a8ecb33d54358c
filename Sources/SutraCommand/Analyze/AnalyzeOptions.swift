import SutraCore
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
      jobs, corrected,
      CommandOption(
        "output", .file, "FILE"),
      CommandOption("resume"),
      CommandOption(
        "from", .choice(RecordFormat.allCases.map(\.rawValue), of: "stream"), "STREAM"),
      CommandOption("text", .text(of: "column"), "COLUMN"),
      CommandOption("fields", .text(of: "fields"), "LIST"),
      CommandOption("failures", .file, "FILE"),
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]"),
    ],
    settings: .some(["model", "reading", "languages", "encoding"]),
    check: { (options: inout Options) throws(CommandError) in
      try options.checkStream()
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
      let options = invocation.options
      return try AnalyzeCommand.run(
        options, options.analyzer(invocation.analyzer(ofOne: options.holdsOne)))
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

extension Options {
  /// The members of an analysis that are wanted; `nil` for all.
  var fields: Set<String>? {
    values["fields"].map { Set($0.split(separator: ",").map(String.init)) }
  }

  /// An analyser that finds what is wanted of the articles, and nothing where their texts alone are.
  func analyzer(_ analyzer: ArticleAnalyzer) -> ArticleAnalyzer {
    guard let fields, fields.isDisjoint(with: AnalysisWriter.findings) else { return analyzer }
    return analyzer.findingNothing()
  }

  /// Whether the input is a stream of articles, which is piped in where no file is named.
  var isStream: Bool { has("from") }

  /// Whether one article is analysed, as far as the command line tells.
  var holdsOne: Bool { !isStream && inputs.count == 1 }

  /// Sees whether the options of streams and fields fit each other.
  fileprivate func checkStream() throws(CommandError) {
    for name in ["text", "failures"] where has(name) && !isStream {
      throw .usage(say("usage.needs-from", ["option": name]))
    }
    if has("text"), values["from"] == RecordFormat.warc.rawValue {
      throw .usage(say("usage.text-for-from"))
    }
    if values["from"] == RecordFormat.csv.rawValue, !has("text") {
      throw .usage(say("usage.csv-text"))
    }
    if isStream || has("fields"), format.name != AnalysisLines().name {
      let name = isStream ? "--from" : "--fields"
      throw .usage(say("usage.for-lines", ["option": name, "format": format.name]))
    }
    if let unknown = fields?.subtracting(AnalysisWriter.fields).sorted().first {
      let known = AnalysisWriter.fields.joined(separator: ", ")
      throw .usage(say("usage.unknown-field", ["word": unknown, "words": known]))
    }
    if has("resume"), isStream, let path = values["output"], Packing(ending: path) != nil {
      throw .usage(say("usage.resume-plain", ["file": path]))
    }
  }
}
