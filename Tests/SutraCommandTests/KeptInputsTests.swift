import Foundation
import Testing

@testable import SutraCommand

@Suite("Articles of the library as inputs")
struct KeptInputsTests {
  private static let old = """
    Ferry service resumes

    Captain Tom Hale said that 12 people were on the boat. Anna Reed, the mayor, said the fog was gone.
    """

  private func run(_ words: [String], _ home: TemporaryFolder) throws -> Program.Outcome {
    var variables = Program.environment(home: home)
    variables["XDG_DATA_HOME"] = home.path(of: "data")
    return try Program.run(words, environment: variables)
  }

  @Test("are exported and weighed, all of them or those that are named")
  func all() throws {
    let home = try TemporaryFolder()
    let files = [
      try home.write(Self.old, to: "ferry.txt"),
      try home.write("মেয়র সেলিনা হায়াৎ বলেন, সেতুটি খোলা।\n", to: "bridge.txt"),
    ]
    #expect(try run(["export", "--kept", "--to", "csv"], home).ending != .exit(0))
    #expect(try run(["library", "add"] + files, home).ending == .exit(0))
    let rows = try run(["export", "--kept", "--to", "csv"], home).text
    #expect(rows.contains("Tom Hale") && rows.contains("সেলিনা হায়াৎ"))
    let one = try run(["audit", "--kept", files[0]], home).text
    #expect(one.contains("Tom Hale") && !one.contains("সেলিনা হায়াৎ"))
  }

  @Test("are compared with the version before")
  func versions() throws {
    let home = try TemporaryFolder()
    let file = try home.write(Self.old, to: "ferry.txt")
    #expect(try run(["library", "add", file], home).ending == .exit(0))
    _ = try home.write(Self.old.replacing("12 people", with: "15 people"), to: "ferry.txt")
    // What the file holds now, and then the version that is kept of that.
    for _ in 0..<2 {
      let text = try run(["compare", "--kept", file], home).text
      #expect(text.contains("12 people") && text.contains("15 people"))
      #expect(try run(["library", "add", file], home).ending == .exit(0))
    }
  }

  @Test("carry what was noted on them into all exports that have room for it, and back")
  func notes() throws {
    let home = try TemporaryFolder()
    let file = try home.write(Self.old, to: "ferry.txt")
    #expect(try run(["library", "add", file], home).ending == .exit(0))
    let folder = home.path(of: "brat")
    #expect(
      try run(["export", "--kept", "--to", "brat", "--output", folder + "/", file], home).ending
        == .exit(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let annotations = try #require(names.first { $0.hasSuffix(".ann") })
    let written = try String(contentsOfFile: "\(folder)/\(annotations)", encoding: .utf8)
    let quote = try #require(written.split(separator: "\n").first { $0.contains("\tQuote ") })
    let term = try #require(quote.split(separator: "\t").first)
    let noted = written + "#900\tAnnotatorNotes \(term)\task the harbour office = twelve?\n"
    try Data(noted.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(annotations)"))
    let kept = try run(["import", "--keep", "\(folder)/\(annotations)"], home)
    #expect(kept.text.contains("1 correction"), "\(kept.text) \(kept.complaint)")
    for format in [
      "jsonl", "csv", "brat", "webannotation", "tei", "xmi", "csl", "bibtex", "ris", "markdown",
      "html",
    ] {
      let text = try run(["export", "--kept", "--to", format, file], home).text
      #expect(text.contains("ask the harbour office"), "\(format)")
    }
    // What is the same note already is not kept twice.
    #expect(
      try run(["import", "--keep", "\(folder)/\(annotations)"], home).text.contains("0 corrections")
    )
  }

  @Test("are beside their version before where the reader compares them with nothing named")
  func versionsInReader() throws {
    let home = try TemporaryFolder()
    let file = try home.write(Self.old, to: "ferry.txt")
    let environment = Program.environment(home: home)
    #expect(try Program.run(["library", "add", file], environment: environment).ending == .exit(0))
    _ = try home.write(Self.old.replacing("12 people", with: "15 people"), to: "ferry.txt")
    let terminal = try PseudoTerminal([file], columns: 100, rows: 24, home: home)
    #expect(terminal.waits(for: "quote 1 of"))
    terminal.type(":compare\r")
    #expect(terminal.waits(for: "ferry.txt, the version before"))
    #expect(terminal.screen.shows("15 people") && terminal.screen.shows("12 people"))
  }

  @Test("take corrections that an annotator has made, which exports then carry")
  func corrections() throws {
    let home = try TemporaryFolder()
    let file = try home.write(Self.old, to: "ferry.txt")
    #expect(try run(["library", "add", file], home).ending == .exit(0))
    let exported = try run(["export", "--kept", "--to", "webannotation", file], home).text
    let same = try home.write(exported, to: "same.jsonld")
    #expect(try run(["import", "--keep", same], home).text.contains("0 corrections"))
    let changed = try home.write(
      exported.replacing("\"name\":\"Tom Hale\"", with: "\"name\":\"Tim Hall\""),
      to: "changed.jsonld")
    let outcome = try run(["import", "--keep", changed], home)
    #expect(outcome.ending == .exit(0), "\(outcome.complaint)")
    #expect(!outcome.text.contains("0 corrections"))
    let after = try run(["export", "--kept", "--to", "csv", file], home).text
    #expect(after.contains("Tim Hall"))
    // Where that is asked for, it is laid over the same text wherever it stands, piped in as well.
    let copy = try home.write(Self.old, to: "copy.txt")
    for words in [["export", "--to", "csv"], ["analyze"], ["audit"]] {
      #expect(!(try run(words + [copy], home).text.contains("Tim Hall")))
      #expect(try run(words + ["--corrected", copy], home).text.contains("Tim Hall"))
    }
    let analysis = try run(["analyze", "--corrected", copy], home).text
    #expect(analysis.contains("\"by-hand\"") || analysis.contains("by_hand"), "\(analysis)")
    let record = try home.write(
      #"{"text": "\#(Self.old.replacing("\n", with: #"\n"#))"}"# + "\n", to: "record.jsonl")
    let stream = ["analyze", "--from", "jsonl", record]
    #expect(!(try run(stream, home).text.contains("Tim Hall")))
    #expect(try run(stream + ["--corrected"], home).text.contains("Tim Hall"))
    let longer = try home.write(Self.old + "\nThe pier is open.\n", to: "longer.txt")
    #expect(!(try run(["analyze", "--corrected", longer], home).text.contains("Tim Hall")))
    let other = try home.write("Nobody said anything here at all.\n", to: "other.txt")
    let foreign = try run(["export", "--to", "webannotation", other], home).text
    let unknown = try run(["import", "--keep", try home.write(foreign, to: "o.jsonld")], home)
    #expect(unknown.ending != .exit(0) && unknown.complaint.contains("library add"))
  }
}
