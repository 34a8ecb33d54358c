/// Which person holds which role, as the article tells it: "the Russian president Vladimir Putin"
/// makes later "the president" mean him.
struct RoleBook {
  /// A role that stands right before a person's name.
  private struct Entry {
    let entity: Int
    let firstToken: Int
    /// Places and organisations the role belongs to.
    let owners: Set<[UInt8]>
    /// Number of the word right before the role, or -1: "chief".
    var modifier: Int32 = -1
  }

  /// Most entries of one role that are looked at in each direction.
  private static let farthest = 32

  let context: QuotationContext
  private var entries: [[UInt8]: [Entry]] = [:]
  /// All of them in text order, each with its role.
  private var ordered: [(key: [UInt8], entry: Entry)] = []
  /// Those whom the text calls somebody's counterpart elsewhere: "his Spanish counterpart, so-and-so".
  private var counterparts: [Entry] = []
  /// Persons some role is known of.
  private(set) var holders: Set<Int> = []
  /// For each of them where a role first stands before the name.
  private var firstRoles: [Int: Range<Int>] = [:]
  private var firstNames: [Int: Range<Int>] = [:]

  /// The words for the role a person is first named with.
  func tokens(ofHolder entity: Int) -> Range<Int>? { firstRoles[entity] }

  /// Where a person is first named with a role, both together.
  func naming(ofHolder entity: Int) -> Range<Int>? {
    guard let role = firstRoles[entity], let name = firstNames[entity] else { return nil }
    return role.lowerBound..<name.upperBound
  }

  /// Reads the roles before persons' names.
  ///
  /// - Parameters:
  ///   - context: The text with its names.
  ///   - entityOfName: For each name the entity it means.
  init(_ context: QuotationContext, _ entityOfName: [Int]) {
    self.context = context
    let reader = NounPhraseReader(context)
    for (index, name) in context.names.enumerated() where name.kind == .person {
      noteRole(before: name, entityOfName[index], reader)
      noteTitle(name.tokens.lowerBound - 1, entityOfName[index])
      noteApposition(behind: name, entityOfName[index], reader)
      noteCounterpart(name, entityOfName[index])
    }
  }

  /// Notes the role before a name: "the Russian president | so-and-so".
  private mutating func noteRole(
    before name: MentionProposal, _ entity: Int, _ reader: NounPhraseReader
  ) {
    var last = name.tokens.lowerBound - 1
    if last >= 0 { last = beforeTitles(last) }
    if last >= 0, context.kind(last) == .closingBracket {
      var open = last
      while open > 0, last - open < 6, context.kind(open) != .openingBracket { open -= 1 }
      // "Adviser Brigadier General (retired) so-and-so"
      last = beforeTitles(max(0, open - 1))
    }
    guard last >= 0, isOneParagraph(last, name.tokens.lowerBound),
      let found = reader.head(endingAt: last).flatMap({
        $0.head == .role && $0.isNominative ? $0 : nil
      }) ?? reader.compoundRole(last)
    else { return }
    let phrase = reader.phrase(of: found, from: max(0, last - NounPhraseReader.longest))
    let entry = Entry(
      entity: entity, firstToken: phrase.tokens.lowerBound,
      owners: owners(in: phrase.tokens.lowerBound..<found.tokens.lowerBound),
      modifier: modifier(before: found.tokens.lowerBound))
    let key = roleKey(found)
    note(key, entry)
    for other in furtherKeys(of: phrase.tokens) + listedKeys(last) where other != key {
      note(other, entry)
    }
    // The role's short form in brackets: "officer in charge (OC) so-and-so".
    if name.tokens.lowerBound - 1 > last + 2 {
      let bracket = last + 2..<name.tokens.lowerBound - 1
      entries[context.text.key(bracket), default: []].append(entry)
    }
    if name.cases.isDisjoint(with: .caseMarkers) {
      for other in chained(before: found, in: phrase.tokens, reader) where other != key {
        note(other, entry)
      }
    }
    holders.insert(entity)
    if firstRoles[entity] == nil {
      firstRoles[entity] = phrase.tokens
      firstNames[entity] = name.tokens
    }
  }

  private mutating func note(_ key: [UInt8], _ entry: Entry) {
    entries[key, default: []].append(entry)
    ordered.append((key, entry))
  }

