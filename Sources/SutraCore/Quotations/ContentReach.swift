/// Tells where the content after a cue begins and ends, in a language whose verb stands before its
/// object.
struct ContentReach {
  /// How what is said begins.
  enum Opening {
    /// After a complementiser, a colon, or at a quotation mark.
    case marked
    /// With no word or mark between.
    case bare
    /// Not at all: only time, place and addressee follow.
    case none
  }

  /// What follows a cue.
  struct Found {
    var start: Int
    var opening: Opening
    var addressee: Range<Int>?
    var medium: Range<Int>?
  }

  /// Most tokens of the phrase for whom something was said to.
  static let longestAddressee = 6
  /// How many in a hundred of a cue's bare uses must report for it to end the content before it.
  static let leastShare: UInt8 = 50
  /// Most tokens between a cue and its content.
  static let farthest = 20

  let clause: CueClause
  let reader: ClauseReader
  var context: QuotationContext { clause.context }
  var text: TokenizedDocument { clause.context.text }

  init(_ clause: CueClause, _ reader: ClauseReader) {
    self.clause = clause
    self.reader = reader
  }

  /// Where the content after a cue begins, or `nil` when none follows.
  func content(after cue: Cue) -> Found? {
    let found = following(cue)
    return found.opening == .none ? nil : found
  }

  /// What follows a cue: its content, if any, and whom and where it was said.
  func following(_ cue: Cue) -> Found {
    let first = cue.tokens.upperBound
    let limit = min(clause.tokens.upperBound, first + Self.farthest)
    var found = Found(start: first, opening: .none)
    var index = first
    // The first place where a bare content may begin.
    var bare: Int?
    var addressee: Range<Int>?
    while index < limit {
      if bare == nil || isComplementiser(index), let start = marked(index) {
        found.start = start
        found.opening = .marked
        if let addressee { found.addressee = addressee }
        return found
      }
      switch context.kind(index) {
      case .openingQuote, .colon: return bareFound(bare, found)
      case .terminator, .closingQuote: return bareFound(bare, found)
      case .comma:
        // "said, however, that": an aside of a word or two.
        if bare == nil, index + 2 < limit, text.functionType(index + 1) == .adverb,
          context.kind(index + 2) == .comma
        {
          index += 3
          continue
        }
        return bareFound(bare, found)
      case .word, .number: break
      default:
        return bareFound(bare, found)
      }
      if bare != nil {
        // Looks on for a mark behind what may be whom it was said to.
        if reader.isVerb(index) || text.functionType(index)?.isVerbal == true
          || isSubjectPronoun(index)
        {
          return bareFound(bare, found)
        }
        // Only a phrase of a few words can be whom it was said to, and only "that" tells it is.
        guard let bare, index - bare < Self.longestAddressee,
          text.functionType(index) != .adposition
        else { return bareFound(bare, found) }
        index += 1
        guard index < limit, isComplementiser(index) else { continue }
        addressee = bare..<index
      }
      if isTime(index) {
        index += 1
        continue
      }
      if text.functionType(index) == .adverb, index > first || cue.frame == .verb {
        index += 1
        continue
      }
      if text.functionType(index) == .conjunction, let start = behindClause(index, limit) {
        found.start = start
        found.opening = .marked
        return found
      }
      if text.functionType(index) == .adposition || text.functionType(index) == .infinitive {
        let isInfinitive =
          text.functionType(index) == .infinitive && index + 1 < limit && reader.isVerb(index + 1)
        guard !isInfinitive, let end = prepositional(index, limit) else {
          if !isInfinitive, let start = behindClause(index, limit) {
            found.start = start
            found.opening = .marked
            return found
          }
          bare = index
          index += 1
          continue
        }
        note(index + 1..<end, &found)
        index = end
        continue
      }
      if cue.frame == .address, let end = addresseeEnd(index, limit) {
        found.addressee = index..<end
        index = end
        continue
      }
      bare = index
      index += 1
    }
    return bareFound(bare, found)
  }

