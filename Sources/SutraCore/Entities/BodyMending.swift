/// Mends the names of organisations in a language with capitals: one name has one kind in a text,
/// an owner is no part of the name, what "and" joins is, and who speaks for a school is not the
/// school.
struct BodyMending {
  /// Most words before "and" in the name of one organisation.
  static let longestJoined = 3
  /// Most words of a person's name behind an organisation's.
  static let longestPerson = 3

  private let text: TokenizedDocument

  init(_ text: TokenizedDocument) { self.text = text }

  /// The names, mended, in text order; none overlap.
  func mended(_ names: [MentionProposal]) -> [MentionProposal] {
    var found: [MentionProposal] = []
    found.reserveCapacity(names.count)
    for name in names {
      guard name.kind == .organization, name.tokens.count > 1 else {
        found.append(name)
        continue
      }
      if text.startsWithRank(name.tokens) {
        found.append(name.with(name.tokens, .person))
        continue
      }
      let whole = joined(withoutOwner(name), behind: found.last?.tokens.upperBound ?? 0)
      if let (body, person) = parted(whole) {
        found += [body, person]
      } else {
        found.append(whole)
      }
    }
    return ofOneKind(particled(found))
  }

  /// "Norland's Safety Commission" without the place it belongs to.
  private func withoutOwner(_ name: MentionProposal) -> MentionProposal {
    guard let clitic = name.tokens.first(where: { text.tokens[$0].kind == .clitic }),
      clitic > name.tokens.lowerBound, clitic + 2 < name.tokens.upperBound,
      text.classes(name.tokens.lowerBound).has(.place) || text.classes(clitic - 1).has(.placeHead)
    else { return name }
    return name.with(clitic + 1..<name.tokens.upperBound, .organization)
  }

  /// "Fire and Rescue Agency", of which only the second half seemed a name.
  private func joined(_ name: MentionProposal, behind end: Int) -> MentionProposal {
    let joint = name.tokens.lowerBound - 1
    let last = name.tokens.upperBound - 1
    guard joint > end, text.functionType(joint) == .conjunction,
      text.classes(last).has(
        .organizationHead),
      !text.classes(joint - 1).has(.place)
    else { return name }
    var first = joint
    while first > end, joint - first < Self.longestJoined, isPlainPart(first - 1) { first -= 1 }
    guard first < joint, first > 0 else { return name }
    let before = first - 1
    guard text.tokens[before].kind == .clitic || text.functionType(before) == .determiner else {
      return name
    }
    return name.with(first..<name.tokens.upperBound, .organization)
  }

  /// A capitalised common word, such as stand in the names of offices, and no acronym.
  private func isPlainPart(_ index: Int) -> Bool {
    text.tokens[index].style == 1 && text.functionType(index) == nil
      && text.classes(index).has(.commonWord)
  }

  /// "Marlow University | Tama Lee told ...": a school and who belongs to it.
  private func parted(_ name: MentionProposal) -> (MentionProposal, MentionProposal)? {
    let end = name.tokens.upperBound
    guard
      let head = name.tokens.dropLast(2).last(where: { text.classes($0).has(.organizationHead) }),
      head > name.tokens.lowerBound, end - head - 1 <= Self.longestPerson,
      (head + 1..<end).allSatisfy({
        text.tokens[$0].style == 1 && text.functionType($0) == nil
          && !text.classes($0).has(.placeHead) && !text.classes($0).has(.place)
          && !text.classes($0).has(.organizationHead)
      }),
      end < text.tokens.count,
      text.tokens[end].kind == .comma || text.phrases.longest(.cue, at: end) != nil
    else { return nil }
    return (
      name.with(name.tokens.lowerBound..<head + 1, .organization),
      name.with(head + 1..<end, .person)
    )
  }

  /// The names with those joined that a particle parts: "Ursula | von der | Leyen".
  private func particled(_ names: [MentionProposal]) -> [MentionProposal] {
    var found: [MentionProposal] = []
    found.reserveCapacity(names.count)
    for name in names {
      if let last = found.last, last.kind == .person || name.kind == .person,
        (1...2).contains(name.tokens.lowerBound - last.tokens.upperBound),
        (last.tokens.upperBound..<name.tokens.lowerBound).allSatisfy(isParticle)
      {
        found[found.count - 1] = last.with(
          last.tokens.lowerBound..<name.tokens.upperBound, .person)
      } else if name.kind == .person, name.tokens.count == 1 {
        let end = found.last?.tokens.upperBound ?? 0
        var first = name.tokens.lowerBound
        while first > end, name.tokens.lowerBound - first < 2, isParticle(first - 1) { first -= 1 }
        found.append(name.with(first..<name.tokens.upperBound, .person))
      } else {
        found.append(name)
      }
    }
    return found
  }

  /// Whether a small word stands inside of persons' names.
  private func isParticle(_ index: Int) -> Bool {
    text.tokens[index].style == 0 && text.tokens[index].kind == .word
      && text.classes(index).has(.familyName) && text.functionType(index) == nil
  }

  /// The names, each that is taken now for a person's and now for an organisation's being of the
  /// kind that more speaks for.
  private func ofOneKind(_ names: [MentionProposal]) -> [MentionProposal] {
    var votes: [[UInt8]: Double] = [:]
    for name in names where name.kind == .person || name.kind == .organization {
      let isBody = isBrand(name) || isHeaded(name) || modifies(name)
      votes[text.key(name.tokens), default: 0] +=
        isBody ? name.weight + 1 : name.kind == .organization ? name.weight : -name.weight
    }
    return names.map { name in
      guard name.kind == .person || name.kind == .organization,
        let vote = votes[text.key(name.tokens)]
      else { return name }
      let kind: EntityKind = vote > 0 ? .organization : .person
      return kind == name.kind ? name : name.with(name.tokens, kind)
    }
  }

  /// Whether a name's last word is a noun for organisations.
  private func isHeaded(_ name: MentionProposal) -> Bool {
    let last = name.tokens.upperBound - 1
    return name.tokens.count > 1 && text.classes(last).has(.organizationHead)
      && !text.classes(last).has(.familyName)
  }

  /// Whether a word that no table knows stands between an article and a noun: "the first Norcom
  /// announcement".
  private func modifies(_ name: MentionProposal) -> Bool {
    let (first, next) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard name.tokens.count == 1, first > 1, next < text.tokens.count, text.allClasses(first) == 0,
      text.tokens[next].kind == .word, text.tokens[next].style == 0,
      text.functionType(next) == nil, !text.allClasses(next).has(.role),
      !text.classes(next).has(.cue) || text.functionType(first - 1) == .determiner
    else { return false }
    return [first - 1, first - 2].contains {
      text.tokens[$0].kind == .word
        && text.pack.settings.articles.contains(text.text($0..<$0 + 1))
    }
  }

  /// Whether a word has a second capital letter, as brands have and few persons.
  private func isBrand(_ name: MentionProposal) -> Bool {
    let token = text.tokens[name.tokens.lowerBound]
    guard name.tokens.count == 1, token.style == 1,
      !text.classes(name.tokens.lowerBound).has(.familyName),
      !text.classes(name.tokens.lowerBound).has(.givenName)
    else { return false }
    let bytes = text.document.text.bytes[Int(token.start)..<Int(token.end)]
    guard !bytes.contains(0x2D), !text.pack.settings.namePrefixes.contains(where: bytes.starts)
    else { return false }
    return bytes.dropFirst().contains { (0x41...0x5A).contains($0) }
  }
}
