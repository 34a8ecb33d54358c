import SutraCore
import SutraWords

/// A line of an audit: one figure or finding with its place in the article.
///
/// Reports, the pane and pages all tell an audit by these.
public struct AuditLine: Hashable, Sendable {
  /// What lines are about.
  public enum Section: String, Sendable, CaseIterable {
    /// How much somebody says, and how much rests on one source.
    case said
    /// By what kind of source.
    case kinds
    /// By whom.
    case speakers
    /// Whether women or men.
    case persons
    /// By those whose names are withheld.
    case unnamed
    /// Who is accused, and whether they are heard.
    case accused
    /// What media have from others.
    case relayed
    /// What the article claims itself.
    case claims
  }

  /// What a line tells.
  public enum Content: Hashable, Sendable {
    /// The section that begins, with the number of its findings.
    case heading(Int)
    /// How much of all words somebody says.
    case said
    /// How much of what is said rests on whoever says most.
    case oneSource
    /// The words of a kind of source.
    case kind(SpeakerKind?, words: Int)
    /// A speaker, by the number among the audit's `speakers`.
    case speaker(Int)
    /// Women, men, or those of whom the text tells neither.
    case persons(ToldGender?, count: Int)
    /// One of the audit's `anonymous`.
    case unnamed(Int)
    /// One of its `accused`.
    case accused(Int)
    /// One of its `relayed`.
    case relayed(Int)
    /// A claim, by its number among the `sentences`.
    case claim(Int)
  }

  /// What it is about.
  public let section: Section
  /// What it tells.
  public let content: Content
  /// Where the article tells it.
  public let places: [Span]
  /// Its part of the whole, where it is a part of one.
  public let share: Double?

  /// Most bytes of a sentence that a line tells.
  private static let longest = 400
}

extension SourceAudit {
  /// The audit in lines, each section behind its heading; sections without findings are left out.
  ///
  /// - Parameter article: The article.
  /// - Returns: The lines, the same in every language of the interface.
  public func lines(of article: Article) -> [AuditLine] {
    func share(_ words: Int, of all: Int) -> Double { all == 0 ? 0 : Double(words) / Double(all) }
    func place(_ quotation: Int) -> Span { article.quotations[quotation].content }
    func places(of speakers: [Speaker]) -> [Span] {
      speakers.flatMap(\.quotations).sorted().map(place)
    }
    func line(
      _ section: AuditLine.Section, _ content: AuditLine.Content, _ places: [Span],
      _ share: Double? = nil
    ) -> AuditLine {
      AuditLine(section: section, content: content, places: places, share: share)
    }
    let attributed = sentences.filter(\.isAttributed).map(\.span)
    var said = [line(.said, .said, attributed, share(attributedWords, of: words))]
    if let most = speakers.first, attributedWords > 0 {
      said.append(
        line(
          .said, .oneSource, places(of: [most]), share(most.words, of: attributedWords)))
    }
    let genders: [ToldGender?] = [.woman, .man, nil]
    let persons = genders.compactMap { gender -> AuditLine? in
      let found = self.persons(gender)
      guard !found.isEmpty else { return nil }
      let told = found.compactMap(\.genderSpan)
      return line(
        .persons, .persons(gender, count: found.count),
        told.isEmpty ? places(of: found) : told.sorted())
    }
    let sections: [[AuditLine]] = [
      said,
      kinds.map { kind in
        line(
          .kinds, .kind(kind.kind, words: kind.words),
          places(of: speakers.filter { $0.kind == kind.kind }),
          share(kind.words, of: attributedWords))
      },
      speakers.indices.map { number in
        line(
          .speakers, .speaker(number), places(of: [speakers[number]]),
          share(speakers[number].words, of: attributedWords))
      },
      persons,
      anonymous.indices.map { number in
        let one = anonymous[number]
        return line(
          .unnamed, .unnamed(number),
          [one.speaker ?? place(one.quotation)] + [one.reason].compactMap { $0 })
      },
      accused.indices.map { line(.accused, .accused($0), [accused[$0].span]) },
      relayed.indices.map { line(.relayed, .relayed($0), [place(relayed[$0].quotation)]) },
      claims.map { line(.claims, .claim($0), [sentences[$0].span]) },
    ]
    return sections.filter { !$0.isEmpty }.flatMap { lines in
      [
        line(
          lines[0].section, .heading(lines.count),
          lines.first.map { Array($0.places.prefix(1)) } ?? [])
      ] + lines
    }
  }
}

extension AuditLine {
  /// What it tells, in the language that this thread speaks.
  ///
  /// - Parameters:
  ///   - audit: The audit it is of.
  ///   - article: The article.
  /// - Returns: One line of words, some of them the article's as they stand there.
  public func text(_ audit: SourceAudit, of article: Article) -> String {
    switch content {
    case .heading(let count): say("audit.heading.\(section.rawValue)", ["count": count])
    case .said:
      say(
        "audit.said",
        [
          "words": audit.attributedWords, "all": audit.words,
          "sentences": audit.sentences.count(where: \.isAttributed),
          "total": audit.sentences.count,
        ])
    case .oneSource:
      audit.speakers.count == 1
        ? say("audit.rests-on-one", ["name": Self.name(audit.speakers[0])])
        : say(
          "audit.most-by-one",
          ["name": Self.name(audit.speakers[0]), "count": audit.speakers.count])
    case .kind(let kind, let words):
      say(
        "audit.words-of",
        ["name": say(kind.map { "speaker.\($0.rawValue)" } ?? "speaker.nobody"), "count": words])
    case .speaker(let number):
      say(
        "audit.words-of",
        ["name": Self.name(audit.speakers[number]), "count": audit.speakers[number].words])
    case .persons(let gender, let count):
      say("audit.\(gender?.rawValue ?? "gender-not-told")", ["count": count])
    case .unnamed(let number): Self.unnamed(audit.anonymous[number], article)
    case .accused(let number):
      say(
        "audit.accused-\(audit.accused[number].answer.rawValue)",
        ["name": Self.line(article.entities[audit.accused[number].entity].name)])
    case .relayed(let number):
      say(
        "audit.relayed",
        [
          "medium": Self.line(audit.relayed[number].medium),
          "origin": Self.line(audit.relayed[number].origin),
        ])
    case .claim(let number): Self.claim(audit.sentences[number], article)
    }
  }

  private static func name(_ speaker: SourceAudit.Speaker) -> String {
    speaker.name.map(line) ?? say("speaker.nobody")
  }

  private static func unnamed(_ one: SourceAudit.Anonymous, _ article: Article) -> String {
    let who = one.speaker ?? article.quotations[one.quotation].content
    let words = article.shortened(who, to: longest)
    guard let reason = one.reason else { return say("audit.no-reason", ["who": words]) }
    return say(
      "audit.reason", ["who": words, "reason": article.shortened(reason, to: longest)])
  }

  private static func claim(_ sentence: SourceAudit.Sentence, _ article: Article) -> String {
    let signs =
      sentence.signs.map { say("audit.sign-\($0.rawValue)") }
      + (sentence.mayCarryOn ? [say("audit.may-carry-on")] : [])
    let words = article.shortened(sentence.span, to: longest)
    return signs.isEmpty ? words : "\(words) [\(signs.joined(separator: ", "))]"
  }

  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
