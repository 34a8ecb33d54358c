import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("The command export")
struct ExportCommandTests {
  private static func names(_ folder: TemporaryFolder, _ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(of: name)).sorted()
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test(
    "writes one article to standard output in every format",
    arguments: [
      ("jsonl", "{\"quote\":"), ("csv", "number,"), ("brat", "T1\tPLACE"),
      ("webannotation", "{\"@context\":[\"http://www.w3.org/ns/anno.jsonld\""),
      ("tei", "<?xml version=\"1.0\""), ("conll", "-DOCSTART-"), ("xmi", "<?xml version=\"1.0\""),
      ("csl", "[\n{\"id\":\"sutra-"), ("bibtex", "@misc{sutra-"), ("ris", "TY  - NEWS\r\n"),
      ("markdown", "# কাঁসাই নদীর ওপর নতুন সেতু"), ("html", "<!DOCTYPE html>"),
    ])
  func standardOutput(format: String, beginning: String) throws {
    let outcome = try Program.run(
      ["export", "--to", format, "-"], input: .pipe(Array(Texts.bengali.utf8)))
    #expect(outcome.ending == .exit(0))
    #expect(outcome.errors.isEmpty)
    #expect(outcome.text.hasPrefix(beginning))
    #expect(outcome.text.contains("রফিকুল"))
  }

