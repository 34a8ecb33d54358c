/// Words for somebody whom the article is about: "the businessman", "the 33-year-old teacher".
///
/// They tell no office that the article must have named, so whoever the sentences before are about is
/// meant, as by "she".
extension RoleResolver {
  /// Whom such words mean, if they are any.
  func meant(
    by question: SpeakerQuestion, _ discourse: Discourse
  ) -> PronounResolver.Antecedent? {
    let (phrase, context) = (question.phrase, parties.context)
    guard isEpithet(phrase), !question.isInner, !question.isChained,
      discourse.descriptions[key(of: phrase)] == nil,
      let found = pronouns.antecedent(
        before: phrase.tokens.lowerBound,
        gender: context.text.gender(at: phrase.headTokens.upperBound - 1), in: discourse),
      found.entity != nil, found.isSubject, let evidence = found.evidence,
      context.isNear(evidence, sentence: context.sentence(of: phrase.tokens.lowerBound))
    else { return nil }
    return found
  }

  /// Whether a phrase is an article, such a noun, and nothing but what describes somebody between.
  private func isEpithet(_ phrase: NounPhrase) -> Bool {
    let (context, text) = (parties.context, parties.context.text)
    let first = phrase.tokens.lowerBound
    let last = phrase.tokens.upperBound - 1
    guard text.has(.knownByDescription), phrase.relative == nil, last > first,
      phrase.headTokens.upperBound == phrase.tokens.upperBound,
      text.pack.settings.articles.contains(text.text(first..<first + 1)),
      phrase.tokens.allSatisfy({
        context.kind($0) == .word && context.name(at: $0)?.name.kind != .person
      })
    else { return false }
    if text.pack.settings.epithets.contains(text.text(last..<last + 1).lowercased()) {
      return true
    }
    return (first + 1..<last).contains { index in
      let word = text.text(index..<index + 1)
      return text.pack.settings.ageEndings.contains { word.hasSuffix($0) && word != $0 }
    }
  }

  /// Most paragraphs at the beginning of an article that tell by a role of somebody whom it names later.
  private static let openingParagraphs = 4

  /// Whether a role with an article or owner stands where an article begins: "the founder", "the region's governor".
  func opensArticle(_ phrase: NounPhrase) -> Bool {
    let (context, text) = (parties.context, parties.context.text)
    let first = phrase.tokens.lowerBound
    guard text.has(.knownByDescription), phrase.relative == nil,
      phrase.headTokens.upperBound == phrase.tokens.upperBound,
      context.sentences[context.sentence(of: first)].paragraph < Self.openingParagraphs
    else { return false }
    return text.pack.settings.articles.contains(text.text(first..<first + 1))
      || phrase.tokens.contains { context.kind($0) == .clitic }
  }
}
