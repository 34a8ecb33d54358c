import Foundation

@testable import SutraCore

/// An article with the quotations that a reader marks in it, from a pair of files: `NAME.txt` and
/// `NAME.tsv` with type, kind, cue, speaker, who and content.
///
/// A content written as `first words … last words` runs from the one to the other; cue and speaker
/// are looked for where they stand nearest to it; `-` stands for none.
struct AnnotatedArticle {
  /// One quotation as a reader marks it.
  struct Marked {
    let form: QuotationForm
    let kind: SpeakerKind
    let cue: Span?
    let speaker: Span?
    let who: String?
    let content: Span
  }

  /// The file's name without ending.
  let name: String
  let text: String
  let marked: [Marked]

  /// The articles of a folder of fixtures, by name.
  static func all(in folder: String) throws -> [AnnotatedArticle] {
    let path = Fixtures.root.appending(path: "Tests/SutraCoreTests/Fixtures/\(folder)")
    return try FileManager.default.contentsOfDirectory(atPath: path.path)
      .filter { $0.hasSuffix(".tsv") }.sorted().map { file in
        let name = String(file.dropLast(4))
        return try AnnotatedArticle(
          name: name,
          text: String(contentsOf: path.appending(path: "\(name).txt"), encoding: .utf8),
          rows: String(contentsOf: path.appending(path: file), encoding: .utf8))
      }
  }

  /// Makes one of its parts.
  init(name: String, text: String, marked: [Marked]) {
    self.name = name
    self.text = text
    self.marked = marked
  }

  private init(name: String, text: String, rows: String) throws {
    self.name = name
    self.text = text
    let bytes = Array(text.utf8)
    marked = try rows.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map { row in
      let columns = row.split(separator: "\t").map(String.init)
      let ends = columns.last?.components(separatedBy: " … ") ?? []
      guard columns.count == 6, let form = QuotationForm(rawValue: columns[0]),
        let kind = SpeakerKind(rawValue: columns[1]), let first = ends.first, let last = ends.last,
        let start = Self.places(of: first, in: bytes).first,
        let end = Self.places(of: last, in: bytes).first(where: { $0 >= start })
      else { throw Unreadable(file: name, row: String(row)) }
      let content = Span(start: start, end: end + last.utf8.count)
      func nearest(_ words: String) throws -> Span? {
        guard words != "-" else { return nil }
        let spans = Self.places(of: words, in: bytes)
          .map { Span(start: $0, end: $0 + words.utf8.count) }
          .filter { $0.start < content.start || $0.end > content.end }
        guard
          let best = spans.min(by: { Self.gap($0, content) < Self.gap($1, content) })
        else { throw Unreadable(file: name, row: String(row)) }
        return best
      }
      return Marked(
        form: form, kind: kind, cue: try nearest(columns[2]), speaker: try nearest(columns[3]),
        who: columns[4] == "-" ? nil : columns[4], content: content)
    }
  }

  /// A row of an annotation that does not fit its text.
  struct Unreadable: Error {
    let file: String
    let row: String
  }

  private static func gap(_ one: Span, _ other: Span) -> Int {
    min(abs(one.start - other.end), abs(one.end - other.start))
  }

  private static func places(of words: String, in bytes: [UInt8]) -> [Int] {
    let wanted = Array(words.utf8)
    guard bytes.count >= wanted.count, let first = wanted.first else { return [] }
    return (0...bytes.count - wanted.count).filter {
      bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}

/// How well what is found agrees with what readers marked, in per cent.
struct QuotationScore {
  private(set) var marked = 0
  private(set) var found = 0
  private(set) var loose = 0
  private(set) var close = 0
  private(set) var known = 0
  private(set) var rightWho = 0
  private(set) var named = 0
  private(set) var rightSpeaker = 0

  /// F of the pairs whose contents overlap by 0.3 of the longer one.
  var looseF: Double { Self.f(loose, marked, found) }
  /// F of the pairs whose contents overlap by 0.8 of the longer one.
  var closeF: Double { Self.f(close, marked, found) }
  /// Of the pairs whose speaker is marked, those whose speaker meets it.
  var speaker: Double { 100 * Double(rightSpeaker) / Double(max(1, named)) }
  /// Of the pairs for which it is marked who speaks, those with that name.
  var who: Double { 100 * Double(rightWho) / Double(max(1, known)) }

  private static func f(_ hits: Int, _ marked: Int, _ found: Int) -> Double {
    200 * Double(hits) / Double(max(1, marked + found))
  }

  /// Counts one article; pairs are made one to one, best overlap first.
  mutating func count(_ annotated: AnnotatedArticle, _ article: Article) {
    marked += annotated.marked.count
    found += article.quotations.count
    let bytes = article.document.text.bytes
    let wanted = annotated.marked.map { Self.trimmed($0.content, bytes) }
    let got = article.quotations.map { Self.trimmed($0.content, bytes) }
    var pairs: [(overlap: Double, wanted: Int, got: Int)] = []
    for (i, one) in wanted.enumerated() {
      for (j, other) in got.enumerated() {
        let overlap = Self.overlap(one, other)
        if overlap >= 0.3 { pairs.append((overlap, i, j)) }
      }
    }
    pairs.sort { ($0.overlap, $1.wanted, $1.got) > ($1.overlap, $0.wanted, $0.got) }
    var taken: Set<Int> = []
    var used: Set<Int> = []
    for pair in pairs where !taken.contains(pair.wanted) && !used.contains(pair.got) {
      taken.insert(pair.wanted)
      used.insert(pair.got)
      loose += 1
      if pair.overlap >= 0.8 { close += 1 }
      let quotation = annotated.marked[pair.wanted]
      let speaker = article.attributions[pair.got].speaker
      if let span = quotation.speaker {
        named += 1
        if let own = speaker?.span, own.overlaps(span) { rightSpeaker += 1 }
      }
      if let who = quotation.who {
        known += 1
        if speaker?.name == who { rightWho += 1 }
      }
    }
  }

  private static func overlap(_ one: Span, _ other: Span) -> Double {
    let shared = min(one.end, other.end) - max(one.start, other.start)
    return Double(max(0, shared))
      / Double(max(1, one.end - one.start, other.end - other.start))
  }

  private static let edges = Set("'\"‘’“”।.,;: \n".unicodeScalars)

  private static func trimmed(_ span: Span, _ bytes: [UInt8]) -> Span {
    let text = String(decoding: bytes[span.start..<span.end], as: UTF8.self).unicodeScalars
    let lead = text.prefix { edges.contains($0) }.reduce(0) { $0 + UTF8.width($1) }
    let tail = text.reversed().prefix { edges.contains($0) }.reduce(0) { $0 + UTF8.width($1) }
    return Span(start: min(span.end, span.start + lead), end: max(span.start, span.end - tail))
  }
}
