/// A by-line or photo credit: who wrote the article or took its pictures, which is no source of
/// what it says.
struct Byline: Sendable {
  /// Most tokens of a line that is nothing but a by-line.
  static let longest = 14
  /// Most tokens of the name behind a word such as "Photo".
  static let longestName = 8

  /// The name in the line.
  let name: String
  /// Where it stands.
  let span: Span
  /// Index of the entity it means, if any.
  let entity: Int?
  /// `byline` or `photo`.
  let role: SourceRole

  /// The by-lines and credits of a text, in text order: short paragraphs that are nothing else,
  /// and credits at the end of a caption.
  static func all(_ context: QuotationContext, _ entityOfName: [Int]) -> [Byline] {
    let text = context.text
    var found: [Byline] = []
    for (number, paragraph) in text.paragraphs.enumerated() where !paragraph.isEmpty {
      let first = paragraph.lowerBound
      if paragraph.count <= longest, let line = line(paragraph, context, entityOfName) {
        found.append(line)
        continue
      }
      // What a page sets apart as the name of who made a picture needs no word that says so.
      if text.document.kind(of: number) == .credit {
        named(context.trimmed(paragraph), .photo, context, entityOfName).map { found.append($0) }
        continue
      }
      if let line = dateline(first, paragraph, context) { found.append(line) }
      let lower = max(first, paragraph.upperBound - longestName - 4)
      for index in lower..<paragraph.upperBound {
        guard let (end, kind) = lead(index, text), kind == .photo, end < paragraph.upperBound,
          context.kind(end) == .colon,
          let line = named(end + 1..<paragraph.upperBound, .photo, context, entityOfName)
        else { continue }
        found.append(line)
        break
      }
    }
    return found
  }

  /// A paragraph that is a by-line: "Staff Reporter, Dhaka", "By so-and-so", "Photo: so-and-so".
  private static func line(
    _ paragraph: Range<Int>, _ context: QuotationContext, _ entityOfName: [Int]
  ) -> Byline? {
    let text = context.text
    let content = context.trimmed(paragraph)
    guard let first = content.first else { return nil }
    // Words of the paragraph behind it may go on with a phrase: "Photo" and "By".
    if let (end, kind) = lead(first, text), end <= content.upperBound {
      if kind == .whole {
        guard end == content.upperBound || context.kind(end) == .comma else { return nil }
        return Byline(
          name: text.text(first..<end), span: text.span(first..<end), entity: nil, role: .byline)
      }
      let hasColon = end < content.upperBound && context.kind(end) == .colon
      // Without a colon only a name follows: "By so-and-so".
      let rest = (hasColon ? end + 1 : end)..<content.upperBound
      guard let next = rest.first else { return nil }
      let isName = context.name(at: next)?.name.kind == .person || text.tokens[next].isCapitalized
      guard hasColon || (text.has(.bareByline) && isName) else { return nil }
      return named(rest, kind == .photo ? .photo : .byline, context, entityOfName)
    }
    // "The Rajshahi correspondent" of the paper: the phrase ends the line.
    for index in content.dropFirst() where index >= content.upperBound - 3 {
      if let (end, kind) = lead(index, text), kind == .whole, end == content.upperBound,
        content.count <= 5, paragraph.count == content.count
      {
        return Byline(
          name: text.text(content), span: text.span(content), entity: nil, role: .byline)
      }
    }
    return nil
  }

  /// A by-line that opens the first sentence: "Staff Reporter, Dhaka: The river ...".
  private static func dateline(
    _ first: Int, _ paragraph: Range<Int>, _ context: QuotationContext
  ) -> Byline? {
    guard let (end, kind) = lead(first, context.text), kind == .whole else { return nil }
    let limit = min(paragraph.upperBound, end + 4)
    guard end < limit, context.kind(end) == .comma || context.kind(end) == .colon,
      (end..<limit).contains(where: { context.kind($0) == .colon || context.kind($0) == .dash })
    else { return nil }
    return Byline(
      name: context.text.text(first..<end), span: context.text.span(first..<end), entity: nil,
      role: .byline)
  }

  /// The words of a byline or credit that begin with a token.
  static func lead(
    _ index: Int, _ text: TokenizedDocument
  ) -> (end: Int, kind: BylineType)? {
    guard let (match, sense) = text.phrases.longest(.byline, at: index), match.stemLength == 0,
      let kind = BylineType(rawValue: sense.attribute)
    else { return nil }
    return (match.end, kind)
  }

  private static func named(
    _ rest: Range<Int>, _ role: SourceRole, _ context: QuotationContext, _ entityOfName: [Int]
  ) -> Byline? {
    let text = context.text
    let rest = context.trimmed(rest)
    var end = rest.lowerBound
    while end < rest.upperBound, end - rest.lowerBound < longestName,
      context.kind(end) == .word || context.kind(end) == .dash
    {
      end += 1
    }
    guard end > rest.lowerBound else { return nil }
    let tokens = rest.lowerBound..<end
    let entity = tokens.lazy.compactMap { context.name(at: $0) }.first { $0.name.kind != .place }
      .map { entityOfName[$0.index] }
    return Byline(
      name: text.text(tokens), span: text.span(tokens), entity: entity, role: role)
  }
}
