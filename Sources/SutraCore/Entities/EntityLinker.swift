/// Joins mentions to entities: a full name and its parts, one place under several names, an
/// acronym and what it stands for.
struct EntityLinker {
  /// An entity while it is being put together.
  struct Draft {
    let kind: EntityKind
    /// The names it is mentioned by, the fullest first chosen at the end.
    var names: [String] = []
    /// For each name how many words it has.
    var wordCounts: [Int] = []
    var mentions: [Int] = []
    var isMedia = false
  }

  private let text: TokenizedDocument
  private(set) var drafts: [Draft] = []
  private var byName: [[UInt8]: Int] = [:]
  /// The entity of a name in any of its spellings.
  private var bySpelling: [[UInt8]: Int] = [:]
  /// The persons with a word in their names, who used it last standing last.
  private var byWord: [[UInt8]: [Int]] = [:]
  /// The genders that titles and names tell of persons.
  private var genders: [Int: Gender] = [:]
  /// For each person the words of its names.
  private var words: [Set<[UInt8]>] = []

  /// Links mentions in text order: for each the index of its entity, and the entities.
  static func link(
    _ mentions: [MentionProposal], _ text: TokenizedDocument
  ) -> (entities: [Int], drafts: [Draft]) {
    var linker = EntityLinker(text)
    var entities: [Int] = []
    entities.reserveCapacity(mentions.count)
    for (index, mention) in mentions.enumerated() {
      if index & 0xFF == 0, text.stop.isUp { break }
      let entity = linker.entity(of: mention)
      linker.note(mention, index, entity)
      entities.append(entity)
    }
    return (entities, linker.drafts)
  }

  /// The mentions of linked names, each of its entity.
  static func mentions(
    _ names: [MentionProposal], _ entities: [Int], _ text: TokenizedDocument
  ) -> [Mention] {
    zip(names, entities).map { name, entity in
      Mention(
        span: text.span(name.tokens), kind: name.kind, entity: entity, confidence: name.weight)
    }
  }

  private init(_ text: TokenizedDocument) { self.text = text }

  private mutating func entity(of mention: MentionProposal) -> Int {
    let own = Self.tag(mention.kind, text.key(mention.tokens, stemLength: mention.stemLength))
    let canonical = text.canonicalName(of: mention).map {
      Self.tag(mention.kind, KeyFolding.key(of: $0))
    }
    let gender = text.gender(of: mention)
    if let known = byName[own] ?? canonical.flatMap({ byName[$0] }), agrees(known, gender) {
      byName[own] = known
      return known
    }
    // Two words or one is a matter of spelling, too.
    let spelling = text.pack.letterVariants.loose(own).filter { $0 != 0x20 }
    if let known = spelled(spelling).flatMap({ agrees($0, gender) ? $0 : nil })
      ?? person(mention, gender) ?? bracketed(mention) ?? initials(mention)
      ?? shortForm(behind: mention)
    {
      byName[own] = known
      return known
    }
    drafts.append(Draft(kind: mention.kind, isMedia: mention.isMedia))
    words.append([])
    let entity = drafts.count - 1
    byName[own] = entity
    bySpelling[spelling] = entity
    if let canonical { byName[canonical] = entity }
    noteInitials(mention, entity)
    return entity
  }

  /// Fewest bytes of a name, with its kind, that another spelling is looked up for: four Bengali
  /// letters, since shorter ones are different names too often.
  private static let shortestSpelling = 13

  private func spelled(_ key: [UInt8]) -> Int? {
    key.count < Self.shortestSpelling ? nil : bySpelling[key]
  }

  /// The organisations known by the first letters of their names.
  private var byInitials: [[UInt8]: Int] = [:]

  /// An organisation written in capitals alone is one whose words begin with them.
  private func initials(_ mention: MentionProposal) -> Int? {
    let first = mention.tokens.lowerBound
    guard mention.kind == .organization, mention.tokens.count == 1, text.tokens[first].style == 2
    else { return nil }
    return byInitials[text.key(mention.tokens).filter { $0 != 0x2E }]
  }

  private mutating func noteInitials(_ mention: MentionProposal, _ entity: Int) {
    guard mention.kind == .organization, mention.tokens.count > 1 else { return }
    let letters = mention.tokens.compactMap { index -> UInt8? in
      text.isMarkedAsName(index) ? text.key(index..<index + 1).first : nil
    }
    guard letters.count > 1 else { return }
    byInitials[letters] = entity
    // "The Centre for Harbour Safety and Repair" is known as CHS.
    for count in 3..<max(3, letters.count) where byInitials[Array(letters.prefix(count))] == nil {
      byInitials[Array(letters.prefix(count))] = entity
    }
  }

  /// Most persons who share a word of their names that are looked at.
  private static let mostNamesakes = 8

  /// The person a name or part of a name means: of several who share the word, the one named last
  /// whose gender is not another.
  private func person(_ mention: MentionProposal, _ gender: Gender?) -> Int? {
    guard mention.kind == .person else { return nil }
    let parts = wordKeys(mention)
    guard let last = parts.last else { return nil }
    func namesakes(_ part: [UInt8]) -> [Int] {
      (byWord[part] ?? []).reversed().filter { agrees($0, gender) }
    }
    if parts.count == 1 { return namesakes(last).first }
    for part in parts {
      // All of one name's words are in the other: one is the short form of the other.
      let known = namesakes(part).first { known in
        Set(parts).isSuperset(of: words[known]) || words[known].isSuperset(of: parts)
      }
      if let known { return known }
    }
    return nil
  }

