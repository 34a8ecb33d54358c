extension ProgramCommand {
  /// `sutra compare`: what differs between articles.
  static let compare = ProgramCommand(
    "compare", summary: "tell what differs between articles or versions of one",
    operands: .articles(areNeeded: true), synopsis: "FILE FILE...",
    options: [
      CommandOption(
        "format", .choice(["text", "jsonl"], of: "format"), "FORMAT",
        help: "text: for people; jsonl: a line of JSON a pair",
        details: """
          The shape of a comparison: `text` (for people, the usual one) or `jsonl` (one line for each \
          article that the first is compared with).
          """)
    ],
    settings: .some(["model", "languages"]),
    details: """
      Compare the first article with each of the others: which quotes are the same, shortened, \
      changed or in one alone, who is quoted in one and not in the other, who is named otherwise, \
      which numbers differ, and, of two versions of one article, which sentences were added, \
      removed, moved or changed. Persons and numbers are found across languages.
      """,
    run: { (invocation: Invocation) throws(CommandError) in
      try CompareCommand.run(invocation.options, invocation.analyzer())
    })
}
