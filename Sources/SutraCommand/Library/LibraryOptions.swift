import SutraCore
import SutraReader

extension ProgramCommand {
  /// What `sutra library` can do.
  static let libraryTasks = ["add", "list", "backup", "forget"]

  private static let rows = CommandOption(
    "format", .choice(["text", "jsonl", "csv"], of: "format"), "FORMAT",
    help: "text, jsonl (one object a line) or csv",
    details: "`text`, for people (the usual one), `jsonl`, one object a line, or `csv`.")
  private static let since = CommandOption(
    "since", .text(of: "date"), "DATE", help: "only what is from a date on, or as in 12h, 2d",
    details: "Only what is from DATE on, as in 2026-03-01, or so long ago as in 12h or 2w.")
  private static let limit = CommandOption(
    "limit", .number(1...1_000_000, of: "rows"), "N",
    help: "most rows that are written (\(QuestionCommands.usualRows))")

  /// `sutra library`: what was read.
  static let library = ProgramCommand(
    "library", summary: "keep articles with what is found in them",
    operands: .words(least: 1, first: libraryTasks),
    synopsis: libraryTasks.joined(separator: "|"), options: [rows],
    settings: .some(["model", "languages"]),
    details: """
      `add` FILE... | - keeps articles with their texts and what is found in them; one that is \
      there with another text gets a new version. `list` tells what is kept, with the quotes and \
      sources of each; `backup` FILE writes a copy of the library while it is in use; `forget` \
      FILE|URL... takes articles out with all that was found in them. The library is \
      `$XDG_DATA_HOME/sutra/library.db`.
      """,
    run: { (invocation: Invocation) throws(CommandError) in try LibraryCommand.run(invocation) })

  /// `sutra who`: what is known of somebody.
  static let who = ProgramCommand(
    "who", summary: "what somebody said in all articles that are kept",
    operands: .words(least: 1, first: []), synopsis: "NAME", options: [rows, limit],
    details: """
      Tells of whom the library has a name that holds the words of NAME, whatever their case \
      endings: how often and where they were quoted, in which roles, to whom they spoke and with \
      whom they are named; then what they said, the newest first. Other formats have the quotes.
      """,
    run: { (invocation: Invocation) throws(CommandError) in try QuestionCommands.who(invocation) })

  /// `sutra said`: quotes of all articles.
  static let said = ProgramCommand(
    "said", summary: "quotes of all articles that are kept",
    operands: .words(least: 0, first: []), synopsis: "[WORDS]",
    options: [
      CommandOption(
        "speaker", .text(of: "name"), "NAME", help: "only of those whose names hold these words"),
      CommandOption("about", .text(of: "word"), "WORDS", help: "only those that hold these words"),
      since,
      CommandOption(
        "outlet", .text(of: "name"), "NAME", help: "only of an outlet whose name holds this"),
      CommandOption(
        "kind", .choice(SpeakerKind.allCases.map(\.rawValue), of: "kind"), "KIND",
        help:
          "only of speakers who are named so: \(SpeakerKind.allCases.map(\.rawValue).joined(separator: ", "))"
      ),
      CommandOption(
        "type", .choice(QuotationForm.allCases.map(\.rawValue), of: "type"), "TYPE",
        help: "only direct, indirect or mixed ones"),
      rows, limit,
    ],
    details: """
      Writes quotes, the newest first. Words are found whatever their case endings and whichever \
      digits they have.
      """,
    run: { (invocation: Invocation) throws(CommandError) in try QuestionCommands.said(invocation) })

  /// `sutra find`: articles by their words.
  static let find = ProgramCommand(
    "find", summary: "articles that are kept and hold some words",
    operands: .words(least: 1, first: []), synopsis: "WORDS", options: [since, rows, limit],
    details: """
      Writes the articles whose texts hold all of WORDS, the newest first, each with the words \
      around the first. A word is found whatever its case ending, and 2024 as ২০২৪.
      """,
    run: { (invocation: Invocation) throws(CommandError) in try QuestionCommands.find(invocation) })
}
