/// Finds persons' names by the frame they stand in, where neither the model nor the tables know
/// all of their words: between a role or title and a verb of speech, or beside another name.
///
/// Only for texts without capital letters. What it finds takes the place of shorter names.
struct NameFrames {
  /// How sure a name is that a frame holds.
  static let weight = 0.72
  /// Most words of a name.
  static let longest = 5
  /// Most tokens between a name and its verb.
  static let farthestCue = 6

  let text: TokenizedDocument
  let words: NameWords
  /// The words of the persons' names that stand already.
  private var known: Set<[UInt8]> = []
  /// Numbers of the common words that stand right before a verb of speech somewhere.
  private(set) var speaking: Set<Int32> = []

  private init(_ names: [MentionProposal], _ text: TokenizedDocument) {
    self.text = text
    words = NameWords(text: text)
    for token in text.tokens.indices.dropLast()
    where isBareCommon(token) && isAtCue(token + 1)
      && (token == 0
        || [.terminator, .comma, .closingQuote, .dash].contains(text.tokens[token - 1].kind))
    {
      speaking.insert(text.tokens[token].word)
    }
    for name in names where name.kind == .person && name.tokens.count > 1 {
      for token in name.tokens where text.tokens[token].word >= 0 {
        let isLast = token == name.tokens.upperBound - 1
        known.insert(text.key(token..<token + 1, stemLength: isLast ? name.stemLength : 0))
      }
    }
  }

