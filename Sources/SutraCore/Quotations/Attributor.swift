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

  /// What the article said last.
  private var lastSpeaker: Speaker?
  private var lastQuotationToken = 0

  init(_ context: QuotationContext, _ entityOfName: [Int], _ drafts: [EntityLinker.Draft]) {
    self.context = context
    self.entityOfName = entityOfName
    self.drafts = drafts
    roles = RoleBook(context, entityOfName)
  }

  /// The attribution of each quotation, in text order.
  mutating func attributions(of quotations: [QuotationDraft]) -> [Attribution] {
    var found: [Attribution] = []
    found.reserveCapacity(quotations.count)
    for (index, quotation) in quotations.enumerated() {
      let next = index + 1 < quotations.count ? quotations[index + 1] : nil
      var (speaker, rule) = self.speaker(of: quotation, before: next)
      if let known = speaker, known.entity == nil, isAnonymous(quotation) {
        speaker = Speaker(span: known.span, entity: nil, name: known.name, kind: .anonymous)
      }
      if let speaker, speaker.kind != .implicit || speaker.name != nil { lastSpeaker = speaker }
      lastQuotationToken = quotation.content.upperBound
      found.append(
        Attribution(
          speaker: speaker, addressee: quotation.addressee.map(context.text.span),
          medium: quotation.medium.map(medium), rule: rule))
    }
    return found
  }

  /// Most tokens behind a speaker that may tell why the name is withheld.
  private static let longestExcuse = 20

  /// Whether a speaker's phrase, or what follows it in its sentence, says that no name is given.
  private func isAnonymous(_ quotation: QuotationDraft) -> Bool {
    guard let phrase = quotation.speaker else { return false }
    switch phrase.head {
    case .mention, .pronoun, .media, .document: return false
    default: break
    }
    let limit = min(
      context.text.tokens.count, phrase.tokens.upperBound + Self.longestExcuse)
    for index in phrase.tokens.lowerBound..<limit {
      if context.kind(index) == .terminator { return false }
      if context.text.phrases.longest(.anonymity, at: index) != nil { return true }
    }
    return false
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
      return (
        Speaker(span: nil, entity: lastSpeaker?.entity, name: lastSpeaker?.name, kind: .implicit),
        "carries on"
      )
    }
    let span = context.text.span(phrase.relative ?? phrase.tokens)
    switch phrase.head {
    case .mention(let name):
      let entity = entityOfName[name]
      let kind: SpeakerKind =
        context.names[name].isMedia || drafts[entity].isMedia ? .media : .named
      return (
        Speaker(span: span, entity: entity, name: drafts[entity].name, kind: kind), "name"
      )
    case .unknown:
      return (Speaker(span: span, entity: nil, name: name(phrase), kind: .named), "place in clause")
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

  private mutating func pronoun(
    _ phrase: NounPhrase, _ span: Span, isPlural: Bool
  ) -> (Speaker?, String) {
    if isPlural {
      let isGroup = lastSpeaker?.kind == .collective || lastSpeaker?.kind == .implicit
      return (
        Speaker(
          span: span, entity: nil, name: isGroup ? lastSpeaker?.name : nil, kind: .pronoun),
        "pronoun for a group"
      )
    }
    if let entity = antecedent(before: phrase.tokens.lowerBound) {
      references[entity, default: []].append(span)
      return (
        Speaker(span: span, entity: entity, name: drafts[entity].name, kind: .pronoun), "pronoun"
      )
    }
    return (
      Speaker(span: span, entity: nil, name: lastSpeaker?.name, kind: .pronoun), "pronoun"
    )
  }

  /// The person a pronoun means: the speaker of the quotation before, unless another person was
  /// the subject of a sentence since.
  private func antecedent(before token: Int) -> Int? {
    var latest: (entity: Int, token: Int)?
    var low = 0
    var high = context.names.count
    while low < high {
      let middle = (low + high) / 2
      if context.names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    for index in stride(from: low - 1, through: max(0, low - 24), by: -1) {
      let name = context.names[index]
      guard name.kind == .person, name.tokens.upperBound <= token,
        name.cases.isDisjoint(with: .caseMarkers), !isBracketed(name)
      else { continue }
      latest = (entityOfName[index], name.tokens.lowerBound)
      break
    }
    guard let speaker = lastSpeaker?.entity, drafts[speaker].kind == .person else {
      return latest?.entity
    }
    guard let latest, latest.token > lastQuotationToken else { return speaker }
    return latest.entity
  }

  private func isBracketed(_ name: MentionProposal) -> Bool {
    name.tokens.lowerBound > 0 && context.kind(name.tokens.lowerBound - 1) == .openingBracket
  }

  private mutating func role(
    _ phrase: NounPhrase, _ span: Span, before next: QuotationDraft?
  ) -> (Speaker?, String) {
    var rule = "role"
    var entity = roles.holder(of: phrase)
    if entity == nil, let next, let later = continued(next) {
      (entity, rule) = (later, "named in the next quotation")
    }
    if entity == nil, let last = lastSpeaker?.entity, drafts[last].kind == .person,
      !roles.holders.contains(last), phrase.tokens == phrase.headTokens
    {
      (entity, rule) = (last, "the last speaker's role")
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
    let before = phrase.headTokens.lowerBound - 1
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
    return Medium(
      span: context.text.span(tokens), entity: entity,
      name: entity.map { drafts[$0].name } ?? context.text.text(tokens))
  }

  private func name(_ phrase: NounPhrase) -> String {
    // A group's plural belongs to its name, a case ending behind it does not.
    let keepsEnding = phrase.head == .collective && phrase.cases.contains(.plural)
    guard keepsEnding else {
      return context.text.name(phrase.tokens, stemLength: phrase.stemLength)
    }
    return context.text.text(phrase.tokens)
  }
}
