/// Nouns with an article for an organisation that the article has named: "the commission" is the
/// Safety Commission, "the company" whichever spoke last.
struct BodyNounResolver: SpeakerResolver {
  /// Most names before a noun that are looked at.
  static let farthestName = 60
  /// Most tokens between a noun and the name of what it means, where no word of the name is the noun.
  static let farthest = 160
  /// Most tokens between the words of a body and a noun that it goes on by.
  private static let farthestOn = 60
  /// Most mentions of an organisation whose last words are looked at.
  private static let mostMentions = 64
  /// Most organisations that are told as candidates.
  static let mostCandidates = 3

  let parties: ArticleParties
  private var context: QuotationContext { parties.context }
  private var text: TokenizedDocument { context.text }

  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution? {
    let phrase = question.phrase
    switch phrase.head {
    case .body, .unknown, .media: break
    default: return nil
    }
    // "The Courier news agency" is the Courier.
    if phrase.head == .body, let (index, name) = context.name(at: phrase.tokens.lowerBound),
      name.isMedia, name.tokens.lowerBound == phrase.tokens.lowerBound
    {
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[index], question.span, .media), rule: .name)
    }
    guard let noun = noun(of: phrase) else { return nil }
    let isPrivate = text.pack.settings.privateNouns.contains(noun.text)
    let named = bodies(before: phrase.tokens.lowerBound).filter { !isPrivate || !isPublic($0) }
    let isKind = text.pack.settings.organizationNouns.contains(noun.text)
    // "The company": one far back that is called so is not meant where others are nearer.
    func isNear(_ name: Int) -> Bool {
      phrase.tokens.lowerBound - context.names[name].tokens.upperBound <= Self.farthest
    }
    if isKind, let found = lastBody(question, named, noun, discourse) { return found }
    if let body = named.first(where: { isLast(noun, of: $0) }),
      !isKind || isNear(body) || !named.contains(where: isNear)
    {
      return answer(body, 1, question, named.filter { isLast(noun, of: $0) })
    }
    // "Northfield Zoo" may be read as a place: "the zoo" says something all the same.
    if !isKind,
      let place = bodies(before: phrase.tokens.lowerBound, .place).first(where: {
        isLast(noun, of: $0)
      })
    {
      return answer(place, 0.9, question, [])
    }
    let isMedium = phrase.head == .media
    guard isMedium || isKind else { return nil }
    if let last = discourse.entity, parties.entities[last].kind == .organization,
      let body = named.first(where: { parties.entityOfName[$0] == last })
    {
      return answer(body, 0.85, question, named)
    }
    let near = named.filter {
      isNear($0)
        && (isMedium ? parties.entities[parties.entityOfName[$0]].isMedia : !isMedia($0))
    }
    guard let body = near.first else { return nil }
    return answer(body, near.count == 1 ? 0.9 : 0.7, question, near)
  }

  /// A noun without its article: its word's key, and as it is written.
  private struct Noun {
    let key: [UInt8]
    let text: String
  }

  /// The noun of a phrase that is an article, words without capitals, and it; or a noun with an
  /// article written onto it, where articles are no words of their own.
  private func noun(of phrase: NounPhrase) -> Noun? {
    let first = phrase.tokens.lowerBound
    let last = phrase.headTokens.upperBound - 1
    guard last == phrase.tokens.upperBound - 1, last - first <= 2 else { return nil }
    if !text.pack.settings.articles.isEmpty {
      guard last > first,
        text.pack.settings.articles.contains(text.text(first..<first + 1)),
        (first + 1...last).allSatisfy({ context.kind($0) == .word && text.tokens[$0].style == 0 })
      else { return nil }
    } else {
      guard phrase.cases == .classifier, phrase.headTokens.count == 1,
        (first...last).allSatisfy({ context.name(at: $0) == nil })
      else { return nil }
    }
    return Noun(
      key: text.key(last..<last + 1, stemLength: phrase.stemLength),
      text: text.name(last..<last + 1, stemLength: phrase.stemLength))
  }

  /// The body that spoke last, by its verb where its name is no organisation's.
  ///
  /// "So-and-so says ... The organisation adds ..." in a language that speaks otherwise of persons.
  private func lastBody(
    _ question: SpeakerQuestion, _ named: [Int], _ noun: Noun, _ discourse: Discourse
  ) -> Resolution? {
    guard text.has(.politeOfPersons), discourse.isPlain, let last = discourse.speaker,
      let name = last.name, [.named, .role, .media, .implicit].contains(last.kind),
      !last.isCollective,
      question.phrase.tokens.lowerBound - discourse.end <= Self.farthestOn,
      !named.contains(where: {
        context.names[$0].tokens.lowerBound >= discourse.end && isLast(noun, of: $0)
      })
    else { return nil }
    return Resolution(
      speaker: Speaker(span: question.span, entity: last.entity, name: name, kind: .role),
      rule: .bodyBefore, evidence: discourse.span.map { [$0] } ?? [],
      isReference: last.entity != nil)
  }

  private func isMedia(_ name: Int) -> Bool {
    context.names[name].isMedia || parties.entities[parties.entityOfName[name]].isMedia
  }

  /// Whether an organisation is no company, club or band: "the Ministry of Ports", "the Kremlin".
  private func isPublic(_ name: Int) -> Bool {
    let words = text.pack.settings.publicBodyWords
    let own = parties.entities[parties.entityOfName[name]].name
    return words.contains(own)
      || own.split(separator: " ").contains { words.contains(String($0)) }
  }

  /// The organisations, or places, named before a token, the nearest first, each once.
  private func bodies(before token: Int, _ kind: EntityKind = .organization) -> [Int] {
    var seen: Set<Int> = []
    let here = context.names.partitioningIndex { $0.tokens.lowerBound >= token }
    return (max(0, here - Self.farthestName)..<here).reversed().filter { index in
      parties.entities[parties.entityOfName[index]].kind == kind
        && seen.insert(parties.entityOfName[index]).inserted
    }
  }

  /// Whether a noun is the last word of one of an organisation's names.
  private func isLast(_ noun: Noun, of name: Int) -> Bool {
    let mentions = parties.entities[parties.entityOfName[name]].mentions
    return mentions.prefix(Self.mostMentions).contains { index in
      let mention = context.names[index]
      let last = mention.tokens.upperBound - 1
      return mention.tokens.count > 1 && (text.marksNames || !isPlainNoun(mention))
        && text.key(last..<last + 1, stemLength: mention.stemLength) == noun.key
    }
  }

  /// Whether nothing but common words stands in what seems a body's name: "international body".
  private func isPlainNoun(_ name: MentionProposal) -> Bool {
    name.canonical == nil
      && name.tokens.dropLast().allSatisfy {
        text.allClasses($0) == LexicalClass.commonWord.bit
      }
  }

  private func answer(
    _ body: Int, _ weight: Double, _ question: SpeakerQuestion, _ named: [Int]
  ) -> Resolution {
    let entity = parties.entityOfName[body]
    var left = 1 - weight
    var candidates = [
      SpeakerCandidate(
        entity: entity, weight: weight, span: text.span(context.names[body].tokens))
    ]
    for other in named.prefix(Self.mostCandidates) where parties.entityOfName[other] != entity {
      left /= 2
      candidates.append(
        SpeakerCandidate(
          entity: parties.entityOfName[other], weight: left,
          span: text.span(context.names[other].tokens)))
    }
    return Resolution(
      speaker: parties.speaker(entity, question.span, isMedia(body) ? .media : .role),
      rule: .bodyBefore, evidence: [text.span(context.names[body].tokens)],
      candidates: candidates, isReference: true)
  }
}
