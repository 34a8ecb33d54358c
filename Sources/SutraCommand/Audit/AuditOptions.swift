import SutraResources

extension ProgramCommand {
  /// `sutra audit`: what articles rest on.
  static let audit = ProgramCommand(
    "audit",
    operands: .articles(areNeeded: true), synopsis: "FILE... | -",
    options: [
      CommandOption(
        "format", .choice(["text", "jsonl"], of: "format"), "FORMAT"),
      jobs, kept, corrected,
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]"),
    ],
    settings: .some(["model", "reading", "languages"]),
    run: { (invocation: Invocation) throws(CommandError) in
      try AuditCommand.run(invocation.options, invocation.analyzer())
    })
}
