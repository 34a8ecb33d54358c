/// Moves the ends of persons' names to where they begin and end: what stands between a role and a
/// name, or between a name and a verb of speech, can be nothing but a part of the name.
extension NameFrames {
  /// Most initials before a name.
  private static let mostInitials = 4

  /// The names, persons' with the words beside them that belong to them.
  func widened(_ names: [MentionProposal]) -> [MentionProposal] {
    var names = names
    /// The words behind a name, by the last word of the name that they close elsewhere.
    var tails: [Int32: Int32] = [:]
    for index in names.indices where names[index].kind == .person {
      let name = names[index]
      let lower = index > 0 ? names[index - 1].tokens.upperBound : 0
      let upper =
        index + 1 < names.count ? names[index + 1].tokens.lowerBound : text.tokens.count
      let first = opening(of: name, from: lower)
      var end = name.tokens.upperBound
      if end < upper, name.tokens.count > 1, name.cases.isEmpty, isPart(end), !isPlaced(end),
        isSpoken(end + 1) || isBareCommon(end) && speaking.contains(text.tokens[end].word)
      {
        tails[text.tokens[end - 1].word] = text.tokens[end].word
        end += 1
      }
      if first..<end != name.tokens { names[index] = name.with(first..<end, .person) }
    }
    guard !tails.isEmpty else { return names }
    for index in names.indices where names[index].kind == .person {
      let name = names[index]
      let end = name.tokens.upperBound
      guard name.tokens.count > 1, name.cases.isEmpty, end < text.tokens.count,
        index + 1 == names.count || names[index + 1].tokens.lowerBound > end,
        let tail = tails[text.tokens[end - 1].word], tail == text.tokens[end].word
      else { continue }
      names[index] = name.with(name.tokens.lowerBound..<end + 1, .person)
    }
    return names
  }

  /// Where a name begins with the initials before it, or the word between a role and it.
  private func opening(of name: MentionProposal, from lower: Int) -> Int {
    var first = name.tokens.lowerBound
    while first > lower, name.tokens.lowerBound - first < Self.mostInitials,
      text.tokens[first].followsBlank, isInitial(first - 1)
    {
      first -= 1
    }
    // One that is a word as well opens a name only behind another one or a role.
    while first < name.tokens.lowerBound, isWord(first), first == lower || !endsRole(first - 1) {
      first += 1
    }
    if first == name.tokens.lowerBound, first > lower + 1, isPart(first - 1), endsRole(first - 2) {
      first -= 1
    }
    return first
  }

  /// The medium's name that closes what seems one with the nouns for it: "British news agency | Reuters".
  func medium(closing name: MentionProposal) -> MentionProposal? {
    guard name.tokens.count > 2, name.canonical == nil else { return nil }
    let end = name.tokens.upperBound
    for first in name.tokens.dropFirst() {
      guard let (match, sense) = text.phrases.longest(.media, at: first), match.end == end,
        sense.attribute == MediaType.name.rawValue
      else { continue }
      let nouns = (name.tokens.lowerBound..<first).contains { start in
        text.phrases.longest(.media, at: start)?.sense.attribute == MediaType.noun.rawValue
      }
      guard nouns else { return nil }
      return MentionProposal(
        tokens: first..<end, kind: .organization, weight: name.weight,
        canonical: CanonicalName(sense), stemLength: match.stemLength, cases: match.cases,
        isMedia: true)
    }
    return nil
  }

  /// Fewest letters of an acronym.
  private static let fewestLetters = 3

  /// Whether a word is an acronym written as the names of its letters, as bodies' are: "DMTCL".
  func isSpeltOut(_ name: MentionProposal) -> Bool {
    let key = text.key(name.tokens, stemLength: name.stemLength)
    // For each place of the word the most letters that lead there.
    var letters = [Int](repeating: -1, count: key.count + 1)
    letters[0] = 0
    for start in key.indices where letters[start] >= 0 {
      for letter in text.pack.settings.letterNames
      where key[start...].starts(with: letter) {
        letters[start + letter.count] = max(letters[start + letter.count], letters[start] + 1)
      }
    }
    return letters[key.count] >= Self.fewestLetters
  }

