import SutraReader

extension ProgramCommand {
  /// What `sutra feeds` can do besides opening the list.
  static let feedTasks = [
    "add", "remove", "list", "import", "export", "refresh", "items", "analyze", "parse",
  ]

  /// `sutra feeds`: the feeds that are followed, and their articles.
  static let feeds = ProgramCommand(
    "feeds",
    operands: .words(least: 0, first: feedTasks), synopsis: "[\(feedTasks.joined(separator: "|"))]",
    options: [
      CommandOption(
        "format", .choice(["jsonl", "text"], of: "format"), "FORMAT"),
      CommandOption(
        "base", .text(of: "address"), "URL"),
      CommandOption(
        "since", .text(of: "date"), "DATE"),
      CommandOption(
        "at-a-time", .number(1...64, of: "feeds"), "N"),
      CommandOption(
        "fetch"),
      CommandOption("local"),
      CommandOption("refresh"),
      CommandOption("quiet", letter: "q"),
    ],
    settings: .all,
    run: { (invocation: Invocation) throws(CommandError) in try FeedsCommand.run(invocation) })
}
