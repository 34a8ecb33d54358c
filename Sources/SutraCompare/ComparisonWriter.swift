import SutraCore

/// Writes comparisons as one line of JSON; spans count code points of each text as it came.
public enum ComparisonWriter {
  /// The name of the format.
  public static let format = "sutra.comparison/1"

  /// A comparison as one line, without its end.
  public static func line(
    _ comparison: ArticleComparison, _ first: Article, _ second: Article
  ) -> [UInt8] {
    let (one, other) = (CodePointPlaces(first.document.text), CodePointPlaces(second.document.text))
    var json = JSONWriter()
    json.object {
      $0.member("format") { $0.string(format) }
      $0.member("first") { $0.string(first.document.id) }
      $0.member("second") { $0.string(second.document.id) }
      $0.member("versions") { $0.truth(comparison.areVersions) }
      $0.objects("quotes", comparison.quotes) { json, pair in
        let (ours, theirs) = (pair.first, pair.second)
        json.member("state") { $0.string(pair.state.rawValue) }
        json.member("first") { $0.number(ours.map { $0 + 1 }) }
        json.member("second") { $0.number(theirs.map { $0 + 1 }) }
        json.member("first_span") { $0.span(ours.map { first.quotations[$0].content }, in: one) }
        json.member("second_span") {
          $0.span(theirs.map { second.quotations[$0].content }, in: other)
        }
        json.member("first_speaker") {
          $0.string(ours.flatMap { first.attributions[$0].speaker?.name })
        }
        json.member("second_speaker") {
          $0.string(theirs.flatMap { second.attributions[$0].speaker?.name })
        }
        json.member("same_speaker") { $0.truth(pair.isSameSpeaker) }
        write(pair.lost, "lost", first, one, to: &json)
        write(pair.won, "won", second, other, to: &json)
      }
      $0.objects("people", comparison.people) { json, person in
        json.member("first") { $0.string(person.first.map { first.entities[$0].name }) }
        json.member("second") { $0.string(person.second.map { second.entities[$0].name }) }
        json.member("first_quotes") { $0.number(person.firstQuotes) }
        json.member("second_quotes") { $0.number(person.secondQuotes) }
        json.member("same_name") { $0.truth(person.isSameName) }
      }
      $0.objects("amounts", comparison.amounts) { json, amount in
        json.member("unit") { $0.string(amount.unit) }
        json.member("first") { $0.span(amount.first, in: one) }
        json.member("second") { $0.span(amount.second, in: other) }
      }
      for (name, details) in [("dates", comparison.dates), ("places", comparison.places)] {
        $0.objects(name, details) { json, detail in
          json.member("first") { $0.span(detail.first, in: one) }
          json.member("second") { $0.span(detail.second, in: other) }
        }
      }
      $0.objects("text", comparison.text) { json, text in
        json.member("state") { $0.string(text.state.rawValue) }
        json.member("first") { $0.span(text.first, in: one) }
        json.member("second") { $0.span(text.second, in: other) }
        write(text.lost, "lost", first, one, to: &json)
        write(text.won, "won", second, other, to: &json)
      }
    }
    return json.bytes
  }

  /// Words of one side, and where they stand.
  private static func write(
    _ words: [Span], _ name: String, _ article: Article, _ places: CodePointPlaces,
    to json: inout JSONWriter
  ) {
    json.member(name) { $0.array(words) { $0.string(article.document.text[$1]) } }
    json.member("\(name)_spans") { $0.array(words) { $0.span($1, in: places) } }
  }
}
