import SutraCore
import SutraExport

/// Turns places in code points of a text into spans of its bytes.
struct TextPlaces {
  let text: SourceText
  /// For each code point the byte it begins at, and behind the last one the text's length.
  private let offsets: [UInt32]

  init(_ text: SourceText) {
    self.text = text
    var offsets: [UInt32] = []
    offsets.reserveCapacity(text.bytes.count / 2 + 1)
    for (offset, byte) in text.bytes.enumerated() where byte & 0xC0 != 0x80 {
      offsets.append(UInt32(truncatingIfNeeded: offset))
    }
    offsets.append(UInt32(truncatingIfNeeded: text.bytes.count))
    self.offsets = offsets
  }

  /// The span between two places; `nil` where they are none of the text.
  func span(_ start: Int, _ end: Int) -> Span? {
    guard start >= 0, start <= end, end < offsets.count else { return nil }
    return Span(start: Int(offsets[start]), end: Int(offsets[end]))
  }

  /// The spans of places written as pairs of numbers.
  func spans(_ json: JSONValue) -> [Span] {
    json.items.compactMap { pair in
      let numbers = pair.items.compactMap { item -> Int? in
        guard case .number(let number) = item else { return nil }
        return Int(exactly: number)
      }
      return numbers.count == 2 ? span(numbers[0], numbers[1]) : nil
    }
  }

  /// A record as ``FactJSON`` has written it; `nil` where it is none.
  func record(_ json: JSONValue) -> FactRecord? {
    guard let subject = json["of"]?.text.flatMap(FactRecord.Subject.init), let id = json["id"]?.text
    else { return nil }
    var record = FactRecord(subject, id: id)
    for name in FactName.allCases {
      guard let value = json[name.rawValue] else { continue }
      if let value = fact(value) { record.facts.append(Fact(name, value)) }
    }
    return record
  }

  private func fact(_ json: JSONValue) -> FactValue? {
    switch json {
    case .string(let text): return .text(text)
    case .bool(let isSo): return .truth(isSo)
    case .number(let number): return .share(number)
    case .array(let items):
      if case .array? = items.first { return .spans(spans(json)) }
      return .texts(items.compactMap(\.text))
    case .null, .object: return nil
    }
  }
}

extension FactRecord {
  /// Sets a fact, or takes it away.
  mutating func set(_ name: FactName, _ value: FactValue?) {
    facts.removeAll { $0.name == name }
    if let value { facts.append(Fact(name, value)) }
  }

  /// Adds a fact where there is none of its name.
  mutating func add(_ name: FactName, _ value: FactValue) {
    if self[name] == nil { facts.append(Fact(name, value)) }
  }

  /// Names another speaker, of whom nothing else is known than who that is.
  mutating func setSpeaker(entity: String?, name: String?) {
    for fact in [
      FactName.speakerRole, .speakerReason, .speakerCollective, .speakerKind, .speakerConfidence,
      .speakerAlternatives,
    ] {
      set(fact, nil)
    }
    set(.speakerEntity, entity.map { .text($0) })
    set(.speakerName, name.map { .text($0) })
  }

  /// The number in its name, as in `q12`.
  var number: Int? { Int(id.dropFirst()) }
}

extension [FactRecord] {
  /// The records in the order of the numbers in their names; those without one stand where their
  /// place in the text belongs.
  func inOrder(_ place: FactName) -> [FactRecord] {
    var ordered = filter { $0.number != nil }.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    for record in self where record.number == nil {
      let start = record.spans(place).first?.start ?? .max
      let index = ordered.firstIndex { ($0.spans(place).first?.start ?? .max) > start }
      ordered.insert(record, at: index ?? ordered.count)
    }
    return ordered
  }
}
