/// Mends what a model and rules make of names in a language with capitals: a nickname in marks is
/// part of its name, what stands before initials is not, a surname that is a common word stands for
/// its person, and what a noun calls a company is none's.
struct NameMending {
  /// Most words of a nickname.
  static let longestNickname = 2

  private let text: TokenizedDocument

  init(_ text: TokenizedDocument) { self.text = text }

  /// The names, mended, in text order; none overlap.
  func mended(_ names: [MentionProposal]) -> [MentionProposal] {
    let mended = BodyMending(text).mended(
      joined(
        names.filter { !isModifier($0) }.map(withoutModifier).map(kind).map(withoutOffice)
          .map(withoutRole)))
    let echoes = self.echoes(of: mended)
    return PersonWholes(text).whole(
      echoes.isEmpty
        ? mended : mended.resolved(with: echoes, tokenCount: text.tokens.count))
  }

  /// Whether a person's name is only the beginning of an adjective, or a letter's: "rebel-controlled",
  /// "prize-winning", "T-shirt".
  private func isModifier(_ name: MentionProposal) -> Bool {
    guard name.kind == .person, let last = name.tokens.last, let hyphen = hyphen(last) else {
      return false
    }
    let token = text.tokens[last]
    let bytes = text.document.text.bytes[Int(token.start)..<Int(token.end)]
    return (name.tokens.count == 1 && hyphen == 1) || text.hasFiniteEnding(last)
      || text.pack.settings.participleEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// Where a small letter follows a hyphen in a word, in bytes from its beginning to the hyphen.
  private func hyphen(_ index: Int) -> Int? {
    let token = text.tokens[index]
    let bytes = text.document.text.bytes[Int(token.start)..<Int(token.end)]
    return bytes.indices.dropLast().first {
      bytes[$0] == 0x2D && (0x61...0x7A).contains(bytes[$0 + 1])
    }.map { $0 - bytes.startIndex }
  }

  /// A person's name without a word before it that tells age or work: "Ex-nurse Alma".
  private func withoutModifier(_ name: MentionProposal) -> MentionProposal {
    let first = name.tokens.lowerBound
    guard name.kind == .person, name.tokens.count > 1, hyphen(first) != nil,
      !text.classes(first).has(.givenName), text.tokens[first + 1].isCapitalized
    else { return name }
    return name.with(first + 1..<name.tokens.upperBound, .person)
  }

  /// Whether what seems a person is a place: a known name of several words, or one word between an
  /// article and what is no noun, "to the Dordogne with".
  private func isPlace(_ name: MentionProposal) -> Bool {
    let tokens = name.tokens
    if tokens.count > 1 {
      return text.phrases.longest(.place, at: tokens.lowerBound)?.match.end == tokens.upperBound
        && !text.classes(tokens.lowerBound).has(.givenName)
    }
    let before = tokens.lowerBound - 1
    let next = tokens.upperBound
    guard before > 0, text.pack.settings.articles.contains(text.text(before..<tokens.lowerBound)),
      text.functionType(before - 1) == .adposition,
      !text.classes(tokens.lowerBound).has(.familyName), next < text.tokens.count
    else { return false }
    return text.tokens[next].kind == .terminator || text.tokens[next].kind == .comma
      || text.functionType(next) == .adposition
  }

  /// "The charity so-and-so" is no person, nor is a place.
  private func kind(_ name: MentionProposal) -> MentionProposal {
    let before = name.tokens.lowerBound - 1
    if name.kind == .person, isPlace(name) { return name.with(name.tokens, .place) }
    if isInitialled(name) { return name.with(name.tokens, .person) }
    guard name.kind == .person, before >= 0, name.tokens.count > 1,
      text.tokens[before].kind == .word, !text.classes(name.tokens.lowerBound).has(.givenName),
      text.pack.settings.organizationNouns.contains(text.text(before..<before + 1))
    else { return name }
    return name.with(name.tokens, .organization)
  }

  /// Most letters of somebody's initials, and most words of what describes that one.
  private static let mostInitials = 3
  private static let longestDescription = 5

  /// Whether what seems a body is somebody known by initials: "KB, a local woman".
  private func isInitialled(_ name: MentionProposal) -> Bool {
    let first = name.tokens.lowerBound
    let article = first + 2
    guard name.kind == .organization, name.tokens.count == 1, name.canonical == nil,
      text.tokens[first].style == 2, text.tokens[first].span.length <= Self.mostInitials,
      article < text.tokens.count, text.tokens[first + 1].kind == .comma,
      text.pack.settings.newArticles.contains(text.text(article..<article + 1))
    else { return false }
    for index in article
      + 1..<max(article + 1, min(text.tokens.count, article + Self.longestDescription))
    {
      guard text.tokens[index].kind == .word, text.functionType(index) == nil else { return false }
      if text.allClasses(index).has(.role), text.gender(at: index) != nil { return true }
    }
    return false
  }

  /// A person's name without the words of an office before its initials.
  private func withoutOffice(_ name: MentionProposal) -> MentionProposal {
    guard name.kind == .person || name.kind == .organization, name.tokens.count > 2,
      let initials = name.tokens.dropFirst().first(where: isInitials),
      initials + 1 < name.tokens.upperBound,
      name.kind == .person || text.allClasses(initials - 1).has(.role)
        || (name.tokens.lowerBound..<initials).contains(where: { text.classes($0).has(.role) }),
      (name.tokens.lowerBound..<initials).allSatisfy({
        let classes = text.classes($0)
        return !classes.hasPersonName
          && (classes.has(.commonWord) || initials - name.tokens.lowerBound > 1)
      })
    else { return name }
    return name.with(initials..<name.tokens.upperBound, .person)
  }

  /// A person's name without the office before a given name: "Transport Secretary Nadia Flint".
  private func withoutRole(_ name: MentionProposal) -> MentionProposal {
    guard name.kind == .person, name.tokens.count > 2,
      let last = name.tokens.dropLast(2).last(where: { text.allClasses($0).has(.role) }),
      text.classes(last + 1).has(.givenName),
      (name.tokens.lowerBound...last).allSatisfy({
        text.tokens[$0].kind == .word && !text.classes($0).has(.givenName)
      })
    else { return name }
    return name.with(last + 1..<name.tokens.upperBound, .person)
  }

  private func isInitials(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, token.isCapitalized, (2...6).contains(token.span.length) else {
      return false
    }
    return text.document.text.bytes[Int(token.end) - 1] == 0x2E
  }

  /// The names with those joined that a nickname in marks parts.
  private func joined(_ names: [MentionProposal]) -> [MentionProposal] {
    var added: [MentionProposal] = []
    for pair in text.pairs where pair.close - pair.open - 1 <= Self.longestNickname {
      let (before, after) = (pair.open - 1, pair.close + 1)
      guard pair.close > pair.open + 1, before >= 0, after < text.tokens.count,
        text.tokens[before].isCapitalized, text.tokens[after].isCapitalized,
        text.tokens[after].followsBlank, text.tokens[pair.open].followsBlank,
        (pair.open + 1..<pair.close).allSatisfy({
          text.tokens[$0].kind == .word && text.tokens[$0].isCapitalized
        }),
        isPersonal(before, names) || isPersonal(after, names) || pair.close == pair.open + 2,
        text.functionType(after) == nil, text.functionType(before) == nil
      else { continue }
      let first = name(at: before, names)?.tokens.lowerBound ?? before
      let last = name(at: after, names)?.tokens.upperBound ?? after + 1
      added.append(
        MentionProposal(
          tokens: first..<last, kind: .person, weight: 1, canonical: nil, stemLength: 0,
          cases: [], isMedia: false))
    }
    guard !added.isEmpty else { return names }
    return added.resolved(with: names, tokenCount: text.tokens.count)
  }

  private func name(at token: Int, _ names: [MentionProposal]) -> MentionProposal? {
    let index = names.partitioningIndex { $0.tokens.upperBound > token }
    guard index < names.count, names[index].tokens.contains(token) else { return nil }
    return names[index]
  }

  private func isPersonal(_ token: Int, _ names: [MentionProposal]) -> Bool {
    text.classes(token).has(.givenName) || name(at: token, names)?.kind == .person
  }

  /// Single words that are the last of a person's name and common words as well.
  private func echoes(of names: [MentionProposal]) -> [MentionProposal] {
    var words: [Int32: Bool] = [:]
    var covered = TokenBits(tokenCount: text.tokens.count)
    for name in names {
      covered.insert(name.tokens)
      let last = name.tokens.upperBound - 1
      guard name.kind == .person, name.tokens.count > 1, name.weight >= 0.5,
        text.tokens[last].kind == .word, text.tokens[last].span.length >= 3
      else { continue }
      let classes = text.classes(last)
      if classes.has(.commonWord), !classes.has(.functionWord), !classes.has(.timeWord),
        !classes.has(.title), !classes.has(.role), !classes.has(.place)
      {
        words[text.tokens[last].word] = true
      }
    }
    guard !words.isEmpty else { return [] }
    var found: [MentionProposal] = []
    for (index, token) in text.tokens.enumerated()
    where token.isCapitalized && words[token.word] != nil && !covered.contains(index) {
      guard stands(index) else { continue }
      found.append(
        MentionProposal(
          tokens: index..<index + 1, kind: .person, weight: 0.4, canonical: nil, stemLength: 0,
          cases: [], isMedia: false))
    }
    return found
  }

  /// Whether a capitalised common word stands for somebody: with no other name beside it, and not
  /// only because it opens its sentence.
  private func stands(_ index: Int) -> Bool {
    let next = index + 1
    if next < text.tokens.count, text.tokens[next].isCapitalized, text.tokens[next].kind == .word {
      return false
    }
    guard index > 0 else { return false }
    let before = text.tokens[index - 1]
    let opens = before.kind != .word || text.tokens[index].start > before.end + 1
    guard opens else { return !before.isCapitalized || text.classes(index - 1).has(.title) }
    guard next < text.tokens.count else { return false }
    return text.tokens[next].kind == .clitic || text.classes(next).has(.cue)
      || text.functionType(next)?.isVerbal == true || text.classes(next).has(.lightVerb)
      || text.tokens[next].kind == .comma
  }
}
