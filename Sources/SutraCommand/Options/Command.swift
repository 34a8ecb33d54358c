import SutraCore
import SutraFetch
import SutraInput
import SutraReader
import SutraResources
import SutraSystem
import SutraWords

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
    StandardFile.keep()
    Signals.leaveLargeFilesToWrites()
    InterfaceLanguage.system = .ofLocale(
      Environment["LC_ALL"] ?? Environment["LC_MESSAGES"] ?? Environment["LANG"])
    InterfaceLanguage.standard = .system
    let words = Array(arguments.dropFirst())
    let spoken = spokenSettings(words)
    do throws(CommandError) {
      return try run(Options(words), spoken)
    } catch {
      Output.complain(error.message)
      return error.status
    }
  }

  /// What the settings file says of the language in which the program speaks; that and the words of the
  /// command line are in force from then on, before anything is found wrong in either.
  private static func spokenSettings(_ words: [String]) -> Settings {
    var file = Settings()
    _ = SettingsFile.read(into: &file)
    let spoken = file.only(ProgramCommand.spoken)
    var told = spoken
    for (word, next) in zip(words, words.dropFirst() + [""]).prefix(while: { $0.0 != "--" }) {
      for name in ProgramCommand.spoken {
        if word == "--\(name)" {
          try? told.set(name, to: next, .commandLine)
        } else if word.hasPrefix("--\(name)=") {
          try? told.set(name, to: String(word.dropFirst(name.count + 3)), .commandLine)
        }
      }
    }
    InterfaceLanguage.standard = told.interface
    return spoken
  }

  private static func run(_ options: Options, _ spoken: Settings) throws(CommandError) -> Int32 {
    // The same article gives the same answer whatever the user's other settings are.
    var settings = spoken
    var complaints: [String] = []
    if options.command.settings == .all { complaints = SettingsFile.read(into: &settings) }
    for named in options.settings {
      // The options were checked when they were read.
      try? settings.set(named.name, to: named.value, .commandLine)
    }
    InterfaceLanguage.standard = settings.interface
    switch options.question {
    case .help:
      try Output.write(Array(Usage.text(of: options.command).utf8))
      return ExitStatus.success
    case .version:
      try Output.write(Array("sutra \(Usage.version)\n".utf8))
      return ExitStatus.success
    case nil: break
    }
    let encoding = settings["encoding"]
    if encoding != "auto", !encoding.isEmpty {
      guard TextEncoding.isKnown(encoding) else {
        throw .usage(say("error.no-encoding", ["name": VisibleText.safe(encoding)]))
      }
      InputFile.encoding.withLock { $0 = encoding }
    }
    FetchedArticle.limits.withLock { $0 = FetchLimits(settings) }
    return try options.command.run(
      Invocation(options: options, settings: settings, complaints: complaints))
  }
}
