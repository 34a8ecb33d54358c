import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

/// What the reader is in the middle of when something ends it.
enum ReaderSituation: CaseIterable {
  /// It waits for a key.
  case reading
  /// A line is being typed.
  case prompt
  /// It paints, and the terminal takes no more of it.
  case painting

  /// A reader in this situation, the only program of its terminal or a job of a shell.
  func open(asJob: Bool = false) throws -> PseudoTerminal {
    let size = self == .painting ? (columns: 140, rows: 50) : (columns: 80, rows: 24)
    let shell =
      "set -m; '\(Program.path)' --sample; echo STOPPED $?; read -r line; fg >/dev/null; exit $?"
    let terminal = try PseudoTerminal(
      asJob ? ["-c", shell] : ["--sample"], columns: size.columns, rows: size.rows,
      program: asJob ? "/bin/sh" : Program.path)
    #expect(terminal.waits(for: "quote 1 of"))
    switch self {
    case .reading: break
    case .prompt:
      terminal.type("/নৌকা")
      #expect(terminal.waits(for: "/নৌকা"))
    case .painting: #expect(terminal.fill())
    }
    #expect(terminal.modes != terminal.modesBefore)
    return terminal
  }
}

@Suite("The reader ends, whatever ends it and whatever it is at")
struct EndsInTerminalTests {
  /// Those that ask for the end, and those of crashes.
  private static let endings = [
    SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGUSR1, SIGINT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT,
    SIGFPE,
  ]

  private static let table = endings.flatMap { signal in
    ReaderSituation.allCases.map { (signal, $0) }
  }

  @Test("by a signal: it dies of it and the terminal is as before", arguments: table)
  func signals(signal: Int32, situation: ReaderSituation) throws {
    let terminal = try situation.open()
    terminal.child.send(signal)
    if signal == SIGINT, situation == .prompt {
      // The first closes the prompt.
      #expect(terminal.waits(forNo: "/নৌকা"))
      #expect(terminal.child.poll() == nil)
      terminal.child.send(signal)
    }
    #expect(terminal.ending() == .signal(signal))
    terminal.takesOutput = true
    terminal.settle(milliseconds: 0)
    expectAsBefore(terminal)
  }

