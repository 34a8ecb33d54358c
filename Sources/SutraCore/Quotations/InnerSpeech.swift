/// Finds what somebody in quotation marks says of the words of others, or of own ones elsewhere: “I told
/// the mayor, ‘Save the school’”, “The doctors said that he would live”.
///
/// What stands within the marks is read as a text of its own, by the rules for cues.
struct InnerSpeech {
  /// Most quotations inside of one.
  static let most = 8

  private let context: QuotationContext
  private var text: TokenizedDocument { context.text }

  private let chain: ChainedSpeech

  init(_ context: QuotationContext) {
    self.context = context
    chain = ChainedSpeech(context)
  }

  /// Words in marks that may hold others, and the quotation that they are of.
  private struct Holder {
    let inside: Range<Int>
    let outer: QuotationDraft
  }

  /// The quotations with those inside of their marks added.
  func completed(_ found: [QuotationDraft]) -> [QuotationDraft] {
    let holders = holders(found)
    guard !holders.isEmpty else { return found }
    let inner = context.within(holders.map(\.inside))
    var all = found
    var index = 0
    var count = 0
    for draft in QuotationFinder(context: inner).drafts() {
      while index < holders.count,
        holders[index].inside.upperBound <= draft.content.lowerBound
      {
        (index, count) = (index + 1, 0)
      }
      guard index < holders.count else { break }
      guard count < Self.most, holders[index].inside.contains(draft.content.lowerBound),
        let told = told(draft, in: holders[index], inner)
      else { continue }
      all.append(told)
      count += 1
    }
    return all
  }

  /// What stands in the marks of quotations, in text order, where a word there may report.
  private func holders(_ found: [QuotationDraft]) -> [Holder] {
    var holders: [Holder] = []
    for draft in found {
      var index = max(draft.content.lowerBound, holders.last?.inside.upperBound ?? 0)
      while index < draft.content.upperBound {
        guard let pair = text.pair(at: index) else {
          index += 1
          continue
        }
        let end = min(pair.close, draft.content.upperBound)
        if pair.open >= draft.content.lowerBound,
          (pair.open + 1..<max(pair.open + 1, end)).contains(where: { text.classes($0).has(.cue) })
        {
          holders.append(Holder(inside: pair.open + 1..<end, outer: draft))
        }
        index = max(index, pair.close) + 1
      }
    }
    return holders
  }

  /// A quotation inside of marks, where it is told in so many words: of somebody else, or in marks of its
  /// own.
  private func told(
    _ draft: QuotationDraft, in holder: Holder, _ inner: QuotationContext
  ) -> QuotationDraft? {
    guard let cue = draft.cue, !context.isNaming(cue),
      !isUnreal(draft, from: holder.inside.lowerBound)
    else { return nil }
    let form = inner.form(of: draft.content, around: cue)
    var told = draft
    if form == .direct {
      guard cue.cueClass.act != .belief else { return nil }
      // "I have said, ‘...’" in one word: whoever speaks outside.
      if isFirstPerson(cue), !isParticipant(draft.speaker) { told.speaker = holder.outer.speaker }
    } else if !isTold(draft, cue, in: holder.inside) {
      return nil
    }
    told.isInner = true
    told.isChained = true
    told.innerForm = form
    told.sentence = holder.outer.sentence
    told.rule = .innerSpeech
    return told
  }

  /// Whether somebody else says in so many words what stands in no marks of its own.
  private func isTold(_ draft: QuotationDraft, _ cue: Cue, in inside: Range<Int>) -> Bool {
    guard text.pack.settings.grammar.chainRules.contains(where: { $0.name == draft.rule }),
      let speaker = draft.speaker,
      inside.contains(speaker.tokens.lowerBound), !isFirstPerson(cue)
    else { return false }
    return chain.isSomebodyElse(speaker) && chain.tells(cue, draft.content, by: speaker)
  }

  /// Most tokens before a cue that tell whether anybody has said anything.
  private static let farthestAuxiliary = 6

  /// Whether nobody has said it yet, or may never: “he would say”, “I want to tell them”.
  private func isUnreal(_ draft: QuotationDraft, from start: Int) -> Bool {
    guard let cue = draft.cue else { return false }
    let last = cue.tokens.lowerBound
    var first = max(start, last - Self.farthestAuxiliary)
    if let end = draft.speaker?.tokens.upperBound, end <= last { first = max(first, end) }
    return (first..<max(first, last)).contains {
      text.functionType($0) == .infinitive
        || text.pack.settings.unrealWords.contains(text.text($0..<$0 + 1).lowercased())
    }
  }

  private func isFirstPerson(_ cue: Cue) -> Bool {
    text.hasEnding(cue.tokens.upperBound - 1, of: text.pack.settings.firstPersonEndings)
  }

  private func isParticipant(_ speaker: NounPhrase?) -> Bool {
    guard let speaker, case .pronoun = speaker.head else { return false }
    return !context.isThirdPerson(speaker)
  }
}
