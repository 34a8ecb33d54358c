import SutraCore

/// Writes audits: as one line of JSON.
///
/// Spans count code points of the text, as in the analysis format; words are counted so that every
/// figure is a sum over the lists.
public enum AuditWriter {
  /// The name of the format.
  public static let format = "sutra.audit/1"

  /// An audit as one line of JSON, without the line's end.
  public static func line(_ audit: SourceAudit, of article: Article) -> [UInt8] {
    var lines = Lines(article)
    return lines.write(audit)
  }

  private struct Lines {
    private let article: Article
    private let index: CodePointIndex
    private var json = JSONWriter()

    init(_ article: Article) {
      self.article = article
      index = CodePointIndex(article.document.text.bytes)
    }

    mutating func write(_ audit: SourceAudit) -> [UInt8] {
      json.open(0x7B)
      member("format") { $0.json.string(AuditWriter.format) }
      member("id") { $0.json.string($0.article.document.id) }
      member("language") { $0.json.string($0.article.document.language) }
      member("words") { $0.json.raw("\(audit.words)") }
      member("attributed_words") { $0.json.raw("\(audit.attributedWords)") }
      list("sentences", audit.sentences) { $0.sentence($1) }
      list("quotes", audit.quotations) { writer, quoted in
        writer.number("quote", quoted.quotation + 1)
        writer.span("span", writer.article.quotations[quoted.quotation].content)
        writer.number("words", quoted.words)
        writer.number("speaker", quoted.speaker)
      }
      list("speakers", audit.speakers) { writer, speaker in
        writer.text("name", speaker.name)
        writer.text("kind", speaker.kind?.rawValue)
        writer.number("words", speaker.words)
        writer.numbers("quotes", speaker.quotations.map { $0 + 1 })
      }
      list("kinds", audit.kinds) { writer, row in
        writer.text("kind", row.kind?.rawValue)
        writer.number("words", row.words)
      }
      member("claims") { $0.array(audit.claims) }
      list("anonymous", audit.anonymous) { writer, one in
        writer.number("quote", one.quotation + 1)
        writer.span("speaker", one.speaker)
        writer.span("reason", one.reason)
      }
      list("accused", audit.accused) { writer, one in
        writer.text("name", writer.article.entities[one.entity].name)
        writer.span("span", one.span)
        writer.text("answer", one.answer.rawValue)
      }
      list("relayed", audit.relayed) { writer, one in
        writer.number("quote", one.quotation + 1)
        writer.text("medium", one.medium)
        writer.text("origin", one.origin)
      }
      json.close(0x7D)
      return json.bytes
    }

    private mutating func sentence(_ sentence: SourceAudit.Sentence) {
      span("span", sentence.span)
      number("words", sentence.words)
      number("attributed_words", sentence.attributedWords)
      member("attributed") { $0.json.raw(sentence.isAttributed ? "true" : "false") }
      member("may_carry_on") { $0.json.raw(sentence.mayCarryOn ? "true" : "false") }
      numbers("quotes", sentence.quotations.map { $0 + 1 })
      member("signs") { writer in
        writer.json.open(0x5B)
        for sign in sentence.signs { writer.json.string(sign.rawValue) }
        writer.json.close(0x5D)
      }
    }

    private mutating func member(_ name: String, _ body: (inout Lines) -> Void) {
      json.key(name)
      body(&self)
    }

    private mutating func list<Item>(
      _ name: String, _ items: [Item], _ body: (inout Lines, Item) -> Void
    ) {
      json.key(name)
      json.open(0x5B)
      for item in items {
        json.open(0x7B)
        body(&self, item)
        json.close(0x7D)
      }
      json.close(0x5D)
    }

    private mutating func array(_ numbers: [Int]) {
      json.open(0x5B)
      for number in numbers { json.raw("\(number)") }
      json.close(0x5D)
    }

    private mutating func numbers(_ name: String, _ numbers: [Int]) {
      json.key(name)
      array(numbers)
    }

    private mutating func number(_ name: String, _ value: Int) {
      json.key(name)
      json.raw("\(value)")
    }

    private mutating func text(_ name: String, _ value: String?) {
      json.key(name)
      json.string(value)
    }

    private mutating func span(_ name: String, _ value: Span?) {
      json.key(name)
      guard let value else { return json.raw("null") }
      array([index.codePoints(before: value.start), index.codePoints(before: value.end)])
    }
  }
}
