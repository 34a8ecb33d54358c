/// What follows a complementiser, a colon or at a quotation mark, time, place and addressee of the
/// cue between.
struct MarkedContent: QuotationRule {
  let name = Construction.followingContent

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .verb || cue.frame == .participle || cue.frame == .address else {
      return nil
    }
    let reader = ClauseReader(clause.context)
    let reach = ContentReach(clause, reader)
    guard let found = reach.content(after: cue), found.opening == .marked,
      !reach.isNaming(cue, found.start)
    else { return nil }
    let content = clause.content(found.start..<reach.end(from: found.start, of: cue))
    guard content.count >= 1 else { return nil }
    let parties = SpeakerFinder.Parties(
      speaker: clause.subject(of: cue, reader), addressee: found.addressee, medium: found.medium)
    return clause.draft(content, cue, parties, confidence: 0.88, rule: name)
  }
}
