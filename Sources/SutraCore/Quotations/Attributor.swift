/// Says who the speaker of each quotation is: resolves pronouns, roles and groups through the
/// article.
struct Attributor {
  private let context: QuotationContext
  private let entityOfName: [Int]
  private let drafts: [EntityLinker.Draft]
  private let roles: RoleBook
  /// For the last word of each group's phrase the first, fullest phrase that ends so.
  private var groups: [[UInt8]: String] = [:]
  /// Pronouns and role phrases that turned out to mean an entity.
  private(set) var references: [Int: [Span]] = [:]

  /// For each word of a person's name the first person it is part of.
  private var personOfWord: [[UInt8]: Int] = [:]

  /// What titles, names and verbs tell of persons.
  private let persons: PersonTraits
  /// The role each person was first named with as a speaker.
  private var roleOfEntity: [Int: String] = [:]
  /// Where the name of the speaker at hand comes from.
  private var evidence: [Span] = []
  /// The words that named a speaker last.
  private var lastSpan: Span?

  /// What the article said last.
  private var lastSpeaker: Speaker?
  private var lastQuotationToken = 0

  init(_ context: QuotationContext, _ entityOfName: [Int], _ drafts: [EntityLinker.Draft]) {
    self.context = context
    self.entityOfName = entityOfName
    self.drafts = drafts
    roles = RoleBook(context, entityOfName)
    persons = PersonTraits(context, entityOfName, holders: roles.holders)
    guard !context.text.pack.settings.hasCapitals else { return }
    for (index, name) in context.names.enumerated() where name.kind == .person {
      for token in name.tokens {
        let isLast = token == name.tokens.upperBound - 1
        let key = context.text.key(token..<token + 1, stemLength: isLast ? name.stemLength : 0)
        if personOfWord[key] == nil { personOfWord[key] = entityOfName[index] }
      }
    }
  }

  /// The attribution of each quotation, in text order.
  mutating func attributions(of quotations: [QuotationDraft]) -> [Attribution] {
    var found: [Attribution] = []
    found.reserveCapacity(quotations.count)
    for (index, quotation) in quotations.enumerated() {
      if context.text.stop.isUp { break }
      let next = index + 1 < quotations.count ? quotations[index + 1] : nil
      evidence = []
      let (bare, rule) = self.speaker(of: quotation, before: next)
      let speaker = bare.map { described($0, quotation) }
      // Who tells the chain speaks on behind it, not who is told of.
      let isLast = !quotation.isChained
      if isLast, let speaker, speaker.kind != .implicit || speaker.name != nil {
        lastSpeaker = speaker
      }
      if isLast { lastQuotationToken = quotation.content.upperBound }
      found.append(
        Attribution(
          speaker: speaker, addressee: quotation.addressee.map(context.text.span),
          medium: quotation.medium.map(medium), rule: rule,
          origin: quotation.origin.map(medium), evidence: evidence))
      if isLast, let span = speaker?.span { lastSpan = span }
    }
    return found
  }

  /// A speaker with role, reason and number.
  private mutating func described(_ speaker: Speaker, _ quotation: QuotationDraft) -> Speaker {
    let details = SpeakerDetails(context)
    var role = quotation.speaker.flatMap(details.role).map(context.text.text)
    if let entity = speaker.entity {
      if let role, speaker.kind == .named, roleOfEntity[entity] == nil {
        roleOfEntity[entity] = role
      }
      role =
        role ?? roleOfEntity[entity]
        ?? roles.tokens(ofHolder: entity).map(context.text.text)
    }
    let isPlural =
      if case .pronoun(isPlural: true, _) = quotation.speaker?.head { true } else { false }
    let isStill = speaker.kind == .implicit && lastSpeaker?.isCollective == true
    return Speaker(
      span: speaker.span, entity: speaker.entity, name: speaker.name, kind: speaker.kind,
      role: role,
      reason: speaker.kind == .anonymous
        ? quotation.speaker.flatMap { details.reason(for: $0, quotation.cue) }
          .map(context.text.span) : nil,
      isCollective: isPlural || (isStill && quotation.carriesOn))
  }

