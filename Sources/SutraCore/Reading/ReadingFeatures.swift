/// What the second reading looks at: for every token of a document the rows of its features.
///
/// Words count by themselves and by their beginnings and endings; what the tables say of them, the names,
/// and what the rules have found are features as well, so that a network learns when to believe the rules.
/// The trainer and the program share this code, so that they agree.
struct ReadingFeatures {
  /// Changes when the features do; a network of another revision is refused.
  static let revision = 2
  /// How many bits of a row's number there are; a network takes the lowest ones.
  static let rowBits = 18

  private let context: QuotationContext
  private var text: TokenizedDocument { context.text }
  /// For each token what part of a cue of the tables it is; 0 for none.
  private var cues: [UInt32]
  /// For each token what the rules take it for: part of a content, a cue or a speaker; 0 for nothing.
  private var contents: [UInt32]
  private var reports: [UInt32]
  private var speakers: [UInt32]
  /// For each token whether its sentence begins with it.
  private var opensSentence: TokenBits

  /// Reads a document and what the rules have found in it.
  init(_ context: QuotationContext, _ drafts: [QuotationDraft]) {
    self.context = context
    let count = context.text.tokens.count
    cues = [UInt32](repeating: 0, count: count)
    contents = cues
    reports = cues
    speakers = cues
    opensSentence = TokenBits(tokenCount: count)
    for sentence in context.sentences where !sentence.tokens.isEmpty {
      opensSentence.insert(sentence.tokens.lowerBound)
      for cue in CueFinder(text: context.text).cues(in: sentence.tokens) { note(cue) }
    }
    for draft in drafts { note(draft) }
  }

  private mutating func note(_ cue: Cue) {
    let share: UInt32 = cue.share < 50 ? 0 : cue.share < 75 ? 1 : 2
    let kind = UInt32(cue.frame.rawValue) << 8 | UInt32(cue.cueClass.rawValue) << 4 | share << 2
    for token in cue.tokens { cues[token] = kind | (token == cue.tokens.lowerBound ? 2 : 1) }
  }

  private mutating func note(_ draft: QuotationDraft) {
    // By its name, so that further constructions change nothing.
    let name = NameFeatures.hash(Array(draft.rule.rawValue.utf8)[...])
    let rule = UInt32(truncatingIfNeeded: name) << 3
    Self.mark(draft.content, with: rule, in: &contents)
    if let cue = draft.cue { Self.mark(cue.tokens, with: rule, in: &reports) }
    if let speaker = draft.speaker { Self.mark(speaker.tokens, with: rule, in: &speakers) }
  }

  /// Marks the first, the last and the other tokens of a range.
  private static func mark(_ range: Range<Int>, with rule: UInt32, in marks: inout [UInt32]) {
    for token in range {
      let isFirst: UInt32 = token == range.lowerBound ? 2 : 0
      let isLast: UInt32 = token == range.upperBound - 1 ? 4 : 0
      marks[token] = rule | isFirst | isLast | 1
    }
  }

  /// Appends the rows of a token's features.
  func addRows(of token: Int, to rows: inout [UInt32]) {
    func add(_ template: UInt64, _ value: UInt64) {
      rows.append(
        NameFeatures.row(NameFeatures.feature(template, value)) & (1 << UInt32(Self.rowBits) - 1))
    }
    let found = text.tokens[token]
    let look = UInt64(found.style) << 1 | (found.followsBlank ? 1 : 0)
    add(1, UInt64(found.kind.rawValue) << 8 | look)
    if opensSentence.contains(token) { add(2, UInt64(found.kind.rawValue)) }
    addWord(found.word, add)
    if let type = text.functionType(token) { add(9, UInt64(type.rawValue)) }
    if let (_, name) = context.name(at: token) {
      let kind = UInt64(EntityKind.allCases.firstIndex(of: name.kind) ?? 0)
      add(10, kind << 1 | (name.tokens.lowerBound == token ? 1 : 0))
    }
    if let pair = text.pair(at: token) {
      add(11, token == pair.open ? 1 : token == pair.close ? 2 : 3)
    }
    if let (match, sense) = text.phrases.longest(.cue, at: token) {
      add(12, UInt64(sense.attribute) << 8 | UInt64(sense.detail) << 1)
      add(13, UInt64(match.end - match.start))
      if sense.value >= 0 { add(14, NameFeatures.hash(text.lemma(sense.value))) }
    }
    if cues[token] != 0 { add(15, UInt64(cues[token])) }
    for (template, mark) in [
      (16, contents[token]), (17, reports[token]), (18, speakers[token]),
    ] as [(UInt64, UInt32)] where mark != 0 {
      add(template, UInt64(mark & 7))
      add(template + 8, UInt64(mark))
    }
  }

  /// Appends what a word is by itself.
  private func addWord(_ word: Int32, _ add: (UInt64, UInt64) -> Void) {
    guard word >= 0 else { return }
    let key = text.vocabulary.key(of: word)
    add(3, NameFeatures.hash(key))
    if let root = text.vocabulary.stems(of: word).min(by: { $0.keyLength < $1.keyLength }) {
      add(4, NameFeatures.hash(key.prefix(root.keyLength)))
    }
    let classes = text.vocabulary.classes(of: word)
    for bit in 0..<UInt64(32) where classes & 1 << bit != 0 { add(5, bit) }
    let starts = key.indices.filter { key[$0] & 0xC0 != 0x80 }
    for length in [2, 3] where starts.count > length {
      let ending = key[starts[starts.count - length]...]
      add(6, NameFeatures.hash(ending) &+ UInt64(length))
    }
    if starts.count > 4 { add(7, NameFeatures.hash(key[key.startIndex..<starts[4]])) }
  }
}

extension TokenizedDocument {
  /// The bytes of a lemma of the language's lexicon.
  fileprivate func lemma(_ number: Int32) -> ArraySlice<UInt8> {
    Array(pack.lexicon.string(number).utf8)[...]
  }
}
