extension ProgramCommand {
  /// `sutra compare`: what differs between articles.
  static let compare = ProgramCommand(
    "compare",
    operands: .articles(areNeeded: true), synopsis: "FILE FILE...",
    options: [
      CommandOption(
        "format", .choice(["text", "jsonl"], of: "format"), "FORMAT")
    ],
    settings: .some(["model", "languages"]),
    run: { (invocation: Invocation) throws(CommandError) in
      try CompareCommand.run(invocation.options, invocation.analyzer())
    })
}