  @Test(
    "by a signal while the terminal is slow to take the screen",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
  func slowScreen(signal: Int32) throws {
    let terminal = try ReaderSituation.painting.open()
    terminal.child.send(signal)
    terminal.takesOutput = true
    #expect(terminal.ending() == .signal(signal))
    expectAsBefore(terminal)
  }

  @Test("with its terminal", arguments: ReaderSituation.allCases)
  func hangUp(situation: ReaderSituation) throws {
    let terminal = try situation.open()
    terminal.hangUp()
    #expect([.signal(SIGHUP), .exit(ExitStatus.inputOutput)].contains(terminal.ending()))
  }

  @Test("never, by being stopped: it goes on where it was", arguments: ReaderSituation.allCases)
  func stops(situation: ReaderSituation) throws {
    let terminal = try situation.open(asJob: true)
    terminal.sendToForeground(SIGTSTP)
    terminal.takesOutput = true
    #expect(terminal.waits(for: "STOPPED"))
    expectStopped(terminal)
    terminal.type("\n")
    #expect(terminal.wait { $0.isAlternate && $0.shows("হাওরে নামছে বইয়ের নৌকা") })
    #expect(terminal.wait { _ in !terminal.echoes })
    #expect(terminal.screen.modes.isSuperset(of: [1002, 1006]))
    if situation == .prompt {
      #expect(terminal.waits(for: "/নৌকা"))
      terminal.sendToForeground(SIGINT)
    }
    #expect(terminal.waits(for: "quote 1 of"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    expectAsBefore(terminal)
  }

  @Test("never, by a stop that nobody can prepare for: it takes the terminal anew")
  func stopsUnprepared() throws {
    let terminal = try ReaderSituation.reading.open(asJob: true)
    terminal.sendToForeground(SIGSTOP)
    #expect(terminal.waits(for: "STOPPED"))
    terminal.spoil("\u{1B}[?1049l\u{1B}[?25h")
    terminal.type("\n")
    #expect(terminal.wait { $0.isAlternate && $0.shows("quote 1 of") })
    #expect(terminal.wait { _ in !terminal.echoes })
    #expect(!terminal.screen.shows("STOPPED"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    expectAsBefore(terminal)
  }

  @Test("by a signal that comes while it is stopped", arguments: [SIGTERM, SIGHUP])
  func endsWhileStopped(signal: Int32) throws {
    let terminal = try ReaderSituation.reading.open(asJob: true)
    let group = tcgetpgrp(terminal.line)
    terminal.sendToForeground(SIGTSTP)
    #expect(terminal.waits(for: "STOPPED"))
    kill(-group, signal)
    terminal.type("\n")
    #expect(terminal.ending() == .exit(128 + signal))
    expectAsBefore(terminal)
  }

  @Test(
    "when it crashes by itself, in either thread",
    arguments: [
      ("overflow", "main", [SIGSEGV]), ("overflow", "thread", [SIGSEGV]),
      ("trap", "main", [SIGILL, SIGTRAP]), ("trap", "thread", [SIGILL, SIGTRAP]),
      ("abort", "main", [SIGABRT]), ("abort", "thread", [SIGABRT]),
    ] as [(String, String, [Int32])])
  func crashes(way: String, thread: String, signals: [Int32]) throws {
    let terminal = try PseudoTerminal(["crash", way, thread], program: Program.ends)
    let ending = terminal.ending()
    #expect(signals.map(ChildProcess.Ending.signal).contains(ending))
    #expect(String(decoding: terminal.written, as: UTF8.self).contains("\u{1B}[?1002h"))
    expectAsBefore(terminal)
  }

  @Test("without what the terminal answers too late", arguments: [SIGTERM, SIGSEGV])
  func lateAnswers(signal: Int32) throws {
    let terminal = try PseudoTerminal(["--sample"], answers: false)
    #expect(terminal.wait { $0.isAlternate && $0.shows("হাওরে নামছে বইয়ের নৌকা") })
    terminal.child.send(signal)
    terminal.answerProbe()
    #expect(terminal.ending() == .signal(signal))
    #expect(terminal.unreadInput == 0)
    expectAsBefore(terminal)
  }

  @Test("when the doctor waits for answers", arguments: [SIGTERM, SIGINT, SIGSEGV])
  func doctor(signal: Int32) throws {
    // It waits for so short a time that the signal may come too late on a busy machine.
    for _ in 0..<10 {
      let terminal = try PseudoTerminal(["doctor"], answers: false)
      while terminal.child.poll() == nil, !terminal.screen.isAlternate {
        terminal.settle(milliseconds: 0, seconds: 0.01)
      }
      terminal.child.send(signal)
      let ending = terminal.ending()
      expectAsBefore(terminal)
      if ending != .exit(0) {
        #expect(ending == .signal(signal))
        return
      }
    }
    Issue.record("the doctor never waited")
  }

  @Test(
    "by a key, where there is no standard input or its end is reached",
    arguments: [
      "<&-", "</dev/null", "- <'খবর.txt'",
    ])
  func inputAtItsEnd(redirection: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Texts.bengali)
    let terminal = try PseudoTerminal(
      ["-c", "cd '\(folder.path)'; exec '\(Program.path)' \(redirection)"], program: "/bin/sh")
    #expect(terminal.waits(for: "quote 1 of"))
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    expectAsBefore(terminal)
  }

  @Test("at once by Ctrl-C while it looks through a huge article")
  func interruptsWork() throws {
    let folder = try TemporaryFolder()
    let line = "মেয়র বলেন, সেতুর কাজ শেষ হয়েছে, আর নদীর ধারে নতুন বাজার বসেছে।\n"
    let path = try folder.write(String(repeating: line, count: 150_000))
    let terminal = try PseudoTerminal([path])
    #expect(terminal.waits(for: "মেয়র বলেন"))
    // What is searched for is not there: the whole text is looked through, again and again.
    terminal.type(String(repeating: "/কখগঘ\r", count: 200))
    usleep(300_000)
    terminal.type("\u{03}")
    #expect(terminal.ending(seconds: 10) == .signal(SIGINT))
    expectAsBefore(terminal)
  }

  /// Expects what a shell finds when the reader is stopped.
  private func expectStopped(_ terminal: PseudoTerminal) {
    #expect(!terminal.screen.isAlternate)
    #expect(!terminal.screen.hasApplicationKeys)
    #expect(terminal.screen.isCursorVisible)
    #expect(terminal.screen.modes.isEmpty)
    #expect(terminal.echoes)
  }
}
