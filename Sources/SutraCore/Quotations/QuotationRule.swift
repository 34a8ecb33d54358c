/// One way in which language reports speech: looks at one cue and says what it reports.
protocol QuotationRule: Sendable {
  /// The rule's name, as it stands in examples and in the analysis.
  var name: Construction { get }

  /// What the cue reports, or `nil` when the construction is another one.
  func quotation(of cue: Cue, in clause: CueClause) -> QuotationDraft?
}

/// A cue with the part of its sentence that rules may look at.
struct CueClause {
  let context: QuotationContext
  /// Index of the sentence.
  let sentenceIndex: Int
  /// The sentence's tokens without what earlier cues of it took.
  let tokens: Range<Int>
  /// All cues of the sentence.
  let cues: [Cue]
  /// The quotation before in the same sentence.
  var previous: QuotationDraft?

  /// The tokens of the whole sentence.
  var sentence: Range<Int> { context.sentences[sentenceIndex].tokens }

  /// The language's settings.
  var settings: LanguageSettings { context.text.pack.settings }

  /// The first cue of the sentence that begins at a token or after it.
  func cue(from token: Int) -> Cue? { cues[cues.first(from: token)...].first }

  /// The cues of the sentence that begin in a range of tokens.
  func cues(in range: Range<Int>) -> ArraySlice<Cue> {
    let first = cues.first(from: range.lowerBound)
    return cues[first..<max(first, cues.first(from: range.upperBound))]
  }

  /// The subject of a cue in a language whose verb follows it: a phrase of its own, or the one of
  /// an earlier verb of the sentence.
  func subject(of cue: Cue, _ reader: ClauseReader) -> NounPhrase? {
    let before = cue.tokens.lowerBound - 1
    if cue.frame == .participle, before >= tokens.lowerBound, context.kind(before) == .comma {
      return partedSubject(before: before, reader) ?? sharedSubject(before: before, reader)
    }
    switch reader.subject(before: cue.tokens.lowerBound, from: tokens.lowerBound) {
    case .phrase(let phrase):
      return phrase.cases.isDisjoint(with: .caseMarkers) ? phrase : nil
    case .shared:
      return sharedSubject(before: cue.tokens.lowerBound, reader)
    case .none: return nil
    }
  }

  /// Whether tokens before a comma are only a phrase with a relative clause: "The mayor, who came
  /// late", which is whoever speaks and nothing said.
  func isOnlyNamed(_ range: Range<Int>, _ reader: ClauseReader) -> Bool {
    guard let comma = range.first(where: { context.kind($0) == .comma }),
      comma + 1 < range.upperBound,
      reader.isRelative(comma + 1),
      !(comma + 1..<range.upperBound).contains(where: { context.kind($0) == .comma })
    else { return false }
    return !ContentReach(self, reader).hasVerb(range.lowerBound..<comma)
  }

  /// Whether all that stands before the comma of a cue is a person's name and what tells more of that person: "Nora
  /// Bell, head of planning at the port, | said ...".
  func isOnlyApposed(before cue: Cue, _ reader: ClauseReader) -> Bool {
    guard context.kind(cue.tokens.lowerBound - 1) == .comma,
      case .phrase(let phrase) = reader.subject(
        before: cue.tokens.lowerBound, from: tokens.lowerBound),
      phrase.tokens.lowerBound == tokens.lowerBound, case .mention(let name) = phrase.head
    else { return false }
    return context.names[name].kind == .person
  }

