import SutraCore
import SutraExport
import SutraFeeds

/// Reads a document of TEI: its text, what elements mark in it, and feature structures.
struct TEIReader {
  /// An element that ended, with the bytes of the text that it holds.
  private struct Element {
    let name: String
    let attributes: [MarkupScanner.Attribute]
    let start: Int
    var end = 0

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// What a pointer within the document leads to.
    func target(_ name: String) -> String? {
      guard let value = self[name], value.hasPrefix("#") else { return nil }
      return String(value.dropFirst().prefix { $0 != " " })
    }

    /// The name of what it is a piece of.
    var base: String? {
      self["xml:id"].map { id in
        guard let point = id.lastIndex(of: ".") else { return id }
        return String(id[..<point])
      }
    }
  }

  /// How deep elements are kept account of.
  private static let deepest = 256

  private var scanner: MarkupScanner
  private var text: [UInt8] = []
  private var elements: [Element] = []
  private var structures: [(type: String, id: String, facts: [(String, JSONValue)])] = []
  private var lists: [(id: String, kind: EntityKind, names: [String])] = []
  private var hasBody = false

  init(_ bytes: [UInt8]) { scanner = MarkupScanner(bytes) }

  mutating func read() throws(AnnotationError) -> ([FactRecord], SourceText) {
    scan()
    guard hasBody else { throw .missing("body") }
    let places = TextPlaces(SourceText(validBytes: text))
    return (records(places), places.text)
  }

  // MARK: Markup

  private mutating func scan() {
    var open: [Element] = []
    var words = ""
    var bodyDepth = 0
    while let event = scanner.next() {
      switch event {
      case .start(let written, let attributes, let isClosed):
        let name = Self.local(written)
        if name == "body" {
          hasBody = true
          bodyDepth = open.count + 1
        }
        if bodyDepth > 0, name == "p" || name == "head" { partParagraphs() }
        words = ""
        let element = Element(name: name, attributes: attributes, start: text.count)
        if bodyDepth == 0 { begin(element) }
        if isClosed {
          end(element, "", isInBody: bodyDepth > 0)
        } else if open.count < Self.deepest {
          open.append(element)
          scanner.openElement = written
        }
      case .end(let written):
        let name = Self.local(written)
        guard let index = open.lastIndex(where: { $0.name == name }) else { continue }
        while open.count > index, let element = open.popLast() {
          end(element, words, isInBody: bodyDepth > 0)
          if open.count < bodyDepth { bodyDepth = 0 }
        }
        scanner.openElement = ""
        words = ""
      case .text(let range): take(scanner.bytes[range], isData: false, bodyDepth > 0, &words)
      case .data(let range): take(scanner.bytes[range], isData: true, bodyDepth > 0, &words)
      }
    }
  }