  /// Where the content begins behind a clause that only tells when: "said before the game was over |
  /// that".
  private func behindClause(_ first: Int, _ limit: Int) -> Int? {
    for index in first + 1..<max(first + 1, limit) {
      guard context.kind(index) == .word || context.kind(index) == .number else { return nil }
      guard isComplementiser(index) else { continue }
      let before = index - 1
      guard
        reader.isVerb(before) || text.classes(before).has(.timeWord) || isParticiple(before)
          || text.functionType(before) == .adverb
      else { return nil }
      return index + 1 < clause.tokens.upperBound ? index + 1 : nil
    }
    return nil
  }

  private func bareFound(_ bare: Int?, _ found: Found) -> Found {
    guard let bare else { return found }
    var found = found
    found.start = bare
    found.opening = .bare
    return found
  }

  /// Where the content begins when a complementiser, colon or quotation mark stands at a token.
  private func marked(_ index: Int) -> Int? {
    let upper = clause.tokens.upperBound
    if let found = text.phrases.longest(.complementiser, at: index),
      found.sense.attribute == ComplementiserPlace.before.rawValue
    {
      var start = found.match.end
      if start < upper, context.kind(start) == .comma || context.kind(start) == .colon {
        start += 1
      }
      return start < upper ? start : nil
    }
    switch context.kind(index) {
    case .openingQuote: return text.pair(at: index)?.open == index ? index : nil
    case .colon: return index + 1 < upper ? index + 1 : nil
    case .comma:
      guard index + 1 < upper, context.kind(index + 1) == .openingQuote,
        text.pair(at: index + 1)?.open == index + 1
      else { return nil }
      return index + 1
    default: return nil
    }
  }

  /// Whether a word that introduces a content stands at a token.
  func isComplementiser(_ index: Int) -> Bool {
    text.phrases.longest(.complementiser, at: index)?.sense.attribute
      == ComplementiserPlace.before.rawValue
  }

  private func isTime(_ index: Int) -> Bool {
    if context.name(at: index) != nil { return false }
    if text.classes(index).has(.timeWord) { return true }
    return context.kind(index) == .number && index > clause.tokens.lowerBound
      && text.classes(index - 1).has(.timeWord)
  }

  func isSubjectPronoun(_ index: Int) -> Bool {
    guard text.classes(index).has(.pronoun), text.functionType(index) == nil,
      let (_, sense) = text.phrases.longest(.pronoun, at: index)
    else { return false }
    return sense.attribute == PronounCase.subject.rawValue
  }

  /// Where a prepositional phrase ends, or `nil` when a verb stands in it.
  private func prepositional(_ first: Int, _ limit: Int) -> Int? {
    var index = first + 1
    var hasNoun = false
    while index < limit {
      if hasNoun, marked(index) != nil { return index }
      switch context.kind(index) {
      case .word: break
      case .number, .clitic, .other:
        hasNoun = true
        index += 1
        continue
      case .comma, .terminator, .dash, .closingQuote: return index
      default: return hasNoun ? index : nil
      }
      if let (_, name) = context.name(at: index) {
        if hasNoun, name.kind == .person, context.kind(index - 1) != .clitic,
          !text.classes(index - 1).has(.role), !text.classes(index - 1).has(.title)
        {
          return index
        }
        index = max(index + 1, name.tokens.upperBound)
        hasNoun = true
        continue
      }
      let type = text.functionType(index)
      if isSubjectPronoun(index) { return hasNoun ? index : nil }
      if text.classes(index).has(.timeWord) {
        hasNoun = true
      } else {
        switch type {
        case .determiner, .quantifier: if hasNoun { return index }
        case .adposition: return hasNoun ? index : nil
        case .conjunction, .other, .infinitive, .adverb: return hasNoun ? index : nil
        case .verb, .copula: return nil
        case nil:
          if text.classes(index).has(.lightVerb), hasNoun, !text.classes(index).has(.document) {
            return nil
          }
          hasNoun = true
        }
      }
      index += 1
    }
    return hasNoun ? index : nil
  }

