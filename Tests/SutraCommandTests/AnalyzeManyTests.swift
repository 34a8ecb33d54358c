import Foundation
import SutraCore
import SutraExport
import SutraResources
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("Analysis of many files")
struct AnalyzeManyTests {
  /// Articles of different lengths in both languages, two of which cannot be read.
  private static func files(_ folder: TemporaryFolder, count: Int) throws -> [String] {
    try (0..<count).map { number in
      switch number {
      case 3: return folder.path(of: "none.txt")
      case 6: return try folder.write("", to: "empty.txt")
      default:
        let text = number % 3 == 0 ? Texts.english : Texts.bengali
        // The first ones are the longest, so that later ones are done before them.
        let repeated = Array(repeating: text, count: max(1, 5 - number))
        return try folder.write(repeated.joined(separator: "\n\n"), to: "\(number).txt")
      }
    }
  }

  @Test(
    "is the same however many are worked on at a time",
    arguments: ArticleFormats.analyses.map(\.name))
  func jobs(format: String) throws {
    let folder = try TemporaryFolder()
    let files = try Self.files(folder, count: 9)
    let words = ["analyze", "--format", format]
    let one = try Program.run(words + ["--jobs", "1"] + files)
    #expect(one.ending == .exit(ExitStatus.someFailed))
    #expect(one.complaint.split(separator: "\n").count == 2)
    for jobs in [["--jobs", "4"], []] {
      let other = try Program.run(words + jobs + files)
      #expect(other.ending == one.ending)
      #expect(other.output == one.output, "\(jobs)")
      #expect(other.errors == one.errors, "\(jobs)")
    }
  }

  @Test("writes a long line in pieces, and the same as a library gives")
  func pieces() throws {
    let folder = try TemporaryFolder()
    // Empty lines make it long without much to analyse.
    let text =
      Texts.bengali + String(repeating: "\n", count: AnalyzeCommand.large) + Texts.bengali
    let file = try folder.write(text, to: "long.txt")
    let outcome = try Program.run(["analyze", file, file])
    #expect(outcome.ending == .exit(0))
    let analyzer = ArticleAnalyzer()
    let source = SourceText(validBytes: Array(text.utf8))
    let article = analyzer.article(analyzer.document(id: "long.txt", text: source))
    let line = AnalysisWriter.line(article) + [0x0A]
    #expect(outcome.output == line + line)
  }

