/// Finds what is said: tries the rules on the cues of each sentence.
struct QuotationFinder {
  let context: QuotationContext

  /// The quotations in text order, without those that carry on.
  func drafts() -> [QuotationDraft] {
    var found: [QuotationDraft] = []
    for index in context.sentences.indices {
      if context.text.stop.isUp { break }
      guard context.kind(ofParagraph: context.sentences[index].paragraph).holdsSentences else {
        continue
      }
      found += drafts(inSentence: index)
    }
    return found
  }

  private func drafts(inSentence index: Int) -> [QuotationDraft] {
    let tokens = context.withoutDateline(index)
    let cues = CueFinder(text: context.text).cues(in: tokens).filter { !isNamed($0) }
    guard !cues.isEmpty else { return [] }
    let rules = context.text.pack.settings.grammar.quotationRules
    if var whole = wholeSentence(index, cues) {
      whole.medium = whole.medium ?? leadingMedium(tokens, whole)
      return [whole]
    }
    var found: [QuotationDraft] = []
    var lower = tokens.lowerBound
    for cue in cues where cue.tokens.lowerBound >= lower {
      let clause = CueClause(
        context: context, sentenceIndex: index, tokens: lower..<tokens.upperBound, cues: cues,
        previous: found.last)
      if isCiting(cue, clause, &found) { continue }
      guard var draft = rules.lazy.compactMap({ $0.quotation(of: cue, in: clause) }).first,
        !isSign(draft.speaker), !isNobodys(draft, tokens), !isHardToSay(draft, tokens),
        !isLabel(draft, tokens), !UnsaidCue(context: context).isUnsaid(draft, in: clause)
      else { continue }
      // The subject of a passive says nothing.
      if draft.rule != .passiveAgent, draft.rule != .relayedSpeech,
        draft.cue?.tokens.lowerBound == cue.tokens.lowerBound, PassiveAgent.isPassive(cue, clause)
      {
        continue
      }
      if draft.medium == nil, found.isEmpty, context.text.has(.leadingMedium) {
        draft.medium = leadingMedium(tokens, draft)
      }
      draft.origin = origin(of: draft, cues, lower)
      if draft.rule == .nominalPromise, draft.speaker == nil, found.last?.speaker != nil,
        draft.cue?.frame == .verb, lower > tokens.lowerBound,
        context.text.functionType(lower) == .conjunction
      {
        draft.carriesOn = true
      }
      if let speaker = draft.speaker, case .pronoun(isPlural: false, isThing: false) = speaker.head
      {
        let pronoun = speaker.tokens.lowerBound
        draft.asked =
          pronoun == tokens.lowerBound
          ? AskedParty(context).phrase(metBefore: pronoun)
          : AskedParty(context).phrase(before: pronoun, from: tokens.lowerBound)
      }
      found.append(draft)
      // What follows the cue as its content is read no further.
      var end = max(draft.content.upperBound, cue.tokens.upperBound)
      if let second = SecondSpeech().quotation(behind: draft, in: clause) {
        found.append(second)
        end = second.content.upperBound
      }
      if draft.rule == .passiveAgent {
        found += PassiveAgent().further(behind: draft, in: clause)
        end = found.last?.speaker.map { max(end, $0.tokens.upperBound) } ?? end
      }
      lower = end
    }
    return found.sorted { $0.content.lowerBound < $1.content.lowerBound }
  }

  /// Whether a cue only says whom the speaker before it has it from: "..., citing the mayor"; that
  /// is noted there.
  private func isCiting(
    _ cue: Cue, _ clause: CueClause, _ found: inout [QuotationDraft]
  ) -> Bool {
    let text = context.text
    guard cue.tokens.count == 1,
      clause.settings.citingWords.contains(text.text(cue.tokens).lowercased()),
      let owner = ClauseReader(context).subject(
        after: cue.tokens.upperBound, to: clause.tokens.upperBound)
    else { return false }
    switch owner.head {
    case .mention, .role, .collective, .body, .media, .document: break
    default: return false
    }
    if let last = found.indices.last, found[last].origin == nil {
      found[last].origin = owner.tokens
    }
    return true
  }