  private mutating func speaker(
    of quotation: QuotationDraft, before next: QuotationDraft?
  ) -> (Speaker?, String) {
    guard let phrase = quotation.speaker else {
      guard quotation.carriesOn else {
        return quotation.cue == nil
          ? (nil, "nobody")
          : (Speaker(span: nil, entity: nil, name: nil, kind: .implicit), "no speaker")
      }
      if quotation.followsSubject, let entity = antecedent(before: quotation.content.lowerBound) {
        return (
          Speaker(span: nil, entity: entity, name: drafts[entity].name, kind: .implicit),
          "subject before"
        )
      }
      evidence = lastSpan.map { [$0] } ?? []
      return (
        Speaker(span: nil, entity: lastSpeaker?.entity, name: lastSpeaker?.name, kind: .implicit),
        "carries on"
      )
    }
    let span = context.text.span(phrase.relative ?? phrase.tokens)
    if SpeakerDetails(context).anonymity(of: phrase, quotation.cue) != nil {
      return (Speaker(span: span, entity: nil, name: nil, kind: .anonymous), "not named")
    }
    switch phrase.head {
    case .mention(let name):
      let entity = entityOfName[name]
      let kind: SpeakerKind =
        context.names[name].isMedia || drafts[entity].isMedia ? .media : .named
      return (
        Speaker(span: span, entity: entity, name: drafts[entity].name, kind: kind), "name"
      )
    case .unknown:
      if let entity = shortName(phrase) {
        noteMention(of: entity)
        references[entity, default: []].append(span)
        return (
          Speaker(span: span, entity: entity, name: drafts[entity].name, kind: .named),
          "short name"
        )
      }
      // A common word that names nobody is part of the clause.
      if phrase.tokens.count == 1,
        context.text.classes(phrase.tokens.lowerBound).has(.commonWord),
        !context.text.pack.settings.hasCapitals
      {
        return (Speaker(span: nil, entity: nil, name: nil, kind: .implicit), "no speaker")
      }
      return (Speaker(span: span, entity: nil, name: name(phrase), kind: .named), "place in clause")
    case .pronoun(_, isThing: true): return thing(phrase, span)
    case .pronoun(let isPlural, _):
      return pronoun(phrase, span, isPlural: isPlural)
    case .role:
      return role(phrase, span, before: next)
    case .collective:
      return (
        Speaker(span: span, entity: nil, name: group(phrase), kind: .collective), "group"
      )
    case .body:
      return (Speaker(span: span, entity: nil, name: group(phrase), kind: .role), "body")
    case .media:
      return media(phrase, span)
    case .document:
      return document(phrase, span)
    }
  }

  /// The person whose full name holds a word that stands alone.
  private func shortName(_ phrase: NounPhrase) -> Int? {
    guard phrase.headTokens.count == 1 else { return nil }
    return personOfWord[context.text.key(phrase.headTokens, stemLength: phrase.stemLength)]
  }

  private mutating func pronoun(
    _ phrase: NounPhrase, _ span: Span, isPlural: Bool
  ) -> (Speaker?, String) {
    let traits = context.text.pronounTraits(at: phrase.headTokens.lowerBound)
    if isPlural {
      let name =
        lastSpeaker?.isGroup == true
        ? lastSpeaker?.name : context.joinedPersons(before: phrase.tokens.lowerBound)
      return (Speaker(span: span, entity: nil, name: name, kind: .pronoun), "pronoun for a group")
    }
    if let entity = antecedent(before: phrase.tokens.lowerBound, traits) {
      references[entity, default: []].append(span)
      return (
        Speaker(span: span, entity: entity, name: drafts[entity].name, kind: .pronoun), "pronoun"
      )
    }
    return (
      Speaker(span: span, entity: nil, name: lastSpeaker?.name, kind: .pronoun), "pronoun"
    )
  }

