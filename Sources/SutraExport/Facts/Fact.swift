import SutraCore

/// What a fact says.
package enum FactValue: Hashable, Sendable {
  /// A word, a name, or the number of another thing, as in `e3`.
  case text(String)
  /// Several of those.
  case texts([String])
  /// Yes or no.
  case truth(Bool)
  /// A number from 0 to 1.
  case share(Double)
  /// Places in the text, in bytes.
  case spans([Span])
}

/// Something that is known of a thing; its name is the one that the analysis format has for it.
package struct Fact: Hashable, Sendable {
  /// What is known.
  package let name: FactName
  /// The answer.
  package let value: FactValue

  /// Makes a fact.
  package init(_ name: FactName, _ value: FactValue) {
    self.name = name
    self.value = value
  }
}

/// The names of facts; the raw values are those of the analysis format, a speaker's members with
/// `speaker_` before them, and `document` for its `id`, since records have an id of their own.
package enum FactName: String, Sendable, CaseIterable {
  case kind, name, aliases, references
  case span, entity, confidence, byHand = "by_hand"
  case type, content, segments, cue, cueLemma = "cue_lemma", cueClass = "cue_class"
  case cueFrame = "cue_frame"
  case negated, time, parent, unterminated, rule, attributionRule = "attribution_rule"
  case speaker, speakerEntity = "speaker_entity", speakerName = "speaker_name"
  case speakerKind = "speaker_kind", speakerRole = "speaker_role"
  case speakerReason = "speaker_reason", speakerCollective = "speaker_collective"
  case speakerConfidence = "speaker_confidence", speakerAlternatives = "speaker_alternatives"
  case addressee
  case medium, mediumEntity = "medium_entity", mediumName = "medium_name"
  case mediumKind = "medium_kind"
  case origin, originEntity = "origin_entity", originName = "origin_name"
  case originKind = "origin_kind"
  case roles, spans, quotes, firstMention = "first_mention", share, through
  case code, message
  case id = "document", language, title, url, author, published, site
}

/// All that is known of one thing of an article: what the formats that can carry everything carry.
package struct FactRecord: Hashable, Sendable {
  /// What it is.
  package enum Subject: String, Sendable, CaseIterable {
    case article, entity, mention, quote, source, diagnostic, note

    /// The letter before its number.
    var letter: String {
      switch self {
      case .article: "a"
      case .entity: "e"
      case .mention: "m"
      case .quote: "q"
      case .source: "s"
      case .diagnostic: "d"
      case .note: "n"
      }
    }
  }

  /// What it is.
  package let subject: Subject
  /// Its name within the article, as in `q1`.
  package let id: String
  /// What is known of it; what is not so or not there is left out.
  package var facts: [Fact]

  /// Makes a record.
  package init(_ subject: Subject, id: String, facts: [Fact] = []) {
    self.subject = subject
    self.id = id
    self.facts = facts
  }

  /// What is known under a name.
  package subscript(name: FactName) -> FactValue? { facts.first { $0.name == name }?.value }

  /// The text of a fact.
  package func text(_ name: FactName) -> String? {
    if case .text(let text)? = self[name] { return text }
    return nil
  }

  /// The texts of a fact; a single one counts.
  package func texts(_ name: FactName) -> [String] {
    switch self[name] {
    case .texts(let texts)?: texts
    case .text(let text)?: [text]
    default: []
    }
  }

  /// The places of a fact.
  package func spans(_ name: FactName) -> [Span] {
    if case .spans(let spans)? = self[name] { return spans }
    return []
  }

  /// Whether something is said to be so.
  package func isTrue(_ name: FactName) -> Bool { self[name] == .truth(true) }

  /// The number of a fact.
  package func share(_ name: FactName) -> Double? {
    if case .share(let share)? = self[name] { return share }
    return nil
  }

  /// The place of what is said, where that is more than from its first segment to the last.
  var widerContent: [Fact] {
    let segments = spans(.segments)
    guard let content = spans(.content).first, let first = segments.first, let last = segments.last,
      content != Span(start: first.start, end: last.end)
    else { return [] }
    return [Fact(.content, .spans([content]))]
  }

  /// Takes segments, and the place from the first to the last unless a wider one is told.
  package mutating func setSegments(_ segments: [Span]) {
    facts.removeAll { $0.name == .segments }
    facts.append(Fact(.segments, .spans(segments)))
    let sorted = segments.sorted()
    guard let first = sorted.first, let last = sorted.last else { return }
    let whole = Span(start: first.start, end: last.end)
    guard !spans(.content).contains(where: { $0.contains(whole) }) else { return }
    facts.removeAll { $0.name == .content }
    facts.append(Fact(.content, .spans([whole])))
  }

  /// The facts that are no places in the text.
  var plainFacts: [Fact] {
    facts.filter {
      if case .spans = $0.value { return false }
      return true
    }
  }
}
