/// Something that somebody has set right in an analysis: kept by the words of the text, so that it
/// can be laid over every later analysis of the same text, or of another version of it.
public enum Correction: Hashable, Sendable {
  /// There is a quotation at these words: another one than was found, or one that was missed.
  case quotation(QuotationCorrection)
  /// These words are no quotation.
  case noQuotation(TextAnchor)
  /// These words name something: another thing than was found, or one that was missed.
  case name(NameCorrection)
  /// These words name nothing.
  case noName(TextAnchor)

  /// The words that it is about.
  public var anchor: TextAnchor {
    switch self {
    case .quotation(let correction): correction.at
    case .name(let correction): correction.at
    case .noQuotation(let anchor), .noName(let anchor): anchor
    }
  }
}

/// What is so of a quotation; what is `nil` stays as it was found.
///
/// With nothing but `nil` it says that what was found is right.
public struct QuotationCorrection: Hashable, Sendable {
  /// The content as it was found, or that of the missed quotation.
  public var at: TextAnchor
  /// The right content.
  public var content: TextAnchor?
  /// How much of it stands in quotation marks.
  public var form: QuotationForm?
  /// The words that report it.
  public var cue: TextAnchor?
  /// Who says it.
  public var speaker: SpeakerCorrection?

  /// Makes a correction of a quotation.
  public init(
    at: TextAnchor, content: TextAnchor? = nil, form: QuotationForm? = nil,
    cue: TextAnchor? = nil, speaker: SpeakerCorrection? = nil
  ) {
    self.at = at
    self.content = content
    self.form = form
    self.cue = cue
    self.speaker = speaker
  }
}

/// Who says a quotation.
public enum SpeakerCorrection: Hashable, Sendable {
  /// Nobody is named for it.
  case nobody
  /// Somebody: the name, how the article names them, and the words that do so for this quotation.
  case somebody(name: String?, kind: SpeakerKind, at: TextAnchor?)
}

/// What some words name; what is `nil` stays as it was found.
public struct NameCorrection: Hashable, Sendable {
  /// The whole written words.
  public var at: TextAnchor
  /// What kind of thing they name.
  public var kind: EntityKind?
  /// Whom or what they name: the name of another thing of the article, or a new one.
  public var name: String?
  /// Whether the same words name the same everywhere in the article.
  public var isEverywhere: Bool

  /// Makes a correction of a name.
  public init(
    at: TextAnchor, kind: EntityKind? = nil, name: String? = nil, isEverywhere: Bool = true
  ) {
    self.at = at
    self.kind = kind
    self.name = name
    self.isEverywhere = isEverywhere
  }
}

extension Article {
  /// The article with corrections laid over it, each in the place where its words are found; what
  /// is nowhere in the text any more is passed over.
  ///
  /// What was made by hand says so: ``Construction/byHand``, ``AttributionRule/byHand`` and
  /// ``Mention/isByHand``.
  ///
  /// - Parameter corrections: The corrections in the order in which they were made, of which
  ///   `Limits.corrections` count.
  /// - Returns: An article of the same document.
  public func corrected(by corrections: [Correction]) -> Article {
    guard !corrections.isEmpty else { return self }
    var draft = CorrectionDraft(self)
    for correction in corrections.prefix(Limits.corrections) { draft.take(correction) }
    return draft.article
  }
}
