import Foundation
import Testing

@testable import SutraCore

/// The analysis as any reader of JSON sees it.
struct Analysis {
  let object: [String: Any]
  let scalars: [Unicode.Scalar]

  init(_ article: Article) throws {
    let data = Data(AnalysisWriter.line(article))
    let parsed = try JSONSerialization.jsonObject(with: data)
    object = try #require(parsed as? [String: Any])
    scalars = Array(try #require(object["text"] as? String).unicodeScalars)
  }

  /// The items of a list.
  func list(_ name: String) -> [[String: Any]] { object[name] as? [[String: Any]] ?? [] }

  /// The words of a span in code points.
  func words(_ span: Any?) -> String? {
    guard let ends = span as? [Int], ends.count == 2 else { return nil }
    guard 0 <= ends[0], ends[0] <= ends[1], ends[1] <= scalars.count else { return nil }
    return scalars[ends[0]..<ends[1]].reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}

@Suite("Writing the analysis")
struct AnalysisWriterTests {
  static let text = """
    মেলার খবর 😀

    রাশিয়ার প্রেসিডেন্ট ভ্লাদিমির পুতিন সাংবাদিকদের বলেন, ‘মেলাটি চলবে।
    তিনি বিবিসিকে বলেন, “টিকিট লাগবে না।”
    সূত্র : বিবিসি
    """

  @Test("gives the same line in pieces", arguments: [1, 7, 300, 4_000, 1_000_000])
  func pieces(size: Int) {
    let article = Fixtures.article(Self.text + "\n“\u{2028}\"\\\t𝒜”\n")
    nonisolated(unsafe) var pieces: [[UInt8]] = []
    AnalysisWriter.write(article, pieceSize: size) { pieces.append($0) }
    let line = AnalysisWriter.line(article)
    #expect(Array(pieces.joined()) == line)
    #expect((pieces.count == 1) == (size > line.count))
    #expect(pieces.allSatisfy { $0.count < size + 2_000 })
  }

  @Test("begins with the name", arguments: ["a.txt", "খবর \"১\".txt", "\u{1B}\\"])
  func beginning(id: String) {
    let document = Document(
      id: id, text: SourceText(validBytes: [0x61]), language: "en", title: nil, paragraphs: [])
    let line = AnalysisWriter.line(Article(document: document))
    let beginning = AnalysisWriter.beginning(id: id)
    #expect(line.starts(with: beginning))
    #expect(line[beginning.count...].starts(with: Array(",\"language\"".utf8)))
  }

  @Test("counts spans in code points of the text")
  func codePoints() throws {
    let article = Fixtures.article(Self.text)
    let analysis = try Analysis(article)
    #expect(analysis.object["text"] as? String == Self.text)
    let mentions = analysis.list("mentions").map { analysis.words($0["span"]) }
    #expect(mentions == ["রাশিয়ার", "ভ্লাদিমির পুতিন", "বিবিসিকে", "বিবিসি"])
    let quotes = analysis.list("quotes")
    #expect(quotes.map { analysis.words($0["content"]) } == ["‘মেলাটি চলবে", "“টিকিট লাগবে না।”"])
    #expect(quotes.map { analysis.words($0["cue"]) } == ["বলেন", "বলেন"])
    #expect(quotes.map { analysis.words($0["addressee"]) } == ["সাংবাদিকদের", nil])
    #expect(quotes.map { $0["unterminated"] as? Bool } == [true, false])
    let diagnostic = try #require(analysis.list("diagnostics").first)
    #expect(diagnostic["code"] as? String == "unterminated-quotation")
    #expect(analysis.words(diagnostic["span"]) == "‘মেলাটি চলবে।")
  }

  @Test("has every member of the format, and nothing undefined")
  func members() throws {
    let analysis = try Analysis(Fixtures.article(Self.text))
    #expect(analysis.object["format"] as? String == "sutra.analysis/1")
    #expect(analysis.object["id"] as? String == "test")
    #expect(analysis.object["language"] as? String == "bn")
    #expect(analysis.object["title"] is NSNull)
    #expect(
      Set(analysis.list("entities")[0].keys).isSuperset(of: ["id", "kind", "name", "aliases"]))
    #expect(Set(analysis.list("mentions")[0].keys) == ["span", "kind", "entity", "confidence"])
    for quote in analysis.list("quotes") {
      #expect(
        Set(quote.keys).isSuperset(of: [
          "id", "type", "content", "cue", "speaker", "addressee", "medium", "unterminated",
          "confidence", "segments", "cue_lemma", "cue_class", "negated", "time", "parent", "origin",
        ]))
      let speaker = try #require(quote["speaker"] as? [String: Any])
      #expect(
        Set(speaker.keys)
          == [
            "span", "entity", "name", "kind", "role", "anonymous", "reason", "collective",
            "confidence", "alternatives",
          ])
    }
    #expect(
      Set(analysis.list("sources")[0].keys)
        == [
          "name", "kind", "entity", "roles", "spans", "quotes", "first_mention", "share", "through",
        ])
    let medium = try #require(analysis.list("quotes")[1]["medium"] as? [String: Any])
    #expect(medium["name"] as? String == "বিবিসি")
  }

  @Test("refers to entities and quotes that are there")
  func references() throws {
    let analysis = try Analysis(Fixtures.article(Self.text))
    let entities = Set(analysis.list("entities").compactMap { $0["id"] as? String })
    let quotes = Set(analysis.list("quotes").compactMap { $0["id"] as? String })
    #expect(entities == ["e1", "e2", "e3"])
    #expect(quotes == ["q1", "q2"])
    for mention in analysis.list("mentions") {
      #expect(entities.contains(mention["entity"] as? String ?? ""))
    }
    for source in analysis.list("sources") {
      #expect(quotes.isSuperset(of: source["quotes"] as? [String] ?? ["none"]))
    }
  }

  @Test("is one line, and holds no control character as it is")
  func oneLine() throws {
    let text =
      "মেলা \u{1B}[31m \u{7} \u{0}\u{85}\u{2028}\u{202E}\u{2066}\u{FEFF}\u{E0041} \"\\ /\n\t\rশেষ"
    let line = AnalysisWriter.line(Fixtures.article(text))
    #expect(line.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    let written = String(decoding: line, as: UTF8.self).unicodeScalars
    for hidden in ["\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{E0041}"]
      as [Unicode.Scalar]
    {
      #expect(!written.contains(hidden))
    }
    let parsed = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    #expect(parsed?["text"] as? String == text)
  }

  @Test("writes the headline when there is one")
  func title() throws {
    let text = "নদীর পানি বাড়ছে\nসকাল থেকে নদীর পানি বাড়ছে বলে জানা গেছে।"
    let document = Fixtures.analyzer.document(
      id: "\"a\\b\"", text: SourceText(validBytes: Array(text.utf8)))
    let analysis = try Analysis(Fixtures.analyzer.article(document))
    #expect(analysis.object["title"] as? String == "নদীর পানি বাড়ছে")
    #expect(analysis.object["id"] as? String == "\"a\\b\"")
  }

  @Test("finds the same code point from any byte", arguments: ["a", "é", "ক", "😀"])
  func index(letter: String) {
    let text = String(repeating: letter, count: 700)
    let index = CodePointIndex(Array(text.utf8))
    let size = letter.utf8.count
    for count in [0, 1, 84, 85, 86, 128, 255, 256, 257, 511, 512, 699, 700] {
      #expect(index.codePoints(before: count * size) == count)
    }
    #expect(index.codePoints(before: 99_999) == 700)
  }

  @Test(
    "rounds a confidence to two decimals",
    arguments: [(0.93, "0.93"), (1.0, "1.0"), (0.0, "0.00"), (0.05, "0.05"), (2.0, "1.0")])
  func confidence(value: Double, written: String) {
    let text = Fixtures.document("ক")
    let span = Span(start: 0, end: 3)
    let quotation = Quotation(
      form: .direct, content: span, cue: nil, isUnterminated: false, confidence: value,
      rule: .bareContent)
    let article = Article(
      document: text, quotations: [quotation],
      attributions: [Attribution(speaker: nil, addressee: nil, medium: nil, rule: .nobody)])
    let line = String(decoding: AnalysisWriter.line(article), as: UTF8.self)
    #expect(line.contains("\"confidence\":\(written),"))
  }
}
