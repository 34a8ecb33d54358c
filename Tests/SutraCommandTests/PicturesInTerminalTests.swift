import Foundation
import SutraPictures
import Testing

@testable import SutraCommand

/// Whether this machine can draw text.
private let canDraw = (try? PictureFont(cellWidth: 8, cellHeight: 16)) != nil

@Suite(
  "Pictures in a terminal",
  .enabled(if: canDraw, "libpango1.0-dev and a font with Bengali letters are not there"))
struct PicturesInTerminalTests {
  private static func account(_ terminal: PseudoTerminal) -> KittyAccount {
    KittyAccount(terminal.written)
  }

  /// A reader whose text is drawn as pictures.
  private static func open(
    _ pictures: PictureAnswer = .kitty, _ arguments: [String] = ["--sample"], asJob: Bool = false,
    home: TemporaryFolder? = nil
  ) throws -> PseudoTerminal {
    let shell =
      "set -m; '\(Program.path)' --sample; echo STOPPED $?; read -r line; fg >/dev/null; exit $?"
    let terminal = try PseudoTerminal(
      asJob ? ["-c", shell] : arguments, home: home, program: asJob ? "/bin/sh" : Program.path,
      pictures: pictures)
    let marks = pictures == .kitty ? "a=p" : "\u{1B}P"
    let deadline = Deadline(seconds: 20)
    while !contains(terminal, marks), !deadline.hasPassed {
      terminal.settle(milliseconds: 20, seconds: 1)
    }
    terminal.settle()
    #expect(contains(terminal, marks), "no pictures came")
    return terminal
  }

  private static func contains(_ terminal: PseudoTerminal, _ text: String) -> Bool {
    String(decoding: terminal.written, as: UTF8.self).contains(text)
  }

  @Test("are taken away at the end, by a key or a signal", arguments: [nil, SIGTERM, SIGSEGV])
  func ends(signal: Int32?) throws {
    let terminal = try Self.open()
    #expect(!Self.account(terminal).placements.isEmpty)
    if let signal { terminal.child.send(signal) } else { terminal.type("q") }
    #expect(terminal.ending() == (signal.map { .signal($0) } ?? .exit(0)))
    #expect(Self.account(terminal).images.isEmpty)
    #expect(Self.account(terminal).placements.isEmpty)
    expectAsBefore(terminal)
  }

  @Test("are taken away while the reader is stopped, and drawn anew afterwards")
  func stops() throws {
    let terminal = try Self.open(asJob: true)
    terminal.sendToForeground(SIGTSTP)
    #expect(terminal.waits(for: "STOPPED"))
    #expect(Self.account(terminal).placements.isEmpty)
    let sent = Self.account(terminal).sent
    terminal.type("\n")
    #expect(terminal.wait { $0.isAlternate })
    terminal.settle()
    #expect(!Self.account(terminal).placements.isEmpty)
    // What the terminal had forgotten is sent anew.
    #expect(Self.account(terminal).sent > sent)
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    #expect(Self.account(terminal).placements.isEmpty)
  }

