import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

/// Whether what is exported opens elsewhere, whole and right.
@Suite("Exports in other programs", .serialized)
struct OtherProgramsTests {
  /// A format with the modules of Python that read it.
  struct Reader: Sendable, CustomTestStringConvertible {
    let format: String
    let modules: [String]
    var needsSchemas = false
    var testDescription: String { format }

    /// Whether it can be tried here.
    var isThere: Bool {
      Python.has(modules + ["json"]) && (!needsSchemas || Python.schemas != nil)
    }
  }

  static let readers = [
    Reader(format: "jsonl", modules: ["json"]), Reader(format: "csv", modules: ["csv"]),
    Reader(format: "brat", modules: ["pybrat.parser"]),
    Reader(format: "webannotation", modules: ["pyld"], needsSchemas: true),
    Reader(format: "tei", modules: ["lxml.etree"], needsSchemas: true),
    Reader(format: "conll", modules: ["seqeval"]), Reader(format: "xmi", modules: ["cassis"]),
    Reader(format: "csl", modules: ["citeproc"]),
    Reader(format: "bibtex", modules: ["bibtexparser"]),
    Reader(format: "ris", modules: ["rispy"]), Reader(format: "html", modules: ["html5lib"]),
    Reader(format: "markdown", modules: ["markdown_it"]),
  ]

  /// An article with all that is hard: letters beyond the first plane, marks of markup, returns,
  /// control characters, quotes over paragraphs and in each other.
  private static let hostile = """
    শিরোনাম & <b>মোটা</b> 😀 শিরোনাম

    প্রকৌশলী নাজমা পারভীন বলেন, “সেতু \\{ঠিক} 😀 আছে\u{200D} & <i>ভাল</i> = ১০০%।” রহিম উদ্দিন বলেন, “=cmd|' /C'!A0 @x ~y^z_#”।\r
    \r
    করিম মিয়া জানান, ‘আমরা\u{1B} যাব\u{7}।’ তিনি আরও বলেন, “নাজমা বলেছেন, ‘কাজ শেষ’।”

    রফিকুল ইসলাম বলেন, “প্রথম অনুচ্ছেদ এখানে।

    “দ্বিতীয় অনুচ্ছেদ এখানে \u{FFFE}।”

    সূত্র : বিবিসি

    """

  @Test("are read as they were meant", arguments: readers)
  func read(_ reader: Reader) throws {
    guard reader.isThere else {
      print("skipped: \(reader.format) needs \(reader.modules.joined(separator: ", "))")
      return
    }
    let folder = try TemporaryFolder()
    let files = [
      try folder.write(Texts.bengali, to: "সেতু.txt"), try folder.write(Texts.english, to: "en.txt"),
      try folder.write(Self.hostile, to: "hostile.txt"),
    ]
    let outcome = try Program.run(
      ["export", "--to", reader.format, "--output", folder.path(of: "out") + "/"] + files
        + ["--sample", "bn", "--sample", "en"], output: .pipe)
    try #require(outcome.ending == .exit(0), "\(outcome.complaint)")
    let analyses = try Program.run(["analyze"] + files + ["--sample", "bn", "--sample", "en"])
    let lines = try folder.write(analyses.output, to: "analyses.jsonl")
    let ending = try #require(Self.ending(reader.format))
    let names = files.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
    // The sample has the name of the English article.
    let stems = names + ["bn", "en-2"]
    let complaint = Python.complaint(
      of: "read_export.py",
      [reader.format, lines] + stems.map { folder.path(of: "out/\($0).\(ending)") })
    #expect(complaint == nil)
  }

  private static func ending(_ format: String) -> String? {
    [
      "jsonl": "jsonl", "csv": "csv", "brat": "ann", "webannotation": "jsonld", "tei": "xml",
      "conll": "conll", "xmi": "xmi", "csl": "json", "bibtex": "bib", "ris": "ris", "html": "html",
      "markdown": "md",
    ][format]
  }
}
