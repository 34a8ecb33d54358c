/// The speaker, the cue, a comma or complementiser, and then what is said: the usual order of
/// Bengali news.
struct FollowingContent: QuotationRule {
  let name = Construction.followingContent

  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft? {
    switch cue.frame {
    case .promise where clause.isAppraisal(cue): return nil
    case .verb, .promise: break
    case .participle:
      // A participle is finite in all but name when its content follows a complementiser.
      guard cue.tokens.upperBound < clause.tokens.upperBound,
        clause.context.kind(cue.tokens.upperBound) != .openingQuote
      else { return nil }
    default: return nil
    }
    guard let start = clause.contentStart(after: cue), !isRelative(cue, start, clause) else {
      return nil
    }
    let end = clause.otherReport(from: start, after: cue) ?? clause.tokens.upperBound
    let content = clause.content(
      start..<(clause.spokenEnd(start) ?? sharedDemand(start, end, clause) ?? end))
    guard content.count > 1, !isUntold(content, clause.context) else { return nil }
    let parties = SpeakerFinder(clause.context).parties(
      before: cue.tokens.lowerBound, from: clause.tokens.lowerBound)
    if parties.speaker == nil,
      cue.frame == .participle || sharesSubject(content, cue, clause.context)
        || isDefining(cue, content, clause)
    {
      return nil
    }
    let draft = clause.draft(content, cue, parties, confidence: 0.93, rule: name)
    return parties.isDropped ? draft?.droppingSubject(clause.context) : draft
  }

  /// Whether a cue only tells which claim it is that the rest of its sentence is about: "the claim that she
  /// has made, of that I know nothing".
  private func isRelative(_ cue: Cue, _ start: Int, _ clause: CueClause) -> Bool {
    let context = clause.context
    let text = context.text
    let before = cue.tokens.lowerBound - 1
    guard text.verbEndsClause, cue.tokens.count > 1, before >= clause.tokens.lowerBound,
      context.kind(cue.tokens.upperBound) == .comma, context.kind(start) == .word,
      text.phrases.longest(.complementiser, at: before)?.sense.attribute
        == ComplementiserPlace.before.rawValue
    else { return false }
    return text.classes(start).has(.pronoun) || text.functionType(start) == .determiner
  }

  /// Whether all behind a cue says that it is not known what was said: "what she said, is unknown".
  private func isUntold(_ content: Range<Int>, _ context: QuotationContext) -> Bool {
    context.text.phrases.matches(at: content.lowerBound).contains { match in
      match.end >= content.upperBound
        && context.text.pack.lexicon.senses(at: match.node).contains {
          $0.lexicalClass == .cue && $0.attribute == CueFrame.none.rawValue
        }
    }
  }

  /// Most tokens between "who" and the verb of its clause.
  private static let longestRelative = 12

  /// Whether a clause only tells who it is that the rest is about, or a verb is the word that closes what is
  /// said before it: "those who speak against her, they ...".
  private func isDefining(_ cue: Cue, _ content: Range<Int>, _ clause: CueClause) -> Bool {
    let (context, text) = (clause.context, clause.context.text)
    guard text.verbEndsClause else { return false }
    if cue.tokens.count == 1,
      text.phrases.longest(.complementiser, at: cue.tokens.lowerBound)?.sense.attribute
        == ComplementiserPlace.after.rawValue, context.kind(cue.tokens.upperBound) == .word
    {
      return true
    }
    let first = max(clause.tokens.lowerBound, cue.tokens.lowerBound - Self.longestRelative)
    return text.classes(content.lowerBound).has(.pronoun)
      && (first..<cue.tokens.lowerBound).contains {
        context.kind($0) == .word
          && clause.settings.relatives.contains(text.text($0..<$0 + 1))
      }
  }

  /// Most tokens of a subject behind its verb.
  private static let longestSubject = 3

  /// Whether what seems to be said ends with a subject behind a verb in the tense of the cue, whose it
  /// is too: "is telling stories, is singing songs | an old man".
  private func sharesSubject(
    _ content: Range<Int>, _ cue: Cue, _ context: QuotationContext
  ) -> Bool {
    guard let last = content.last, content.count > Self.longestSubject,
      context.form(of: content) == .indirect, context.kind(last) == .word,
      context.text.isProgressive(cue.tokens.upperBound - 1), !BareReport.isFinite(last, context)
    else { return false }
    return (max(content.lowerBound + 1, last - Self.longestSubject)..<last).contains {
      context.text.isProgressive($0)
    }
  }

  /// The "and" before what the same speaker demands in a clause that ends the sentence: "she said
  /// the road was closed | and has called for a bridge".
  private func sharedDemand(_ start: Int, _ end: Int, _ clause: CueClause) -> Int? {
    let context = clause.context
    guard let last = clause.cues(in: start + 1..<max(start + 1, end)).last, last.tokens.count > 1,
      last.cueClass == .demand, last.frame == .verb || last.frame == .promise,
      context.trimmed(start..<end).upperBound == last.tokens.upperBound
    else { return nil }
    return (start + 2..<max(start + 2, last.tokens.lowerBound - 1)).last {
      context.text.functionType($0) == .conjunction && BareReport.isFinite($0 - 1, context)
    }
  }
}
