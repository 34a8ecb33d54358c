import SutraCore

/// Writes audits: as one line of JSON.
///
/// Spans count code points of the text as it came, as in the analysis format; words are counted so
/// that every figure is a sum over the lists.
public enum AuditWriter {
  /// The name of the format.
  public static let format = "sutra.audit/1"

  /// An audit as one line of JSON, without the line's end.
  public static func line(_ audit: SourceAudit, of article: Article) -> [UInt8] {
    let places = CodePointPlaces(article.document.text)
    var json = JSONWriter()
    json.object {
      $0.member("format") { $0.string(format) }
      $0.member("id") { $0.string(article.document.id) }
      $0.member("language") { $0.string(article.document.language) }
      $0.member("words") { $0.number(audit.words) }
      $0.member("attributed_words") { $0.number(audit.attributedWords) }
      $0.objects("sentences", audit.sentences) { write($1, places, to: &$0) }
      $0.objects("quotes", audit.quotations) { json, quoted in
        json.member("quote") { $0.number(quoted.quotation + 1) }
        json.member("span") { $0.span(article.quotations[quoted.quotation].content, in: places) }
        json.member("words") { $0.number(quoted.words) }
        json.member("speaker") { $0.number(quoted.speaker) }
      }
      $0.objects("speakers", audit.speakers) { json, speaker in
        json.member("name") { $0.string(speaker.name) }
        json.member("kind") { $0.string(speaker.kind?.rawValue) }
        json.member("words") { $0.number(speaker.words) }
        json.member("quotes") { $0.array(speaker.quotations) { $0.number($1 + 1) } }
        json.member("person") { $0.truth(speaker.isPerson) }
        json.member("gender") { $0.string(speaker.gender?.rawValue) }
        json.member("gender_span") { $0.span(speaker.genderSpan, in: places) }
      }
      $0.member("persons") {
        $0.object {
          $0.member("women") { $0.number(audit.persons(.woman).count) }
          $0.member("men") { $0.number(audit.persons(.man).count) }
          $0.member("not_told") { $0.number(audit.persons(nil).count) }
        }
      }
      $0.objects("kinds", audit.kinds) { json, row in
        json.member("kind") { $0.string(row.kind?.rawValue) }
        json.member("words") { $0.number(row.words) }
      }
      $0.member("claims") { $0.array(audit.claims) { $0.number($1) } }
      $0.objects("anonymous", audit.anonymous) { json, one in
        json.member("quote") { $0.number(one.quotation + 1) }
        json.member("speaker") { $0.span(one.speaker, in: places) }
        json.member("reason") { $0.span(one.reason, in: places) }
      }
      $0.objects("accused", audit.accused) { json, one in
        json.member("name") { $0.string(article.entities[one.entity].name) }
        json.member("span") { $0.span(one.span, in: places) }
        json.member("answer") { $0.string(one.answer.rawValue) }
      }
      $0.objects("relayed", audit.relayed) { json, one in
        json.member("quote") { $0.number(one.quotation + 1) }
        json.member("span") { $0.span(article.quotations[one.quotation].content, in: places) }
        json.member("medium") { $0.string(one.medium) }
        json.member("origin") { $0.string(one.origin) }
      }
    }
    return json.bytes
  }

  private static func write(
    _ sentence: SourceAudit.Sentence, _ places: CodePointPlaces, to json: inout JSONWriter
  ) {
    json.member("span") { $0.span(sentence.span, in: places) }
    json.member("words") { $0.number(sentence.words) }
    json.member("attributed_words") { $0.number(sentence.attributedWords) }
    json.member("attributed") { $0.truth(sentence.isAttributed) }
    json.member("may_carry_on") { $0.truth(sentence.mayCarryOn) }
    json.member("quotes") { $0.array(sentence.quotations) { $0.number($1 + 1) } }
    json.member("signs") { $0.array(sentence.signs) { $0.string($1.rawValue) } }
  }
}
