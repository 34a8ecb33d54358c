/// Says who the speaker of each quotation is: asks the resolvers, with what the article has said
/// so far.
struct Attributor {
  /// The attributions of an article.
  struct Answer {
    /// One for each quotation, in text order.
    var attributions: [Attribution] = []
    /// Pronouns, roles and short names that turned out to mean an entity.
    var references: [Int: [Span]] = [:]
  }

  private let parties: ArticleParties
  private let details: SpeakerDetails
  private let pronouns: PronounResolver
  private let descriptions: RoleResolver
  private let groups: GroupResolver
  private let media: MediumResolver
  private let resolvers: [any SpeakerResolver]
  private var context: QuotationContext { parties.context }

  init(_ context: QuotationContext, _ entityOfName: [Int], _ entities: [EntityLinker.Draft]) {
    parties = ArticleParties(context, entityOfName, entities)
    details = SpeakerDetails(context)
    pronouns = PronounResolver(parties: parties)
    descriptions = RoleResolver(parties: parties)
    groups = GroupResolver(parties: parties)
    media = MediumResolver(parties: parties)
    resolvers = [
      BodyNounResolver(parties: parties), pronouns, ShortNameResolver(parties: parties),
      descriptions, groups, media,
      DocumentResolver(parties: parties),
    ]
  }

  /// The attribution of each quotation, in text order.
  func attributions(of quotations: [QuotationDraft]) -> Answer {
    var answer = Answer()
    answer.attributions.reserveCapacity(quotations.count)
    var discourse = Discourse()
    for (index, quotation) in quotations.enumerated() {
      if context.text.stop.isUp { break }
      let next = index + 1 < quotations.count ? quotations[index + 1] : nil
      let resolution = self.resolution(of: quotation, before: next, in: discourse)
      let speaker = resolution.speaker.map { described($0, quotation, &discourse) }
      if resolution.isReference, let speaker, let entity = speaker.entity, let span = speaker.span {
        answer.references[entity, default: []].append(span)
      }
      let paragraph = context.sentences[quotation.sentence].paragraph
      // A headline has names of its own for groups: its "Alban police" are "police" in the text.
      if let phrase = quotation.speaker, resolution.rule == .group || resolution.rule == .body,
        context.kind(ofParagraph: paragraph) != .headline
      {
        discourse.note(group: parties.name(of: phrase), under: groups.key(of: phrase))
      }
      if let phrase = quotation.speaker, phrase.head == .role,
        resolution.rule == .role || resolution.rule == .notNamed
      {
        discourse.note(
          description: parties.name(of: phrase), under: descriptions.key(of: phrase))
      }
      discourse.goOn(
        behind: quotation, saidBy: speaker,
        isPerson: speaker?.entity.map(parties.isPerson) ?? false,
        isBeside: context.kind(ofParagraph: paragraph).isBeside,
        isPlain: quotation.cue.map(context.isPlain) ?? discourse.isPlain,
        pronoun: quotation.speaker.flatMap(gender),
        called: speaker.flatMap { self.called($0, quotation) })
      answer.attributions.append(
        Attribution(
          speaker: speaker.map { shown($0, quotation, resolution.rule) },
          addressee: quotation.addressee.map(context.text.span),
          medium: quotation.medium.map(media.medium), rule: resolution.rule,
          origin: quotation.origin.map(media.medium), evidence: resolution.evidence,
          confidence: context.text.pack.speakerConfidence.share(of: quotation, resolution),
          alternatives: alternatives(resolution)))
    }
    return answer
  }

  /// The gender that a pronoun for a speaker tells.
  private func gender(of phrase: NounPhrase) -> Gender? {
    guard case .pronoun(isPlural: false, isThing: false) = phrase.head else { return nil }
    return context.text.pronounTraits(at: phrase.headTokens.lowerBound)?.gender
  }

  /// Whom else the words may mean, as far as anything speaks for them.
  private func alternatives(_ resolution: Resolution) -> [SpeakerAlternative] {
    resolution.rivals.map {
      SpeakerAlternative(
        entity: $0.entity, name: parties.entities[$0.entity].name, weight: $0.weight)
    }
  }

  /// Who says a quotation, as it stands in the article.
  private func resolution(
    of quotation: QuotationDraft, before next: QuotationDraft?, in discourse: Discourse
  ) -> Resolution {
    guard let phrase = quotation.speaker else { return unnamed(quotation, in: discourse) }
    let span = context.text.span(phrase.relative ?? phrase.tokens)
    if details.anonymity(of: phrase, quotation.cue) != nil {
      return Resolution(
        speaker: Speaker(span: span, entity: nil, name: nil, kind: .anonymous), rule: .notNamed)
    }
    let question = SpeakerQuestion(
      phrase: phrase, span: span, next: next, cue: quotation.cue, content: quotation.content,
      asked: quotation.asked,
      isHeadline: quotation.isHeadline, isInner: quotation.isInner, isChained: quotation.isChained)
    for resolver in resolvers {
      if let found = resolver.resolution(of: question, in: discourse) { return found }
    }
    return .nobody(.noSpeaker, .implicit)
  }

