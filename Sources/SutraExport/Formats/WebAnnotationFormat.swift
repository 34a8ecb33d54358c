import SutraCore
import SutraWords

/// Web Annotations (W3C) as a page of JSON-LD; places in code points, as the model wants them.
///
/// Each name, quote and flaw is an annotation with a position and a quotation of the text. What the
/// model has no words for stands in `facts`, a JSON literal, so that nothing is lost.
package struct WebAnnotationFormat: ArticleFormat {
  package let name = "webannotation"
  package let fileEnding = "jsonld"
  package var help: String { say("format.webannotation") }
  package let holdsOne = true

  /// What the names of this program's own terms begin with.
  package static let vocabulary = "urn:sutra:analysis:1#"
  /// Code points before and behind a place that help to find it again.
  private static let context = 24

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    var writer = AnnotationWriter(article, context: Self.context)
    writer.write(quotations)
    return writer.json.bytes + [0x0A]
  }
}

/// Writes the annotations of an article.
private struct AnnotationWriter {
  private(set) var json = JSONWriter()

  private let article: Article
  private let text: [UInt8]
  private let codePoints: CodePointIndex
  private let facts: FactJSON
  private let base: String
  private let source: String
  private let context: Int

  init(_ article: Article, context: Int) {
    self.article = article
    self.context = context
    text = article.document.text.bytesAsTheyCame
    codePoints = CodePointIndex(text)
    facts = FactJSON(codePoints)
    base = "urn:sutra:article:\(ArticleKey.of(article))"
    source = article.document.metadata.address ?? base
  }

  mutating func write(_ quotations: [Int]) {
    let records = ArticleFacts(article, asItCame: true)
    let entities = records.entities
    json.open(0x7B)
    writeContext()
    member("id", "\(base):annotations")
    member("type", "AnnotationPage")
    json.key("text")
    text.withUnsafeBufferPointer { json.string(utf8: $0) }
    json.key("facts")
    json.open(0x5B)
    for record in [records.ofArticle] + entities + records.sources {
      facts.write(record, record.facts, to: &json)
    }
    // What is wrong with the whole text has no place in it.
    let flaws = records.diagnostics
    for flaw in flaws where flaw.spans(.span).allSatisfy(\.isEmpty) {
      facts.write(flaw, flaw.facts, to: &json)
    }
    json.close(0x5D)
    json.key("items")
    json.open(0x5B)
    for (record, mention) in zip(records.mentions, article.mentions) {
      annotation(
        record, "identifying", record.spans(.span),
        bodies: [
          ("tagging", record.text(.kind)), ("identifying", entities[mention.entity].text(.name)),
        ])
    }
    for (record, number) in zip(records.quotes(quotations), quotations) {
      annotation(
        record, "commenting", record.spans(.content),
        bodies: [
          ("tagging", record.text(.type)),
          ("commenting", QuotationExport.citation(of: number, in: article)),
        ])
    }
    for flaw in flaws where !flaw.spans(.span).allSatisfy(\.isEmpty) {
      annotation(
        flaw, "assessing", flaw.spans(.span), bodies: [("assessing", flaw.text(.message))])
    }
    for note in records.notes {
      annotation(
        note, "commenting", note.spans(.span), bodies: [("commenting", note.text(.message))])
    }
    json.close(0x5D)
    json.close(0x7D)
  }

  private mutating func writeContext() {
    json.key("@context")
    json.open(0x5B)
    json.string("http://www.w3.org/ns/anno.jsonld")
    json.open(0x7B)
    member("sutra", WebAnnotationFormat.vocabulary)
    member("text", "sutra:text")
    term("facts", "sutra:facts", "@type", "@json")
    // What drafts of the model, which some programs keep a copy of, did not have.
    member("oa", "http://www.w3.org/ns/oa#")
    member("as", "http://www.w3.org/ns/activitystreams#")
    member("AnnotationPage", "as:OrderedCollectionPage")
    term("items", "as:items", "@container", "@list")
    for type in ["SpecificResource", "TextualBody", "assessing"] { member(type, "oa:\(type)") }
    term("purpose", "oa:hasPurpose", "@type", "@vocab")
    json.close(0x7D)
    json.close(0x5D)
  }

  /// Defines a term with something more than its name.
  private mutating func term(_ name: String, _ id: String, _ key: String, _ value: String) {
    json.key(name)
    json.open(0x7B)
    member("@id", id)
    member(key, value)
    json.close(0x7D)
  }

  private mutating func annotation(
    _ record: FactRecord, _ motivation: String, _ places: [Span],
    bodies: [(purpose: String, value: String?)]
  ) {
    json.open(0x7B)
    member("id", "\(base):\(record.id)")
    member("type", "Annotation")
    member("motivation", motivation)
    json.key("body")
    json.open(0x5B)
    for body in bodies {
      guard let value = body.value else { continue }
      json.open(0x7B)
      member("type", "TextualBody")
      member("purpose", body.purpose)
      member("format", "text/plain")
      member("value", value)
      json.close(0x7D)
    }
    json.close(0x5D)
    json.key("target")
    json.open(0x5B)
    for place in places { target(place) }
    json.close(0x5D)
    json.key("facts")
    facts.write(record, record.facts, to: &json)
    json.close(0x7D)
  }

  private mutating func target(_ place: Span) {
    json.open(0x7B)
    member("type", "SpecificResource")
    member("source", source)
    json.key("selector")
    json.open(0x5B)
    json.open(0x7B)
    member("type", "TextPositionSelector")
    json.key("start")
    json.raw(String(codePoints.codePoints(before: place.start)))
    json.key("end")
    json.raw(String(codePoints.codePoints(before: place.end)))
    json.close(0x7D)
    json.open(0x7B)
    member("type", "TextQuoteSelector")
    member("exact", words(place))
    member("prefix", words(Span(start: before(place.start), end: place.start)))
    member("suffix", words(Span(start: place.end, end: behind(place.end))))
    json.close(0x7D)
    json.close(0x5D)
    json.close(0x7D)
  }

  private func words(_ span: Span) -> String {
    String(decoding: text[span.start..<span.end], as: UTF8.self)
  }

  /// The place some code points before another.
  private func before(_ end: Int) -> Int {
    var (start, count) = (end, 0)
    while start > 0, count < context {
      start -= 1
      if text[start] & 0xC0 != 0x80 { count += 1 }
    }
    return start
  }

  /// The place some code points behind another.
  private func behind(_ start: Int) -> Int {
    var (end, count) = (start, 0)
    while end < text.count, count < context {
      end += 1
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      count += 1
    }
    return end
  }

  private mutating func member(_ name: String, _ value: String) {
    json.key(name)
    json.string(value)
  }
}

/// A short key of an article, the same whenever the same article is written.
enum ArticleKey {
  /// Sixteen hexadecimal digits of name and text (FNV-1a).
  static func of(_ article: Article) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in article.document.id.utf8 { add(byte) }
    add(0)
    for byte in article.document.text.bytes { add(byte) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
