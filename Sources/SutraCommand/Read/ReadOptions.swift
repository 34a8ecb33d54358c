import SutraCore
import SutraExport
import SutraInput
import SutraReader
import SutraResources
import SutraSystem
import SutraWords

extension ProgramCommand {
  /// `sutra FILE`: the reader, the dialogue, or the article as plain text.
  static let read = ProgramCommand(
    "", operands: .articles(areNeeded: false),
    synopsis: "[FILE... | -]",
    options: [
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]"),
      CommandOption(
        "follow"),
      CommandOption(
        "raw"),
      CommandOption("save", .file, "FILE"),
      CommandOption("record", .file, "FILE"),
      CommandOption("log", .file, "FILE"),
      CommandOption("log-words"),
      CommandOption("print"),
      CommandOption("private"),
      CommandOption(
        "width", .number(1...Limits.printedColumns, of: "columns"), "N",
        values: { [("most", Limits.printedColumns)] }),
    ],
    settings: .all,
    check: { (options: inout Options) throws(CommandError) in
      if options.has("print"), options.inputs.count > 1 {
        throw .usage(say("usage.print-one"))
      }
      if options.has("save") {
        guard case .address = options.inputs.first, options.inputs.count == 1 else {
          throw .usage(say("usage.save"))
        }
      }
      guard options.has("follow") else { return }
      guard !options.has("print") else {
        throw .usage(say("usage.follow-print"))
      }
      guard case .file = options.inputs.first else {
        throw .usage(say("usage.follow-file"))
      }
    },
    run: read)

  private static func read(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let options = invocation.options
    let settings = options.has("private") ? withoutTraces(invocation.settings) : invocation.settings
    try refuseMistypedCommand(options.inputs)
    let input = options.inputs.first ?? .unnamed
    FetchedArticle.savedTo.withLock { $0 = options["save"] }
    let isLinear = settings.isOn("linear")
    if let option = ["record", "log"].first(where: options.has),
      options.has("print") || isLinear || !StandardFile.output.isTerminal
    {
      throw .usage(say("usage.log-terminal", ["option": "--\(option)"]))
    }
    if options.has("print") {
      // It ends with one article: what is done with is given back, so that nothing is there that is needed no more.
      ThisProcess.returnLargeMemory()
      let document = try InputFile.read(input).document(ArticleAnalyzer())
      let profile = WidthProfile(rawValue: settings["widths"]) ?? .spacing
      try PlainPrinter.print(
        document, width: options.number("width") ?? 80, profile: profile,
        isLinked: StandardFile.output.isTerminal)
      return ExitStatus.success
    }
    if options.has("follow"), isLinear || !StandardFile.output.isTerminal {
      throw .usage(say("usage.follow-terminal"))
    }
    if isLinear {
      invocation.complaints.forEach(Output.complain)
      return try LinearCommand.run(
        input, invocation.analyzer(ofOne: true), settings)
    }
    guard StandardFile.output.isTerminal else {
      for input in options.inputs {
        let bytes = try InputFile.read(input).text.bytes
        try Output.write(options.has("raw") ? bytes : HarmlessText.bytes(bytes))
      }
      return ExitStatus.success
    }
    return try ReadCommand.run(
      options.inputs, settings, invocation.analyzer(ofOne: true),
      Array(invocation.complaints.prefix(20)),
      follows: options.has("follow"), journal: Journal(options))
  }

  /// The settings of somebody who wants nothing kept of what is read.
  private static func withoutTraces(_ settings: Settings) -> Settings {
    var settings = settings
    for name in ["library", "remember"] { try? settings.set(name, to: "off", .commandLine) }
    return settings
  }

  /// Takes a first word that is no file and nearly a command for a mistyped one.
  private static func refuseMistypedCommand(
    _ inputs: [ArticleOrigin]
  ) throws(CommandError) {
    guard case .file(let word) = inputs.first, !FileStatus.exists(word),
      let near = NearestWord.to(word, among: named.map(\.name))
    else { return }
    if near == word { throw .usage(say("usage.command-first", ["command": near])) }
    throw .usage(
      say("usage.no-command", ["word": VisibleText.safe(RawPath.shown(word)), "near": near]))
  }
}