  /// Who says a quotation that no words of its own are credited to.
  private func unnamed(_ quotation: QuotationDraft, in discourse: Discourse) -> Resolution {
    if quotation.rule == .passiveReport, context.text.has(.standingReport),
      let found = stillReporting(quotation, discourse)
    {
      return found
    }
    if quotation.rule == .closedContent, isText(quotation),
      let found = stillReporting(quotation, discourse) ?? newText(quotation, discourse)
    {
      return found
    }
    if let found = stillDemanding(quotation, discourse) ?? goingOn(quotation, discourse) {
      return found
    }
    guard quotation.carriesOn else {
      return quotation.cue == nil ? .nobody(.nobody) : .nobody(.noSpeaker, .implicit)
    }
    // What carries on behind words of nobody is nobody's.
    if quotation.rule == .carryOn, discourse.isUnknown {
      return .nobody(.noSpeaker, .implicit)
    }
    if quotation.followsSubject,
      let found = pronouns.antecedent(before: quotation.content.lowerBound, in: discourse)
    {
      guard found.evidence.map({ isNear($0, quotation) }) ?? true || isStillMeant(quotation) else {
        return .nobody(.noSpeaker, .implicit)
      }
      let speaker =
        found.entity.map { parties.speaker($0, nil, .implicit) }
        ?? Speaker(span: nil, entity: nil, name: found.name, kind: .implicit)
      return Resolution(
        speaker: speaker, rule: .subjectBefore,
        evidence: found.evidence.map { [$0] } ?? [], candidates: found.candidates)
    }
    return Resolution(
      speaker: Speaker(
        span: nil, entity: discourse.entity, name: discourse.speaker?.name ?? discourse.called,
        kind: .implicit),
      rule: .carriesOn, evidence: discourse.span.map { [$0] } ?? [])
  }

  /// Whether somebody is named in the paragraph of a quotation or the one before.
  private func isNear(_ name: Span, _ quotation: QuotationDraft) -> Bool {
    context.isNear(name, sentence: quotation.sentence)
  }

  /// Whether a pronoun for one person stands between the paragraph before and a quotation: whom it means is near
  /// enough, wherever the name stands.
  private func isStillMeant(_ quotation: QuotationDraft) -> Bool {
    guard context.text.has(.objectBehindVerb) else { return false }
    let first = context.nearStart(ofSentence: quotation.sentence)
    return (first..<quotation.content.lowerBound).contains {
      context.text.pair(at: $0) == nil && context.text.pronounTraits(at: $0)?.gender != nil
    }
  }

  /// Most tokens between the words of a body or text and a report that is still its own.
  private static let farthestReport = 60

  /// Whether a cue without an agent is one for what texts hold: "it has been told".
  private func isText(_ quotation: QuotationDraft) -> Bool {
    guard let cue = quotation.cue, cue.frame == .passive, cue.lemma >= 0 else { return false }
    return context.text.pack.settings.textVerbs.contains(
      context.text.pack.lexicon.string(cue.lemma))
  }

  /// The body that spoke last, or that the sentence before is about, where a verb that closes its sentence is
  /// none of persons and has no subject: "..., has called for".
  private func goingOn(_ quotation: QuotationDraft, _ discourse: Discourse) -> Resolution? {
    guard context.text.has(.politeOfPersons), let cue = quotation.cue, context.isPlain(cue),
      [.closedContent, .nominalPromise].contains(quotation.rule), cue.frame != .participle,
      context.text.hasFiniteEnding(cue.tokens.upperBound - 1),
      context.trimmed(context.sentences[quotation.sentence].tokens).upperBound
        == cue.tokens.upperBound
    else { return nil }
    if discourse.isPlain, let last = discourse.speaker, last.name != nil,
      last.entity.map({ !parties.isPerson($0) }) ?? (last.kind == .role), !last.isCollective,
      cue.tokens.lowerBound - discourse.end <= Self.farthestReport
    {
      return carriedOn(last, discourse)
    }
    let first = context.sentences[quotation.sentence].tokens.lowerBound
    guard let body = context.latestBody(before: first),
      context.names[body].tokens.lowerBound >= discourse.end
    else { return nil }
    return Resolution(
      speaker: parties.speaker(parties.entityOfName[body], nil, .implicit), rule: .subjectBefore,
      evidence: [context.text.span(context.names[body].tokens)])
  }

