/// A clause closed by a reporting participle, before the main verb of the same speaker.
struct ReportingParticiple: QuotationRule {
  let name = Construction.reportingParticiple

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .participle, cue.cueClass != .denial,
      let parties = clause.parties(ofMainVerbBehind: cue)
    else { return nil }
    let context = clause.context
    let content = clause.content(clause.tokens.lowerBound..<cue.tokens.lowerBound)
    guard content.count >= 4, let last = content.last, !isObject(last, context) else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.75, rule: name)
  }

  /// Whether a word is the participle's object ("having told the matter") and no clause's end.
  private func isObject(_ index: Int, _ context: QuotationContext) -> Bool {
    let text = context.text
    if text.functionType(index) == .verb { return false }
    // "Is not" may look like "nine".
    if text.functionType(index) == .determiner, BareReport.isFinite(index, context) { return false }
    let classes = text.classes(index)
    if classes.has(.pronoun) || classes.has(.cue) || text.functionType(index) != nil { return true }
    return text.vocabulary.stems(of: text.tokens[index].word).contains { stem in
      stem.word >= 0
        && !stem.cases.isDisjoint(with: [.classifier, .genitive, .objective, .plural])
    }
  }
}
