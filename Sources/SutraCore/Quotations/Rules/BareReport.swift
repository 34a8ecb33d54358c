/// A cue with no mark or word between it and what is said, in a language whose verb ends its
/// clause: "The mayor has said the road stays closed", "The road stays closed, says he" without the
/// comma.
struct BareReport: QuotationRule {
  let name = Construction.bareReport

  /// Fewest words of what is said behind its cue, and before it.
  static let shortest = 3

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    if cue.frame == .summary { return summed(cue, clause) }
    guard cue.frame == .verb else { return nil }
    return preceding(cue, clause) ?? following(cue, clause)
  }

  /// What is said, a comma or dash, and a cue that sums it up: "..., such says the captain".
  private func summed(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    let context = clause.context
    var border = cue.tokens.lowerBound - 1
    while border > clause.tokens.lowerBound, cue.tokens.lowerBound - border < 8,
      context.kind(border) == .word
    {
      border -= 1
    }
    guard border > clause.tokens.lowerBound, [.comma, .dash].contains(context.kind(border)) else {
      return nil
    }
    let content = clause.content(clause.tokens.lowerBound..<border)
    guard words(content, context) >= Self.shortest, let last = content.last,
      context.form(of: content) == .direct || Self.isFinite(last, context)
        || endsInSubject(content, context) || context.kind(border) == .dash
    else { return nil }
    let finder = SpeakerFinder(context)
    var parties = finder.parties(before: cue.tokens.lowerBound, from: border + 1)
    if parties.speaker == nil {
      parties.speaker =
        finder.parties(after: cue.tokens.upperBound, to: clause.end(behind: cue)).speaker
    }
    guard parties.speaker != nil else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.7, rule: name)
  }

  /// Whether a clause ends with the pronoun that is its subject behind its verb: "learnt have | they".
  private func endsInSubject(_ content: Range<Int>, _ context: QuotationContext) -> Bool {
    guard let last = content.last, content.count > 1,
      let found = NounPhraseReader(context).head(endingAt: last), found.isNominative,
      case .pronoun = found.head
    else { return false }
    return Self.isFinite(last - 1, context)
  }

  /// What is said, the cue, and its speaker, who ends the sentence.
  private func preceding(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    let context = clause.context
    let end = context.trimmed(clause.tokens).upperBound
    // "..., says the mayor": behind a comma the clause may end with a noun.
    let first = cue.tokens.lowerBound
    let isClosed = first > clause.tokens.lowerBound && context.kind(first - 1) == .comma
    let border = isClosed ? first - 1 : first
    let content = clause.content(clause.tokens.lowerBound..<border)
    guard cue.tokens.upperBound < end, end - cue.tokens.upperBound <= 10,
      words(content, context) >= Self.shortest, let last = content.last,
      content.upperBound == border, isClosed || Self.isFinite(last, context),
      !(cue.tokens.upperBound..<end).contains(where: { context.kind($0) == .comma })
    else { return nil }
    let parties = SpeakerFinder(context).parties(after: cue.tokens.upperBound, to: end)
    guard let speaker = parties.speaker, speaker.tokens.upperBound == end,
      speaker.tokens.lowerBound <= cue.tokens.upperBound + 1,
      !isClosed || (speaker.head != .unknown && cue.tokens.count == 1)
    else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.7, rule: name)
  }

  /// The speaker, the cue, and what is said.
  private func following(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    let context = clause.context
    let start = cue.tokens.upperBound
    guard start < clause.tokens.upperBound, context.kind(start) == .word,
      clause.closingComplementiser(before: cue) == nil
    else { return nil }
    let content = clause.content(start..<clause.tokens.upperBound)
    guard words(content, context) >= Self.shortest, let last = content.last,
      Self.isFinite(last, context), context.form(of: content) == .indirect,
      clause.cues(in: content).isEmpty
    else { return nil }
    let parties = SpeakerFinder(context).parties(
      before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    guard let speaker = parties.speaker, speaker.head != .unknown else { return nil }
    return clause.draft(content, cue, parties, confidence: 0.6, rule: name)
  }

  private func words(_ tokens: Range<Int>, _ context: QuotationContext) -> Int {
    tokens.count { context.kind($0) == .word || context.kind($0) == .number }
  }

  /// Whether a word ends a clause: a finite verb or a negation.
  static func isFinite(_ index: Int, _ context: QuotationContext) -> Bool {
    let text = context.text
    guard context.kind(index) == .word, context.name(at: index) == nil,
      text.functionType(index) != .adposition
    else { return false }
    let word = text.text(index..<index + 1)
    if text.pack.settings.negations.contains(word) { return true }
    if text.functionType(index) == .verb, text.classes(index).has(.lightVerb) { return true }
    let token = text.tokens[index]
    let stems = text.vocabulary.stems(of: token.word)
    if stems.contains(where: { $0.word >= 0 && !$0.cases.isDisjoint(with: [.classifier, .plural]) })
    {
      return false
    }
    let bytes = text.document.text.bytes[Int(token.start)..<Int(token.end)]
    if text.pack.settings.adverbEndings.contains(where: {
      bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }) {
      return false
    }
    // Real texts write some letters as one, so that their keys are compared.
    let key = text.vocabulary.key(of: token.word)
    return text.pack.settings.finiteEndings.contains { ending in
      key.count >= ending.count && key.suffix(ending.count).elementsEqual(ending)
    }
  }
}
