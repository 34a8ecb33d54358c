extension ProgramCommand {
  /// `sutra explain`: why a quote and its speaker stand.
  static let explain = ProgramCommand(
    "explain", summary: "why a quote and its speaker stand", operands: .place,
    synopsis: "FILE:OFFSET | FILE:LINE:COLUMN",
    settings: .some(["model", "languages", "encoding"]),
    details: """
      Tell in plain words which rule and which words of the article made the quote at a place, and \
      who speaks it; outside of quotes, that nobody is quoted there. OFFSET counts the bytes of \
      the article in UTF-8 from 0, a byte order mark left out, as `grep -b` does; LINE and COLUMN \
      count lines and characters (code points) from 1. The place may be in the words, in the cue or \
      in the speaker; of several quotes the innermost counts. `-:`OFFSET explains standard input.
      """,
    run: { (invocation: Invocation) throws(CommandError) in
      guard let place = invocation.options.place else { return ExitStatus.usage }
      return try ExplainCommand.run(place, invocation.analyzer())
    })
}
