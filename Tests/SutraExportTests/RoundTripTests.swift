import Foundation
import SutraCore
import SutraExport
import SutraImport
import SutraResources
import SutraTestSupport
import Testing

/// Whether what is exported and read back is the same analysis.
@Suite("Out and back")
struct RoundTripTests {
  private static let analyzer = ArticleAnalyzer()
  private static let formats: [any ArticleFormat] = [
    BratFormat(), WebAnnotationFormat(), TEIFormat(),
  ]

  private static func article(_ bytes: [UInt8], id: String = "খবর.txt") throws -> Article {
    analyzer.article(analyzer.document(id: id, text: try SourceDecoder.text(bytes)))
  }

  /// What is read back of an article, as a line of the analysis.
  private static func back(_ article: Article, _ format: any ArticleFormat) throws -> Article {
    let text = SourceText(validBytes: article.document.text.bytesAsTheyCame)
    let reader = AnnotationReader { analyzer.document(id: $0, text: $1) }
    return try reader.article(of: format.file(article), id: article.document.id, text: text)
  }

  /// Where two lines begin to differ.
  private static func difference(_ one: [UInt8], _ other: [UInt8]) -> String? {
    guard one != other else { return nil }
    let place = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
    func cut(_ bytes: [UInt8]) -> String {
      String(decoding: bytes[max(0, place - 200)..<min(bytes.count, place + 100)], as: UTF8.self)
    }
    return "\(cut(one))\n≠\n\(cut(other))"
  }

  private static func check(_ article: Article, _ format: any ArticleFormat) throws {
    let found = AnalysisWriter.line(try back(article, format))
    let difference = difference(AnalysisWriter.line(article), found)
    #expect(difference == nil, "\(format.name), \(article.document.id): \(difference ?? "")")
  }

  @Test(
    "the samples and articles of ours are the same", arguments: ["brat", "webannotation", "tei"])
  func same(name: String) throws {
    let format = try #require(ArticleFormats.named(name, in: Self.formats))
    for bytes in [Array(Texts.bengali.utf8), Array(Texts.english.utf8)]
      + Samples.codes.map(Samples.bytes)
    {
      let article = try Self.article(bytes)
      #expect(!article.quotations.isEmpty)
      try Self.check(article, format)
    }
  }

  @Test("what was noted is the same", arguments: ["brat", "webannotation", "tei"])
  func notes(name: String) throws {
    let format = try #require(ArticleFormats.named(name, in: Self.formats))
    for text in [Texts.bengali, Texts.english] {
      let article = try Self.article(Array(text.utf8))
      let words = try #require(article.quotations.last).content
      let name = try #require(article.mentions.first).span
      let noted = article.noted([
        (TextAnchor(words, in: article.document.text), "দেখুন <৩ & \"4\" – ask again"),
        (TextAnchor(name, in: article.document.text), "who?"),
      ])
      #expect(noted.notes.map(\.span) == [name, words])
      #expect(try Self.back(noted, format).notes == noted.notes)
    }
  }

  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared")

