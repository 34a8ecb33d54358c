/// Where the two readings meet: what counts where they disagree.
struct ReadingMeeting {
  /// From this share of the longer one on that two contents have in common they are one.
  static let sameShare = 0.5

  let context: QuotationContext
  /// By how much other ends must score higher than those of the rules, fitted on articles that the network
  /// did not learn from.
  let margin: Float
  /// Where the contents of the rules begin and end, each in order.
  private let begins: [Int]
  private let ends: [Int]
  private var text: TokenizedDocument { context.text }

  /// Meets the quotations of the rules.
  init(_ context: QuotationContext, _ drafts: [QuotationDraft], margin: Float) {
    self.context = context
    self.margin = margin
    begins = drafts.map(\.content.lowerBound).sorted()
    ends = drafts.map(\.content.upperBound).sorted()
  }

  /// A quotation of the rules, with the ends and the speaker of the network where that is surer of them.
  func met(
    _ draft: QuotationDraft, _ report: ReadingReport, _ choice: ReadingChoice
  ) -> QuotationDraft {
    guard draft.rule.mayBeMended else { return draft }
    return spoken(ended(draft, choice), report, choice)
  }

  private func ended(_ draft: QuotationDraft, _ choice: ReadingChoice) -> QuotationDraft {
    guard let ruled = choice.score(of: draft.content), let ends = choice.best(),
      ends.score - ruled >= margin
    else { return draft }
    let content = context.opened(context.trimmed(ends.tokens))
    guard content != draft.content, content.contains(where: { context.kind($0) == .word }),
      !context.cutsMarks(content, like: draft.content), !takesOthers(content, draft.content),
      !isInner(content, of: draft)
    else { return draft }
    var mended = draft
    mended.content = content
    mended.isMended = true
    return mended
  }

  /// Whether a content is no more than another quotation that the rules have inside of this one: "..., the singer said,
  /// according to the mayor", of which the singer's words are the inner.
  private func isInner(_ content: Range<Int>, of draft: QuotationDraft) -> Bool {
    guard draft.rule == .accordingTo, content.upperBound < draft.content.upperBound else {
      return false
    }
    let end = ends.partitioningIndex { $0 >= content.upperBound }
    guard end < ends.count, ends[end] == content.upperBound else { return false }
    let begin = begins.partitioningIndex { $0 >= content.lowerBound }
    return begin + 1 < begins.count && begins[begin + 1] == content.lowerBound
  }

  /// Whether a content goes on into those of other quotations, which that of the rules leaves alone.
  private func takesOthers(_ content: Range<Int>, _ ruled: Range<Int>) -> Bool {
    let next = begins.partitioningIndex { $0 >= ruled.upperBound }
    if next < begins.count, begins[next] < content.upperBound { return true }
    let before = ends.partitioningIndex { $0 > ruled.lowerBound } - 1
    return before >= 0 && ends[before] > content.lowerBound
  }

  /// A quotation with the speaker of the network, where the rules have none or one of other words for whom less
  /// speaks.
  private func spoken(
    _ draft: QuotationDraft, _ report: ReadingReport, _ choice: ReadingChoice
  ) -> QuotationDraft {
    guard let source = choice.source(report),
      // "The jury was told that": whom it was told to says nothing.
      draft.speaker != nil || draft.addressee?.overlaps(source.tokens) != true
    else { return draft }
    if let speaker = draft.speaker {
      let own = speaker.tokens
      // "The women who allege": both mean the same by "who".
      guard !own.overlaps(source.tokens), speaker.relative?.overlaps(source.tokens) != true,
        choice.score(of: own, as: .source).map({ source.score - $0 >= margin }) ?? false,
        !isAside(source.tokens, of: own, draft.cue)
      else { return draft }
    }
    guard let speaker = ReadingSpeaker(context).phrase(in: source.tokens) else { return draft }
    var mended = draft
    mended.speaker = speaker
    mended.carriesOn = false
    mended.followsSubject = false
    mended.asked = nil
    mended.isSpeakerMended = true
    return mended
  }

  /// Whether a source stands between dashes that part the rules' speaker from its verb: "Shops | - among them Marlow
  /// and Lane - | say".
  private func isAside(_ source: Range<Int>, of own: Range<Int>, _ cue: Cue?) -> Bool {
    guard let cue, own.upperBound < source.lowerBound, source.upperBound <= cue.tokens.lowerBound
    else { return false }
    return context.kind(own.upperBound) == .dash
      && (source.upperBound..<cue.tokens.lowerBound).contains { context.kind($0) == .dash }
  }

  /// The quotations of the rules with those that only the network has found, in text order: a rule's counts
  /// where both say nearly the same or cross each other, and where a layout tells whose words all are; of two of
  /// the network the surer one counts.
  func joined(_ drafts: [QuotationDraft], _ finds: [ReadingFind]) -> [QuotationDraft] {
    guard !finds.isEmpty else { return drafts }
    let all = drafts.map { ReadingFind(draft: $0, surplus: .infinity) } + finds
    var dropped = [Bool](repeating: false, count: all.count)
    // Those whose contents are still open, the innermost last.
    var open: [Int] = []
    let order = all.indices.sorted { one, other in
      let (left, right) = (all[one].draft.content, all[other].draft.content)
      return (left.lowerBound, -left.upperBound, one) < (right.lowerBound, -right.upperBound, other)
    }
    for index in order {
      let content = all[index].draft.content
      while let last = open.last, all[last].draft.content.upperBound <= content.lowerBound {
        open.removeLast()
      }
      while let last = open.last, index >= drafts.count || last >= drafts.count,
        disagree(all[last].draft.content, content) || !all[last].draft.rule.mayBeMended
      {
        guard all[last].surplus < all[index].surplus else {
          dropped[index] = true
          break
        }
        dropped[last] = true
        open.removeLast()
      }
      if !dropped[index] { open.append(index) }
    }
    return order.filter { !dropped[$0] }.map { all[$0].draft }
  }

  /// Whether of two contents, the first of which does not begin later, one only may count: they cross, or are
  /// nearly the same.
  private func disagree(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    guard inner.upperBound <= outer.upperBound else { return true }
    let (whole, part) = (text.span(outer).length, text.span(inner).length)
    return Double(part) >= Self.sameShare * Double(whole)
  }
}

extension QuotationContext {
  /// A content without the word that introduces it.
  func opened(_ content: Range<Int>) -> Range<Int> {
    guard let found = text.phrases.longest(.complementiser, at: content.lowerBound),
      found.sense.attribute == ComplementiserPlace.before.rawValue,
      found.match.end < content.upperBound
    else { return content }
    return trimmed(found.match.end..<content.upperBound)
  }

  /// Whether a content ends inside of a pair of quotation marks, unless the content of the rules stands in
  /// those marks too.
  func cutsMarks(_ content: Range<Int>, like ruled: Range<Int>) -> Bool {
    ![content.lowerBound, content.upperBound - 1].allSatisfy { token in
      guard let pair = text.pair(at: token) else { return true }
      func isInside(_ range: Range<Int>) -> Bool {
        pair.open < range.lowerBound && range.upperBound <= pair.close
      }
      return content.contains(pair.open) && content.contains(pair.close)
        || isInside(content) && isInside(ruled)
    }
  }
}

extension Construction {
  /// Whether the second reading may set its ends: those of a layout are plain.
  var mayBeMended: Bool {
    switch self {
    case .transcript, .blockQuotation, .headline, .byHand: false
    default: true
    }
  }
}
