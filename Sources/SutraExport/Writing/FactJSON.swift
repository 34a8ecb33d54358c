import SutraCore

/// Records of facts as JSON: `{"of": "quote", "id": "q1", …}`, places in code points.
package struct FactJSON {
  private let codePoints: CodePointIndex

  /// Takes the places of a text.
  init(_ codePoints: CodePointIndex) { self.codePoints = codePoints }

  /// Writes a record with some of its facts.
  func write(_ record: FactRecord, _ facts: [Fact], to json: inout JSONWriter) {
    json.open(0x7B)
    json.key("of")
    json.string(record.subject.rawValue)
    json.key("id")
    json.string(record.id)
    for fact in facts {
      json.key(fact.name.rawValue)
      write(fact.value, to: &json)
    }
    json.close(0x7D)
  }

  private func write(_ value: FactValue, to json: inout JSONWriter) {
    switch value {
    case .text(let text): json.string(text)
    case .truth(let isSo): json.truth(isSo)
    case .share(let share): json.raw(share.decimal)
    case .texts(let texts): json.array(texts) { $0.string($1) }
    case .spans(let spans):
      json.array(spans) { json, span in
        let start = codePoints.codePoints(before: span.start)
        json.raw("[\(start),\(codePoints.codePoints(before: span.end))]")
      }
    }
  }
}
