import SutraResources

extension ProgramCommand {
  /// `sutra audit`: what articles rest on.
  static let audit = ProgramCommand(
    "audit", summary: "weigh what articles rest on",
    operands: .articles(areNeeded: true), synopsis: "FILE... | -",
    options: [
      CommandOption(
        "format", .choice(["text", "jsonl"], of: "format"), "FORMAT",
        help: "text: for people; jsonl: a line of JSON an article",
        details: """
          The shape of an audit: `text` (for people, the usual one) or `jsonl` (one line an article: \
          sentences, quotes and speakers with their words, of which every figure is a sum).
          """),
      CommandOption(
        "sample", .sample(codes: Samples.codes), "[\(Samples.codes.joined(separator: "|"))]",
        help: "a sample article"),
    ],
    settings: .some(["model", "languages"]),
    details: """
      Tell of each article how much of it somebody says and how much it claims itself, by whom and by \
      what kind of source, how much rests on one, whose names are withheld and whether a reason is given, \
      whether those who are accused are heard, and which media have it from others. The claims of the \
      article itself are listed, those with numbers, accusations and superlatives first. No score of truth: \
      facts to check, each with its line.
      """,
    run: { (invocation: Invocation) throws(CommandError) in
      try AuditCommand.run(invocation.options, invocation.analyzer())
    })
}
