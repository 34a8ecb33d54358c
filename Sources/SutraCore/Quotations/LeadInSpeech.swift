/// Finds words that a line before them introduces, and that line ends with a colon: a block
/// quotation ("the manager wrote:"), a statement under a label ("And from so-and-so:"), demands in
/// a list.
struct LeadInSpeech {
  /// The name under which the analysis tells it.
  static let ruleName = Construction.leadIn
  /// Most tokens of a line that introduces.
  static let longestLead = 60
  /// How many in a hundred of a cue's bare uses must report for it to introduce words without marks.
  static let leastShare: UInt8 = 80
  /// Fewest words of what is introduced without marks.
  static let shortest = 3

  private let context: QuotationContext
  private let reader: ClauseReader
  private let cueFinder: CueFinder
  private var text: TokenizedDocument { context.text }

  init(_ context: QuotationContext) {
    self.context = context
    reader = ClauseReader(context)
    cueFinder = CueFinder(text: context.text)
  }

  /// The quotations with what is introduced added, in text order; where words in marks were found
  /// there without a cue, they get their speaker.
  func completed(_ found: [QuotationDraft]) -> [QuotationDraft] {
    var all = found
    for (number, paragraph) in text.paragraphs.enumerated()
    where number + 1 < text.paragraphs.count && paragraph.count <= Self.longestLead {
      guard let last = paragraph.last, context.kind(last) == .colon,
        let lead = lead(paragraph), let block = block(after: number, lead)
      else { continue }
      if let index = all.firstIndex(where: { $0.content.overlaps(block) }) {
        guard all[index].cue == nil, !all[index].carriesOn else { continue }
        all[index].speaker = lead.speaker
        all[index].cue = lead.cue
        continue
      }
      let sentence = context.sentences.partitioningIndex { $0.tokens.upperBound > block.lowerBound }
      guard sentence < context.sentences.count else { continue }
      all.append(
        QuotationDraft(
          content: block, cue: lead.cue, speaker: lead.speaker, sentence: sentence,
          confidence: 0.8, rule: Self.ruleName))
    }
    guard all.count > found.count else { return all }
    return all.sorted { $0.content.lowerBound < $1.content.lowerBound }
  }

  /// Who introduces what follows a line, and with which cue.
  private func lead(_ paragraph: Range<Int>) -> (speaker: NounPhrase, cue: Cue?)? {
    guard let number = sentence(endingWith: paragraph) else { return nil }
    let tokens = context.sentences[number].tokens
    let cues = cueFinder.cues(in: tokens).filter { context.name(at: $0.tokens.lowerBound) == nil }
    if let cue = cues.last(where: {
      $0.frame == .verb || $0.frame == .address || $0.frame == .participle
    }),
      tokens.upperBound - cue.tokens.upperBound <= 12
    {
      let clause = CueClause(
        context: context, sentenceIndex: number, tokens: tokens, cues: cues, previous: nil)
      guard let speaker = clause.subject(of: cue, reader), isParty(speaker) else { return nil }
      return (speaker, cue)
    }
    guard cues.isEmpty, tokens == paragraph else { return nil }
    return label(tokens).map { ($0, nil) }
  }

  /// The party of a label: behind "from", or a name that opens the line.
  private func label(_ tokens: Range<Int>) -> NounPhrase? {
    let upper = tokens.upperBound - 1
    for index in tokens.dropLast() where context.kind(index) == .word {
      guard text.pack.settings.labelWords.contains(text.text(index..<index + 1)) else { continue }
      if let phrase = reader.subject(after: index + 1, to: upper), isParty(phrase) {
        return phrase
      }
      guard let (number, name) = context.name(at: upper - 1), name.kind == .person else {
        return nil
      }
      return NounPhrase(
        tokens: index + 1..<upper, headTokens: name.tokens, head: .mention(number), stemLength: 0)
    }
    guard let (_, name) = context.name(at: tokens.lowerBound), name.kind != .place,
      name.kind != .work, tokens.count <= 12,
      let phrase = reader.subject(after: tokens.lowerBound, to: upper)
    else { return nil }
    return isParty(phrase) ? phrase : nil
  }

  private func isParty(_ phrase: NounPhrase) -> Bool {
    switch phrase.head {
    case .mention, .role, .body, .collective, .media: true
    case .pronoun(_, let isThing): !isThing
    default: false
    }
  }

  private func sentence(endingWith paragraph: Range<Int>) -> Int? {
    let index = context.sentences.partitioningIndex { $0.tokens.upperBound >= paragraph.upperBound }
    guard index < context.sentences.count,
      context.sentences[index].tokens.upperBound == paragraph.upperBound
    else { return nil }
    return index
  }

  /// The words that a line introduces: what stands in marks, the items of a list, or a paragraph.
  private func block(
    after number: Int, _ lead: (speaker: NounPhrase, cue: Cue?)
  ) -> Range<Int>? {
    let first = text.paragraphs[number + 1]
    guard let open = first.first else { return nil }
    if context.kind(open) == .openingQuote {
      guard let pair = text.pair(at: open), pair.open == open else { return nil }
      let end = paragraph(of: pair.close)
      let rest = pair.close + 1..<max(pair.close + 1, text.paragraphs[end].upperBound)
      guard !rest.contains(where: { context.kind($0) == .word }) else { return nil }
      return pair.open..<pair.close + 1
    }
    guard let cue = lead.cue, cue.share >= Self.leastShare || cue.cueClass == .demand else {
      return nil
    }
    if isItem(first) {
      var last = number + 1
      while last + 1 < text.paragraphs.count, isItem(text.paragraphs[last + 1]) { last += 1 }
      return context.trimmed(open..<text.paragraphs[last].upperBound)
    }
    // A paragraph of its own words: none that another speaker or cue stands in.
    guard first.count(where: { context.kind($0) == .word }) >= Self.shortest,
      !first.contains(where: { text.pair(at: $0) != nil }),
      context.kind(first.upperBound - 1) == .terminator
    else { return nil }
    return first
  }

  private func paragraph(of token: Int) -> Int {
    min(text.paragraphs.count - 1, text.paragraphs.partitioningIndex { $0.upperBound > token })
  }

  /// Whether a paragraph is an item of a list.
  private func isItem(_ paragraph: Range<Int>) -> Bool {
    guard let first = paragraph.first, paragraph.count > 2 else { return false }
    switch context.kind(first) {
    case .dash: return true
    case .other:
      // A bullet, and no currency or other sign of a sentence.
      let bytes = text.document.text.bytes
      let start = Int(text.tokens[first].start)
      return bytes[start] == 0x2A || (bytes[start] == 0xE2 && text.tokens[first + 1].followsBlank)
    default: return false
    }
  }
}
