/// Names: a name itself, a part of one, or unknown words where a speaker belongs.
struct ShortNameResolver: SpeakerResolver {
  let parties: ArticleParties
  private var context: QuotationContext { parties.context }

  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution? {
    let (phrase, span) = (question.phrase, question.span)
    switch phrase.head {
    case .mention(let name):
      let entity = parties.entityOfName[name]
      let isMedia = context.names[name].isMedia || parties.entities[entity].isMedia
      return Resolution(
        speaker: parties.speaker(entity, span, isMedia ? .media : .named), rule: .name)
    case .unknown: break
    default: return nil
    }
    if let name = parties.named(before: phrase) {
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[name], span, .named), rule: .name,
        evidence: [context.text.span(context.names[name].tokens)], isReference: true)
    }
    if let entity = parties.person(named: phrase) {
      return Resolution(
        speaker: parties.speaker(entity, span, .named), rule: .shortName,
        evidence: parties.firstMention(of: entity).map { [$0] } ?? [], isReference: true)
    }
    // A common word that names nobody is part of the clause.
    if phrase.tokens.count == 1,
      context.text.classes(phrase.tokens.lowerBound).has(.commonWord),
      context.text.has(.bareNoun)
    {
      return .nobody(.noSpeaker, .implicit)
    }
    return Resolution(
      speaker: Speaker(span: span, entity: nil, name: parties.name(of: phrase), kind: .named),
      rule: .placeInClause)
  }
}
