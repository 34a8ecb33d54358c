import Foundation
import Glibc
import Testing

@testable import SutraCommand

@Suite("The file of an analysis")
struct OutputKeptTests {
  private let folder: TemporaryFolder
  private let output: String

  init() throws {
    folder = try TemporaryFolder()
    output = folder.path(of: "o.jsonl")
  }

  private var written: String {
    String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
  }

  @Test("stays as it was where no article could be read", arguments: ["jsonl", "json", "csv"])
  func kept(format: String) throws {
    _ = try folder.write("earlier work\n", to: "o.jsonl")
    let missing = folder.path(of: "missing.txt")
    let outcome = try Program.run(["analyze", "--format", format, "--output", output, missing])
    #expect(outcome.ending == .exit(ExitStatus.someFailed))
    #expect(written == "earlier work\n")
    let article = try folder.write("Anna said that it rained.\n", to: "a.txt")
    let other = try Program.run(["analyze", "--format", format, "--output", output, article])
    #expect(other.ending == .exit(0))
    #expect(!written.contains("earlier work") && written.contains("Anna"))
  }

  @Test("in a folder that is not there, or on a file in its place, is told with what helps")
  func noFolder() throws {
    let article = try folder.write("Anna said that it rained.\n", to: "a.txt")
    for (path, reason) in [("none/o", "No such file or directory"), ("a.txt/o", "Not a directory")]
    {
      let place = folder.path(of: path)
      let outcome = try Program.run(["analyze", "--output", place, article])
      #expect(outcome.ending == .exit(ExitStatus.inputOutput))
      #expect(
        outcome.complaint
          == "sutra: '\(place)' cannot be written (\(reason)); make its folder or write elsewhere.\n"
      )
    }
    let inPlace = try Program.run(["analyze", "--output", folder.path, article])
    #expect(
      inPlace.complaint
        == "sutra: '\(folder.path)' cannot be written (Is a directory); name another file.\n")
  }

  @Test("is written by one run at a time")
  func locked() throws {
    let article = try folder.write("Anna said that it rained.\n", to: "a.txt")
    let file = open(output, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    #expect(flock(file, LOCK_EX) == 0)
    let outcome = try Program.run(["analyze", "--output", output, article])
    #expect(outcome.ending == .exit(ExitStatus.inputOutput))
    #expect(
      outcome.complaint
        == "sutra: another run is writing to '\(output)'; wait for its end, or name another file.\n"
    )
    #expect(written == "")
    flock(file, LOCK_UN)
    #expect(try Program.run(["analyze", "--output", output, article]).ending == .exit(0))
  }

  /// A run over three articles, and its lines.
  private func threeLines() throws -> (articles: [String], lines: [String]) {
    let articles = try (1...3).map {
      try folder.write("Anna said that it rained \($0) times.\n", to: "\($0).txt")
    }
    #expect(try Program.run(["analyze", "--output", output] + articles).ending == .exit(0))
    return (articles, written.split(separator: "\n").map(String.init))
  }

  @Test("has a last line that is damaged made again")
  func damagedLast() throws {
    let (articles, lines) = try threeLines()
    for damaged in [
      String(lines[2].dropLast(3)), lines[2] + "\r", lines[2] + "}", lines[2] + " ",
      lines[2].replacing("\"quotes\"", with: "quotes"), lines[2].replacing("rained", with: "\u{1}"),
    ] {
      _ = try folder.write(
        [lines[0], lines[1], damaged, ""].joined(separator: "\n"), to: "o.jsonl")
      let outcome = try Program.run(["analyze", "--resume", "--output", output] + articles)
      #expect(outcome.ending == .exit(0), "\(outcome.complaint)")
      #expect(written == lines.joined(separator: "\n") + "\n")
    }
  }

  @Test("is not gone on with behind a damaged line in its middle")
  func damagedMiddle() throws {
    let (articles, lines) = try threeLines()
    let damaged = [lines[0], String(lines[1].dropLast()), lines[2], ""].joined(separator: "\n")
    _ = try folder.write(damaged, to: "o.jsonl")
    let outcome = try Program.run(["analyze", "--resume", "--output", output] + articles)
    #expect(outcome.ending == .exit(ExitStatus.inputOutput))
    #expect(outcome.complaint.hasPrefix("sutra: line 2 of '\(output)' is damaged; "))
    #expect(written == damaged)
  }

  @Test("holds whole lines where it may grow no further")
  func tooLarge() throws {
    let (articles, lines) = try threeLines()
    let blocks = (lines[0].utf8.count + lines[1].utf8.count / 2) / 512
    try #require(blocks > 0)
    let command = ([Program.path, "analyze", "--jobs", "1", "--output", output] + articles)
      .map { "'\($0)'" }.joined(separator: " ")
    let told = try KeysInManualTests.shell("ulimit -f \(blocks); \(command) 2>&1; echo status $?")
    #expect(told.contains("File too large") && told.contains("status 74"), "\(told)")
    #expect(written.isEmpty || written.hasSuffix("\n"))
    #expect(lines.joined(separator: "\n").hasPrefix(written.dropLast()))
  }

  @Test(
    "is a line of JSON or is not",
    arguments: [
      ("{}", true), ("{\"a\":1}", true), ("{\"a\":[1,-2.5e3,\"x\",null,true,false,{}]}", true),
      ("{\"সেতু\":\"\\u09aF\\n\"}", true), ("", false), ("[]", false), ("1", false), ("{", false),
      ("{}}", false), ("{\"a\"}", false), ("{\"a\":}", false), ("{\"a\":1,}", false),
      ("{a:1}", false), ("{\"a\":tru}", false), ("{\"a\":\"\\x\"}", false), ("{} ", false),
      ("{\"a\":1]", false), ("{\"a\":\"\t\"}", false), ("{\"a\":-}", false), ("{,}", false),
      ("{\"a\":[,]}", false), ("{\"a\":\"\\u12g4\"}", false),
      ("{\"a\" :1 , \"b\": [ 1, {} ]}", true),
      ("{ }", true), (" {}", false), ("{\"a\":1 2}", false), ("{\"a\":- 1}", false),
      ("{\"a\":t rue}", false), ("{\"a\":1}\r", false),
    ])
  func json(line: String, isWhole: Bool) {
    var check = JSONLineCheck()
    for byte in line.utf8 { check.take(byte) }
    #expect(check.isWhole == isWhole)
  }

  @Test("no cut and no changed bracket of a real line passes for one")
  func everyCut() throws {
    let (_, lines) = try threeLines()
    let bytes = Array(lines[0].utf8)
    func passes(_ bytes: some Sequence<UInt8>) -> Bool {
      var check = JSONLineCheck()
      for byte in bytes { check.take(byte) }
      return check.isWhole
    }
    #expect(passes(bytes))
    for end in bytes.indices { #expect(!passes(bytes[..<end])) }
    for index in bytes.indices where "{}[]".utf8.contains(bytes[index]) {
      var changed = bytes
      changed[index] = UInt8(ascii: "(")
      #expect(!passes(changed))
    }
  }
}

