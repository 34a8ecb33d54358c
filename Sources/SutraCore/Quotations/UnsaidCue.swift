/// Tells cues that report nothing where they stand: what somebody only knew, might say or was seen doing.
struct UnsaidCue {
  let context: QuotationContext
  private var text: TokenizedDocument { context.text }
  private var settings: LanguageSettings { text.pack.settings }

  /// Most tokens between a cue and an auxiliary or negation of its verb.
  private static let farthest = 4

  /// Whether nobody says the words of a draft.
  func isUnsaid(_ draft: QuotationDraft, in clause: CueClause) -> Bool {
    guard !text.verbEndsClause, let cue = draft.cue,
      cue.frame == .verb || cue.frame == .participle || cue.frame == .address,
      context.form(of: draft.content) == .indirect
    else { return false }
    return isFoundOut(draft, cue, clause) || isRelative(draft, cue, clause)
      || isUnreal(draft, cue, clause) || isPicture(draft, clause)
  }

  private func isWord(_ index: Int, of words: Set<String>) -> Bool {
    words.contains(text.text(index..<index + 1).lowercased())
  }

  /// Whether a cue only tells when somebody came to know something, or that somebody does not.
  ///
  /// "Once she learned that ...", "he does not know how ...", and what anybody may see: "To see ... was sad".
  private func isFoundOut(_ draft: QuotationDraft, _ cue: Cue, _ clause: CueClause) -> Bool {
    guard cue.lemma >= 0, settings.knowingVerbs.contains(text.pack.lexicon.string(cue.lemma)) else {
      return false
    }
    let first = cue.tokens.lowerBound
    let opener = context.behindAdverbs(before: first, from: clause.sentence.lowerBound)
    if cue.frame == .participle {
      return opener >= clause.sentence.lowerBound && isWord(opener, of: settings.momentWords)
    }
    if opener == clause.sentence.lowerBound, text.functionType(opener) == .infinitive {
      return true
    }
    if let speaker = draft.speaker, speaker.tokens.upperBound <= first,
      case let before = speaker.tokens.lowerBound - 1, before >= clause.sentence.lowerBound,
      isWord(before, of: settings.momentWords)
    {
      return true
    }
    return isNegated(first, clause)
      && ContentReach(clause, ClauseReader(context)).isQuestionWord(draft.content.lowerBound)
  }

  private func isNegated(_ first: Int, _ clause: CueClause) -> Bool {
    (max(clause.sentence.lowerBound, first - Self.farthest)..<first).contains {
      isWord($0, of: settings.negations)
    }
  }

  /// Whether what seems to be told is a relative clause of what it is told about: "told the crowd about the strike that
  /// | led to the ban".
  private func isRelative(_ draft: QuotationDraft, _ cue: Cue, _ clause: CueClause) -> Bool {
    let start = draft.content.lowerBound
    let between = cue.tokens.upperBound..<max(cue.tokens.upperBound, start)
    guard draft.rule == .followingContent, between.count > 2,
      text.phrases.longest(.complementiser, at: start - 1) != nil,
      between.contains(where: { isWord($0, of: settings.topicWords) })
    else { return false }
    let reader = ClauseReader(context)
    return text.functionType(start)?.isVerbal == true
      || text.tokens[start].style == 0 && context.name(at: start) == nil
        && (reader.isVerb(start) || text.hasFiniteEnding(start))
  }

  /// Whether what is told without a clause of its own is only thinkable: "she could say those things".
  private func isUnreal(_ draft: QuotationDraft, _ cue: Cue, _ clause: CueClause) -> Bool {
    guard draft.rule == .bareContent || draft.rule == .trailingCue, cue.frame != .participle,
      text.functionType(draft.content.lowerBound) != .infinitive,
      !isNegated(cue.tokens.lowerBound, clause)
    else { return false }
    let first = max(clause.tokens.lowerBound, cue.tokens.lowerBound - Self.farthest)
    for index in stride(from: cue.tokens.lowerBound - 1, through: first, by: -1) {
      guard context.kind(index) == .word else { return false }
      if isWord(index, of: settings.thinkableWords) {
        return !ContentReach(clause, ClauseReader(context)).isClause(draft.content)
      }
      guard context.name(at: index) == nil, !text.classes(index).has(.pronoun),
        text.functionType(index) == .adverb || text.functionType(index)?.isVerbal == true
      else { return false }
    }
    return false
  }

  /// Whether a picture shows somebody or something: "videos showing | the crews at work".
  private func isPicture(_ draft: QuotationDraft, _ clause: CueClause) -> Bool {
    guard draft.rule == .bareContent, draft.cue?.frame == .participle, let speaker = draft.speaker,
      let last = speaker.headTokens.last,
      isWord(last, of: settings.pictureNouns)
    else { return false }
    return !ContentReach(clause, ClauseReader(context)).isClause(draft.content)
  }
}
