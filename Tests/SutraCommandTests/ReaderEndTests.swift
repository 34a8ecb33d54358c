import Foundation
import Testing

@testable import SutraCommand

@Suite("The reader and signals")
struct ReaderEndTests {
  /// An open reader that is done with its analysis.
  private func open(
    _ arguments: [String] = ["--sample"], program: String = Program.path
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(arguments, program: program)
    #expect(terminal.waits(for: "quote 1 of"))
    return terminal
  }

  @Test(
    "end by Ctrl-C when it is pressed twice, and by the signals that ask for it",
    arguments: [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT,
    ])
  func asked(signal: Int32) throws {
    let terminal = try open()
    if signal == SIGINT {
      terminal.type("\u{03}")
      #expect(terminal.waits(for: "Ctrl-C once more ends the reader"))
      terminal.type("]")
      #expect(terminal.waits(for: "quote 2 of"))
      terminal.type("\u{03}")
      #expect(terminal.waits(for: "Ctrl-C once more ends the reader"))
      terminal.type("\u{03}")
    } else {
      terminal.child.send(signal)
    }
    #expect(terminal.ending() == .signal(signal))
    expectAsBefore(terminal)
  }

  @Test(
    "give the terminal back in a crash",
    arguments: [
      SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE,
    ])
  func crashes(signal: Int32) throws {
    let terminal = try open()
    terminal.child.send(signal)
    #expect(terminal.ending() == .signal(signal))
    expectAsBefore(terminal)
  }

  @Test("close a prompt by Ctrl-C before the reader ends")
  func interruptsPrompt() throws {
    let terminal = try open()
    terminal.type("/নৌকা")
    #expect(terminal.waits(for: "/নৌকা"))
    terminal.type("\u{03}")
    #expect(terminal.waits(for: "quote 1 of"))
    #expect(terminal.child.poll() == nil)
    terminal.type("\u{03}")
    #expect(terminal.waits(for: "Ctrl-C once more ends the reader"))
    terminal.type("\u{03}")
    #expect(terminal.ending() == .signal(SIGINT))
  }

  @Test("end the reader when its terminal is gone")
  func hangUp() throws {
    let terminal = try open()
    terminal.hangUp()
    #expect(terminal.ending() != .never)
  }

  @Test("end the reader when its terminal is gone, though it ignores the signal")
  func hangUpWithoutSignal() throws {
    let terminal = try open(
      ["-c", "trap '' HUP; exec '\(Program.path)' --sample"], program: "/bin/sh")
    terminal.hangUp()
    #expect(terminal.ending() == .exit(ExitStatus.inputOutput))
  }

  @Test("stop and go on")
  func stops() throws {
    // A shell with job control stands between, since only then can a program be stopped.
    let terminal = try open(
      [
        "-c",
        "set -m; '\(Program.path)' --sample; echo STOPPED; read -r line; fg >/dev/null; exit $?",
      ],
      program: "/bin/sh")
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of"))
    let reading = terminal.screen.text
    terminal.type("\u{1A}")
    #expect(terminal.waits(for: "STOPPED"))
    #expect(!terminal.screen.isAlternate)
    #expect(!terminal.screen.hasApplicationKeys)
    #expect(terminal.screen.isCursorVisible)
    #expect(terminal.echoes)
    terminal.resize(columns: 80, rows: 24)
    terminal.type("\n")
    #expect(terminal.wait { $0.isAlternate && $0.text == reading })
    #expect(terminal.wait { _ in !terminal.echoes })
    terminal.type("]")
    #expect(terminal.waits(for: "quote 3 of"))
    terminal.type("\u{1A}")
    terminal.settle()
  }

  @Test("stop and go on in a window of another size")
  func stopsAndResizes() throws {
    let terminal = try open(
      [
        "-c",
        "set -m; '\(Program.path)' --sample; echo STOPPED; read -r line; fg >/dev/null; exit $?",
      ],
      program: "/bin/sh")
    terminal.type("\u{1A}")
    #expect(terminal.waits(for: "STOPPED"))
    terminal.resize(columns: 120, rows: 30)
    terminal.type("\n")
    #expect(terminal.wait { $0.text(row: 29).contains("quote 1 of") })
    #expect(terminal.waits(for: "│"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }
}