  /// The names with those that frames hold, each in the place of what it overlaps.
  static func completed(
    _ names: [MentionProposal], in text: TokenizedDocument
  ) -> [MentionProposal] {
    let frames = NameFrames(names, text)
    let trimmed = names.compactMap(frames.trimmed)
    var isPlain = [Bool](repeating: true, count: text.tokens.count)
    for name in trimmed where name.kind != .person && !frames.isFamilyBody(name) {
      for token in name.tokens { isPlain[token] = false }
    }
    var found: [MentionProposal] = []
    var index = 0
    while index < text.tokens.count {
      guard let name = frames.name(at: index, isPlain) ?? frames.plainName(at: index, isPlain)
      else {
        index += 1
        continue
      }
      found.append(name)
      index = name.tokens.upperBound
    }
    // A frame never makes a name shorter, nor longer by unknown words before it.
    var nameOfToken = [Int: Int]()
    for (index, name) in trimmed.enumerated() where name.kind == .person {
      for token in name.tokens { nameOfToken[token] = index }
    }
    found.removeAll { name in
      guard let own = nameOfToken[name.tokens.upperBound - 1] ?? nameOfToken[name.tokens.lowerBound]
      else { return false }
      let tokens = trimmed[own].tokens
      if tokens.lowerBound <= name.tokens.lowerBound { return tokens.count >= name.tokens.count }
      return tokens.upperBound == name.tokens.upperBound
        && !(name.tokens.lowerBound > 0 && frames.endsRole(name.tokens.lowerBound - 1))
        && frames.words.reading(name.tokens.lowerBound).strength < .known
    }
    guard !found.isEmpty else { return frames.widened(trimmed) }
    var taken = TokenBits(tokenCount: text.tokens.count)
    for name in found { taken.insert(name.tokens) }
    let rest = trimmed.filter { name in !name.tokens.contains { taken.contains($0) } }
    return frames.widened(
      (rest + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
  }

  /// A person's name without the titles before it and what is no part of it behind; `nil` where
  /// nothing is left.
  private func trimmed(_ name: MentionProposal) -> MentionProposal? {
    if name.kind == .organization, isPlatform(name) || isClause(name) { return nil }
    if name.kind == .person, name.tokens.count == 1, text.isUnknownGroup(name.tokens.lowerBound) {
      return nil
    }
    if name.kind == .person, name.tokens.count == 1,
      titleEnd(name.tokens.lowerBound) == name.tokens.upperBound
    {
      return nil
    }
    if name.kind == .organization, name.tokens.count > 1, isSeat(name.tokens.lowerBound) {
      return trimmed(name.with(name.tokens.dropFirst(), .organization))
    }
    if name.kind == .person, name.tokens.count == 1, isSpeltOut(name) {
      return name.with(name.tokens, .organization)
    }
    if name.kind == .organization, let medium = medium(closing: name) { return medium }
    guard name.kind == .person, name.tokens.count > 1 else { return name }
    if isPlace(name) {
      return MentionProposal(
        tokens: name.tokens, kind: .place, weight: name.weight, canonical: nil,
        stemLength: name.stemLength, cases: name.cases, isMedia: false)
    }
    var first = name.tokens.lowerBound
    var end = name.tokens.upperBound
    while first + 1 < end, let next = titleEnd(first), next <= end { first = next }
    guard first < end else { return nil }
    // "The painter | Dr. so-and-so": a title opens the name behind it.
    if let inner = (first + 1..<max(first + 1, end - 1)).last(where: { titleEnd($0) != nil }),
      let next = titleEnd(inner), next < end
    {
      first = next
    }
    while end - 1 > first,
      text.tokens[end - 1].kind == .number || isOrdinal(end - 1) || isVenue(end - 1)
        || isMediumTold(end - 1)
    {
      end -= 1
    }
    // "The Modi government": the name of who leads it, and a body.
    if end - first == 2, isBody(end - 1), isFamilyNameAlone(first),
      first == 0 || !endsRole(first - 1)
    {
      end -= 1
    }
    guard first..<end != name.tokens else { return name }
    let isCut = end != name.tokens.upperBound
    let reading = words.reading(end - 1)
    return MentionProposal(
      tokens: first..<end, kind: .person, weight: name.weight, canonical: nil,
      stemLength: isCut ? reading.stemLength : name.stemLength,
      cases: isCut ? reading.cases : name.cases, isMedia: false)
  }

  /// Whether a word says where a body has its seat, which is no part of its name: "Brussels-based".
  private func isSeat(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .word else { return false }
    let key = text.vocabulary.key(of: text.tokens[index].word)
    return text.pack.settings.seatEndings.contains {
      key.count > $0.count && key.suffix($0.count).elementsEqual($0)
    }
  }

  /// Whether what seems a person's name ends with a noun for places: "Lalon Bridge".
  private func isPlace(_ name: MentionProposal) -> Bool {
    let last = text.tokens[name.tokens.upperBound - 1].word
    let isHead =
      text.vocabulary.classes(of: last).has(.placeHead)
      || text.vocabulary.stem(of: last, in: .placeHead) != nil
    return last >= 0 && isHead && !text.vocabulary.classes(of: last).has(.familyName)
      && !text.vocabulary.classes(of: last).has(.givenName)
  }

  /// Whether a name is of where people write, which is a medium and no party.
  private func isPlatform(_ name: MentionProposal) -> Bool {
    let token = name.tokens.lowerBound
    guard name.tokens.count == 1, name.cases.contains(.locative),
      (token + 1..<min(text.tokens.count, token + 4)).contains(where: isAtCue)
    else { return false }
    let found = text.phrases.matches(at: token).first { match in
      match.end == token + 1
        && text.pack.lexicon.senses(at: match.node).contains {
          $0.lexicalClass == .document && $0.attribute == DocumentType.venue.rawValue
        }
    }
    return found != nil
  }

  /// Whether what seems an organisation begins with a known noun in the locative, as no name does.
  private func isClause(_ name: MentionProposal) -> Bool {
    guard name.tokens.count > 2, name.canonical == nil else { return false }
    let first = text.tokens[name.tokens.lowerBound].word
    // A name may begin with a mark, which is no word.
    guard first >= 0, text.vocabulary.classes(of: first) & ~LexicalClass.commonWord.bit == 0 else {
      return false
    }
    let stems = text.vocabulary.stems(of: first)
    let key = text.vocabulary.key(of: first)
    return stems.contains { stem in
      stem.cases == .locative && !EndingTable.endsInVowel(key.prefix(stem.keyLength))
    } && !stems.contains { $0.cases.contains(.genitive) }
  }

  /// Whether a word with the ending of a place is where people write or speak.
  private func isVenue(_ token: Int) -> Bool {
    text.phrases.matches(at: token).contains { match in
      match.end == token + 1 && match.cases.contains(.locative)
        && text.pack.lexicon.senses(at: match.node).contains {
          $0.lexicalClass == .document && $0.attribute == DocumentType.venue.rawValue
        }
    }
  }

  /// Whether a word is a medium's name with the ending of whom something is told.
  private func isMediumTold(_ token: Int) -> Bool {
    guard let (match, sense) = text.phrases.longest(.media, at: token) else { return false }
    return match.end == token + 1 && match.cases.contains(.objective)
      && sense.attribute == MediaType.name.rawValue
  }

  private func isOrdinal(_ index: Int) -> Bool {
    let bytes = text.document.text.bytes
    let start = Int(text.tokens[index].start)
    guard start + 2 < bytes.count else { return false }
    return bytes[start] == 0xE0 && bytes[start + 1] == 0xA7
      && (0xA6...0xAF).contains(bytes[start + 2])
  }

  private func isBody(_ index: Int) -> Bool {
    text.phrases.longest(.role, at: index)?.sense.attribute == GrammaticalNumber.body.rawValue
  }

  /// Whether a body's name may be the last of a person's names.
  private func isFamilyBody(_ name: MentionProposal) -> Bool {
    name.tokens.count == 1 && isBody(name.tokens.lowerBound)
      && text.classes(name.tokens.lowerBound).has(.familyName)
  }

  private func isFamilyNameAlone(_ index: Int) -> Bool {
    let classes = text.classes(index)
    return classes.has(.familyName) && !classes.has(.givenName)
  }

  /// Where a title that begins at a token ends.
  private func titleEnd(_ index: Int) -> Int? {
    guard let (match, sense) = text.phrases.longest(.title, at: index), match.stemLength == 0,
      sense.attribute == TitleType.honorific.rawValue
    else { return nil }
    return match.end
  }

  /// Whether a word that no table knows ends with a role, as compounds do: "road-secretary".
  func isCompoundRole(_ index: Int) -> Bool {
    text.tokens[index].word >= 0 && text.classes(index) == 0 && text.roleSuffix(index) != nil
  }

  /// Whether a role or title without ending, or the bracket behind one, ends with a token.
  func endsRole(_ last: Int) -> Bool {
    var last = last
    if last > 2, text.tokens[last].kind == .closingBracket {
      var open = last - 1
      while open > 0, last - open < 5, text.tokens[open].kind != .openingBracket { open -= 1 }
      last = open - 1
    }
    guard last >= 0, text.tokens[last].kind == .word else { return false }
    if isCompoundRole(last) { return true }
    for start in stride(from: last, through: max(0, last - 4), by: -1) {
      for lexicalClass in [LexicalClass.role, .title] {
        guard let (match, sense) = text.phrases.longest(lexicalClass, at: start),
          match.end == last + 1, match.stemLength == 0
        else { continue }
        if lexicalClass == .title, sense.attribute != TitleType.honorific.rawValue { continue }
        if lexicalClass == .role, sense.attribute != GrammaticalNumber.singular.rawValue {
          continue
        }
        return true
      }
    }
    return false
  }

  /// The name that begins at a token, when its frame holds one.
  private func name(at first: Int, _ isPlain: [Bool]) -> MentionProposal? {
    guard text.tokens[first].kind == .word else { return nil }
    let opening = words.reading(first)
    let isLed = first > 0 && endsRole(first - 1)
    guard isLed || opening.strength >= .weak, !isCompoundRole(first) else { return nil }
    // A given name opens a name: an unknown word before it belongs to the clause.
    if opening.strength == .unknown, !isLed, first + 1 < text.tokens.count,
      words.reading(first + 1).strength == .known, text.classes(first + 1).has(.givenName)
    {
      return nil
    }
    if titleEnd(first) != nil { return nil }
    var end = first
    var sure = 0
    var weak = 0
    var common = 0
    var cases: CaseSet = []
    var stemLength = 0
    while end < text.tokens.count, end - first < Self.longest, cases.isEmpty {
      let token = text.tokens[end]
      // No name goes on in another paragraph.
      if end > first, text.opensParagraph(end) { break }
      // A name that stands twice in a row is two.
      if end - first >= 2, end + 1 < text.tokens.count,
        token.word == text.tokens[first].word,
        text.tokens[end + 1].word == text.tokens[first + 1].word
      {
        break
      }
      guard token.kind == .word, isPlain[end], !isOrdinal(end), end == first || token.followsBlank,
        text.pairOfToken[end] == text.pairOfToken[first]
      else { break }
      let reading = words.reading(end)
      // Behind a whole name an unknown word with an ending is to whom or where it was said.
      if end - first >= 2, reading.strength == .unknown,
        !reading.cases.isDisjoint(with: [.objective, .locative]) || isVenue(end)
      {
        break
      }
      if text.phrases.longest(.media, at: end) != nil, reading.strength < .known { break }
      if text.phrases.longest(.cue, at: end) != nil, reading.strength < .known { break }
      switch reading.strength {
      case .known: sure += 1
      case .weak, .unknown:
        if isCompoundRole(end) {
          return closed(first..<end, isLed, sure, weak, common, cases, stemLength)
        }
        weak += 1
      case .none:
        if end == first + 1, text.classes(first).has(.givenName),
          let stem = text.vocabulary.stem(of: token.word, in: .familyName),
          !stem.cases.isDisjoint(with: .caseMarkers)
        {
          return closed(first..<end + 1, isLed, sure, 2, common, stem.cases, stem.keyLength)
        }
        if end > first, sure >= 1, isBareCommon(end), speaking.contains(token.word),
          common == 0
        {
          weak += 1
          break
        }
        guard isLed, isBareCommon(end), common == 0, end > first || isEcho(end) || opens(end),
          sure + weak <= 1
        else {
          return closed(first..<end, isLed, sure, weak, common, cases, stemLength)
        }
        common += 1
      }
      cases = reading.cases
      stemLength = reading.stemLength
      end += 1
    }
    return closed(first..<end, isLed, sure, weak, common, cases, stemLength)
  }

  /// Whether a word is part of a person's name elsewhere in the document.
  private func isEcho(_ index: Int) -> Bool {
    text.tokens[index].word >= 0 && known.contains(text.key(index..<index + 1))
  }

  /// Whether a common word opens a name, as the unknown word behind it tells.
  private func opens(_ index: Int) -> Bool {
    index + 1 < text.tokens.count && text.tokens[index + 1].kind == .word
      && words.reading(index + 1).strength == .unknown && precedesCue(index + 2)
  }

  func isBareCommon(_ index: Int) -> Bool {
    text.classes(index) == LexicalClass.commonWord.bit
      && !text.vocabulary.stems(of: text.tokens[index].word).contains {
        $0.word >= 0 && !$0.cases.isDisjoint(with: .caseMarkers)
      }
  }

  private func closed(
    _ run: Range<Int>, _ isLed: Bool, _ sure: Int, _ weak: Int, _ common: Int, _ cases: CaseSet,
    _ stemLength: Int
  ) -> MentionProposal? {
    guard !run.isEmpty else { return nil }
    // A common word closes a name only right before its verb, and where it is not the verb's object.
    if common > 0, run.count > 1, isBareCommon(run.upperBound - 1), !isSpoken(run.upperBound) {
      return closed(run.dropLast(), isLed, sure, weak, common - 1, [], 0)
    }
    let speaks = cases.isDisjoint(with: .caseMarkers) && precedesCue(run.upperBound)
    let holds: Bool
    if run.count == 1 {
      holds =
        isLed && speaks && (sure + weak == 1 || isEcho(run.lowerBound))
        && (run.upperBound >= text.tokens.count || isAtCue(run.upperBound))
    } else if isLed {
      holds =
        sure >= 1 && common == 0 || speaks && sure + weak >= 1
        || common == 0 && run.count { isListed($0) } >= 2
        || sure >= 1 && run.count >= 3 && isListed(run.upperBound - 1)

    } else {
      holds =
        common == 0
        && (sure >= 2 || speaks && sure >= 1 || run.count == 2 && areNames(run)
          || isNamed(run.upperBound))
    }
    guard holds else { return nil }
    return MentionProposal(
      tokens: run, kind: .person, weight: Self.weight, canonical: nil, stemLength: stemLength,
      cases: cases, isMedia: false)
  }
}
