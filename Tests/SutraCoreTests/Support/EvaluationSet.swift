import Foundation

@testable import SutraCore

/// A set of annotated articles, the project's own or one beside the package.
struct EvaluationSet: Sendable {
  /// The name in `figures.tsv`.
  let name: String
  let language: String
  private let source: Source

  private enum Source: Sendable {
    case fixtures(String)
    case shared(String)
    case today(half: String)
  }

  /// Sets with quotations.
  static let quotations = [
    EvaluationSet(name: "quotes-bn", language: "bn", source: .fixtures("quotes-bn")),
    EvaluationSet(name: "gold/seed", language: "bn", source: .shared("gold/seed")),
    EvaluationSet(name: "gold/news", language: "bn", source: .shared("gold/news")),
    EvaluationSet(name: "gold/news-today", language: "bn", source: .shared("gold/news-today")),
    EvaluationSet(name: "news-today/dev-bn", language: "bn", source: .today(half: "dev")),
    EvaluationSet(name: "news-today/measure-bn", language: "bn", source: .today(half: "measure")),
    EvaluationSet(name: "news-today/fresh-bn", language: "bn", source: .today(half: "fresh")),
    EvaluationSet(name: "news-today/blind-bn", language: "bn", source: .today(half: "blind")),
    EvaluationSet(name: "news-today/dev-en", language: "en", source: .today(half: "dev")),
    EvaluationSet(name: "news-today/measure-en", language: "en", source: .today(half: "measure")),
    EvaluationSet(name: "quotes-en/dev", language: "en", source: .shared("quotes-en/dev")),
  ]

  /// Sets with names.
  static let names = [
    EvaluationSet(name: "gold/seed", language: "bn", source: .shared("gold/seed")),
    EvaluationSet(name: "ner-bn/dev", language: "bn", source: .shared("ner-bn/dev")),
    EvaluationSet(name: "ner-en/dev", language: "en", source: .shared("ner-en/dev")),
  ]

  /// Whether the articles beside the package are there.
  static let isShared = Fixtures.bytes("../shared/data/gold/seed.jsonl") != nil

  private struct Row: Decodable {
    struct Quote: Decodable {
      let content: [Int]
      let cue: [Int]?
      let speaker: [Int]?
      let type: String
      let who: String?
    }
    struct Mention: Decodable {
      let span: [Int]
      let kind: String
    }
    let id: String
    let lang: String?
    let text: String
    let quotes: [Quote]?
    let mentions: [Mention]?
  }

  /// Its articles with their quotations; none where they do not lie beside the package.
  func articles() throws -> [AnnotatedArticle] {
    if case .fixtures(let folder) = source { return try AnnotatedArticle.all(in: folder) }
    return try rows().map { row in
      let places = ByteOffsets(row.text)
      let marked = try (row.quotes ?? []).map { quote in
        guard let form = QuotationForm(rawValue: quote.type) else {
          throw AnnotatedArticle.Unreadable(file: name, row: row.id)
        }
        return AnnotatedArticle.Marked(
          form: form, kind: .named, cue: places.span(quote.cue),
          speaker: places.span(quote.speaker),
          who: quote.who, content: places.span(quote.content) ?? Span(start: 0, end: 0))
      }
      return AnnotatedArticle(name: row.id, text: row.text, marked: marked)
    }
  }

  /// Its articles with their names, of the kinds that the set marks.
  func namedArticles() throws -> [(text: String, wanted: Set<[String]>)] {
    try rows().map { row in
      let places = ByteOffsets(row.text)
      let wanted = (row.mentions ?? []).compactMap { mention in
        places.span(mention.span).map { [mention.kind, "\($0.start)", "\($0.end)"] }
      }
      return (row.text, Set(wanted))
    }
  }

  private func rows() throws -> [Row] {
    let lines: Data
    switch source {
    case .fixtures: return []
    case .shared(let path):
      guard let bytes = Fixtures.bytes("../shared/data/\(path).jsonl") else { return [] }
      lines = Data(bytes)
    case .today(let half):
      let folder = Fixtures.root.appending(path: "Tests/SutraCoreTests/Fixtures/news-today")
      let joining = Process()
      joining.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      joining.arguments = [
        "python3", folder.appending(path: "join.py").path, "--half", half, "--lang", language,
      ]
      let pipe = Pipe()
      joining.standardOutput = pipe
      try joining.run()
      lines = pipe.fileHandleForReading.readDataToEndOfFile()
      joining.waitUntilExit()
      guard joining.terminationStatus == 0 else { return [] }
    }
    return try lines.split(separator: 0x0A).map { try JSONDecoder().decode(Row.self, from: $0) }
  }
}

/// Where the code points of a text stand in its bytes.
private struct ByteOffsets {
  private var offsets: [Int] = [0]

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar))
    }
  }

  func span(_ ends: [Int]?) -> Span? {
    guard let ends, ends.count == 2, offsets.indices.contains(ends[0]),
      offsets.indices.contains(ends[1]), ends[0] <= ends[1]
    else { return nil }
    return Span(start: offsets[ends[0]], end: offsets[ends[1]])
  }
}
