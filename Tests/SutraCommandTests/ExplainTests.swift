import Foundation
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("sutra explain")
struct ExplainTests {
  /// The offset of the first place of some words, in bytes.
  private static func offset(of words: String, in text: String) -> Int {
    text.range(of: words).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? -1
  }

  private static func explained(_ text: String, _ place: String) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "a:খবর.txt")
    return try Program.run(["explain", "\(path):\(place)"])
  }

  @Test(
    "tells what makes the quote at a byte, be it in words, cue or speaker",
    arguments: [
      (Texts.bengali, "সেতুটি", ["quote 2, direct, by নাজমা পারভীন:", "  “সেতুটি দিয়ে লরিও চলতে পারবে।”"]),
      (Texts.bengali, "জানান", ["quote 2, direct, by নাজমা পারভীন:", "  “সেতুটি দিয়ে লরিও চলতে পারবে।”"]),
      (Texts.bengali, "তিনি আরও", ["quote 3, indirect, by নাজমা পারভীন:", "  খরচ হবে ১২ কোটি টাকা"]),
      (Texts.english, "begins", ["quote 1, direct, by Susan Gale:", "  “Work begins in winter,”"]),
      (Texts.english, "said", ["quote 1, direct, by Susan Gale:", "  “Work begins in winter,”"]),
      (Texts.english, "Susan", ["quote 1, direct, by Susan Gale:", "  “Work begins in winter,”"]),
    ])
  func quote(text: String, words: String, heading: [String]) throws {
    let outcome = try Self.explained(text, String(Self.offset(of: words, in: text)))
    #expect(outcome.ending == .exit(0) && outcome.errors.isEmpty)
    #expect(Array(outcome.lines.prefix(2)) == heading)
    #expect(outcome.lines.dropFirst(2).allSatisfy { $0.hasPrefix("- ") && $0.hasSuffix(".") })
    #expect(outcome.lines[2].hasPrefix("- It is quoted because "))
    #expect(outcome.lines.last?.hasPrefix("- Of a hundred quotes found like this one, ") == true)
  }

  @Test("tells the words that a pronoun's speaker is taken from")
  func evidence() throws {
    let text = Texts.bengali
    let outcome = try Self.explained(text, String(Self.offset(of: "খরচ", in: text)))
    #expect(
      outcome.lines.contains {
        $0.hasPrefix("- That is নাজমা পারভীন, because a pronoun means")
          && $0.contains("(rule “pronoun”), from “প্রকৌশলী নাজমা পারভীন”.")
      })
  }

  @Test("is Bengali to the last word where the program speaks Bengali")
  func inBengali() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali, to: "a.txt")
    for words in ["সেতুটি", "খরচ"] {
      let place = Self.offset(of: words, in: Texts.bengali)
      let outcome = try Program.run(["explain", "--language", "bn", "\(path):\(place)"])
      #expect(outcome.ending == .exit(0))
      let latin = outcome.text.replacing("cues.tsv", with: "").filter { $0.isASCII && $0.isLetter }
      #expect(latin.isEmpty, "\(outcome.text)")
    }
  }

  @Test(
    "counts lines and characters too",
    arguments: [
      (Texts.bengali, "5:30", "quote 2,"), (Texts.english, "3:60", "quote 1,"),
      (Texts.english, "1:1", "nobody:"), (Texts.english, "2:1", "nobody:"),
    ])
  func lines(text: String, place: String, heading: String) throws {
    let outcome = try Self.explained(text, place)
    #expect(outcome.ending == .exit(0) && outcome.lines[0].hasPrefix(heading), "\(outcome.lines)")
  }

  @Test("says nobody outside of quotes", arguments: [Texts.bengali, Texts.english])
  func nobody(text: String) throws {
    let outcome = try Self.explained(text, "3")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.lines.count == 1 && outcome.lines[0].hasPrefix("nobody: "))
  }

  @Test("reads standard input, and leaves a byte order mark out of the count")
  func standardInput() throws {
    let offset = Self.offset(of: "begins", in: Texts.english)
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Texts.english.utf8)
    let outcome = try Program.run(["explain", "-:\(offset)"], input: .pipe(bytes))
    #expect(outcome.lines.first == "quote 1, direct, by Susan Gale:")
  }

  @Test("tells in one sentence what place there is not")
  func errors() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("one\ntwo\n", to: "a.txt")
    func complaint(_ place: String) throws -> (ChildProcess.Ending, String) {
      let outcome = try Program.run(["explain", place])
      #expect(outcome.output.isEmpty)
      return (outcome.ending, outcome.complaint)
    }
    for (place, message) in [
      ("\(path):8", "'\(path)' has 8 bytes of text; name an offset from 0 to 7."),
      ("\(path):3:1", "'\(path)' has 2 lines; name a line from 1 to 2."),
      (
        "\(path):1:9",
        "line 1 of '\(path)' has 3 characters, and column 9 is none of them; "
          + "lines and columns count from 1."
      ),
      (
        "\(path):0:1",
        "there is no line 0 in '\(path)'; lines and columns count from 1."
      ),
      (
        "\(path):1:0",
        "there is no column 0 in '\(path)'; lines and columns count from 1."
      ),
      ("\(path)x:1", "there is no file '\(path)x'; check its name and folder."),
    ] {
      let (ending, text) = try complaint(place)
      #expect(ending == .exit(ExitStatus.input) && text == "sutra: \(message)\n")
    }
    for (place, message) in [
      (path, "explain needs FILE:OFFSET or FILE:LINE:COLUMN, not '\(path)'; see 'sutra --help'."),
      (
        "\(path):x",
        "explain needs FILE:OFFSET or FILE:LINE:COLUMN, not '\(path):x'; see 'sutra --help'."
      ),
      (":5", "explain needs a file before ':'; see 'sutra --help'."),
    ] {
      let (ending, text) = try complaint(place)
      #expect(ending == .exit(ExitStatus.usage) && text == "sutra: \(message)\n")
    }
  }
}
