import SutraCore
import SutraExport

/// Reads a page or a list of Web Annotations.
struct WebAnnotationReader {
  private let page: JSONValue
  private let places: TextPlaces

  /// Takes the bytes, and the text where they do not hold it.
  init(_ bytes: [UInt8], _ text: SourceText?) throws(AnnotationError) {
    guard let page = JSONValue(bytes) else { throw .unknownFormat }
    guard let own = page["text"]?.text.map({ SourceText(validBytes: Array($0.utf8)) }) ?? text
    else { throw .noText }
    self.page = page
    places = TextPlaces(own)
  }

  func read() throws(AnnotationError) -> ([FactRecord], SourceText) {
    var records = (page["facts"]?.items ?? []).compactMap(places.record)
    let items = page["items"]?.items ?? page["@graph"]?.items ?? page.items
    guard !items.isEmpty || page["items"] != nil else { throw .missing("items") }
    var named: [String: String] = [:]
    for (number, item) in items.enumerated() {
      guard let record = record(item, number) else { continue }
      if record.subject == .mention, record.text(.entity) == nil {
        records.append(contentsOf: mention(record, name: name(item), &named))
      } else {
        records.append(record)
      }
    }
    return (
      records.filter { $0.subject != .quote }
        + records.filter { $0.subject == .quote }.inOrder(.content), places.text
    )
  }

  /// The record of an annotation: what it tells by itself counts more than the facts with it.
  private func record(_ item: JSONValue, _ number: Int) -> FactRecord? {
    let found = targets(item).compactMap(place)
    let tag = bodies(item, "tagging").first
    guard var record = item["facts"].flatMap(places.record) else {
      guard !found.isEmpty else { return nil }
      if let kind = tag.flatMap({ EntityKind(rawValue: $0.uppercased()) }) {
        return FactRecord(
          .mention, id: "annotation \(number)",
          facts: [Fact(.kind, .text(kind.rawValue)), Fact(.span, .spans(found))])
      }
      var record = FactRecord(.quote, id: "annotation \(number)", facts: [])
      if let tag, QuotationForm(rawValue: tag) != nil { record.set(.type, .text(tag)) }
      moved(&record, to: found)
      return record
    }
    switch record.subject {
    case .quote:
      if let tag, QuotationForm(rawValue: tag) != nil { record.set(.type, .text(tag)) }
      if !found.isEmpty, record.spans(.content) != found { moved(&record, to: found) }
    case .mention:
      if let tag, EntityKind(rawValue: tag) != nil { record.set(.kind, .text(tag)) }
      if !found.isEmpty { record.set(.span, .spans(found)) }
    case .note:
      if let text = bodies(item, "commenting").first { record.set(.message, .text(text)) }
      if !found.isEmpty { record.set(.span, .spans(found)) }
    case .diagnostic, .article, .entity, .source: break
    }
    return record
  }

  private func moved(_ record: inout FactRecord, to spans: [Span]) {
    record.set(.content, nil)
    record.setSegments(spans.sorted())
  }

  /// A name with the thing it names, which annotations of the same name share.
  private func mention(
    _ record: FactRecord, name: String?, _ named: inout [String: String]
  ) -> [FactRecord] {
    var record = record
    let words = record.spans(.span).first.map { places.text[$0] } ?? ""
    let name = name ?? words
    if let known = named[name] {
      record.set(.entity, .text(known))
      return [record]
    }
    let entity = "of \(record.id)"
    named[name] = entity
    record.set(.entity, .text(entity))
    let kind = record.text(.kind) ?? EntityKind.person.rawValue
    return [
      FactRecord(.entity, id: entity, facts: [Fact(.kind, .text(kind)), Fact(.name, .text(name))]),
      record,
    ]
  }

  private func name(_ item: JSONValue) -> String? { bodies(item, "identifying").first }

  /// The texts of the bodies that have a purpose.
  private func bodies(_ item: JSONValue, _ purpose: String) -> [String] {
    list(item["body"]).filter { $0["purpose"]?.text == purpose }.compactMap { $0["value"]?.text }
  }

  private func targets(_ item: JSONValue) -> [JSONValue] { list(item["target"]) }

  private func list(_ json: JSONValue?) -> [JSONValue] {
    guard let json else { return [] }
    if case .array(let items) = json { return items }
    return [json]
  }

  /// The place of a target: by its position where the words there are those that it quotes, else
  /// by the words.
  private func place(_ target: JSONValue) -> Span? {
    var position: Span?
    var quote: JSONValue?
    for selector in list(target["selector"]) {
      switch selector["type"]?.text {
      case "TextPositionSelector":
        guard case .number(let start)? = selector["start"],
          case .number(let end)? = selector["end"],
          let first = Int(exactly: start), let last = Int(exactly: end)
        else { continue }
        position = places.span(first, last)
      case "TextQuoteSelector": quote = selector
      default: break
      }
    }
    guard let exact = quote?["exact"]?.text, !exact.isEmpty else { return position }
    if let position, places.text.bytes[position.start..<position.end].elementsEqual(exact.utf8) {
      return position
    }
    let before = quote?["prefix"]?.text ?? ""
    return find(before + exact + (quote?["suffix"]?.text ?? "")).map {
      let start = $0.start + before.utf8.count
      return Span(start: start, end: start + exact.utf8.count)
    } ?? find(exact)
  }

  /// The only place of some words, or the first.
  private func find(_ words: String) -> Span? {
    let (text, wanted) = (places.text.bytes, Array(words.utf8))
    guard let first = wanted.first, wanted.count <= text.count else { return nil }
    for start in 0...text.count - wanted.count
    where text[start] == first && text[start..<start + wanted.count].elementsEqual(wanted) {
      return Span(start: start, end: start + wanted.count)
    }
    return nil
  }
}