  /// Notes what a prepositional phrase tells: whom or where it was said.
  private func note(_ range: Range<Int>, _ found: inout Found) {
    for index in range.reversed() {
      let classes = text.classes(index)
      if classes.has(.document) || text.isMedium(index)
        || context.name(at: index)?.name.isMedia == true
      {
        if found.medium == nil { found.medium = range }
        return
      }
      if classes.has(.role) || context.name(at: index)?.name.kind == .person {
        if found.addressee == nil { found.addressee = range }
        return
      }
    }
  }

  /// Where the phrase for whom something is told ends.
  private func addresseeEnd(_ first: Int, _ limit: Int) -> Int? {
    if text.classes(first).has(.pronoun), !isSubjectPronoun(first),
      text.phrases.longest(.pronoun, at: first)?.sense.attribute == PronounCase.object.rawValue
    {
      return first + 1
    }
    var index = first
    var hasNoun = false
    while index < limit {
      if marked(index) != nil { return hasNoun ? index : nil }
      switch context.kind(index) {
      case .word: break
      case .number, .clitic, .other:
        index += 1
        continue
      default: return hasNoun ? index : nil
      }
      if let (_, name) = context.name(at: index) {
        if hasNoun, context.kind(index - 1) != .clitic, !text.tokens[index - 1].isCapitalized,
          !text.classes(index - 1).has(.role)
        {
          return index
        }
        index = max(index + 1, name.tokens.upperBound)
        hasNoun = true
        continue
      }
      if isSubjectPronoun(index) { return hasNoun ? index : nil }
      switch text.functionType(index) {
      case .determiner, .quantifier: if hasNoun { return index }
      case nil:
        let classes = text.classes(index)
        if classes.has(.pronoun), hasNoun { return index }
        // A noun after a name begins what is told.
        if hasNoun, context.name(at: index - 1) != nil, !text.tokens[index].isCapitalized {
          return index
        }
        hasNoun = true
      default: return hasNoun ? index : nil
      }
      index += 1
    }
    return hasNoun ? index : nil
  }

  /// Where a content that begins at a token ends: with its sentence, or before a clause that is
  /// the reporter's again.
  func end(from start: Int, of cue: Cue) -> Int {
    let upper = clause.tokens.upperBound
    var index = start
    if let pair = text.pair(at: start), pair.open == start, pair.close < upper {
      if [.comma, .terminator].contains(context.kind(max(pair.open, pair.close - 1))) {
        return pair.close + 1
      }
      index = pair.close + 1
    }
    let isSubordinate = opensSubordinate(before: cue)
    while index < upper {
      if let pair = text.pair(at: index), pair.open == index, pair.close < upper {
        index = pair.close + 1
        // "While she was “ready,” it was late": the comma in the marks closes the clause.
        if isSubordinate, pair.close > pair.open + 1, context.kind(pair.close - 1) == .comma,
          index < upper, context.kind(index) == .word, text.functionType(index) != .conjunction
        {
          return index
        }
        continue
      }
      if index > start, endsContent(index) || (isSubordinate && context.kind(index) == .comma) {
        if !isSubordinate, let close = leadClose(start, index) {
          index = close + 1
          continue
        }
        return index
      }
      index += 1
    }
    return upper
  }

  /// The comma that closes a relative clause behind the phrase which opens a content: "that in the
  /// largest towns, which include these, | voters ...".
  private func leadClose(_ start: Int, _ comma: Int) -> Int? {
    guard context.kind(comma) == .comma, text.functionType(start) == .adposition,
      comma + 1 < clause.tokens.upperBound, reader.isRelative(comma + 1),
      !hasVerb(start..<comma)
    else { return nil }
    return (comma + 2..<max(comma + 2, clause.tokens.upperBound)).last {
      context.kind($0) == .comma && $0 + 2 < clause.tokens.upperBound
        && hasVerb($0 + 1..<clause.tokens.upperBound)
    }
  }

  /// Whether the cue stands in a clause that a conjunction opens and a comma closes: "while she
  /// said so, ...".
  private func opensSubordinate(before cue: Cue) -> Bool {
    guard clause.previous == nil, let first = clause.sentence.first,
      text.functionType(first) == .conjunction, !text.classes(first).has(.connective)
    else { return false }
    for index in first..<min(cue.tokens.lowerBound, first + ClauseReader.longestPhrase)
    where context.kind(index) == .comma { return false }
    return cue.tokens.lowerBound - first <= ClauseReader.longestPhrase
  }

