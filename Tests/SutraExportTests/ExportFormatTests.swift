import Foundation
import SutraCore
import SutraExport
import SutraResources
import SutraTestSupport
import Testing

@Suite("Shapes of exported quotes")
struct ExportFormatTests {
  private static func article(_ text: String, id: String = "খবর.txt") -> Article {
    let analyzer = ArticleAnalyzer()
    return analyzer.article(
      analyzer.document(id: id, text: SourceText(validBytes: Array(text.utf8))))
  }

  private static let bridge = article(Texts.bengali)

  /// An article made by hand, whose one quotation and cue say anything.
  private static func made(_ words: String, cue: String = "বলেন", title: String = "শিরোনাম") -> Article
  {
    let text = "\(title)\n\n\(words) \(cue)"
    let start = title.utf8.count + 2
    let content = Span(start: start, end: start + words.utf8.count)
    let cueSpan = Span(start: content.end + 1, end: content.end + 1 + cue.utf8.count)
    let document = ArticleAnalyzer().document(
      id: "খবর.txt", text: SourceText(validBytes: Array(text.utf8)))
    return Article(
      document: document, mentions: [], entities: [],
      quotations: [
        Quotation(
          form: .direct, content: content, cue: cueSpan, isUnterminated: false, confidence: 1,
          rule: .bareContent)
      ],
      attributions: [
        Attribution(speaker: nil, addressee: nil, medium: nil, rule: .nobody)
      ], sources: [], diagnostics: [])
  }

  private static func text(
    _ format: any ArticleFormat, _ article: Article, _ numbers: [Int]? = nil
  ) -> String {
    String(
      decoding: QuotationExport.bytes(
        format, of: article, quotations: numbers ?? Array(article.quotations.indices)),
      as: UTF8.self)
  }

