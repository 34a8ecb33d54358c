/// Finds what somebody says inside of what somebody else says without quotation marks: "the paper
/// reported that the minister had said ...".
///
/// Only a speaker of its own, told by a name, a role, a group or a text, makes a link of a chain; a
/// pronoun mostly means whoever speaks anyway.
struct ChainedSpeech {
  /// Fewest tokens of a content that may hold another.
  static let shortest = 6
  /// Fewest words of what is said inside.
  static let shortestInside = 3
  /// How many in a hundred of a cue's bare uses must report for it to report inside of a content.
  static let leastShare: UInt8 = 80
  /// Most links that are looked for in one content.
  static let longest = 3

  private let context: QuotationContext
  private let cueFinder: CueFinder

  init(_ context: QuotationContext) {
    self.context = context
    cueFinder = CueFinder(text: context.text)
  }

  /// The quotations with those inside of their contents added, in text order.
  func completed(_ found: [QuotationDraft]) -> [QuotationDraft] {
    var all: [QuotationDraft] = []
    all.reserveCapacity(found.count)
    for (index, draft) in found.enumerated() {
      all.append(draft)
      // What has been found inside by other ways is left as it is.
      let next = index + 1 < found.count ? found[index + 1].content.lowerBound : Int.max
      var outer = draft
      for _ in 0..<Self.longest where next >= draft.content.upperBound {
        guard let inner = link(in: outer) else { break }
        all.append(inner)
        outer = inner
      }
    }
    return all
  }

  /// What is said inside of a content by somebody else.
  private func link(in outer: QuotationDraft) -> QuotationDraft? {
    let sentence = context.sentences[outer.sentence].tokens
    let content = outer.content.clamped(to: sentence)
    guard let cue = outer.cue, outer.speaker != nil, content.count >= Self.shortest,
      !content.contains(cue.tokens.lowerBound), context.form(of: content) != .direct
    else { return nil }
    let cues = cueFinder.cues(in: content)
    let rules = context.text.pack.settings.grammar.chainRules
    for cue in cues where cue.share >= Self.leastShare && tells(cue) {
      let clause = CueClause(
        context: context, sentenceIndex: outer.sentence, tokens: content, cues: cues,
        previous: nil)
      // Whoever "was told" something says nothing.
      guard !PassiveAgent.isPassive(cue, clause),
        var inner = rules.lazy.compactMap({ $0.quotation(of: cue, in: clause) }).first,
        isSpeaker(inner.speaker, in: content), content.contains(inner.content),
        inner.content.count(where: { context.kind($0) == .word }) >= Self.shortestInside
      else { continue }
      inner.isChained = true
      return inner
    }
    return nil
  }

  /// Whether a cue says something in so many words, as wishes and thoughts do not.
  private func tells(_ cue: Cue) -> Bool {
    switch cue.cueClass.act {
    case .statement, .claim, .denial, .allegation: cue.frame != .noun
    default: false
    }
  }

  private func isSpeaker(_ phrase: NounPhrase?, in content: Range<Int>) -> Bool {
    guard let phrase, content.contains(phrase.tokens) else { return false }
    switch phrase.head {
    case .pronoun: return false
    case .unknown: return phrase.headTokens.last.map(context.text.isWrittenAsName) ?? false
    default: return true
    }
  }
}

extension Range {
  /// Whether all of another range is in this one.
  fileprivate func contains(_ other: Range) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