  /// Whether a content ends before a token.
  func endsContent(_ index: Int) -> Bool {
    switch context.kind(index) {
    case .comma, .dash:
      guard index + 1 < clause.tokens.upperBound else { return true }
      if context.kind(index) == .dash, !text.tokens[index].followsBlank { return false }
      return opensReporters(index + 1)
    case .word:
      guard text.functionType(index) == .conjunction else { return false }
      return startsCue(index + 1) && takesContent(from: index + 1)
    default: return false
    }
  }

  /// Whether the clause that begins after a comma is the reporter's.
  private func opensReporters(_ index: Int) -> Bool {
    guard context.kind(index) == .word else { return false }
    // "..., but that ...": more of what is said.
    if index + 1 < clause.tokens.upperBound, isComplementiser(index + 1),
      text.functionType(index) == .conjunction || isContrast(index)
    {
      return false
    }
    if isContrast(index) || isAbsolute(index) { return true }
    if isParticiple(index) || startsCue(index) || subjectAndCueFollow(index) { return true }
    if text.functionType(index) == .conjunction {
      return startsCue(index + 1) || subjectAndCueFollow(index + 1) || isContrast(index)
    }
    return reader.isRelative(index) && text.phrases.longest(.complementiser, at: index) == nil
      && isThing(index)
  }

  private func isThing(_ index: Int) -> Bool {
    guard let (_, sense) = text.phrases.longest(.pronoun, at: index) else { return false }
    let lemma = text.pack.lexicon.value(of: sense) ?? text.text(index..<index + 1)
    return text.pack.settings.things.contains(lemma)
  }

  /// Most tokens between "with" and the participle of its clause.
  private static let longestAbsolute = 8

  /// Whether a clause with a participle for its verb begins at a token: ", with the port closing".
  private func isAbsolute(_ first: Int) -> Bool {
    guard text.pack.settings.absoluteWords.contains(text.text(first..<first + 1)) else {
      return false
    }
    for index in first
      + 2..<max(first + 2, min(clause.tokens.upperBound, first + Self.longestAbsolute))
    {
      guard context.kind(index) == .word || context.kind(index) == .clitic else { return false }
      if isParticiple(index), !isNoun(index) { return true }
    }
    return false
  }

  private func isContrast(_ index: Int) -> Bool {
    text.phrases.longest(.connective, at: index)?.sense.attribute
      == ConnectiveType.contrast.rawValue
  }

  /// Whether a verb's participle stands at a token.
  func isParticiple(_ index: Int) -> Bool {
    guard text.classes(index).has(.lightVerb), context.name(at: index) == nil else { return false }
    return text.phrases.matches(at: index).contains { match in
      match.end == index + 1
        && text.pack.lexicon.senses(at: match.node).contains {
          $0.lexicalClass == .lightVerb && $0.attribute == CueFrame.participle.rawValue
        }
    }
  }

  /// Whether a cue begins at a token, auxiliaries and adverbs before it.
  private func startsCue(_ index: Int) -> Bool {
    var index = index
    let limit = min(clause.tokens.upperBound, index + 4)
    while index < limit {
      if let cue = clause.cue(from: index), cue.tokens.lowerBound == index {
        return cue.share >= Self.leastShare
          && (cue.frame == .verb || cue.frame == .address || cue.frame == .participle)
      }
      guard context.kind(index) == .word,
        text.functionType(index) == .adverb || text.functionType(index)?.isVerbal == true
      else { return false }
      index += 1
    }
    return false
  }

  /// Whether a subject and right after it a cue stand at a token.
  private func subjectAndCueFollow(_ first: Int) -> Bool {
    guard let cue = clause.cue(from: first + 1), cue.tokens.lowerBound - first <= 8,
      cue.frame == .verb || cue.frame == .address, cue.share >= Self.leastShare
    else { return false }
    guard case .phrase(let phrase) = reader.subject(before: cue.tokens.lowerBound, from: first)
    else { return false }
    return phrase.tokens.lowerBound <= first + 1
  }
}