@Suite("Descriptors that do not block")
struct UnblockedDescriptorTests {
  @Test("are waited for, on input and on output")
  func waits() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "সেতুটি খুলবে। ", count: 20_000) + "\n"
    let article = try folder.write(long, to: "a.txt")
    // Both ends of a pipe share the flag, so that the program finds it on its own descriptors.
    let script = try folder.write(
      """
      import fcntl, os, subprocess, sys, time
      program, article = sys.argv[1:]
      def unblock(end):
          fcntl.fcntl(end, fcntl.F_SETFL, fcntl.fcntl(end, fcntl.F_GETFL) | os.O_NONBLOCK)
      into, give = os.pipe()
      take, out = os.pipe()
      unblock(into); unblock(out)
      child = subprocess.Popen([program, "--print", "-"], stdin=into, stdout=out)
      os.close(into); os.close(out)
      time.sleep(0.2)
      text = open(article, "rb").read()
      if os.fork() == 0:
          os.close(take)
          with os.fdopen(give, "wb") as pipe:
              pipe.write(text[:1000]); pipe.flush(); time.sleep(0.2); pipe.write(text[1000:])
          os._exit(0)
      os.close(give)
      time.sleep(0.5)
      size = 0
      while chunk := os.read(take, 65536): size += len(chunk)
      print(child.wait(), size > 300000)
      """, to: "try.py")
    let told = try KeysInManualTests.shell(
      "python3 '\(script)' '\(Program.path)' '\(article)' 2>&1")
    #expect(told == "0 True\n")
  }
}
