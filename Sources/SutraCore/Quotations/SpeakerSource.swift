/// From whom words come that no agent is told for.
extension SpeakerFinder {
  /// Whether a cue that begins at a token is polite, as verbs are of persons and not of bodies.
  func isPolite(_ cue: Int) -> Bool {
    guard context.text.has(.politeOfPersons), cue < context.text.tokens.count,
      let found = context.text.phrases.longest(.cue, at: cue)
    else { return false }
    return context.text.isPolite(found.match.end - 1)
  }

  func isBody(_ head: NounPhrase.Head) -> Bool {
    guard case .mention(let name) = head else { return false }
    return context.names[name].kind == .organization
  }

  func isPerson(_ head: NounPhrase.Head) -> Bool {
    guard case .mention(let name) = head else { return false }
    return context.names[name].kind == .person
  }

  /// The body right before "from" that closes a range: "from the army | it has been told".
  func source(in range: Range<Int>) -> NounPhrase? {
    let text = context.text
    guard let last = range.last, last > range.lowerBound,
      text.pack.settings.sourceWords.contains(text.text(last..<last + 1))
    else { return nil }
    let reader = NounPhraseReader(context)
    guard let found = reader.head(endingAt: last - 1), found.isNominative,
      found.head == .body || isBody(found.head)
    else { return nil }
    return reader.phrase(of: found, from: range.lowerBound)
  }

  /// What a report without an agent rests on: a text or occasion in the locative, one that "from"
  /// follows, or the side it comes from.
  func origin(in range: Range<Int>) -> NounPhrase? {
    let reader = NounPhraseReader(context)
    if let last = range.last, context.text.functionType(last) == .adposition,
      let found = reader.head(endingAt: last - 1), last - 1 >= range.lowerBound,
      found.head == .document, found.isNominative
    {
      return reader.phrase(of: found, from: range.lowerBound)
    }
    return source(in: range) ?? medium(in: range)
  }

  /// A document or occasion in the locative between two tokens, with its modifiers.
  func medium(in range: Range<Int>) -> NounPhrase? {
    let reader = NounPhraseReader(context)
    for index in range.reversed() where context.kind(index) == .word {
      guard let found = reader.head(endingAt: index), found.cases.contains(.locative) else {
        continue
      }
      switch found.head {
      case .document, .media, .pronoun(_, isThing: true), .mention:
        return reader.phrase(of: found, from: range.lowerBound)
      default: continue
      }
    }
    return nil
  }
}
