extension ProgramCommand {
  /// `sutra doctor`: how this terminal counts columns, and whether it does.
  static let doctor = ProgramCommand(
    "doctor",
    options: [CommandOption("json")],
    settings: .all,
    run: { (invocation: Invocation) throws(CommandError) in
      try DoctorCommand.run(invocation.settings, wantsJSON: invocation.options.has("json"))
    })
}
