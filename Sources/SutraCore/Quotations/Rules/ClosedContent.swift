/// What is said, a complementiser that closes it, and the cue, with the speaker after the cue,
/// between the two, or at the head of the sentence.
struct ClosedContent: QuotationRule {
  let name = Construction.closedContent

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    if cue.frame == .noun { return owned(cue, clause) }
    guard cue.frame == .verb || cue.frame == .passive || cue.frame == .promise,
      let complementiser = clause.closingComplementiser(before: cue)
    else { return nil }
    let context = clause.context
    let finder = SpeakerFinder(context)
    var start = clause.tokens.lowerBound
    var parties = finder.parties(before: cue.tokens.lowerBound, from: complementiser.upperBound)
    if cue.frame == .passive,
      let document = finder.origin(in: complementiser.upperBound..<cue.tokens.lowerBound)
    {
      parties.speaker = document
    } else if cue.frame == .passive, cue.cueClass != .allegation,
      let document = leadingText(clause, complementiser.lowerBound)
    {
      parties.speaker = document
      start = document.tokens.upperBound
    }
    let end = min(clause.end(behind: cue), context.trimmed(clause.tokens).upperBound)
    if parties.speaker == nil {
      parties.speaker = finder.parties(after: cue.tokens.upperBound, to: end).speaker
    }
    if parties.speaker == nil || parties.speaker?.head == .unknown,
      let office = holder(behind: cue, end, clause)
    {
      parties.speaker = office
    }
    if parties.speaker == nil, cue.frame == .verb {
      if end > cue.tokens.upperBound {
        parties.speaker = unknownSpeaker(cue.tokens.upperBound..<end, context)
      } else if let leading = leadingSpeaker(
        cue, clause, before: complementiser.lowerBound)
      {
        parties.speaker = leading
        start = leading.tokens.upperBound
      }
    }
    let content = clause.content(start..<complementiser.lowerBound)
    guard content.count > 1 else { return nil }
    let draft = clause.draft(content, cue, parties, confidence: 0.85, rule: name)
    return cue.frame == .verb && end == cue.tokens.upperBound
      ? draft?.droppingSubject(context) : draft
  }

  /// Most tokens from the beginning of a sentence to the text that it opens with.
  private static let longestLead = 8

  /// The text that opens a sentence whose cue has no agent: "in the notice | it is
  /// said to be so".
  private func leadingText(_ clause: CueClause, _ end: Int) -> NounPhrase? {
    let (context, first) = (clause.context, clause.tokens.lowerBound)
    let reader = NounPhraseReader(context)
    for index in first..<min(end, first + Self.longestLead) {
      guard [.word, .number].contains(context.kind(index)) else { return nil }
      guard let found = reader.head(endingAt: index), found.cases.contains(.locative) else {
        continue
      }
      guard found.head == .document, context.documentKind(endingAt: index) != nil else {
        return nil
      }
      let text = reader.phrase(of: found, from: first)
      return (first..<text.tokens.lowerBound).allSatisfy {
        context.text.classes($0).has(.connective) || context.text.functionType($0) == .adverb
      } ? text : nil
    }
    return nil
  }

  /// Most tokens of an office with commas in its name and whoever holds it.
  private static let longestOffice = 20

  /// Whoever holds an office that has a comma in its name and closes the sentence behind a cue: "says
  /// the minister of power, fuel and mines, so-and-so".
  private func holder(behind cue: Cue, _ comma: Int, _ clause: CueClause) -> NounPhrase? {
    let context = clause.context
    let end = context.trimmed(clause.tokens).upperBound
    let tail = cue.tokens.upperBound..<max(cue.tokens.upperBound, end)
    guard cue.frame == .verb || cue.frame == .promise, comma < end, context.kind(comma) == .comma,
      tail.count <= Self.longestOffice,
      !tail.contains(where: { BareReport.isFinite($0, context) }),
      let speaker = SpeakerFinder(context).parties(after: comma + 1, to: end).speaker,
      speaker.tokens.upperBound == end, case .mention(let name) = speaker.head,
      context.names[name].kind == .person,
      (speaker.tokens.lowerBound..<speaker.headTokens.lowerBound).contains(where: {
        context.text.allClasses($0).has(.role) || context.text.roleSuffix($0) != nil
      })
    else { return nil }
    return speaker
  }

  /// Most words of a speaker whom no table knows.
  private static let longestUnknown = 6

  /// Words behind a cue that close its clause and that no table knows for a party: a body's name.
  private func unknownSpeaker(_ tokens: Range<Int>, _ context: QuotationContext) -> NounPhrase? {
    guard tokens.count > 1, tokens.count <= Self.longestUnknown,
      tokens.allSatisfy({
        context.kind($0) == .word && context.text.functionType($0) == nil
          && !context.text.classes($0).has(.timeWord)
          && !context.text.classes($0).has(.connective)
          && !context.text.classes($0).has(.pronoun)
      }),
      let last = tokens.last, !BareReport.isFinite(last, context),
      !context.text.vocabulary.stems(of: context.text.tokens[last].word).contains(where: {
        $0.word >= 0 && !$0.cases.isDisjoint(with: .caseMarkers)
      })
    else { return nil }
    return NounPhrase(tokens, .unknown)
  }

  /// What is said, a complementiser, and a noun for speech with its owner beside it: "..., is the
  /// claim of the police".
  private func owned(_ cue: Cue, _ clause: CueClause) -> QuotationDraft? {
    guard let complementiser = clause.closingComplementiser(before: cue),
      cue.tokens.lowerBound - complementiser.upperBound <= NounPhraseReader.longest
    else { return nil }
    let context = clause.context
    let content = clause.content(clause.tokens.lowerBound..<complementiser.lowerBound)
    guard content.count > 2 else { return nil }
    let finder = SpeakerFinder(context)
    var parties = SpeakerFinder.Parties()
    let end = context.trimmed(clause.tokens).upperBound
    if cue.tokens.lowerBound > complementiser.upperBound {
      guard cue.tokens.upperBound >= end,
        let owner = finder.owner(before: cue.tokens.lowerBound, from: complementiser.upperBound),
        ReportingNoun.isGenitive(owner, context)
      else { return nil }
      parties.speaker = owner
    } else if cue.tokens.upperBound < end {
      guard let owner = finder.owner(before: end, from: cue.tokens.upperBound),
        ReportingNoun.isGenitive(owner, context),
        owner.tokens.lowerBound <= cue.tokens.upperBound + 1
      else { return nil }
      parties.speaker = owner
    }
    return clause.draft(content, cue, parties, confidence: 0.8, rule: name)
  }

  /// Whether a further role, or a body and its role, stands right behind a role: "the administrator, | party leader |
  /// so-and-so".
  private func isFurtherRole(_ first: Int, before end: Int, _ reader: NounPhraseReader) -> Bool {
    (first..<min(end, first + 3)).contains { reader.head(endingAt: $0)?.head == .role }
  }

  /// Most tokens before the end of a subject at the head of a sentence.
  private static let farthestLead = 20

  /// A subject at the head of the sentence, before its content.
  private func leadingSpeaker(_ cue: Cue, _ clause: CueClause, before end: Int) -> NounPhrase? {
    let isPolite = clause.context.text.isPolite(cue.tokens.upperBound - 1)

    let reader = NounPhraseReader(clause.context)
    let near = clause.tokens.lowerBound + 12
    for index in clause.tokens.lowerBound..<min(end, clause.tokens.lowerBound + Self.farthestLead) {
      if [.comma, .openingQuote].contains(clause.context.kind(index)) { return nil }
      guard let found = reader.head(endingAt: index), found.isNominative, found.head != .document
      else { continue }
      // Far from its beginning only a person is surely the sentence's subject.
      if index >= near {
        guard isPolite, case .mention(let name) = found.head,
          clause.context.names[name].kind == .person
        else { continue }
      }
      // A verb that is polite is no body's.
      if case .mention(let name) = found.head, isPolite,
        clause.context.names[name].kind == .organization
      {
        continue
      }
      if found.head == .role, let next = clause.context.name(at: index + 1),
        next.name.tokens.lowerBound == index + 1
      {
        continue
      }
      if found.head == .role, isFurtherRole(index + 1, before: end, reader) { continue }
      // "The secretary of the club and reporter | so-and-so": the phrase goes on.
      if index + 1 < end, clause.context.text.functionType(index + 1) == .conjunction { continue }
      return reader.phrase(of: found, from: clause.tokens.lowerBound)
    }
    return nil
  }
}
