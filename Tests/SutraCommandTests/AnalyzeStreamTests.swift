import Foundation
import SutraCore
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("Analysis of streams")
struct AnalyzeStreamTests {
  private static func lines(_ count: Int, bad: Int? = nil) -> String {
    (1...count).map { number in
      let text = number % 2 == 0 ? Texts.english : Texts.bengali
      let object: [String: Any] = ["id": "r\(number)", "text": text, "desk": "town"]
      guard number != bad, let data = try? JSONSerialization.data(withJSONObject: object) else {
        return "{\"id\": \"r\(number)\""
      }
      return String(decoding: data, as: UTF8.self)
    }.joined(separator: "\n") + "\n"
  }

  private static func objects(_ output: [UInt8]) throws -> [[String: Any]] {
    try output.split(separator: 0x0A).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  @Test("writes a line for each record, in their order, the same with any number of jobs")
  func order() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.lines(30, bad: 7), to: "in.jsonl")
    let words = ["analyze", "--from", "jsonl", file, "--jobs"]
    let one = try Program.run(words + ["1"])
    #expect(one.ending == .exit(ExitStatus.someFailed))
    #expect(one.complaint.contains("line 7: is no object of JSON; it is left out."))
    let objects = try Self.objects(one.output)
    #expect(
      objects.compactMap { $0["id"] as? String } == (1...30).filter { $0 != 7 }.map { "r\($0)" })
    #expect(objects.allSatisfy { ($0["carried"] as? [String: String]) == ["desk": "town"] })
    let three = try Program.run(words + ["3"])
    #expect(three.output == one.output)
    #expect(three.errors == one.errors)
  }

  @Test("leaves the fields out that nobody wants, and finds the same in the others")
  func fields() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.lines(2), to: "in.jsonl")
    let whole = try Self.objects(try Program.run(["analyze", "--from", "jsonl", file]).output)
    let some = try Self.objects(
      try Program.run(["analyze", "--from", "jsonl", "--fields", "quotes,sources", file]).output)
    for (whole, some) in zip(whole, some) {
      #expect(Set(some.keys) == ["format", "id", "quotes", "sources"])
      #expect((some["quotes"] as? NSArray) == (whole["quotes"] as? NSArray))
    }
    let texts = try Self.objects(
      try Program.run(["analyze", "--from", "jsonl", "--fields", "language,text", file]).output)
    for (whole, text) in zip(whole, texts) {
      #expect(Set(text.keys) == ["format", "id", "language", "text"])
      #expect(text["text"] as? String == whole["text"] as? String)
    }
    let wrong = try Program.run(["analyze", "--fields", "quote", file])
    #expect(wrong.ending == .exit(ExitStatus.usage))
    #expect(wrong.complaint.contains("unknown field 'quote'"))
  }

  @Test("goes on behind the record with which the output ends")
  func resume() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.lines(12, bad: 3), to: "in.jsonl")
    let output = folder.path(of: "out.jsonl")
    let words = ["analyze", "--from", "jsonl", file, "--output", output]
    _ = try Program.run(words)
    let whole = try Data(contentsOf: URL(fileURLWithPath: output))
    for length in [0, 100, whole.count / 2, whole.count - 1, whole.count] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: output))
      _ = try Program.run(words + ["--resume"])
      #expect(try Data(contentsOf: URL(fileURLWithPath: output)) == whole, "\(length)")
    }
    let other = try folder.write(Self.lines(2), to: "other.jsonl")
    let wrong = try Program.run(
      ["analyze", "--from", "jsonl", other, "--output", output, "--resume"])
    #expect(wrong.ending == .exit(ExitStatus.input))
    #expect(wrong.complaint.contains("there is no record 'r12' in the input"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: output)) == whole)
  }

  @Test("goes on behind records that carry members with blanks between, as Python writes them")
  func resumeBehindBlanks() throws {
    let folder = try TemporaryFolder()
    let rows = (1...3).map {
      "{\"id\": \"r\($0)\", \"text\": \"The mayor said it is open.\", \"x\": [1, {\"a\": -2.5e1 }]}\n"
    }
    let file = try folder.write(rows.joined(), to: "in.jsonl")
    let output = folder.path(of: "out.jsonl")
    let words = ["analyze", "--from", "jsonl", file, "--output", output, "--resume"]
    _ = try Program.run(words)
    let whole = try Data(contentsOf: URL(fileURLWithPath: output))
    for length in [whole.count / 2, whole.count] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: output))
      #expect(try Program.run(words).ending == .exit(0))
      #expect(try Data(contentsOf: URL(fileURLWithPath: output)) == whole, "\(length)")
    }
  }

  @Test("packs what it writes and unpacks what it reads", arguments: ["gz", "zst"])
  func packed(ending: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.lines(6), to: "in.jsonl")
    let plain = try Program.run(["analyze", "--from", "jsonl", file]).output
    let output = folder.path(of: "out.jsonl.\(ending)")
    let made = try Program.run(["analyze", "--from", "jsonl", file, "--output", output])
    #expect(made.ending == .exit(0))
    // What is written is a stream of articles again: each line has an id and a text.
    let again = try Program.run(["analyze", "--from", "jsonl", "--fields", "text", output])
    #expect(
      try Self.objects(again.output).map { $0["text"] as? String }
        == (try Self.objects(plain).map { $0["text"] as? String }))
  }

  @Test("tells failures in a file of their own")
  func failures() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.lines(4, bad: 2) + "{\"id\":\"e\",\"text\":\"\"}\n", to: "in.jsonl")
    let told = folder.path(of: "failures.jsonl")
    // Programs are told in one language, people in theirs.
    let run = try Program.run([
      "analyze", "--language", "bn", "--from", "jsonl", file, "--failures", told,
    ])
    #expect(run.complaint.contains("৫ নম্বর লাইন: কোনো পাঠ নেই; বাদ গেল।"))
    let objects = try Self.objects(Array(try Data(contentsOf: URL(fileURLWithPath: told))))
    #expect(objects.map { $0["stream"] as? String } == [file, file])
    #expect(objects.map { $0["place"] as? String } == ["line 2", "line 5"])
    #expect(objects.map { $0["id"] as? String } == [nil, "e"])
    #expect(
      objects.map { $0["reason"] as? String } == ["is no object of JSON", "holds no text"])
  }

  /// A stream of three records of which the second has a hundred million bytes.
  private static func withLargeRecord(_ format: String, to path: String) throws -> String {
    let texts = [Texts.bengali, String(repeating: "x", count: 100_000_000), Texts.bengali]
    var bytes = Data()
    var place = ""
    for (number, text) in texts.enumerated() {
      if number == 1 { place = format == "jsonl" ? "line 2" : "record 2 at byte \(bytes.count)" }
      if format == "jsonl" {
        bytes += try JSONSerialization.data(withJSONObject: ["id": "r\(number)", "text": text])
        bytes.append(0x0A)
      } else {
        let paragraphs = text.split(separator: "\n\n").map { "<p>\($0)</p>" }.joined()
        let answer =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<article>\(paragraphs)</article>"
        bytes += Data(
          """
          WARC/1.0\r
          WARC-Type: response\r
          WARC-Record-ID: <r\(number)>\r
          WARC-Target-URI: https://news.example/\(number)\r
          Content-Type: application/http; msgtype=response\r
          Content-Length: \(answer.utf8.count)\r
          \r
          \(answer)\r
          \r

          """.utf8)
      }
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    return place
  }

  /// Addresses that the program takes for itself, its threads and what it has at hand, and some more.
  private static let mostKilobytes = 400_000

  @Test(
    "passes by a record of a hundred million bytes within bounds, and tells where it is",
    arguments: ["jsonl", "warc"])
  func large(format: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.path(of: "in.\(format)")
    let place = try Self.withLargeRecord(format, to: file)
    // Beside the program itself there is no room for all of the record and a copy of it.
    let outcome = try Program.run(
      [
        "-c", "ulimit -v \(Self.mostKilobytes); exec \"$@\"", "sh", Program.path, "analyze",
        "--from", format, "--jobs", "2", file,
      ], at: "/bin/sh")
    #expect(outcome.ending == .exit(ExitStatus.someFailed))
    #expect(outcome.complaint.contains("\(place): is longer than 32 MiB; it is left out."))
    #expect(
      try Self.objects(outcome.output).compactMap { $0["id"] as? String } == ["r0", "r2"],
      "\(outcome.complaint)")
  }

  @Test(
    "says what does not go together",
    arguments: [
      (["--from", "csv"], "--from csv needs --text COLUMN"),
      (["--text", "body"], "--text needs --from"),
      (["--from", "warc", "--text", "body"], "--text is for --from jsonl and csv"),
      (["--from", "jsonl", "--format", "text"], "--from is for lines of JSON"),
      (["--from", "xml"], "unknown stream 'xml'"),
      (["--from", "jsonl", "--resume", "--output", "a.gz"], "--resume goes on with plain lines"),
    ])
  func usage(words: [String], told: String) throws {
    let outcome = try Program.run(["analyze"] + words + ["-"])
    #expect(outcome.ending == .exit(ExitStatus.usage))
    #expect(outcome.complaint.contains(told))
  }

  @Test("reads what is piped in where no file is named, and asks for one where nothing is")
  func piped() throws {
    let lines = Array(Self.lines(3).utf8)
    let words = ["analyze", "--from", "jsonl"]
    let named = try Program.run(words + ["-"], input: .pipe(lines))
    let unnamed = try Program.run(words, input: .pipe(lines))
    #expect(unnamed.output == named.output)
    #expect(try Self.objects(unnamed.output).count == 3)
    let nothing = try Program.run(words)
    #expect(nothing.ending == .exit(ExitStatus.usage))
    #expect(nothing.complaint.contains("analyze needs a file"))
  }
}

