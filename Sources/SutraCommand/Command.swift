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
    case .doctor: return try DoctorCommand.run(options)
    case .analyze: return try AnalyzeCommand.run(options.inputs, options.format)
    case .print:
      let (id, text) = try InputFile.read(options.inputs[0])
      let document = ArticleAnalyzer().document(id: id, text: text)
      try PlainPrinter.print(
        document, width: options.width, profile: options.widths ?? .spacing)
      return ExitStatus.success
    case .read:
      guard isatty(1) == 1 else {
        let (_, text) = try InputFile.read(options.inputs[0])
        try Output.write(text.bytes)
        return ExitStatus.success
      }
      return try ReadCommand.run(options)
    }
  }
}
