/// Groups and bodies: "the leaders" are the ones told of in full before.
struct GroupResolver: SpeakerResolver {
  let parties: ArticleParties

  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution? {
    let phrase = question.phrase
    let (kind, rule): (SpeakerKind, AttributionRule)
    switch phrase.head {
    case .collective: (kind, rule) = (.collective, .group)
    case .body: (kind, rule) = (.role, .body)
    default: return nil
    }
    let known =
      parties.withoutDemonstrative(phrase) == phrase.headTokens && !isCounted(phrase)
      ? discourse.groups[key(of: phrase)] : nil
    return Resolution(
      speaker: Speaker(
        span: question.span, entity: nil, name: known ?? parties.name(of: phrase), kind: kind),
      rule: rule)
  }

  /// Whether words right before a phrase count it, so that it is a group of its own: "four further | women".
  private func isCounted(_ phrase: NounPhrase) -> Bool {
    let (text, before) = (parties.context.text, phrase.tokens.lowerBound - 1)
    guard text.has(.knownByDescription), before > 0, phrase.head == .collective,
      parties.context.kind(before) == .word
    else { return false }
    return text.functionType(before) == .adverb
      && [.quantifier, .determiner].contains(text.functionType(before - 1))
      || text.functionType(before) == .quantifier
  }

  /// What a group is known under: the last words of its phrase.
  func key(of phrase: NounPhrase) -> [UInt8] { parties.context.text.key(phrase.headTokens) }
}
