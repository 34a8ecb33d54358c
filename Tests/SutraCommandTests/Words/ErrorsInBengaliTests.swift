import Foundation
import SutraWords
import Testing

@testable import SutraCommand

@Suite("Errors in Bengali")
struct ErrorsInBengaliTests {
  /// Command lines that end in an error: FILE is an article, NONE is not there, FOLDER, EMPTY, BYTES
  /// (no text), PAGE (without text) and LOOP (a link to itself) are what they say.
  private static let wrong = [
    "--nope", "--follwo", "NONE", "FILE NONE --print", "--width 0 --print FILE",
    "--width many --print FILE", "--digits roman FILE", "--mouse=maybe FILE", "--fetch-size x FILE",
    "--language xx FILE", "--pane-width 9999 FILE", "--pane sideways FILE",
    "--encoding klingon --print FILE", "--encoding", "--sample=xx", "-- -x", "--save x FILE",
    "--follow", "--follow FILE", "--follow=yes FILE", "--follow --print FILE", "--jobs 3 FILE",
    "--theme x analyze FILE", "--log NONE --print FILE",
    "FOLDER", "EMPTY", "BYTES", "PAGE", "LOOP", "FILE/x", "http://",
    "analyze", "analyze NONE", "analyze --format xyz FILE", "analyze --jobs none FILE",
    "analyze --model NONE FILE", "analyze --resume FILE", "analyze --fields nothing FILE",
    "analyze --fields", "analyze --fields quotes --format text FILE", "analyze --limit 3 FILE",
    "analyze --from csv FILE", "analyze --from warc https://example.org/x",
    "analyze --text body FILE", "analyze --text body --from warc FILE",
    "analyze --output FILE FILE",
    "analyze --resume --output NONE --format csv FILE", "analyze --resume --output FILE EMPTY",
    "analyze --from warc --resume --output NONE.gz FILE",
    "export", "export FILE", "export --to nope FILE", "export --to brat NONE",
    "export --to tei FILE FILE", "export --to tei --output FILE FILE",
    "export --to csv --output NONE/x FILE", "analyze --output NONE/x FILE",
    "analyze --output FILE/x FILE",
    "explain", "explain FILE", "explain FILE:9:9:9", "explain NONE:3", "explain FILE:0:0",
    "explain FILE:99999", "explain :3", "explain FILE:1 FILE:2", "explain FILE:9:1",
    "explain FILE:1:99", "explain FILE:1:0",
    "feeds nonsense", "feeds add", "feeds add ::", "feeds add NONE", "feeds remove",
    "feeds remove https://example.org/feed", "feeds refresh https://example.org/feed",
    "feeds import NONE", "feeds import FILE", "feeds import FILE FILE", "feeds export FILE FILE",
    "feeds items --since never", "feeds parse", "feeds parse NONE", "feeds parse FILE",
    "feeds parse EMPTY", "feeds parse PAGE", "feeds parse --format text FILE",
    "completions", "completions tcsh", "config more",
    "doctor more", "doctor --jobs 3", "compare", "compare FILE", "compare FILE NONE",
    "compare --format html FILE FILE FILE", "compare --kept FILE", "audit", "audit NONE",
    "audit --kept", "replay", "replay FILE", "replay NONE",
    "import", "import NONE", "import FILE", "import --text FILE FILE FILE",
    "find", "find …", "who", "said --since never", "said --limit x", "said --type odd x",
    "library nonsense", "library add", "library add NONE", "library backup", "library backup FILE",
    "library forget", "library forget NONE", "library merge x",
    "library corrections --format xml", "anlyze",
  ]

  /// What a command line says in the language of a locale.
  private static func told(_ line: String, _ folder: TemporaryFolder, _ locale: String) throws
    -> Program.Outcome
  {
    let names = [
      "FILE": "a.txt", "NONE": "none.txt", "EMPTY": "empty", "BYTES": "bytes", "PAGE": "page.html",
      "LOOP": "loop",
    ]
    let words = line.split(separator: " ").map { word in
      names.reduce(String(word).replacing("FOLDER", with: folder.path)) { word, name in
        word.replacing(name.key, with: folder.path(of: name.value))
      }
    }
    let home = try TemporaryFolder()
    var variables = Program.environment(home: home)
    variables["LC_MESSAGES"] = locale
    variables["XDG_DATA_HOME"] = home.path(of: "data")
    let outcome = try Program.run(words, environment: variables)
    return Program.Outcome(
      ending: outcome.ending, output: outcome.output,
      errors: Array(outcome.complaint.replacing(home.path, with: "HOME").utf8))
  }