  /// A name without the prefix of its namespace.
  private static func local(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private mutating func take(
    _ bytes: ArraySlice<UInt8>, isData: Bool, _ isInBody: Bool, _ words: inout String
  ) {
    // A return of the file itself is a part of a line end; the text's own are written by number.
    let plain = bytes.filter { $0 != 0x0D }
    let found =
      isData ? String(decoding: plain, as: UTF8.self) : MarkupEntities.resolved(plain)
    if isInBody { text += found.utf8 } else { words += found }
  }

  /// Paragraphs that nothing parts in the file are parted by a line end.
  private mutating func partParagraphs() {
    guard let last = text.last, last > 0x20 else { return }
    text.append(0x0A)
  }

  /// Begins a list entry or a feature structure.
  private mutating func begin(_ element: Element) {
    switch element.name {
    case "person": list(element, .person)
    case "org": list(element, .organization)
    case "place": list(element, .place)
    case "fs":
      structures.append((element["type"] ?? "", element["xml:id"] ?? element["n"] ?? "", []))
    case "f":
      guard !structures.isEmpty, let name = element["name"] else { return }
      structures[structures.count - 1].facts.append((name, .null))
    case "vColl": set(.array([]))
    default: break
    }
  }

  private mutating func list(_ element: Element, _ kind: EntityKind) {
    if let id = element["xml:id"] { lists.append((id, kind, [])) }
  }

  private mutating func end(_ element: Element, _ words: String, isInBody: Bool) {
    guard !isInBody || element.name == "body" else {
      var element = element
      element.end = text.count
      elements.append(element)
      return
    }
    switch element.name {
    case "persName", "orgName", "placeName":
      guard !lists.isEmpty else { return }
      lists[lists.count - 1].names.append(words)
    case "string": add(.string(words))
    case "binary": set(.bool(element["value"] == "true" || element["value"] == "1"))
    case "numeric":
      if let number = element["value"].flatMap(Double.init) { set(.number(number)) }
    default: break
    }
  }

  /// Sets the value of the last feature.
  private mutating func set(_ value: JSONValue) {
    guard let last = structures.indices.last, !structures[last].facts.isEmpty else { return }
    structures[last].facts[structures[last].facts.count - 1].1 = value
  }

  /// Sets the value of the last feature, or adds to it where it is a collection.
  private mutating func add(_ value: JSONValue) {
    guard let last = structures.indices.last, let feature = structures[last].facts.last else {
      return
    }
    if case .array(let items) = feature.1 { set(.array(items + [value])) } else { set(value) }
  }

  // MARK: Records

  private func records(_ places: TextPlaces) -> [FactRecord] {
    var others: [FactRecord] = []
    var entities: [FactRecord] = []
    var quotes: [String: FactRecord] = [:]
    for structure in structures {
      guard let subject = FactRecord.Subject(rawValue: structure.type) else { continue }
      var record = FactRecord(subject, id: structure.id)
      for (name, value) in structure.facts {
        guard let name = FactName(rawValue: name), let value = fact(name, value, places) else {
          continue
        }
        record.set(name, value)
      }
      switch subject {
      case .entity: entities.append(record)
      case .quote: quotes[record.id] = record
      case .article, .mention, .source, .diagnostic, .note: others.append(record)
      }
    }
    for list in lists {
      var record = FactRecord(.entity, id: list.id, facts: [Fact(.kind, .text(list.kind.rawValue))])
      if let name = list.names.first { record.set(.name, .text(name)) }
      if list.names.count > 1 { record.set(.aliases, .texts(Array(list.names.dropFirst()))) }
      entities.append(record)
    }
    addReferences(to: &entities)
    let names = Dictionary(
      entities.map { ($0.id, $0.text(.name) ?? $0.id) }, uniquingKeysWith: { first, _ in first })
    return others + entities.inOrder(.references) + mentions()
      + said(&quotes, names).inOrder(.content)
  }

  private func fact(_ name: FactName, _ value: JSONValue, _ places: TextPlaces) -> FactValue? {
    switch value {
    case .string(let text): return .text(text)
    case .bool(let isSo): return .truth(isSo)
    case .number(let number): return .share(number)
    case .array(let items):
      guard [.span, .spans, .firstMention, .content].contains(name) else {
        return .texts(items.compactMap(\.text))
      }
      return .spans(
        items.compactMap { item in
          let numbers = (item.text ?? "").split(separator: " ").compactMap { Int($0) }
          return numbers.count == 2 ? places.span(numbers[0], numbers[1]) : nil
        })
    case .null, .object: return nil
    }
  }

  /// The span of all pieces of what they are pieces of, in the order of its first one.
  private func pieces(
    _ chosen: (Element) -> Bool, _ key: (Element) -> String
  ) -> [(element: Element, span: Span)] {
    var found: [(element: Element, span: Span)] = []
    var places: [String: Int] = [:]
    for element in elements.sorted(by: { $0.start < $1.start }) where chosen(element) {
      guard element.end > element.start else { continue }
      if let place = places[key(element)] {
        let old = found[place].span
        found[place].span = Span(
          start: min(old.start, element.start), end: max(old.end, element.end))
      } else {
        places[key(element)] = found.count
        found.append((element, Span(start: element.start, end: element.end)))
      }
    }
    return found
  }

  /// What an element is a piece of: one without a name is whole.
  private func key(_ element: Element) -> String {
    element.base ?? "\(element.name) \(element.start) \(element.end)"
  }

  private func kind(_ element: Element) -> EntityKind? {
    if element.name == "rs" { return element["type"] == "event" ? .event : nil }
    return EntityKind.allCases.first {
      $0 != .event && TEIFormat.element(of: $0) == element.name
    }
  }

  private func mentions() -> [FactRecord] {
    pieces({ kind($0) != nil }, key).map { element, span in
      var record = FactRecord(.mention, id: key(element))
      record.set(.kind, kind(element).map { .text($0.rawValue) })
      record.set(.span, .spans([span]))
      record.set(
        .entity, (element.target("ref") ?? element.target("corresp")).map { .text($0) })
      record.set(.confidence, element["cert"].flatMap(Double.init).map { .share($0) })
      return record
    }
  }

  private func addReferences(to entities: inout [FactRecord]) {
    var spans: [String: [Span]] = [:]
    for (element, span) in pieces({ $0.name == "rs" && $0["type"] == "reference" }, key) {
      if let entity = element.target("ref") { spans[entity, default: []].append(span) }
    }
    for index in entities.indices {
      if let found = spans[entities[index].id] { entities[index].set(.references, .spans(found)) }
    }
  }

  private func said(
    _ told: inout [String: FactRecord], _ names: [String: String]
  ) -> [FactRecord] {
    let isQuote = { (element: Element) in element.name == "said" || element.name == "quote" }
    var order: [String] = []
    for (element, span) in pieces(isQuote, key) {
      // The second segment of q1 is called q1-2.
      var id = key(element)
      if let number = element["n"], number != "1", id.hasSuffix("-\(number)") {
        id = String(id.dropLast(number.count + 1))
      }
      if !order.contains(id) { order.append(id) }
      var record = told[id] ?? FactRecord(.quote, id: id)
      record.set(.segments, .spans(record.spans(.segments) + [span]))
      let who = element.target("who") ?? element.target("source")
      if who != record.text(.speakerEntity), who != nil || told[id] == nil {
        record.setSpeaker(entity: who, name: who.flatMap { names[$0] })
      }
      told[id] = record
    }
    for (element, span) in pieces({ $0.name == "seg" && $0["corresp"] != nil }, key) {
      guard let id = element.target("corresp"),
        let part = TEIFormat.segments.first(where: { $0.type == element["type"] })
      else { continue }
      told[id]?.set(part.fact, .spans([span]))
    }
    return order.compactMap { told[$0] }.map { record in
      var record = record
      record.setSegments(record.spans(.segments))
      return record
    }
  }
}
