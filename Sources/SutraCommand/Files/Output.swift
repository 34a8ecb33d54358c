import SutraReader
import SutraSystem
import SutraWords

/// Writes to standard output and standard error.
enum Output {
  /// Writes bytes to a file.
  ///
  /// - Throws: `CommandError` with exit status 74 when they cannot be written.
  static func write(
    _ bytes: [UInt8], to file: StandardFile = .output
  ) throws(CommandError) {
    guard let failure = file.file.write(bytes) else { return }
    throw Self.failure(failure, writing: say("name.standard-output"))
  }

  /// The error that writing has ended with.
  ///
  /// - Parameters:
  ///   - why: What failed; where nobody reads any more that is no reason to complain.
  ///   - name: How the error calls what was written.
  /// - Returns: The error, with exit status 74.
  static func failure(_ why: SystemFailure, writing name: String) -> CommandError {
    guard why != .nobodyReads else { return .inputOutput("") }
    // What helps is another thing for each reason.
    let sentence =
      switch why {
      case .noRoom, .quota, .tooLarge: "error.cannot-write"
      case .missing, .noFolder: "error.cannot-write-folder"
      default: "error.cannot-write-here"
      }
    return .inputOutput(say(sentence, ["file": name, "reason": why.reason]))
  }

  /// Tells the user one sentence on standard error; an empty one is not told.
  static func complain(_ message: String) {
    guard !message.isEmpty else { return }
    try? write(Array("sutra: \(VisibleText.safe(RawPath.shown(message)))\n".utf8), to: .error)
  }

  /// Says something on the terminal and waits until the user presses Enter.
  static func waitForKey(_ text: String) {
    try? write(Array("\n\(text)".utf8))
    guard let keyboard = StandardFile.keyboard else { return }
    while let byte = keyboard.byte(), byte != 0x0A, byte != 0x0D {}
  }
}
