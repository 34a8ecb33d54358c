import SutraCore
import SutraResources
import Testing

@testable import SutraExport

/// Whether what leaves the program is what the article says, and nobody's words that were never said.
@Suite("Words kept true")
struct ToldWordsTests {
  /// A sentence and how the quotation in it leaves the program.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let told: String
    let stance: Stance
    var testDescription: String { text }

    init(_ text: String, _ told: String, _ stance: Stance = .says) {
      (self.text, self.told, self.stance) = (text, told, stance)
    }
  }

  private static func article(_ text: String) -> Article {
    let analyzer = ArticleAnalyzer()
    return analyzer.article(
      analyzer.document(id: "a.txt", text: SourceText(validBytes: Array(text.utf8))))
  }

  static let english = [
    Case(
      "Helen Marlowe said that the bridge was safe.",
      "Helen Marlowe said that the bridge was safe."),
    Case(
      "Helen Marlowe said the bridge would “fall down” soon.",
      "Helen Marlowe said that the bridge would “fall down” soon."),
    Case("“The bridge is safe,” Helen Marlowe said.", "“The bridge is safe,”"),
    Case(
      "“The bridge,” Mayor Marlowe told reporters, “will open on Monday.”",
      "“The bridge,” … “will open on Monday.”"),
    Case(
      "Helen Marlowe denied that any warning had been ignored.",
      "Helen Marlowe denied that any warning had been ignored.", .denies),
    Case(
      "Helen Marlowe declined to say whether the bridge was safe.",
      "Helen Marlowe declined to say whether the bridge was safe.", .declines),
    Case(
      "Helen Marlowe did not say that the bridge was unsafe.",
      "Helen Marlowe did not say that the bridge was unsafe.", .notSaid),
    Case(
      "Reporters asked whether the bridge would open.",
      "Reporters asked whether the bridge would open.", .asks),
    Case(
      "Police accused Tom Reyes of stealing copper from the quay.",
      "Police accused Tom Reyes of stealing copper from the quay.", .accuses),
    Case(
      "Helen Marlowe urged drivers to avoid the quay.",
      "Helen Marlowe urged drivers to avoid the quay.", .demands),
  ]

  static let bengali = [
    Case(
      "মেয়র করিম উদ্দিনের বিরুদ্ধে ঘুষ নেওয়ার অভিযোগ উঠেছে।",
      "মেয়র করিম উদ্দিনের বিরুদ্ধে অভিযোগ: ঘুষ নেওয়ার।", .accuses),
    Case("মেয়র হেলেনা খাতুন বলেন, সেতুটি নিরাপদ।", "হেলেনা খাতুন বলেছেন, সেতুটি নিরাপদ।"),
    Case("রফিক বলেননি যে সেতুটি বন্ধ হবে।", "রফিক বলেননি যে সেতুটি বন্ধ হবে।", .notSaid),
    Case(
      "সেতুটি বন্ধ করা হবে না বলে জানান প্রকৌশলী নাজমা পারভীন।",
      "নাজমা পারভীন বলেছেন, সেতুটি বন্ধ করা হবে না।"),
    Case("“সেতুটি,” বলেন মেয়র হেলেনা খাতুন, “সোমবার খুলবে।”", "“সেতুটি,” … “সোমবার খুলবে।”"),
  ]

  @Test("are told as the article tells them", arguments: english + bengali)
  func told(one: Case) throws {
    let article = Self.article(one.text)
    try #require(article.quotations.count == 1)
    let record = QuotationRecords(article).record(0)
    #expect(record.told == one.told)
    #expect(record.stance == one.stance)
    #expect(record.citation.hasPrefix(one.told + "\n— "))
    // Every format that writes sentences or rows for people says so; the others have marks at spans.
    let prose = ["txt", "markdown", "html"]
    for format in ArticleFormats.quotations
    where (prose + ["jsonl", "csv"]).contains(format.name) {
      let bytes = QuotationExport.bytes(format, of: article, quotations: [0])
      let text = String(decoding: bytes, as: UTF8.self)
      // Tables and JSON have the parts of a direct quotation by themselves.
      let isTold = record.sentence != nil || ["txt", "markdown"].contains(format.name)
      #expect(text.contains(one.told) || !isTold, "\(format.name): \(text)")
      if !one.stance.isSaid {
        let verb = ExportWords.verb(of: one.stance) ?? ""
        #expect(text.contains(verb) || text.contains(one.stance.rawValue))
        #expect(text.contains("negated") || prose.contains(format.name))
      }
    }
  }

  @Test("have no quotation mark that the article does not have", arguments: ["bn", "en"])
  func marks(code: String) {
    let text = String(decoding: Samples.bytes(code), as: UTF8.self)
    let article = Self.article(text)
    #expect(article.quotations.count > 5)
    let records = QuotationRecords(article)
    func count(_ text: String) -> Int { text.filter { "“”‘’\"«»".contains($0) }.count }
    for index in article.quotations.indices {
      let content = article.document.text[article.quotations[index].content]
      #expect(count(records.record(index).told) <= count(content), "\(content)")
    }
  }

  @Test("are told plainly in a language without sentences of its own")
  func withoutWording() {
    let quotation = Quotation(
      form: .indirect, content: Span(start: 0, end: 1), cue: nil, isUnterminated: false,
      confidence: 1, rule: .bareContent)
    let wording = Wording()
    #expect(
      wording.sentence("ναι", speaker: "Ελένη", cue: nil, of: quotation, isThing: false)
        == "Ελένη: ναι")
    #expect(
      wording.sentence("ναι", speaker: nil, cue: nil, of: quotation, isThing: false) == "—: ναι")
  }

  @Test("name what several speakers do in their number")
  func number() {
    let article = Self.article("Reporters asked whether the bridge would open.")
    #expect(ExportWords.verb(ofQuotation: 0, in: article) == "ask")
    #expect(QuotationRecords(article).record(0).citation.hasPrefix("Reporters asked whether"))
    #expect(ExportWords.verb(of: .denies) == "denies")
    #expect(ExportWords.verb(of: .says, isSeveral: true) == nil)
  }

  @Test("name the place so that explain finds it")
  func place() {
    let text = "Bridge stays shut\n\nThe town waits. Helen Marlowe said that the bridge was safe.\n"
    let record = QuotationRecords(Self.article(text)).record(0)
    #expect(record.line == 3)
    #expect(Array(text.utf8)[record.offset...].starts(with: "the bridge was safe".utf8))
    #expect(record.title == "Bridge stays shut" && record.file == "a.txt")
  }
}

