/// What an article as a whole tells of those who may speak in it.
struct ArticleParties: Sendable {
  /// The text with its sentences and names.
  let context: QuotationContext
  /// For each name the entity it means.
  let entityOfName: [Int]
  /// The entities.
  let entities: [EntityLinker.Draft]
  /// Who holds which role.
  let roles: RoleBook
  /// What titles, names and verbs tell of persons.
  let persons: PersonTraits
  /// For each word of a person's name the first person it is part of.
  private var personOfWord: [[UInt8]: Int] = [:]

  init(_ context: QuotationContext, _ entityOfName: [Int], _ entities: [EntityLinker.Draft]) {
    self.context = context
    self.entityOfName = entityOfName
    self.entities = entities
    roles = RoleBook(context, entityOfName)
    persons = PersonTraits(context, entityOfName, holders: roles.holders)
    for (index, name) in context.names.enumerated() where name.kind == .person {
      for token in name.tokens {
        let isLast = token == name.tokens.upperBound - 1
        let key = context.text.key(token..<token + 1, stemLength: isLast ? name.stemLength : 0)
        if personOfWord[key] == nil { personOfWord[key] = entityOfName[index] }
      }
    }
  }

  /// The person whose full name holds a word that stands alone.
  func person(named phrase: NounPhrase) -> Int? {
    guard phrase.headTokens.count == 1 else { return nil }
    if context.text.marksNames,
      phrase.tokens.count > 2 || !context.text.tokens[phrase.headTokens.lowerBound].isCapitalized
    {
      return nil
    }
    return personOfWord[context.text.key(phrase.headTokens, stemLength: phrase.stemLength)]
  }

  /// Most tokens between a description and the name before it.
  private static let farthestName = 6

  /// The name before a description that brings somebody by it: "so-and-so by name, a passenger".
  func named(before phrase: NounPhrase) -> Int? {
    let words = context.text.pack.settings.namedWords
    guard !words.isEmpty else { return nil }
    let head = phrase.headTokens.lowerBound
    for index in stride(from: head - 1, through: max(1, head - Self.farthestName), by: -1) {
      guard words.contains(context.text.text(index..<index + 1)) else { continue }
      var last = index - 1
      if context.kind(last) == .closingBracket {
        while last > 0, index - last < Self.farthestName, context.kind(last) != .openingBracket {
          last -= 1
        }
        last -= 1
      }
      guard last >= 0, let (number, name) = context.name(at: last), name.kind == .person else {
        return nil
      }
      return number
    }
    return nil
  }

  /// Where an entity is named first.
  func firstMention(of entity: Int) -> Span? {
    entities[entity].mentions.first.map { context.text.span(context.names[$0].tokens) }
  }

  /// Whether an entity is a person.
  func isPerson(_ entity: Int) -> Bool { entities[entity].kind == .person }

  /// A speaker that is an entity, under its own name.
  func speaker(_ entity: Int, _ span: Span?, _ kind: SpeakerKind) -> Speaker {
    Speaker(span: span, entity: entity, name: entities[entity].name, kind: kind)
  }

  /// The words of a body's or unknown name without the article, or the word that opens its clause,
  /// before them.
  private func withoutArticle(_ phrase: NounPhrase) -> Range<Int>? {
    let (text, first) = (context.text, phrase.tokens.lowerBound)
    guard phrase.tokens.count > 1, text.tokens[first].kind == .word else { return nil }
    // "Her agent": whose, the sentence tells.
    if text.has(.knownByDescription), phrase.headTokens.lowerBound > first,
      text.classes(first).has(.pronoun),
      ClauseReader(context).pronounCase(first) == .possessive
    {
      return first + 1..<phrase.tokens.upperBound
    }
    guard phrase.head != .role, text.tokens[first + 1].isCapitalized else { return nil }
    let word = text.text(first..<first + 1)
    guard text.pack.settings.articles.contains(word) || text.pack.settings.relatives.contains(word)
    else { return nil }
    return first + 1..<phrase.tokens.upperBound
  }

  /// The words of a phrase without the "this" that opens it, in a language without articles.
  func withoutDemonstrative(_ phrase: NounPhrase) -> Range<Int> {
    let (text, first) = (context.text, phrase.tokens.lowerBound)
    guard first < phrase.headTokens.lowerBound,
      text.pack.settings.demonstratives.contains(text.text(first..<first + 1))
    else { return phrase.tokens }
    return first + 1..<phrase.tokens.upperBound
  }

  /// The name of a phrase that is no entity's.
  func name(of phrase: NounPhrase) -> String {
    // What stands behind a role is the name alone.
    let first = phrase.headTokens.lowerBound
    if phrase.head == .unknown, first > phrase.tokens.lowerBound,
      context.text.classes(first - 1).has(.role) || context.kind(first - 1) == .comma
    {
      return context.text.name(phrase.headTokens, stemLength: phrase.stemLength)
    }
    if let bare = withoutArticle(phrase) { return context.text.text(bare) }
    let tokens = withoutDemonstrative(phrase)
    // A group's plural belongs to its name, a case ending behind it does not.
    let keepsEnding =
      phrase.head == .collective && phrase.cases.contains(.plural)
      && phrase.cases.isDisjoint(with: .caseMarkers)
    guard keepsEnding else {
      if phrase.head == .collective, phrase.cases.contains(.plural),
        let ending = context.text.pack.settings.pluralEnding
      {
        return context.text.name(tokens, stemLength: phrase.stemLength) + ending
      }
      return context.text.name(tokens, stemLength: phrase.stemLength)
    }
    return context.text.text(tokens)
  }
}
