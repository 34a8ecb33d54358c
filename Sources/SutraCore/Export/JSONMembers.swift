/// Where spans stand in a text as it came, in code points: the places of all JSON that the program
/// writes of an article.
package struct CodePointPlaces: Sendable {
  private let text: SourceText
  private let index: CodePointIndex

  /// Notes the places of a text.
  package init(_ text: SourceText) {
    self.text = text
    index = CodePointIndex(text.bytesAsTheyCame)
  }

  /// The code points before a span's start and before its end.
  package func bounds(of span: Span) -> (start: Int, end: Int) {
    let span = text.spanAsItCame(span)
    return (index.codePoints(before: span.start), index.codePoints(before: span.end))
  }
}

extension JSONWriter {
  /// Writes `true` or `false`.
  package mutating func truth(_ isSo: Bool) { raw(isSo ? "true" : "false") }

  /// Writes a whole number, or `null`.
  package mutating func number(_ number: Int?) { raw(number.map(String.init) ?? "null") }

  /// Writes a span as an array of its bounds, or `null`.
  package mutating func span(_ span: Span?, in places: CodePointPlaces) {
    guard let span else { return raw("null") }
    let (start, end) = places.bounds(of: span)
    raw("[\(start),\(end)]")
  }

  /// Writes a member of an object.
  package mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
    key(name)
    value(&self)
  }

  /// Writes an object.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(0x7B)
    members(&self)
    close(0x7D)
  }

  /// Writes an array.
  package mutating func array<Items: Sequence>(
    _ items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    open(0x5B)
    for item in items { body(&self, item) }
    close(0x5D)
  }

  /// Writes a member that is an array of objects.
  package mutating func objects<Items: Sequence>(
    _ name: String, _ items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    member(name) { json in json.array(items) { json, item in json.object { body(&$0, item) } } }
  }
}
