import SutraResources
import Testing

@testable import SutraCore

@Suite("A library of languages")
struct LanguageLibraryTests {
  /// A folder of tables in memory; a lexicon is read in place, so they are never given back.
  private static func folder(_ name: String, _ files: [String: String]) -> LanguageFolder {
    LanguageFolder(name: name) { file in
      guard let text = files[file] else { return nil }
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
      buffer.copyBytes(from: text.utf8)
      return UnsafeRawBufferPointer(buffer)
    }
  }

  private static let settings = "code\txx\nscript\t0370-03FF\n"

  @Test("has no flaw where all is built in")
  func builtIn() throws {
    #expect(LanguageLibrary.builtIn.flaws.isEmpty)
    #expect(LanguageLibrary.builtIn.codes == ["bn", "en"])
    try LanguageLibrary.builtIn.check()
  }

  @Test("says what is wrong with a language instead of leaving it out in silence")
  func flaws() throws {
    let damaged = Self.folder("languages/xx", ["language.tsv": "code\txx\nscript\tall\n"])
    let library = LanguageLibrary([damaged])
    let flaw = LexiconError.notARange(file: "languages/xx/language.tsv", line: 2, value: "all")
    #expect(library.flaws == [flaw])
    #expect(throws: flaw) { try library.check() }
  }

  @Test("gives an article of a language whose tables do not fit with the reason")
  func unreadable() {
    let damaged = Self.folder(
      "languages/xx", ["language.tsv": Self.settings, "cues.tsv": "λέω\n"])
    let library = LanguageLibrary([damaged])
    let analyzer = ArticleAnalyzer(languages: library, models: .none)
    let document = analyzer.document(
      id: "a", text: SourceText(validBytes: Array("Η Ελένη είπε ναι.".utf8)))
    let article = analyzer.article(document)
    #expect(article.quotations.isEmpty)
    #expect(
      article.diagnostics.map(\.message)
        == [
          "languages/xx/cues.tsv:1: 1 columns where 5 belong; part them by one tab each."
        ])
    #expect(article.diagnostics.first?.code == .unreadableLanguage)
  }

  @Test("adds the rows of a second folder to those of the first, and names its file in a mistake")
  func adds() throws {
    let first = Self.folder(
      "one/xx", ["language.tsv": Self.settings, "given-names.tsv": "Ελένη\n"])
    let second = Self.folder(
      "two/xx", ["language.tsv": "name\tΕλληνικά\n", "given-names.tsv": "Μαρία\n"])
    let library = LanguageLibrary([first, second])
    #expect(library.codes == ["xx"] && library.flaws.isEmpty)
    let lexicon = try #require(library.pack("xx")).lexicon
    for name in ["Ελένη", "Μαρία"] {
      let key = KeyFoldingTests.key(name)
      #expect(lexicon.index(of: key, 0..<key.count, hash: KeyFolding.hash(key, from: 0)) >= 0)
    }
    #expect(try library.folder(of: "xx").settings().name == "Ελληνικά")
    let wrong = LanguageLibrary([first, Self.folder("two/xx", ["cues.tsv": "\nμία\tδύο\n"])])
    #expect(
      throws: LexiconError.wrongColumnCount(file: "two/xx/cues.tsv", line: 2, expected: 5, found: 2)
    ) { try wrong.check() }
  }

  @Test(
    "tells the line of a rule, a step or a habit that there is none of",
    arguments: [
      "quotation-rule", "chain-rule", "quotation-step", "name-rule", "name-step", "habit",
    ])
  func unknownWords(key: String) throws {
    let folder = Self.folder("xx", ["language.tsv": Self.settings + "\(key)\tmumbling\n"])
    let flaw = try #require(LanguageLibrary([folder]).flaws.first)
    guard case .unknownValue(let file, let line, let value, let allowed) = flaw else {
      Issue.record("\(flaw)")
      return
    }
    #expect(file == "xx/language.tsv" && line == 3 && value == "mumbling" && allowed.count >= 4)
  }

  @Test("tries the rules of a language in the order of their rows")
  func order() throws {
    let rows = "quotation-rule\ttrailing-cue\nquotation-rule\tclosed-content\n"
    let library = LanguageLibrary([Self.folder("xx", ["language.tsv": Self.settings + rows])])
    let grammar = try library.folder(of: "xx").settings().grammar
    #expect(grammar.quotationRules.map(\.name) == [.trailingCue, .closedContent])
    #expect(grammar.quotationSteps.isEmpty && !grammar.marksNames && !grammar.has(.narrator))
  }

  @Test("reads of a language with a lexicon what it is, and the rest when it is wanted")
  func head() throws {
    let wrong = Self.settings + "habit\tmumbling\n"
    let library = LanguageLibrary([
      Self.folder("xx", ["language.tsv": wrong, "lexicon.bin": "made of the tables before"])
    ])
    #expect(library.codes == ["xx"] && library.flaws.isEmpty)
    #expect(library.pack("xx") == nil)
    guard case .unknownValue = library.flaw(of: "xx") else {
      Issue.record("the mistake is not told")
      return
    }
  }
}
