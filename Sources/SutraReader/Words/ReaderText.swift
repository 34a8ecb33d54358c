import SutraCore
import SutraExport

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

  /// Who says a quotation, or words for there being nobody.
  static func speaker(of attribution: Attribution, in article: Article) -> String {
    ExportWords.speaker(of: attribution, in: article)
  }

  /// The number of quotations, as in "3 quotes".
  static func quotes(_ count: Int) -> String { count == 1 ? "1 quote" : "\(count) quotes" }
}
