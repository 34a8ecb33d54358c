/// Finds sentences that are nothing but words in quotation marks and that no cue of their own
/// sentence reports, in a language whose verb ends its clause.
///
/// The next sentence may name the speaker ("these words were spoken by ..."); else it is whom the
/// sentence before was about.
struct StandingSpeech {
  /// The name under which the analysis tells it.
  static let ruleName = Construction.standingSpeech
  /// Fewest words of speech.
  static let shortest = 4

  private let context: QuotationContext
  private let finder: SpeakerFinder
  private let cueFinder: CueFinder

  init(_ context: QuotationContext) {
    self.context = context
    finder = SpeakerFinder(context)
    cueFinder = CueFinder(text: context.text)
  }

  /// The quotations with the standing speech outside of their contents added, in text order.
  func completed(_ found: [QuotationDraft]) -> [QuotationDraft] {
    var all: [QuotationDraft] = []
    all.reserveCapacity(found.count)
    var next = 0
    var end = 0
    for index in context.sentences.indices {
      let tokens = context.sentences[index].tokens
      while next < found.count, found[next].content.lowerBound < tokens.upperBound {
        all.append(found[next])
        end = max(end, found[next].content.upperBound)
        next += 1
      }
      guard end <= tokens.lowerBound, let draft = draft(index) else { continue }
      all.append(draft)
      end = draft.content.upperBound
    }
    return all + found[next...]
  }

  private func draft(_ index: Int) -> QuotationDraft? {
    let sentence = context.sentences[index]
    guard let first = sentence.tokens.first else { return nil }
    guard context.kind(first) == .openingQuote else { return closing(index) }
    let content = context.trimmed(sentence.tokens)
    guard context.form(of: content) == .direct, content.count > Self.shortest + 2,
      context.kind(content.upperBound - 2) == .terminator,
      content.count(where: { context.kind($0) == .word }) >= Self.shortest
    else { return nil }
    if let draft = summed(content, index) { return draft }
    guard index > 0, context.sentences[index - 1].paragraph == sentence.paragraph else {
      return nil
    }
    return QuotationDraft(
      content: content, cue: nil, speaker: nil, addressee: nil, medium: nil, sentence: index,
      carriesOn: true, followsSubject: true, confidence: 0.65, rule: Self.ruleName)
  }

  /// Fewest words of speech that closes a sentence without a cue.
  static let shortestClosing = 6
  /// Most tokens of the clause before it.
  static let longestClause = 60

  /// Speech that a comma, colon or dash opens behind a clause with its speaker, which no cue reports.
  ///
  /// "The coach is glad, ‘We have won. ...’".
  private func closing(_ index: Int) -> QuotationDraft? {
    let tokens = context.sentences[index].tokens
    guard let last = context.trimmed(tokens).last, let pair = context.text.pair(at: last),
      pair.close == last, pair.open > tokens.lowerBound + 1,
      pair.open - tokens.lowerBound <= Self.longestClause,
      [.comma, .colon, .dash].contains(context.kind(pair.open - 1)),
      context.kind(pair.close - 1) == .terminator,
      (pair.open..<pair.close).count(where: { context.kind($0) == .word })
        >= Self.shortestClosing
    else { return nil }
    let clause = tokens.lowerBound..<pair.open - 1
    guard let speaker = party(in: clause) else { return nil }
    let cue = cueFinder.cues(in: clause).last { $0.frame == .verb || $0.frame == .summary }
    return QuotationDraft(
      content: pair.open..<pair.close + 1, cue: cue, speaker: speaker, sentence: index,
      confidence: 0.75, rule: Self.ruleName)
  }

  /// The person a clause is about: its last subject, else whose something in it is.
  private func party(in clause: Range<Int>) -> NounPhrase? {
    let reader = NounPhraseReader(context)
    var owner: NounPhrase?
    var subject: NounPhrase?
    for index in clause {
      guard let found = reader.head(endingAt: index), isPerson(found.head) else { continue }
      // A role may stand before the name.
      if found.head == .role, let next = context.name(at: index + 1)?.name, next.kind == .person {
        continue
      }
      if found.isNominative {
        subject = reader.phrase(of: found, from: clause.lowerBound)
      } else if owner == nil, found.cases.contains(.genitive), !found.cases.contains(.plural) {
        owner = reader.phrase(of: found, from: clause.lowerBound)
      }
    }
    return subject ?? owner
  }

  private func isPerson(_ head: NounPhrase.Head) -> Bool {
    switch head {
    case .mention(let name): context.names[name].kind == .person
    case .role, .pronoun(isPlural: false, isThing: false): true
    default: false
    }
  }

  /// The speech that the sentence behind it sums up: "these words were spoken by ...".
  private func summed(_ content: Range<Int>, _ index: Int) -> QuotationDraft? {
    guard index + 1 < context.sentences.count else { return nil }
    let next = context.sentences[index + 1]
    guard next.paragraph - context.sentences[index].paragraph <= 1,
      let cue = cueFinder.cues(in: next.tokens).first(where: { $0.frame == .summary })
    else { return nil }
    var parties = finder.parties(before: cue.tokens.lowerBound, from: next.tokens.lowerBound)
    if parties.speaker == nil {
      let end = context.trimmed(next.tokens).upperBound
      parties.speaker =
        finder.parties(after: cue.tokens.upperBound, to: max(cue.tokens.upperBound, end)).speaker
    }
    guard parties.speaker != nil else { return nil }
    return QuotationDraft(
      content: content, cue: cue, speaker: parties.speaker, addressee: parties.addressee,
      medium: parties.medium, sentence: index, confidence: 0.85, rule: Self.ruleName)
  }
}
