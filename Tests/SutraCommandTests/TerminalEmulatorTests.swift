import SutraReader
import Testing

@Suite("The emulated terminal")
struct TerminalEmulatorTests {
  private func terminal(
    _ written: String, columns: Int = 12, rows: Int = 3, profile: WidthProfile = .spacing
  ) -> TerminalEmulator {
    var terminal = TerminalEmulator(columns: columns, rows: rows, profile: profile)
    terminal.feed(written.utf8)
    return terminal
  }

  @Test(
    "shows what is written where it is written",
    arguments: [
      ("ab\r\ncd", ["ab", "cd", ""]), ("\u{1B}[2;3Hx", ["", "  x", ""]),
      ("abcdefghijklm", ["abcdefghijkl", "m", ""]), ("a\u{1B}[3Cb\u{1B}[2Dc", ["a  cb", "", ""]),
      ("1\r\n2\r\n3\r\n4", ["2", "3", "4"]), ("1\r\n2\r\n3\u{1B}[H\u{1B}M0", ["0", "1", "2"]),
      ("abcdef\u{1B}[1;3H\u{1B}[2P", ["abef", "", ""]),
      ("abc\u{1B}[1;2H\u{1B}[2@x", ["ax bc", "", ""]),
      ("abcdef\u{1B}[1;3H\u{1B}[2X", ["ab  ef", "", ""]),
      ("abc\u{1B}[1;2H\u{1B}[K", ["a", "", ""]),
      ("abc\u{1B}[1;2H\u{1B}[1K", ["  c", "", ""]), ("-\u{1B}[4b|", ["-----|", "", ""]),
      ("1\r\n2\r\n3\u{1B}[2;3r\u{1B}[2;1H\u{1B}[Mx", ["1", "x", ""]),
      ("1\r\n2\r\n3\u{1B}[1;1H\u{1B}[L", ["", "1", "2"]), ("a\tb", ["a       b", "", ""]),
      ("\u{1B}(0qx\u{1B}(Bq", ["─│q", "", ""]), ("中文\u{1B}[1;2Hx", [" x文", "", ""]),
      ("\u{1B}]0;title\u{07}a\u{1B}P1$r\u{1B}\\b", ["ab", "", ""]),
    ])
  func shows(written: String, rows: [String]) {
    let terminal = terminal(written)
    #expect(terminal.text == rows)
    #expect(terminal.unknown.isEmpty)
  }

  @Test(
    "counts columns as terminals were measured to",
    arguments: [
      ("কা", 2, 1, 2), ("কু", 1, 1, 1), ("ক\u{9C7}\u{9BE}", 3, 1, 2), ("কংঃ", 3, 1, 2),
      ("য\u{9BC}া", 2, 1, 1), ("কঁা", 2, 1, 1), ("কাঁ", 2, 1, 2), ("স্ত্র্যা", 5, 4, 5),
      ("র\u{200D}্যা", 3, 2, 3), ("স্বাক্ষরিত", 8, 6, 8), ("中a", 3, 3, 3),
      ("হিন্দি", 5, 3, 5),
    ])
  func counts(text: String, spacing: Int, cluster: Int, konsole: Int) {
    for (profile, columns) in [
      (WidthProfile.spacing, spacing), (.cluster, cluster), (.konsole, konsole),
    ] {
      let terminal = terminal(text + "\u{1B}[6n", profile: profile)
      #expect(terminal.cursor.column == columns, "\(profile)")
      #expect(terminal.answers == Array("\u{1B}[1;\(columns + 1)R".utf8))
      #expect(Array(terminal.text[0].unicodeScalars) == Array(text.unicodeScalars))
      #expect(terminal.shows(text))
    }
  }

  @Test("keeps looks, modes and the other screen")
  func keeps() {
    var terminal = terminal("ab\u{1B}[1;4;38;5;117;48;5;234mc\u{1B}[24;39md\u{1B}[0;7;31;102me")
    #expect(terminal.looks(of: "b") == [CellLook()])
    #expect(
      terminal.looks(of: "c")
        == [CellLook(foreground: 117, background: 234, attributes: [.bold, .underline])])
    #expect(terminal.looks(of: "d") == [CellLook(background: 234, attributes: [.bold])])
    #expect(
      terminal.looks(of: "e") == [CellLook(foreground: 1, background: 10, attributes: [.reverse])])
    terminal.feed("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1h\u{1B}=\u{1B}[Hz".utf8)
    #expect(terminal.isAlternate && terminal.hasApplicationKeys && terminal.hasApplicationKeypad)
    #expect(!terminal.isCursorVisible)
    #expect(terminal.text[0] == "z")
    terminal.feed("\u{1B}[?1049l\u{1B}[?25h\u{1B}[?1l\u{1B}>".utf8)
    #expect(!terminal.isAlternate && !terminal.hasApplicationKeys)
    #expect(!terminal.hasApplicationKeypad && terminal.isCursorVisible)
    #expect(terminal.text[0] == "abcde")
  }
}
