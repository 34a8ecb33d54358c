import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("Progress of analyze")
struct ArticlesProgressTests {
  @Test(
    "tells how much is done, how fast, and how long the rest will take",
    arguments: [
      (0, 400, 0.0, "0 of 400 files"), (0, 400, 2.0, "0 of 400 files"),
      (12, 400, 1.5, "12 of 400 files, 8.0 a second, 49 s left"),
      (1, 3, 0.001, "1 of 3 files, 1000.0 a second, 1 s left"),
      (100, 7_600, 60, "100 of 7600 files, 1.7 a second, 1 h 15 min left"),
      (10, 135, 10, "10 of 135 files, 1.0 a second, 2 min 5 s left"),
      (1, 2, 100, "1 of 2 files, less than 0.1 a second, 1 min 40 s left"),
      (1, 1_000_000_000, 3600, "1 of 1000000000 files, less than 0.1 a second, 1000 h 0 min left"),
    ])
  func line(done: Int, total: Int, seconds: Double, line: String) {
    #expect(Progress.line(done: done, total: total, nanoseconds: UInt64(seconds * 1e9)) == line)
  }

  /// Some files to analyse, the second of which is missing.
  private static func files(_ folder: TemporaryFolder, _ count: Int) throws -> [String] {
    try (0..<count).map { number in
      number == 1
        ? folder.path(of: "none.txt") : try folder.write(Texts.bengali, to: "\(number).txt")
    }
  }

  @Test("is shown on a terminal, and gone at the end")
  func shown() throws {
    let folder = try TemporaryFolder()
    let files = try Self.files(folder, 12)
    // A pipe to another program, as in everyday use; the terminal is standard error.
    let output = folder.path(of: "analysis")
    let words = (["analyze"] + files).map { "'\($0)'" }.joined(separator: " ")
    let terminal = try PseudoTerminal(
      ["-c", "'\(Program.path)' \(words) > '\(output)'; echo done $?"], columns: 100,
      program: "/bin/sh")
    #expect(terminal.waits(for: "done 1"))
    let written = String(decoding: terminal.written, as: UTF8.self)
    #expect(written.contains("\r\u{1B}[K0 of 12 files"))
    #expect(!terminal.screen.shows("of 12 files"))
    #expect(
      terminal.screen.text(row: 0).hasPrefix("sutra: there is no file '"),
      "the complaint has a line of its own")
    let lines = FileManager.default.contents(atPath: output)?.filter { $0 == 0x0A }.count
    #expect(lines == 11)
  }

  @Test("does not mix with what is written on the same terminal")
  func mixed() throws {
    let folder = try TemporaryFolder()
    let files = try Self.files(folder, 4)
    let terminal = try PseudoTerminal(
      ["analyze", "--format", "text"] + files, columns: 100, rows: 200)
    #expect(terminal.ending() == .exit(1))
    #expect(!terminal.screen.shows("of 4 files"))
    let titles = terminal.screen.text.filter { $0 == "# কাঁসাই নদীর ওপর নতুন সেতু" }
    #expect(titles.count == 3)
  }

  @Test("is not shown for one file, nor where standard error is no terminal")
  func notShown() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Texts.bengali, to: "a.txt")
    let terminal = try PseudoTerminal(["analyze", file], columns: 100)
    #expect(terminal.ending() == .exit(0))
    #expect(!String(decoding: terminal.written, as: UTF8.self).contains(" files"))
    let outcome = try Program.run(["analyze", file, file, file])
    #expect(outcome.errors.isEmpty)
  }
}