  private static func files() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try folder.write("সেতু খুলছে\n\nমেয়র বলেন, “সেতু খুলবে।”\n", to: "a.txt")
    _ = try folder.write("", to: "empty")
    _ = try folder.write("\u{0}\u{1}\u{2}", to: "bytes")
    _ = try folder.write("<html><body></body></html>", to: "page.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "loop"), withDestinationPath: "loop")
    return folder
  }

  private static func hasBengali(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x0980...0x09FF).contains($0.value) }
  }

  @Test("say the same as in English, name the same things, and end alike", arguments: wrong)
  func errors(line: String) throws {
    let folder = try Self.files()
    let (english, bengali) = (
      try Self.told(line, folder, "C"), try Self.told(line, folder, "bn_BD.UTF-8")
    )
    #expect(english.ending == bengali.ending && english.ending != .exit(0))
    let (said, told) = (english.complaint, bengali.complaint)
    #expect(said.split(separator: "\n").count == told.split(separator: "\n").count, "\(told)")
    #expect(Self.hasBengali(told), "\(told)")
    #expect(!told.contains("{") && !told.contains("}"), "\(told)")
    #expect(!Self.hasBengali(said), "\(said)")
    #expect(!told.split(separator: "\n").contains { $0.hasSuffix(".") }, "\(told)")
    for row in SentenceTable.all[0].rows where row.key.hasPrefix("system.") {
      #expect(!told.contains(row.text), "\(told)")
    }
    // What somebody has typed is told in both.
    for part in said.split(separator: "'").enumerated() where part.offset % 2 == 1 {
      guard part.element.contains(where: { $0 == "/" || $0 == "-" }) else { continue }
      #expect(told.contains(part.element), "\(told) lacks \(part.element)")
    }
  }

  /// A sentence of the English table that can be told from others, whatever stands at its places.
  private struct Told {
    let key: String
    private let pieces: [Substring]

    init(_ row: (key: String, text: String)) {
      key = row.key
      pieces = row.text.split(separator: /\{[A-Za-z.-]+\}/)
    }

    func stands(in text: String) -> Bool {
      var rest = text[...]
      for piece in pieces {
        guard let found = rest.range(of: piece) else { return false }
        rest = rest[found.upperBound...]
      }
      return true
    }

    /// Whether some words of it alone are in a text, or the text is in it.
    func shares(_ text: String) -> Bool {
      pieces.contains { piece in
        piece.contains(text) || piece.split(separator: " ").count > 1 && text.contains(piece)
      }
    }
  }

  @Test("every sentence on how the program is used wrongly is told by one of those command lines")
  func usage() throws {
    let folder = try Self.files()
    var left = SentenceTable.all[0].rows.filter { $0.key.hasPrefix("usage.") }.map(Told.init)
    for line in Self.wrong {
      let complaint = try Self.told(line, folder, "C").complaint
      left.removeAll { $0.stands(in: complaint) }
    }
    #expect(left.map(\.key) == [])
  }

  @Test("what tests expect of complaints in English stands in the tables, and so in Bengali")
  func expected() throws {
    let rows = SentenceTable.all[0].rows.map(Told.init)
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: tests.path).sorted()
    where name.hasSuffix(".swift") {
      let text = try String(contentsOf: tests.appendingPathComponent(name), encoding: .utf8)
      let literals = SourceStrings.literals(of: text, name)
      for literal in literals where literal.before.contains(/complaint[^"\n]*$/) {
        // What is put in, and file names, are not the program's words.
        let said = literal.text.split(separator: /@|sutra: |'[^']*'|\\n|: line \d+/).filter {
          !Self.hasBengali(String($0)) && $0.split(separator: " ").count > 2
        }
        for part in said {
          count += 1
          let words = part.trimmingCharacters(in: .whitespaces)
          #expect(
            rows.contains { $0.shares(words) || $0.stands(in: words) },
            "\(name):\(literal.line) \(words)")
        }
      }
    }
    #expect(count > 20)
  }

  @Test("what is typed is the same in both languages")
  func typed() throws {
    let english = SentenceTable.all[0]
    let bengali = try #require(SentenceTable.all.first { $0.code == "bn" })
    for row in english.rows {
      let number = row.key.hasSuffix("#one") ? 1 : 2
      let told = try #require(
        bengali.sentence(String(row.key.split(separator: "#")[0]), for: number))
      for word in row.text.matches(of: /--[a-z][a-z-]*|\b[A-Z]+_[A-Z_]+\b|'sutra [^'{]*'/) {
        let own = try #require(InterfaceLanguage("bn")).speaking {
          SutraWords.typed(String(word.0))
        }
        #expect(
          told.contains(word.0) || told.contains(own), "\(row.key): \(word.0) is not in \(told)")
      }
    }
  }
}
