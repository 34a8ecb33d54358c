import Foundation
import Testing

@testable import SutraCommand

@Suite("The terminal's ground")
struct GroundTests {
  private static let light = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"
  private static let dark = "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\"

  /// Whether the screen stands on the ground of the light theme.
  private static func isLight(_ screen: TerminalEmulator) -> Bool {
    screen.cells[2][0].look.background == 231
  }

  @Test("decides about the theme, also when it changes, and is remembered")
  func follows() throws {
    let home = try TemporaryFolder()
    let terminal = try PseudoTerminal(["--sample", "en"], columns: 100, rows: 20, home: home)
    #expect(terminal.waits(for: "quote 1 of"))
    #expect(terminal.modes2031)
    #expect(!Self.isLight(terminal.screen))
    terminal.type("\u{1B}[?997;2n")
    #expect(terminal.wait { Self.isLight($0) })
    terminal.type("\u{1B}[?997;1n")
    #expect(terminal.wait { !Self.isLight($0) })
    terminal.type("\u{1B}[?997;2n")
    #expect(terminal.wait { Self.isLight($0) })
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    #expect(!terminal.modes2031)
    let next = try PseudoTerminal(["--sample", "en"], columns: 100, rows: 20, home: home)
    #expect(next.waits(for: "quote 1 of"))
    #expect(Self.isLight(next.screen))
    // What somebody chooses stays.
    next.type("t")
    #expect(next.waits(for: "theme "))
    let chosen = Self.isLight(next.screen)
    next.type("\u{1B}[?997;2n")
    next.settle()
    #expect(Self.isLight(next.screen) == chosen)
    next.type("q")
    #expect(next.ending() == .exit(0))
  }

  @Test("is asked for at the start, and what the terminal answers is followed, whenever it comes")
  func asks() throws {
    let terminal = try PseudoTerminal(
      ["--sample", "en"], columns: 100, rows: 20, answers: false)
    #expect(terminal.waits(for: "quote 1 of"))
    #expect(String(decoding: terminal.written, as: UTF8.self).contains("\u{1B}]11;?\u{1B}\\"))
    #expect(!Self.isLight(terminal.screen))
    // In pieces, with keys around it.
    terminal.type("j" + String(Self.light.prefix(9)))
    terminal.type(String(Self.light.dropFirst(9)) + "\u{1B}[0nj")
    #expect(terminal.wait { Self.isLight($0) })
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
  }

  @Test("is not followed where somebody has named a theme")
  func named() throws {
    let terminal = try PseudoTerminal(
      ["--sample", "en", "--theme", "dark"], columns: 100, rows: 20, answers: false)
    #expect(terminal.waits(for: "quote 1 of"))
    #expect(!String(decoding: terminal.written, as: UTF8.self).contains("]11;?"))
    terminal.type(Self.light + "\u{1B}[0n")
    terminal.settle()
    #expect(!Self.isLight(terminal.screen))
  }

  @Test("answers that come after a quick quit do not reach the shell")
  func quickQuit() throws {
    let terminal = try PseudoTerminal(
      ["--sample", "en"], columns: 100, rows: 20, answers: false)
    #expect(terminal.waits(for: "Port Ellery"))
    // In one piece, since the reader waits for answers for a moment only.
    terminal.type("q" + Self.dark + "\u{1B}[0n" + terminal.probeAnswers)
    #expect(terminal.ending() == .exit(0))
    #expect(terminal.leftInput() == "")
  }
}

extension PseudoTerminal {
  /// Whether a change of the ground is to be told.
  var modes2031: Bool { screen.modes.contains(2031) }

  /// What stands in the line of the terminal and nobody has read.
  func leftInput() -> String {
    _ = fcntl(replica, F_SETFL, fcntl(replica, F_GETFL) | O_NONBLOCK)
    var settings = termios()
    tcgetattr(replica, &settings)
    settings.c_lflag &= ~tcflag_t(ICANON)
    tcsetattr(replica, TCSANOW, &settings)
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = bytes.withUnsafeMutableBytes { read(replica, $0.baseAddress, $0.count) }
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
