import SutraCore
import SutraWords

/// What a search is for: words, or something by its role.
public enum SearchQuery: Hashable, Sendable {
  /// Words anywhere in the text.
  case words(String)
  /// What somebody says: `speaker:` and a part of the name.
  case speaker(String)
  /// What a cue reports: `cue:` and a part of it.
  case cue(String)
  /// Mentions of a kind: `kind:` and the kind.
  case kind(EntityKind)
  /// Quotations of a form: `type:` and the form.
  case form(QuotationForm)

  /// Why a query cannot be searched for: one sentence.
  public struct Mistake: Error, Hashable, Sendable {
    /// What is wrong and what would be right.
    public let message: String
  }

  /// Reads a query as it is typed.
  ///
  /// - Throws: `Mistake` when a role has a value that does not fit.
  public init(_ text: String) throws(Mistake) {
    guard let colon = text.firstIndex(of: ":") else {
      self = .words(text)
      return
    }
    let value = String(text[text.index(after: colon)...].drop(while: \.isWhitespace))
    switch text[..<colon] {
    case "speaker" where !value.isEmpty: self = .speaker(value)
    case "cue" where !value.isEmpty: self = .cue(value)
    case "speaker", "cue":
      throw Mistake(message: say("search.role-alone", ["role": text[...colon]]))
    case "kind":
      let known = EntityKind.allCases.first {
        ReaderText.word(of: $0) == value.lowercased() || ReaderText.name(of: $0) == value
          || $0.rawValue.lowercased() == value
      }
      guard let known else {
        let names = EntityKind.allCases.map(ReaderText.word).joined(separator: " ")
        throw Mistake(message: say("search.no-kind", ["word": value, "names": names]))
      }
      self = .kind(known)
    case "type":
      guard let known = QuotationForm(rawValue: value.lowercased()) else {
        let names = QuotationForm.allCases.map(\.rawValue).joined(separator: " ")
        throw Mistake(message: say("search.no-type", ["word": value, "names": names]))
      }
      self = .form(known)
    default: self = .words(text)
    }
  }
}
