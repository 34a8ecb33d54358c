import Glibc
import SutraResources
import SutraCore
import SutraReader

/// The command line program: arguments in, exit status out.
public enum Command {
  /// The words of the command line, the program's name first; a word need not be UTF-8, and `run`
  /// finds its bytes again.
  public static var arguments: [String] {
    (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0].map { RawPath.text($0) } }
  }

  /// Runs the program.
  ///
  /// - Parameter arguments: The words of the command line, as `arguments` has them.
  /// - Returns: The exit status.
  public static func run(_ arguments: [String]) -> Int32 {
    keepStandardFiles()
    do throws(CommandError) {
      return try run(Options(Array(arguments.dropFirst())))
    } catch {
      Output.complain(error.message)
      return error.status
    }
  }

  /// Sees to it that no other file gets the number of a standard one that is closed; reading from
  /// it or writing to it fails as before.
  private static func keepStandardFiles() {
    for file in Int32(0)...2 where fcntl(file, F_GETFD) < 0 {
      _ = open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY)
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
    case .analyze:
      // The same article gives the same analysis whatever the user's settings are.
      let model = options.settings.last { $0.name == "model" }?.value ?? ""
      return try AnalyzeCommand.run(options, ModelChoice.models(model))
    case .explain:
      if let place = options.place { return try ExplainCommand.run(place) }
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
      if options.follows, settings.isOn("linear") || isatty(1) == 0 {
        throw .usage("--follow needs the screen of a terminal; leave it out.")
      }
      if settings.isOn("linear") {
        complaints.forEach(Output.complain)
        return try LinearCommand.run(
          options.inputs[0], ArticleAnalyzer(models: ModelChoice.models(settings["model"])))
      }
      guard isatty(1) == 1 else {
        for input in options.inputs { try Output.write(InputFile.read(input).text.bytes) }
        return ExitStatus.success
      }
      complaints = Array(complaints.prefix(20))
      return try ReadCommand.run(
        options.inputs, settings, complaints, follows: options.follows)
    }
  }
}
