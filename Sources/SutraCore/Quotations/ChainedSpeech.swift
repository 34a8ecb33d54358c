/// Finds what somebody says inside of what somebody else says without quotation marks: "the paper
/// reported that the minister had said ...".
///
/// Only a speaker of its own makes a link of a chain.
struct ChainedSpeech {
  /// Fewest tokens of a content that may hold another.
  static let shortest = 6
  /// Fewest words of what is said inside.
  static let shortestInside = 3
  /// How many in a hundred of a cue's bare uses must report for it to report inside of a content.
  static let leastShare: UInt8 = 80
  /// The same where what it reports stands in quotation marks.
  static let leastMarkedShare: UInt8 = 40
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
      guard next >= draft.content.upperBound else { continue }
      var (outer, start) = (draft, draft.content.lowerBound)
      for _ in 0..<Self.longest {
        if let inner = link(in: outer, from: start) {
          all.append(inner)
          (outer, start) = (inner, inner.content.lowerBound)
        } else if outer.content != draft.content {
          // What somebody else says beside it.
          (outer, start) = (draft, outer.end)
        } else {
          break
        }
      }
    }
    return all
  }

  /// What is said inside of a content by somebody else, from a token on.
  private func link(in outer: QuotationDraft, from start: Int) -> QuotationDraft? {
    let sentence = context.sentences[outer.sentence].tokens
    let content = outer.content.clamped(to: sentence)
    guard let cue = outer.cue, outer.speaker != nil,
      content.upperBound - start >= Self.shortest,
      !content.contains(cue.tokens.lowerBound), context.form(of: content) != .direct
    else { return nil }
    let tokens = max(start, content.lowerBound)..<content.upperBound
    let cues = cueFinder.cues(in: tokens)
    let rules = context.text.pack.settings.grammar.chainRules
    // Whatever a cue would have to report in marks, where there are none.
    let hasMarks = tokens.contains { context.text.pair(at: $0) != nil }
    for cue in cues where hasMarks || tells(cue) {
      let clause = CueClause(
        context: context, sentenceIndex: outer.sentence, tokens: tokens, cues: cues,
        previous: nil)
      // Whoever "was told" something says nothing.
      guard !PassiveAgent.isPassive(cue, clause),
        var inner = rules.lazy.compactMap({ $0.quotation(of: cue, in: clause) }).first,
        let speaker = inner.speaker, tokens.contains(speaker.tokens), isSpeaker(speaker, of: cue),
        tokens.contains(inner.content), reports(cue, inner.content, by: speaker)
      else { continue }
      inner.isChained = true
      // Behind somebody's name "he" may be whoever speaks outside, or not.
      if case .pronoun = speaker.head,
        (content.lowerBound..<speaker.tokens.lowerBound).contains(where: isPerson)
      {
        inner.isInner = true
      }
      return inner
    }
    return nil
  }

  /// Whether a cue reports what stands in marks, or says so in so many words.
  private func reports(_ cue: Cue, _ content: Range<Int>, by speaker: NounPhrase) -> Bool {
    context.form(of: content) == .direct
      ? cue.share >= Self.leastMarkedShare : tells(cue, content, by: speaker)
  }

  /// Whether somebody says in so many words what stands in no marks of its own.
  func tells(_ cue: Cue, _ content: Range<Int>, by speaker: NounPhrase) -> Bool {
    // "It suggests" draws a conclusion.
    if case .pronoun(_, isThing: true) = speaker.head { return false }
    return tells(cue) && context.text.functionType(content.lowerBound) != .infinitive
      && content.count(where: { context.kind($0) == .word }) >= Self.shortestInside
  }

  /// Whether a cue says something in so many words, as wishes and thoughts do not.
  private func tells(_ cue: Cue) -> Bool {
    guard cue.share >= Self.leastShare else { return false }
    return switch cue.cueClass.act {
    case .statement, .claim, .denial, .allegation: cue.frame != .noun
    default: false
    }
  }

  private func isPerson(_ token: Int) -> Bool { context.name(at: token)?.name.kind == .person }

  /// Whether a phrase means neither who speaks nor who hears, nor is it only a word that no table knows.
  func isSomebodyElse(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .pronoun: return context.isThirdPerson(phrase)
    case .unknown: return phrase.headTokens.last.map(context.text.isWrittenAsName) ?? false
    default: return true
    }
  }

  /// Whether a phrase is the speaker of a cue: whose participle it is, a pronoun far before it hardly tells.
  private func isSpeaker(_ phrase: NounPhrase, of cue: Cue) -> Bool {
    if case .pronoun = phrase.head, cue.frame == .participle { return false }
    return isSomebodyElse(phrase)
  }
}

extension QuotationContext {
  /// Whether a pronoun means somebody else than who speaks or hears, and asks for nobody.
  func isThirdPerson(_ phrase: NounPhrase) -> Bool {
    let first = phrase.headTokens.lowerBound
    let lemma = text.pronounLemma(at: first) ?? text.text(first..<first + 1).lowercased()
    return !text.pack.settings.participants.contains(lemma)
      && !text.pack.settings.questionWords.contains(lemma)
  }
}

extension QuotationDraft {
  /// Behind what is said and its cue.
  fileprivate var end: Int { max(content.upperBound, cue?.tokens.upperBound ?? 0) }
}

extension Range {
  /// Whether all of another range is in this one.
  fileprivate func contains(_ other: Range) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
