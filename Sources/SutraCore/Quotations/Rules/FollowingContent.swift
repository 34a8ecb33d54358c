/// The speaker, the cue, a comma or complementiser, and then what is said: the usual order of
/// Bengali news.
struct FollowingContent: QuotationRule {
  let name = "following content"

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    switch cue.frame {
    case .verb, .promise: break
    case .participle:
      // A participle is finite in all but name when its content follows a complementiser.
      guard cue.tokens.upperBound < clause.tokens.upperBound,
        clause.context.kind(cue.tokens.upperBound) != .openingQuote
      else { return nil }
    default: return nil
    }
    guard let start = clause.contentStart(after: cue) else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard content.count > 1 else { return nil }
    let parties = SpeakerFinder(clause.context).parties(
      before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    if cue.frame == .participle, parties.speaker == nil { return nil }
    return clause.draft(content, cue, parties, confidence: 0.93, rule: name)
  }
}