  /// Some of the articles of the day, spread over all that there are.
  private static func newsOfTheDay(_ most: Int) throws -> [String] {
    let file = shared.appendingPathComponent("data/news-bn/articles.jsonl.gz")
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    let unpack = Process()
    let output = Pipe()
    unpack.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpack.arguments = ["gzip", "-dc", file.path]
    unpack.standardOutput = output
    try unpack.run()
    let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: 0x0A)
    unpack.waitUntilExit()
    return try stride(from: 0, to: lines.count, by: max(1, lines.count / most)).prefix(most)
      .compactMap {
        (try JSONSerialization.jsonObject(with: lines[$0]) as? [String: Any])?["text"] as? String
      }
  }

  @Test("a hundred articles of the day are the same")
  func hundred() throws {
    let texts = try Self.newsOfTheDay(100)
    guard !texts.isEmpty else {
      print("skipped: the folder of shared data is not there")
      return
    }
    for (number, text) in texts.enumerated() {
      let article = try Self.article(Array(text.utf8), id: "\(number).txt")
      for format in Self.formats { try Self.check(article, format) }
    }
  }

  @Test("the seed and annotated articles are the same")
  func shared() throws {
    var texts =
      (try? Data(contentsOf: Self.shared.appendingPathComponent("data/gold/seed.txt")))
      .map { [Array($0)] } ?? []
    var lines: [Substring] = []
    for name in ["news.jsonl", "news-today.jsonl"] {
      let file = Self.shared.appendingPathComponent("data/gold/\(name)")
      lines += (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    }
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      if let text = object?["text"] as? String, !text.isEmpty { texts.append(Array(text.utf8)) }
    }
    guard !texts.isEmpty else {
      print("skipped: the folder of shared data is not there")
      return
    }
    for (number, text) in texts.enumerated() {
      let article = try Self.article(text, id: "\(number).txt")
      for format in Self.formats { try Self.check(article, format) }
    }
  }

  private static func text(_ format: any ArticleFormat, _ article: Article) -> String {
    String(decoding: format.file(article), as: UTF8.self)
  }

  private static func read(_ text: String, of article: Article) throws -> Article {
    let reader = AnnotationReader { analyzer.document(id: $0, text: $1) }
    return try reader.article(
      of: Array(text.utf8), id: "x", text: SourceText(validBytes: article.document.text.bytes))
  }

  @Test("what somebody has changed in brat is read as changed")
  func changedBrat() throws {
    let article = try Self.article(Array(Texts.bengali.utf8))
    var lines = Self.text(BratFormat(), article).split(separator: "\n").map(String.init)
    let number = try #require(lines.firstIndex { $0.contains("\tPERSON ") })
    lines[number] = lines[number].replacing("\tPERSON ", with: "\tORGANIZATION ")
    lines.removeAll { $0.hasPrefix("E2\t") }
    lines += ["T900\tPLACE 0 6\tকাঁসাই", "T901\tQuote 12 15\tওপর", "E901\tQuote:T901"]
    let read = try Self.read(lines.joined(separator: "\n"), of: article)
    #expect(read.mentions.contains { $0.kind == .organization })
    #expect(read.mentions.contains { read.document.text[$0.span] == "কাঁসাই" && $0.kind == .place })
    let contents = read.quotations.map { read.document.text[$0.content] }
    #expect(contents.contains("ওপর"))
    let second = article.document.text[article.quotations[1].content]
    #expect(read.quotations.count == article.quotations.count + 1 && contents.contains(second))
    #expect(read.attributions.contains { $0.speaker == nil })
  }

  @Test("what somebody has changed in TEI is read as changed")
  func changedTEI() throws {
    let article = try Self.article(Array(Texts.bengali.utf8))
    let persons = article.entities.indices.filter { article.entities[$0].kind == .person }
    try #require(persons.count > 1)
    let (one, other) = (persons[0] + 1, persons[1] + 1)
    let xml = Self.text(TEIFormat(), article)
      .replacing("who=\"#e\(one)\"", with: "who=\"#e\(other)\"")
    let read = try Self.read(xml, of: article)
    let name = article.entities[other - 1].name
    let before = article.attributions.count { $0.speaker?.name == name }
    #expect(read.attributions.count { $0.speaker?.name == name } > before)
    #expect(read.document.text.bytes == article.document.text.bytes)
  }

  @Test("what somebody has moved in Web Annotations is read from there")
  func changedAnnotation() throws {
    let article = try Self.article(Array(Texts.bengali.utf8))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(WebAnnotationFormat().file(article)))
        as? [String: Any])
    var page = json
    var items = try #require(json["items"] as? [[String: Any]])
    items.append([
      "type": "Annotation", "body": [["purpose": "tagging", "value": "PLACE"]],
      "target": ["selector": ["type": "TextQuoteSelector", "exact": "কাঁসাই", "suffix": " নদীর"]],
    ])
    page["items"] = items
    let data = try JSONSerialization.data(withJSONObject: page)
    let read = try Self.read(String(decoding: data, as: UTF8.self), of: article)
    #expect(read.mentions.count == article.mentions.count + 1)
    #expect(read.mentions.contains { $0.span.start == 0 && read.document.text[$0.span] == "কাঁসাই" })
  }

  @Test("anything at all is read without harm")
  func anything() throws {
    let article = try Self.article(Array(Texts.bengali.utf8))
    let reader = AnnotationReader { Self.analyzer.document(id: $0, text: $1) }
    for format in Self.formats {
      let whole = format.file(article)
      var seed: UInt64 = 7
      for _ in 0..<150 {
        var bytes = whole
        for _ in 0..<8 {
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let place = Int(seed >> 33) % bytes.count
          switch seed >> 30 & 3 {
          case 0: bytes[place] = UInt8(truncatingIfNeeded: seed >> 40)
          case 1: bytes.remove(at: place)
          case 2: bytes.removeSubrange(place..<min(bytes.count, place + 40))
          default: bytes[place] = UInt8(ascii: "9")
          }
        }
        do throws(AnnotationError) {
          let read = try reader.article(of: bytes, id: "x", text: article.document.text)
          let end = read.document.text.bytes.count
          for span in read.mentions.map(\.span) + read.quotations.map(\.content) {
            #expect(span.end <= end && !span.isEmpty)
          }
          _ = AnalysisWriter.line(read)
        } catch {
          #expect(error != .noText)
        }
      }
    }
  }
}