  /// Whether a title or name of a gender may mean an entity.
  private func agrees(_ entity: Int, _ gender: Gender?) -> Bool {
    guard let gender, let own = genders[entity] else { return true }
    return own == gender
  }

  /// An organisation in brackets right after another is its acronym, or what one stands for.
  private func bracketed(_ mention: MentionProposal) -> Int? {
    let first = mention.tokens.lowerBound
    guard mention.kind == .organization, first >= 2,
      text.tokens[first - 1].kind == .openingBracket,
      mention.tokens.upperBound < text.tokens.count,
      text.tokens[mention.tokens.upperBound].kind == .closingBracket,
      let last, last.kind == .organization, last.end == text.tokens[first - 2].end,
      last.wordCount == 1 || mention.tokens.count == 1
    else { return nil }
    return last.entity
  }

  /// The organisation that was known by the one word which stands in brackets right behind a name of
  /// more words: "Centcom" before "US Central Command (Centcom)".
  private func shortForm(behind mention: MentionProposal) -> Int? {
    let open = mention.tokens.upperBound
    guard mention.kind == .organization, mention.tokens.count > 1, open + 2 < text.tokens.count,
      text.tokens[open].kind == .openingBracket, text.tokens[open + 2].kind == .closingBracket,
      let known = byName[Self.tag(.organization, text.key(open + 1..<open + 2))],
      drafts[known].kind == .organization, drafts[known].wordCounts.allSatisfy({ $0 == 1 })
    else { return nil }
    return known
  }

  /// The mention before.
  private var last: (entity: Int, kind: EntityKind, end: UInt32, wordCount: Int)?

  private mutating func note(_ mention: MentionProposal, _ index: Int, _ entity: Int) {
    drafts[entity].mentions.append(index)
    last = (
      entity, mention.kind, text.tokens[mention.tokens.upperBound - 1].end, mention.tokens.count
    )
    let article = holdsArticle(mention) ? 1 : 0
    let rank = text.rankCount(in: mention)
    noteName(
      mention.tokens.lowerBound - article + rank..<mention.tokens.upperBound, mention, entity)
    // With a rank it is another way to name somebody, and never the name.
    if rank > 0 { noteName(mention.tokens, mention, entity, words: 0) }
    let before = mention.tokens.lowerBound - 1
    if mention.kind == .person, before >= 0, text.startsWithRank(before..<before + 1) {
      noteName(before..<mention.tokens.upperBound, mention, entity, words: 0)
    }
    if mention.isMedia { drafts[entity].isMedia = true }
    guard mention.kind == .person else { return }
    if genders[entity] == nil { genders[entity] = text.gender(of: mention) }
    for part in wordKeys(mention) {
      var namesakes = (byWord[part] ?? []).filter { $0 != entity }
      namesakes.append(entity)
      byWord[part] = Array(namesakes.suffix(Self.mostNamesakes))
      words[entity].insert(part)
    }
  }

  private mutating func noteName(
    _ tokens: Range<Int>, _ mention: MentionProposal, _ entity: Int, words: Int? = nil
  ) {
    let name = text.name(tokens, stemLength: mention.stemLength)
    guard !drafts[entity].names.contains(name) else { return }
    drafts[entity].names.append(name)
    drafts[entity].wordCounts.append(words ?? tokens.count)
  }

  /// Whether an article with a capital letter inside of a sentence is part of a body's name: "he
  /// told The Courier".
  private func holdsArticle(_ mention: MentionProposal) -> Bool {
    let article = mention.tokens.lowerBound - 1
    guard mention.kind == .organization, article > 0, text.tokens[article].isCapitalized,
      text.pack.settings.articles.contains(text.text(article..<article + 1))
    else { return false }
    return text.tokens[article - 1].kind == .word || text.tokens[article - 1].kind == .comma
  }

  private func wordKeys(_ mention: MentionProposal) -> [[UInt8]] {
    mention.tokens.dropFirst(text.rankCount(in: mention)).compactMap { index in
      let isLast = index == mention.tokens.upperBound - 1
      return text.tokens[index].word < 0
        ? nil
        : text.pack.letterVariants.loose(
          text.key(index..<index + 1, stemLength: isLast ? mention.stemLength : 0))
    }
  }

  private static func tag(_ kind: EntityKind, _ key: [UInt8]) -> [UInt8] {
    // A medium, a party and a place may share a name; a person shares it with none of them.
    (kind == .person ? [0x70] : kind == .work ? [0x77] : kind == .place ? [0x6C] : [0x6F]) + key
  }
}

extension TokenizedDocument {
  /// How many words of rank open a person's name that has more words: "SI" for a police officer.
  func rankCount(in name: MentionProposal) -> Int {
    guard name.kind == .person, name.tokens.count > 1 else { return 0 }
    return startsWithRank(name.tokens) ? 1 : 0
  }

  /// Whether a word of rank opens some tokens.
  func startsWithRank(_ tokens: Range<Int>) -> Bool {
    guard classes(tokens.lowerBound).has(.title) else { return false }
    return phrases.matches(at: tokens.lowerBound).contains { match in
      match.end == tokens.lowerBound + 1
        && pack.lexicon.senses(at: match.node).contains {
          $0.lexicalClass == .title && $0.attribute == TitleType.rank.rawValue
        }
    }
  }
}

extension EntityLinker.Draft {
  /// The fullest name; of names of one length the first.
  var name: String {
    guard let most = wordCounts.max(), let index = wordCounts.firstIndex(of: most) else {
      return ""
    }
    return names[index]
  }
}
