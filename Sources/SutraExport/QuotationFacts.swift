import SutraCore
import SutraWords

/// What is known of a quotation, put into words: the pane, the small window, the linear dialogue
/// and the analysis for people all take them from here.
public enum QuotationFacts {
  /// One fact.
  public struct Fact: Hashable, Sendable {
    /// What a fact is about; the raw value is the end of its key in the tables of sentences.
    public enum Subject: String, Sendable, CaseIterable {
      /// How much stands in quotation marks, and how sure the analysis is.
      case type
      /// Whose words hold these words: what B said, as A tells it.
      case toldBy = "told-by"
      /// What reports it, and what that does.
      case cue
      /// That it is told as not said, or denied.
      case polarity
      /// The words for the speaker.
      case speaker
      /// Who that is.
      case identity = "who-is"
      /// The other names.
      case also
      /// Role and affiliation.
      case role
      /// Why the name is withheld.
      case unnamed
      /// Whom it was said to.
      case addressee = "to"
      /// Who is accused, where nobody in particular accuses.
      case accused
      /// Where it was said or published.
      case medium = "in"
      /// Whom the speaker has it from.
      case origin = "citing"
      /// When it was said.
      case time = "when"
      /// What is wrong with the text here.
      case note
    }

    /// What it is about.
    public let subject: Subject
    /// The fact in one line.
    public let text: String
    /// The words of the article that tell it.
    public var place: Span?
    /// The quotation it leads to.
    public var quotation: Int?
  }

  /// The facts of a quotation, in the order in which they are told.
  ///
  /// - Parameters:
  ///   - number: Index in the article's `quotations`.
  ///   - article: The article.
  /// - Returns: The facts, form and confidence first.
  public static func all(of number: Int, in article: Article) -> [Fact] {
    let quotation = article.quotations[number]
    let attribution = article.attributions[number]
    var facts = [Fact(subject: .type, text: type(of: quotation))]
    if let parent = quotation.parent, article.quotations.indices.contains(parent) {
      let teller = ExportWords.speaker(of: article.attributions[parent], in: article)
      facts.append(
        Fact(
          subject: .toldBy, text: say("fact.in-quote", ["speaker": teller, "number": parent + 1]),
          place: article.quotations[parent].content, quotation: parent))
    }
    if let cue = quotation.cue {
      let act = quotation.reading.map { " (\(ExportWords.name(of: $0.act)))" } ?? ""
      facts.append(Fact(subject: .cue, text: article.line(cue) + act, place: cue))
    }
    if let denied = ExportWords.sentence(of: article.wording.stance(of: quotation)) {
      facts.append(Fact(subject: .polarity, text: denied))
    }
    facts += speaker(attribution, hasCue: quotation.cue != nil, article)
    func add(_ subject: Fact.Subject, _ span: Span?) {
      if let span { facts.append(Fact(subject: subject, text: article.line(span), place: span)) }
    }
    let isAccused =
      attribution.speaker == nil && article.wording.stance(of: quotation) == .accuses
    add(isAccused ? .accused : .addressee, attribution.addressee)
    add(.medium, attribution.medium?.span)
    add(.origin, attribution.origin?.span)
    add(.time, quotation.time)
    if quotation.isUnterminated {
      facts.append(Fact(subject: .note, text: say("fact.never-closed")))
    }
    return facts
  }

  /// Number, form and speaker of a quotation, and below them its words.
  public static func heading(of number: Int, in article: Article) -> [String] {
    let speaker = ExportWords.speaker(of: article.attributions[number], in: article)
    let quotation = article.quotations[number]
    let form = ExportWords.name(of: quotation.form)
    let verb = ExportWords.verb(ofQuotation: number, in: article)
    return [
      say(
        "quote.heading",
        [
          "number": number + 1, "form": verb.map { "\(form), \($0)" } ?? form, "speaker": speaker,
        ]),
      "  \(article.words(of: quotation))",
    ]
  }

  /// Why the analysis says so, a sentence for each decision.
  public static func reasons(
    of number: Int, in article: Article, on subjects: Set<Explanation.Step.Subject>
  ) -> [String] {
    let steps = Explanation(of: article, quotation: number)?.steps ?? []
    return steps.filter { subjects.contains($0.subject) }.map(\.sentence)
  }

  private static func type(of quotation: Quotation) -> String {
    var parts = [ExportWords.name(of: quotation.form)]
    if quotation.segments.count > 1 {
      parts.append(say("fact.in-parts", ["count": quotation.segments.count]))
    }
    parts.append(say("record.sure", ["percent": quotation.confidence.percent]))
    return parts.joined(separator: ", ")
  }

  private static func speaker(
    _ attribution: Attribution, hasCue: Bool, _ article: Article
  ) -> [Fact] {
    guard let speaker = attribution.speaker else {
      return [Fact(subject: .speaker, text: say("fact.nobody-named"))]
    }
    guard speaker.span != nil || speaker.name != nil || !hasCue else {
      return [Fact(subject: .speaker, text: say("fact.nobody-named"))]
    }
    var facts: [Fact] = []
    if let span = speaker.span {
      let several =
        speaker.isCollective && speaker.kind != .collective ? ", " + say("fact.several") : ""
      facts.append(
        Fact(
          subject: .speaker,
          text: "\(article.line(span)) (\(ExportWords.label(of: speaker.kind))\(several))",
          place: span))
    } else {
      facts.append(Fact(subject: .speaker, text: say("fact.carries-on")))
    }
    let entity = speaker.entity.flatMap {
      article.entities.indices.contains($0) ? article.entities[$0] : nil
    }
    if let name = speaker.name {
      let first = entity?.mentions.first.map { article.mentions[$0].span }
      let isSame = speaker.span.map { article.document.text[$0] == name } ?? false
      if !isSame || first != nil {
        facts.append(Fact(subject: .identity, text: name, place: first))
      }
    } else {
      facts.append(Fact(subject: .identity, text: say("fact.not-said-who")))
    }
    if let aliases = entity?.aliases, !aliases.isEmpty {
      facts.append(Fact(subject: .also, text: aliases.joined(separator: ", ")))
    }
    if let role = speaker.role, speaker.span.map({ article.document.text[$0] != role }) ?? true {
      facts.append(Fact(subject: .role, text: ExportWords.line(role)))
    }
    if speaker.isAnonymous {
      let reason = speaker.reason.map { article.line($0) } ?? say("fact.withheld")
      facts.append(Fact(subject: .unnamed, text: reason, place: speaker.reason))
    }
    return facts
  }
}

/// What is known of a source, put into words.
public enum SourceFacts {
  /// The facts, each with its label: the parts it plays, its share of what is said, and the media
  /// through which the article has its words.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - share: Its share where it is told together with others; `nil` for its own.
  /// - Returns: The facts.
  public static func all(
    of source: Source, share: Double? = nil
  ) -> [(label: String, text: String)] {
    let roles = source.roles.map { ExportWords.name(of: $0) }
    var facts = [("as", roles.joined(separator: ", "))]
    let share = share ?? source.share
    if share > 0 { facts.append(("share", say("fact.share", ["percent": max(1, share.percent)]))) }
    if !source.through.isEmpty {
      facts.append(("through", source.through.joined(separator: ", ")))
    }
    return facts
  }

  /// What a label is called.
  public static func label(_ label: String) -> String { say("source.\(label)") }

  /// The facts in one line; the parts it plays need no label.
  public static func line(of source: Source) -> String {
    all(of: source).map { $0.label == "as" ? $0.text : "\(Self.label($0.label)) \($0.text)" }
      .joined(separator: ", ")
  }
}
