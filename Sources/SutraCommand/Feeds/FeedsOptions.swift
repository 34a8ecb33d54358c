import SutraReader

extension ProgramCommand {
  /// What `sutra feeds` can do besides opening the list.
  static let feedTasks = [
    "add", "remove", "list", "import", "export", "refresh", "items", "analyze", "parse",
  ]

  /// `sutra feeds`: the feeds that are followed, and their articles.
  static let feeds = ProgramCommand(
    "feeds", summary: "follow feeds, and list what there is to read",
    operands: .words(least: 0, first: feedTasks), synopsis: "[\(feedTasks.joined(separator: "|"))]",
    options: [
      CommandOption(
        "format", .choice(["jsonl", "text"], of: "format"), "FORMAT",
        help: "parse, items, list: jsonl, one line of JSON each, or text",
        details: """
          With `parse` and `items`: `jsonl`, one line of JSON a feed or an article (the default). \
          With `list`: `text` (the default) or `jsonl`.
          """),
      CommandOption(
        "base", .text(of: "address"), "URL", help: "parse: the address that links are relative to"),
      CommandOption(
        "since", .text(of: "date"), "DATE",
        help: "items, analyze: only articles seen since a date, or as in 12h, 2d",
        details: """
          With `items` and `analyze`: only articles that were first seen at DATE or later, as in \
          2026-11-28, 2026-11-28T06:00:00+06:00, or so long ago as in 12h or 2d.
          """),
      CommandOption(
        "at-a-time", .number(1...64, of: "feeds"), "N", help: "refresh: feeds read at a time (8)"),
      CommandOption(
        "fetch", help: "analyze: fetch the pages of articles that are given as summaries"),
      CommandOption(
        "local", help: "import: the list may name addresses of this machine's own network",
        details: """
          With `import`: feeds on this machine and in its own network may be read that the list \
          names. Without it those alone are that were added by `add`.
          """),
      CommandOption(
        "refresh", help: "items, analyze: read the feeds anew first",
        details: """
          With `items` and `analyze`: read the feeds anew first, so that one command in a crontab \
          gives what the night has brought: sutra feeds analyze --refresh --since 12h.
          """),
      CommandOption("quiet", letter: "q", help: "refresh: say nothing but what went wrong"),
    ],
    settings: .all,
    details: """
      Opens the list of articles that the followed feeds have brought. `add` URL... follows a \
      feed, or the one that a page names; `remove` URL... ends that; `list` tells the feeds; \
      `import` FILE and `export` [FILE] read and write OPML; `refresh` [URL...] reads them anew, \
      several at a time; `items` writes articles as lines of JSON, `analyze` what is found in \
      them; `parse` FILE... writes what stands in files of feeds. Feeds are RSS, RDF, Atom and \
      JSON Feed. What is followed and read is kept in `$XDG_DATA_HOME/sutra/library.db`.
      """,
    run: { (invocation: Invocation) throws(CommandError) in try FeedsCommand.run(invocation) })
}
