/// What stands beside the words that a frame may hold.
extension NameFrames {
  func isListed(_ index: Int) -> Bool {
    text.allClasses(index).hasPersonName
  }

  /// Whether two words are a given name and a family name, though each is a common word as well.
  func areNames(_ run: Range<Int>) -> Bool {
    let last = text.tokens[run.upperBound - 1].word
    let word =
      text.vocabulary.classes(of: last).has(.familyName)
      ? last : text.vocabulary.stem(of: last, in: .familyName)?.word ?? -1
    guard word >= 0, text.classes(run.lowerBound).has(.givenName) else { return false }
    let classes = text.pack.lexicon.classes(of: word)
    return !classes.has(.role) && !classes.has(.document) && !classes.has(.cue)
      && !classes.has(.timeWord) && !text.classes(run.lowerBound).has(.timeWord)
  }

  /// Whether somebody is brought in by the name that ends before a token: "by name | a passenger".
  func isNamed(_ index: Int) -> Bool {
    guard index + 1 < text.tokens.count, text.tokens[index].kind == .word,
      text.pack.settings.namedWords.contains(text.text(index..<index + 1)),
      text.functionType(index + 1) == .determiner || text.functionType(index + 1) == .quantifier
    else { return false }
    return (index + 1..<min(text.tokens.count, index + 1 + Self.longest)).contains {
      text.phrases.longest(.role, at: $0)?.sense.attribute == GrammaticalNumber.singular.rawValue
    }
  }

  func isAtCue(_ index: Int) -> Bool {
    guard let (_, sense) = text.phrases.longest(.cue, at: index),
      let frame = CueFrame(rawValue: sense.attribute)
    else { return false }
    return frame == .verb || frame == .participle
  }

  /// Whether a verb of speech follows, nothing but to whom and where between.
  func precedesCue(_ first: Int) -> Bool {
    var index = first
    while index < min(text.tokens.count, first + Self.farthestCue) {
      if isAtCue(index) { return true }
      if text.tokens[index].kind == .openingQuote, let pair = text.pair(at: index),
        pair.close + 1 < text.tokens.count, text.tokens[pair.close + 1].kind == .clitic
      {
        index = pair.close + 2
        continue
      }
      guard text.tokens[index].kind == .word else { return false }
      let stems = text.vocabulary.stems(of: text.tokens[index].word)
      guard
        text.functionType(index) == .adverb || text.classes(index).has(.timeWord)
          || text.phrases.longest(.media, at: index) != nil
          || text.classes(index).has(.connective)
          || text.classes(index) == LexicalClass.commonWord.bit
          || stems.contains(where: {
            !$0.cases.isDisjoint(with: [.objective, .locative]) || $0.cases.contains(.plural)
          })
      else { return false }
      index += 1
    }
    return false
  }
}