  /// What a pronoun for a thing means as a speaker: the organisation or medium that spoke last or
  /// was named since, never a person.
  private mutating func thing(_ phrase: NounPhrase, _ span: Span) -> (Speaker?, String) {
    let latest = context.latestOrganization(before: phrase.tokens.lowerBound)
    var entity = latest.map { entityOfName[$0] }
    if let last = lastSpeaker, last.entity.map({ drafts[$0].kind != .person }) ?? true,
      latest.map({ context.names[$0].tokens.lowerBound < lastQuotationToken }) ?? true
    {
      guard let known = last.entity else {
        let name = [.document, .role, .media].contains(last.kind) ? last.name : nil
        return (Speaker(span: span, entity: nil, name: name, kind: .pronoun), "pronoun")
      }
      entity = known
      evidence = lastSpan.map { [$0] } ?? []
    } else if let latest {
      evidence = [context.text.span(context.names[latest].tokens)]
    }
    guard let entity else {
      return (Speaker(span: span, entity: nil, name: nil, kind: .pronoun), "pronoun")
    }
    references[entity, default: []].append(span)
    return (
      Speaker(span: span, entity: entity, name: drafts[entity].name, kind: .pronoun), "pronoun"
    )
  }

  /// The person a pronoun of some traits means, who is polite or not only where others are.
  private mutating func antecedent(before token: Int, _ traits: PronounTraits?) -> Int? {
    if traits?.politeness != nil,
      let found = antecedent(
        before: token, gender: traits?.gender, politeness: traits?.politeness)
    {
      return found
    }
    return antecedent(before: token, gender: traits?.gender)
  }

  /// The person a pronoun means: the speaker of the quotation before, unless another person was
  /// the subject of a sentence since.
  private mutating func antecedent(
    before token: Int, gender: Gender? = nil, politeness: Politeness? = nil
  ) -> Int? {
    var latest: (entity: Int, token: Int, name: Int)?
    let here = context.names.partitioningIndex { $0.tokens.lowerBound >= token }
    for index in stride(from: here - 1, through: max(0, here - 24), by: -1) {
      let name = context.names[index]
      guard name.kind == .person, name.tokens.upperBound <= token,
        name.cases.isDisjoint(with: .caseMarkers), !context.isBracketed(name),
        persons.agrees(entityOfName[index], gender, politeness)
      else { continue }
      latest = (entityOfName[index], name.tokens.lowerBound, index)
      break
    }
    if let speaker = lastSpeaker?.entity, drafts[speaker].kind == .person,
      persons.agrees(speaker, gender, politeness)
    {
      guard let latest, latest.token > lastQuotationToken else {
        evidence = lastSpan.map { [$0] } ?? []
        return speaker
      }
    }
    // Who was told by a role or withheld is not anybody named before that.
    if let last = lastSpeaker, last.entity == nil, last.name == nil, last.span != nil,
      last.kind == .role || last.kind == .anonymous,
      latest.map({ $0.token < lastQuotationToken }) ?? true
    {
      return nil
    }
    if let latest { evidence = [context.text.span(context.names[latest.name].tokens)] }
    return latest?.entity
  }

  /// Notes the first mention of an entity as evidence.
  private mutating func noteMention(of entity: Int) {
    if let first = drafts[entity].mentions.first {
      evidence = [context.text.span(context.names[first].tokens)]
    }
  }

  private mutating func role(
    _ phrase: NounPhrase, _ span: Span, before next: QuotationDraft?
  ) -> (Speaker?, String) {
    var rule = "role"
    var entity = roles.holder(of: phrase)
    // "This officer" is whoever spoke last.
    let first = phrase.tokens.lowerBound
    let isDemonstrated = [first - 1, first].contains { index in
      index >= 0 && index < phrase.headTokens.lowerBound
        && context.text.pack.settings.demonstratives.contains(context.text.text(index..<index + 1))
    }
    if isDemonstrated, let last = lastSpeaker?.entity, drafts[last].kind == .person {
      (entity, rule) = (last, "the last speaker's role")
      evidence = lastSpan.map { [$0] } ?? []
    } else if let entity {
      rule = "role holder"
      if let tokens = roles.naming(ofHolder: entity) { evidence = [context.text.span(tokens)] }
    }
    if entity == nil, let next, let later = continued(next) {
      (entity, rule) = (later, "named in the next quotation")
      evidence = next.speaker.map { [context.text.span($0.tokens)] } ?? []
    }
    if entity == nil, let last = lastSpeaker?.entity, drafts[last].kind == .person,
      !roles.holders.contains(last), phrase.tokens == phrase.headTokens
    {
      (entity, rule) = (last, "the last speaker's role")
      evidence = lastSpan.map { [$0] } ?? []
    }
    guard let entity else {
      return (Speaker(span: span, entity: nil, name: nil, kind: .role), "role")
    }
    references[entity, default: []].append(span)
    return (Speaker(span: span, entity: entity, name: drafts[entity].name, kind: .role), rule)
  }

