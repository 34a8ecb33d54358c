extension PronounResolver {
  /// Whose the text is that the sentence before "in it" tells of.
  ///
  /// "The ministry told this in a notice. In it is said ...".
  func toldText(_ question: SpeakerQuestion, _ discourse: Discourse) -> Resolution? {
    toldText(before: question.phrase.tokens.lowerBound, question.span, .pronoun, discourse)
  }

  /// The same for words that nothing says who tells, as behind "it has been told".
  func toldText(
    before token: Int, _ own: Span?, _ kind: SpeakerKind, _ discourse: Discourse
  ) -> Resolution? {
    let context = parties.context
    guard context.text.verbEndsClause, let phrase = context.latestText(before: token),
      phrase.tokens.lowerBound >= discourse.end
    else { return nil }
    let span = context.text.span(phrase.tokens)
    let told = DocumentResolver(parties: parties).resolution(
      of: SpeakerQuestion(phrase: phrase, span: span, next: nil), in: discourse)
    guard let told, let speaker = told.speaker else { return nil }
    return Resolution(
      speaker: Speaker(span: own, entity: speaker.entity, name: speaker.name, kind: kind),
      rule: told.rule, evidence: [span], isReference: own != nil && speaker.entity != nil)
  }

  /// Whether a name stands too far from a token to be whose the text is that the sentence before tells of.
  func isFarther(_ name: Int, than token: Int) -> Bool {
    let context = parties.context
    let here = context.sentence(of: token)
    let first = context.sentences[max(0, here - Self.farthestOwner)].tokens.lowerBound
    return context.names[name].tokens.lowerBound < first
  }

  /// Most sentences between "in it" and the name of whose text it is.
  private static let farthestOwner = 2
}

extension QuotationContext {
  /// The text that the sentence before that of a token tells of last, where there is one.
  func latestText(before token: Int) -> NounPhrase? {
    guard let before = sentence(before: token, paragraphs: 1) else { return nil }
    let reader = NounPhraseReader(self)
    for last in before.reversed() where text.allClasses(last).has(.document) {
      guard let found = reader.head(endingAt: last), found.head == .document,
        documentKind(endingAt: last) != nil,
        // "This information" is what the text holds.
        found.tokens.lowerBound == 0
          || !text.pack.settings.demonstratives.contains(
            text.text(found.tokens.lowerBound - 1..<found.tokens.lowerBound))
      else { continue }
      return reader.phrase(of: found, from: before.lowerBound)
    }
    return nil
  }

  /// The one body that the sentence before that of a token is about, by its name.
  func latestBody(before token: Int) -> Int? {
    guard let before = sentence(before: token, paragraphs: 1) else { return nil }
    let reader = NounPhraseReader(self)
    let first = names.partitioningIndex { $0.tokens.lowerBound >= before.lowerBound }
    let own = names.indices[first...].prefix { names[$0].tokens.lowerBound < before.upperBound }
      .filter {
        names[$0].kind != .place && names[$0].cases.isDisjoint(with: .caseMarkers)
          && names[$0].kind.isParty
      }
    guard own.count == 1, let only = own.first, names[only].kind == .organization,
      !before.contains(where: {
        guard let found = reader.head(endingAt: $0), found.isNominative else { return false }
        return found.head == .collective || found.head == .role
      })
    else { return nil }
    let tokens = names[only].tokens
    let next = tokens.upperBound
    guard
      next == trimmed(before).upperBound
        || tokens.lowerBound == before.lowerBound
          && (text.functionType(next) != nil || text.classes(next).has(.timeWord))
    else { return nil }
    return only
  }
}
