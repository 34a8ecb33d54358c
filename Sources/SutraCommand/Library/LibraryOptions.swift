import SutraCore
import SutraReader
import SutraWords

extension ProgramCommand {
  /// What `sutra library` can do.
  static let libraryTasks = [
    "add", "list", "backup", "forget", "corrections", "notes", "merge", "split", "same", "rescue",
  ]

  private static let rows = CommandOption(
    "format", .choice(["text", "jsonl", "csv"], of: "format"), "FORMAT")
  private static let since = CommandOption(
    "since", .text(of: "date"), "DATE")
  private static let limit = CommandOption(
    "limit", .number(1...1_000_000, of: "rows"), "N",
    values: { [("usual", QuestionCommands.usualRows)] })

  /// `sutra library`: what was read.
  static let library = ProgramCommand(
    "library",
    operands: .words(least: 0, first: libraryTasks),
    synopsis: libraryTasks.joined(separator: "|"), options: [rows],
    settings: .all,
    run: { (invocation: Invocation) throws(CommandError) in try LibraryCommand.run(invocation) })

  /// `sutra who`: what is known of somebody.
  static let who = ProgramCommand(
    "who",
    operands: .words(least: 1, first: []), synopsis: "NAME", options: [rows, limit],
    run: { (invocation: Invocation) throws(CommandError) in try QuestionCommands.who(invocation) })

  /// `sutra said`: quotes of all articles.
  static let said = ProgramCommand(
    "said",
    operands: .words(least: 0, first: []), synopsis: "[WORDS]",
    options: [
      CommandOption(
        "speaker", .text(of: "name"), "NAME"),
      CommandOption("about", .text(of: "word"), "WORDS"),
      since,
      CommandOption(
        "outlet", .text(of: "name"), "NAME"),
      CommandOption(
        "kind", .choice(SpeakerKind.allCases.map(\.rawValue), of: "kind"), "KIND",
        values: { [("kinds", SpeakerKind.allCases.map(\.rawValue).joined(separator: ", "))] }),
      CommandOption(
        "type", .choice(QuotationForm.allCases.map(\.rawValue), of: "type"), "TYPE"),
      rows, limit,
    ],
    run: { (invocation: Invocation) throws(CommandError) in try QuestionCommands.said(invocation) })

  /// `sutra find`: articles by their words.
  static let find = ProgramCommand(
    "find",
    operands: .words(least: 1, first: []), synopsis: "WORDS", options: [since, rows, limit],
    run: { (invocation: Invocation) throws(CommandError) in try QuestionCommands.find(invocation) })
}
