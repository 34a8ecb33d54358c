/// A phrase of the lexicon that stands in the text, perhaps with a case ending on its last word.
struct PhraseMatch: Sendable {
  private let first: Int32
  private let stem: UInt16
  private let count: UInt8
  /// What the last word's ending says.
  let cases: CaseSet
  /// The lexicon's node of the phrase.
  let node: Int32

  /// Index of its first token.
  var start: Int { Int(first) }
  /// Index one past its last token.
  var end: Int { Int(first) + Int(count) }
  /// Length of the last word's stem in bytes of its key, or 0 when it stands as in the lexicon.
  var stemLength: Int { Int(stem) }

  /// Makes a match; there is one for nearly every word of a text, so it is kept small.
  init(start: Int, end: Int, node: Int32, stemLength: Int, cases: CaseSet) {
    first = Int32(truncatingIfNeeded: start)
    count = UInt8(clamping: end - start)
    stem = UInt16(clamping: stemLength)
    self.node = node
    self.cases = cases
  }
}

/// All phrases of the lexicon in a document, by the token they begin at.
struct PhraseIndex: Sendable {
  /// Longest phrase of a lexicon in words.
  static let longest = 8

  private var matches: [PhraseMatch] = []
  private var starts: [Int32] = []
  private let lexicon: Lexicon

  init(_ tokens: [Token], _ vocabulary: Vocabulary, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    starts.reserveCapacity(tokens.count + 1)
    for index in tokens.indices {
      starts.append(Int32(matches.count))
      collect(at: index, tokens, vocabulary)
    }
    starts.append(Int32(matches.count))
  }

  /// The phrases that begin at a token, shorter before longer.
  func matches(at token: Int) -> ArraySlice<PhraseMatch> {
    matches[Int(starts[token])..<Int(starts[token + 1])]
  }

  /// The longest phrase of a class that begins at a token, with the sense that has the class; of
  /// phrases of one length the one as written.
  func longest(
    _ lexicalClass: LexicalClass, at token: Int
  ) -> (match: PhraseMatch, sense: Sense)? {
    var best: (match: PhraseMatch, sense: Sense)?
    for match in matches(at: token) {
      guard best.map({ match.end > $0.match.end }) ?? true,
        let sense = lexicon.senses(at: match.node).first(where: { $0.lexicalClass == lexicalClass })
      else { continue }
      best = (match, sense)
    }
    return best
  }

  private mutating func collect(at index: Int, _ tokens: [Token], _ vocabulary: Vocabulary) {
    let first = tokens[index].word
    guard first >= 0 else { return }
    var node =
      vocabulary.lexiconWords[Int(first)] < 0
      ? -1 : lexicon.firstNodes[Int(vocabulary.lexiconWords[Int(first)])]
    note(index, index + 1, node, 0, [])
    for stem in vocabulary.stems(of: first) where stem.word >= 0 {
      note(index, index + 1, lexicon.firstNodes[Int(stem.word)], stem.keyLength, stem.cases)
    }
    var next = index + 1
    while node >= 0, next < tokens.count, next - index < Self.longest {
      let word = tokens[next].word
      guard word >= 0 else { return }
      for stem in vocabulary.stems(of: word) where stem.word >= 0 {
        note(index, next + 1, lexicon.next(node, stem.word), stem.keyLength, stem.cases)
      }
      node = lexicon.next(node, vocabulary.lexiconWords[Int(word)])
      note(index, next + 1, node, 0, [])
      next += 1
    }
  }

  private mutating func note(
    _ start: Int, _ end: Int, _ node: Int32, _ stemLength: Int, _ cases: CaseSet
  ) {
    guard node >= 0, !lexicon.senses(at: node).isEmpty else { return }
    matches.append(
      PhraseMatch(start: start, end: end, node: node, stemLength: stemLength, cases: cases))
  }
}
