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
    var found = following(cue)
    // "Telling a crowd, after the count, that ...": what stands behind a participle may be whom it is told.
    if found.opening == .none, isTelling(cue), let addressee = found.addressee {
      let limit = min(clause.tokens.upperBound, addressee.upperBound + Self.farthest)
      if let start = behindPlace(addressee.upperBound, limit) {
        found.start = start
        found.opening = .marked
      } else {
        found = following(cue, isAddressed: false)
      }
    }
    return found.opening == .none ? nil : found
  }

  /// What follows a cue: its content, if any, and whom and where it was said.
  func following(_ cue: Cue, isAddressed: Bool = true) -> Found {
    let first = cue.tokens.upperBound
    let limit = min(clause.tokens.upperBound, first + Self.farthest)
    var found = Found(start: first, opening: .none)
    var index = first
    // The first place where a bare content may begin.
    var bare: Int?
    // What a preposition opens right behind the cue.
    var lead: Int?
    var addressee: Range<Int>?
    while index < limit {
      if bare == nil || isComplementiser(index), let start = marked(index) {
        found.start = start
        found.opening = .marked
        if let addressee { found.addressee = addressee }
        return found
      }
      // "A bill approved in May that raised the toll": a relative clause.
      if bare == nil, index > first, isComplementiser(index) { return found }
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
        if bare == nil, let start = behindAside(index, limit) ?? subordinate(behind: index, of: cue)
        {
          found.start = start
          found.opening = .marked
          return found
        }
        if bare == nil, let lead, opensClause(behind: index, lead, cue) { bare = lead }
        return bareFound(bare, found)
      // "Reported - citing two officials - that ...".
      case .dash:
        guard bare == nil, let start = behindAside(index, limit) else {
          return bareFound(bare, found)
        }
        found.start = start
        found.opening = .marked
        return found
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
      if isTime(index) || isDayBeside(index, limit) {
        index += 1
        continue
      }
      // "Said after the talks he would go".
      if text.functionType(index) == .conjunction, !text.classes(index).has(.connective),
        let end = prepositional(index, limit), end < limit, isSubjectPronoun(end),
        text.pack.settings.circumstanceWords.contains(text.text(index..<index + 1))
      {
        index = end
        continue
      }
      // "There were nineteen on board": an adverb before the verb is part of the clause.
      let isKept =
        cue.frame == .address
        && text.pack.settings.negations.contains(text.text(index..<index + 1))
      if text.functionType(index) == .adverb, index > first || cue.frame == .verb, !isKept,
        index + 1 >= limit
          || (text.functionType(index + 1)?.isVerbal != true && context.kind(index + 1) != .clitic)
      {
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
          text.functionType(index) == .infinitive && index + 1 < limit
          && (reader.isVerb(index + 1) || isToldToDo(index, found.addressee))
          && !text.tokens[index + 1].isCapitalized
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
        if index == first { lead = index }
        index = end
        continue
      }
      if isAddressed, found.addressee == nil,
        let end = self.addressee(of: cue, from: index, to: limit)
      {
        found.addressee = index..<end
        if let start = asked(cue, behind: end) ?? behindRelative(end, limit) {
          found.start = start
          found.opening = isQuestionWord(start) ? .bare : .marked
          return found
        }
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
        reader.isVerb(before) || text.hasFiniteEnding(before) || text.classes(before).has(.timeWord)
          || isParticiple(before)
          || text.functionType(before) == .adverb
      else { return nil }
      return index + 1 < clause.tokens.upperBound ? index + 1 : nil
    }
    return nil
  }

  /// Where the content begins behind an aside that a comma closes and a word that introduces it follows: "told
  /// the mayor, a friend, that | ...", "argued, without proof, that | ...", or one between two dashes.
  private func behindAside(_ mark: Int, _ limit: Int) -> Int? {
    var index = mark + 1
    let close = context.kind(mark)
    while index < limit, context.kind(index) != close {
      switch context.kind(index) {
      case .word, .number, .clitic, .other: index += 1
      default: return nil
      }
    }
    guard index + 2 < limit, index > mark + 1, isComplementiser(index + 1) else { return nil }
    return marked(index + 1)
  }

  /// Whether what a preposition opens right behind a verb of saying belongs to a clause behind its comma: "says |
  /// despite all that, the road is safe".
  private func opensClause(behind comma: Int, _ lead: Int, _ cue: Cue) -> Bool {
    guard cue.frame == .verb, BareContent.opensClauses(cue, clause),
      !(lead..<comma).contains(where: {
        let classes = text.classes($0)
        return classes.has(.timeWord) || classes.has(.document) || text.isMedium($0)
          || context.name(at: $0) != nil || classes.has(.role)
      }),
      comma + 1 < clause.tokens.upperBound, !reader.isRelative(comma + 1)
    else { return false }
    return isClause(comma + 1..<clause.tokens.upperBound)
  }

  private func bareFound(_ bare: Int?, _ found: Found) -> Found {
    guard let bare else { return found }
    var found = found
    found.start = bare
    found.opening = .bare
    return found
  }

  /// Where the content begins when a complementiser, colon or quotation mark stands at a token.
  func marked(_ index: Int) -> Int? {
    let upper = clause.tokens.upperBound
    if let found = text.phrases.longest(.complementiser, at: index),
      found.sense.attribute == ComplementiserPlace.before.rawValue,
      !isSubject(index, before: found.match.end)
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

  /// Whether a word that may introduce a content is the subject of the verb behind it: "a bill that |
  /// raised the toll", "most say that | isn't likely".
  private func isSubject(_ index: Int, before next: Int) -> Bool {
    guard next == index + 1, next < clause.tokens.upperBound else { return false }
    // "Said that's because".
    if context.kind(next) == .clitic { return true }
    guard context.kind(next) == .word else { return false }
    return text.functionType(next)?.isVerbal == true
      || (reader.isVerb(next) && text.tokens[next].style == 0 && text.hasFiniteEnding(next))
  }

  /// Whether a word that introduces a content stands at a token.
  func isComplementiser(_ index: Int) -> Bool {
    text.phrases.longest(.complementiser, at: index)?.sense.attribute
      == ComplementiserPlace.before.rawValue
  }

  private func isTime(_ index: Int) -> Bool {
    if context.name(at: index) != nil { return false }
    if text.classes(index).has(.timeWord) {
      // "Said last Thursday's speeches had moved her": whose they are.
      let behind = (index + 1..<max(index + 1, clause.tokens.upperBound)).first {
        !text.classes($0).has(.timeWord)
      }
      return behind.map { context.kind($0) != .clitic } ?? true
    }
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
  func prepositional(_ first: Int, _ limit: Int) -> Int? {
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
          // "To the water board that ...": what stands before the word that opens the content is a noun.
          if text.classes(index).has(.lightVerb), hasNoun, !text.classes(index).has(.document),
            index + 1 >= limit || !isComplementiser(index + 1)
          {
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
}
