/// Texts: a document speaks for whom it belongs to, an editorial for its newspaper.
struct DocumentResolver: SpeakerResolver {
  let parties: ArticleParties
  private var context: QuotationContext { parties.context }

  func resolution(of question: SpeakerQuestion, in discourse: Discourse) -> Resolution? {
    let (phrase, span) = (question.phrase, question.span)
    guard phrase.head == .document else { return nil }
    var before = phrase.headTokens.lowerBound - 1
    while before > phrase.tokens.lowerBound, context.text.functionType(before) == .determiner {
      before -= 1
    }
    if before >= phrase.tokens.lowerBound, let (number, owner) = context.name(at: before),
      owner.kind == .organization, owner.cases.contains(.genitive)
    {
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[number], span, .document),
        rule: .documentsOwner)
    }
    return Resolution(
      speaker: Speaker(span: span, entity: nil, name: parties.name(of: phrase), kind: .document),
      rule: .document)
  }
}
