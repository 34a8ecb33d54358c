/// A sentence as it stands outside of quotation marks: what is quoted counts as one word of it.
struct Sentence: Sendable {
  /// Its tokens, final mark included.
  @SmallTokens var tokens: Range<Int>
  /// Index of the paragraph it begins in.
  @SmallNumber var paragraph: Int
}

/// Cuts a document into sentences.
struct SentenceSplitter {
  /// How many tokens after a quotation may belong to its reporting clause.
  static let longestTail = 14

  let text: TokenizedDocument

  init(_ text: TokenizedDocument) { self.text = text }

  /// The sentences in text order.
  func sentences() -> [Sentence] { sentences(in: 0..<text.tokens.count) }

  /// The sentences of a range of tokens, which ends the last one.
  func sentences(in range: Range<Int>) -> [Sentence] {
    var found: [Sentence] = []
    var start = range.lowerBound
    var index = start
    var paragraph = text.paragraphs.partitioningIndex { $0.upperBound > start }
    var beginning = paragraph
    var pair = text.pairs.partitioningIndex { $0.open >= start }
    var steps = 0
    while index < range.upperBound {
      while text.paragraphs[paragraph].upperBound <= index { paragraph += 1 }
      if index == start { beginning = paragraph }
      while pair < text.pairs.count, text.pairs[pair].open < index { pair += 1 }
      var ends = false
      if pair < text.pairs.count, text.pairs[pair].open == index {
        index = text.pairs[pair].close
        while text.paragraphs[paragraph].upperBound <= index { paragraph += 1 }
        ends = endsSentence(text.pairs[pair], paragraph)
      } else {
        ends = text.tokens[index].kind == .terminator || isAbbreviatedEnd(index)
      }
      index += 1
      steps += 1
      let end = min(text.paragraphs[paragraph].upperBound, range.upperBound)
      if ends {
        while index < end, Self.closes(text.tokens[index]) { index += 1 }
      }
      if ends || index >= end || steps == Limits.sentenceTokens {
        found.append(Sentence(tokens: start..<index, paragraph: beginning))
        start = index
        steps = 0
      }
    }
    return found
  }

  /// Whether an abbreviation's full stop ends the sentence too: a word that opens sentences and
  /// names nothing follows with a capital.
  private func isAbbreviatedEnd(_ index: Int) -> Bool {
    let next = index + 1
    guard text.marksNames, next < text.tokens.count,
      text.tokens[index].kind == .word, text.tokens[next].followsBlank,
      text.tokens[next].isCapitalized || text.tokens[next].kind == .openingQuote,
      text.document.text.bytes[Int(text.tokens[index].end) - 1] == 0x2E
    else { return false }
    if text.tokens[next].kind == .openingQuote { return !text.classes(index).has(.title) }
    let classes = text.classes(next)
    return (classes.has(.functionWord) || classes.has(.pronoun)) && !classes.has(.timeWord)
      && !text.classes(index).has(.title)
  }

  private static func closes(_ token: Token) -> Bool {
    !token.followsBlank
      && [.closingBracket, .closingQuote, .terminator].contains(token.kind)
  }

  /// Whether the sentence ends with a quotation: its words end like one, and no reporting clause
  /// follows.
  private func endsSentence(_ pair: MarkPair, _ paragraph: Int) -> Bool {
    if pair.isUnterminated { return true }
    guard pair.close > pair.open + 1, text.tokens[pair.close - 1].kind == .terminator else {
      return false
    }
    let next = pair.close + 1
    let paragraphEnd = text.paragraphs[paragraph].upperBound
    if text.has(.reportBeginsSmall) {
      return next >= paragraphEnd || !speakerAndCueFollow(next, paragraphEnd, pair)
    }
    return !reportingClauseFollows(next, paragraphEnd)
  }

  /// Whether what follows a quotation that ends like a sentence is its reporting clause: it begins
  /// small, or is a name or noun phrase with a cue that opens nothing further.
  private func speakerAndCueFollow(_ first: Int, _ paragraphEnd: Int, _ pair: MarkPair) -> Bool {
    switch text.tokens[first].kind {
    case .comma, .dash: return true
    case .word: break
    default: return false
    }
    if !text.tokens[first].isCapitalized { return true }
    let end = min(paragraphEnd, first + Self.longestTail)
    for index in first..<end {
      switch text.tokens[index].kind {
      case .terminator, .openingQuote, .colon: return false
      default: break
      }
      guard index > first, let cue = text.phrases.longest(.cue, at: index),
        cue.sense.attribute == CueFrame.verb.rawValue
          || cue.sense.attribute == CueFrame.address.rawValue,
        !text.tokens[index].isCapitalized
      else {
        if index > first, text.functionType(index)?.isVerbal == true { return false }
        continue
      }
      let next = cue.match.end
      guard next < paragraphEnd else { return true }
      if text.tokens[next].kind == .terminator { return true }
      // A full stop inside of the marks ends a sentence but by mistake.
      if isFullStop(pair.close - 1) { return false }
      if text.tokens[next].kind == .comma {
        return next + 1 < paragraphEnd && text.tokens[next + 1].kind == .word
      }
      switch text.functionType(next) {
      case .adposition, .infinitive, .conjunction: return true
      default: break
      }
      return text.classes(next).has(.timeWord)
        || cue.sense.attribute == CueFrame.address.rawValue
    }
    return false
  }

  private func isFullStop(_ index: Int) -> Bool {
    text.document.text.bytes[Int(text.tokens[index].start)] == 0x2E
  }

  private func reportingClauseFollows(_ first: Int, _ paragraphEnd: Int) -> Bool {
    let end = min(paragraphEnd, first + Self.longestTail)
    guard first < end else { return false }
    if let found = text.phrases.longest(.complementiser, at: first),
      found.sense.attribute == ComplementiserPlace.after.rawValue
    {
      return true
    }
    for index in first..<end {
      switch text.tokens[index].kind {
      case .terminator, .openingQuote, .colon, .comma: return false
      default: break
      }
      guard let cue = text.phrases.longest(.cue, at: index),
        cue.sense.attribute == CueFrame.verb.rawValue
      else { continue }
      let next = cue.match.end
      guard next < paragraphEnd else { return true }
      switch text.tokens[next].kind {
      case .terminator: return true
      case .word:
        // "said the minister.": the speaker alone follows.
        return (first..<index).allSatisfy { text.functionType($0) == .adverb }
          && !hasComma(next, paragraphEnd)
      default: return false
      }
    }
    return false
  }

  private func hasComma(_ first: Int, _ paragraphEnd: Int) -> Bool {
    for index in first..<min(paragraphEnd, first + Self.longestTail) {
      if text.tokens[index].kind == .terminator { return false }
      if text.tokens[index].kind == .comma { return true }
    }
    return false
  }
}