  /// Whoever spoke right before a list of demands that is nobody's by its own words: "The chief demands are, ...".
  private func stillDemanding(
    _ quotation: QuotationDraft, _ discourse: Discourse
  ) -> Resolution? {
    guard quotation.rule == .reportingNoun, let cue = quotation.cue, cue.cueClass == .demand,
      let last = discourse.speaker, last.name != nil,
      cue.tokens.lowerBound - discourse.end <= Self.farthestReport
    else { return nil }
    return carriedOn(last, discourse)
  }

  /// What whoever spoke last says as well, without a word for who says it.
  private func carriedOn(_ last: Speaker, _ discourse: Discourse) -> Resolution {
    Resolution(
      speaker: Speaker(span: nil, entity: last.entity, name: last.name, kind: .implicit),
      rule: .carriesOn, evidence: discourse.span.map { [$0] } ?? [])
  }

  /// Whose the text is that the sentence before a quotation tells of.
  private func newText(_ quotation: QuotationDraft, _ discourse: Discourse) -> Resolution? {
    let first = context.sentences[quotation.sentence].tokens.lowerBound
    guard let told = pronouns.toldText(before: first, nil, .implicit, discourse),
      told.rule == .documentsOwner
    else { return nil }
    return told
  }

  /// "Of the winds it was said, ...": the body or text that spoke right before.
  private func stillReporting(
    _ quotation: QuotationDraft, _ discourse: Discourse
  ) -> Resolution? {
    guard let cue = quotation.cue, let last = discourse.speaker, last.name != nil,
      cue.share == 100, cue.tokens.lowerBound - discourse.end <= Self.farthestReport,
      [.document, .role, .media, .named, .implicit].contains(last.kind),
      last.entity.map({ !parties.isPerson($0) }) ?? (last.kind == .document)
    else { return nil }
    return carriedOn(last, discourse)
  }

  /// A speaker as the article tells: neither a noun without a capital that no table has is a name, nor a share.
  private func shown(
    _ speaker: Speaker, _ quotation: QuotationDraft, _ rule: AttributionRule
  ) -> Speaker {
    guard rule == .placeInClause, speaker.kind == .named, context.text.has(.knownByDescription),
      let phrase = quotation.speaker, let last = phrase.headTokens.last
    else { return named(speaker, quotation) }
    let isShare =
      context.kind(phrase.tokens.lowerBound) == .number && context.kind(last) != .word
      && context.name(at: last) == nil
    guard isShare || context.isCommonNoun(phrase) else { return named(speaker, quotation) }
    return Speaker(
      span: speaker.span, entity: speaker.entity, name: speaker.name,
      kind: isShare ? .collective : .role,
      role: speaker.role, reason: speaker.reason, isCollective: speaker.isCollective)
  }

  /// Somebody whom the text names by a role alone is called by it.
  private func named(_ speaker: Speaker, _ quotation: QuotationDraft) -> Speaker {
    guard speaker.kind == .role, speaker.name == nil, let phrase = quotation.speaker,
      !context.text.has(.knownByDescription), case .role = phrase.head
    else { return speaker }
    return Speaker(
      span: speaker.span, entity: nil, name: parties.name(of: phrase), kind: .role,
      role: speaker.role, reason: speaker.reason, isCollective: speaker.isCollective)
  }

  /// What somebody without a name is called from now on: by the role.
  private func called(_ speaker: Speaker, _ quotation: QuotationDraft) -> String? {
    guard speaker.entity == nil, speaker.name == nil, speaker.kind == .role,
      let phrase = quotation.speaker,
      phrase.tokens.count > 1
        || !context.text.pack.settings.newWords.contains(context.text.text(phrase.tokens))
    else { return nil }
    return named(speaker, quotation).name
  }

  /// A speaker with role, reason and number.
  private func described(
    _ speaker: Speaker, _ quotation: QuotationDraft, _ discourse: inout Discourse
  ) -> Speaker {
    var role = quotation.speaker.flatMap(details.role).map(context.text.text)
    if let entity = speaker.entity {
      if let role, speaker.kind == .named { discourse.note(role: role, of: entity) }
      role =
        role ?? discourse.roles[entity]
        ?? parties.roles.tokens(ofHolder: entity).map(context.text.text)
    }
    let isPlural =
      if case .pronoun(isPlural: true, _) = quotation.speaker?.head { true } else { false }
    let isStill = speaker.kind == .implicit && discourse.speaker?.isCollective == true
    return Speaker(
      span: speaker.span, entity: speaker.entity, name: speaker.name, kind: speaker.kind,
      role: role,
      reason: speaker.kind == .anonymous
        ? quotation.speaker.flatMap { details.reason(for: $0, quotation.cue) }
          .map(context.text.span) : nil,
      isCollective: isPlural || (isStill && quotation.carriesOn))
  }
}
