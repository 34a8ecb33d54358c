import Glibc
import SutraCore
import SutraReader

/// The command line program: arguments in, exit status out.
public enum Command {
  /// Runs the program.
  ///
  /// - Parameter arguments: The words of the command line, the program's name first.
  /// - Returns: The exit status.
  public static func run(_ arguments: [String]) -> Int32 {
    do throws(CommandError) {
      return try run(Options(Array(arguments.dropFirst())))
    } catch {
      Output.complain(error.message)
      return error.status
    }
  }

  private static func run(_ options: Options) throws(CommandError) -> Int32 {
    switch options.task {
    case .help:
      try Output.write(Array(Usage.text.utf8))
      return ExitStatus.success
    case .version:
      try Output.write(Array("sutra \(Usage.version)\n".utf8))
      return ExitStatus.success
    case .analyze: return try AnalyzeCommand.run(options)
    default: break
    }
    var settings = Settings()
    var complaints = SettingsFile.read(into: &settings)
    for named in options.settings {
      // The options were checked when they were read.
      try? settings.set(named.name, to: named.value, .commandLine)
    }
    switch options.task {
    case .doctor: return try DoctorCommand.run(options, settings)
    case .config:
      complaints.forEach(Output.complain)
      return try ConfigCommand.run(settings)
    case .print:
      let (id, text) = try InputFile.read(options.inputs[0])
      let document = ArticleAnalyzer().document(id: id, text: text)
      let profile = WidthProfile(rawValue: settings["widths"]) ?? .spacing
      try PlainPrinter.print(document, width: options.width, profile: profile)
      return ExitStatus.success
    default:
      if settings.isOn("linear") {
        complaints.forEach(Output.complain)
        return try LinearCommand.run(options.inputs[0])
      }
      guard isatty(1) == 1 else {
        for input in options.inputs { try Output.write(InputFile.read(input).text.bytes) }
        return ExitStatus.success
      }
      complaints = Array(complaints.prefix(20))
      return try ReadCommand.run(options.inputs, settings, complaints)
    }
  }
}
