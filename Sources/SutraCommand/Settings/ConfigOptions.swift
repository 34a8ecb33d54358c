extension ProgramCommand {
  /// `sutra config`: all settings and keys, with where each comes from.
  static let config = ProgramCommand(
    "config", settings: .all,
    run: { (invocation: Invocation) throws(CommandError) in
      invocation.complaints.forEach(Output.complain)
      return try ConfigCommand.run(invocation.settings)
    })
}
