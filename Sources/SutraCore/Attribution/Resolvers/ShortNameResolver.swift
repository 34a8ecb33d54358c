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
    // "Another says": nobody whom anything before tells.
    if phrase.tokens.count == 1,
      context.text.pack.settings.indefinites.contains(context.text.text(phrase.tokens).lowercased())
    {
      return Resolution(
        speaker: Speaker(span: span, entity: nil, name: nil, kind: .pronoun), rule: .pronoun)
    }
    if let entity = parties.person(named: phrase) {
      return Resolution(
        speaker: parties.speaker(entity, span, .named), rule: .shortName,
        evidence: parties.firstMention(of: entity).map { [$0] } ?? [], isReference: true)
    }
    // A common word that names nobody is part of the clause, unless nothing but a name can stand there.
    if !standsAsName(question), phrase.tokens.count == 1,
      context.text.classes(phrase.tokens.lowerBound).has(.commonWord),
      context.text.has(.bareNoun)
    {
      return .nobody(.noSpeaker, .implicit)
    }
    // "An inquiry by the council": the council's words, whatever the noun.
    let texts = DocumentResolver(parties: parties)
    if context.text.has(.knownByDescription), context.isCommonNoun(phrase),
      let maker = texts.maker(of: phrase, byAgent: phrase.relative == nil)
    {
      return texts.answer(madeBy: maker, span, phrase.relative == nil ? .document : .named)
    }
    let kind = isGroup(phrase) ? SpeakerKind.collective : .named
    return Resolution(
      speaker: Speaker(span: span, entity: nil, name: parties.name(of: phrase), kind: kind),
      rule: .placeInClause)
  }

  /// Whether a phrase that no table has is one for several: "eyewitnesses".
  private func isGroup(_ phrase: NounPhrase) -> Bool {
    let text = context.text
    guard text.has(.knownByDescription), context.isCommonNoun(phrase),
      let last = phrase.headTokens.last,
      let ending = text.pack.settings.pluralEnding
    else { return false }
    let word = text.text(last..<last + 1)
    return word.hasSuffix(ending) && !word.hasSuffix(ending + ending)
  }

  /// Whether a word stands where only a name can: alone before a polite verb of speech, in a clause
  /// that it opens, "Hope says, ..." where the word is a noun as well.
  private func standsAsName(_ question: SpeakerQuestion) -> Bool {
    let (text, phrase) = (context.text, question.phrase)
    guard text.has(.bareNoun), text.has(.politeOfPersons), phrase.tokens.count == 1,
      let cue = question.cue, cue.frame == .verb,
      cue.tokens.count == 1 || isName(phrase.tokens.lowerBound),
      text.isPolite(cue.tokens.upperBound - 1),
      let content = question.content, content.lowerBound >= cue.tokens.upperBound
    else { return false }
    let between = phrase.tokens.upperBound..<max(phrase.tokens.upperBound, cue.tokens.lowerBound)
    guard between.count <= 1, between.allSatisfy(context.isAddition) else { return false }
    let before = phrase.tokens.lowerBound - 1
    guard before >= 0 else { return true }
    switch context.kind(before) {
    case .terminator, .closingQuote, .colon, .dash: return true
    case .word: return text.opensClause(behind: before) || opensSentence(phrase)
    default: return false
    }
  }

  private func isName(_ index: Int) -> Bool {
    context.text.classes(index).hasPersonName
  }

  private func opensSentence(_ phrase: NounPhrase) -> Bool {
    let first = phrase.tokens.lowerBound
    return context.sentences[context.sentence(of: first)].tokens.lowerBound == first
  }
}
