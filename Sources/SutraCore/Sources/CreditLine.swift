/// The line that says where the whole article is from, as in "Source: BBC".
struct CreditLine: Sendable {
  /// One party of the line.
  struct Party: Sendable {
    let name: String
    let span: Span
    let entity: Int?
  }

  /// Most tokens of a credit line.
  static let longest = 16

  /// Whom it names.
  let parties: [Party]
  /// Its tokens.
  let tokens: Range<Int>

  /// Finds a credit line at the end of the text: a credit word, a colon, and up to the end nothing
  /// but names; `nil` when there is none.
  init?(_ context: QuotationContext, _ entityOfName: [Int]) {
    let text = context.text
    let end = text.tokens.count
    for index in stride(from: end - 2, through: max(0, end - Self.longest), by: -1) {
      guard let found = text.phrases.longest(.credit, at: index), found.match.end < end,
        context.kind(found.match.end) == .colon || context.kind(found.match.end) == .dash
      else { continue }
      var parties: [Party] = []
      var start = found.match.end + 1
      let paragraph = text.paragraphs.first { $0.contains(start) }
      let end = min(end, paragraph?.upperBound ?? end)
      guard start <= end else { continue }
      for token in start...end
      where token == end || [.comma, .terminator].contains(context.kind(token))
        || text.functionType(token) == .conjunction
      {
        if start < token { parties.append(Self.party(start..<token, context, entityOfName)) }
        start = token + 1
      }
      guard !parties.isEmpty else { return nil }
      self.parties = parties
      tokens = index..<text.tokens.count
      return
    }
    return nil
  }

  private static func party(
    _ tokens: Range<Int>, _ context: QuotationContext, _ entityOfName: [Int]
  ) -> Party {
    for token in tokens {
      if let (number, name) = context.name(at: token), name.kind != .place {
        return Party(
          name: context.text.name(name.tokens, stemLength: name.stemLength),
          span: context.text.span(name.tokens), entity: entityOfName[number])
      }
    }
    return Party(
      name: context.text.text(tokens), span: context.text.span(tokens), entity: nil)
  }
}
