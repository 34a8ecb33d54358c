import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("The reader opens and closes")
struct ReaderStartTests {
  @Test("shows the sample, then who speaks first")
  func opensSample() throws {
    let terminal = try PseudoTerminal(["--sample"], columns: 120, rows: 30)
    #expect(terminal.waits(for: "হাওরে নামছে বইয়ের নৌকা"))
    #expect(terminal.waits(for: "1 মাহবুবা নাসরিন"))
    #expect(terminal.screen.isAlternate)
    #expect(!terminal.echoes)
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test(
    "opens in a window that is said to be larger than any is",
    arguments: [(40_000, 80), (24, 40_000), (65_535, 65_535)])
  func hugeWindow(rows: Int, columns: Int) throws {
    let script = "stty rows \(rows) cols \(columns); exec '\(Program.path)' --sample"
    let terminal = try PseudoTerminal(["-c", script], program: "/bin/sh")
    #expect(terminal.waits(for: "হাওরে নামছে বইয়ের নৌকা"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("shows an article of a file")
  func opensFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali)
    let terminal = try PseudoTerminal([path], columns: 100, rows: 24)
    #expect(terminal.waits(for: "কাঁসাই নদীর ওপর একটি নতুন সেতু তৈরি হবে।"))
    #expect(terminal.waits(for: "1 রফিকুল ইসলাম"))
    #expect(terminal.waits(for: "quote 1 of 4"))
  }

