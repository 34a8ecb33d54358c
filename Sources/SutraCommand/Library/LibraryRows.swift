import SutraExport
import SutraFeeds
import SutraLibrary
import SutraWords

/// What the library answers, as rows.
enum LibraryRows {
  static let articleColumns = [
    "origin", "title", "outlet", "published", "added", "versions", "quotes", "sources",
  ]

  static func article(_ row: KeptRow) -> [RowValue] {
    [
      .text(row.origin), .text(row.title), .text(row.outlet),
      .text(row.published.map(FeedDate.text)), .text(FeedDate.text(row.added)),
      .number(row.versions), .number(row.quotes), .number(row.sources),
    ]
  }

  static func line(_ row: KeptRow) -> String {
    "\(day(row.date))\t\(digits(row.quotes))/\(digits(row.sources))\t\(row.outlet)\t"
      + "\(row.title.isEmpty ? row.origin : row.title)\t\(row.origin)"
  }

  static let quoteColumns = [
    "speaker", "kind", "role", "type", "words", "cue", "act", "negated", "to", "medium", "time",
    "certainty", "date", "outlet", "title", "origin", "quote", "start", "end",
  ]

  static func quote(_ found: FoundQuote) -> [RowValue] {
    let quote = found.quote
    return [
      .text(quote.speaker?.name), .text(quote.kind), .text(quote.role), .text(quote.type),
      .text(quote.text), .text(quote.cue), .text(quote.act), .truth(quote.isNegated),
      .text(quote.addressee), .text(quote.medium), .text(quote.time), .number(quote.percent),
      .text(FeedDate.text(found.date)), .text(found.outlet), .text(found.title),
      .text(found.origin), .number(quote.number), .number(quote.start), .number(quote.end),
    ]
  }

  static func line(_ found: FoundQuote) -> String {
    let quote = found.quote
    let outlet = found.outlet.isEmpty ? "" : ", \(found.outlet)"
    let role = quote.role.map { " (\($0))" } ?? ""
    let denied = quote.isNegated ? ", " + say("said.denied") : ""
    return "\(day(found.date))\t\(quote.speaker?.name ?? say("said.nobody"))\(role)\(denied)\t"
      + "\(quote.text)\t\(found.title)\(outlet)\t\(found.origin):\(quote.start)"
  }

  /// A day for people, as papers of their language write it.
  static func day(_ seconds: Int) -> String { CalendarDay(seconds: seconds).text }
}

/// Days for people, each written once: many rows of an answer are from the same ones.
struct DayTexts {
  private var known: [CalendarDay: String] = [:]

  /// The day of a time.
  mutating func text(_ seconds: Int) -> String {
    let day = CalendarDay(seconds: seconds)
    if let known = known[day] { return known }
    known[day] = day.text
    return known[day] ?? ""
  }
}