/// The schema that Spark is given stands beside the script that gives it.
@Suite("The schema of the tables")
struct SchemaTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Spark/analysis.schema.json")

  /// What does not fit in a value: members without a type, and values of another type.
  private static func misfits(_ value: Any, _ type: Any, _ path: String) -> [String] {
    if value is NSNull { return [] }
    if let name = type as? String {
      let fits =
        switch name {
        case "string": value is String
        case "integer": (value as? NSNumber).map { Double($0.intValue) == $0.doubleValue } ?? false
        case "double": value is NSNumber
        case "boolean": value is Bool
        default: false
        }
      return fits ? [] : ["\(path) is no \(name)"]
    }
    let type = type as? [String: Any] ?? [:]
    if let fields = type["fields"] as? [[String: Any]] {
      guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
      let known = Dictionary(
        fields.compactMap { field in (field["name"] as? String).map { ($0, field["type"] as Any) }
        },
        uniquingKeysWith: { first, _ in first })
      return object.flatMap { name, value in
        known[name].map { misfits(value, $0, "\(path).\(name)") } ?? ["\(path).\(name) has no type"]
      }
    }
    guard let element = type["elementType"], let list = value as? [Any] else {
      return ["\(path) is no list"]
    }
    return list.flatMap { misfits($0, element, "\(path)[]") }
  }

  @Test(
    "has a type for every member of an analysis, and for nothing else", arguments: ["bn", "en"])
  func fits(code: String) throws {
    let outcome = try Program.run(["analyze", "--sample", code])
    let line = try JSONSerialization.jsonObject(with: Data(outcome.output))
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.file))
    #expect(Set(Self.misfits(line, schema, "")) == [])
    let fields = (schema as? [String: Any])?["fields"] as? [[String: Any]] ?? []
    #expect(
      fields.compactMap { $0["name"] as? String } == ["format", "id"] + AnalysisWriter.fields)
  }
}