  @Test("shows an article from a pipe or a file behind standard input, and takes keys")
  func opensInput() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali)
    for (arguments, program) in [
      ([String](), Program.path), (["-"], Program.path),
      (["-c", "cat '\(path)' | '\(Program.path)'; exit $?"], "/bin/sh"),
    ] {
      let input = program == Program.path ? path : nil
      let terminal = try PseudoTerminal(arguments, input: input, program: program)
      #expect(terminal.waits(for: "কাঁসাই নদীর ওপর নতুন সেতু"))
      #expect(terminal.waits(for: "quote 1 of 4"))
      terminal.type("]")
      #expect(terminal.waits(for: "quote 2 of 4"))
      terminal.type("q")
      #expect(terminal.ending() == .exit(0))
    }
  }

  @Test("leaves the terminal as it was", arguments: ["q", "Q", "]jj?\u{1B}q", "/সেতু\rnq", "tq"])
  func quits(keys: String) throws {
    let terminal = try PseudoTerminal(["--sample"])
    #expect(terminal.waits(for: "quote 1 of"))
    #expect(terminal.screen.isAlternate)
    #expect(terminal.modes != terminal.modesBefore)
    for key in keys {
      terminal.type(String(key))
      // Esc and a letter that come together are one key, as Alt makes them.
      if key == "\u{1B}" { #expect(terminal.waits(forNo: "next quote of")) }
      terminal.settle(milliseconds: 40)
    }
    #expect(terminal.ending() == .exit(0))
    expectAsBefore(terminal)
    #expect(terminal.screen.text.allSatisfy { $0.isEmpty })
  }

  @Test(
    "says why it cannot, on the screen as it was",
    arguments: [
      (["--sample=xx"], 2, "there is no sample 'xx'"),
      (["--theme", "none", "--sample"], 2, "there is no theme 'none'"),
      (["nothing.txt"], 66, "there is no file 'nothing.txt'"),
    ] as [([String], Int32, String)])
  func refuses(arguments: [String], status: Int32, sentence: String) throws {
    let terminal = try PseudoTerminal(arguments)
    #expect(terminal.ending() == .exit(status))
    #expect(terminal.screen.text[0].hasPrefix("sutra: \(sentence)"))
    #expect(!terminal.written.contains(0x1B))
    expectAsBefore(terminal)
  }

  @Test("tells mistakes of a theme and goes on")
  func themeMistakes() throws {
    let folder = try TemporaryFolder()
    let theme = try folder.write("text 252 234 -\nhero 1 2 -\n", to: "own.theme")
    let terminal = try PseudoTerminal(["--theme", theme, "--sample"], columns: 160)
    #expect(terminal.waits(for: "own.theme:2: "))
    #expect(terminal.waits(for: "হাওরে নামছে"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    let rest = terminal.screen.text.joined()
    #expect(rest.contains("own.theme:2: ") && rest.contains("hero"))
  }

  @Test(
    "needs a terminal that it knows",
    arguments: [
      (nil, "TERM is not set"), ("", "TERM is not set"),
      ("no-such-terminal", "the terminal 'no-such-terminal' cannot be used"),
    ])
  func unusable(term: String?, reason: String) throws {
    let terminal = try PseudoTerminal(["--sample"], columns: 200, variables: ["TERM": term])
    #expect(terminal.ending() == .exit(ExitStatus.noTerminal))
    #expect(
      terminal.screen.text.filter { !$0.isEmpty } == [
        "sutra: \(reason); set TERM to your terminal's name, read with 'sutra --linear', "
          + "or use 'sutra --print' to read without one."
      ])
    expectAsBefore(terminal)
  }

  @Test("holds a plain dialogue in a terminal that can do nothing")
  func dumb() throws {
    let terminal = try PseudoTerminal(["--sample=en"], columns: 100, variables: ["TERM": "dumb"])
    #expect(terminal.waits(for: "Enter reads the next paragraph"))
    terminal.type("n\r")
    #expect(terminal.waits(for: "Quote 1, indirect, by the town council"))
    terminal.type("q\r")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("needs room", arguments: [(19, 24), (80, 4), (1, 1)])
  func tooSmall(columns: Int, rows: Int) throws {
    let terminal = try PseudoTerminal(["--sample"], columns: columns, rows: rows)
    #expect(terminal.ending() == .exit(ExitStatus.noTerminal))
    let sentence = String(decoding: terminal.written, as: UTF8.self)
    #expect(sentence.hasPrefix("sutra: the terminal has \(columns)x\(rows) cells and 20x5"))
    expectAsBefore(terminal)
  }

  @Test(
    "paints in other kinds of terminals",
    arguments: [
      "xterm", "vt100", "ansi", "screen", "linux", "vt220", "screen-256color", "tmux-256color",
      "xterm-mono", "rxvt",
    ])
  func otherTerminals(term: String) throws {
    // Not every machine has the descriptions of all of them.
    let folders = ["/usr/share/terminfo", "/lib/terminfo", "/etc/terminfo"]
    let file = "/\(term.prefix(1))/\(term)"
    guard folders.contains(where: { FileManager.default.fileExists(atPath: $0 + file) }) else {
      return
    }
    let terminal = try PseudoTerminal(["--sample", "en"], variables: ["TERM": term])
    #expect(terminal.waits(for: "Harbour bridge at Port Ellery"))
    #expect(terminal.waits(for: "quote 1 of"))
    terminal.type("]")
    #expect(terminal.waits(for: "quote 2 of"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    #expect(terminal.modes == terminal.modesBefore)
  }
}

/// Expects that nothing of the reader is left in a terminal.
func expectAsBefore(
  _ terminal: PseudoTerminal, location: SourceLocation = #_sourceLocation
) {
  #expect(terminal.modes == terminal.modesBefore, sourceLocation: location)
  #expect(!terminal.screen.isAlternate, sourceLocation: location)
  #expect(terminal.screen.isCursorVisible, sourceLocation: location)
  #expect(!terminal.screen.hasApplicationKeys, sourceLocation: location)
  #expect(!terminal.screen.hasApplicationKeypad, sourceLocation: location)
  #expect(terminal.screen.look == CellLook(), sourceLocation: location)
  #expect(terminal.screen.modes.isEmpty, sourceLocation: location)
  #expect(terminal.screen.titleDepth == 0, sourceLocation: location)
}
