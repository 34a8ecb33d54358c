import SutraCore

/// Words of the program that exports, panes and dialogues share.
public enum ExportWords {
  /// Who says a quotation, or words for there being nobody.
  public static func speaker(of attribution: Attribution, in article: Article) -> String {
    guard let speaker = attribution.speaker else { return "nobody named" }
    if let name = speaker.name { return name }
    if let span = speaker.span { return article.document.text[span] }
    return "speaker unknown"
  }

  /// What somebody or something is to the article, as in "speaker".
  public static func name(of role: SourceRole) -> String {
    switch role {
    case .credit: "source of the article"
    case .speaker: "speaker"
    case .medium: "carrier of others' words"
    case .byline: "writer of the article"
    case .photo: "photographer"
    }
  }

  /// What a source is called by, in words; `nil` of one that has a name.
  public static func name(of kind: SpeakerKind) -> String? {
    switch kind {
    case .named, .implicit: nil
    case .role: "by office"
    case .pronoun: "no name"
    case .collective: "a group"
    case .anonymous: "unnamed"
    case .media: "medium"
    case .document: "document"
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
    case .notSaid: "did not say"
    case .denies: isSeveral ? "deny" : "denies"
    case .notDenied: isSeveral ? "do not deny" : "does not deny"
    case .declines: "declined to"
    case .asks: isSeveral ? "ask" : "asks"
    case .demands: isSeveral ? "demand" : "demands"
    case .accuses: isSeveral ? "accuse" : "accuses"
    }
  }

  /// The same for a quotation of an article, by its index.
  public static func verb(ofQuotation number: Int, in article: Article) -> String? {
    verb(
      of: article.wording.stance(of: article.quotations[number]),
      isSeveral: article.attributions[number].speaker?.isCollective ?? false)
  }

  /// Who says a quotation and what they do with the words, as a row shows it: "X denies", and of what
  /// nobody is named for "X is accused of".
  public static func heading(ofQuotation number: Int, in article: Article) -> String {
    let attribution = article.attributions[number]
    if attribution.speaker == nil,
      article.wording.stance(of: article.quotations[number]) == .accuses
    {
      let accused = attribution.addressee.map { article.line($0) } ?? "somebody"
      return "\(accused) is accused of"
    }
    // Where somebody else may be meant as well, the row says so.
    let speaker = speaker(of: attribution, in: article) + (attribution.isUncertain ? "?" : "")
    return verb(ofQuotation: number, in: article).map { "\(speaker) \($0)" } ?? speaker
  }

  /// The same as a fact of its own.
  public static func sentence(of stance: Stance) -> String? {
    switch stance {
    case .says, .asks, .demands, .accuses: nil
    case .notSaid: "the article tells that this was not said"
    case .denies: "the speaker denies this"
    case .notDenied: "the speaker does not deny this"
    case .declines: "the speaker declined to do or say this"
    }
  }

  /// What stands between the parts of a quotation that the article tells in parts.
  static let gap = " … "

  /// A text in one line.
  public static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension Article {
  /// The words of a span in one line, cut after some bytes.
  public func line(_ span: Span, longest: Int = 2_000) -> String {
    let bytes = document.text.bytes
    var end = min(span.start + min(span.length, longest), bytes.count)
    while end > span.start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    guard span.start < end else { return "" }
    let line = bytes[span.start..<end].map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    return String(decoding: line, as: UTF8.self)
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
