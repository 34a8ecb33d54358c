extension ProgramCommand {
  /// `sutra config`: all settings and keys, with where each comes from.
  static let config = ProgramCommand(
    "config", summary: "all settings, keys, and where each comes from", settings: .all,
    details: """
      Print all settings and keys in the form of a settings file, with where each comes from.
      """,
    run: { (invocation: Invocation) throws(CommandError) in
      invocation.complaints.forEach(Output.complain)
      return try ConfigCommand.run(invocation.settings)
    })
}
