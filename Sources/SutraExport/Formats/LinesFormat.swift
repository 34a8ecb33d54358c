import SutraCore
import SutraWords

/// Quotations as JSON, one object a line.
package struct LinesFormat: ArticleFormat {
  package let name = "jsonl"
  package var help: String { say("format.jsonl") }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let records = QuotationRecords(article)
    return quotations.flatMap { line(records.record($0), article, $0) + [0x0A] }
  }

  private func line(_ record: QuotationRecord, _ article: Article, _ index: Int) -> [UInt8] {
    var json = JSONWriter()
    json.open(0x7B)
    func member(_ name: String, _ value: String?) {
      json.key(name)
      json.string(value)
    }
    func number(_ name: String, _ value: String) {
      json.key(name)
      json.raw(value)
    }
    func list(_ name: String, _ values: [String]) {
      json.key(name)
      json.open(0x5B)
      for value in values { json.string(value) }
      json.close(0x5D)
    }
    // Words are whole and as the article writes them: JSON escapes what could do harm.
    let quotation = article.quotations[index]
    let text = article.document.text
    let parts = quotation.segments.map { text[$0] }
    // The narrator's words between them are nobody's.
    member("quote", parts.joined(separator: " … "))
    list("parts", parts)
    member("told", record.sentence)
    member("type", record.form.rawValue)
    member("polarity", record.polarity)
    member("class", record.act?.rawValue)
    member("stance", record.stance.rawValue)
    member("speaker", record.speaker)
    member("speaker_kind", record.speakerKind?.rawValue)
    member("speaker_as_written", record.speakerAsWritten)
    member("role", record.role)
    member("cue", record.cue)
    member("addressee", record.addressee)
    member("medium", record.medium)
    member("origin", record.origin)
    member("time", record.time)
    number("certainty", record.certaintyText)
    number("line", String(record.line))
    number("offset", String(record.offset))
    member("article", record.title)
    list("credit", record.credits)
    member("file", record.file)
    member("date", record.date)
    list("notes", record.notes)
    json.close(0x7D)
    return json.bytes
  }
}
