extension ProgramCommand {
  /// `sutra explain`: why a quote and its speaker stand.
  static let explain = ProgramCommand(
    "explain", operands: .place,
    synopsis: "FILE:OFFSET | FILE:LINE:COLUMN",
    settings: .some(["model", "reading", "languages", "encoding"]),
    run: { (invocation: Invocation) throws(CommandError) in
      guard let place = invocation.options.place else { return ExitStatus.usage }
      return try ExplainCommand.run(place, invocation.analyzer(ofOne: true))
    })
}