  /// The quotation of a sentence whose last cue closes it, so that the cues before belong to what
  /// is said: "she had told the court she would leave, the paper reported".
  private func wholeSentence(_ index: Int, _ cues: [Cue]) -> QuotationDraft? {
    guard context.text.has(.closingCue), cues.count > 1, let cue = cues.last else { return nil }
    let tokens = context.withoutDateline(index)
    let clause = CueClause(
      context: context, sentenceIndex: index, tokens: tokens, cues: cues, previous: nil)
    switch cue.frame {
    case .phrase: return AccordingTo().quotation(of: cue, in: clause)
    case .verb, .address:
      guard !PassiveAgent.isPassive(cue, clause), !PassiveAgent.isAbsolute(cue, clause) else {
        return nil
      }
      let reader = ClauseReader(context)
      guard
        ContentReach(clause, reader).content(after: cue) == nil
          || clause.invertsSubject(of: cue, reader)
      else { return nil }
      if let spoken = PrecedingSpeech().quotation(of: cue, in: clause) {
        // Words in marks at the end of a sentence that all is somebody's.
        return spoken.content.lowerBound <= tokens.lowerBound
          && context.form(of: spoken.content) == .mixed
          && !(cues.first.map { $0.tokens.upperBound >= spoken.content.upperBound } ?? true)
          ? spoken : nil
      }
      return MedialCue().inside(cue, clause, reader) ?? TrailingCue().quotation(of: cue, in: clause)
    default: return nil
    }
  }

  /// Whether a speaker is a thing that shows words and says nothing: a sign, a headline.
  private func isSign(_ speaker: NounPhrase?) -> Bool {
    guard let speaker, speaker.head == .document, let last = speaker.headTokens.last else {
      return false
    }
    return context.text.phrases.longest(.document, at: last)?.sense.attribute
      == DocumentType.sign.rawValue
  }

  /// Whether the subject of a cue says that nobody says so, or is whoever reads, who is asked: "nobody
  /// can say when", "Can you believe it?".
  private func isNobodys(_ draft: QuotationDraft, _ sentence: Range<Int>) -> Bool {
    let text = context.text
    guard text.has(.narratorOutsideMarks), let speaker = draft.speaker, speaker.tokens.count == 1,
      speaker.relative == nil, case .pronoun = speaker.head,
      text.pair(at: speaker.tokens.lowerBound) == nil
    else { return false }
    let word = text.text(speaker.tokens).lowercased()
    if text.pack.settings.negations.contains(word) { return true }
    let lemma = text.pronounLemma(at: speaker.tokens.lowerBound) ?? word
    guard text.pack.settings.participants.contains(lemma), let last = sentence.last else {
      return false
    }
    // "I ask what happens then": the writer's question.
    if draft.cue?.cueClass == .question, context.form(of: draft.content) == .indirect {
      return true
    }
    return context.kind(last) == .terminator && text.text(last..<last + 1) == "?"
      && context.form(of: draft.content) == .indirect
  }

  /// Whether a cue is the label of what follows it, which nobody says: "Warning: ...".
  private func isLabel(_ draft: QuotationDraft, _ sentence: Range<Int>) -> Bool {
    guard let cue = draft.cue, cue.frame == .participle, draft.speaker == nil else { return false }
    return cue.tokens.lowerBound <= sentence.lowerBound + 1
      && cue.tokens.upperBound < sentence.upperBound
      && context.kind(cue.tokens.upperBound) == .colon
      && context.form(of: draft.content) == .indirect
  }

  /// Most words between "it is" and an infinitive.
  private static let farthestJudged = 4

  /// Whether a cue is an infinitive that nobody is the subject of: "it is hard to say why".
  private func isHardToSay(_ draft: QuotationDraft, _ sentence: Range<Int>) -> Bool {
    let text = context.text
    guard let cue = draft.cue, case let marker = cue.tokens.lowerBound - 1,
      marker > sentence.lowerBound, text.functionType(marker) == .infinitive,
      context.form(of: draft.content) == .indirect
    else { return false }
    let first = max(sentence.lowerBound + 1, marker - Self.farthestJudged)
    for index in stride(from: marker - 1, through: first, by: -1) {
      if text.functionType(index) == .copula || context.kind(index) == .clitic {
        let lemma = text.pronounLemma(at: index - 1)
        return lemma.map(text.pack.settings.things.contains) ?? false
      }
      guard context.kind(index) == .word else { return false }
    }
    return false
  }

  /// Most cues of a sentence that may tell whom its speaker cites.
  private static let mostCited = 8

