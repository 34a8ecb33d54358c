import SutraCore
import SutraWords

/// Words of the program that exports, panes and dialogues share.
public enum ExportWords {
  /// Who says a quotation, or words for there being nobody.
  public static func speaker(of attribution: Attribution, in article: Article) -> String {
    guard let speaker = attribution.speaker else { return say("speaker.nobody") }
    if let name = speaker.name { return name }
    if let span = speaker.span { return article.document.text[span] }
    return say("speaker.unknown")
  }

  /// How the article names a speaker, as in "role".
  public static func label(of kind: SpeakerKind) -> String { say("speaker.\(kind.rawValue)") }

  /// How much of a quotation stands in quotation marks, as in "direct".
  public static func name(of form: QuotationForm) -> String { say("form.\(form.rawValue)") }

  /// What saying something does, as in "claim".
  public static func name(of act: SpeechAct) -> String { say("act.\(act.rawValue)") }

  /// What a fact of a quotation is about.
  public static func label(of subject: QuotationFacts.Fact.Subject) -> String {
    say("fact.\(subject.rawValue)")
  }

  /// What somebody or something is to the article, as in "speaker".
  public static func name(of role: SourceRole) -> String {
    switch role {
    case .credit: say("source-role.credit")
    case .speaker: say("source-role.speaker")
    case .medium: say("source-role.medium")
    case .byline: say("source-role.byline")
    case .photo: say("source-role.photo")
    }
  }

  /// What a source is called by, in words; `nil` of one that has a name.
  public static func name(of kind: SpeakerKind) -> String? {
    switch kind {
    case .named, .implicit: nil
    case .role: say("called.role")
    case .pronoun: say("called.pronoun")
    case .collective: say("called.collective")
    case .anonymous: say("called.anonymous")
    case .media: say("called.media")
    case .document: say("called.document")
    }
  }

  /// What a speaker does with the words, as a row shows it behind the speaker's name; `nil` where
  /// they are simply said.
  ///
  /// - Parameters:
  ///   - stance: What the speaker does.
  ///   - isSeveral: Whether several speak.
  /// - Returns: A verb in the speaker's number.
  public static func verb(of stance: Stance, isSeveral: Bool = false) -> String? {
    switch stance {
    case .says: nil
    case .notSaid: say("stance.not-said")
    case .denies: isSeveral ? say("stance.denies-several") : say("stance.denies")
    case .notDenied: isSeveral ? say("stance.not-denied-several") : say("stance.not-denied")
    case .declines: say("stance.declines")
    case .asks: isSeveral ? say("stance.asks-several") : say("stance.asks")
    case .demands: isSeveral ? say("stance.demands-several") : say("stance.demands")
    case .accuses: isSeveral ? say("stance.accuses-several") : say("stance.accuses")
    }
  }

  /// The same for a quotation of an article, by its index.
  public static func verb(ofQuotation number: Int, in article: Article) -> String? {
    verb(
      of: article.wording.stance(of: article.quotations[number]),
      isSeveral: article.attributions[number].speaker?.isCollective ?? false)
  }

  /// Who says a quotation and what they do with the words, as a row shows it: "X" and " denies", and of
  /// what nobody is named for "X" and " is accused of".
  public static func heading(
    ofQuotation number: Int, in article: Article
  ) -> (name: String, stance: String) {
    let attribution = article.attributions[number]
    if attribution.speaker == nil,
      article.wording.stance(of: article.quotations[number]) == .accuses
    {
      let accused =
        attribution.addressee.map { article.name(in: $0) } ?? say("speaker.somebody")
      let told = say("speaker.accused", ["name": accused])
      return told.hasPrefix(accused)
        ? (accused, String(told.dropFirst(accused.count))) : (told, "")
    }
    // Where somebody else may be meant as well, the row says so.
    let speaker = speaker(of: attribution, in: article) + (attribution.isUncertain ? "?" : "")
    return (speaker, verb(ofQuotation: number, in: article).map { " \($0)" } ?? "")
  }

  /// The same as a fact of its own.
  public static func sentence(of stance: Stance) -> String? {
    switch stance {
    case .says, .asks, .demands, .accuses: nil
    case .notSaid: say("told.not-said")
    case .denies: say("told.denies")
    case .notDenied: say("told.not-denied")
    case .declines: say("told.declines")
    }
  }

  /// What stands between the parts of a quotation that the article tells in parts.
  static let gap = " … "

  /// A text in one line.
  public static func line(_ text: String) -> String {
    // Nearly all are; clusters are looked at only where a line ends.
    text.unicodeScalars.contains(where: endsLine)
      ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension Article {
  /// Who is named in a span, without case endings; the words themselves where nobody is.
  func name(in span: Span) -> String {
    let named = mentions.first {
      span.start <= $0.span.start && $0.span.end <= span.end
        && [.person, .organization].contains($0.kind)
    }
    guard let entity = named?.entity, entities.indices.contains(entity) else { return line(span) }
    return entities[entity].name
  }

  /// A note behind the words that it is on, in one line.
  func line(of note: ArticleNote) -> String {
    say(
      "export.note", ["words": line(note.span, longest: .max), "note": ExportWords.line(note.text)])
  }

  /// What is said in a quotation, in one line: its parts with `…` between, without the words that
  /// report it, cut after some bytes.
  public func words(of quotation: Quotation, longest: Int = .max) -> String {
    var left = longest
    var parts: [String] = []
    for segment in quotation.segments where left > 0 {
      parts.append(line(segment, longest: left))
      left -= min(left, segment.length)
    }
    return parts.joined(separator: ExportWords.gap)
  }
}