  /// Notes the office that a title right before a name tells: "Sen.".
  private mutating func noteTitle(_ last: Int, _ entity: Int) {
    let roles = context.text.pack.settings.titleRoles
    guard last >= 0, !roles.isEmpty, context.kind(last) == .word,
      let role = roles[context.text.text(last..<last + 1)]
    else { return }
    note(KeyFolding.key(of: role), Entry(entity: entity, firstToken: last, owners: []))
    holders.insert(entity)
  }

  private mutating func noteCounterpart(_ name: MentionProposal, _ entity: Int) {
    var last = name.tokens.lowerBound - 1
    if last > 0, context.kind(last) == .comma { last -= 1 }
    guard last > 0,
      context.text.pack.settings.counterpartWords.contains(context.text.text(last..<last + 1))
    else { return }
    counterparts.append(
      Entry(entity: entity, firstToken: last, owners: owners(in: max(0, last - 2)..<last)))
  }

  /// Notes the role behind a name and a comma.
  private mutating func noteApposition(
    behind name: MentionProposal, _ entity: Int, _ reader: NounPhraseReader
  ) {
    guard let found = apposition(behind: name, reader) else { return }
    let owned = found.tokens.upperBound..<asideEnd(from: found.tokens.upperBound)
    note(
      roleKey(found),
      Entry(entity: entity, firstToken: name.tokens.lowerBound, owners: owners(in: owned)))
    holders.insert(entity)
  }

  /// Most tokens between a name and the role behind it.
  private static let farthestAside = 8

  /// The role behind a name and a comma: "Anna Wolf, 42, the mayor of Leeds".
  private func apposition(
    behind name: MentionProposal, _ reader: NounPhraseReader
  ) -> NounPhraseReader.Found? {
    let text = context.text
    var first = name.tokens.upperBound
    guard text.has(.roleBehindName), first + 1 < text.tokens.count, context.kind(first) == .comma
    else { return nil }
    first += 1
    if first + 1 < text.tokens.count, context.kind(first) == .number,
      context.kind(first + 1) == .comma
    {
      first += 2
    }
    for index in first..<min(text.tokens.count, first + Self.farthestAside) {
      guard [.word, .number, .clitic].contains(context.kind(index)),
        text.functionType(index) != .adposition, text.functionType(index)?.isVerbal != true,
        text.functionType(index) != .conjunction, !text.classes(index).has(.pronoun),
        context.name(at: index)?.name.kind != .person
      else { return nil }
      guard let found = reader.head(endingAt: index), found.head == .role else { continue }
      let next = index + 1
      guard next < text.tokens.count else { return nil }
      switch context.kind(next) {
      case .comma, .terminator: return found
      case .word where text.functionType(next) == .adposition: return found
      case .word: continue
      default: return nil
      }
    }
    return nil
  }

  /// Where what stands between commas behind a name ends.
  private func asideEnd(from first: Int) -> Int {
    let limit = min(context.text.tokens.count, first + Self.farthestAside)
    return (first..<limit).first { [.comma, .terminator].contains(context.kind($0)) } ?? limit
  }

  /// Further roles that the words before a name tell: those that "and" joins, and both of "minister
  /// of roads and bridges" where a language writes "roads and bridges-minister".
  private func furtherKeys(of phrase: Range<Int>) -> [[UInt8]] {
    let text = context.text
    var found: [[UInt8]] = []
    for index in phrase where context.kind(index) == .word && context.name(at: index) == nil {
      if let suffix = text.roleSuffix(index) {
        found.append(text.key(index..<index + 1))
        if index > 1, text.functionType(index - 1) == .conjunction,
          context.kind(index - 2) == .word
        {
          found.append(text.key(index - 2..<index - 1) + suffix)
        }
      } else if index + 1 < phrase.upperBound, text.functionType(index + 1) == .conjunction,
        text.classes(index).has(.role)
      {
        found.append(text.key(index..<index + 1))
      }
    }
    return found
  }

  /// The token before the titles that end with a token: "the chief of staff | General so-and-so".
  ///
  /// A title with no role before it is one itself.
  private func beforeTitles(_ last: Int) -> Int {
    var index = last
    while index > 0, context.kind(index) == .word {
      let starts = max(0, index - 2)...index
      guard
        let start = starts.first(where: { start in
          guard let (match, sense) = context.text.phrases.longest(.title, at: start) else {
            return false
          }
          return match.end == index + 1 && sense.attribute == TitleType.honorific.rawValue
        })
      else { break }
      index = start - 1
    }
    guard index >= 0, index < last else { return last }
    let reader = NounPhraseReader(context)
    if context.kind(index) == .closingBracket || reader.head(endingAt: index)?.head == .role {
      return index
    }
    // "The adviser, retired | General so-and-so".
    let isBetween =
      index > 0 && context.text.classes(index) == LexicalClass.commonWord.bit
      && context.sentence(of: index - 1) == context.sentence(of: index)
    return isBetween && reader.head(endingAt: index - 1)?.head == .role ? index - 1 : last
  }

