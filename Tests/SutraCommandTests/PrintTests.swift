import Foundation
import SutraCore
import SutraResources
import SutraReader
import SutraTestSupport
import Testing

@testable import SutraCommand

@Suite("The article as plain text")
struct PrintTests {
  /// The letters and signs of a text without blanks and line ends.
  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  @Test("keeps every letter and no row wider than asked for", arguments: [1, 8, 20, 80, 200])
  func printsAtWidth(width: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali + Texts.english)
    for profile in WidthProfile.allCases {
      let outcome = try Program.run(
        ["--print", "--width", "\(width)", "--widths", profile.rawValue, path])
      #expect(outcome.ending == .exit(0))
      #expect(outcome.errors.isEmpty)
      #expect(Self.letters(outcome.text) == Self.letters(Texts.bengali + Texts.english))
      // One cluster may be wider than the narrowest rows.
      let widest = outcome.lines.map(profile.columns).max() ?? 0
      #expect(widest <= max(width, 5), "\(profile)")
      #expect(width < 8 || widest <= width, "\(profile)")
    }
  }

  @Test("has one paragraph a line when there is room, and blank lines between")
  func keepsParagraphs() throws {
    let outcome = try Program.run(
      ["--print", "--width", "400", "-"], input: .pipe(Array(Texts.bengali.utf8)))
    #expect(outcome.text == Texts.bengali)
  }

  @Test("is the article itself when standard output is no terminal")
  func writesItself() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Texts.bengali)
    for (arguments, input) in [
      ([path], .nothing), (["-"], .pipe(Array(Texts.bengali.utf8))),
      ([], .pipe(Array(Texts.bengali.utf8))), ([], .file(path)), (["-"], .file(path)),
    ] as [([String], Program.Input)] {
      let outcome = try Program.run(arguments, input: input)
      #expect(outcome.ending == .exit(0))
      #expect(outcome.text == Texts.bengali)
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test("is the sample when nothing is named and nothing piped in")
  func writesSample() throws {
    let outcome = try Program.run([])
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output == Samples.bytes("bn"))
    #expect(try Program.run(["--sample", "en"]).output == Samples.bytes("en"))
  }

  @Test(
    "is UTF-8, whatever the file is in",
    arguments: [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
      (.utf8, [0xEF, 0xBB, 0xBF]),
    ] as [(String.Encoding, [UInt8])])
  func decodes(encoding: String.Encoding, mark: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let bytes = try #require(Texts.bengali.data(using: encoding))
    let path = try folder.write(mark + bytes, to: "a.txt")
    for arguments in [[path], ["--print", "--width", "400", path]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.ending == .exit(0))
      #expect(Self.letters(outcome.text) == Self.letters(Texts.bengali))
    }
  }

  @Test("shows bytes that are no text as marks")
  func showsDamage() throws {
    let bytes = Array("খবর ".utf8) + [0xFF, 0xE0, 0xA6] + Array(" শেষ\u{1B}[31m\u{07}।\n".utf8)
    let outcome = try Program.run(["--print", "-"], input: .pipe(bytes))
    #expect(outcome.ending == .exit(0))
    #expect(outcome.text.hasPrefix("খবর \u{FFFD}"))
    // A colour is left out; what else steers a terminal is shown as a mark.
    #expect(outcome.text.hasSuffix(" শেষ◘।\n"))
  }

  @Test("of a long article comes whole through a pipe")
  func longArticle() throws {
    let text = (1...5_000).map { "অনুচ্ছেদ \($0): নদীর ধারে মানুষের ভিড়।\n" }.joined()
    let outcome = try Program.run(
      ["--print", "--width", "200", "-"], input: .pipe(Array(text.utf8)))
    #expect(outcome.ending == .exit(0))
    #expect(Self.letters(outcome.text) == Self.letters(text))
  }

  @Test("tells a terminal where links lead, and steers it by no address")
  func linked() {
    let text = "The boats and the harbour"
    let marks = [(4, 9, "https://e.example/boats"), (18, 25, "https://e.example/\u{1B}[2J")].map {
      InlineMark(span: Span(start: $0.0, end: $0.1), kind: .link($0.2))
    }
    let bytes = Array(text.utf8)
    let document = Document(
      id: "a", text: SourceText(validBytes: bytes), language: "en", title: nil,
      paragraphs: [Span(start: 0, end: bytes.count)], marks: marks)
    var output: [UInt8] = []
    bytes.withUnsafeBufferPointer {
      TerminalLinks(document).append(Span(start: 0, end: bytes.count), of: $0, to: &output)
    }
    #expect(
      String(decoding: output, as: UTF8.self)
        == "The \u{1B}]8;;https://e.example/boats\u{1B}\\boats\u{1B}]8;;\u{1B}\\ and the harbour")
  }
}
