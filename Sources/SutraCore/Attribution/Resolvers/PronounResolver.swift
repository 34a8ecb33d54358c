/// Pronouns: the person, group or thing that one means.
struct PronounResolver: SpeakerResolver {
  /// Most names before a pronoun that are looked at.
  static let farthestName = 24

  let parties: ArticleParties
  private var context: QuotationContext { parties.context }

  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution? {
    switch question.phrase.head {
    case .pronoun(_, isThing: true) where !question.isInner:
      opener(question) ?? thing(question, discourse)
    case .pronoun(isPlural: true, _): group(question, discourse)
    case .pronoun: opener(question) ?? person(question, discourse)
    case .unknown where isAge(question.phrase): aged(question, discourse)
    default: nil
    }
  }

  /// Whether a phrase tells nothing but an age: "the 53-year-old".
  private func isAge(_ phrase: NounPhrase) -> Bool {
    let text = context.text
    guard phrase.tokens.count == 2, let last = phrase.tokens.last,
      text.pack.settings.articles.contains(text.text(phrase.tokens.lowerBound..<last))
    else { return false }
    let word = text.text(last..<last + 1)
    return text.pack.settings.ageEndings.contains { word.hasSuffix($0) && word != $0 }
  }

  /// Whoever the article is about where it calls somebody by an age.
  private func aged(_ question: SpeakerQuestion, _ discourse: Discourse) -> Resolution? {
    guard let found = antecedent(before: question.phrase.tokens.lowerBound, in: discourse),
      let entity = found.entity
    else { return nil }
    return Resolution(
      speaker: parties.speaker(entity, question.span, .role), rule: .subjectBefore,
      evidence: found.evidence.map { [$0] } ?? [], candidates: found.candidates, isReference: true)
  }

  private func person(_ question: SpeakerQuestion, _ discourse: Discourse) -> Resolution {
    let traits = context.text.pronounTraits(at: question.phrase.headTokens.lowerBound)
    let before = question.phrase.tokens.lowerBound
    func unnamed(_ name: String? = nil) -> Resolution {
      Resolution(
        speaker: Speaker(span: question.span, entity: nil, name: name, kind: .pronoun),
        rule: .pronoun)
    }
    if let found = glossed(question) { return found }
    if let found = furtherSpeaker(question, traits, discourse) { return found }
    let lemma = lemma(of: question.phrase)
    let isParticipant = context.text.pack.settings.participants.contains(lemma)
    // In somebody's own words "he" is somebody else, and "someone" is nobody told of before.
    if question.isInner {
      guard context.text.pack.settings.ownPronouns.contains(lemma),
        let speaker = discourse.speaker
      else { return told(question, discourse) ?? unnamed() }
      guard let entity = speaker.entity else { return unnamed(speaker.name) }
      return Resolution(
        speaker: parties.speaker(entity, question.span, .pronoun), rule: .pronoun,
        evidence: discourse.span.map { [$0] } ?? [], isReference: true)
    }
    if context.text.pack.settings.indefinites.contains(lemma) { return unnamed() }
    if let found = asked(question) { return found }
    if isParticipant, isNarrator(before, in: discourse) { return unnamed() }
    // Whom somebody tells of by name is not who tells it: "so-and-so has left, she says".
    let told = min(before, question.content?.lowerBound ?? before)
    var found = antecedent(before: told, traits, in: discourse)
    if told < before,
      found?.evidence.map({ !context.isNear($0, sentence: context.sentence(of: told)) }) ?? true
    {
      found = antecedent(before: before, traits, in: discourse)
    }
    guard let found else {
      return question.isChained
        ? self.told(question, discourse) ?? unnamed()
        : unnamed(discourse.speaker?.name ?? discourse.called)
    }
    guard let entity = found.entity else { return unnamed(found.name) }
    return Resolution(
      speaker: parties.speaker(entity, question.span, .pronoun), rule: .pronoun,
      evidence: found.evidence.map { [$0] } ?? [], candidates: found.candidates,
      isReference: true)
  }

  /// Whether "I think" is whoever writes: far from anybody's words, or wherever they stand in marks.
  private func isNarrator(_ token: Int, in discourse: Discourse) -> Bool {
    if context.text.has(.narratorOutsideMarks) { return context.text.pair(at: token) == nil }
    return context.text.has(.narrator) && token - discourse.end > Self.farthestParticipant
  }

