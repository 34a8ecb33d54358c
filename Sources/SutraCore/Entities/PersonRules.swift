/// Proposes persons' names in a text without capital letters: runs of words that are names, and
/// runs of unknown words where a name belongs.
struct PersonRules: MentionProposer {
  /// Longest name in words.
  static let longest = 6

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    let words = NameWords(text: text)
    let readings = text.tokens.indices.map(words.reading)
    var found: [MentionProposal] = []
    var index = 0
    while index < text.tokens.count {
      guard readings[index].strength > .none else {
        index += 1
        continue
      }
      let run = self.run(from: index, readings, text)
      if let proposal = judged(run, readings, text) {
        found.append(proposal)
        index = proposal.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The longest run of name words that begins at a token; an ending or a mark ends it.
  private func run(
    from start: Int, _ readings: [NameWords.Reading], _ text: TokenizedDocument
  ) -> Range<Int> {
    var end = start
    while end < text.tokens.count, end - start < Self.longest, readings[end].strength > .none {
      if end > start,
        !text.tokens[end].followsBlank || text.pairOfToken[end] != text.pairOfToken[start]
          || text.opensParagraph(end)
      {
        break
      }
      if end > start, text.phrases.longest(.place, at: end)?.match.stemLength == 0,
        readings[end].strength < .known
      {
        break
      }
      end += 1
      if !readings[end - 1].cases.isEmpty { break }
    }
    return start..<end
  }

  /// The name a run holds, if what it is made of or what stands around it makes it one.
  private func judged(
    _ run: Range<Int>, _ readings: [NameWords.Reading], _ text: TokenizedDocument
  ) -> MentionProposal? {
    let known = run.filter { readings[$0].strength == .known }.count
    let isRoleBefore = followsRole(run.lowerBound, text)
    let isAgeAfter = precedesAge(run.upperBound, text)
    var run = run
    // A weak word opens or closes a name only beside a known one.
    while let last = run.last, readings[last].strength == .weak, known == 0 || run.count > 3,
      !isAgeAfter
    {
      run = run.lowerBound..<last
    }
    // A given name opens a name: an unknown word before it belongs to the clause.
    if run.count >= 3 || (run.count == 2 && known == 1),
      readings[run.lowerBound].strength == .unknown,
      !isRoleBefore || text.classes(run.lowerBound).has(.title),
      readings[run.lowerBound + 1].strength == .known,
      text.classes(run.lowerBound + 1).has(.givenName)
    {
      run = run.lowerBound + 1..<run.upperBound
    }
    guard let last = run.last else { return nil }
    if known > 0 { run = withInitials(run, text) }
    var weight = 0.0
    let unknown = run.filter { readings[$0].strength == .unknown }.count
    if known >= 2 {
      weight = 0.9
    } else if known == 1, run.count >= 2 {
      weight = unknown > 0 || isRoleBefore ? 0.8 : 0.72
    } else if known == 1 {
      weight = isRoleBefore ? 0.82 : 0.66
    } else if unknown > 0, isAgeAfter {
      weight = 0.75
    } else if unknown > 0, isRoleBefore {
      weight = 0.7
    } else if unknown > 0, unknown == run.count, precedesCue(run.upperBound, text) {
      weight = 0.6
    } else {
      return nil
    }
    return MentionProposal(
      tokens: run, kind: .person, weight: weight + 0.01 * Double(run.count), canonical: nil,
      stemLength: readings[last].stemLength, cases: readings[last].cases, isMedia: false)
  }

  /// A name with the initials before it.
  private func withInitials(_ run: Range<Int>, _ text: TokenizedDocument) -> Range<Int> {
    var first = run.lowerBound
    while first > 0, run.lowerBound - first < 4, text.tokens[first].followsBlank,
      text.classes(first - 1).has(.title),
      text.phrases.matches(at: first - 1).contains(where: { match in
        match.end == first
          && text.pack.lexicon.senses(at: match.node).contains {
            $0.lexicalClass == .title && $0.attribute == TitleType.initial.rawValue
          }
      })
    {
      first -= 1
    }
    return first..<run.upperBound
  }

  /// Whether a role or honorific without ending stands right before a token.
  private func followsRole(_ index: Int, _ text: TokenizedDocument) -> Bool {
    var before = index - 1
    // A role's abbreviation in brackets may stand between: "officer in charge (OC) so-and-so".
    if before > 2, text.tokens[before].kind == .closingBracket {
      before -= 1
      while before > 0, index - before < 5, text.tokens[before].kind != .openingBracket {
        before -= 1
      }
      before -= 1
    }
    guard before >= 0, text.tokens[before].kind == .word else { return false }
    for start in stride(from: before, through: max(0, before - 4), by: -1) {
      for lexicalClass in [LexicalClass.role, .title] {
        if let found = text.phrases.longest(lexicalClass, at: start),
          found.match.end == before + 1, found.match.stemLength == 0
        {
          return true
        }
      }
    }
    return false
  }

  private func precedesAge(_ index: Int, _ text: TokenizedDocument) -> Bool {
    guard index + 2 < text.tokens.count else { return false }
    return text.tokens[index].kind == .openingBracket && text.tokens[index + 1].kind == .number
      && text.tokens[index + 2].kind == .closingBracket
  }

  private func precedesCue(_ index: Int, _ text: TokenizedDocument) -> Bool {
    guard index < text.tokens.count, let cue = text.phrases.longest(.cue, at: index) else {
      return false
    }
    return cue.sense.attribute == CueFrame.verb.rawValue
  }
}
