/// Whoever the words right behind a text tell to have made it: "a survey | by Marlow Clinic", "an article
/// published last week | by a department of the province", "a letter | from the mayor".
extension DocumentResolver {
  /// Most tokens between the participle that tells how a text came about and the word before its maker.
  private static let farthestMaker = 4
  /// Most tokens of a sentence behind a text.
  private static let longestRest = 40

  /// The phrase for whoever made a text that is told by a phrase.
  ///
  /// - Parameters:
  ///   - phrase: The phrase.
  ///   - byAgent: Whether its own words tell it with "by".
  /// - Returns: The phrase, if one is told.
  func maker(of phrase: NounPhrase, byAgent: Bool = false) -> NounPhrase? {
    let (noun, end) = (phrase.headTokens.upperBound - 1, phrase.tokens.upperBound)
    if byAgent {
      guard noun + 2 < end,
        context.text.pack.settings.agentWords.contains(context.text.text(noun + 1..<noun + 2))
      else { return nil }
    }
    return maker(behind: noun, end: end > noun + 1 ? end : nil)
  }

  /// The phrase for whoever made the text whose noun stands at a token, up to where the text's phrase ends if it
  /// holds more.
  func maker(behind noun: Int, end: Int? = nil) -> NounPhrase? {
    let (text, settings) = (context.text, context.text.pack.settings)
    let sentence = context.sentences[context.sentence(of: noun)].tokens
    let limit = min(end ?? sentence.upperBound, noun + Self.longestRest)
    func word(_ index: Int) -> String { text.text(index..<index + 1) }
    var index = noun + 1
    guard index + 1 < limit, text.has(.knownByDescription), text.pair(at: noun) == nil else {
      return nil
    }
    let isMade = settings.makingWords.contains(word(index))
    if isMade {
      index += 1
      let far = min(limit - 1, index + Self.farthestMaker)
      while index < far, isMoment(index) { index += 1 }
    }
    let isAgent = settings.agentWords.contains(word(index))
    guard isAgent || !isMade && settings.labelWords.contains(word(index)), index + 1 < limit else {
      return nil
    }
    if let name = name(from: index + 1, limit) { return name }
    guard let maker = ClauseReader(context).subject(after: index + 1, to: limit) else { return nil }
    switch maker.head {
    case .mention, .role, .collective, .body, .media: return maker
    // "By a department of the province": a noun that no table has, behind its article.
    case .unknown where isAgent:
      let first = word(maker.tokens.lowerBound)
      return maker.tokens.count > 1
        && (settings.articles.contains(first) || settings.newArticles.contains(first))
        ? maker : nil
    default: return nil
    }
  }

  /// The newspaper or broadcaster whose name stands right before a text's noun: "the Valley Daily | report".
  func newspaper(before phrase: NounPhrase) -> NounPhrase? {
    let last = phrase.headTokens.lowerBound - 1
    guard context.text.has(.knownByDescription), last >= phrase.tokens.lowerBound,
      let (number, name) = context.name(at: last), name.isMedia,
      name.tokens.upperBound == phrase.headTokens.lowerBound
    else { return nil }
    return NounPhrase(name.tokens, .mention(number))
  }

  /// A name right behind the word for who made a text, its article aside, and nobody's beside it.
  private func name(from first: Int, _ limit: Int) -> NounPhrase? {
    let text = context.text
    var index = first
    if text.functionType(index) == .determiner, index + 1 < limit { index += 1 }
    guard let (number, name) = context.name(at: index), name.tokens.upperBound <= limit,
      name.kind == .organization || name.kind == .person
    else { return nil }
    let next = name.tokens.upperBound
    guard next < limit else { return NounPhrase(name.tokens, .mention(number)) }
    switch context.kind(next) {
    case .clitic, .other, .number: return nil
    case .word:
      let type = text.functionType(next)
      guard type != .conjunction,
        type != nil || text.classes(next).has(.cue) || text.classes(next).has(.timeWord)
      else { return nil }
    default: break
    }
    return NounPhrase(name.tokens, .mention(number))
  }

  /// Whether somebody else's name is joined to the one that a phrase is known by: "by Ann Lee and Tom Parr".
  private func isJoint(_ phrase: NounPhrase) -> Bool {
    phrase.tokens.contains {
      context.text.functionType($0) == .conjunction && !phrase.headTokens.contains($0)
    }
  }

  /// Whether a word only tells when: "last", "week", "on", "13".
  private func isMoment(_ index: Int) -> Bool {
    let text = context.text
    return context.kind(index) == .number || text.classes(index).has(.timeWord)
      || text.functionType(index) == .adverb
      || text.functionType(index) == .adposition && index + 1 < text.tokens.count
        && (context.kind(index + 1) == .number || text.classes(index + 1).has(.timeWord))
  }

  /// The answer that somebody's text is theirs.
  func answer(madeBy maker: NounPhrase, _ span: Span, _ kind: SpeakerKind = .document)
    -> Resolution
  {
    let evidence = [context.text.span(maker.tokens)]
    let entity: Int? =
      switch maker.head {
      case .mention where isJoint(maker): nil
      case .mention(let name): parties.entityOfName[name]
      case .role: parties.roles.holder(of: maker)
      default: nil
      }
    let speaker =
      entity.map { parties.speaker($0, span, kind) }
      ?? Speaker(
        span: span, entity: nil, name: parties.name(of: withoutArticle(maker)), kind: kind)
    return Resolution(speaker: speaker, rule: .documentsOwner, evidence: evidence)
  }

  /// A phrase without the article that opens it.
  private func withoutArticle(_ phrase: NounPhrase) -> NounPhrase {
    let settings = context.text.pack.settings
    let first = phrase.tokens.lowerBound
    let word = context.text.text(first..<first + 1)
    guard phrase.tokens.count > 1, first < phrase.headTokens.lowerBound,
      settings.articles.contains(word) || settings.newArticles.contains(word)
    else { return phrase }
    var bare = phrase
    bare.tokens = first + 1..<phrase.tokens.upperBound
    return bare
  }
}
