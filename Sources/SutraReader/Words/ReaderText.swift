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

  /// Three keys for who has never used any; it goes away with the first key.
  static func firstStart(_ keymap: Keymap) -> String {
    func key(_ action: Action) -> String { keymap.keys(of: action).first?.label ?? "?" }
    return "\(key(.nextQuotation)) next quote  \(key(.who)) who says so  "
      + "\(key(.showHelp)) all keys"
  }

  /// What stands for entities that are not listed.
  static func folded(_ count: Int, _ keymap: Keymap) -> String {
    let key = keymap.keys(of: .toggleAllEntities).first?.label ?? ":all-entities"
    return " ▸ \(count) more that \(count == 1 ? "is no name" : "are no names"): \(key)"
  }

  /// The number of quotations, as in "3 quotes".
  static func quotes(_ count: Int) -> String { count == 1 ? "1 quote" : "\(count) quotes" }
}

extension String {
  /// It without blanks at its beginning.
  var trimmingBlanks: String { String(drop { $0 == " " }) }
}