  /// Whether the subject of a cue behind a comma follows it and closes the sentence: "..., said
  /// so-and-so from the institute".
  func invertsSubject(of cue: Cue, _ reader: ClauseReader) -> Bool {
    let before = cue.tokens.lowerBound - 1
    guard cue.frame == .verb, before > tokens.lowerBound,
      [.comma, .dash, .closingQuote].contains(context.kind(before)),
      cue.tokens.upperBound < tokens.upperBound, !isOnlyNamed(tokens.lowerBound..<before, reader),
      !isOnlyApposed(before: cue, reader),
      let subject = reader.subject(after: cue.tokens.upperBound, to: tokens.upperBound)
    else { return false }
    switch subject.head {
    case .document, .unknown: return false
    // "..., said he leaves soon": a pronoun is the subject of the word behind it.
    case .pronoun where isFollowedByWord(subject): return false
    default: break
    }
    var index = subject.tokens.upperBound
    while index < tokens.upperBound {
      switch context.kind(index) {
      case .openingQuote, .colon: return false
      case .comma: return true
      default: break
      }
      if reader.isRelative(index) { return true }
      if context.text.phrases.longest(.complementiser, at: index) != nil
        || context.text.functionType(index)?.isVerbal == true
        || (reader.isVerb(index) && !reader.isNominal(index))
      {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether a word stands right behind a phrase.
  func isFollowedByWord(_ phrase: NounPhrase) -> Bool {
    let next = phrase.tokens.upperBound
    return next < tokens.upperBound && [.word, .clitic].contains(context.kind(next))
  }

  /// The subject of an earlier verb of the sentence: the last one that reported, or the first.
  private func sharedSubject(before token: Int, _ reader: ClauseReader) -> NounPhrase? {
    if let other = otherThanObject(before: token, reader) { return other }
    if let previous, previous.cue?.frame != .noun, var speaker = previous.speaker {
      // "The mayor, who says so, said ...": behind the relative clause whom it belongs to.
      if context.kind(token - 1) == .comma { speaker.relative = nil }
      return speaker
    }
    return nearestSubject(before: token, reader)
      ?? reader.mainSubject(of: sentence, before: token) ?? followingSubject(token, reader)
  }

  /// Who does what a participle tells, where its object is who has said the words before it: "she says the lender
  /// came at night, | telling her to leave" — the lender.
  private func otherThanObject(before token: Int, _ reader: ClauseReader) -> NounPhrase? {
    let text = context.text
    guard token > sentence.lowerBound,
      context.kind(token) == .comma || context.kind(token - 1) == .comma
        || text.functionType(token - 1) == .conjunction,
      let previous, let speaker = previous.speaker, case .pronoun = speaker.head,
      let own = cue(from: token), own.frame == .participle,
      let object = own.tokens.upperBound < tokens.upperBound ? own.tokens.upperBound : nil,
      reader.pronounCase(object) != .subject,
      let gender = text.pronounTraits(at: object)?.gender,
      gender == text.pronounTraits(at: speaker.headTokens.lowerBound)?.gender,
      previous.content.upperBound <= token,
      let doer = reader.mainSubject(of: previous.content, before: token),
      text.pronounTraits(at: doer.headTokens.lowerBound)?.gender != gender
    else { return nil }
    return doer
  }

  /// The subject of the nearest verb before a token, where a conjunction opens its clause: "the
  /// mood changed as | the mayor rose and accused".
  private func nearestSubject(before token: Int, _ reader: ClauseReader) -> NounPhrase? {
    let first = max(sentence.lowerBound + 2, token - ClauseReader.longestPhrase)
    for index in stride(from: token - 1, through: first, by: -1) {
      switch context.kind(index) {
      case .word: break
      case .number, .clitic, .other, .openingQuote, .closingQuote: continue
      case .comma where index == token - 1: continue
      default: return nil
      }
      if context.text.functionType(index) == .infinitive || reader.isRelative(index) { return nil }
      guard reader.isVerb(index) || context.text.functionType(index)?.isVerbal == true,
        case .phrase(let phrase) = reader.subject(before: index, from: sentence.lowerBound),
        phrase.relative == nil
      else { continue }
      let before = phrase.tokens.lowerBound - 1
      guard phrase.head != .unknown, phrase.cases.isDisjoint(with: .caseMarkers),
        before > sentence.lowerBound,
        context.text.functionType(before) == .conjunction || isNamed(phrase, before, reader)
      else { return nil }
      return phrase
    }
    return nil
  }

  /// Whether a participle brings a person by a name: "a singer named | Ann Lee".
  private func isNamed(_ phrase: NounPhrase, _ participle: Int, _ reader: ClauseReader) -> Bool {
    guard case .mention(let name) = phrase.head, context.names[name].kind == .person else {
      return false
    }
    return context.text.hasFiniteEnding(participle) && reader.isVerb(participle)
  }

  /// Most tokens of what opens a sentence before its subject.
  private static let longestLead = 24

  /// The subject behind the comma that closes what opens a sentence: "Citing the weather, the
  /// mayor left".
  private func followingSubject(_ token: Int, _ reader: ClauseReader) -> NounPhrase? {
    guard token <= sentence.lowerBound + 3 else { return nil }
    let limit = min(sentence.upperBound, token + Self.longestLead)
    guard token < limit,
      let comma = (token..<limit).first(where: { context.kind($0) == .comma }),
      comma + 1 < sentence.upperBound
    else { return nil }
    return reader.mainSubject(of: comma + 1..<sentence.upperBound, before: sentence.upperBound)
  }

  /// Where the content begins when the cue is followed by what it reports: after a comma, colon,
  /// dash or complementiser, or at a quotation mark; `nil` when nothing of this follows.
  func contentStart(after cue: Cue) -> Int? {
    var index = cue.tokens.upperBound
    guard index < tokens.upperBound else { return nil }
    let text = context.text
    // "Does not say | that ...", where the negation is a word of its own.
    if context.kind(index) == .word, index + 1 < tokens.upperBound,
      settings.negations.contains(text.text(index..<index + 1)),
      text.phrases.longest(.complementiser, at: index + 1) != nil
    {
      index += 1
    }
    if let found = text.phrases.longest(.complementiser, at: index),
      found.sense.attribute == ComplementiserPlace.before.rawValue
    {
      index = found.match.end
      if index < tokens.upperBound, context.kind(index) == .comma { index += 1 }
      return index < tokens.upperBound ? index : nil
    }
    switch context.kind(index) {
    case .comma, .colon, .dash:
      while index < tokens.upperBound, [.comma, .colon, .dash].contains(context.kind(index)) {
        index += 1
      }
      return index < tokens.upperBound ? index : nil
    case .openingQuote: return text.pair(at: index)?.open == index ? index : nil
    default: return nil
    }
  }

  /// Where the report of somebody else begins inside of what seems to be the content: "A says ...;
  /// but B says, ...".
  ///
  /// - Parameters:
  ///   - start: Where the content begins.
  ///   - cue: Its own cue.
  /// - Returns: The comma or semicolon before it.
  func otherReport(from start: Int, after cue: Cue) -> Int? {
    for other in cues(in: start + 1..<max(start + 1, tokens.upperBound)).prefix(Self.mostReports)
    where other.frame == .verb && contentStart(after: other) != nil {
      let finder = SpeakerFinder(context)
      guard let speaker = finder.parties(before: other.tokens.lowerBound, from: start).speaker,
        speaker.head != .document
      else { continue }
      if case .pronoun = speaker.head { continue }
      var border = speaker.tokens.lowerBound - 1
      var turns = false
      while border > start, context.kind(border) == .word,
        speaker.tokens.lowerBound - border <= Self.longestTurn
      {
        if context.text.phrases.longest(.connective, at: border)?.sense.attribute
          == ConnectiveType.contrast.rawValue
        {
          turns = true
        }
        border -= 1
      }
      guard border > start + 1, speaker.tokens.lowerBound - border <= Self.longestTurn else {
        continue
      }
      if context.kind(border) == .colon || (context.kind(border) == .comma && turns) {
        return border
      }
    }
    return nil
  }

  /// Most tokens between a border and the subject of the report behind it.
  private static let longestTurn = 6
  /// Most other cues behind one that are looked at.
  private static let mostReports = 64

  /// The tokens of the complementiser that closes the content before a cue, as Bengali writes it.
  func closingComplementiser(before cue: Cue) -> Range<Int>? {
    let lower = max(tokens.lowerBound, cue.tokens.lowerBound - 14)
    for index in stride(from: cue.tokens.lowerBound - 1, through: lower, by: -1) {
      if let found = context.text.phrases.longest(.complementiser, at: index),
        found.sense.attribute == ComplementiserPlace.after.rawValue,
        context.text.pairOfToken[index] < 0
      {
        return index..<found.match.end
      }
      if [.comma, .terminator, .colon].contains(context.kind(index)) { return nil }
    }
    return nil
  }

  /// The content between two tokens cut down to its quotation marks where nothing but a reporting
  /// tail follows them.
  func content(_ range: Range<Int>) -> Range<Int> {
    let range = context.trimmed(range)
    guard let first = range.first, let pair = context.text.pair(at: first), pair.open == first,
      pair.close < range.upperBound
    else { return range }
    let rest = context.trimmed(pair.close + 1..<max(pair.close + 1, range.upperBound))
    return rest.isEmpty ? first..<pair.close + 1 : range
  }

  /// Where speech in marks ends that a full stop closes inside of them, when more of the sentence
  /// follows, which is another one.
  func spokenEnd(_ start: Int) -> Int? {
    var end = start
    while end < tokens.upperBound, let pair = context.text.pair(at: end), pair.open == end,
      pair.close < tokens.upperBound
    {
      end = pair.close + 1
    }
    guard end > start + 2, context.kind(end - 2) == .terminator, end < tokens.upperBound,
      context.kind(end) == .word
    else { return nil }
    return end
  }

  /// Whether a cue says what somebody takes something for: "sees it as a milestone".
  func isAppraisal(_ cue: Cue) -> Bool {
    cue.lemma >= 0
      && settings.aboutVerbs.contains(context.text.pack.lexicon.string(cue.lemma))
  }

  /// Most cues between a participle and its verb.
  private static let farthestMain = 8

  /// Who stands beside the verb of speech that a participle belongs to, in a language whose verb ends
  /// its clause.
  func parties(ofMainVerbBehind cue: Cue) -> SpeakerFinder.Parties? {
    guard
      let main = cues[cues.first(from: cue.tokens.upperBound)...].prefix(Self.farthestMain)
        .first(where: {
          $0.frame == .verb || $0.frame == .promise
            || $0.frame == .passive && context.text.verbEndsClause
        })
    else { return nil }
    let finder = SpeakerFinder(context)
    // "Calling for a bridge, in the notice it is said ...".
    if main.frame == .passive {
      return finder.origin(in: cue.tokens.upperBound..<main.tokens.lowerBound).map {
        SpeakerFinder.Parties(speaker: $0)
      }
    }
    var parties = finder.parties(before: main.tokens.lowerBound, from: cue.tokens.upperBound)
    if parties.speaker == nil {
      parties.speaker = finder.parties(after: main.tokens.upperBound, to: end(behind: main)).speaker
    }
    return parties
  }

  /// A draft of this clause.
  func draft(
    _ content: Range<Int>, _ cue: Cue?, _ parties: SpeakerFinder.Parties, confidence: Double,
    rule: Construction
  ) -> QuotationDraft? {
    guard content.contains(where: { context.kind($0) == .word }) else { return nil }
    var draft = QuotationDraft(
      content: content, cue: cue, speaker: parties.speaker, addressee: parties.addressee,
      medium: parties.medium, sentence: sentenceIndex, confidence: confidence, rule: rule)
    if let cue, let marker = infinitiveMarker(of: content, cue) {
      draft.content = marker..<content.upperBound
      draft.cue?.tokens = cue.tokens.lowerBound..<marker
    }
    return draft
  }

  /// The word that makes an infinitive of what stands behind it, where tables have it as the end of a cue: of
  /// "vowed to | rebuild it" the words are "to rebuild it".
  private func infinitiveMarker(of content: Range<Int>, _ cue: Cue) -> Int? {
    let (marker, text) = (cue.tokens.upperBound - 1, context.text)
    guard marker > cue.tokens.lowerBound, content.lowerBound == marker + 1, cue.lemma >= 0,
      settings.infinitiveCues.contains(text.pack.lexicon.string(cue.lemma)),
      text.functionType(marker) == .infinitive, context.kind(content.lowerBound) == .word,
      !text.tokens[content.lowerBound].isCapitalized, context.name(at: content.lowerBound) == nil
    else { return nil }
    switch text.functionType(content.lowerBound) {
    case .determiner, .quantifier, .adposition, .conjunction: return nil
    default: return marker
    }
  }
}

extension Array where Element == Cue {
  /// Index of the first cue that begins at a token or after it; cues are in text order.
  func first(from token: Int) -> Int {
    partitioningIndex { $0.tokens.lowerBound >= token }
  }
}
