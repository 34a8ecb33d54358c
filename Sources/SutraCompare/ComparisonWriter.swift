import SutraCore

/// Writes comparisons as one line of JSON; spans count code points of each text.
public enum ComparisonWriter {
  /// The name of the format.
  public static let format = "sutra.comparison/1"

  /// A comparison as one line, without its end.
  public static func line(
    _ comparison: ArticleComparison, _ first: Article, _ second: Article
  ) -> [UInt8] {
    var json = JSONWriter()
    let (one, other) = (
      CodePointIndex(first.document.text.bytes), CodePointIndex(second.document.text.bytes)
    )
    func number(_ key: String, _ value: Int?) {
      json.key(key)
      json.raw(value.map(String.init) ?? "null")
    }
    func text(_ key: String, _ value: String?) {
      json.key(key)
      json.string(value)
    }
    func flag(_ key: String, _ value: Bool) {
      json.key(key)
      json.raw(value ? "true" : "false")
    }
    func span(_ key: String, _ value: Span?, _ index: CodePointIndex) {
      json.key(key)
      guard let value else { return json.raw("null") }
      json.open(0x5B)
      json.raw("\(index.codePoints(before: value.start))")
      json.raw("\(index.codePoints(before: value.end))")
      json.close(0x5D)
    }
    func words(_ key: String, _ words: [String]) {
      json.key(key)
      json.open(0x5B)
      for word in words { json.string(word) }
      json.close(0x5D)
    }
    func list<Item>(_ key: String, _ items: [Item], _ body: (Item) -> Void) {
      json.key(key)
      json.open(0x5B)
      for item in items {
        json.open(0x7B)
        body(item)
        json.close(0x7D)
      }
      json.close(0x5D)
    }
    json.open(0x7B)
    text("format", format)
    text("first", first.document.id)
    text("second", second.document.id)
    flag("versions", comparison.areVersions)
    list("quotes", comparison.quotes) { pair in
      text("state", pair.state.rawValue)
      number("first", pair.first.map { $0 + 1 })
      number("second", pair.second.map { $0 + 1 })
      span("first_span", pair.first.map { first.quotations[$0].content }, one)
      span("second_span", pair.second.map { second.quotations[$0].content }, other)
      text("first_speaker", pair.first.flatMap { first.attributions[$0].speaker?.name })
      text("second_speaker", pair.second.flatMap { second.attributions[$0].speaker?.name })
      flag("same_speaker", pair.isSameSpeaker)
      words("lost", pair.lost)
      words("won", pair.won)
    }
    list("people", comparison.people) { person in
      text("first", person.first.map { first.entities[$0].name })
      text("second", person.second.map { second.entities[$0].name })
      number("first_quotes", person.firstQuotes)
      number("second_quotes", person.secondQuotes)
      flag("same_name", person.isSameName)
    }
    list("amounts", comparison.amounts) { amount in
      text("unit", amount.unit)
      span("first", amount.first, one)
      span("second", amount.second, other)
    }
    list("text", comparison.text) { text in
      json.key("state")
      json.string(text.state.rawValue)
      span("first", text.first, one)
      span("second", text.second, other)
    }
    json.close(0x7D)
    return json.bytes
  }
}
