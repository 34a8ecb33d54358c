import Foundation
import Testing

@testable import SutraCommand

@Suite("Articles that cannot be read")
struct InputErrorTests {
  /// The options that read one article.
  static let tasks: [[String]] = [[], ["--print"]]

  private func expect(
    _ arguments: [String], _ sentence: String, status: Int32 = ExitStatus.input,
    input: Program.Input = .nothing, location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Program.run(arguments, input: input)
    #expect(outcome.ending == .exit(status), sourceLocation: location)
    #expect(outcome.complaint == "sutra: \(sentence)\n", sourceLocation: location)
    #expect(outcome.output.isEmpty, sourceLocation: location)
  }

  @Test("name a missing file", arguments: tasks)
  func missing(task: [String]) throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "নেই.txt")
    try expect(task + [path], "there is no file '\(path)'; check its name and folder.")
    let inside = try folder.write("text", to: "file") + "/a.txt"
    try expect(
      task + [inside], "there is no file '\(inside)': a part of the path is not a folder.")
    try expect(task + [""], "there is no file ''; check its name and folder.")
  }

  @Test("name a directory", arguments: tasks)
  func directory(task: [String]) throws {
    let folder = try TemporaryFolder()
    try expect(task + [folder.path], "'\(folder.path)' is a directory; name a file in it.")
  }

  @Test("name a file that may not be read", .enabled(if: getuid() != 0, "root reads every file"))
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("text")
    chmod(path, 0)
    try expect([path], "'\(path)' may not be read; ask its owner or change its permissions.")
  }

  @Test("name an empty file, also one with nothing but a byte order mark", arguments: tasks)
  func empty(task: [String]) throws {
    let folder = try TemporaryFolder()
    for bytes: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      let path = try folder.write(bytes, to: "empty.txt")
      try expect(task + [path], "'\(path)' is empty; name a file that holds an article.")
    }
    try expect(
      task + ["-"], "standard input is empty; name a file that holds an article.",
      input: .pipe([]))
  }

  @Test("name a file that is no text", arguments: tasks)
  func binary(task: [String]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write((0..<4_096).map { UInt8(truncatingIfNeeded: $0 * 7) }, to: "a.bin")
    try expect(
      task + [path], "'\(path)' is not text; save the article as UTF-8 or UTF-16 text first.")
  }

  @Test("are told as no text from their beginning, however much follows")
  func endless() throws {
    let sentence = "is not text; save the article as UTF-8 or UTF-16 text first."
    try expect(["--print", "/dev/zero"], "'/dev/zero' \(sentence)")
    try expect(["--print", "-"], "standard input \(sentence)", input: .file("/dev/zero"))
    let folder = try TemporaryFolder()
    let path = try folder.write([0], to: "large.bin")
    #expect(truncate(path, 3 << 30) == 0)
    try expect(["--print", path], "'\(path)' \(sentence)")
  }

  @Test("name a link that leads to itself and a name that is too long")
  func links() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "loop")
    symlink(path, path)
    try expect([path], "'\(path)' is a link that leads to itself; name the file itself.")
    let long = String(repeating: "n", count: 300)
    let shown = "'\(long)'".prefix(40)
    try expect([long], "the name \(shown)… is too long; name a shorter one.")
  }

  @Test("show no control character of their name")
  func controls() throws {
    let folder = try TemporaryFolder()
    let name = "a\u{1B}]0;owned\u{07}\u{9B}31m\u{202E}b\n.txt"
    for arguments in [[folder.path(of: name)], ["analyze", folder.path(of: name)]] {
      let outcome = try Program.run(arguments)
      let sentence = outcome.complaint.dropLast()
      #expect(outcome.complaint.hasPrefix("sutra: there is no file '"))
      #expect(outcome.complaint.hasSuffix("; check its name and folder.\n"))
      #expect(sentence.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(!sentence.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test(
    "are told one by one for words that do not fit",
    arguments: [
      (["--nonsense"], "unknown option '--nonsense'; see 'sutra --help'."),
      (["--width", "0", "a"], "--width takes a number from 1 to 10000, not '0'."),
      (["--sample=xx"], "there is no sample 'xx'; the samples are bn, en."),
      (["--\u{1B}[31m"], "unknown option '--◘[31m'; see 'sutra --help'."),
    ])
  func usage(arguments: [String], sentence: String) throws {
    try expect(arguments, sentence, status: ExitStatus.usage)
  }
}
