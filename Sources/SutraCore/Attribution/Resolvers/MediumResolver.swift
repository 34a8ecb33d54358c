/// Broadcasters, newspapers and agencies, as speakers and as what something is said in.
struct MediumResolver: SpeakerResolver {
  let parties: ArticleParties
  private var context: QuotationContext { parties.context }

  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution? {
    let (phrase, span) = (question.phrase, question.span)
    guard phrase.head == .media else { return nil }
    // The medium's name may stand inside the phrase: "the news agency so-and-so".
    for index in phrase.tokens.reversed() {
      if let (number, name) = context.name(at: index), name.isMedia {
        return Resolution(
          speaker: parties.speaker(parties.entityOfName[number], span, .media), rule: .name)
      }
    }
    if phrase.tokens == phrase.headTokens, let last = discourse.speaker, last.kind == .media {
      return Resolution(
        speaker: Speaker(span: span, entity: last.entity, name: last.name, kind: .media),
        rule: .lastMedium)
    }
    return Resolution(
      speaker: Speaker(span: span, entity: nil, name: parties.name(of: phrase), kind: .media),
      rule: .medium)
  }

  /// The medium that some words name.
  func medium(_ tokens: Range<Int>) -> Medium {
    var entity: Int?
    for index in tokens.reversed() {
      if let (number, name) = context.name(at: index), name.kind != .person, name.kind != .place {
        entity = parties.entityOfName[number]
        break
      }
    }
    let last = tokens.upperBound - 1
    let head = NounPhraseReader(context).head(endingAt: last)
    return Medium(
      span: context.text.span(tokens), entity: entity,
      name: entity.map { parties.entities[$0].name }
        ?? context.text.name(tokens, stemLength: head?.stemLength ?? 0),
      kind: entity == nil && head?.head == .document ? context.documentKind(endingAt: last) : .media
    )
  }
}