  /// The rows of a CSV file, read byte by byte after RFC 4180; `nil` when it is none.
  private static func rows(_ csv: String) -> [[String]]? {
    let bytes = Array(csv.utf8)
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var index = 0
    func end() { row.append(String(decoding: field, as: UTF8.self)) }
    while index < bytes.count {
      field = []
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard index < bytes.count else { return nil }
          if bytes[index] == UInt8(ascii: "\"") {
            guard index + 1 < bytes.count, bytes[index + 1] == bytes[index] else { break }
            index += 1
          }
          field.append(bytes[index])
          index += 1
        }
        index += 1
      } else {
        while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != 0x0D {
          guard bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A else { return nil }
          field.append(bytes[index])
          index += 1
        }
      }
      end()
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: ",") {
        index += 1
      } else {
        guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
          return nil
        }
        index += 2
        rows.append(row)
        row = []
      }
    }
    return row.isEmpty ? rows : nil
  }

  @Test(
    "a file's ending names the shape",
    arguments: [
      ("a.txt", "txt"), ("a.jsonl", "jsonl"), ("a.JSONL", "jsonl"), ("a.csv", "csv"),
      ("a.b.md", "markdown"), ("খবর.MD", "markdown"), ("md", "txt"), ("", "txt"),
      ("/x.csv/notes", "txt"),
      (".md", "txt"), ("a.html", "html"), ("a.ann", "brat"), ("a.jsonld", "webannotation"),
      ("a.xml", "tei"), ("a.conll", "conll"), ("a.xmi", "xmi"), ("a.json", "csl"),
      ("a.bib", "bibtex"), ("a.ris", "ris"), ("a.", nil), ("seed-quotes.mdout", nil),
      ("x/a.zip", nil),
    ] as [(String, String?)])
  func endings(name: String, format: String?) {
    #expect(ArticleFormats.quotations(inFile: name)?.name == format)
  }

  @Test(
    "places are those of the text as it came, where some of it is left out for reading",
    arguments: [
      ("«[31m»The mayor of Calder, «[0m»Helen Marlowe, said that it is shut.", "Helen Marlowe"),
      ("«[31m»কাঁসাই: «[0m»মেয়র রফিকুল ইসলাম বলেন, সেতু «[1m»খোলা।", "রফিকুল ইসলাম"),
    ])
  func leftOut(marked: String, name: String) throws {
    func byte(_ index: String.Index) -> Int {
      marked.utf8.distance(from: marked.startIndex, to: index)
    }
    let signs = marked.matches(of: /«[^»]*»/).map {
      Span(start: byte($0.range.lowerBound), end: byte($0.range.upperBound))
    }
    let analyzer = ArticleAnalyzer()
    let article = analyzer.article(
      analyzer.document(
        id: "a.txt", text: SourceText(validBytes: Array(marked.utf8)).leavingOut(signs)))
    #expect(article.entities.contains { $0.name == name })
    let brat = Self.text(BratFormat(), article)
    #expect(brat.split(separator: "\n").contains { $0.hasSuffix("\t\(name)") }, "\(brat)")
    #expect(Self.text(TEIFormat(), article).contains(">\(name)</persName>"))
    #expect(Self.text(WebAnnotationFormat(), article).contains("\"exact\":\"\(name)\""))
    let xmi = Self.text(XMIFormat(), article)
    let start = try #require(marked.range(of: name)).lowerBound.utf16Offset(in: marked)
    #expect(xmi.contains("begin=\"\(start)\" end=\"\(start + name.utf16.count)\""))
  }

  @Test("JSON lines are objects with all there is to say")
  func jsonl() throws {
    let lines = Self.text(LinesFormat(), Self.bridge).split(separator: "\n")
    #expect(lines.count == Self.bridge.quotations.count && lines.count > 2)
    for (number, line) in lines.enumerated() {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let found = try #require(object)
      #expect(
        Set(found.keys) == [
          "quote", "parts", "told", "type", "polarity", "class", "stance", "speaker",
          "speaker_kind", "speaker_as_written", "role", "cue", "addressee", "medium", "origin",
          "time", "certainty", "line", "offset", "article", "credit", "file", "notes",
          "date",
        ])
      let quotation = Self.bridge.quotations[number]
      let parts = quotation.segments.map { Self.bridge.document.text[$0] }
      #expect(found["parts"] as? [String] == parts)
      #expect(found["quote"] as? String == parts.joined(separator: " … "))
      #expect(found["type"] as? String == quotation.form.rawValue)
      // One whose name the article does not tell is called as it is written there.
      let speaker = Self.bridge.attributions[number].speaker
      let written = speaker?.span.map { Self.bridge.document.text[$0] }
      #expect(found["speaker"] as? String == speaker?.name ?? written)
      #expect(found["article"] as? String == "কাঁসাই নদীর ওপর নতুন সেতু")
      #expect(found["file"] as? String == "খবর.txt")
    }
    #expect(Self.text(LinesFormat(), Self.bridge, []) == "")
    #expect(Self.text(LinesFormat(), Self.bridge, [99, 1]).split(separator: "\n").count == 1)
  }

  private static let odd = [
    "সরল", "a,b", "say \"hi\"", "\"", "\"\u{200D}", ",\u{301}", "a\"\u{9BC},\u{200C}b", "দুই\nসারি",
    "x\r\ny", "\u{1B}[31m", "\\ `code` *b* _i_", "😀", "a\tb",
  ]

  @Test("any words make JSON that gives them back", arguments: odd)
  func oddJSON(words: String) throws {
    let line = Self.text(
      LinesFormat(), Self.made(words, cue: words, title: words.filter { !$0.isNewline }))
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let quote = object?["quote"] as? String ?? ""
    #expect(Array(quote.utf8) == Array(words.utf8))
    #expect(line.utf8.filter { $0 == 0x0A }.count == 1)
  }

  @Test("any words make CSV of as many fields as names", arguments: odd)
  func oddCSV(words: String) throws {
    let csv = Self.text(CSVFormat(), Self.made(words, cue: words))
    let rows = try #require(Self.rows(csv), "not RFC 4180")
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.count == 23 })
    let flat = words.unicodeScalars.map { "\t\r\n".unicodeScalars.contains($0) ? " " : $0 }
    let expected = HarmlessText.of(String(String.UnicodeScalarView(flat)))
    #expect(Array(rows[1][4].utf8) == Array(expected.utf8))
    #expect(Array(rows[1][5].utf8) == Array(expected.utf8))
  }

  @Test("CSV has a row of names, then a row a quote")
  func csv() throws {
    let rows = try #require(Self.rows(Self.text(CSVFormat(), Self.bridge)))
    #expect(
      rows[0] == [
        "number", "speaker", "kind", "type", "quote", "cue", "addressee", "medium", "article",
        "polarity", "class", "stance", "told", "role", "origin", "time", "certainty", "line",
        "offset", "credit", "file", "date", "notes",
      ])
    #expect(rows.count == Self.bridge.quotations.count + 1)
    #expect(rows[1][1] == "রফিকুল ইসলাম" && rows[1][0] == "1" && rows[1][2] == "named")
    #expect(Self.rows(Self.text(CSVFormat(), Self.bridge, []))?.count == 1)
    #expect(Self.rows(Self.text(CSVFormat(), Self.bridge, [2]))?.last?[0] == "3")
  }

  @Test(
    "what a spreadsheet would take for a formula is none",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"),
      ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
      ("=HYPERLINK(\"a\",\"b\")", "'=HYPERLINK(\"a\",\"b\")"), (" =1", " '=1"),
      ("＝1+1", "'＝1+1"), ("＠x", "'＠x"), ("a;=1+1", "a;'=1+1"), ("a; @x", "a; '@x"),
      ("a;\"=1\"", "a;\"'=1\""), ("“=1”", "“=1”"), ("a-b;c", "a-b;c"), ("1 + 1", "1 + 1"),
      ("\"=1", "\"'=1"),
    ])
  func formula(words: String, written: String) throws {
    let rows = try #require(Self.rows(Self.text(CSVFormat(), Self.made(words, title: "t"))))
    #expect(rows[1][4] == written)
  }

  @Test(
    "Markdown sees none of its marks in what people say",
    arguments: [
      ("*বড়* _কথা_", "\\*বড়\\* \\_কথা\\_"), ("[a](b)", "\\[a\\](b)"), ("<b>", "\\<b\\>"),
      ("# x", "\\# x"),
      ("`x`", "\\`x\\`"), ("a\\b", "a\\\\b"), ("a|b", "a\\|b"), ("- x", "\\- x"), ("+ x", "\\+ x"),
      ("1. x", "1\\. x"),
      ("12) x", "12\\) x"), ("3.5", "3\\.5"), ("a 1. b", "a 1. b"), ("a - b", "a - b"),
      ("&lt;", "\\&lt;"), ("~~x~~", "\\~\\~x\\~\\~"),
      ("*\u{200D}x", "\\*\u{200D}x"), ("https://a.b/c", "https\\://a.b/c"),
      ("www.a.b", "www\\.a.b"), ("a@b.c", "a\\@b.c"), ("$x^2$", "\\$x\\^2\\$"),
      ("a: b", "a: b"), ("    x", "x"), ("দুই\nসারি", "দুই সারি"), ("x\n# y", "x \\# y"),
    ])
  func markdown(words: String, written: String) {
    let text = Self.text(MarkdownFormat(), Self.made(words))
    let expected =
      "\n\n> \(written)\n>\n> — **nobody named**, *বলেন* (direct; 100 % sure; খবর.txt, line 3"
    #expect(text.hasPrefix("# "))
    #expect(text.utf8.count > expected.utf8.count)
    #expect(contains(Array(text.utf8), Array(expected.utf8)), "\(text)")
  }

  /// Whether some bytes stand in others; a joiner would make one `Character` of two.
  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.indices.contains { text[$0...].starts(with: part) }
  }

  @Test("text is each quote with its citation")
  func plain() {
    let text = Self.text(TextFormat(), Self.bridge)
    #expect(text.components(separatedBy: "\n\n").count == Self.bridge.quotations.count)
    #expect(text.contains("“সেতুটি দিয়ে লরিও চলতে পারবে।”\n— নাজমা পারভীন, কাঁসাই নদীর ওপর নতুন সেতু"))
    for number in Self.bridge.quotations.indices {
      #expect(text.contains(QuotationExport.citation(of: number, in: Self.bridge)))
    }
  }
}
