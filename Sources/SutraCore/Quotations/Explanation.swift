import SutraWords

/// Why the analysis says what it says of one quotation, in the order in which it decided.
public struct Explanation: Hashable, Sendable {
  /// One decision, with the words of the article it rests on.
  public struct Step: Hashable, Sendable {
    /// What was decided.
    public enum Subject: String, Sendable, CaseIterable {
      /// What is said.
      case content
      /// What reports it.
      case cue
      /// Who says it.
      case speaker
      /// Who that is.
      case identity
      /// Whom the words come through or are from.
      case medium
      /// How sure the analysis is.
      case confidence
    }

    /// What was decided.
    public let subject: Subject
    /// Name of the rule that decided it.
    public let rule: String
    /// The words it rests on, in the order in which they count.
    public let evidence: [Span]
    /// The decision in one sentence, in the language of the interface.
    public let sentence: String
  }

  /// Index of the quotation in the article's `quotations`.
  public let quotation: Int
  /// The decisions.
  public let steps: [Step]

  /// Explains a quotation of an article; `nil` when there is none of that index.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - quotation: Index in its `quotations`, counted from 0.
  public init?(of article: Article, quotation: Int) {
    guard article.quotations.indices.contains(quotation) else { return nil }
    self.quotation = quotation
    steps = ExplanationWriter(article, quotation).steps()
  }

  /// Explains the innermost quotation whose content, cue or speaker holds a byte of the text;
  /// `nil` when none does.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - byteOffset: Offset of the byte, counted from 0.
  public init?(of article: Article, at byteOffset: Int) {
    var best: (index: Int, length: Int)?
    for (index, quotation) in article.quotations.enumerated() {
      let spans = [quotation.content, quotation.cue, article.attributions[index].speaker?.span]
      for span in spans.compactMap({ $0 }) where span.contains(byteOffset) {
        if best.map({ span.length < $0.length }) ?? true { best = (index, span.length) }
      }
    }
    guard let best else { return nil }
    self.init(of: article, quotation: best.index)
  }
}

/// Puts the decisions behind one quotation into sentences.
private struct ExplanationWriter {
  private let article: Article
  private let number: Int
  private var quotation: Quotation { article.quotations[number] }
  private var attribution: Attribution { article.attributions[number] }

  init(_ article: Article, _ number: Int) {
    self.article = article
    self.number = number
  }

  func steps() -> [Explanation.Step] {
    [content(), cue(), speaker(), identity(), medium(), confidence()].compactMap { $0 }
  }

  /// The words of a span in one line.
  private func words(_ span: Span) -> String {
    String(article.document.text[span].map { $0.isNewline ? " " : $0 })
  }

  private func content() -> Explanation.Step {
    var parts = [
      say(
        "explain.content", ["account": quotation.rule.account, "rule": quotation.rule.title])
    ]
    if quotation.isMended { parts.append(say("explain.mended")) }
    if quotation.segments.count > 1 {
      parts.append(say("fact.in-parts", ["count": quotation.segments.count]))
    }
    if let parent = quotation.parent {
      parts.append(say("explain.inside", ["number": parent + 1]))
    }
    return Explanation.Step(
      subject: .content, rule: quotation.rule.rawValue, evidence: quotation.segments,
      sentence: sentence(parts))
  }

  /// Parts of a sentence with its end.
  private func sentence(_ parts: [String]) -> String {
    parts.joined(separator: ", ") + say("sentence.end")
  }

  private func cue() -> Explanation.Step? {
    guard let cue = quotation.cue, let reading = quotation.reading else {
      return Explanation.Step(
        subject: .cue, rule: quotation.rule.rawValue, evidence: [],
        sentence: say("explain.no-cue"))
    }
    return Explanation.Step(
      subject: .cue, rule: reading.frame, evidence: [cue],
      sentence: say(
        quotation.isNegated ? "explain.cue-negated" : "explain.cue",
        [
          "words": words(cue), "act": say("act.\(reading.act.rawValue)"), "row": reading.lemma,
          "frame": Message("frame.\(reading.frame)"),
        ]))
  }

  private func speaker() -> Explanation.Step {
    func step(_ evidence: [Span], _ sentence: String) -> Explanation.Step {
      Explanation.Step(
        subject: .speaker, rule: attribution.rule.rawValue, evidence: evidence, sentence: sentence)
    }
    guard let speaker = attribution.speaker else { return step([], say("explain.nobody-named")) }
    guard let span = speaker.span else {
      return step(
        attribution.evidence,
        say("explain.no-speaker-words", ["rule": attribution.rule.title]))
    }
    var parts = [
      say(
        "explain.speaker",
        ["words": words(span), "kind": say("speaker.\(speaker.kind.rawValue)")])
    ]
    if speaker.isCollective && speaker.kind != .collective {
      parts.append(say("explain.several"))
    }
    if quotation.isSpeakerMended { parts.append(say("explain.mended-speaker")) }
    if let reason = speaker.reason {
      parts.append(say("explain.because-of", ["words": words(reason)]))
    }
    return step([span] + (speaker.reason.map { [$0] } ?? []), sentence(parts))
  }

  private func identity() -> Explanation.Step? {
    guard let speaker = attribution.speaker, let name = speaker.name else { return nil }
    if let span = speaker.span, words(span) == name { return nil }
    var parts = [
      say(
        "explain.identity",
        [
          "name": name, "account": attribution.rule.account, "rule": attribution.rule.title,
        ])
    ]
    if let first = attribution.evidence.first {
      parts.append(say("explain.from", ["words": words(first)]))
    }
    return Explanation.Step(
      subject: .identity, rule: attribution.rule.rawValue, evidence: attribution.evidence,
      sentence: sentence(parts) + others)
  }

  /// A sentence that tells whom else the words may mean, behind a blank.
  private var others: String {
    let names = (attribution.alternatives ?? []).map(\.name)
    guard !names.isEmpty else { return "" }
    return " " + say("explain.others", ["names": names.joined(separator: " \(say("list.or")) ")])
  }

  private func medium() -> Explanation.Step? {
    if let origin = attribution.origin {
      return Explanation.Step(
        subject: .medium, rule: "origin", evidence: [origin.span],
        sentence: say("explain.origin", ["words": words(origin.span), "name": origin.name]))
    }
    guard let medium = attribution.medium else { return nil }
    return Explanation.Step(
      subject: .medium, rule: "medium", evidence: [medium.span],
      sentence: say("explain.medium", ["words": words(medium.span)]))
  }

  private func confidence() -> Explanation.Step {
    let percent = quotation.confidence.percent
    return Explanation.Step(
      subject: .confidence, rule: quotation.rule.rawValue, evidence: [],
      sentence: attribution.speaker?.name == nil
        ? say("explain.confidence", ["percent": percent])
        : say(
          "explain.confidence-both",
          ["percent": percent, "speakers": attribution.confidence.percent]))
  }
}
