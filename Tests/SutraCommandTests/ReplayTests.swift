import Foundation
import SutraReader
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("Sessions written down and played again")
struct ReplayTests {
  /// The rows of a screen without the blanks at their ends.
  private static func rows(_ terminal: PseudoTerminal) -> [String] {
    terminal.screen.text.map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test("show the same screens: keys, sizes and analyses as they came", arguments: ["bn", "en"])
  func replays(code: String) throws {
    let home = try TemporaryFolder()
    let (record, log) = (home.path(of: "a.record"), home.path(of: "a.log"))
    let text = code == "bn" ? Texts.bengali : Texts.english
    let article = try home.write(text, to: "article.txt")
    let terminal = try PseudoTerminal(
      ["--record", record, "--log=\(log)", article], columns: 100, rows: 24, home: home)
    #expect(terminal.waits(for: code == "bn" ? "q " : "quote 1 of"))
    terminal.settle()
    terminal.type("nn")
    terminal.settle()
    terminal.resize(columns: 72, rows: 20)
    terminal.settle()
    terminal.type("P\u{1B}[<0;5;4M\u{1B}[<0;5;4m/")
    terminal.type(code == "bn" ? "সেতু" : "bridge")
    terminal.settle()
    let shown = Self.rows(terminal)
    let told = try String(contentsOfFile: record, encoding: .utf8)
    let played = try Program.run(
      ["replay", record, article], environment: Program.environment(home: home))
    #expect(played.ending == .exit(0), "\(played.complaint)")
    #expect(played.lines == shown)
    // Nothing of the article is in either file, and its name is not.
    let logged = try String(contentsOfFile: log, encoding: .utf8)
    for word in text.split(whereSeparator: { !$0.isLetter }) where word.count > 6 {
      #expect(!told.contains(word) && !logged.contains(word), "\(word)")
    }
    #expect(!logged.contains("article.txt") && !told.contains("article.txt"))
    #expect(logged.contains("article 0 analysed: ") && logged.contains("size 72x20"))
    #expect(told.contains(" key n\n") && told.contains(" mouse press 4 3\n"))
    let all = try Program.run(
      ["replay", "--screens", record, article], environment: Program.environment(home: home))
    #expect(all.lines.count { $0.hasPrefix("== ") } == told.split(separator: "\n").count - 1)
    terminal.type("\u{1B}")
    terminal.settle()
    terminal.type("q")
    #expect(terminal.ending() == .exit(0))
    // Played on something else it ends as well.
    #expect(
      try Program.run(["replay", record], environment: Program.environment(home: home)).ending
        == .exit(0))
  }

  @Test("copy, write and run nothing when they are played")
  func harmless() throws {
    let home = try TemporaryFolder()
    let file = home.path(of: "made")
    let keys =
      "|touch \(file)".map { $0 == " " ? "Space" : String($0) } + ["Enter", "y", "x", "Enter"]
    let lines =
      ["sutra-record 1", "0 size 80 24", "0 widths spacing", "5 analysis 0", "6 paste 3"]
      + keys.enumerated().map { "\($0 + 10) key \($1)" } + ["900 key q", "901 key n"]
    let record = try home.write(lines.joined(separator: "\n"), to: "a.record")
    let played = try Program.run(["replay", record], environment: Program.environment(home: home))
    #expect(played.ending == .exit(0), "\(played.complaint)")
    #expect(played.lines.count == 24)
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).contains("a.record"))
  }

  @Test("that fit nothing are refused with the line, and no file of somebody's own is written over")
  func refused() throws {
    let home = try TemporaryFolder()
    let other = try home.write("my own\n", to: "own.txt")
    for option in ["--record", "--log"] {
      let told = try PseudoTerminal([option, other, "--sample"], home: home)
      #expect(told.ending() == .exit(2))
      #expect(try String(contentsOfFile: other, encoding: .utf8) == "my own\n")
    }
    #expect(
      try Program.run(["replay", other], environment: Program.environment(home: home)).complaint
        .contains("is no record"))
    for line in ["1 key", "x key a", "3 key nonsense", "3 mouse press 1", "3 size 1", "-1 key a"] {
      let record = try home.write("sutra-record 1\n2 key a\n\(line)\n", to: "bad.record")
      let told = try Program.run(["replay", record], environment: Program.environment(home: home))
      #expect(told.ending == .exit(66))
      #expect(told.complaint.contains("bad.record, line 3"), "\(line)")
    }
    #expect(
      try Program.run(["replay", "--sample"], environment: Program.environment(home: home)).ending
        == .exit(2))
  }

  @Test("keep every key and everything else that is written down")
  func kept() throws {
    let keys: [Key] = [
      .character("j"), .character(" "), .character("ক"), .character("#"), .character("\u{200B}"),
      .control("w"), .enter, .escape, .pageDown, .backTab, .function(5),
    ]
    let happenings: [SessionRecord.Happening] =
      keys.map { .key($0) } + [
        .mouse(MouseEvent(.wheelUp, column: 3, row: 0)), .paste(12),
        .resize(ScreenSize(columns: 100, rows: 30)), .profile(.syllable), .analysis(2),
      ]
    let entries = happenings.enumerated().map {
      SessionRecord.Entry(milliseconds: $0 * 7, happening: $1)
    }
    let text = "\(SessionRecord.head)\n" + entries.map(SessionRecord.line).joined()
    #expect(try SessionRecord(text, file: "a").entries == entries)
  }
}