@Suite("The gate for what is copied, written and piped")
struct HarmlessTextTests {
  @Test(
    "shows a sign for whatever could steer a terminal",
    arguments: [
      ("\u{1B}[31mred", "◘[31mred"), ("\u{1B}]52;c;eA==\u{7}", "◘]52;c;eA==◘"),
      ("\u{1B}[201~rm\r", "◘[201~rm◘"), ("a\u{9B}31m", "a◊31m"), ("\u{7F}", "◙"),
      ("a\u{202E}b\u{2066}c", "a↨b↨c"), ("a\0b", "a◘b"),
    ])
  func harmful(text: String, shown: String) {
    #expect(HarmlessText.of(text) == shown)
    #expect(HarmlessText.bytes(Array(text.utf8)) == Array(shown.utf8))
  }

  @Test(
    "leaves all else as it is",
    arguments: ["", "সেতু\n\tখবর\r\nদুই", "ক্\u{200D}ষ", "naïve — “x” 😀", "\u{A0}\u{C2}", "\u{2028}€"])
  func harmless(text: String) {
    #expect(Array(HarmlessText.of(text).utf8) == Array(text.utf8))
  }

  @Test("takes any bytes", arguments: 1...20)
  func anyBytes(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<300).map { _ -> UInt8 in
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      let byte = UInt8(truncatingIfNeeded: state >> 32)
      return byte % 3 == 0 ? [0xC2, 0xE2, 0x80, 0x81, 0x1B, 0xAE][Int(byte) % 6] : byte
    }
    let output = HarmlessText.bytes(bytes)
    #expect(output.withUnsafeBytes { HarmlessText.isHarmless($0) })
    #expect(HarmlessText.bytes(output) == output)
  }

  @Test("is passed by every format, whatever the article says")
  func formats() {
    let evil = "\u{1B}]0;x\u{7}\u{1B}[201~\u{9B}2J\u{202E}"
    let text =
      "Title \(evil)\n\n“Run \(evil) now,” said Helen Marlowe of The \(evil) Post.\n"
    let analyzer = ArticleAnalyzer()
    let article = analyzer.article(
      analyzer.document(id: "a\(evil).txt", text: SourceText(validBytes: Array(text.utf8))))
    #expect(!article.quotations.isEmpty)
    for format in ArticleFormats.quotations + ArticleFormats.analyses {
      let bytes = QuotationExport.bytes(
        format, of: article, quotations: Array(article.quotations.indices))
      let isHarmless = bytes.withUnsafeBytes { HarmlessText.isHarmless($0) }
      #expect(isHarmless, "\(format.name)")
    }
    for number in article.quotations.indices {
      let words = QuotationExport.words(of: number, in: article)
      let cited = QuotationExport.citation(of: number, in: article)
      for copy in [words, cited] {
        #expect(HarmlessText.of(copy) == copy)
      }
    }
  }
}
