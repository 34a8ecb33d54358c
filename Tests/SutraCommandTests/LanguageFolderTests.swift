import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

/// Language tables in a folder of the user's, read at run time.
@Suite("--languages")
struct LanguageFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes a table and tells the folder of all languages.
  @discardableResult
  private func table(_ code: String, _ name: String, _ rows: String) throws -> String {
    let own = folder.path(of: "tables/\(code)")
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    _ = try folder.write(rows, to: "tables/\(code)/\(name)")
    return folder.path(of: "tables")
  }

  /// The analysis of a text as lines for people.
  private func analysis(_ text: String, _ options: [String]) throws -> [String] {
    let file = try folder.write(text, to: "a.txt")
    let outcome = try Program.run(["analyze", "--format", "text"] + options + [file])
    #expect(outcome.ending == .exit(0), "\(outcome.complaint)")
    return outcome.lines
  }

  @Test("adds a cue to a built-in language")
  func cue() throws {
    try table("en", "cues.tsv", "gloopsed\tgloops\tstatement\tverb\t0.90\n")
    let tables = try table("bn", "cues.tsv", "ঘুঘুলেন\tঘুঘুলানো\tstatement\tverb\t0.90\n")
    for (text, speaker, words) in [
      (
        "Helen Marlowe gloopsed that the bridge was safe.\n", "Helen Marlowe",
        "the bridge was safe"
      ),
      ("মেয়র হেলেনা খাতুন ঘুঘুলেন, সেতুটি নিরাপদ।\n", "হেলেনা খাতুন", "সেতুটি নিরাপদ"),
    ] {
      #expect(try analysis(text, []).contains("## Quotes (0)"))
      let lines = try analysis(text, ["--languages", tables])
      #expect(lines.contains("1. \(speaker) (named), indirect"))
      #expect(lines.contains("   \(words)"))
    }
    // What the language knew before it still knows.
    let before = try analysis(Texts.bengali, [])
    #expect(try analysis(Texts.bengali, ["--languages", tables]) == before)
  }

  @Test("adds a language")
  func language() throws {
    try table(
      "el", "language.tsv",
      """
      code\tel
      name\tΕλληνικά
      script\t0370-03FF
      capitals\tyes
      word-order\tverb-medial
      content-after-cue\tbare
      name-rule\tgazetteer
      name-rule\tcapitals
      quotation-rule\tmarked-content

      """)
    try table("el", "cues.tsv", "είπε\tλέω\tstatement\tverb\t0.90\n")
    try table("el", "complementisers.tsv", "ότι\tbefore\n")
    let tables = try table("el", "given-names.tsv", "Ελένη\n")
    let text = "Η Ελένη Μάρλοου είπε ότι η γέφυρα είναι ασφαλής.\n"
    #expect(try analysis(text, []).contains("## Quotes (0)"))
    let lines = try analysis(text, ["--languages", tables])
    #expect(lines.contains("   η γέφυρα είναι ασφαλής"))
    #expect(lines.contains("   cue: είπε (statement)"))
  }

  @Test("takes the place of a table that begins with #replace")
  func replaces() throws {
    let text = "Helen Marlowe said that the bridge was safe.\n"
    let added = try table("en", "cues.tsv", "gloopsed\tgloops\tstatement\tverb\t0.90\n")
    #expect(try analysis(text, ["--languages", added]).contains("## Quotes (1)"))
    try table("en", "cues.tsv", "#replace\ngloopsed\tgloops\tstatement\tverb\t0.90\n")
    #expect(try analysis(text, ["--languages", added]).contains("## Quotes (0)"))
  }

  @Test("is a setting too, and explain takes it")
  func setting() throws {
    let tables = try table("en", "cues.tsv", "gloopsed\tgloops\tstatement\tverb\t0.90\n")
    let file = try folder.write("Helen Marlowe gloopsed that it was safe.\n", to: "a.txt")
    let explained = try Program.run(["explain", "--languages", tables, "\(file):30"])
    #expect(explained.text.contains("row “gloops” of cues.tsv"))
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "sutra"), withIntermediateDirectories: true)
    _ = try folder.write("linear = on\nlanguages = \(tables)\n", to: "sutra/config")
    var environment = Program.environment(home: folder)
    environment["XDG_CONFIG_HOME"] = folder.path
    let read = try Program.run([file], environment: environment)
    #expect(read.text.contains("1 quote"), "\(read.text)")
  }

  @Test("tells a mistake with file and line, and ends before anything is written")
  func mistakes() throws {
    let tables = try table("en", "cues.tsv", "# a remark\nyes\tno\n")
    func complaint(_ name: String, _ rows: String, code: String = "en") throws -> String {
      let tables = try table(code, name, rows)
      let file = try folder.write("Anna said so.\n", to: "a.txt")
      let outcome = try Program.run(["analyze", "--languages", tables, file])
      #expect(outcome.ending == .exit(ExitStatus.input))
      #expect(outcome.output.isEmpty)
      return outcome.complaint.replacing(tables, with: "T")
    }
    #expect(
      try complaint("cues.tsv", "# a remark\nyes\tno\n")
        == "sutra: T/en/cues.tsv:2: 2 columns where 5 belong; part them by one tab each.\n")
    try FileManager.default.removeItem(atPath: "\(tables)/en/cues.tsv")
    #expect(
      try complaint("language.tsv", "capitals\tperhaps\n")
        == "sutra: T/en/language.tsv:1: perhaps is not one of yes, no.\n")
    #expect(
      try complaint("language.tsv", "\n\nscript\t0370\n")
        == "sutra: T/en/language.tsv:3: 0370 is no range of letters; write two hexadecimal "
        + "numbers, as in 0980-09FF.\n")
    let unknown = try complaint("language.tsv", "captals\tyes\n")
    #expect(unknown.hasPrefix("sutra: T/en/language.tsv:1: captals is not one of "))
    #expect(unknown.contains(", adverb-ending, ") && unknown.contains(", capitals, "))
    try FileManager.default.removeItem(atPath: "\(tables)/en/language.tsv")
    #expect(
      try complaint("cues.tsv", "\n", code: "xx")
        == "sutra: T/xx: no language.tsv with a code; add a row `code`, tab, and the code.\n")
  }

  @Test("names what is no folder of languages")
  func noFolder() throws {
    let file = try folder.write("Anna said so.\n", to: "a.txt")
    for (path, reason) in [
      (file, "is no folder; name one with a folder for each language."),
      (folder.path, "holds no folder; make one for each language, such as bn."),
    ] {
      let outcome = try Program.run(["analyze", "--languages", path, file])
      #expect(outcome.ending == .exit(ExitStatus.input))
      #expect(outcome.complaint == "sutra: '\(path)' \(reason)\n")
    }
    let none = try Program.run(["analyze", "--languages", folder.path(of: "none"), file])
    #expect(none.complaint.contains("there is no file '\(folder.path(of: "none"))'"))
    let binary = try table("en", "cues.tsv", "")
    _ = try folder.write([0xFF, 0xFE, 0x0A], to: "tables/en/cues.tsv")
    let outcome = try Program.run(["analyze", "--languages", binary, file])
    #expect(outcome.complaint == "sutra: '\(binary)/en/cues.tsv' is not UTF-8; save it as UTF-8.\n")
  }
}
