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
        json.member("lost") { $0.array(pair.lost) { $0.string($1) } }
        json.member("won") { $0.array(pair.won) { $0.string($1) } }
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
      $0.objects("text", comparison.text) { json, text in
        json.member("state") { $0.string(text.state.rawValue) }
        json.member("first") { $0.span(text.first, in: one) }
        json.member("second") { $0.span(text.second, in: other) }
      }
    }
    return json.bytes
  }
}
