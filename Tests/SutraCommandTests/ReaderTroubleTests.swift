import Foundation
import Testing

@testable import SutraCommand

@Suite("The reader in trouble")
struct ReaderTroubleTests {
  /// Waits until the status line counts the quotes of the analysed article.
  private func isRead(_ terminal: PseudoTerminal) -> Bool {
    terminal.wait { $0.text(row: $0.rows - 1).contains(/quote .+ of [0-9]/) }
  }

  @Test(
    "fills the window, whatever size the environment tells",
    arguments: [(columns: "40", rows: "10"), ("300", "90"), ("0", "0"), ("wide", "")])
  func staleSize(columns: String, rows: String) throws {
    let usual = try PseudoTerminal(["--sample"], columns: 100, rows: 30)
    let terminal = try PseudoTerminal(
      ["--sample"], columns: 100, rows: 30, variables: ["COLUMNS": columns, "LINES": rows])
    for terminal in [usual, terminal] { #expect(isRead(terminal)) }
    #expect(terminal.wait { $0.text == usual.screen.text })
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    #expect(!terminal.screen.isAlternate)
  }

  @Test(
    "gives the terminal back in a crash though the keyboard can only be read",
    arguments: [SIGSEGV, SIGABRT])
  func keyboardForReading(signal: Int32) throws {
    let terminal = try PseudoTerminal(
      ["-c", "exec '\(Program.path)' --sample < /dev/tty"], program: "/bin/sh")
    #expect(isRead(terminal))
    #expect(terminal.screen.isAlternate)
    terminal.child.send(signal)
    #expect(terminal.ending() == .signal(signal))
    #expect(terminal.modes == terminal.modesBefore)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.isCursorVisible)
  }

  @Test(
    "ends when it is asked again while the screen takes nothing",
    arguments: [
      SIGTERM, SIGHUP,
    ])
  func stoppedScreen(signal: Int32) throws {
    let terminal = try PseudoTerminal(["--sample"])
    #expect(isRead(terminal))
    // Ctrl-S: from now on whoever writes to the terminal waits.
    terminal.type("\u{13}")
    terminal.type("j")
    let deadline = Deadline()
    while terminal.child.poll() == nil, !deadline.hasPassed {
      terminal.child.send(signal)
      usleep(100_000)
    }
    #expect(terminal.child.poll() == .signal(signal))
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test("crashes with the terminal's modes restored while the screen takes nothing")
  func crashOnStoppedScreen() throws {
    let terminal = try PseudoTerminal(["--sample"])
    #expect(isRead(terminal))
    terminal.type("\u{13}")
    terminal.type("j")
    terminal.child.send(SIGSEGV)
    #expect(terminal.ending() == .signal(SIGSEGV))
    #expect(terminal.modes == terminal.modesBefore)
  }
}