  /// The person a role phrase means: the latest before it that holds the role for the same places
  /// and organisations, as far as both are told; whoever spoke last, if nobody else is named with
  /// the role since.
  func holder(of phrase: NounPhrase, lastSpeaker: Int? = nil, since start: Int = 0) -> Int? {
    let key = context.text.key(phrase.headTokens, stemLength: phrase.stemLength)
    if let joined = joined(phrase, key) { return joined }
    if let other = counterpart(of: phrase, entries[key] ?? []) { return other }
    guard let known = entries[key] else {
      return phrase.tokens == phrase.headTokens
        ? compound(key, before: phrase) ?? parted(key, before: phrase) : nil
    }
    let owners = self.owners(in: phrase.tokens.lowerBound..<phrase.headTokens.lowerBound)
    let isOwned = phrase.tokens.contains { context.kind($0) == .clitic }
    func fits(_ entry: Entry) -> Bool {
      // "Italy's prime minister" is nobody that was named before the article told of Italy.
      owners.isEmpty || !owners.isDisjoint(with: entry.owners)
        || owners.contains { own in entry.owners.contains { Self.areOne(own, $0) } }
        || (entry.owners.isEmpty && (!isOwned || isNamed(owners, before: phrase.tokens.lowerBound)))
    }
    // Entries stand in text order; only near ones are looked at, so that time stays linear.
    let here = known.partitioningIndex { $0.firstToken >= phrase.tokens.lowerBound }
    // Somebody who is named only later is never meant.
    var fitting = known[..<here].suffix(Self.farthest).filter(fits)
    // "The chief prosecutor" is nobody who is only called a prosecutor.
    let own = modifier(before: phrase.headTokens.lowerBound)
    if own >= 0, fitting.contains(where: { $0.modifier == own }) {
      fitting.removeAll { $0.modifier != own }
    }
    // Nothing but the role tells which: "the president".
    if let lastSpeaker, let latest = fitting.last, latest.firstToken < start,
      phrase.headTokens.lowerBound - phrase.tokens.lowerBound <= 1,
      fitting.contains(where: { $0.entity == lastSpeaker })
    {
      return lastSpeaker
    }
    return fitting.last?.entity
  }

  /// The word right before a role, or -1.
  private func modifier(before role: Int) -> Int32 {
    role > 0 && context.kind(role - 1) == .word ? context.text.tokens[role - 1].word : -1
  }

  /// Fewest bytes of a body's short name: five Bengali letters.
  private static let shortestOwner = 15

  /// Whether one of two names is the short form of the other: "the Front" of "the Front for Peace".
  private static func areOne(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return short.count >= shortestOwner && long.starts(with: short)
      && long.dropFirst(short.count).contains(0x20)
  }

  /// The first person of the text who holds a role, for a headline that names nobody.
  func firstHolder(of phrase: NounPhrase) -> Int? {
    let key = context.text.key(phrase.headTokens, stemLength: phrase.stemLength)
    return entries[key]?.first?.entity
      ?? ordered.first { role, entry in
        role.count > key.count && role.suffix(key.count).elementsEqual(key)
          || isParted(key, role, entry)
      }?.entry.entity
  }

  /// Who is called the counterpart in the country of a phrase's role, where nobody named with that role is of it.
  private func counterpart(of phrase: NounPhrase, _ known: [Entry]) -> Int? {
    if counterparts.isEmpty { return nil }
    let owners = owners(in: phrase.tokens.lowerBound..<phrase.headTokens.lowerBound)
    func latest(_ all: [Entry]) -> Int? {
      let here = all.partitioningIndex { $0.firstToken >= phrase.tokens.lowerBound }
      return all[..<here].suffix(Self.farthest).last { !owners.isDisjoint(with: $0.owners) }?.entity
    }
    return latest(known) == nil ? latest(counterparts) : nil
  }

  /// Most tokens between a role that opens an article and the name of whoever holds it.
  private static let farthestLater = 200

