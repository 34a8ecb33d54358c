/// Whom a plural pronoun means: a group, several persons, or a body.
extension PronounResolver {
  /// Most tokens between the words of a body and a "they" that is still for it.
  private static let farthestBody = 25

  func group(_ question: SpeakerQuestion, _ discourse: Discourse) -> Resolution {
    // "Others say": some of many, whom nothing before tells.
    if parties.context.text.pack.settings.indefinites.contains(lemma(of: question.phrase)) {
      return Resolution(
        speaker: Speaker(span: question.span, entity: nil, name: nil, kind: .pronoun),
        rule: .groupPronoun)
    }
    // "We" outside of marks is whoever writes.
    if parties.context.text.has(.narratorOutsideMarks),
      parties.context.text.pack.settings.participants.contains(lemma(of: question.phrase)),
      parties.context.text.pair(at: question.phrase.tokens.lowerBound) == nil
    {
      return Resolution(
        speaker: Speaker(span: question.span, entity: nil, name: nil, kind: .pronoun),
        rule: .groupPronoun)
    }
    func isPlain(_ cue: Cue) -> Bool { parties.context.isPlain(cue) || cue.frame == .noun }
    // "They" of a body, of which verbs speak plainly: "the institute says ... They add ...".
    if parties.context.text.has(.politeOfPersons), discourse.isPlain,
      question.cue.map(isPlain) == true, let last = discourse.speaker,
      let name = last.name, last.entity.map({ !parties.isPerson($0) }) ?? (last.kind == .role),
      !last.isCollective,
      question.phrase.tokens.lowerBound - discourse.end <= Self.farthestBody
    {
      return Resolution(
        speaker: Speaker(span: question.span, entity: last.entity, name: name, kind: .pronoun),
        rule: .groupPronoun, evidence: discourse.span.map { [$0] } ?? [],
        isReference: last.entity != nil)
    }
    if parties.context.text.has(.politeOfPersons),
      question.cue.map(parties.context.isPlain) == true,
      let body = parties.context.latestBody(before: question.phrase.tokens.lowerBound),
      parties.context.names[body].tokens.lowerBound >= discourse.end
    {
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[body], question.span, .pronoun),
        rule: .groupPronoun,
        evidence: [parties.context.text.span(parties.context.names[body].tokens)],
        isReference: true)
    }
    // Those told of in what "they" say are others: "the leaders have fled, say | they".
    let before = min(
      question.phrase.tokens.lowerBound, question.content?.lowerBound ?? .max)
    // Who was told of right before is nearer than whoever spoke last.
    let told =
      parties.context.text.has(.pronounOfGroup)
      ? parties.context.latestGroup(before: before, within: 1).flatMap {
        parties.context.sentences[parties.context.sentence(of: $0.tokens.lowerBound)].tokens
          .lowerBound >= discourse.end ? parties.name(of: $0) : nil
      } : nil
    let name =
      discourse.speaker?.isGroup == true
      ? told ?? discourse.speaker?.name
      : parties.context.joinedPersons(before: before)
        ?? (parties.context.text.has(.pronounOfGroup)
          ? parties.context.latestGroup(before: before).map(parties.name(of:))
          : subjectGroup(of: question))
    if name == nil, let body = subjectBody(of: question) { return body }
    return Resolution(
      speaker: Speaker(span: question.span, entity: nil, name: name, kind: .pronoun),
      rule: .groupPronoun)
  }

  /// Most sentences before a "they" whose subject may be meant.
  private static let farthestSubject = 3

  /// The organisation that is such a subject: "Marlow Farms has apologised, they said so".
  private func subjectBody(of question: SpeakerQuestion) -> Resolution? {
    let context = parties.context
    guard let subject = subject(of: question, where: { _ in false }),
      case .mention(let name) = subject.head, context.names[name].kind == .organization
    else { return nil }
    return Resolution(
      speaker: parties.speaker(parties.entityOfName[name], question.span, .pronoun),
      rule: .groupPronoun, evidence: [context.text.span(context.names[name].tokens)],
      isReference: true)
  }

  /// The group that is the subject of the sentence before a "they", or of what stands before it in its own.
  private func subjectGroup(of question: SpeakerQuestion) -> String? {
    subject(of: question, where: { $0.head == .collective }).flatMap {
      $0.head == .collective ? parties.name(of: $0) : nil
    }
  }

  /// The nearest subject before a "they" in its own sentence that passes, or that of the sentence before.
  private func subject(
    of question: SpeakerQuestion, where passes: (NounPhrase) -> Bool
  ) -> NounPhrase? {
    let context = parties.context
    let token = question.phrase.tokens.lowerBound
    guard context.text.has(.objectBehindVerb), !question.isInner,
      !context.text.pack.settings.participants.contains(lemma(of: question.phrase)),
      context.text.pair(at: token) == nil
    else { return nil }
    let reader = ClauseReader(context)
    let here = context.sentence(of: token)
    for index in stride(from: here, through: max(0, here - Self.farthestSubject), by: -1) {
      let sentence = context.sentences[index]
      guard context.sentences[here].paragraph - sentence.paragraph <= 1 else { return nil }
      let range = sentence.tokens.prefix(TopicTrail.longestSentence)
      let limit = index == here ? min(token, range.upperBound) : range.upperBound
      guard let subject = reader.mainSubject(of: range, before: limit) else { continue }
      if passes(subject) { return subject }
      switch subject.head {
      case .pronoun(isPlural: true, _): continue
      default: if index < here { return subject }
      }
    }
    return nil
  }
}
