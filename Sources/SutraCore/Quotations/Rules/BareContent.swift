/// A cue and right after it what is said, with no mark between, as English writes it.
struct BareContent: QuotationRule {
  let name = Construction.bareContent

  /// How many in a hundred of a cue's bare uses must report for one of them to count.
  static let leastShare: UInt8 = 38

  /// The same for a cue whose subject is a text, which does little else but report.
  static let leastDocumentShare: UInt8 = 20

  /// The same for a cue in the passive.
  static let leastPassiveShare: UInt8 = 60

  /// Fewest words of what a verb of saying reports without a verb that any table knows.
  static let shortestPlain = 6

  /// Whether a cue's verb hardly does anything but open a clause: "say", "argue".
  static func opensClauses(_ cue: Cue, _ clause: CueClause) -> Bool {
    cue.lemma >= 0
      && clause.settings.clauseVerbs.contains(clause.context.text.pack.lexicon.string(cue.lemma))
  }

  /// Whether words beside a verb of saying are what it says though no table has a verb of theirs.
  static func isPlain(
    _ cue: Cue, _ content: Range<Int>, _ speaker: NounPhrase?, _ clause: CueClause
  ) -> Bool {
    guard opensClauses(cue, clause), let speaker, speaker.head != .unknown else { return false }
    return content.count { clause.context.kind($0) == .word } >= shortestPlain
  }

  /// Whether writers tell what they call somebody: "a woman we are calling Clara".
  private func isRenaming(
    _ cue: Cue, _ content: Range<Int>, _ speaker: NounPhrase?, _ clause: CueClause
  ) -> Bool {
    let text = clause.context.text
    guard cue.lemma >= 0, let speaker, case .pronoun = speaker.head,
      clause.settings.namingVerbs.contains(text.pack.lexicon.string(cue.lemma)),
      clause.context.name(at: content.lowerBound)?.name.kind == .person
    else { return false }
    let word = text.text(speaker.headTokens)
    return clause.settings.participants.contains(word.lowercased())
  }

  /// Whether a request is told by what it is for alone: "asked the council for comment".
  private func isUnsaid(_ content: Range<Int>, _ clause: CueClause) -> Bool {
    guard content.count > 2 else { return false }
    let tail = content.upperBound - 2..<content.upperBound
    return clause.settings.unsaidTails.contains(clause.context.text.text(tail))
  }

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.share >= Self.leastDocumentShare,
      cue.frame == .verb || cue.frame == .participle || cue.frame == .address
    else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    // "..., said the minister": the subject follows.
    let before = cue.tokens.lowerBound - 1
    if cue.frame == .verb, before >= clause.tokens.lowerBound, context.kind(before) == .comma,
      case .shared = reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    {
      return nil
    }
    if clause.invertsSubject(of: cue, reader) { return nil }
    let reach = ContentReach(clause, reader)
    guard let found = reach.content(after: cue), found.opening == .bare else { return nil }
    let start = reach.aboutStart(found.start, cue) ?? found.start
    let content = clause.content(start..<reach.aboutEnd(start, cue, found.start))
    let speaker = clause.subject(of: cue, reader)
    guard content.count >= 1, !isUnsaid(content, clause),
      !isRenaming(cue, content, speaker, clause),
      !isPassive(cue, clause) || context.form(of: content) != .indirect,
      context.form(of: content) != .indirect
        || (Self.opensClauses(cue, clause)
          ? reach.hasVerb(content) : reach.isClause(content))
        || isTopic(cue, clause) || speaker?.head == .document
        || Self.isPlain(cue, content, speaker, clause)
    else { return nil }
    guard
      cue.share >= Self.leastShare || speaker?.head == .document
        || Self.opensClauses(cue, clause) && reach.isClause(content)
    else { return nil }
    // Beside a subject that nothing tells to be a party, only a plain verb of speech with a clause.
    if context.form(of: content) == .indirect, !isParty(speaker, context),
      cue.share < Self.leastPassiveShare || !reach.hasVerb(content)
    {
      return nil
    }
    let parties = SpeakerFinder.Parties(
      speaker: speaker, addressee: found.addressee, medium: found.medium)
    return clause.draft(
      content, cue, parties, confidence: 0.3 + Double(cue.share) / 200, rule: name)
  }

  /// Whether a subject is known, or has a capital, as names have.
  private func isParty(_ speaker: NounPhrase?, _ context: QuotationContext) -> Bool {
    guard let speaker else { return false }
    guard speaker.head == .unknown, let last = speaker.headTokens.last else { return true }
    return context.text.tokens[last].isCapitalized
  }

  /// Whether a cue tells what was said by naming it: "described their escape", as against acts,
  /// "announced a new school".
  private func isTopic(_ cue: Cue, _ clause: CueClause) -> Bool {
    guard cue.lemma >= 0 else { return false }
    return clause.settings.topicVerbs.contains(clause.context.text.pack.lexicon.string(cue.lemma))
  }

  /// Whether a form of "be" before a cue makes it a passive, whose subject says nothing.
  private func isPassive(_ cue: Cue, _ clause: CueClause) -> Bool {
    // "Was told": what was told is still quoted, by nobody.
    guard cue.frame == .verb, cue.share < Self.leastPassiveShare else { return false }
    let text = clause.context.text
    var index = cue.tokens.lowerBound - 1
    while index > clause.tokens.lowerBound, text.functionType(index) == .adverb { index -= 1 }
    return index >= clause.tokens.lowerBound && text.functionType(index) == .copula
  }
}
