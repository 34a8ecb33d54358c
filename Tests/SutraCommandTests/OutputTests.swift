import Foundation
import Testing

@testable import SutraCommand

@Suite("Output that fails")
struct OutputTests {
  /// Command lines that write much.
  static let writers = [
    ["--print", "--sample"], ["--sample"], ["analyze", "--sample"], ["--help"], ["--version"],
    ["doctor"], ["doctor", "--json"],
  ]

  @Test("on a full disk is told", arguments: writers)
  func fullDisk(arguments: [String]) throws {
    let outcome = try Program.run(arguments, output: .file("/dev/full"))
    #expect(outcome.ending == .exit(ExitStatus.inputOutput))
    #expect(
      outcome.complaint == """
        sutra: standard output cannot be written (No space left on device); make room or write \
        elsewhere.

        """)
  }

  @Test("into a closed pipe ends the program quietly", arguments: writers)
  func closedPipe(arguments: [String]) throws {
    let outcome = try Program.run(arguments, output: .closedPipe)
    #expect(outcome.ending == .signal(SIGPIPE))
    #expect(outcome.errors.isEmpty)
  }

  @Test("into a closed pipe whose signal is ignored ends the program quietly too")
  func closedPipeWithoutSignal() throws {
    let outcome = try Program.run(
      ["--print", "--sample"], output: .closedPipe, ignoring: [SIGPIPE])
    #expect(outcome.ending == .exit(ExitStatus.inputOutput))
    #expect(outcome.errors.isEmpty)
  }
}