  @Test("goes to a file, which is replaced")
  func output() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Texts.bengali)
    let output = try folder.write(String(repeating: "old\n", count: 100_000), to: "out.jsonl")
    let outcome = try Program.run(["analyze", "--output", output, file])
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.isEmpty)
    #expect(try bytes(output) == Program.run(["analyze", file]).output)
  }

  @Test("does not write over one of the articles, nor where nothing can be written")
  func badOutput() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Texts.bengali)
    let link = folder.path(of: "link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    let over = try Program.run(["analyze", "--output", link, file])
    #expect(over.ending == .exit(ExitStatus.inputOutput))
    #expect(over.complaint == "sutra: '\(link)' is one of the articles; name another file.\n")
    #expect(try bytes(file) == Array(Texts.bengali.utf8))
    let nowhere = try Program.run(["analyze", "--output", folder.path, file])
    #expect(nowhere.ending == .exit(ExitStatus.inputOutput))
    #expect(nowhere.complaint.contains("'\(folder.path)' cannot be written"))
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  // MARK: - Going on

  @Test("goes on behind the last whole line, wherever the earlier run was cut", arguments: 0..<9)
  func resume(cut: Int) throws {
    let folder = try TemporaryFolder()
    let files = try Self.files(folder, count: 9)
    let output = folder.path(of: "out.jsonl")
    let words = ["analyze", "--output", output]
    let whole = try Program.run(words + files)
    let bytes = try bytes(output)
    // Nothing, all, the middle of a line, a line without its end, and anywhere.
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }
    let length = [
      0, bytes.count, ends[0] + 1, ends[0], ends[3] - 10, ends[4] + 2, ends[5] + 1,
      bytes.count - 1, bytes.count * 2 / 3,
    ][cut]
    try Data(bytes[..<length]).write(to: URL(fileURLWithPath: output))
    let rest = try Program.run(words + ["--resume", "--jobs", "3"] + files)
    #expect(rest.ending == whole.ending)
    #expect(rest.errors == whole.errors)
    #expect(try self.bytes(output) == bytes)
  }

  @Test("begins with the first file when there is no earlier output")
  func resumeNothing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Texts.bengali)
    let output = folder.path(of: "out.jsonl")
    #expect(
      try Program.run(["analyze", "--resume", "--output", output, file]).ending == .exit(0))
    #expect(try bytes(output) == Program.run(["analyze", file]).output)
  }

  @Test("tells files of one name apart, and one that can be read only now")
  func resumeSameNames() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(of: name), withIntermediateDirectories: true)
    }
    let first = try folder.write(Texts.bengali, to: "a/x.txt")
    let missing = folder.path(of: "b/x.txt")
    let last = try folder.write(Texts.english, to: "c/x.txt")
    let late = folder.path(of: "late.txt")
    let output = folder.path(of: "out.jsonl")
    let words = ["analyze", "--output", output, "--resume", late, first, missing, last]
    _ = try Program.run(words)
    let whole = try bytes(output)
    let end = try #require(whole.firstIndex(of: 0x0A))
    try Data(whole[...end]).write(to: URL(fileURLWithPath: output))
    _ = try folder.write(Texts.english, to: "late.txt")
    let rest = try Program.run(words)
    #expect(rest.ending == .exit(ExitStatus.someFailed))
    #expect(rest.complaint.hasPrefix("sutra: 'late.txt' could not be read before and is left out"))
    #expect(try bytes(output) == whole)
  }

  @Test("does not go on with the output of other files, and leaves it as it is")
  func resumeOther() throws {
    let folder = try TemporaryFolder()
    let one = try folder.write(Texts.bengali, to: "one.txt")
    let two = try folder.write(Texts.english, to: "two.txt")
    let output = folder.path(of: "out.jsonl")
    #expect(try Program.run(["analyze", "--output", output, one, two]).ending == .exit(0))
    let before = try bytes(output)
    let outcome = try Program.run(["analyze", "--output", output, "--resume", two, one])
    #expect(outcome.ending == .exit(ExitStatus.inputOutput))
    #expect(
      outcome.complaint == """
        sutra: line 2 of '\(output)' is of none of these files in this order; name the files of \
        the earlier run, or another output.

        """)
    #expect(try bytes(output) == before)
    let poem = try folder.write("আমার সোনার বাংলা\n", to: "poem.txt")
    #expect(
      try Program.run(["analyze", "--output", poem, "--resume", one]).ending
        == .exit(ExitStatus.inputOutput))
    #expect(try bytes(poem) == Array("আমার সোনার বাংলা\n".utf8))
  }

  // MARK: - Being ended

  @Test(
    "ended by a signal leaves whole lines, and goes on to the same output",
    arguments: [(SIGTERM, 0), (SIGINT, 1), (SIGHUP, 3), (SIGTERM, 5), (SIGKILL, 2)])
  func signals(signal: Int32, lines: Int) throws {
    let folder = try TemporaryFolder()
    let long = try folder.write(
      Array(repeating: Texts.bengali, count: 3).joined(separator: "\n\n"), to: "long.txt")
    let files = Array(repeating: long, count: 20)
    let output = folder.path(of: "out.jsonl")
    let words = ["analyze", "--output", output, "--jobs", "2"] + files
    let home = try TemporaryFolder()
    let child = try ChildProcess(
      Program.path, words, environment: Program.environment(home: home),
      descriptors: [.open("/dev/null", O_RDONLY), .copy(1), .copy(2)])
    let deadline = Deadline(seconds: 60)
    while lineCount(output) < lines, child.poll() == nil, !deadline.hasPassed { usleep(200) }
    child.send(signal)
    while child.poll() == nil, !deadline.hasPassed { usleep(1_000) }
    #expect(child.poll() == .signal(signal) || child.poll() == .exit(0))
    if signal != SIGKILL, FileManager.default.fileExists(atPath: output) {
      let bytes = try bytes(output)
      #expect(bytes.isEmpty || bytes.last == 0x0A)
    }
    #expect(try Program.run(words + ["--resume"]).ending == .exit(0))
    let line = try Program.run(["analyze", long]).output
    let all = try bytes(output)
    #expect(all.count == line.count * files.count)
    #expect(all.starts(with: line))
  }

  private func lineCount(_ path: String) -> Int {
    (FileManager.default.contents(atPath: path) ?? Data()).count { $0 == 0x0A }
  }

  @Test("that nobody reads ends at a signal although its line is not written")
  func stuckPipe() throws {
    let folder = try TemporaryFolder()
    let long = try folder.write(
      Texts.bengali + String(repeating: "\n", count: 100_000), to: "long.txt")
    let home = try TemporaryFolder()
    let pipe = try OwnedPipe()
    let child = try ChildProcess(
      Program.path, ["analyze", long, long], environment: Program.environment(home: home),
      descriptors: [.open("/dev/null", O_RDONLY), .copy(pipe.writing), .copy(2)])
    let deadline = Deadline(seconds: 60)
    var ready = pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0)
    while poll(&ready, 1, 100) == 0, !deadline.hasPassed {}
    child.send(SIGTERM)
    while child.poll() == nil, !deadline.hasPassed { usleep(1_000) }
    #expect(child.poll() == .signal(SIGTERM))
  }

  // MARK: - Progress

  @Test("counts what an earlier run has done, but tells this one's speed")
  func progress() {
    #expect(
      Progress.line(done: 12, total: 400, nanoseconds: 1_500_000_000, before: 200)
        == "212 of 400 files, 8.0 a second, 24 s left")
    #expect(
      Progress.line(done: 0, total: 400, nanoseconds: 1_000_000_000, before: 200)
        == "200 of 400 files")
  }
}
