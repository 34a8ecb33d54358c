/// What an article tells of its persons by the by, which pronouns for them must not gainsay.
struct PersonTraits: Sendable {
  private var genders: [Int: Gender] = [:]
  private var politeness: [Int: Politeness] = [:]

  /// Looks at the titles, words and verbs of all persons' names.
  ///
  /// - Parameters:
  ///   - context: The text with its names.
  ///   - entityOfName: For each name the entity it means.
  ///   - holders: Persons who hold a role; nobody speaks of them without respect.
  init(_ context: QuotationContext, _ entityOfName: [Int], holders: Set<Int>) {
    let text = context.text
    for holder in holders { politeness[holder] = .polite }
    for (index, name) in context.names.enumerated() where name.kind == .person {
      let entity = entityOfName[index]
      if genders[entity] == nil { genders[entity] = text.gender(of: name) }
      guard politeness[entity] != .polite else { continue }
      if text.hasHonorific(before: name) {
        politeness[entity] = .polite
      } else if let told = text.politeness(ofVerbAfter: name) {
        politeness[entity] = told
      }
    }
  }

  /// Whether a person may be meant by a pronoun of a gender and politeness.
  func agrees(_ entity: Int, _ gender: Gender?, _ politeness: Politeness?) -> Bool {
    if let gender, let own = genders[entity], own != gender { return false }
    if let politeness, let own = self.politeness[entity], own != politeness { return false }
    return true
  }
}

extension QuotationContext {
  /// Most names that are looked at for whom a pronoun means.
  private static let farthestName = 24

  /// The latest organisation before a token that is the subject of something.
  func latestOrganization(before token: Int) -> Int? {
    let here = names.partitioningIndex { $0.tokens.lowerBound >= token }
    return (max(0, here - Self.farthestName)..<here).reversed().first {
      names[$0].kind == .organization && names[$0].cases.isDisjoint(with: .caseMarkers)
        && !isBeside(names[$0], seenFrom: token) && !isQuoted(names[$0], seenFrom: token)
    }
  }

  /// Whether a name stands in somebody's quoted words, which a pronoun outside of them is not about, in
  /// a language whose speech stands in marks.
  func isQuoted(_ name: MentionProposal, seenFrom token: Int) -> Bool {
    guard text.has(.objectBehindVerb), let pair = text.pair(at: name.tokens.lowerBound) else {
      return false
    }
    return token > pair.close
  }

  /// The one person who is the subject of something in the sentence before that of a token.
  func latestSubject(before token: Int) -> Int? {
    let here = sentences.partitioningIndex { $0.tokens.upperBound > token }
    guard here > 0, here < sentences.count,
      sentences[here].paragraph - sentences[here - 1].paragraph <= 1
    else { return nil }
    let before = sentences[here - 1].tokens
    let first = names.partitioningIndex { $0.tokens.lowerBound >= before.lowerBound }
    let own = names[first...].prefix { $0.tokens.lowerBound < before.upperBound }
    let persons = own.indices.filter { names[$0].kind == .person }
    guard persons.count == 1, let only = persons.first,
      names[only].cases.isDisjoint(with: .caseMarkers), !isBracketed(names[only])
    else { return nil }
    return only
  }

  /// Most sentences before a pronoun for several in which they may be told of.
  static let farthestGroup = 2
  /// Most sentences, those about "them" counted.
  private static let mostSentences = 5

  /// The group that was the subject of something right before a token.
  ///
  /// Most sentences before that of the token are looked at, those about "them" apart, as may be given.
  func latestGroup(
    before token: Int, within farthest: Int = QuotationContext.farthestGroup
  ) -> NounPhrase? {
    let here = sentences.partitioningIndex { $0.tokens.upperBound > token }
    guard here < sentences.count else { return nil }
    let reader = NounPhraseReader(self)
    var left = farthest
    for index in stride(from: here, through: max(0, here - Self.mostSentences), by: -1)
    where sentences[here].paragraph - sentences[index].paragraph <= 1 && left >= 0 {
      if text.verbEndsClause, kind(ofParagraph: sentences[index].paragraph) == .headline { break }
      let tokens = sentences[index].tokens
      var goesOn = false
      for last in tokens.reversed() where last < token && text.pairOfToken[last] < 0 {
        guard let found = reader.head(endingAt: last), found.isNominative else { continue }
        switch found.head {
        case .collective: return behindVerb(reader.phrase(of: found, from: tokens.lowerBound))
        case .role where text.has(.groupEnding) && index >= here - 1:
          if let many = counted(found, from: tokens.lowerBound, reader) { return behindVerb(many) }
        case .pronoun(isPlural: true, isThing: false):
          goesOn =
            goesOn
            || !(text.pronounLemma(at: last).map(text.pack.settings.participants.contains) ?? true)
        default: continue
        }
      }
      // A sentence about "them" is about the same ones.
      if !goesOn || index == here || sentences[index].paragraph != sentences[here].paragraph {
        left -= 1
      }
    }
    return nil
  }

  /// A phrase without the verb that it stands behind: "call for it | the leaders".
  private func behindVerb(_ phrase: NounPhrase) -> NounPhrase {
    guard text.verbEndsClause,
      let verb = (phrase.tokens.lowerBound..<phrase.headTokens.lowerBound).last(where: {
        text.functionType($0) == nil && BareReport.isFinite($0, self)
          && (text.isPolite($0) || text.hasEnding($0, of: text.pack.settings.perfectEndings))
      })
    else { return phrase }
    var phrase = phrase
    phrase.tokens = verb + 1..<phrase.tokens.upperBound
    return phrase
  }

  /// A role with a number before it, which is several: "two hundred students".
  private func counted(
    _ found: NounPhraseReader.Found, from lower: Int, _ reader: NounPhraseReader
  ) -> NounPhrase? {
    var phrase = reader.phrase(of: found, from: lower)
    guard
      phrase.head == .collective
        || (phrase.tokens.lowerBound..<phrase.headTokens.lowerBound).contains(where: {
          kind($0) == .number
            || text.phrases.longest(.measure, at: $0)?.sense.attribute
              == MeasurePart.numeral.rawValue
        }),
      phrase.tokens.lowerBound == 0 || !text.classes(phrase.tokens.lowerBound - 1).has(.pronoun)
    else { return nil }
    phrase.head = .collective
    return phrase
  }

  /// The latest two persons that "and" joins before a token, who together are "they".
  func joinedPersons(before token: Int) -> String? {
    let here = names.partitioningIndex { $0.tokens.lowerBound >= token }
    for index in stride(from: here - 1, through: max(1, here - Self.farthestName), by: -1) {
      let (one, other) = (names[index - 1], names[index])
      let between = one.tokens.upperBound..<other.tokens.lowerBound
      guard one.kind == .person, other.kind == .person, between.count == 1,
        text.functionType(between.lowerBound) == .conjunction,
        other.cases.isDisjoint(with: .caseMarkers.union(.inclusive)),
        !isBeside(other, seenFrom: token)
      else { continue }
      return text.text(one.tokens.lowerBound..<other.tokens.upperBound)
    }
    return nil
  }

  /// Whether a bracket opens right before a name.
  func isBracketed(_ name: MentionProposal) -> Bool {
    name.tokens.lowerBound > 0 && kind(name.tokens.lowerBound - 1) == .openingBracket
  }
}

extension Speaker {
  /// Whether it is several who may be told as "they": never one person who carries on.
  var isGroup: Bool {
    kind == .collective || isCollective || (kind == .implicit && entity == nil)
  }
}
