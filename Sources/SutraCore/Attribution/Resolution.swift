/// Who may be meant as a speaker, and how much speaks for it.
struct SpeakerCandidate: Sendable, Hashable {
  /// Index of the entity.
  let entity: Int
  /// From 0 to 1: its share of all that speaks for anybody.
  let weight: Double
  /// Where the article names it last, if told.
  let span: Span?
}

/// The answer of a resolver: who speaks, by which rule, and what that rests on.
struct Resolution: Sendable {
  /// Who speaks; `nil` when nobody is named.
  var speaker: Speaker?
  /// How that was decided.
  var rule: AttributionRule
  /// The words it rests on where the name does not stand here.
  var evidence: [Span] = []
  /// Whom the words may mean, likeliest first, the speaker among them; empty where they name it.
  var candidates: [SpeakerCandidate] = []
  /// Whether the words are one more way in which the article means the speaker's entity.
  var isReference = false

  /// Least weight of somebody who is told as an alternative.
  static let leastWeight = 0.05

  /// Whom else the words may mean, likeliest first.
  var rivals: [SpeakerCandidate] {
    guard let speaker else { return [] }
    return candidates.filter { $0.entity != speaker.entity && $0.weight >= Self.leastWeight }
  }

  /// An answer that names nobody.
  static func nobody(_ rule: AttributionRule, _ kind: SpeakerKind? = nil) -> Resolution {
    Resolution(
      speaker: kind.map { Speaker(span: nil, entity: nil, name: nil, kind: $0) }, rule: rule)
  }
}

/// What is asked of a resolver: whom a phrase means that stands where a speaker belongs.
struct SpeakerQuestion {
  /// The words.
  let phrase: NounPhrase
  /// Their place in the text.
  let span: Span
  /// The quotation behind it.
  let next: QuotationDraft?
  /// What reports what was said, and where that stands.
  var cue: Cue? = nil
  var content: Range<Int>? = nil
  /// Whoever was asked in the clause before it.
  var asked: NounPhrase? = nil
  /// Whether it stands in the headline.
  var isHeadline = false
  /// Whether its pronoun may mean anybody: in the quotation marks of another quotation, or behind a name in what
  /// another one tells.
  var isInner = false
  /// Whether it stands in what another one tells.
  var isChained = false
}

/// Says whom one kind of phrase means, from the article as a whole and what was said before.
protocol SpeakerResolver: Sendable {
  /// The answer, or `nil` when the phrase is for another resolver.
  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution?
}
