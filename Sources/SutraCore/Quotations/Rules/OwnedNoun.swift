/// A noun for speech and behind it what is said, its owner before it if there is one: "the
/// minister's claim that ...", "his support for ...", "the claim that ...".
struct OwnedNoun: QuotationRule {
  let name = Construction.reportingNoun

  /// Most words between a noun and its owner.
  private static let mostAdjectives = 2

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    guard cue.frame == .noun else { return nil }
    let context = clause.context
    let reader = ClauseReader(context)
    let reach = ContentReach(clause, reader)
    let after = cue.tokens.upperBound
    guard after < clause.tokens.upperBound else { return nil }
    let isClause = reach.isComplementiser(after - 1)
    let subject = subject(of: cue, clause, reader)
    let owner =
      self.owner(of: cue, clause, reader)
      ?? (isClause || does(subject, cue, clause) ? subject : nil)
    guard owner != nil || isClause else { return nil }
    let content = reach.withoutOccasion(
      clause.content(after..<subjectEnd(after..<reach.end(from: after, of: cue), clause, reach)))
    guard content.count >= (isClause ? 3 : 1) else { return nil }
    let own = Cue(
      tokens: isClause ? cue.tokens.lowerBound..<after - 1 : cue.tokens, frame: cue.frame,
      cueClass: cue.cueClass, share: cue.share, lemma: cue.lemma)
    return clause.draft(
      content, own, SpeakerFinder.Parties(speaker: owner), confidence: 0.7, rule: name)
  }

  /// Where a content ends that is a part of its sentence's subject: "the claim that the road is safe | was false",
  /// before the verb of the sentence, which has no subject beside it.
  private func subjectEnd(_ content: Range<Int>, _ clause: CueClause, _ reach: ContentReach) -> Int
  {
    let text = clause.context.text
    var hasVerb = false
    for index in content {
      guard clause.context.kind(index) == .word else {
        guard [.number, .clitic, .other].contains(clause.context.kind(index)) else { break }
        continue
      }
      if text.functionType(index) == .conjunction || reach.isComplementiser(index)
        || reach.reader.isRelative(index) || reach.isSubjectPronoun(index) && hasVerb
      {
        break
      }
      guard text.functionType(index)?.isVerbal == true else { continue }
      let isChain = index > content.lowerBound && isVerbal(index - 1, text)
      if hasVerb, !isChain { return index }
      hasVerb = true
    }
    return content.upperBound
  }

  private func isVerbal(_ index: Int, _ text: TokenizedDocument) -> Bool {
    switch text.functionType(index) {
    case .adverb, .infinitive: true
    case let type: type?.isVerbal == true
    }
  }

  /// The subject of what is a verb here, though it may be a noun: "the company | claims that ...".
  private func subject(of cue: Cue, _ clause: CueClause, _ reader: ClauseReader) -> NounPhrase? {
    let context = clause.context
    guard isVerb(cue.tokens.lowerBound, context.text),
      case .phrase(let phrase) = reader.subject(
        before: cue.tokens.lowerBound, from: clause.tokens.lowerBound),
      phrase.cases.isDisjoint(with: .caseMarkers)
    else { return nil }
    let before = phrase.tokens.lowerBound - 1
    guard before < clause.tokens.lowerBound || context.text.functionType(before) != .adposition
    else { return nil }
    switch phrase.head {
    case .mention, .role, .collective, .body, .media, .pronoun(_, isThing: false): return phrase
    default: return nil
    }
  }

  /// Whether one person, or somebody of one office, does what may be a noun: "the mayor | calls for calm", as against
  /// "both | questions about it".
  private func does(_ subject: NounPhrase?, _ cue: Cue, _ clause: CueClause) -> Bool {
    let context = clause.context
    guard let subject, let ending = clause.settings.presentEnding,
      context.text.text(cue.tokens.lowerBound..<cue.tokens.lowerBound + 1).hasSuffix(ending)
    else { return false }
    switch subject.head {
    case .role: return true
    case .mention(let name): return context.names[name].kind == .person
    default: return false
    }
  }

  /// Whether a word alone is a cue that is a verb.
  private func isVerb(_ index: Int, _ text: TokenizedDocument) -> Bool {
    text.phrases.matches(at: index).contains { match in
      match.end == index + 1
        && text.pack.lexicon.senses(at: match.node).contains {
          $0.lexicalClass == .cue && $0.attribute == CueFrame.verb.rawValue
        }
    }
  }

  private func owner(of cue: Cue, _ clause: CueClause, _ reader: ClauseReader) -> NounPhrase? {
    let context = clause.context
    let text = context.text
    let lower = clause.tokens.lowerBound
    var index = cue.tokens.lowerBound - 1
    while index > lower, cue.tokens.lowerBound - index <= Self.mostAdjectives,
      context.kind(index) == .word, text.functionType(index) == nil,
      !text.classes(index).has(.pronoun)
    {
      index -= 1
    }
    guard index >= lower else { return nil }
    if context.kind(index) == .clitic {
      return reader.phrase(endingAt: index - 1, lower)
    }
    let found = NounPhraseReader(context).head(endingAt: index)
    guard let found, case .pronoun(_, isThing: false) = found.head, found.cases == .genitive else {
      return nil
    }
    return NounPhrase(found.tokens, found.head)
  }
}
