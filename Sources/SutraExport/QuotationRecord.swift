import SutraCore

/// All there is to say of one quotation, flat and in words: what every format takes from.
///
/// Nothing in it can steer a terminal.
public struct QuotationRecord: Sendable {
  /// Its number in the article, counted from 1.
  public let number: Int
  /// What is said, in one line, its parts with `…` between; marks where the article has them.
  public let words: String
  /// How much of it stands in quotation marks.
  public let form: QuotationForm
  /// Who that is, or how the article calls the speaker; `nil` when nobody is named.
  public let speaker: String?
  /// How the article names the speaker.
  public let speakerKind: SpeakerKind?
  /// The words for the speaker.
  public let speakerAsWritten: String?
  /// Role and affiliation.
  public let role: String?
  /// The words that report it.
  public let cue: String?
  /// What saying it does; `nil` without a cue.
  public let act: SpeechAct?
  /// Whether it is told as not said, or denied.
  public let isNegated: Bool
  /// What the speaker does with the words; that they are said, where nothing is to be told.
  public let stance: Stance
  /// Whether several speak.
  public let isSeveral: Bool
  /// Whom it was said to.
  public let addressee: String?
  /// Where it was said or published.
  public let medium: String?
  /// Whom the speaker has it from.
  public let origin: String?
  /// When it was said.
  public let time: String?
  /// From 0 to 1: the share of quotations so marked that are right.
  public let certainty: Double
  /// The line of the article in which it begins, counted from 1.
  public let line: Int
  /// Where it begins, in bytes of the article, as `sutra explain` takes it.
  public let offset: Int
  /// The article's headline, or its name without one.
  public let title: String
  /// Whom the article is credited to.
  public let credits: [String]
  /// The article's name.
  public let file: String
  /// When the article came out, as far as that is told.
  public let date: String?
  /// The sentence that tells it in the article's language, where the words alone would look like
  /// somebody's own: indirect speech, and what is denied.
  public let sentence: String?
  /// What somebody has noted on words of it.
  public let notes: [String]

  /// Whether the one it is said of is accused by nobody in particular.
  var isAccused: Bool { speaker == nil && stance == .accuses }

  /// What the polarity is called in exports.
  public var polarity: String { isNegated ? "negated" : "affirmed" }
}

/// Makes the records of an article's quotations.
public struct QuotationRecords: Sendable {
  private let article: Article
  private let title: String
  private let credits: [String]
  private let file: String
  private let date: String?
  private let lines: LineNumbers

  /// Takes an article.
  public init(_ article: Article) {
    self.article = article
    title = HarmlessText.of(
      article.document.title.map { ExportWords.line(article.document.text[$0]) }
        ?? article.document.id)
    credits = article.sources.filter { $0.roles.contains(.credit) }.map {
      HarmlessText.of(ExportWords.line($0.name))
    }
    file = HarmlessText.of(article.document.id)
    date = article.document.metadata.published.map { HarmlessText.of(ExportWords.line($0)) }
    lines = LineNumbers(article.document.text)
  }

  /// The record of the quotation at an index.
  ///
  /// - Parameters:
  ///   - index: Which.
  ///   - isTelling: Whether somebody is told of it; else what only telling needs is left out: the sentence
  ///     that tells it, what the speaker does, the speaker's own words, the origin and the notes.
  /// - Returns: The record.
  public func record(_ index: Int, isTelling: Bool = true) -> QuotationRecord {
    let quotation = article.quotations[index]
    let attribution = article.attributions[index]
    func text(_ span: Span?) -> String? {
      span.map { HarmlessText.of(article.line($0, longest: .max)) }
    }
    func clean(_ text: String?) -> String? { text.map { HarmlessText.of(ExportWords.line($0)) } }
    let words = HarmlessText.of(article.words(of: quotation))
    let speaker = clean(attribution.speaker?.name) ?? text(attribution.speaker?.span)
    let stance = isTelling ? article.wording.stance(of: quotation) : .says
    let start = article.document.text.offsetAsItCame(quotation.content.start)
    return QuotationRecord(
      number: index + 1, words: words, form: quotation.form, speaker: speaker,
      speakerKind: attribution.speaker?.kind,
      speakerAsWritten: isTelling ? text(attribution.speaker?.span) : nil,
      role: clean(attribution.speaker?.role), cue: text(quotation.cue),
      act: quotation.reading?.act, isNegated: quotation.isNegated, stance: stance,
      isSeveral: attribution.speaker?.isCollective ?? false,
      addressee: text(attribution.addressee), medium: clean(attribution.medium?.name),
      origin: isTelling ? clean(attribution.origin?.name) : nil, time: text(quotation.time),
      certainty: quotation.confidence, line: lines.number(of: quotation.content.start),
      offset: start, title: title,
      credits: credits, file: file, date: date,
      sentence: !isTelling || quotation.form == .direct && stance.isSaid
        ? nil
        : article.wording.sentence(
          words, speaker: speaker,
          accused: speaker == nil && stance == .accuses ? text(attribution.addressee) : nil,
          cue: text(quotation.cue), of: quotation,
          isThing: [.media, .document].contains(attribution.speaker?.kind)),
      notes: !isTelling
        ? []
        : article.notes.filter { $0.span.overlaps(quotation.content) }.compactMap {
          clean($0.text)
        })
  }
}
