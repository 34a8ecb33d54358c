import Foundation
import Testing

@testable import SutraCommand

@Suite("Commands that the reader runs")
struct ReaderCommandTests {
  /// Waits until the status line counts the quotes of the analysed article.
  private func isRead(_ terminal: PseudoTerminal) -> Bool {
    terminal.wait { $0.isAlternate && $0.text(row: $0.rows - 1).contains(/quote .+ of [0-9]/) }
  }

  @Test("get the keys of the terminal, and Ctrl-C is for them alone")
  func interrupt() throws {
    let terminal = try PseudoTerminal(["--sample"])
    #expect(isRead(terminal))
    // The shell waits by itself: one that is just starting another program misses a Ctrl-C.
    terminal.type(":pipe echo begun; read -r word < /dev/tty\r")
    #expect(terminal.wait { !$0.isAlternate && $0.shows("begun") })
    terminal.type("\u{03}")
    #expect(terminal.waits(for: "[press Enter to go on reading]"))
    // One more, where only the reader is left to get it.
    terminal.type("\u{03}")
    terminal.type("\r")
    #expect(terminal.wait { $0.isAlternate && $0.shows("signal 2") })
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("stop together with the reader, and both go on")
  func stop() throws {
    let terminal = try PseudoTerminal(
      [
        "-c",
        "set -m; '\(Program.path)' --sample; echo STOPPED; read -r line; fg >/dev/null; exit $?",
      ],
      program: "/bin/sh")
    #expect(isRead(terminal))
    terminal.type(":pipe echo begun; read -r word < /dev/tty; echo \"<$word>\"\r")
    #expect(terminal.wait { !$0.isAlternate && $0.shows("begun") })
    terminal.type("\u{1A}")
    #expect(terminal.waits(for: "STOPPED"))
    terminal.type("\n")
    terminal.settle()
    terminal.type("on\n")
    #expect(terminal.waits(for: "<on>"))
    #expect(terminal.waits(for: "[press Enter to go on reading]"))
    terminal.type("\r")
    #expect(terminal.wait { $0.isAlternate && $0.shows("has ended") })
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("cannot be stopped behind the screen", arguments: ["\u{1A}", "\u{03}"])
  func copyCommand(key: String) throws {
    // Only in a shell with job control does Ctrl-Z stop anything.
    let terminal = try PseudoTerminal(
      ["-c", "set -m; '\(Program.path)' --sample; exit $?"], program: "/bin/sh")
    #expect(isRead(terminal))
    let mark = terminal.home.path(of: "begun")
    terminal.type(":set copy-command touch \(mark); sleep 2\r")
    #expect(terminal.waits(for: "copy-command ="))
    terminal.type("]y")
    let deadline = Deadline()
    while !FileManager.default.fileExists(atPath: mark), !deadline.hasPassed { usleep(5_000) }
    terminal.type(key)
    terminal.type("?")
    #expect(terminal.waits(for: "Esc closes"))
    terminal.type("\u{1B}")
    #expect(isRead(terminal))
    #expect(terminal.child.poll() == nil)
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }
}
