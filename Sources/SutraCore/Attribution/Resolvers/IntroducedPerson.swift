/// Whom the sentence before a pronoun brings in, in a language whose verb ends its clause: not as its
/// subject, or by a description behind its verb.
struct IntroducedPerson {
  let parties: ArticleParties
  private var context: QuotationContext { parties.context }

  /// The sentence before that of a token, in its paragraph and behind the last words said.
  private func sentence(before token: Int, _ discourse: Discourse) -> Range<Int>? {
    guard context.text.verbEndsClause, let before = context.sentence(before: token, paragraphs: 0),
      before.lowerBound >= discourse.end
    else { return nil }
    return before
  }

  /// Whoever is described behind the verb of the sentence before, and has no name there.
  ///
  /// "With the mayor met the ambassador. In the meeting he ...".
  func described(before token: Int, _ discourse: Discourse) -> PronounResolver.Antecedent? {
    guard let before = sentence(before: token, discourse) else { return nil }
    let reader = NounPhraseReader(context)
    guard let last = context.trimmed(before).last, context.name(at: last) == nil,
      let found = reader.head(endingAt: last), found.head == .role, found.isNominative
    else { return nil }
    let phrase = reader.phrase(of: found, from: before.lowerBound)
    let verb = phrase.tokens.lowerBound - 1
    guard verb > before.lowerBound, BareReport.isFinite(verb, context),
      // "This former batsman" was brought in before.
      !phrase.tokens.contains(where: {
        context.text.pack.settings.demonstratives.contains(context.text.text($0..<$0 + 1))
      })
    else { return nil }
    let span = context.text.span(phrase.tokens)
    guard let holder = parties.roles.holder(of: phrase) else {
      return PronounResolver.Antecedent(
        entity: nil, name: parties.name(of: phrase), evidence: span, candidates: [])
    }
    return PronounResolver.Antecedent(
      entity: holder, evidence: span,
      candidates: [SpeakerCandidate(entity: holder, weight: 0.9, span: span)])
  }

  /// The one person whom the sentence before brings in, though not as its subject.
  ///
  /// "In the garden of the farmer so-and-so are trees. He says ...".
  func owner(before token: Int, _ discourse: Discourse) -> PronounResolver.Antecedent? {
    guard let before = sentence(before: token, discourse) else { return nil }
    var found: Int?
    let reader = NounPhraseReader(context)
    for index in before {
      if let (number, name) = context.name(at: index) {
        guard name.kind == .person, name.tokens.lowerBound == index else { continue }
        guard found == nil, name.cases.contains(.genitive) else { return nil }
        found = number
      } else if let head = reader.head(endingAt: index), head.isNominative {
        // A role may stand before the name.
        let next = context.name(at: index + 1)?.name
        if next?.kind == .person, next?.tokens.lowerBound == index + 1 { continue }
        switch head.head {
        case .role, .collective, .pronoun(_, isThing: false), .unknown: return nil
        default: continue
        }
      }
    }
    guard let found else { return nil }
    let entity = parties.entityOfName[found]
    guard parties.entities[entity].mentions.first == found else { return nil }
    let span = context.text.span(context.names[found].tokens)
    return PronounResolver.Antecedent(
      entity: entity, evidence: span, isSubject: false,
      candidates: [SpeakerCandidate(entity: entity, weight: 0.9, span: span)])
  }
}
