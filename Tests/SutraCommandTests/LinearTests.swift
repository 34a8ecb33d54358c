import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("sutra --linear")
struct LinearTests {
  private static func run(_ commands: String, _ arguments: [String] = []) throws -> Program.Outcome
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali, to: "সেতু.txt")
    return try Program.run(["--linear", path] + arguments, input: .pipe(Array(commands.utf8)))
  }

  @Test("reads an article by commands of a line each, in plain lines")
  func dialogue() throws {
    let outcome = try Self.run("\n\nn\nl\nf সেতু\ns\ne\nh\nwhat\n2\nq\n")
    #expect(outcome.ending == .exit(0) && outcome.errors.isEmpty)
    #expect(outcome.lines[0] == "Article: কাঁসাই নদীর ওপর নতুন সেতু")
    #expect(outcome.lines[1].hasPrefix("4 paragraphs, "))
    #expect(outcome.lines[3...4] == ["Headline.", "কাঁসাই নদীর ওপর নতুন সেতু"])
    #expect(outcome.lines[5] == "Paragraph 2 of 4.")
    #expect(outcome.text.contains("Quote 1, indirect, by রফিকুল ইসলাম (named), here called "))
    #expect(outcome.text.contains("\nPlace 1 of "))
    #expect(outcome.text.contains("\nSource: নাজমা পারভীন, named, speaker, "))
    #expect(outcome.text.contains("\nUnknown command: what. h lists the commands.\n"))
    #expect(!outcome.output.contains(0x1B))
  }

  @Test(
    "ends at the end of its input, also in the middle of a line",
    arguments: ["", "\n", "n", "n\nl"])
  func endOfInput(commands: String) throws {
    let outcome = try Self.run(commands)
    #expect(outcome.ending == .exit(0) && outcome.errors.isEmpty)
    #expect(outcome.text.contains("Quote 1") == commands.contains("n"))
  }

  @Test("q ends it at once, what follows is not read")
  func quits() throws {
    let outcome = try Self.run("q\nn\n")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.lines.count == 3)
  }

  @Test("is a setting as well, and --no-linear goes before it")
  func setting() throws {
    let home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path(of: "config/sutra"), withIntermediateDirectories: true)
    _ = try home.write("linear = on\nmouse = x\n", to: "config/sutra/config")
    let path = try home.write(Texts.english, to: "a.txt")
    let environment = Program.environment(home: home)
    let outcome = try Program.run(
      [path], environment: environment, input: .pipe(Array("n\nq\n".utf8)))
    #expect(outcome.ending == .exit(0))
    #expect(outcome.lines[0] == "Article: New bridge over the Kasai")
    #expect(outcome.complaint.contains("config:2: mouse is on or off, not 'x'."))
    let plain = try Program.run(["--no-linear", path], environment: environment)
    #expect(plain.text == Texts.english)
  }

  @Test("shows no control character of the article, and takes any bytes as commands")
  func hostile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("খবর\u{1B}[31m\u{7}\n\nদ্বিতীয়\u{202E}\n", to: "a.txt")
    var commands: [UInt8] = [0x0A, 0x0A, 0xFF, 0xE0, 0xA6, 0x0A, 0x00, 0x1B, 0x5B, 0x0A]
    commands += Array("/\u{1B}\n".utf8) + Array(repeating: 0x78, count: 20_000) + [0x0A]
    commands += Array("-9223372036854775808\n".utf8)
    let outcome = try Program.run(["--linear", path], input: .pipe(commands))
    #expect(outcome.ending == .exit(0))
    #expect(!outcome.output.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
    #expect(!outcome.text.unicodeScalars.contains("\u{202E}"))
  }

  @Test(
    "complains as others do of a file that cannot be read, and of output that cannot be written")
  func failures() throws {
    let missing = try Program.run(["--linear", "/none.txt"])
    #expect(missing.ending == .exit(ExitStatus.input))
    #expect(
      missing.complaint == "sutra: there is no file '/none.txt'; check its name and folder.\n")
    let full = try Program.run(["--linear", "--sample"], output: .file("/dev/full"))
    #expect(full.ending == .exit(ExitStatus.inputOutput))
    #expect(full.complaint.hasPrefix("sutra: standard output cannot be written"))
    let closed = try Program.run(["--linear", "--sample"], output: .closedPipe)
    #expect(closed.complaint.isEmpty)
  }
}
