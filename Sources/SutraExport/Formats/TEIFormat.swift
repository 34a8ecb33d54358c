import SutraCore
import SutraWords

/// TEI P5: the text as it is with what was found as elements, and all facts as feature structures.
///
/// Words of people are `said`, those of media and documents `quote`; names are `persName` and so on
/// and point to the lists of who is who. An element that would cross another comes in pieces chained
/// by `next`. The text of `body` is the article's to the letter; where places are told by number
/// (of sources, flaws and notes), they count its code points.
package struct TEIFormat: ArticleFormat {
  package let name = "tei"
  package let fileEnding = "xml"
  package let otherEndings = ["tei"]
  package var help: String { say("format.tei") }
  package let holdsOne = true

  /// The parts of a quote that are segments, by the type of the segment.
  package static let segments: [(fact: FactName, type: String)] = BratFormat.roles.map {
    ($0.fact, $0.role.lowercased())
  }

  /// The element of a name.
  package static func element(of kind: EntityKind) -> String {
    switch kind {
    case .person: "persName"
    case .place: "placeName"
    case .organization: "orgName"
    case .work: "title"
    case .event: "rs"
    case .date: "date"
    case .quantity: "measure"
    }
  }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    var writer = TEIWriter(article, quotations)
    return writer.document()
  }
}

/// Writes one article.
private struct TEIWriter {
  private typealias Attributes = [(String, String?)]

  private let article: Article
  private let text: [UInt8]
  private let codePoints: CodePointIndex
  private let facts: ArticleFacts
  private let entities: [FactRecord]
  private let quotes: [FactRecord]
  private var xml = MarkupWriter()
  private var marks: [NestedMarks.Mark] = []
  /// The element, the name and the attributes of each mark.
  private var elements: [(name: String, id: String, attributes: Attributes)] = []

  init(_ article: Article, _ quotations: [Int]) {
    self.article = article
    text = article.document.text.bytesAsTheyCame
    codePoints = CodePointIndex(text)
    facts = ArticleFacts(article, asItCame: true)
    entities = facts.entities
    quotes = facts.quotes(quotations)
  }

  mutating func document() -> [UInt8] {
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("TEI", [("xmlns", "http://www.tei-c.org/ns/1.0")])
    xml.raw("\n")
    header()
    standOff()
    xml.open("text", [("xml:lang", article.document.language)])
    xml.raw("<body>")
    collectMarks()
    body()
    xml.raw("</body></text>\n</TEI>\n")
    return xml.bytes
  }

  // MARK: Around the text

  private mutating func header() {
    let said = facts.ofArticle
    let title = said.text(.title) ?? article.document.id
    xml.raw("<teiHeader><fileDesc><titleStmt>")
    xml.element("title", text: title)
    if let author = said.text(.author) { xml.element("author", text: author) }
    xml.raw("</titleStmt><publicationStmt><p>Written by sutra.</p></publicationStmt>")
    xml.raw("<sourceDesc><bibl>")
    xml.element("title", text: title)
    if let author = said.text(.author) { xml.element("author", text: author) }
    if let site = said.text(.site) { xml.element("publisher", text: site) }
    if let date = said.text(.published) { xml.element("date", text: date) }
    if let address = said.text(.url) { xml.element("idno", [("type", "URL")], text: address) }
    xml.raw("</bibl></sourceDesc></fileDesc><profileDesc><langUsage>")
    xml.element("language", [("ident", article.document.language)], text: article.document.language)
    xml.raw("</langUsage></profileDesc></teiHeader>\n")
  }

  private mutating func standOff() {
    xml.raw("<standOff>\n")
    for (kind, list, item) in [
      (EntityKind.person, "listPerson", "person"), (.organization, "listOrg", "org"),
      (.place, "listPlace", "place"),
    ] {
      let listed = entities.filter { $0.text(.kind) == kind.rawValue }
      guard !listed.isEmpty else { continue }
      xml.open(list)
      for entity in listed {
        xml.raw("\n")
        xml.open(item, [("xml:id", entity.id)])
        xml.element(TEIFormat.element(of: kind), text: entity.text(.name) ?? "")
        for alias in entity.texts(.aliases) {
          xml.element(TEIFormat.element(of: kind), [("type", "alias")], text: alias)
        }
        xml.close(item)
      }
      xml.close(list)
      xml.raw("\n")
    }
    structure(facts.ofArticle)
    for entity in entities {
      let kind = entity.text(.kind).flatMap(EntityKind.init)
      guard kind != .person, kind != .organization, kind != .place else { continue }
      structure(FactRecord(.entity, id: entity.id, facts: entity.plainFacts), isNamed: true)
    }
    for quote in quotes {
      structure(FactRecord(.quote, id: quote.id, facts: quote.plainFacts + quote.widerContent))
    }
    for other in facts.sources + facts.diagnostics + facts.notes { structure(other) }
    xml.raw("</standOff>\n")
  }