  /// Most tokens between somebody's words and an "I" that is still theirs.
  private static let farthestParticipant = 40

  func lemma(of phrase: NounPhrase) -> String {
    let first = phrase.headTokens.lowerBound
    return context.text.pronounLemma(at: first) ?? context.text.text(first..<first + 1)
  }

  /// Who spoke last, where a word behind a pronoun says that the same one goes on: "he further said".
  private func furtherSpeaker(
    _ question: SpeakerQuestion, _ traits: PronounTraits?, _ discourse: Discourse
  ) -> Resolution? {
    let next = question.phrase.tokens.upperBound
    guard context.text.has(.additionBehindPronoun), next < context.text.tokens.count,
      let last = discourse.entity,
      parties.isPerson(last), context.isAddition(next),
      parties.persons.agrees(last, traits?.gender, traits?.politeness)
    else { return nil }
    return Resolution(
      speaker: parties.speaker(last, question.span, .pronoun), rule: .pronoun,
      evidence: discourse.span.map { [$0] } ?? [], isReference: true)
  }

  /// Most tokens before a name in the brackets that tell whom a pronoun means.
  private static let longestGloss = 3

  /// Whom the brackets right behind a pronoun name: "he (so-and-so) said".
  private func glossed(_ question: SpeakerQuestion) -> Resolution? {
    let open = question.phrase.tokens.upperBound
    guard open < context.text.tokens.count, context.kind(open) == .openingBracket else {
      return nil
    }
    let limit = min(context.text.tokens.count, open + 2 + Self.longestGloss)
    for index in open + 1..<max(open + 1, limit) {
      guard let (number, name) = context.name(at: index) else { continue }
      guard name.kind == .person, name.tokens.upperBound < context.text.tokens.count,
        context.kind(name.tokens.upperBound) == .closingBracket
      else { return nil }
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[number], question.span, .pronoun),
        rule: .pronoun, evidence: [context.text.span(name.tokens)], isReference: true)
    }
    return nil
  }

  /// The one whom the clause before a pronoun tells to have been asked.
  private func asked(_ question: SpeakerQuestion) -> Resolution? {
    guard let asked = question.asked else { return nil }
    let entity: Int?
    switch asked.head {
    case .mention(let name): entity = parties.entityOfName[name]
    case .role: entity = parties.roles.holder(of: asked)
    default: return nil
    }
    let evidence = [context.text.span(asked.tokens)]
    guard let entity else {
      return Resolution(
        speaker: Speaker(
          span: question.span, entity: nil, name: parties.name(of: asked), kind: .pronoun),
        rule: .asked, evidence: evidence)
    }
    return Resolution(
      speaker: parties.speaker(entity, question.span, .pronoun), rule: .asked,
      evidence: evidence, isReference: true)
  }

  /// Whether a name holds a word in small letters, as those of bodies do: "embassy".
  private func isDescribed(_ speaker: Speaker) -> Bool {
    speaker.kind == .named
      && (speaker.name?.split(separator: " ").contains {
        $0.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
      } ?? false)
  }

  /// What a pronoun for a thing means as a speaker: the organisation or medium that spoke last or
  /// was named since, never a person.
  private func thing(_ question: SpeakerQuestion, _ discourse: Discourse) -> Resolution {
    let span = question.span
    func nobody(_ name: String?) -> Resolution {
      Resolution(
        speaker: Speaker(span: span, entity: nil, name: name, kind: .pronoun), rule: .pronoun)
    }
    func answer(_ entity: Int, _ evidence: Span?) -> Resolution {
      Resolution(
        speaker: parties.speaker(entity, span, .pronoun), rule: .pronoun,
        evidence: evidence.map { [$0] } ?? [], isReference: true)
    }
    let latest = context.latestOrganization(before: question.phrase.tokens.lowerBound)
    // Who is only an object since then is not who speaks on.
    let isNew = latest.map {
      let first = context.names[$0].tokens.lowerBound
      return first >= discourse.end && !isObject($0)
    }
    if let last = discourse.speaker, last.entity.map({ !parties.isPerson($0) }) ?? true,
      isNew != true
    {
      guard let known = last.entity else {
        let isBody = [.document, .role, .media].contains(last.kind) || isDescribed(last)
        return nobody(isBody ? last.name : nil)
      }
      return answer(known, discourse.span)
    }
    let told = toldText(question, discourse)
    if let told,
      told.rule == .documentsOwner
        || latest.map({ isFarther($0, than: question.phrase.tokens.lowerBound) }) == true
    {
      return told
    }
    guard let latest, discourse.speaker != nil || !isObject(latest) else {
      return told ?? nobody(nil)
    }
    return answer(
      parties.entityOfName[latest], context.text.span(context.names[latest].tokens))
  }

  /// Whether a name is no subject where it stands, in a language that shows it by the place.
  private func isObject(_ name: Int) -> Bool {
    context.text.has(.objectBehindVerb) && context.isObject(context.names[name].tokens.lowerBound)
  }

  /// Whom a pronoun means.
  struct Antecedent {
    /// The person, or `nil` where the article only describes whoever is meant.
    let entity: Int?
    /// The description, where there is no entity.
    var name: String? = nil
    /// Where the article names it.
    let evidence: Span?
    /// Whether it is named there as a subject may be, and not as an owner.
    var isSubject = true
    /// Whom else it may mean, likeliest first.
    let candidates: [SpeakerCandidate]
  }

  /// The person a pronoun of some traits means, who is polite or not only where others are.
  private func antecedent(
    before token: Int, _ traits: PronounTraits?, in discourse: Discourse
  ) -> Antecedent? {
    if traits?.politeness != nil,
      let found = antecedent(
        before: token, gender: traits?.gender, politeness: traits?.politeness, in: discourse)
    {
      return found
    }
    return antecedent(before: token, gender: traits?.gender, in: discourse)
  }

  /// The person a pronoun means: the speaker of the quotation before, unless another person was
  /// the subject of a sentence since.
  func antecedent(
    before token: Int, gender: Gender? = nil, politeness: Politeness? = nil,
    in discourse: Discourse
  ) -> Antecedent? {
    let introduced = IntroducedPerson(parties: parties)
    if let found = introduced.owner(before: token, discourse), let entity = found.entity,
      parties.persons.agrees(entity, gender, politeness)
    {
      return found
    }
    if politeness != .plain, let found = introduced.described(before: token, discourse) {
      return found
    }
    let agrees = { (person: Int) in
      parties.persons.agrees(person, gender, politeness) && discourse.agrees(person, gender)
    }
    let named = subjects(before: token, agrees)
    let latest = named.first
    let last = discourse.entity
    let speaker = last.flatMap { parties.isPerson($0) && agrees($0) ? $0 : nil }
    // "He" behind the words of a group is who spoke before it, not whom the group told of.
    if speaker == nil, !discourse.isAccusing, let before = discourse.person,
      token - before.end <= Self.farthestSpeaker,
      let latest, latest.token < discourse.end, latest.token > before.end,
      latest.entity != before.entity,
      last.map({ !parties.isPerson($0) }) ?? (discourse.speaker?.isGroup == true),
      agrees(before.entity)
    {
      return Antecedent(
        entity: before.entity, evidence: before.span,
        candidates: candidates(before.entity, 0.7, before.span, named))
    }
    if context.text.has(.objectBehindVerb),
      let found = topic(before: token, gender, agrees, named, speaker, discourse)
    {
      return found
    }
    if let speaker, latest.map({ $0.token <= discourse.end }) ?? true {
      return Antecedent(
        entity: speaker, evidence: discourse.span,
        candidates: candidates(speaker, 0.85, discourse.span, named))
    }
    // Who spoke by a name that no table knows goes on, whoever was named before that.
    if politeness != .plain, context.text.has(.unknownSpeakerGoesOn), let last = discourse.speaker,
      last.entity == nil, last.kind == .named, let name = last.name,
      latest.map({ $0.token < discourse.end }) ?? true
    {
      return Antecedent(entity: nil, name: name, evidence: discourse.span, candidates: [])
    }
    // Who was told by a role or withheld is not anybody named before that.
    if let last = discourse.speaker, last.entity == nil, last.span != nil,
      last.name == nil || context.text.has(.knownByDescription),
      last.kind == .role || last.kind == .anonymous || isName(last)
        || (last.kind == .pronoun && last.name != nil && discourse.lastPronoun != nil),
      latest.map({ $0.token < discourse.end }) ?? true
    {
      return nil
    }
    // Of somebody who is only an object and somebody whom such pronouns meant before, the latter.
    let known = gender.flatMap { gender in
      latest.map { isObject($0.name) } == true
        ? named.first { discourse.known($0.entity) == gender } : nil
    }
    guard let latest = known ?? latest else { return nil }
    let span = context.text.span(context.names[latest.name].tokens)
    var others = named
    if let speaker, !named.contains(where: { $0.entity == speaker }) {
      others.append((speaker, 0, -1))
    }
    return Antecedent(
      entity: latest.entity, evidence: span,
      candidates: candidates(latest.entity, speaker == nil ? 0.8 : 0.7, span, others))
  }

  /// Whom the sentences since somebody's last words are about, or who said those.
  private func topic(
    before token: Int, _ gender: Gender?, _ agrees: @escaping (Int) -> Bool, _ named: [Subject],
    _ speaker: Int?, _ discourse: Discourse
  ) -> Antecedent? {
    let trail = TopicTrail(parties: parties, gender: gender, agrees: agrees)
    switch trail.topic(before: token, since: discourse.end) {
    case .named(let name):
      let entity = parties.entityOfName[name]
      let span = context.text.span(context.names[name].tokens)
      let isNearest = named.first.map { $0.entity == entity } ?? true
      return Antecedent(
        entity: entity, evidence: span,
        candidates: candidates(entity, isNearest ? 0.85 : 0.7, span, named))
    case .described(let phrase):
      return Antecedent(
        entity: nil, name: parties.name(of: phrase), evidence: context.text.span(phrase.tokens),
        candidates: [])
    case .none:
      guard let speaker else { return nil }
      return Antecedent(
        entity: speaker, evidence: discourse.span,
        candidates: candidates(speaker, 0.85, discourse.span, named))
    }
  }

  /// Whether a speaker who is no entity goes by a name all the same.
  private func isName(_ speaker: Speaker) -> Bool {
    guard speaker.kind == .named, let name = speaker.name, let first = name.utf8.first,
      context.text.marksNames
    else { return false }
    return (0x41...0x5A).contains(first) && !name.utf8.contains(0x20)
  }

  /// A person named before a token, where, and by which name.
  private typealias Subject = (entity: Int, token: Int, name: Int)

  /// The nearest persons before a token who are no object there, nearest first.
  private func subjects(before token: Int, _ agrees: (Int) -> Bool) -> [Subject] {
    var found: [Subject] = []
    let here = context.names.partitioningIndex { $0.tokens.lowerBound >= token }
    for index in stride(from: here - 1, through: max(0, here - Self.farthestName), by: -1) {
      let name = context.names[index]
      let entity = parties.entityOfName[index]
      guard name.kind == .person, name.tokens.upperBound <= token,
        name.cases.isDisjoint(with: .caseMarkers), !context.isBracketed(name),
        !isSetApart(name), !context.isModifier(name), !context.isBeside(name, seenFrom: token),
        !context.isQuoted(name, seenFrom: token), agrees(entity),
        !found.contains(where: { $0.entity == entity })
      else { continue }
      found.append((entity, name.tokens.lowerBound, index))
      if found.count == Self.mostCandidates { break }
    }
    return found
  }

  /// Whether a name stands in marks around a few words, as in a title or greeting: it is no subject.
  private func isSetApart(_ name: MentionProposal) -> Bool {
    context.text.pair(at: name.tokens.lowerBound).map { !context.isSpeech($0) } ?? false
  }

  /// Most tokens between somebody's words and a pronoun for that one with a group's words between.
  private static let farthestSpeaker = 200

  /// Most persons that are told as candidates.
  private static let mostCandidates = 3

  /// The one chosen with its weight, and the others with what is left, the nearer the more.
  private func candidates(
    _ chosen: Int, _ weight: Double, _ span: Span?, _ named: [Subject]
  ) -> [SpeakerCandidate] {
    var found = [SpeakerCandidate(entity: chosen, weight: weight, span: span)]
    var left = 1 - weight
    for other in named where other.entity != chosen {
      left /= 2
      found.append(
        SpeakerCandidate(
          entity: other.entity, weight: left,
          span: other.name < 0 ? nil : context.text.span(context.names[other.name].tokens)))
    }
    if found.count == 1 {
      found[0] = SpeakerCandidate(entity: chosen, weight: 1, span: span)
    }
    return found
  }
}
