import Foundation
import Testing

@testable import SutraCommand

@Suite("What is kept from one run to the next")
struct KeepingTests {
  @Test("set! writes the settings file, and the next run has it")
  func keeps() throws {
    let home = try TemporaryFolder()
    let environment = Program.environment(home: home)
    let terminal = try PseudoTerminal(
      ["--sample", "en"], columns: 100, rows: 20, home: home)
    #expect(terminal.waits(for: "all keys"))
    terminal.type(":set! line-width 66\r")
    #expect(terminal.waits(for: "kept in"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    let config = try Program.run(["config"], environment: environment)
    #expect(config.text.contains("line-width = 66  # "))
    // The second start knows the user.
    let next = try PseudoTerminal(
      ["--sample", "en"], columns: 100, rows: 20, home: home)
    #expect(next.waits(for: "quote 1 of"))
    #expect(!next.screen.shows("all keys"))
    next.type("q")
    #expect(next.ending() == .exit(0))
  }
}