  @Test("needs a format, and a folder for several articles where a file holds one")
  func usage() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Texts.bengali)
    let without = try Program.run(["export", file])
    #expect(without.ending == .exit(ExitStatus.usage))
    #expect(without.complaint.contains("export needs --to and a format: jsonl, csv, brat"))
    let unknown = try Program.run(["export", "--to", "docx", file])
    #expect(unknown.ending == .exit(ExitStatus.usage))
    #expect(unknown.complaint.contains("unknown format 'docx'"))
    let several = try Program.run(["export", "--to", "tei", file, file])
    #expect(several.ending == .exit(ExitStatus.usage))
    #expect(several.complaint.contains("name a folder with --output FOLDER"))
  }

  @Test("puts several articles into one file of a format that holds them")
  func oneFile() throws {
    let folder = try TemporaryFolder()
    let files = [
      try folder.write(Texts.bengali, to: "এক.txt"), try folder.write(Texts.english, to: "two.txt"),
    ]
    let path = folder.path(of: "all.csv")
    let outcome = try Program.run(["export", "--to", "csv", "--output", path] + files)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.isEmpty)
    let rows = try Self.text(path).split(separator: "\r\n")
    #expect(rows.count { $0.hasPrefix("number,") } == 1)
    // Behind the file stand the date, which no plain file has, and what was noted.
    #expect(rows.last?.hasSuffix("two.txt,,") == true)
    let again = try Program.run(["export", "--to", "csv", "--output", path, files[0]])
    #expect(again.ending == .exit(ExitStatus.inputOutput))
    #expect(again.complaint.contains("is there already; add --force to replace it"))
    #expect(try Self.text(path).split(separator: "\r\n") == rows)
    let forced = try Program.run(["export", "--to", "csv", "--force", "--output", path, files[0]])
    #expect(forced.ending == .exit(0))
    #expect(try Self.text(path).split(separator: "\r\n").count < rows.count)
    #expect(try Self.names(folder, ".") == ["all.csv", "two.txt", "এক.txt"])
  }

  @Test("never writes over an article, and leaves nothing where none can be read")
  func inputs() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Texts.bengali, to: "a.txt")
    let outcome = try Program.run(["export", "--to", "csv", "--force", "--output", file, file])
    #expect(outcome.ending == .exit(ExitStatus.inputOutput))
    #expect(outcome.complaint.contains("is one of the articles"))
    #expect(try Self.text(file) == Texts.bengali)
    let none = try Program.run(
      ["export", "--to", "csv", "--output", folder.path(of: "b.csv"), folder.path(of: "none")])
    #expect(none.ending == .exit(ExitStatus.someFailed))
    #expect(try Self.names(folder, ".") == ["a.txt"])
  }

  @Test("writes a file for each article into a folder, with what belongs to the format")
  func files() throws {
    let folder = try TemporaryFolder()
    let files = [
      try folder.write(Texts.bengali, to: "এক.txt"), folder.path(of: "missing.txt"),
      try folder.write(Texts.english, to: "two.txt"),
    ]
    let outcome = try Program.run(
      ["export", "--to", "brat", "--output", folder.path(of: "out")] + files)
    #expect(outcome.ending == .exit(ExitStatus.someFailed))
    #expect(outcome.complaint.contains("there is no file"))
    #expect(
      try Self.names(folder, "out") == [
        "annotation.conf", "two.ann", "two.txt", "এক.ann", "এক.txt",
      ])
    #expect(try Self.text(folder.path(of: "out/এক.txt")) == Texts.bengali)
    // One that is there stays, and the others are written.
    try FileManager.default.removeItem(atPath: folder.path(of: "out/two.ann"))
    try FileManager.default.removeItem(atPath: folder.path(of: "out/two.txt"))
    _ = try folder.write("mine", to: "out/annotation.conf")
    let again = try Program.run(
      ["export", "--to", "brat", "--output", folder.path(of: "out"), files[0], files[2]])
    #expect(again.ending == .exit(ExitStatus.someFailed))
    #expect(again.complaint.contains("এক.ann' is there already"))
    #expect(try Self.names(folder, "out").count == 5)
    #expect(try Self.text(folder.path(of: "out/annotation.conf")) == "mine")
    let table = try Program.run(
      ["export", "--to", "csv", "--output", folder.path(of: "table") + "/", files[0]])
    #expect(table.ending == .exit(0))
    #expect(
      try Self.names(folder, "table") == ["এক-entities.csv", "এক-sources.csv", "এক.csv"])
  }

  @Test("writes many articles, each whole or not at all, and leaves nothing else beside them")
  func many() throws {
    let folder = try TemporaryFolder()
    let files = try (0..<70).map { number in
      try folder.write(
        "Ferry \(number) runs again. Captain Tom Hale said that \(number + 2) people were on the boat.",
        to: "\(number).txt")
    }
    let out = folder.path(of: "out")
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: false)
    _ = try folder.write("mine", to: "out/40-sources.csv")
    let outcome = try Program.run(["export", "--to", "csv", "--output", out] + files)
    #expect(outcome.ending == .exit(ExitStatus.someFailed))
    #expect(outcome.complaint.contains("40-sources.csv' is there already"))
    let names = try Self.names(folder, "out")
    #expect(names.count == 69 * 3 + 1 && !names.contains("40.csv"))
    #expect(!names.contains { $0.hasPrefix(".") })
    #expect(try Self.text("\(out)/40-sources.csv") == "mine")
    for number in 0..<70 where number != 40 {
      #expect(try Self.text("\(out)/\(number).csv").contains("that \(number + 2) people"))
    }
  }

  @Test(
    "gives files names that every system takes",
    arguments: [
      ("খবর", "খবর"), ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"), (".hidden", "_hidden"),
      ("-rf", "_rf"), ("..", "article"), ("", "article"), ("con", "con_"), ("NUL.x", "NUL.x_"),
      ("a\u{1B}[31m\u{202E}b", "a_[31m_b"), ("ends. ", "ends"), ("র\u{200D}্য", "র\u{200D}্য"),
      ("../../etc/passwd", "_._.._etc_passwd"),
    ])
  func safeNames(text: String, name: String) {
    #expect(Array(ExportNames.stem(text).utf8) == Array(name.utf8))
  }

  @Test("gives no two articles one name, and cuts long ones between letters")
  func otherNames() {
    var names = ExportNames()
    #expect(names.name(of: .file("x/খবর.txt")) == "খবর")
    #expect(names.name(of: .file("y/খবর.txt")) == "খবর-2")
    #expect(names.name(of: .file("A.html")) == "A")
    #expect(names.name(of: .file("a.txt")) == "a-2")
    #expect(names.name(of: .address("https://example.org/news/1?a=b")) == "example.org_news_1_a=b")
    let long = ExportNames.stem(String(repeating: "ক্ষি", count: 100))
    #expect(long.utf8.count <= 180 && long.utf8.count > 160)
    #expect(long.unicodeScalars.count % 4 == 0)
  }
}