  @Test("are gone while a command has the terminal, and come back after it")
  func command() throws {
    let terminal = try Self.open()
    terminal.type("|printf 'shown by %s' it; cat > /dev/null\r")
    #expect(terminal.waits(for: "shown by it"))
    #expect(Self.account(terminal).placements.isEmpty)
    terminal.type("\r")
    #expect(terminal.wait { $0.isAlternate })
    terminal.settle()
    #expect(!Self.account(terminal).placements.isEmpty)
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("follow a window that changes its size", arguments: [PictureAnswer.kitty, .sixel])
  func resizes(way: PictureAnswer) throws {
    let terminal = try Self.open(way)
    let count = terminal.written.count
    terminal.resize(columns: 100, rows: 30)
    terminal.settle()
    #expect(terminal.written.count > count)
    if way == .kitty { #expect(!Self.account(terminal).placements.isEmpty) }
    terminal.type("V")
    #expect(terminal.waits(for: "হাওরে নামছে বইয়ের নৌকা"))
    #expect(Self.account(terminal).placements.isEmpty)
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("begin sooner where the terminal has shown them before, and not where it does not any more")
  func remembered() throws {
    let home = try TemporaryFolder()
    let first = try Self.open(home: home)
    first.type("q")
    #expect(first.ending() == .exit(0))
    let memory = home.path(of: "cache/sutra/pictures")
    #expect(try String(contentsOfFile: memory, encoding: .utf8).contains("kitty"))
    let second = try Self.open(home: home)
    second.type("q")
    #expect(second.ending() == .exit(0))
    let third = try PseudoTerminal(["--sample"], home: home)
    #expect(third.waits(for: "quote 1 of"))
    third.settle()
    #expect(Self.account(third).sent == 0)
    third.type("q")
    #expect(third.ending() == .exit(0))
  }

  @Test("show the list of what was read, opened by itself or from the reader, and the reader again")
  func libraryList() throws {
    let home = try TemporaryFolder()
    let file = try home.write("সেতুর টোল কমছে\n\nমেয়র বলেন, “টোল কমবে।”\n", to: "toll.txt")
    let added = try Program.run(
      ["library", "add", file], environment: Program.environment(home: home))
    #expect(added.ending == .exit(0))
    for words in [["library"], ["--sample"]] {
      let terminal = try Self.open(.kitty, words, home: home)
      // Each screen begins with a terminal that has forgotten the pictures of the other.
      for key in [words == ["library"] ? "\r" : "L", "q"] {
        let sent = Self.account(terminal).sent
        terminal.type(key)
        let deadline = Deadline(seconds: 60)
        while Self.account(terminal).sent <= sent, !deadline.hasPassed {
          terminal.settle(milliseconds: 50, seconds: 1)
        }
        terminal.settle()
        #expect(Self.account(terminal).sent > sent, "\(words) \(key)")
        #expect(!Self.account(terminal).placements.isEmpty, "\(words) \(key)")
      }
      terminal.type("q")
      #expect(terminal.ending() == .exit(0))
      #expect(Self.account(terminal).images.isEmpty)
    }
  }

  @Test("show what the program itself says in Bengali, whatever the article is written in")
  func bengaliInterface() throws {
    let bengali = try Self.open(.kitty, ["--language", "bn", "--sample", "en"])
    #expect(!Self.account(bengali).placements.isEmpty)
    bengali.type("q")
    #expect(bengali.ending() == .exit(0))
    let english = try PseudoTerminal(["--sample", "en"], pictures: .kitty)
    #expect(english.waits(for: "quote 1 of"))
    english.settle()
    #expect(Self.account(english).sent == 0)
    english.type("q")
    #expect(english.ending() == .exit(0))
  }

  @Test("stand under a cursor that hides no letter where it is drawn over them, until the end")
  func cursor() throws {
    let terminal = try Self.open(.sixel)
    #expect(Self.contains(terminal, "\u{1B}[6 q"))
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    let written = String(decoding: terminal.written, as: UTF8.self)
    let last = try #require(written.matches(of: /\u{1B}\[(\d) q/).last)
    #expect(last.1 != "6")
    #expect(!Self.contains(try Self.open(.kitty), "\u{1B}[6 q"))
  }

  @Test(
    "are none where they are not wanted",
    arguments: [
      ["--pictures", "off"], ["--line-speed", "9600"], ["--color", "never"],
      ["--pictures", "sixel"],
    ])
  func unwanted(options: [String]) throws {
    let terminal = try PseudoTerminal(options + ["--sample"], pictures: .kitty)
    #expect(terminal.waits(for: "হাওরে নামছে বইয়ের নৌকা"))
    terminal.settle()
    #expect(Self.account(terminal).sent == 0)
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }
}
