extension ProgramCommand {
  /// `sutra doctor`: how this terminal counts columns, and whether it does.
  static let doctor = ProgramCommand(
    "doctor", summary: "how this terminal counts columns, and whether it does",
    options: [CommandOption("json", help: "the report for programs")],
    settings: .all,
    details: "Tell what the terminal is, how it counts columns, and whether it does so.",
    run: { (invocation: Invocation) throws(CommandError) in
      try DoctorCommand.run(invocation.settings, wantsJSON: invocation.options.has("json"))
    })
}
