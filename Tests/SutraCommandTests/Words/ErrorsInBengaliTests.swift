import Foundation
import Testing

@testable import SutraCommand

@Suite("Errors in Bengali")
struct ErrorsInBengaliTests {
  /// Command lines that end in an error, FILE for an article and NONE for a file that is not there.
  private static let wrong = [
    "--nope", "--follwo", "NONE", "FILE NONE --print", "--width 0 --print FILE",
    "--width many --print FILE", "--digits roman FILE",
    "--language xx FILE", "--pane-width 9999 FILE", "--pane sideways FILE",
    "--encoding klingon --print FILE", "--sample=xx", "-- -x",
    "analyze", "analyze NONE", "analyze --format xyz FILE", "analyze --jobs none FILE",
    "analyze --model NONE FILE", "analyze --resume FILE", "analyze --fields nothing FILE",
    "export", "export FILE", "export --to nope FILE", "export --to brat NONE",
    "explain", "explain FILE", "explain FILE:9:9:9", "explain NONE:3", "explain FILE:0:0",
    "explain FILE:99999", "feeds nonsense", "feeds add", "feeds add ::", "feeds add NONE",
    "feeds import NONE", "feeds parse NONE", "completions", "completions tcsh", "config more",
    "doctor more", "compare", "compare FILE", "compare FILE NONE", "audit", "audit NONE",
    "import", "import NONE", "import FILE", "find", "who", "said --since never", "said --limit x",
    "library nonsense", "library add", "library add NONE", "library backup", "library forget NONE",
    "anlyze",
  ]

  @Test("say the same as in English, name the same things, and end alike", arguments: wrong)
  func errors(line: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("সেতু খুলছে\n\nমেয়র বলেন, “সেতু খুলবে।”\n", to: "a.txt")
    let words = line.split(separator: " ").map(String.init).map {
      $0.replacing("FILE", with: file).replacing("NONE", with: folder.path(of: "none.txt"))
    }
    func run(_ locale: String) throws -> Program.Outcome {
      let home = try TemporaryFolder()
      var variables = Program.environment(home: home)
      variables["LC_MESSAGES"] = locale
      variables["XDG_DATA_HOME"] = home.path(of: "data")
      let outcome = try Program.run(words, environment: variables)
      return Program.Outcome(
        ending: outcome.ending, output: outcome.output,
        errors: Array(outcome.complaint.replacing(home.path, with: "HOME").utf8))
    }
    let (english, bengali) = (try run("C"), try run("bn_BD.UTF-8"))
    #expect(english.ending == bengali.ending && english.ending != .exit(0))
    let (said, told) = (english.complaint, bengali.complaint)
    #expect(said.split(separator: "\n").count == told.split(separator: "\n").count, "\(told)")
    #expect(told.unicodeScalars.contains { (0x0980...0x09FF).contains($0.value) }, "\(told)")
    #expect(!told.contains("{") && !told.contains("}"), "\(told)")
    #expect(!said.unicodeScalars.contains { (0x0980...0x09FF).contains($0.value) }, "\(said)")
    // What somebody has typed is told in both.
    for part in said.split(separator: "'").enumerated() where part.offset % 2 == 1 {
      guard part.element.contains(where: { $0 == "/" || $0 == "-" }) else { continue }
      #expect(told.contains(part.element), "\(told) lacks \(part.element)")
    }
  }
}
