import SutraCore
import SutraWords

/// Standoff annotations of brat: an `.ann` beside the text, places in code points.
///
/// Names are text-bound annotations with a normalisation to the entity they name; a quote is an
/// event whose trigger is what is said, in as many parts as it has lines. What brat has no place for
/// stands as JSON in notes, so that nothing is lost.
package struct BratFormat: ArticleFormat {
  package let name = "brat"
  package let fileEnding = "ann"
  package var help: String { say("format.brat") }
  package let holdsOne = true

  package init() {}

  package var folderFiles: [ExportedFile] {
    [ExportedFile(name: "annotation.conf", bytes: Array(Self.configuration.utf8))]
  }

  package func companions(_ article: Article) -> [ExportedFile] {
    [
      ExportedFile(
        name: ".txt", bytes: HarmlessText.bytes(article.document.text.bytesAsTheyCame))
    ]
  }

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    var writer = BratWriter(article)
    writer.write(quotations)
    return writer.bytes
  }

  /// The parts of a quote beside what is said, and what brat calls them.
  package static let roles: [(fact: FactName, role: String)] = [
    (.speaker, "Speaker"), (.cue, "Cue"), (.addressee, "Addressee"), (.medium, "Medium"),
    (.origin, "Origin"), (.time, "Time"), (.speakerReason, "Reason"),
  ]

  /// What is told as attributes of a quote.
  package static let attributes: [(fact: FactName, name: String)] = [
    (.type, "Form"), (.cueClass, "Act"), (.speakerKind, "SpeakerKind"), (.negated, "Negated"),
    (.unterminated, "Unterminated"), (.speakerCollective, "Several"),
  ]

  /// What words are that somebody has noted something on, and what brat calls the note.
  package static let (note, annotatorNote) = ("Note", "AnnotatorNotes")

  /// Whether a byte ends a line or, as a tab, a field of one.
  package static func parts(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private static var configuration: String {
    let kinds = EntityKind.allCases.map(\.rawValue)
    let values: [(String, [String])] = [
      ("Form", QuotationForm.allCases.map(\.rawValue)),
      ("Act", SpeechAct.allCases.map(\.rawValue)),
      ("SpeakerKind", SpeakerKind.allCases.map(\.rawValue)),
    ]
    let arguments = roles.map { "\($0.role)?:<ENTITY>" } + ["In?:Quote"]
    var lines = ["[entities]", ""] + kinds + ["Reference", note] + roles.map(\.role)
    lines += ["", "[relations]", "", "[events]", "", "Quote\t" + arguments.joined(separator: ", ")]
    lines += ["", "[attributes]", ""]
    lines += values.map { "\($0.0)\tArg:<EVENT>, Value:\($0.1.joined(separator: "|"))" }
    lines += ["Negated\tArg:<EVENT>", "Unterminated\tArg:<EVENT>", "Several\tArg:<EVENT>"]
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Writes the lines of an `.ann`.
private struct BratWriter {
  private(set) var bytes: [UInt8] = []

  private let article: Article
  private let text: [UInt8]
  private let codePoints: CodePointIndex
  private var (terms, events, attributes, notes, links) = (0, 0, 0, 0, 0)
  /// The text-bound annotations by their places: what is a name already is not marked again as
  /// somebody's part in a quote.
  private var termOfPlace: [[Span]: Int] = [:]

  init(_ article: Article) {
    self.article = article
    text = article.document.text.bytesAsTheyCame
    codePoints = CodePointIndex(text)
  }

  mutating func write(_ quotations: [Int]) {
    let facts = ArticleFacts(article, asItCame: true)
    let entities = facts.entities
    var told = Set<Int>()
    for (number, record) in facts.mentions.enumerated() {
      let mention = article.mentions[number]
      guard let id = term(mention.kind.rawValue, record.spans(.span), isNew: true) else {
        continue
      }
      link(id, to: entities[mention.entity])
      let isFirst = told.insert(mention.entity).inserted
      note(
        id, record, record.plainFacts.filter { $0.name == .confidence },
        and: isFirst ? [entities[mention.entity]] : [])
    }
    for entity in entities {
      for span in entity.spans(.references) {
        if let id = term("Reference", [span], isNew: true) { link(id, to: entity) }
      }
    }
    let quotes = facts.quotes(quotations)
    var eventOfQuote: [String: Int] = [:]
    for (number, record) in quotes.enumerated() { eventOfQuote[record.id] = number + 1 }
    for record in quotes { quote(record, eventOfQuote) }
    for record in facts.notes {
      guard let id = term(BratFormat.note, record.spans(.span), isNew: true) else { continue }
      notes += 1
      line(
        "#\(notes)", "\(BratFormat.annotatorNote) \(id)", Array((record.text(.message) ?? "").utf8))
    }
    if terms > 0 {
      note("T1", nil, [], and: [facts.ofArticle] + facts.sources + facts.diagnostics)
    }
  }

  private mutating func quote(_ record: FactRecord, _ eventOfQuote: [String: Int]) {
    guard let trigger = term("Quote", record.spans(.segments), isNew: true) else { return }
    var arguments = ["Quote:\(trigger)"]
    for (fact, role) in BratFormat.roles {
      guard let span = record.spans(fact).first, let id = term(role, [span]) else { continue }
      arguments.append("\(role):\(id)")
    }
    if let parent = record.text(.parent).flatMap({ eventOfQuote[$0] }) {
      arguments.append("In:E\(parent)")
    }
    events += 1
    line("E\(events)", arguments.joined(separator: " "))
    // The speaker's place tells the reader whether somebody has named another one since.
    var others = record.facts.filter { $0.name == .speaker }
    others += record.widerContent + record.plainFacts.filter { $0.name != .parent }
    for (fact, name) in BratFormat.attributes {
      guard let value = record[fact] else { continue }
      attributes += 1
      others.removeAll { $0.name == fact }
      if case .text(let text) = value {
        line("A\(attributes)", "\(name) E\(events) \(text)")
      } else {
        line("A\(attributes)", "\(name) E\(events)")
      }
    }
    note("E\(events)", record, others, and: [])
  }

  /// The annotation of a place; `nil` where nothing is left of it.
  ///
  /// - Parameters:
  ///   - type: Its type, where it is written.
  ///   - spans: The place.
  ///   - isNew: Whether it is written in any case; otherwise one that is there will do.
  /// - Returns: Its name.
  private mutating func term(_ type: String, _ spans: [Span], isNew: Bool = false) -> String? {
    let parts = spans.flatMap(lines)
    guard !parts.isEmpty else { return nil }
    if !isNew, let known = termOfPlace[parts] { return "T\(known)" }
    terms += 1
    if termOfPlace[parts] == nil { termOfPlace[parts] = terms }
    let places = parts.map {
      "\(codePoints.codePoints(before: $0.start)) \(codePoints.codePoints(before: $0.end))"
    }
    var words: [UInt8] = []
    for part in parts {
      if !words.isEmpty { words.append(0x20) }
      words += text[part.start..<part.end]
    }
    line("T\(terms)", "\(type) \(places.joined(separator: ";"))", words)
    return "T\(terms)"
  }

  /// A place as brat takes it: no part of it goes over the end of a line.
  private func lines(_ span: Span) -> [Span] {
    var parts: [Span] = []
    var start = span.start
    while start < span.end {
      var end = start
      while end < span.end, !BratFormat.parts(text[end]) { end += 1 }
      var last = end
      while last > start, text[last - 1] == 0x20 || text[last - 1] == 0x09 { last -= 1 }
      // Blanks at the end of a line stay where the whole ends there.
      if end == span.end { last = end }
      if last > start { parts.append(Span(start: start, end: last)) }
      start = end
      while start < span.end, BratFormat.parts(text[start]) || text[start] == 0x20 { start += 1 }
    }
    return parts
  }

  private mutating func link(_ term: String, to entity: FactRecord) {
    links += 1
    line(
      "N\(links)", "Reference \(term) Sutra:\(entity.id)",
      Array((entity.text(.name) ?? "").utf8))
  }

  private mutating func note(
    _ target: String, _ record: FactRecord?, _ facts: [Fact], and others: [FactRecord]
  ) {
    guard !facts.isEmpty || !others.isEmpty else { return }
    let json = FactJSON(codePoints)
    var writer = JSONWriter()
    writer.open(0x5B)
    if let record { json.write(record, facts, to: &writer) }
    for other in others {
      // The places of an entity have annotations of their own.
      json.write(other, other.subject == .entity ? other.plainFacts : other.facts, to: &writer)
    }
    writer.close(0x5D)
    notes += 1
    line("#\(notes)", "Sutra \(target)", writer.bytes)
  }

  private mutating func line(_ id: String, _ fields: String, _ words: [UInt8]? = nil) {
    bytes += id.utf8
    bytes.append(0x09)
    bytes += fields.utf8
    if let words {
      bytes.append(0x09)
      // A tab would part fields, and a line end annotations.
      bytes += HarmlessText.bytes(words).map { BratFormat.parts($0) ? 0x20 : $0 }
    }
    bytes.append(0x0A)
  }
}