  /// Words between a role and a polite verb of speech that are words of the language or of none: as
  /// nothing else can stand there, they are the name of who holds the role.
  func plainName(at first: Int, _ isPlain: [Bool]) -> MentionProposal? {
    guard first > 0, text.tokens[first].kind == .word, isPart(first) || isInitial(first),
      endsRole(first - 1)
    else { return nil }
    var end = first
    while end < text.tokens.count, end - first < Self.mostInitials, isInitial(end) { end += 1 }
    let bare = end
    while end < text.tokens.count, end - bare < Self.longest, isPart(end), isPlain[end] {
      end += 1
    }
    guard end > bare, isSpoken(end), isPolite(end) else { return nil }
    return MentionProposal(
      tokens: first..<end, kind: .person, weight: Self.weight, canonical: nil, stemLength: 0,
      cases: [], isMedia: false)
  }

  /// Whether the verb of speech at a token, or behind to whom it was said, is one for persons.
  private func isPolite(_ first: Int) -> Bool {
    (first..<min(text.tokens.count, first + Self.longestAddressee)).first(where: isAtCue)
      .map(text.isPolite) ?? false
  }

  private func isWord(_ index: Int) -> Bool {
    let classes = text.classes(index)
    return classes.has(.functionWord) || classes.has(.pronoun)
  }

  private func isInitial(_ index: Int) -> Bool {
    text.classes(index).has(.title)
      && text.phrases.matches(at: index).contains { match in
        match.end == index + 1
          && text.pack.lexicon.senses(at: match.node).contains {
            $0.lexicalClass == .title && $0.attribute == TitleType.initial.rawValue
          }
      }
  }

  /// Whether a word without ending may be a part of a name and plays no other part.
  private func isPart(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, token.word >= 0, token.followsBlank, text.pairOfToken[index] < 0,
      text.classes(index) & ~(LexicalClass.commonWord.bit | .personNames) == 0,
      !isCompoundRole(index),
      text.phrases.longest(.cue, at: index) == nil, text.phrases.longest(.media, at: index) == nil
    else { return false }
    if text.classes(index).hasPersonName { return true }
    let key = text.vocabulary.key(of: token.word)
    let isVerb = text.pack.settings.finiteEndings.contains { ending in
      ending.count >= Self.shortestEnding && key.count > ending.count
        && key.suffix(ending.count).elementsEqual(ending)
    }
    guard !isVerb, words.reading(index).cases.isEmpty else { return false }
    return !text.vocabulary.stems(of: token.word).contains { stem in
      stem.word >= 0 && !text.pack.lexicon.classes(of: stem.word).hasPersonName
        && !stem.cases.isDisjoint(with: Self.parts)
    }
  }

  /// Whether a word may end as a place does, which no name's last word does: "by phone".
  private func isPlaced(_ index: Int) -> Bool {
    text.vocabulary.stems(of: text.tokens[index].word).contains { $0.cases.contains(.locative) }
      && !text.classes(index).hasPersonName
  }

  /// Fewest bytes of a verb's ending that no name has: three Bengali letters.
  private static let shortestEnding = 9
  /// The endings of words that are no part of a name.
  private static let parts: CaseSet = [
    .genitive, .locative, .objective, .classifier, .plural, .inclusive,
  ]

  /// Most tokens that tell to whom it was said.
  private static let longestAddressee = 3

  /// Whether a plain verb of speech, with no noun as its object, begins at a token, or behind those
  /// to whom it was said.
  func isSpoken(_ first: Int) -> Bool {
    var index = first
    while index < min(text.tokens.count, first + Self.longestAddressee) {
      if isAtCue(index) { return text.phrases.longest(.cue, at: index)?.match.end == index + 1 }
      // An adjective may stand before any other, but not before a medium.
      guard let (medium, _) = text.phrases.longest(.media, at: index) else { return false }
      index = medium.end
    }
    return false
  }
}
