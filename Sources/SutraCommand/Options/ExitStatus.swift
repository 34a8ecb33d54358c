/// How the program ends, in the numbers of sysexits.h.
public enum ExitStatus {
  /// All went well.
  public static let success: Int32 = 0
  /// Some of several files could not be read.
  public static let someFailed: Int32 = 1
  /// The command line is wrong.
  public static let usage: Int32 = 2
  /// The article cannot be read.
  public static let input: Int32 = 66
  /// There is no terminal to read in.
  public static let noTerminal: Int32 = 69
  /// Reading or writing failed on the way.
  public static let inputOutput: Int32 = 74
}

/// Why the program ends early: one sentence for the user, and the exit status.
struct CommandError: Error, Equatable {
  /// What is wrong and what to do about it.
  let message: String
  /// The exit status.
  let status: Int32

  static func usage(_ message: String) -> CommandError {
    CommandError(message: message, status: ExitStatus.usage)
  }

  static func input(_ message: String) -> CommandError {
    CommandError(message: message, status: ExitStatus.input)
  }

  static func noTerminal(_ message: String) -> CommandError {
    CommandError(message: message, status: ExitStatus.noTerminal)
  }

  static func inputOutput(_ message: String) -> CommandError {
    CommandError(message: message, status: ExitStatus.inputOutput)
  }
}
