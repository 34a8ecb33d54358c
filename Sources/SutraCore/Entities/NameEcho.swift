/// Proposes single words of persons' names that stand in full elsewhere in the document.
struct NameEcho: MentionProposer {
  private var words: Set<[UInt8]> = []
  /// For each token whether it stands in a longer name already.
  private var isCovered: [Bool]

  /// How sure a word is that stands for itself.
  private let echoWeight: Double

  /// Learns the words of the longer names among mentions.
  ///
  /// - Parameters:
  ///   - mentions: The names that stand.
  ///   - text: The document.
  ///   - least: How sure a name must be; by default as the rules' weights go.
  ///   - weight: How sure one of its words is by itself.
  init(
    _ mentions: [MentionProposal], _ text: TokenizedDocument, least: Double? = nil,
    weight: Double = 0.58
  ) {
    echoWeight = weight
    isCovered = [Bool](repeating: false, count: text.tokens.count)
    for mention in mentions where text.marksNames && mention.tokens.count > 1 {
      for token in mention.tokens { isCovered[token] = true }
    }
    // In a text with capitals two of them in a row are name enough.
    let least = least ?? (text.marksNames ? 0.4 : 0.6)
    for mention in mentions where mention.kind == .person && mention.weight >= least {
      for index in mention.tokens {
        let word = text.tokens[index].word
        guard word >= 0, text.tokens[index].span.length >= 3 else { continue }
        let classes = text.classes(index)
        if classes.has(.commonWord) || classes.has(.title) || classes.has(.functionWord) {
          continue
        }
        let key = text.vocabulary.key(of: word)
        let isLast = index == mention.tokens.upperBound - 1
        let length = isLast && mention.stemLength > 0 ? mention.stemLength : key.count
        words.insert(Array(key.prefix(length)))
      }
    }
  }

  func proposals(in text: TokenizedDocument) -> [MentionProposal] {
    guard !words.isEmpty else { return [] }
    var found: [MentionProposal] = []
    var known: [Int32: (stemLength: Int, cases: CaseSet)?] = [:]
    for (index, token) in text.tokens.enumerated() where token.kind == .word && token.word >= 0 {
      if !text.isWrittenAsName(index) || isCovered[index] { continue }
      let reading: (stemLength: Int, cases: CaseSet)?
      if let cached = known[token.word] {
        reading = cached
      } else {
        reading = self.reading(token.word, text)
        known[token.word] = .some(reading)
      }
      guard let reading else { continue }
      found.append(
        MentionProposal(
          tokens: index..<index + 1, kind: .person, weight: echoWeight, canonical: nil,
          stemLength: reading.stemLength, cases: reading.cases, isMedia: false))
    }
    return found
  }

  private func reading(
    _ word: Int32, _ text: TokenizedDocument
  ) -> (stemLength: Int, cases: CaseSet)? {
    let key = text.vocabulary.key(of: word)
    if words.contains(Array(key)) { return (0, []) }
    for stem in text.vocabulary.stems(of: word)
    where words.contains(Array(key.prefix(stem.keyLength))) {
      return (stem.keyLength, stem.cases)
    }
    return nil
  }
}
