/// Pronouns whose sentence or whose speaker tells whom they mean.
extension PronounResolver {
  /// What a sentence is told to be about before its pronoun: "As for the mayor so-and-so, | she says".
  func opener(_ question: SpeakerQuestion) -> Resolution? {
    let context = parties.context
    let words = context.text.pack.settings.topicOpeners
    let token = question.phrase.tokens.lowerBound
    guard !words.isEmpty, !question.isInner, token > 0, context.kind(token - 1) == .comma,
      case .pronoun(isPlural: false, _) = question.phrase.head
    else { return nil }
    let first = context.sentences[context.sentence(of: token)].tokens.lowerBound
    guard first + 2 < token, words.contains(context.text.text(first..<first + 2).lowercased()),
      let (index, name) = context.name(at: token - 2), name.tokens.upperBound == token - 1,
      let traits = context.text.pronounTraits(at: question.phrase.headTokens.lowerBound)
    else { return nil }
    let entity = parties.entityOfName[index]
    if case .pronoun(_, isThing: true) = question.phrase.head {
      guard name.kind != .person else { return nil }
    } else {
      guard name.kind == .person, parties.persons.agrees(entity, traits.gender, nil) else {
        return nil
      }
    }
    return Resolution(
      speaker: parties.speaker(entity, question.span, .pronoun), rule: .pronoun,
      evidence: [context.text.span(name.tokens)], isReference: true)
  }

  /// Whom somebody means by "he" who tells what "he" said: the one named last near there, who is not whoever tells
  /// it.
  func told(_ question: SpeakerQuestion, _ discourse: Discourse) -> Resolution? {
    let context = parties.context
    let token = question.phrase.tokens.lowerBound
    guard context.text.has(.objectBehindVerb), discourse.speaker != nil,
      case .pronoun(isPlural: false, isThing: false) = question.phrase.head,
      let gender = context.text.pronounTraits(at: question.phrase.headTokens.lowerBound)?.gender
    else { return nil }
    let here = context.names.partitioningIndex { $0.tokens.lowerBound >= token }
    let sentence = context.sentence(of: token)
    for index in stride(from: here - 1, through: max(0, here - Self.farthestName), by: -1) {
      let name = context.names[index]
      let entity = parties.entityOfName[index]
      guard name.kind == .person, entity != discourse.entity, name.tokens.upperBound <= token,
        !context.isBracketed(name), !context.isModifier(name),
        parties.persons.agrees(entity, gender, nil), discourse.agrees(entity, gender)
      else { continue }
      let span = context.text.span(name.tokens)
      guard context.isNear(span, sentence: sentence) else { return nil }
      return Resolution(
        speaker: parties.speaker(entity, question.span, .pronoun), rule: .pronoun,
        evidence: [span], isReference: true)
    }
    return nil
  }
}
