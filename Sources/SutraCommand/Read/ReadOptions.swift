import Glibc
import SutraCore
import SutraExport
import SutraInput
import SutraReader
import SutraResources

extension ProgramCommand {
  /// `sutra FILE`: the reader, the dialogue, or the article as plain text.
  static let read = ProgramCommand(
    "", summary: "read an article", operands: .articles(areNeeded: false),
    synopsis: "[FILE... | -]",
    options: [
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]",
        help: "open a sample article"),
      CommandOption(
        "follow", help: "keep the end of a growing file on the screen, like tail -f",
        details: "Keep the end of a growing file on the screen, as `tail -f` does; any key stops."),
      CommandOption(
        "raw", help: "pass control characters of an article on to a pipe or file",
        details: """
          Pass control characters of an article on where standard output is no terminal. Without it \
          a sign stands for each, so that nothing in an article can steer a terminal behind the \
          pipe.
          """),
      CommandOption("print", help: "write the article laid out as plain text, and end"),
      CommandOption(
        "width", .number(1...Limits.printedColumns, of: "columns"), "N",
        help: "columns of --print (80)",
        details: "Columns of `--print`, from 1 to \(Limits.printedColumns); 80 if nothing is said."),
    ],
    settings: .all,
    details: "Open articles in the reader.",
    check: { (options: inout Options) throws(CommandError) in
      if options.has("print"), options.inputs.count > 1 {
        throw .usage("--print takes one article; name one file.")
      }
      guard options.has("follow") else { return }
      guard !options.has("print") else {
        throw .usage("--follow and --print do not go together.")
      }
      guard case .file = options.inputs.first else {
        throw .usage("--follow needs the file that grows; see 'sutra --help'.")
      }
    },
    run: read)

  private static func read(_ invocation: Invocation) throws(CommandError) -> Int32 {
    let (options, settings) = (invocation.options, invocation.settings)
    try refuseMistypedCommand(options.inputs)
    let input = options.inputs.first ?? .unnamed
    if options.has("print") {
      let document = try InputFile.read(input).document(ArticleAnalyzer())
      let profile = WidthProfile(rawValue: settings["widths"]) ?? .spacing
      try PlainPrinter.print(document, width: options.number("width") ?? 80, profile: profile)
      return ExitStatus.success
    }
    let isLinear = settings.isOn("linear")
    if options.has("follow"), isLinear || isatty(1) == 0 {
      throw .usage("--follow needs the screen of a terminal; leave it out.")
    }
    if isLinear {
      invocation.complaints.forEach(Output.complain)
      return try LinearCommand.run(
        input, invocation.analyzer())
    }
    guard isatty(1) == 1 else {
      for input in options.inputs {
        let bytes = try InputFile.read(input).text.bytes
        try Output.write(options.has("raw") ? bytes : HarmlessText.bytes(bytes))
      }
      return ExitStatus.success
    }
    return try ReadCommand.run(
      options.inputs, settings, invocation.analyzer(), Array(invocation.complaints.prefix(20)),
      follows: options.has("follow"))
  }

  /// Takes a first word that is no file and nearly a command for a mistyped one.
  private static func refuseMistypedCommand(
    _ inputs: [ArticleOrigin]
  ) throws(CommandError) {
    guard case .file(let word) = inputs.first, access(RawPath.bytes(word), F_OK) != 0,
      let near = NearestWord.to(word, among: named.map(\.name))
    else { return }
    throw .usage(
      "there is no command or file '\(VisibleText.safe(RawPath.shown(word)))'; "
        + "did you mean 'sutra \(near)'?")
  }
}
