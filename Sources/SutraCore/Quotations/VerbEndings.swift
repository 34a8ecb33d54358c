/// What the endings of words tell of verbs, and which marks and media stand at a token.
extension TokenizedDocument {
  /// Whether a word ends like a negated verb, in a language that writes the negation to it.
  func hasNegativeEnding(_ token: Int) -> Bool {
    pack.settings.negativeEndings.contains { ending in
      let word = tokens[token]
      let bytes = document.text.bytes[Int(word.start)..<Int(word.end)]
      return bytes.count > ending.utf8.count
        && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
  }

  /// Whether a word ends as verbs do that tell what is past or that close a clause.
  func hasFiniteEnding(_ token: Int) -> Bool {
    let word = tokens[token]
    let bytes = document.text.bytes[Int(word.start)..<Int(word.end)]
    return pack.settings.finiteEndings.contains { ending in
      bytes.count > ending.count + 1 && bytes.suffix(ending.count).elementsEqual(ending)
    }
  }

  /// Whether a token names a medium: in a language with capitals a name has one.
  func isMedium(_ token: Int) -> Bool {
    guard classes(token).has(.media) else { return false }
    if isWrittenAsName(token) { return true }
    return phrases.longest(.media, at: token)?.sense.attribute != MediaType.name.rawValue
  }

  /// The outermost pair of quotation marks a token stands in, marks included.
  func pair(at token: Int) -> MarkPair? {
    guard token < tokens.count else { return nil }
    let pair = pairOfToken[token]
    return pair < 0 ? nil : pairs[pair]
  }
}
