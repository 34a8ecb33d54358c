import SutraWords

extension ProgramCommand {
  /// `sutra compare`: what differs between articles.
  static let compare = ProgramCommand(
    "compare",
    operands: .articles(areNeeded: true), synopsis: "FILE FILE...",
    options: [
      CommandOption("format", .choice(["text", "jsonl", "html"], of: "format"), "FORMAT"),
      jobs, kept, corrected,
    ],
    settings: .some(["model", "reading", "languages"]),
    check: { (options: inout Options) throws(CommandError) in
      guard options["format"] == "html", options.inputs.count > 2 else { return }
      throw .usage(say("usage.compare-page"))
    },
    run: { (invocation: Invocation) throws(CommandError) in
      try CompareCommand.run(invocation.options, invocation.analyzer())
    })
}