  /// Whom the speaker cites in a phrase of its own, outside of what is said: "citing the agency,
  /// the paper said".
  private func origin(of draft: QuotationDraft, _ cues: [Cue], _ lower: Int) -> Range<Int>? {
    guard let own = draft.cue, own.frame != .phrase, let speaker = draft.speaker else { return nil }
    let finder = SpeakerFinder(context)
    for cue in cues[cues.first(from: lower + 1)...].prefix(Self.mostCited)
    where cue.frame == .phrase && !draft.content.contains(cue.tokens.lowerBound) {
      guard !context.text.pack.settings.grammar.speakerFollowsPhrase,
        let owner = finder.owner(before: cue.tokens.lowerBound, from: lower),
        !owner.tokens.overlaps(speaker.tokens)
      else { continue }
      return owner.tokens
    }
    return nil
  }

  /// Most tokens before the comma that closes what opens a sentence.
  private static let longestLead = 14

  /// A text or occasion named before the first comma of a sentence, ahead of its subject: "In a
  /// letter, she wrote".
  private func leadingMedium(_ sentence: Range<Int>, _ draft: QuotationDraft) -> Range<Int>? {
    let text = context.text
    guard let cue = draft.cue, cue.frame != .phrase, let speaker = draft.speaker else { return nil }
    let limit = min(speaker.tokens.lowerBound, sentence.lowerBound + Self.longestLead)
    var end = sentence.lowerBound
    while end < limit, context.kind(end) == .word || context.kind(end) == .number { end += 1 }
    guard end < limit, end > sentence.lowerBound, context.kind(end) == .comma else { return nil }
    for index in sentence.lowerBound + 1..<max(end, sentence.lowerBound + 1)
    where text.functionType(index - 1) == .adposition {
      var last = index
      while last < end, text.functionType(last) != .adposition { last += 1 }
      let isMedium = (index..<last).contains {
        text.classes($0).has(.document) || text.isMedium($0)
          || context.name(at: $0)?.name.isMedia == true
      }
      if isMedium { return index..<last }
    }
    return nil
  }

  /// The quotations without partial overlaps: where one begins inside of another and ends behind
  /// it, it begins where the other ends, or goes when nothing is left.
  static func disjoint(
    _ drafts: [QuotationDraft], _ context: QuotationContext
  ) -> [QuotationDraft] {
    var kept: [QuotationDraft] = []
    kept.reserveCapacity(drafts.count)
    // Where the contents that are still open end, the innermost last.
    var ends: [Int] = []
    for draft in drafts.sorted(by: { one, other in
      (one.content.lowerBound, -one.content.upperBound)
        < (other.content.lowerBound, -other.content.upperBound)
    }) {
      var draft = draft
      while let end = ends.last, end <= draft.content.lowerBound { ends.removeLast() }
      if let end = ends.last, draft.content.upperBound > end {
        draft.content = context.trimmed(end..<draft.content.upperBound)
        ends.removeAll { $0 <= draft.content.lowerBound }
        guard draft.content.contains(where: { context.kind($0) == .word }) else { continue }
      }
      ends.append(draft.content.upperBound)
      kept.append(draft)
    }
    return kept
  }

  /// For each quotation the index of the smallest one whose words hold all of its own, if any.
  ///
  /// Drafts stand in text order, so that whoever may hold one is still open when it begins.
  static func parents(of drafts: [QuotationDraft]) -> [Int?] {
    var parents = [Int?](repeating: nil, count: drafts.count)
    var open: [Int] = []
    let order = drafts.indices.sorted { one, other in
      let (left, right) = (drafts[one].content, drafts[other].content)
      return (left.lowerBound, -left.upperBound, one) < (right.lowerBound, -right.upperBound, other)
    }
    for index in order {
      let content = drafts[index].content
      while let last = open.last, drafts[last].content.upperBound < content.upperBound {
        open.removeLast()
      }
      parents[index] = open.last
      open.append(index)
    }
    return parents
  }

  /// Whether what looks like a cue is the last of somebody's names: "the chairman Tapan | Belief".
  private func isNamed(_ cue: Cue) -> Bool {
    guard cue.frame == .noun, cue.tokens.count == 1,
      let (_, name) = context.name(at: cue.tokens.lowerBound), name.kind == .person
    else { return false }
    return name.tokens.lowerBound < cue.tokens.lowerBound
      && name.tokens.upperBound == cue.tokens.upperBound
      && context.text.classes(cue.tokens.lowerBound).has(.familyName)
  }
}