  /// The only person named soon behind a role who holds it, as "the founder" is before "its founder so-and-so".
  func laterHolder(of phrase: NounPhrase) -> Int? {
    let key = context.text.key(phrase.headTokens, stemLength: phrase.stemLength)
    guard let known = entries[key] else { return nil }
    let owners = self.owners(in: phrase.tokens)
    let first = known.partitioningIndex { $0.firstToken >= phrase.tokens.upperBound }
    let near = known[first...].prefix {
      $0.firstToken - phrase.tokens.upperBound <= Self.farthestLater
    }
    guard first == known.startIndex, let entity = near.first?.entity,
      near.allSatisfy({ $0.entity == entity }),
      owners.isEmpty || near.contains(where: { !owners.isDisjoint(with: $0.owners) })
    else { return nil }
    return entity
  }

  /// The person before a phrase of two words whose role stands there as one: "the roads minister"
  /// and "the roads-minister".
  private func joined(_ phrase: NounPhrase, _ key: [UInt8]) -> Int? {
    let before = phrase.headTokens.lowerBound - 1
    guard before >= phrase.tokens.lowerBound, context.text.has(.compoundRole),
      let known = entries[context.text.key(before..<before + 1) + key]
    else { return nil }
    let here = known.partitioningIndex { $0.firstToken >= phrase.tokens.lowerBound }
    return known[..<here].last?.entity
  }

  /// The person before a phrase whose role is a compound of the phrase's word: "the minister" is
  /// whom a language that writes compounds as one word called the sports minister, and not the
  /// vice-minister.
  private func compound(_ key: [UInt8], before phrase: NounPhrase) -> Int? {
    let here = ordered.partitioningIndex { $0.entry.firstToken >= phrase.tokens.lowerBound }
    return ordered[..<here].suffix(Self.farthest).last { role, _ in
      role.count > key.count && ![0x20, 0x2D].contains(role[role.count - key.count - 1])
        && role.suffix(key.count).elementsEqual(key)
    }?.entry.entity
  }

  /// The person before a phrase whose role the phrase's compound joins with whom it belongs to:
  /// "the army chief" is "the chief of the army".
  private func parted(_ key: [UInt8], before phrase: NounPhrase) -> Int? {
    let here = ordered.partitioningIndex { $0.entry.firstToken >= phrase.tokens.lowerBound }
    return ordered[..<here].suffix(Self.farthest).last { role, entry in
      isParted(key, role, entry)
    }?.entry.entity
  }

  private func isParted(_ key: [UInt8], _ role: [UInt8], _ entry: Entry) -> Bool {
    guard key.count > role.count + TokenizedDocument.shortestRolePart,
      role.count >= TokenizedDocument.shortestRolePart,
      key.suffix(role.count).elementsEqual(role)
    else { return false }
    let owner = key.dropLast(role.count)
    let tokens = entry.firstToken..<min(context.text.tokens.count, entry.firstToken + 8)
    return tokens.contains { token in
      context.text.tokens[token].word >= 0
        && context.text.vocabulary.key(of: context.text.tokens[token].word)
          .starts(with: owner)
    }
  }

  func roleKey(_ found: NounPhraseReader.Found) -> [UInt8] {
    context.text.key(found.tokens, stemLength: found.stemLength)
  }

  /// Whether one of some places and organisations is named before a token, or in its words.
  private func isNamed(_ owners: Set<[UInt8]>, before token: Int) -> Bool {
    let first = context.names.partitioningIndex { $0.tokens.lowerBound >= token }
    return context.names[..<first].suffix(Self.farthestOwner).contains { name in
      !owners.isDisjoint(with: self.owners(in: name.tokens))
    }
  }

  /// Most names before a role's holder among which its owner is looked for.
  private static let farthestOwner = 64

  /// The places and organisations named in a range, a demonym counting as its place.
  private func owners(in range: Range<Int>) -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    for index in range {
      if let (_, name) = context.name(at: index), name.tokens.lowerBound == index {
        if let canonical = context.text.canonicalName(of: name) {
          found.insert(KeyFolding.key(of: canonical))
        } else {
          found.insert(context.text.key(name.tokens, stemLength: name.stemLength))
        }
      }
      if let (_, sense) = context.text.phrases.longest(.demonym, at: index),
        let place = context.text.pack.lexicon.value(of: sense)
      {
        found.insert(KeyFolding.key(of: place))
      }
    }
    return found
  }
}
