/// Texts that an article goes on with: "said in a statement ... The statement added", "a survey by so-and-so ...
/// The survey found".
extension DocumentResolver {
  /// Most sentences before a text in which the article may bring it in.
  private static let farthestText = 6
  /// Most tokens between a text and its article or owner, or whoever made it.
  private static let farthestWord = 4

  /// Whose the text is that an article means by its noun alone.
  func introduced(_ question: SpeakerQuestion) -> Resolution? {
    let (phrase, text) = (question.phrase, context.text)
    let (first, head) = (phrase.tokens.lowerBound, phrase.tokens.upperBound - 1)
    guard text.has(.knownByDescription), phrase.headTokens == head..<head + 1, head == first + 1,
      text.pack.settings.articles.contains(text.text(first..<head))
    else { return nil }
    let word = text.tokens[head].word
    let here = context.sentence(of: first)
    for index in stride(from: here, through: max(0, here - Self.farthestText), by: -1) {
      let sentence = context.sentences[index].tokens.prefix(TopicTrail.longestSentence)
      for noun in sentence where noun < first && text.tokens[noun].word == word {
        if let found = owner(ofTextAt: noun, in: sentence, question) { return found }
      }
    }
    return nil
  }

  /// Who is told to have made the text at a token, or says something in it.
  private func owner(
    ofTextAt noun: Int, in sentence: Range<Int>, _ question: SpeakerQuestion
  ) -> Resolution? {
    let text = context.text
    if let maker = maker(behind: noun) { return answer(madeBy: maker, question.span) }
    let limit = max(sentence.lowerBound, noun - Self.farthestWord)
    let start = stride(from: noun - 1, through: limit, by: -1).first { index in
      text.pack.settings.newArticles.contains(text.text(index..<index + 1))
        || text.classes(index).has(.pronoun)
          && ClauseReader(context).pronounCase(index) == .possessive
    }
    guard let start, text.pack.settings.issuedTexts.contains(text.text(noun..<noun + 1)),
      text.pair(at: noun) == nil,
      let subject = ClauseReader(context).mainSubject(of: sentence, before: start),
      subject.relative == nil
    else { return nil }
    switch subject.head {
    case .mention(let name):
      return Resolution(
        speaker: parties.speaker(parties.entityOfName[name], question.span, .document),
        rule: .documentsOwner, evidence: [text.span(context.names[name].tokens)])
    case .role:
      guard let holder = parties.roles.holder(of: subject) else { return nil }
      return Resolution(
        speaker: parties.speaker(holder, question.span, .document), rule: .documentsOwner,
        evidence: [text.span(subject.tokens)])
    case .collective, .body:
      return Resolution(
        speaker: Speaker(
          span: question.span, entity: nil, name: parties.name(of: subject), kind: .document),
        rule: .documentsOwner, evidence: [text.span(subject.tokens)])
    default: return nil
    }
  }
}
