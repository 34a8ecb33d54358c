import SutraCore

/// The words of the reader itself.
enum ReaderText {
  /// Several things of a kind, as in "persons".
  static func plural(of kind: EntityKind) -> String {
    switch kind {
    case .person: "persons"
    case .place: "places"
    case .organization: "organisations"
    case .work: "works"
    case .event: "events"
    case .date: "dates"
    case .quantity: "quantities"
    }
  }

  /// A thing of a kind, as in "person".
  static func name(of kind: EntityKind) -> String {
    switch kind {
    case .person: "person"
    case .place: "place"
    case .organization: "organisation"
    case .work: "work"
    case .event: "event"
    case .date: "date"
    case .quantity: "quantity"
    }
  }

  /// How somebody or something is a source, as in "speaker".
  static func name(of role: SourceRole) -> String {
    switch role {
    case .credit: "credited"
    case .speaker: "speaks"
    case .medium: "carries"
    case .byline: "by-line"
    case .photo: "photo credit"
    }
  }

  /// Who says a quotation, or words for there being nobody.
  static func speaker(of attribution: Attribution, in article: Article) -> String {
    guard let speaker = attribution.speaker else { return "nobody named" }
    if let name = speaker.name { return name }
    if let span = speaker.span { return article.document.text[span] }
    return "speaker unknown"
  }

  /// A text in one line.
  static func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

  /// The number of quotations, as in "3 quotes".
  static func quotes(_ count: Int) -> String { count == 1 ? "1 quote" : "\(count) quotes" }
}

extension Article {
  /// The words of a span in one line, cut after some bytes.
  func line(_ span: Span, longest: Int = 2_000) -> String {
    let bytes = document.text.bytes
    var end = min(span.start + min(span.length, longest), bytes.count)
    while end > span.start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    guard span.start < end else { return "" }
    let line = bytes[span.start..<end].map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    return String(decoding: line, as: UTF8.self)
  }
}
