import SutraCore
import SutraExport

/// Reads the lines of an `.ann` of brat.
struct BratReader {
  /// A text-bound annotation.
  private struct Term {
    let type: String
    let spans: [Span]
    let id: String
  }

  private let lines: [String]
  private let places: TextPlaces
  private var terms: [Term] = []
  private var termOfID: [String: Int] = [:]
  private var events: [(id: String, trigger: String, arguments: [(role: String, id: String)])] = []
  private var attributes: [String: [Fact]] = [:]
  /// The record that a note tells of an annotation.
  private var told: [String: FactRecord] = [:]
  /// What annotators have noted, and on which annotation.
  private var notes: [(target: String, text: String)] = []
  /// Records that belong to no annotation, and entities.
  private var others: [FactRecord] = []
  private var entityOfTerm: [String: (id: String, name: String)] = [:]

  init(_ bytes: [UInt8], _ text: SourceText) throws(AnnotationError) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
    places = TextPlaces(text)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard take(line) else { throw .line(index + 1) }
    }
  }

  /// Takes a line; false where it is none of brat.
  private mutating func take(_ line: String) -> Bool {
    let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      .map(String.init)
    guard fields.count > 1, let letter = fields[0].first else { return false }
    let words = fields[1].split(separator: " ").map(String.init)
    switch letter {
    case "T": return takeTerm(fields[0], fields[1])
    case "E":
      let parts = words.map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
      guard parts.allSatisfy({ $0.count == 2 }), let trigger = parts.first else { return false }
      events.append((fields[0], trigger[1], parts.dropFirst().map { ($0[0], $0[1]) }))
    case "A", "M":
      guard words.count > 1 else { return false }
      if let known = BratFormat.attributes.first(where: { $0.name == words[0] }) {
        let value = words.count > 2 ? FactValue.text(words[2]) : .truth(true)
        attributes[words[1], default: []].append(Fact(known.fact, value))
      }
    case "N":
      guard words.count > 2 else { return false }
      let id = words[2].hasPrefix("Sutra:") ? String(words[2].dropFirst(6)) : words[2]
      entityOfTerm[words[1]] = (id, fields.count > 2 ? fields[2] : id)
    case "*": takeEquivalents(words)
    case "#":
      guard words.count > 1 else { return false }
      guard fields.count > 2 else { break }
      if words[0] == "Sutra" { takeNote(on: words[1], fields[2]) }
      if words[0] == BratFormat.annotatorNote { notes.append((words[1], fields[2])) }
    case "R": break
    default: return false
    }
    return true
  }

  private mutating func takeTerm(_ id: String, _ field: String) -> Bool {
    let parts = field.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return false }
    var spans: [Span] = []
    for part in parts[1].split(separator: ";") {
      let numbers = part.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { return false }
      if let span = places.span(numbers[0], numbers[1]), !span.isEmpty { spans.append(span) }
    }
    termOfID[id] = terms.count
    terms.append(Term(type: parts[0], spans: joined(spans), id: id))
    return true
  }

  /// Parts that only the end of a line has parted are one.
  private func joined(_ spans: [Span]) -> [Span] {
    var joined: [Span] = []
    for span in spans.sorted() {
      if let last = joined.last, last.end <= span.start {
        let gap = places.text.bytes[last.end..<span.start]
        if gap.contains(where: BratFormat.parts),
          gap.allSatisfy({ $0 == 0x20 || BratFormat.parts($0) })
        {
          joined[joined.count - 1] = Span(start: last.start, end: span.end)
          continue
        }
      }
      joined.append(span)
    }
    return joined
  }

  /// Annotations that name one thing, where nothing else tells which.
  private mutating func takeEquivalents(_ words: [String]) {
    let ids = words.dropFirst()
    guard let first = ids.first else { return }
    let known = ids.first { entityOfTerm[$0] != nil }.flatMap { entityOfTerm[$0] }
    let name = termOfID[first].map {
      terms[$0].spans.map { places.text[$0] }.joined(separator: " ")
    }
    let entity = known ?? (id: "of \(first)", name: name ?? first)
    for id in ids where entityOfTerm[id] == nil { entityOfTerm[id] = entity }
  }

  private mutating func takeNote(on target: String, _ text: String) {
    for item in JSONValue(Array(text.utf8))?.items ?? [] {
      guard let record = places.record(item) else { continue }
      switch record.subject {
      case .mention, .quote: told[target] = record
      case .entity, .source, .diagnostic, .article, .note: others.append(record)
      }
    }
  }

  // MARK: Records

  /// All that the lines tell.
  func records() -> [FactRecord] {
    var entities = others.filter { $0.subject == .entity }
    var entityNumbers: [String: Int] = [:]
    for (number, entity) in entities.enumerated() { entityNumbers[entity.id] = number }
    var mentions: [FactRecord] = []
    var references: [String: [Span]] = [:]
    for term in terms {
      let kind = EntityKind(rawValue: term.type.uppercased())
      guard kind != nil || term.type == "Reference" else { continue }
      let entity = entityOfTerm[term.id] ?? (id: "of \(term.id)", name: "")
      if kind == nil {
        references[entity.id, default: []] += term.spans
        continue
      }
      if entityNumbers[entity.id] == nil {
        entityNumbers[entity.id] = entities.count
        let name = entity.name.isEmpty ? words(term) : entity.name
        entities.append(
          FactRecord(
            .entity, id: entity.id,
            facts: [Fact(.kind, .text(term.type.uppercased())), Fact(.name, .text(name))]))
      }
      var record = told[term.id] ?? FactRecord(.mention, id: term.id)
      record.set(.kind, .text(term.type.uppercased()))
      record.set(.entity, .text(entity.id))
      record.set(.span, .spans(whole(term.spans)))
      mentions.append(record)
    }
    for index in entities.indices {
      if let spans = references[entities[index].id] {
        entities[index].set(.references, .spans(spans))
      }
    }
    return others.filter { $0.subject != .entity } + entities.inOrder(.references) + mentions
      + quotes().inOrder(.content) + noted()
  }

  /// What is noted on words, or on the words of a quote.
  private func noted() -> [FactRecord] {
    notes.enumerated().compactMap { number, note in
      let trigger = events.first { $0.id == note.target }?.trigger ?? note.target
      guard let term = termOfID[trigger].map({ terms[$0] }) else { return nil }
      return FactRecord(
        .note, id: "n\(number + 1)",
        facts: [Fact(.span, .spans(whole(term.spans))), Fact(.message, .text(note.text))])
    }
  }

  private func words(_ term: Term) -> String {
    whole(term.spans).first.map { places.text[$0] } ?? term.id
  }

  /// The span from the first to the last part.
  private func whole(_ spans: [Span]) -> [Span] {
    guard let first = spans.first, let last = spans.last else { return [] }
    return [Span(start: first.start, end: last.end)]
  }

  private func quotes() -> [FactRecord] {
    var names: [String: String] = [:]
    for event in events { names[event.id] = told[event.id]?.id ?? event.id }
    var triggers: Set<String> = []
    var found: [FactRecord] = []
    for event in events {
      triggers.insert(event.trigger)
      guard let term = termOfID[event.trigger].map({ terms[$0] }), term.type == "Quote" else {
        continue
      }
      var record = told[event.id] ?? FactRecord(.quote, id: event.id)
      for fact in attributes[event.id] ?? [] { record.set(fact.name, fact.value) }
      record.setSegments(term.spans)
      for (role, id) in event.arguments {
        if role == "In" {
          record.set(.parent, names[id].map { .text($0) })
        } else if let part = BratFormat.roles.first(where: { $0.role == role }) {
          take(part.fact, id, into: &record)
        }
      }
      // What somebody has taken away is no part of the quote any more.
      for part in BratFormat.roles where !event.arguments.contains(where: { $0.role == part.role })
      {
        record.set(part.fact, nil)
      }
      found.append(record)
    }
    // Words that somebody has marked without telling more of them.
    for term in terms where term.type == "Quote" && !triggers.contains(term.id) {
      var record = FactRecord(.quote, id: term.id)
      record.setSegments(term.spans)
      found.append(record)
    }
    return found
  }

  /// Takes an argument of a quote; another speaker than the note tells of is one of his own.
  private func take(_ fact: FactName, _ id: String, into record: inout FactRecord) {
    guard let term = termOfID[id].map({ terms[$0] }) else { return }
    let spans = whole(term.spans)
    if fact == .speaker, record.spans(.speaker) != spans {
      let entity = entityOfTerm[id]
      record.setSpeaker(entity: entity?.id, name: entity?.name)
    }
    record.set(fact, .spans(spans))
  }
}
