import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("Analysis of files")
struct AnalyzeTests {
  /// What the tests look at of an analysis.
  private struct Analysis: Decodable {
    struct Entity: Decodable { let name: String }
    let id: String
    let entities: [Entity]
  }

  private static func analyses(_ lines: [String]) throws -> [Analysis] {
    try lines.map { try JSONDecoder().decode(Analysis.self, from: Data($0.utf8)) }
  }

  @Test("is one JSON object a line, in the order of the files")
  func lines() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(Texts.bengali, to: "এক.txt")
    let second = try folder.write(Texts.english, to: "two.txt")
    let outcome = try Program.run(["analyze", first, second, first])
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors.isEmpty)
    let found = try Self.analyses(outcome.lines)
    #expect(found.map(\.id) == ["এক.txt", "two.txt", "এক.txt"])
    #expect(found[0].entities.contains { $0.name.contains("রফিকুল ইসলাম") })
    #expect(outcome.lines[0] == outcome.lines[2])
  }

  @Test("of the other files comes even when one cannot be read", arguments: ["jsonl", "json"])
  func someFail(format: String) throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(Texts.bengali, to: "a.txt")
    let missing = folder.path(of: "b.txt")
    let empty = try folder.write("", to: "c.txt")
    let last = try folder.write(Texts.english, to: "d.txt")
    let outcome = try Program.run(
      ["analyze", "--format", format, missing, first, empty, folder.path, last])
    #expect(outcome.ending == .exit(ExitStatus.someFailed))
    #expect(
      outcome.complaint == """
        sutra: there is no file '\(missing)'; check its name and folder.
        sutra: '\(empty)' is empty; name a file that holds an article.
        sutra: '\(folder.path)' is a directory; name a file in it.

        """)
    let found =
      format == "jsonl"
      ? try Self.analyses(outcome.lines)
      : try JSONDecoder().decode([Analysis].self, from: Data(outcome.output))
    #expect(found.map(\.id) == ["a.txt", "d.txt"])
  }

  @Test("as JSON is an array, also when nothing could be read")
  func array() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["analyze", "--format=json", folder.path(of: "none")])
    #expect(outcome.ending == .exit(ExitStatus.someFailed))
    #expect(try JSONDecoder().decode([Analysis].self, from: Data(outcome.output)).isEmpty)
    let one = try Program.run(["analyze", "--format=json", "--sample"])
    #expect(one.ending == .exit(0))
    #expect(
      try JSONDecoder().decode([Analysis].self, from: Data(one.output)).map(\.id) == ["bn.txt"])
  }

  @Test("as text tells who says what, and no control character")
  func text() throws {
    let article = Texts.bengali + "\nনাজমা পারভীন বলেন, “ঠিক\u{1B}[31m আছে।”\n"
    let outcome = try Program.run(
      ["analyze", "--format", "text", "-"], input: .pipe(Array(article.utf8)))
    #expect(outcome.ending == .exit(0))
    #expect(outcome.lines.first == "# কাঁসাই নদীর ওপর নতুন সেতু")
    #expect(outcome.lines.contains { $0.hasPrefix("1. ") && $0.contains("রফিকুল ইসলাম") })
    #expect(outcome.text.contains("\n## Sources ("))
    #expect(outcome.lines.contains("   cue: বলেন (statement)"))
    #expect(outcome.lines.contains("   role: প্রকৌশলী"))
    #expect(outcome.lines.contains { $0.hasPrefix("   why: It is quoted because ") })
    #expect(outcome.text.contains("\n## Entities ("))
    #expect(!outcome.output.contains(0x1B))
  }

  @Test("of standard input and of damaged text")
  func standardInput() throws {
    let bytes = Array(Texts.bengali.utf8) + [0xE0, 0xA6, 0xFF, 0x0A]
    let outcome = try Program.run(["analyze", "-"], input: .pipe(bytes))
    #expect(outcome.ending == .exit(0))
    #expect(try Self.analyses(outcome.lines).map(\.id) == ["-"])
  }
}
