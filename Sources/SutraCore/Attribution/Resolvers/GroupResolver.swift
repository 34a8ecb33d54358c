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
      parties.withoutDemonstrative(phrase) == phrase.headTokens
      ? discourse.groups[key(of: phrase)] : nil
    return Resolution(
      speaker: Speaker(
        span: question.span, entity: nil, name: known ?? parties.name(of: phrase), kind: kind),
      rule: rule)
  }

  /// What a group is known under: the last words of its phrase.
  func key(of phrase: NounPhrase) -> [UInt8] { parties.context.text.key(phrase.headTokens) }
}
