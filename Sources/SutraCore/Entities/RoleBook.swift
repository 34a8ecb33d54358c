/// Which person holds which role, as the article tells it: "the Russian president Vladimir Putin"
/// makes later "the president" mean him.
struct RoleBook {
  /// A role that stands right before a person's name.
  private struct Entry {
    let entity: Int
    let firstToken: Int
    /// Places and organisations the role belongs to.
    let owners: Set<[UInt8]>
  }

  /// Most entries of one role that are looked at in each direction.
  private static let farthest = 32

  private let context: QuotationContext
  private var entries: [[UInt8]: [Entry]] = [:]
  /// All of them in text order, each with its role.
  private var ordered: [(key: [UInt8], entry: Entry)] = []
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
      var last = name.tokens.lowerBound - 1
      guard last >= 0 else { continue }
      if context.kind(last) == .closingBracket {
        var open = last
        while open > 0, last - open < 6, context.kind(open) != .openingBracket { open -= 1 }
        last = open - 1
      }
      guard last >= 0, let found = reader.head(endingAt: last), found.head == .role,
        found.isNominative
      else { continue }
      let phrase = reader.phrase(of: found, from: max(0, last - NounPhraseReader.longest))
      let entry = Entry(
        entity: entityOfName[index], firstToken: phrase.tokens.lowerBound,
        owners: owners(in: phrase.tokens.lowerBound..<found.tokens.lowerBound))
      let key = roleKey(found)
      entries[key, default: []].append(entry)
      ordered.append((key, entry))
      let entity = entityOfName[index]
      holders.insert(entity)
      if firstRoles[entity] == nil {
        firstRoles[entity] = phrase.tokens
        firstNames[entity] = name.tokens
      }
    }
  }

  /// The person a role phrase means: the latest before it that holds the role for the same places
  /// and organisations, as far as both are told.
  func holder(of phrase: NounPhrase) -> Int? {
    let key = context.text.key(phrase.headTokens, stemLength: phrase.stemLength)
    guard let known = entries[key] else {
      return phrase.tokens == phrase.headTokens ? compound(key, before: phrase) : nil
    }
    let owners = self.owners(in: phrase.tokens.lowerBound..<phrase.headTokens.lowerBound)
    func fits(_ entry: Entry) -> Bool {
      owners.isEmpty || entry.owners.isEmpty || !owners.isDisjoint(with: entry.owners)
    }
    // Entries stand in text order; only near ones are looked at, so that time stays linear.
    let here = known.partitioningIndex { $0.firstToken >= phrase.tokens.lowerBound }
    return
      (known[..<here].suffix(Self.farthest).last(where: fits)
      ?? known[here...].prefix(Self.farthest).first(where: fits))?.entity
  }

  /// The person before a phrase whose role is a compound of the phrase's word: "the minister" is
  /// whom a language that writes compounds as one word called the sports minister.
  private func compound(_ key: [UInt8], before phrase: NounPhrase) -> Int? {
    let here = ordered.partitioningIndex { $0.entry.firstToken >= phrase.tokens.lowerBound }
    return ordered[..<here].suffix(Self.farthest).last { role, _ in
      role.count > key.count && role[role.count - key.count - 1] != 0x20
        && role.suffix(key.count).elementsEqual(key)
    }?.entry.entity
  }

  private func roleKey(_ found: NounPhraseReader.Found) -> [UInt8] {
    context.text.key(found.tokens, stemLength: found.stemLength)
  }

  /// The places and organisations named in a range, a demonym counting as its place.
  private func owners(in range: Range<Int>) -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    for index in range {
      if let (_, name) = context.name(at: index), name.tokens.lowerBound == index {
        if let canonical = context.text.canonicalName(of: name) {
          found.insert(folded(canonical))
        } else {
          found.insert(context.text.key(name.tokens, stemLength: name.stemLength))
        }
      }
      if let (_, sense) = context.text.phrases.longest(.demonym, at: index),
        let place = context.text.pack.lexicon.value(of: sense)
      {
        found.insert(folded(place))
      }
    }
    return found
  }

  private func folded(_ name: String) -> [UInt8] {
    var key: [UInt8] = []
    var name = name
    name.withUTF8 { bytes in
      _ = KeyFolding.append(UnsafeRawBufferPointer(bytes), 0..<bytes.count, to: &key)
    }
    return key
  }
}