  /// The person who "further says" something in the quotation after a role's: the same speaker.
  private func continued(_ next: QuotationDraft) -> Int? {
    guard let cue = next.cue, let phrase = next.speaker, case .mention(let name) = phrase.head,
      context.names[name].kind == .person, phrase.tokens.upperBound <= cue.tokens.lowerBound
    else { return nil }
    let between = phrase.tokens.upperBound..<cue.tokens.lowerBound
    let isFurther = between.contains { index in
      context.text.phrases.longest(.connective, at: index)?.sense.attribute
        == ConnectiveType.addition.rawValue
    }
    return isFurther ? entityOfName[name] : nil
  }

  /// The fullest phrase for a group, so that a later "the leaders" means the ones told before.
  private mutating func group(_ phrase: NounPhrase) -> String {
    let key = context.text.key(phrase.headTokens)
    let full = name(phrase)
    if let known = groups[key], phrase.tokens == phrase.headTokens { return known }
    if groups[key] == nil { groups[key] = full }
    return full
  }

  private func media(_ phrase: NounPhrase, _ span: Span) -> (Speaker?, String) {
    // The medium's name may stand inside the phrase: "the news agency so-and-so".
    for index in phrase.tokens.reversed() {
      if let (number, name) = context.name(at: index), name.isMedia {
        let entity = entityOfName[number]
        return (
          Speaker(span: span, entity: entity, name: drafts[entity].name, kind: .media), "name"
        )
      }
    }
    if phrase.tokens == phrase.headTokens, lastSpeaker?.kind == .media {
      return (
        Speaker(
          span: span, entity: lastSpeaker?.entity, name: lastSpeaker?.name, kind: .media),
        "the last medium"
      )
    }
    return (Speaker(span: span, entity: nil, name: name(phrase), kind: .media), "medium")
  }

  /// A document speaks for whom it belongs to: an editorial for its newspaper.
  private func document(_ phrase: NounPhrase, _ span: Span) -> (Speaker?, String) {
    var before = phrase.headTokens.lowerBound - 1
    while before > phrase.tokens.lowerBound, context.text.functionType(before) == .determiner {
      before -= 1
    }
    if before >= phrase.tokens.lowerBound, let (number, owner) = context.name(at: before),
      owner.kind == .organization, owner.cases.contains(.genitive)
    {
      let entity = entityOfName[number]
      return (
        Speaker(span: span, entity: entity, name: drafts[entity].name, kind: .document),
        "the document's owner"
      )
    }
    return (Speaker(span: span, entity: nil, name: name(phrase), kind: .document), "document")
  }

  private func medium(_ tokens: Range<Int>) -> Medium {
    var entity: Int?
    for index in tokens.reversed() {
      if let (number, name) = context.name(at: index), name.kind != .person, name.kind != .place {
        entity = entityOfName[number]
        break
      }
    }
    let last = tokens.upperBound - 1
    let head = NounPhraseReader(context).head(endingAt: last)
    return Medium(
      span: context.text.span(tokens), entity: entity,
      name: entity.map { drafts[$0].name }
        ?? context.text.name(tokens, stemLength: head?.stemLength ?? 0),
      kind: entity == nil && head?.head == .document ? context.documentKind(endingAt: last) : .media
    )
  }

  private func name(_ phrase: NounPhrase) -> String {
    // What stands behind a role is the name alone.
    let first = phrase.headTokens.lowerBound
    if phrase.head == .unknown, first > phrase.tokens.lowerBound,
      context.text.classes(first - 1).has(.role)
    {
      return context.text.name(phrase.headTokens, stemLength: phrase.stemLength)
    }
    // A group's plural belongs to its name, a case ending behind it does not.
    let keepsEnding =
      phrase.head == .collective && phrase.cases.contains(.plural)
      && phrase.cases.isDisjoint(with: .caseMarkers)
    guard keepsEnding else {
      return context.text.name(phrase.tokens, stemLength: phrase.stemLength)
    }
    return context.text.text(phrase.tokens)
  }
}
