/// Reads what the words around a speaker's name tell of the speaker.
struct SpeakerDetails {
  /// Most tokens behind a speaker that may tell why the name is withheld.
  static let longestExcuse = 20
  /// Most tokens of a role between commas behind a name.
  static let longestAside = 16

  private let context: QuotationContext
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) { self.context = context }

  /// The words of a speaker's role and affiliation: before the name, between commas behind it, or
  /// the phrase itself when it holds no name.
  func role(of phrase: NounPhrase) -> Range<Int>? {
    switch phrase.head {
    case .role: return phrase.tokens
    case .mention(let index) where context.names[index].kind == .person: break
    case .unknown: break
    default: return nil
    }
    return before(phrase) ?? behind(phrase)
  }

  private func before(_ phrase: NounPhrase) -> Range<Int>? {
    var first = phrase.tokens.lowerBound
    let last = phrase.headTokens.lowerBound
    while first < last, text.functionType(first) == .determiner { first += 1 }
    guard first < last, (first..<last).contains(where: { holdsRole($0) }) else { return nil }
    let role = context.trimmed(first..<last)
    return role.isEmpty ? nil : role
  }

  private func behind(_ phrase: NounPhrase) -> Range<Int>? {
    var first = phrase.headTokens.upperBound
    guard first + 1 < text.tokens.count, context.kind(first) == .comma else { return nil }
    first += 1
    if text.functionType(first) == .determiner { first += 1 }
    if ClauseReader(context).isRelative(first) { return nil }
    let limit = min(text.tokens.count, first + Self.longestAside)
    var end = first
    while end < limit, ![.comma, .terminator, .dash, .openingQuote].contains(context.kind(end)) {
      if text.functionType(end)?.isVerbal == true { return nil }
      end += 1
    }
    guard end < limit, end > first, context.kind(end) == .comma,
      (first..<min(end, first + 6)).contains(where: isOnes)
    else { return nil }
    return first..<end
  }

  private func holdsRole(_ index: Int) -> Bool { text.allClasses(index).has(.role) }

  /// Whether a role stands at a token that one person may have: behind "according to Anna Wolf, 12 people …" the
  /// sentence goes on.
  private func isOnes(_ index: Int) -> Bool {
    guard let found = text.phrases.longest(.role, at: index) else { return holdsRole(index) }
    return found.sense.attribute != GrammaticalNumber.plural.rawValue
      && !found.match.cases.contains(.plural)
  }

  /// The words that say a speaker is not named: in the phrase itself, or between the phrase and
  /// the cue, or behind them, as the language has it.
  func anonymity(of phrase: NounPhrase, _ cue: Cue?) -> Range<Int>? {
    switch phrase.head {
    case .role, .collective, .document, .body, .unknown: break
    default: return nil
    }
    let isBehind = text.has(.reasonBehindSpeaker)
    if phrase.head == .document, isBehind { return nil }
    let head = phrase.headTokens.lowerBound
    if let found = text.phrases.longest(.anonymity, at: head) { return head..<found.match.end }
    var end = max(phrase.headTokens.upperBound, cue?.tokens.lowerBound ?? 0)
    if isBehind {
      end = min(text.tokens.count, phrase.tokens.upperBound + Self.longestExcuse)
    }
    for token in phrase.tokens.lowerBound..<max(end, phrase.tokens.lowerBound) {
      if isBehind, context.kind(token) == .terminator { return nil }
      guard let found = text.phrases.longest(.anonymity, at: token) else { continue }
      // One word alone tells it where it stands before the noun: "unnamed".
      if found.match.end - token > 1 || isBehind { return token..<found.match.end }
    }
    return nil
  }

  /// The words that tell why or that a name is withheld, up to where their clause ends; `nil` when
  /// it is a word that stands for any informant.
  func reason(for phrase: NounPhrase, _ cue: Cue?) -> Range<Int>? {
    guard let found = anonymity(of: phrase, cue), found.count > 1 else { return nil }
    guard text.has(.reasonBehindSpeaker) else { return found }
    var end = found.upperBound
    var limit = min(text.tokens.count, end + Self.longestExcuse)
    if let cue, cue.tokens.lowerBound >= end { limit = min(limit, cue.tokens.lowerBound) }
    while end < limit, ![.comma, .terminator, .openingQuote].contains(context.kind(end)) {
      if text.phrases.longest(.complementiser, at: end) != nil { break }
      end += 1
    }
    return found.lowerBound..<end
  }
}

extension QuotationContext {
  /// Whether the noun that ends with a token is a text or an occasion.
  func documentKind(endingAt last: Int) -> SpeakerKind? {
    for start in max(0, last - 4)...last {
      if let found = text.phrases.longest(.document, at: start),
        found.match.end == last + 1
      {
        return found.sense.attribute == DocumentType.venue.rawValue ? nil : .document
      }
    }
    return .document
  }
}