  /// The facts of a record as a feature structure.
  private mutating func structure(_ record: FactRecord, isNamed: Bool = false) {
    xml.open(
      "fs",
      [("type", record.subject.rawValue), isNamed ? ("xml:id", record.id) : ("n", record.id)])
    for fact in record.facts {
      xml.open("f", [("name", fact.name.rawValue)])
      switch fact.value {
      case .text(let text): xml.element("string", text: text)
      case .truth(let isSo): xml.empty("binary", [("value", isSo ? "true" : "false")])
      case .share(let share): xml.empty("numeric", [("value", share.decimal)])
      case .texts(let texts): strings(texts)
      case .spans(let spans):
        strings(
          spans.map {
            "\(codePoints.codePoints(before: $0.start)) \(codePoints.codePoints(before: $0.end))"
          })
      }
      xml.close("f")
    }
    xml.raw("</fs>\n")
  }

  private mutating func strings(_ texts: [String]) {
    xml.open("vColl")
    for text in texts { xml.element("string", text: text) }
    xml.close("vColl")
  }

  // MARK: The text

  private mutating func collectMarks() {
    for quote in quotes {
      let kind = quote.text(.speakerKind).flatMap(SpeakerKind.init)
      let isWritten = kind == .media || kind == .document
      let who = quote.text(.speakerEntity).map { "#\($0)" }
      for (number, segment) in quote.spans(.segments).enumerated() {
        let id = number == 0 ? quote.id : "\(quote.id)-\(number + 1)"
        var attributes: Attributes = [(isWritten ? "source" : "who", who)]
        if !isWritten {
          attributes.append(("direct", quote.text(.type) == "indirect" ? "false" : "true"))
        }
        attributes.append(("n", String(number + 1)))
        add(segment, 0, isWritten ? "quote" : "said", id, attributes)
      }
      for (fact, type) in TEIFormat.segments {
        for span in quote.spans(fact) {
          add(
            span, 1, "seg", "\(quote.id)-\(type)", [("type", type), ("corresp", "#\(quote.id)")])
        }
      }
    }
    for (number, entity) in entities.enumerated() {
      for (index, span) in entity.spans(.references).enumerated() {
        add(
          span, 2, "rs", "r\(number + 1)-\(index + 1)",
          [("type", "reference"), ("ref", "#\(entity.id)")])
      }
    }
    for mention in facts.mentions {
      guard let kind = mention.text(.kind).flatMap(EntityKind.init),
        let entity = mention.text(.entity)
      else { continue }
      let pointer = kind == .date || kind == .quantity ? "corresp" : "ref"
      for span in mention.spans(.span) {
        add(
          span, 3, TEIFormat.element(of: kind), mention.id,
          [
            ("type", kind == .event ? "event" : nil), (pointer, "#\(entity)"),
            ("cert", mention.share(.confidence)?.decimal),
          ])
      }
    }
  }

  private mutating func add(
    _ span: Span, _ rank: Int, _ name: String, _ id: String, _ attributes: Attributes
  ) {
    guard !span.isEmpty else { return }
    marks.append(NestedMarks.Mark(span: span, rank: rank, holdsOuter: rank < 2))
    elements.append((name, id, attributes))
  }

  private mutating func body() {
    let document = article.document
    let paragraphs = document.paragraphs.map(document.text.spanAsItCame)
    let title = document.title.map(document.text.spanAsItCame)
    let nested = NestedMarks(marks, paragraphs: paragraphs)
    var position = 0
    for (number, paragraph) in paragraphs.enumerated() {
      gap(position..<paragraph.start)
      let isHead = number == 0 && paragraph == title && paragraphs.count > 1
      xml.open(isHead ? "head" : "p")
      self.paragraph(paragraph, nested.ofParagraph[number], nested.counts)
      xml.close(isHead ? "head" : "p")
      position = paragraph.end
    }
    gap(position..<text.count)
    if paragraphs.isEmpty, text.allSatisfy(Self.isBlank) { xml.empty("p") }
  }

  private mutating func paragraph(
    _ paragraph: Span, _ pieces: [NestedMarks.Piece], _ counts: [Int]
  ) {
    var position = paragraph.start
    var open: [NestedMarks.Piece] = []
    func isLast(_ end: Int) -> Bool { open.last.map { $0.span.end <= end } ?? false }
    for piece in pieces {
      while isLast(piece.span.start), let last = open.popLast() {
        xml.text(text[position..<last.span.end])
        position = last.span.end
        xml.close(elements[last.mark].name)
      }
      xml.text(text[position..<piece.span.start])
      position = piece.span.start
      begin(piece, counts[piece.mark])
      open.append(piece)
    }
    while let last = open.popLast() {
      xml.text(text[position..<last.span.end])
      position = last.span.end
      xml.close(elements[last.mark].name)
    }
    xml.text(text[position..<paragraph.end])
  }

  private mutating func begin(_ piece: NestedMarks.Piece, _ count: Int) {
    let element = elements[piece.mark]
    func id(_ number: Int) -> String { number == 1 ? element.id : "\(element.id).\(number)" }
    var attributes: Attributes = [("xml:id", id(piece.number))]
    if piece.number < count { attributes.append(("next", "#\(id(piece.number + 1))")) }
    if piece.number > 1 { attributes.append(("prev", "#\(id(piece.number - 1))")) }
    xml.open(element.name, attributes + element.attributes)
  }

  /// What stands between paragraphs: blanks, or signs for what is hidden there.
  private mutating func gap(_ range: Range<Int>) {
    let bytes = text[range]
    if bytes.allSatisfy(Self.isBlank) {
      xml.text(bytes)
    } else {
      xml.open("p")
      xml.text(bytes)
      xml.close("p")
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
