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
    case .truth(let isSo): json.raw(isSo ? "true" : "false")
    case .share(let share): json.raw(share.decimal)
    case .texts(let texts):
      json.open(0x5B)
      for text in texts { json.string(text) }
      json.close(0x5D)
    case .spans(let spans):
      json.open(0x5B)
      for span in spans {
        let start = codePoints.codePoints(before: span.start)
        json.raw("[\(start),\(codePoints.codePoints(before: span.end))]")
      }
      json.close(0x5D)
    }
  }
}

extension Double {
  /// A number from 0 to 1 with two decimals, as the analysis has it.
  var decimal: String {
    let hundredths = min(max(self, 0), 1).percent
    return hundredths == 100 ? "1.0" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
  }
}
