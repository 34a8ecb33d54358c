/// Finds where what is said in a relative clause ends, when the verb of the sentence follows it: "the women who
/// say they were called | want an answer".
extension ContentReach {
  /// A content without the verb of the sentence whose subject its cue's relative clause belongs to.
  ///
  /// - Parameters:
  ///   - content: What follows the cue.
  ///   - cue: The cue in the relative clause.
  ///   - speaker: Whom the relative pronoun stands for.
  /// - Returns: The content, cut before the verb where the clause opens the sentence without a comma.
  func withinRelative(_ content: Range<Int>, _ cue: Cue, _ speaker: NounPhrase?) -> Range<Int> {
    guard let speaker else { return content }
    // "Who said it was late | left": behind a verb of saying the first verb is that of its clause.
    let opensClause = BareContent.opensClauses(cue, clause)
    guard let relative = speaker.relative else {
      guard isReduced(cue, speaker) else { return content }
      let rest = beforeVerb(content, missing: 1)
      return rest != content || opensClause ? rest : beforeVerb(content, missing: 0)
    }
    guard opensSentence(speaker, relative) else { return content }
    return beforeVerb(content, missing: opensClause ? 1 : 0)
  }

  /// Whether a participle only tells more of what opens its sentence: "videos | showing the fire shocked the town".
  private func isReduced(_ cue: Cue, _ subject: NounPhrase) -> Bool {
    cue.frame == .participle && text.has(.sharedForms)
      && opensSentence(subject, cue.tokens)
      && !hasVerb(clause.sentence.lowerBound..<subject.tokens.upperBound)
  }

  /// A content without the verb of the sentence and what follows it.
  ///
  /// - Parameters:
  ///   - content: What may be said, and the rest of its sentence.
  ///   - missing: How many verbs of its own it has yet to have.
  /// - Returns: The content, cut before that verb, or as it is where there is none.
  private func beforeVerb(_ content: Range<Int>, missing: Int) -> Range<Int> {
    var missing = missing
    for index in content where context.kind(index) == .word || context.kind(index) == .dash {
      if context.kind(index) == .dash, missing == 0, closesAside(from: index, content) {
        return context.trimmed(content.lowerBound..<index)
      }
      guard context.kind(index) == .word, text.pair(at: index) == nil else { return content }
      let type = text.functionType(index)
      if reader.isRelative(index) || isComplementiser(index) || opensFurther(index, content)
        || index > content.lowerBound && isSubjectPronoun(index)
          && text.functionType(index - 1) != .conjunction
      {
        missing += 1
        continue
      }
      guard type?.isVerbal == true || isFinite(index), !isChained(index, content) else { continue }
      if missing == 0 {
        let rest = context.trimmed(content.lowerBound..<index)
        return rest.isEmpty ? content : rest
      }
      missing -= 1
    }
    return content
  }

  /// Whether a dash opens an aside behind which the verb of the sentence stands.
  private func closesAside(from dash: Int, _ content: Range<Int>) -> Bool {
    guard
      let close = (dash + 1..<content.upperBound).first(where: { context.kind($0) == .dash }),
      close + 1 < content.upperBound
    else { return false }
    return text.functionType(close + 1)?.isVerbal == true || isFinite(close + 1)
  }

  /// Whether a phrase with a relative clause opens its sentence, so that a verb must follow the clause.
  private func opensSentence(_ phrase: NounPhrase, _ relative: Range<Int>) -> Bool {
    guard phrase.tokens.upperBound == relative.lowerBound else { return false }
    let before = phrase.tokens.lowerBound - 1
    guard before >= clause.sentence.lowerBound else { return true }
    switch context.kind(before) {
    case .comma: return true
    case .word:
      // "Two of the women who say so | have left".
      if text.functionType(before) == .adposition, before > clause.sentence.lowerBound {
        let lead = clause.sentence.lowerBound..<before
        return !hasVerb(lead) && lead.allSatisfy { [.word, .number].contains(context.kind($0)) }
      }
      return before == clause.sentence.lowerBound && text.functionType(before) == .conjunction
    default: return false
    }
  }

  /// Whether a conjunction opens a clause that has a verb of its own.
  private func opensFurther(_ index: Int, _ content: Range<Int>) -> Bool {
    guard text.functionType(index) == .conjunction, index + 1 < content.upperBound else {
      return false
    }
    return !text.classes(index).has(.connective) || text.functionType(index + 1)?.isVerbal == true
      || isFinite(index + 1) || isSubjectPronoun(index + 1)
  }

  /// Whether a word in small letters is a verb that tells what is or was.
  private func isFinite(_ index: Int) -> Bool {
    context.kind(index) == .word && text.tokens[index].style == 0 && reader.isVerb(index)
      && !isParticiple(index) && !isNoun(index)
  }

  /// Whether a verb only goes on with the one before it: "have | been", "to | see".
  private func isChained(_ index: Int, _ content: Range<Int>) -> Bool {
    guard index > content.lowerBound else { return false }
    switch text.functionType(index - 1) {
    case .infinitive, .adverb: return true
    // "Sparked | anger": right behind a verb without an auxiliary stands its object.
    case let type:
      return type?.isVerbal == true
        || isFinite(index - 1) && index - 1 > content.lowerBound
          && text.functionType(index - 2)?.isVerbal != true
    }
  }
}
