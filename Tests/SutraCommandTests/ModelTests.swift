import Foundation
import SutraCore
import SutraResources
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("--model")
struct ModelTests {
  private static func builtIn(_ code: String) -> [UInt8] {
    EmbeddedResource.bytes(at: "models/\(code).model").map(Array.init) ?? []
  }

  /// Names that no table knows, so that only a model finds them.
  private static let article = "Bexley Quornwood said on Monday that the bridge would open soon.\n"

  /// What a run refuses with, its exit status 66 and its output empty.
  private func complaint(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(arguments)
    #expect(outcome.ending == .exit(ExitStatus.input))
    #expect(outcome.output.isEmpty)
    return outcome.complaint
  }

  @Test("takes a file for its language, and none leaves the rules alone")
  func chooses() throws {
    let folder = try TemporaryFolder()
    let bengali = try folder.write(Self.builtIn("bn"), to: "own.model")
    let text = try folder.write(Texts.bengali, to: "a.txt")
    func analysis(_ options: [String]) throws -> String {
      let outcome = try Program.run(["analyze"] + options + [text])
      #expect(outcome.ending == .exit(0))
      #expect(outcome.complaint == "")
      return outcome.text
    }
    let usual = try analysis([])
    #expect(try analysis(["--model", bengali]) == usual)
    #expect(try analysis(["--model="]) == usual)
    #expect(try analysis(["--model", "none"]) == analysis(["--model=none"]))
    #expect(try analysis(["--model", "none"]).contains("\"confidence\""))
  }

  @Test("counts in the linear mode, on the command line and as a setting")
  func linear() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write(Self.article, to: "a.txt")
    let damaged = try folder.write(Array(Self.builtIn("en").prefix(5_000)), to: "cut.model")
    let sentence = try complaint(["--linear", "--model", damaged, text])
    #expect(sentence.hasPrefix("sutra: '\(damaged)' is damaged: it should have "))
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "config/sutra"), withIntermediateDirectories: true)
    _ = try folder.write("model = \(damaged)\n", to: "config/sutra/config")
    let environment = Program.environment(home: folder)
    let set = try Program.run(["--linear", text], environment: environment)
    #expect(set.complaint == sentence)
    // The command line goes before the settings file, and an analysis does not read that.
    let plain = try Program.run(["--linear", "--model", "none", text], environment: environment)
    #expect(plain.ending == .exit(0))
    let analysis = try Program.run(["analyze", text], environment: environment)
    #expect(analysis.ending == .exit(0))
  }

  @Test(
    "refuses what is no model with one sentence that names file and remedy",
    arguments: [["analyze"], ["--linear"]])
  func refuses(task: [String]) throws {
    let folder = try TemporaryFolder()
    let text = try folder.write(Self.article, to: "a.txt")
    var bytes = Self.builtIn("bn")
    let missing = folder.path(of: "none.model")
    #expect(
      try complaint(task + ["--model", missing, text])
        == "sutra: there is no file '\(missing)'; check its name and folder.\n")
    #expect(
      try complaint(task + ["--model", folder.path, text])
        == "sutra: '\(folder.path)' is a directory; name a file that sutra-train has made.\n")
    #expect(
      try complaint(task + ["--model", "/dev/zero", text])
        == "sutra: '/dev/zero' is no regular file; name a file that sutra-train has made.\n")
    #expect(
      try complaint(task + ["--model", text, text])
        == "sutra: '\(text)' is no model of names; name a file that sutra-train has made.\n")
    bytes[8] = 9
    let version = try folder.write(bytes, to: "version.model")
    #expect(
      try complaint(task + ["--model", version, text])
        == "sutra: '\(version)' has format version 9 and this program reads 1; "
        + "train it anew with the sutra-train of this version.\n")
    bytes[8] = 1
    bytes.replaceSubrange(20..<22, with: Array("xx".utf8))
    let language = try folder.write(bytes, to: "language.model")
    #expect(
      try complaint(task + ["--model", language, text])
        == "sutra: the model '\(language)' is for the language 'xx'; name one for bn, en.\n")
  }

  @Test("shows no control character of a hostile file's name or language")
  func controls() throws {
    let folder = try TemporaryFolder()
    var bytes = Self.builtIn("bn")
    bytes.replaceSubrange(20..<24, with: [0x1B, 0x5B, 0x6D, 0x07])
    let path = try folder.write(bytes, to: "a\u{1B}[31m.model")
    let sentence = try complaint(["analyze", "--model", path, "--sample"]).dropLast()
    #expect(sentence.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test("refuses a file that ends at any boundary of the format, and one with a byte too many")
  func cut() throws {
    let folder = try TemporaryFolder()
    let whole = Self.builtIn("bn")
    func offset(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(whole[at + $1]) << ($1 * 8) } }
    let parts = [0, 7, 8, 12, 16, 20, 24, 28, 80, 81, offset(28), offset(32), offset(36)]
    for length in parts.flatMap({ [$0, $0 + 1, max(0, $0 - 1)] }) + [whole.count - 1] {
      let path = try folder.write(Array(whole.prefix(length)), to: "cut.model")
      #expect(throws: CommandError.self) { try ModelChoice.models(path) }
    }
    let longer = try folder.write(whole + [0], to: "longer.model")
    #expect(throws: CommandError.self) { try ModelChoice.models(longer) }
  }

  @Test("is refused or harmless whatever byte of the header is another")
  func flipped() throws {
    let folder = try TemporaryFolder()
    let whole = Self.builtIn("bn")
    let text = SourceText(validBytes: Array(Texts.bengali.utf8))
    for offset in 0..<128 {
      var bytes = whole
      bytes[offset] ^= 0xFF
      let path = try folder.write(bytes, to: "flipped.model")
      guard let models = try? ModelChoice.models(path) else { continue }
      let analyzer = ArticleAnalyzer(models: models)
      let article = analyzer.article(analyzer.document(id: "a", text: text))
      for mention in article.mentions {
        #expect(mention.span.end <= text.bytes.count)
        #expect((0...1).contains(mention.confidence))
      }
    }
  }
}
