import SutraCore
import SutraExport
import SutraWords

/// Which quotations are listed: all conditions that are set must hold.
public struct QuotationFilter: Hashable, Sendable {
  /// Below this confidence a quotation is doubtful.
  public static let doubt = 0.5

  /// Only what this speaker says, by name.
  public var speaker: String?
  /// Only these kinds of source; none means all.
  public var kinds: Set<SpeakerKind> = []
  /// Only these forms; none means all.
  public var forms: Set<QuotationForm> = []
  /// Only doubtful ones.
  public var isDoubtful = false

  /// Lets everything through.
  public init() {}

  /// Whether it lets everything through.
  public var isEmpty: Bool { self == QuotationFilter() }

  /// Whether a quotation is let through.
  public func lets(_ number: Int, of article: Article) -> Bool {
    let quotation = article.quotations[number]
    let attribution = article.attributions[number]
    if let speaker, ReaderText.speaker(of: attribution, in: article) != speaker { return false }
    if !kinds.isEmpty, !(attribution.speaker.map { kinds.contains($0.kind) } ?? false) {
      return false
    }
    if !forms.isEmpty, !forms.contains(quotation.form) { return false }
    return !isDoubtful || quotation.confidence < Self.doubt
  }

  /// The conditions in words, for the status line.
  public var summary: String {
    var parts: [String] = []
    if let speaker { parts.append(speaker) }
    parts += SpeakerKind.allCases.filter(kinds.contains).map { ExportWords.label(of: $0) }
    parts += QuotationForm.allCases.filter(forms.contains).map { ExportWords.name(of: $0) }
    if isDoubtful { parts.append(say("filter.doubtful")) }
    return parts.joined(separator: ", ")
  }
}
