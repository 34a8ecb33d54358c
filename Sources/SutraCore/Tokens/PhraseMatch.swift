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

  /// Makes a match; a long text has many, so they are kept small.
  init(start: Int, end: Int, node: Int32, stemLength: Int, cases: CaseSet) {
    first = Int32(truncatingIfNeeded: start)
    count = UInt8(clamping: end - start)
    stem = UInt16(clamping: stemLength)
    self.node = node
    self.cases = cases
  }

  /// The same phrase, which begins elsewhere.
  fileprivate func moved(to token: Int) -> PhraseMatch {
    PhraseMatch(
      start: token, end: token + Int(count), node: node, stemLength: stemLength, cases: cases)
  }
}

/// All phrases of the lexicon in a document, by the token they begin at.
///
/// Those of one word are noted once for each distinct word, and only longer ones where they stand.
struct PhraseIndex: Sendable {
  /// Longest phrase of a lexicon in words.
  static let longest = 8

  /// The phrases that are one word, by the vocabulary's number of the word.
  private var single: [PhraseMatch] = []
  private var singleStarts: [Int32] = []
  /// The longer ones in text order, and the tokens at which they begin.
  private var longer: [PhraseMatch] = []
  private var longerStarts: [Int32] = []
  private var beginnings: TokenBits
  private let tokens: [Token]
  private let lexicon: Lexicon
  /// For each word the classes of its phrases of one word.
  private var singleClasses: [UInt32] = []

  init(_ tokens: [Token], _ vocabulary: Vocabulary, _ lexicon: Lexicon) {
    self.tokens = tokens
    self.lexicon = lexicon
    beginnings = TokenBits(tokenCount: tokens.count)
    let words = vocabulary.lexiconWords.count
    singleClasses.reserveCapacity(words)
    singleStarts.reserveCapacity(words + 1)
    for word in 0..<words {
      singleStarts.append(Int32(single.count))
      collectSingle(Int32(word), vocabulary)
      singleClasses.append(
        single[Int(singleStarts[word])...].reduce(0) { $0 | lexicon.allClasses(at: $1.node) })
    }
    singleStarts.append(Int32(single.count))
    for index in tokens.indices { collectLonger(at: index, vocabulary) }
    longerStarts.append(Int32(longer.count))
    beginnings.count()
  }

  /// The phrases that begin at a token, shorter before longer.
  func matches(at token: Int) -> PhraseMatches {
    let word = Int(tokens[token].word)
    guard word >= 0 else { return PhraseMatches(token: token, single: [], longer: []) }
    return PhraseMatches(
      token: token, single: single[singles(of: word)], longer: longer[longerOnes(at: token)])
  }

  /// The longest phrase of a class that begins at a token, with the sense that has the class; of
  /// phrases of one length the one as written.
  func longest(
    _ lexicalClass: LexicalClass, at token: Int
  ) -> (match: PhraseMatch, sense: Sense)? {
    let word = Int(tokens[token].word)
    guard word >= 0 else { return nil }
    var best: (match: PhraseMatch, sense: Sense)?
    for index in longerOnes(at: token) {
      let match = longer[index]
      guard best.map({ match.end > $0.match.end }) ?? true,
        let sense = lexicon.sense(lexicalClass, at: match.node)
      else { continue }
      best = (match, sense)
    }
    if best != nil { return best }
    guard singleClasses[word].has(lexicalClass) else { return nil }
    for index in singles(of: word) {
      guard let sense = lexicon.sense(lexicalClass, at: single[index].node) else { continue }
      return (single[index].moved(to: token), sense)
    }
    return nil
  }

  /// Whether phrases of some of these classes, a set of bits, begin at a token.
  func holds(_ classes: UInt32, at token: Int) -> Bool {
    let word = Int(tokens[token].word)
    guard word >= 0 else { return false }
    return singleClasses[word] & classes != 0
      || longerOnes(at: token).contains { lexicon.allClasses(at: longer[$0].node) & classes != 0 }
  }

  private func singles(of word: Int) -> Range<Int> {
    Int(singleStarts[word])..<Int(singleStarts[word + 1])
  }

  private func longerOnes(at token: Int) -> Range<Int> {
    guard beginnings.contains(token) else { return 0..<0 }
    let place = beginnings.rank(through: token)
    return Int(longerStarts[place - 1])..<Int(longerStarts[place])
  }

  private mutating func collectSingle(_ word: Int32, _ vocabulary: Vocabulary) {
    if let node = node(of: vocabulary.lexiconWords[Int(word)]) {
      single.append(PhraseMatch(start: 0, end: 1, node: node, stemLength: 0, cases: []))
    }
    for stem in vocabulary.stems(of: word) {
      guard let node = node(of: stem.word) else { continue }
      single.append(
        PhraseMatch(
          start: 0, end: 1, node: node, stemLength: stem.keyLength, cases: stem.cases))
    }
  }

  /// The node of the phrase that is one word of the lexicon, when the tables say something of it.
  private func node(of word: Int32) -> Int32? {
    guard word >= 0 else { return nil }
    let node = lexicon.firstNode(of: word)
    return node < 0 || lexicon.senses(at: node).isEmpty ? nil : node
  }

  private mutating func collectLonger(at index: Int, _ vocabulary: Vocabulary) {
    let first = tokens[index].word
    guard first >= 0, vocabulary.lexiconWords[Int(first)] >= 0 else { return }
    let before = longer.count
    var node = lexicon.firstNode(of: vocabulary.lexiconWords[Int(first)])
    var next = index + 1
    while node >= 0, lexicon.goesOn(from: node), next < tokens.count,
      next - index < Self.longest
    {
      let word = tokens[next].word
      guard word >= 0 else { break }
      for stem in vocabulary.stems(of: word) where stem.word >= 0 {
        note(index, next + 1, lexicon.next(node, stem.word), stem.keyLength, stem.cases)
      }
      node = lexicon.next(node, vocabulary.lexiconWords[Int(word)])
      note(index, next + 1, node, 0, [])
      next += 1
    }
    guard longer.count > before else { return }
    beginnings.insert(index)
    longerStarts.append(Int32(before))
  }

  private mutating func note(
    _ start: Int, _ end: Int, _ node: Int32, _ stemLength: Int, _ cases: CaseSet
  ) {
    guard node >= 0, !lexicon.senses(at: node).isEmpty else { return }
    longer.append(
      PhraseMatch(start: start, end: end, node: node, stemLength: stemLength, cases: cases))
  }
}

/// The phrases that begin at one token, shorter before longer.
struct PhraseMatches: RandomAccessCollection {
  fileprivate let token: Int
  fileprivate let single: ArraySlice<PhraseMatch>
  fileprivate let longer: ArraySlice<PhraseMatch>

  var startIndex: Int { 0 }
  var endIndex: Int { single.count + longer.count }

  subscript(index: Int) -> PhraseMatch {
    index < single.count
      ? single[single.startIndex + index].moved(to: token)
      : longer[longer.startIndex + index - single.count]
  }
}
