/// A promise whose content is a nominal phrase: what is promised stands right before the cue.
struct NominalPromise: QuotationRule {
  let name = Construction.nominalPromise

  /// How many tokens from the sentence's beginning an adverbial of time may end.
  static let longestLead = 6

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    let owner = owner(behind: cue, clause)
    guard takesNominal(cue) || takesNoun(cue, clause) || isOrder(cue, clause) || owner != nil else {
      return nil
    }
    let context = clause.context
    let finder = SpeakerFinder(context)
    let end = beforeAddressee(cue, clause)
    if let purposeful = purpose(end, cue, clause) { return purposeful }
    let behind = clause.end(behind: cue)
    let next = clause.cue(from: cue.tokens.upperBound)?.tokens.lowerBound ?? behind
    let following =
      cue.frame == .participle || cue.frame == .passive || next < behind
      ? nil : finder.parties(after: cue.tokens.upperBound, to: behind).speaker
    let against = cue.cueClass == .allegation ? against(end, clause) : nil
    var (start, medium, leading) = lead(
      end, cue, clause, hasSubject: following != nil, against: against)
    if let against { start = max(start, against + 1) }
    // Nobody makes an allegation that is only there.
    if cue.frame == .passive, cue.cueClass == .allegation { leading = nil }
    let inner =
      owner == nil && following == nil && leading == nil ? agent(in: start..<end, cue, clause) : nil
    if let inner { (start, leading) = (inner.tokens.upperBound, inner) }
    let content = clause.content(max(start, nounStart(end - 1, start, context))..<max(start, end))
    guard let last = content.last, content.count >= 2 || isDemandedOf(last, cue, clause),
      content.upperBound == end,
      !isRelative(content, cue, clause),
      end < cue.tokens.lowerBound
        ? isInfinitive(last, context) || isPurpose(end, clause)
        : clause.isAppraisal(cue) || isDemanded(last, cue, clause)
          || isToldNoun(last, cue, context)
          || isCounted(last, context) || isInfinitive(last, context)
    else { return nil }
    var parties = SpeakerFinder.Parties()
    parties.medium = medium?.tokens
    parties.speaker =
      owner ?? following ?? country(cue.tokens.upperBound, behind, context) ?? leading
      ?? medium.flatMap { possessor(in: $0, cue, context) }
      ?? (cue.frame == .participle || leavesSubject(cue, context)
        ? clause.parties(ofMainVerbBehind: cue)?.speaker : nil)
    // What a phrase is taken for only by its object needs somebody who says it.
    if parties.speaker == nil, cue.lemma >= 0,
      clause.settings.nominalCues.contains(context.text.pack.lexicon.string(cue.lemma))
    {
      return nil
    }
    if parties.speaker == nil, cue.cueClass == .allegation {
      parties.addressee = against.flatMap { accused(before: $0, clause) }
    }
    return clause.draft(content, cue, parties, confidence: 0.75, rule: name)?.closing(clause)
  }

  /// Whether a relative pronoun in a content says that its clause only tells which one is meant: "what
  /// they call an ally, ...".
  private func isRelative(_ content: Range<Int>, _ cue: Cue, _ clause: CueClause) -> Bool {
    let context = clause.context
    guard cue.tokens.upperBound < clause.tokens.upperBound,
      context.kind(cue.tokens.upperBound) == .comma
    else { return false }
    return content.contains {
      context.kind($0) == .word
        && clause.settings.relatives.contains(context.text.text($0..<$0 + 1))
    }
  }

  /// What is demanded, with a word of purpose or as what to do, and who demands it: "for the repair |
  /// she calls".
  private func purpose(_ end: Int, _ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    let context = clause.context
    let reader = NounPhraseReader(context)
    let lower = clause.tokens.lowerBound
    guard cue.cueClass == .demand, cue.frame != .passive, end > lower,
      let found = reader.head(endingAt: end - 1), found.isNominative, isParty(found.head)
    else { return nil }
    let speaker = reader.phrase(of: found, from: lower)
    var border = speaker.tokens.lowerBound
    guard border - 1 > lower else { return nil }
    if clause.settings.purposeWords.contains(context.text.text(border - 1..<border)),
      isVerbalNoun(border - 2, context)
    {
      border -= 1
    } else if !isInfinitive(border - 1, context)
      || context.text.functionType(border - 1)?.isVerbal != true
    {
      return nil
    }
    let first = (lower..<border).last { context.kind($0) == .comma }.map { $0 + 1 } ?? lower
    let content = clause.content(first..<border)
    guard content.count >= 2 else { return nil }
    return clause.draft(
      content, cue, SpeakerFinder.Parties(speaker: speaker), confidence: 0.75, rule: name)
  }

  /// The word behind whom an accusation is made against, before a token.
  private func against(_ end: Int, _ clause: CueClause) -> Int? {
    guard clause.tokens.lowerBound < end else { return nil }
    return (clause.tokens.lowerBound..<end).last {
      clause.settings.againstWords.contains(clause.context.text.text($0..<$0 + 1))
    }
  }

  /// Who is accused: the phrase in the genitive before the word "against".
  private func accused(before against: Int, _ clause: CueClause) -> Range<Int>? {
    let reader = NounPhraseReader(clause.context)
    guard against > clause.tokens.lowerBound, let found = reader.head(endingAt: against - 1),
      found.cases.contains(.genitive)
    else { return nil }
    return reader.phrase(of: found, from: clause.tokens.lowerBound).tokens
  }

  /// Whether a role stands right before a name in the genitive, whose case is that of both.
  private func leadsOwner(
    _ head: NounPhrase.Head, _ index: Int, _ context: QuotationContext
  ) -> Bool {
    guard head == .role, let (_, name) = context.name(at: index + 1) else { return false }
    return name.tokens.lowerBound == index + 1 && name.cases.contains(.genitive)
  }

  /// Whether a word names what a demand is for by itself: "resignation".
  private func isDemanded(_ last: Int, _ cue: Cue, _ clause: CueClause) -> Bool {
    (cue.cueClass == .demand || cue.cueClass == .claim)
      && clause.settings.demandedNouns.contains(clause.context.text.text(last..<last + 1))
  }

  /// Whether such a noun is an owner: "the demand | of the resignation".
  private func isDemandedOf(_ last: Int, _ cue: Cue, _ clause: CueClause) -> Bool {
    let text = clause.context.text
    // Alone it stands behind what the same speaker has said before: "raised charges and demanded".
    guard clause.previous != nil, last == clause.tokens.lowerBound else { return false }
    return cue.cueClass == .demand || cue.cueClass == .claim
      ? text.vocabulary.stems(of: text.tokens[last].word).contains {
        $0.cases == .genitive
          && clause.settings.demandedNouns.contains(
            text.name(last..<last + 1, stemLength: $0.keyLength))
      } : false
  }

  /// Whether a verbal noun closes what is told; what is only said to be so must be a known verb's, as
  /// "speaks of the country" tells nothing of it.
  private func isToldNoun(_ last: Int, _ cue: Cue, _ context: QuotationContext) -> Bool {
    cue.cueClass == .statement ? isActed(last, context) : isVerbalNoun(last, context)
  }

  /// Whose demand it is, where a noun for it closes what is demanded and its owner the clause: "the
  /// trial is the demand | of the movement".
  private func owner(behind cue: Cue, _ clause: CueClause) -> NounPhrase? {
    let end = clause.context.trimmed(clause.tokens).upperBound
    guard cue.frame == .noun, cue.cueClass == .demand || cue.cueClass == .claim,
      cue.tokens.upperBound < end, cue.tokens.lowerBound > clause.tokens.lowerBound + 1,
      isDemanded(cue.tokens.lowerBound - 1, cue, clause)
        || isActed(cue.tokens.lowerBound - 1, clause.context),
      let owner = SpeakerFinder(clause.context).owner(before: end, from: cue.tokens.upperBound),
      ReportingNoun.isGenitive(owner, clause.context),
      owner.tokens.lowerBound == cue.tokens.upperBound
    else { return nil }
    return owner
  }

  /// Whether a word is a verbal noun of the tables' verbs in the genitive: "of doing".
  func isActed(_ index: Int, _ context: QuotationContext) -> Bool {
    guard context.kind(index) == .word, isVerbalNoun(index, context) else { return false }
    return context.text.functionType(index)?.isVerbal == true || context.text.isVerbalNoun(index)
  }

  /// Whether a claim of two words has a noun before it that only a demand has: "claims the trial".
  private func takesNoun(_ cue: Cue, _ clause: CueClause) -> Bool {
    cue.frame == .verb && cue.cueClass == .claim && cue.tokens.count > 1
      && cue.tokens.lowerBound > clause.tokens.lowerBound
      && isDemanded(cue.tokens.lowerBound - 1, cue, clause)
  }

  /// Whether a verb of saying has what somebody is to do right before it: "told them to close".
  private func isOrder(_ cue: Cue, _ clause: CueClause) -> Bool {
    let (context, before) = (clause.context, cue.tokens.lowerBound - 1)
    guard cue.frame == .verb, cue.tokens.count == 1, cue.lemma >= 0,
      before > clause.tokens.lowerBound,
      clause.settings.orderingVerbs.contains(context.text.pack.lexicon.string(cue.lemma)),
      isInfinitive(before, context), context.text.functionType(before)?.isVerbal == true,
      context.text.isPolite(cue.tokens.lowerBound),
      context.text.hasEnding(cue.tokens.lowerBound, of: clause.settings.perfectEndings)
    else { return false }
    return clause.contentStart(after: cue) == nil
  }

  /// Whether what a cue tells may be a noun phrase before it: "the demand to", "the call for".
  private func takesNominal(_ cue: Cue) -> Bool {
    switch cue.frame {
    case .promise: return true
    case .verb, .participle, .passive:
      guard cue.share == 100, cue.tokens.count > 1 else { return false }
      // That an allegation has been received tells of the receiving.
      if cue.frame == .passive, cue.cueClass == .allegation, cue.tokens.count > 2 { return false }
      return [.demand, .allegation, .promise, .belief].contains(cue.cueClass)
    default: return false
    }
  }

  func isInfinitive(_ index: Int, _ context: QuotationContext) -> Bool {
    let token = context.text.tokens[index]
    guard token.kind == .word, context.name(at: index) == nil else { return false }
    let bytes = context.text.document.text.bytes[Int(token.start)..<Int(token.end)]
    return context.text.pack.settings.infinitiveEndings.contains { ending in
      bytes.count > ending.count && bytes.suffix(ending.count).elementsEqual(ending)
    }
  }

  /// Where a phrase begins behind the last time before it: "on the first day | the demand".
  private func nounStart(_ last: Int, _ lower: Int, _ context: QuotationContext) -> Int {
    for index in stride(from: last - 1, to: lower, by: -1)
    where context.text.classes(index).has(.timeWord)
      && context.text.vocabulary.stems(of: context.text.tokens[index].word).contains(where: {
        $0.word >= 0 && $0.cases == .locative
      })
    {
      return index + 1
    }
    return lower
  }

  /// Whether a noun with its number before it closes the phrase: "the eleven points".
  private func isCounted(_ index: Int, _ context: QuotationContext) -> Bool {
    let classes = context.text.classes(index)
    guard index > 0, classes.has(.commonWord), !classes.has(.role) else { return false }
    return context.kind(index - 1) == .number
      || context.text.phrases.longest(.measure, at: index - 1)?.sense.attribute
        == MeasurePart.numeral.rawValue
  }

  /// What stands before the content: adverbials, the speaker, the medium.
  private func lead(
    _ end: Int, _ cue: Cue, _ clause: CueClause, hasSubject: Bool, against: Int?
  ) -> (start: Int, medium: NounPhrase?, speaker: NounPhrase?) {
    let context = clause.context
    let reader = NounPhraseReader(context)
    let first = clause.tokens.lowerBound
    var start = first
    var medium: NounPhrase?
    var speaker: NounPhrase?
    let isActive = cue.frame == .verb || cue.frame == .promise
    /// The subject of the clause before, and of this one where more than its content stands behind it.
    var before: NounPhrase?
    var far: NounPhrase?
    var index = first
    while index < end {
      if [.comma, .openingQuote].contains(context.kind(index)) { break }
      if context.kind(index) == .colon, cue.frame == .noun {
        start = index + 1
      } else if index > first, context.text.functionType(index) == .conjunction,
        BareReport.isFinite(index - 1, context)
      {
        // "... was invited, and | to send experts": the clause before is another one's.
        start = index + 1
        if isActive, isOneTone(index - 1, cue, context) {
          before = SpeakerFinder(context).parties(before: index - 1, from: first).speaker
        }
        (speaker, far) = (nil, nil)
      } else if context.text.functionType(index) == .adposition, index - first < Self.longestLead,
        cue.frame == .participle
          || !clause.settings.purposeWords.contains(context.text.text(index..<index + 1))
      {
        start = index + 1
      } else if context.text.classes(index).has(.timeWord), index == start {
        start = index + 1
      } else if let found = reader.head(endingAt: index) {
        if found.head == .document, found.cases.contains(.locative) {
          medium = reader.phrase(of: found, from: speaker.map(\.tokens.upperBound) ?? start)
          start = index + 1
        } else if found.isNominative, speaker == nil, !hasSubject, isParty(found.head),
          index - first < (isActive ? NounPhraseReader.longest : Self.longestLead),
          !leadsOwner(found.head, index, context), !goesOn(found.head, behind: index, context)
        {
          let phrase = reader.phrase(of: found, from: first)
          if phrase.tokens.lowerBound <= start + 1 || (isActive && isPersonal(found)) {
            speaker = phrase
            start = index + 1
          } else if isActive {
            far = phrase
          }
        }
      }
      index += 1
    }
    let border = max(start, against.map { $0 + 1 } ?? start)
    if speaker == nil, !hasSubject, let subject = far, subject.tokens.upperBound < border,
      context.text.functionType(subject.tokens.upperBound) != .adposition,
      !(subject.tokens.upperBound..<border).contains(where: { isDeed($0, context) })
    {
      speaker = subject
    }
    return (start, medium, speaker ?? (hasSubject ? nil : before))
  }

  /// Whether a cue that ends with no finite verb leaves its subject to the verb behind it.
  private func leavesSubject(_ cue: Cue, _ context: QuotationContext) -> Bool {
    let last = cue.tokens.upperBound - 1
    return cue.frame == .verb && cue.tokens.count > 1 && !context.text.isPolite(last)
      && !context.text.hasFiniteEnding(last)
  }

  /// The last person whom a clause names as a subject may be, before what is demanded of others: "on Monday at
  /// the ministry | the inspector so-and-so | to go back to work".
  private func agent(
    in range: Range<Int>, _ cue: Cue, _ clause: CueClause
  ) -> NounPhrase? {
    let context = clause.context
    guard cue.frame == .verb || cue.frame == .promise,
      context.text.isPolite(cue.tokens.upperBound - 1)
    else { return nil }
    let reader = NounPhraseReader(context)
    var agent: NounPhrase?
    for index in range {
      guard let (_, name) = context.name(at: index), name.kind == .person,
        name.tokens.upperBound == index + 1,
        name.cases.isDisjoint(with: .caseMarkers.union(.inclusive)), !context.isBracketed(name),
        !context.isModifier(name), let found = reader.head(endingAt: index), found.isNominative
      else { continue }
      agent = reader.phrase(of: found, from: range.lowerBound)
    }
    guard let agent, range.upperBound - agent.tokens.upperBound >= 2,
      context.kind(agent.tokens.upperBound) == .word
    else { return nil }
    return agent
  }

  /// Whether a verb and a cue speak alike of their subject, politely or not.
  private func isOneTone(_ verb: Int, _ cue: Cue, _ context: QuotationContext) -> Bool {
    context.text.isPolite(verb) == context.text.isPolite(cue.tokens.upperBound - 1)
  }

  /// Whether a word tells what is done, so that whoever stands before it may be only who does that.
  private func isDeed(_ index: Int, _ context: QuotationContext) -> Bool {
    isActed(index, context) || context.text.functionType(index)?.isVerbal == true
  }

  /// Whether a role is followed by the name of whoever holds it, or by "and" and another one.
  private func goesOn(
    _ head: NounPhrase.Head, behind index: Int, _ context: QuotationContext
  ) -> Bool {
    head == .role
      && (context.name(at: index + 1)?.name.tokens.lowerBound == index + 1
        || context.text.functionType(index + 1) == .conjunction)
  }

  /// Whether a pronoun stands for persons, and so for a subject wherever it is.
  private func isPersonal(_ found: NounPhraseReader.Found) -> Bool {
    if case .pronoun(_, isThing: false) = found.head { return true }
    return false
  }

  func isParty(_ head: NounPhrase.Head) -> Bool {
    switch head {
    case .document, .pronoun(_, isThing: true): false
    default: true
    }
  }

  /// A verbal noun in the genitive, as in "of doing": the lexicon lists its forms as verbs, or it
  /// is no known word but ends like one.
  func isVerbalNoun(_ index: Int, _ context: QuotationContext) -> Bool {
    context.text.vocabulary.stems(of: context.text.tokens[index].word).contains {
      $0.cases.contains(.genitive) && !$0.cases.contains(.plural)
    }
  }
}
