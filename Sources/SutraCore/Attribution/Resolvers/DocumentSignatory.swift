/// Whose text it is that somebody signed or gave out: "a notice signed by the ministry's secretary",
/// "the army said so in a statement".
extension DocumentResolver {
  /// Most tokens between a text and the word that says it was signed, and between that and the body.
  private static let farthestSigned = 4
  private static let longestSigner = 24
  /// Most tokens between a text and the verb for what is told in it.
  private static let farthestTold = 6
  /// Most names before a body's noun among which its full name is looked for.
  private static let mostNames = 64

  /// The body for which a text, or the one of the same kind told of last, was signed or given out.
  func signatory(of phrase: NounPhrase) -> NounPhrase? {
    let text = context.text
    guard !text.pack.settings.signingWords.isEmpty, let head = phrase.headTokens.last else {
      return nil
    }
    let here = context.sentences.partitioningIndex { $0.tokens.upperBound > head }
    guard here < context.sentences.count else { return nil }
    let lower = context.sentences[here].tokens.lowerBound
    if let owner = signer(before: phrase.headTokens.lowerBound, from: lower) { return owner }
    guard context.documentKind(endingAt: head) != nil else { return nil }
    let key = text.key(head..<head + 1, stemLength: phrase.stemLength)
    let reader = NounPhraseReader(context)
    for sentence in context.sentences[max(0, here - Self.farthest)..<here].reversed() {
      for index in sentence.tokens.reversed() where text.allClasses(index).has(.document) {
        guard let found = reader.head(endingAt: index), found.head == .document,
          text.key(index..<index + 1, stemLength: found.stemLength) == key
        else { continue }
        let lower = sentence.tokens.lowerBound
        if let owner = signer(before: found.tokens.lowerBound, from: lower) { return owner }
        if found.cases.contains(.locative), let owner = teller(behind: index, sentence.tokens) {
          return owner
        }
      }
    }
    return nil
  }

  /// The body in the genitive before whoever signed a text that begins at a token, the first of
  /// several: "of the ministry's department".
  private func signer(before text: Int, from lower: Int) -> NounPhrase? {
    let words = context.text.pack.settings.signingWords
    guard
      let word = (max(lower, text - Self.farthestSigned)..<max(lower, text)).last(where: {
        words.contains(context.text.text($0..<$0 + 1))
      })
    else { return nil }
    let reader = NounPhraseReader(context)
    var owner: NounPhrase?
    for index in stride(
      from: word - 1, through: max(lower, word - Self.longestSigner), by: -1)
    {
      switch context.kind(index) {
      case .word, .number, .clitic, .dash, .openingBracket, .closingBracket: break
      default: return owner.flatMap(named)
      }
      guard let found = reader.head(endingAt: index) else { continue }
      if found.cases.contains(.genitive) {
        // A date in brackets before it is none of its words.
        let first = (lower..<found.tokens.lowerBound).last {
          context.kind($0) == .closingBracket
        }
        let phrase = reader.phrase(of: found, from: first.map { $0 + 1 } ?? lower)
        if isBody(phrase) { owner = phrase }
      } else if owner != nil, !found.isNominative {
        break
      }
    }
    return owner.flatMap(named)
  }

  /// The body that is the subject of the verb right behind a text in which it tells something.
  private func teller(behind text: Int, _ sentence: Range<Int>) -> NounPhrase? {
    let cues = CueFinder(text: context.text).cues(in: sentence)
    guard
      let cue = cues[cues.first(from: text + 1)...].first,
      cue.tokens.lowerBound - text <= Self.farthestTold,
      cue.frame == .verb || cue.frame == .summary
    else { return nil }
    let finder = SpeakerFinder(context)
    let end = context.trimmed(sentence).upperBound
    guard
      let owner = finder.parties(before: cue.tokens.lowerBound, from: sentence.lowerBound).speaker
        ?? finder.parties(after: cue.tokens.upperBound, to: end).speaker,
      isBody(owner)
    else { return nil }
    return named(owner)
  }

  /// A bare noun for a body as the full name before it, if there is one: "the ministry" for "the
  /// ministry of law".
  private func named(_ body: NounPhrase) -> NounPhrase? {
    guard body.head == .body, body.tokens.count == body.headTokens.count,
      let last = body.headTokens.last
    else { return body }
    let text = context.text
    let key = text.key(last..<last + 1, stemLength: body.stemLength)
    let before = context.names.partitioningIndex { $0.tokens.lowerBound >= body.tokens.lowerBound }
    for index in (max(0, before - Self.mostNames)..<before).reversed() {
      let name = context.names[index]
      guard name.kind == .organization, name.tokens.count > 1, let end = name.tokens.last,
        text.key(end..<end + 1, stemLength: name.stemLength) == key
      else { continue }
      return NounPhrase(name.tokens, .mention(index), stemLength: name.stemLength)
    }
    return nil
  }
}
