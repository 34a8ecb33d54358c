/// Finds the turns of interviews, hearings and dialogues: lines that open with who speaks and a
/// colon, with a letter for question or answer, or with a dash.
///
/// A whole turn is one quotation of its speaker, who asks as well as who answers.
struct TranscriptTurns {
  /// The name under which the analysis tells it.
  static let ruleName = Construction.transcript
  /// Fewest turns that make a transcript.
  static let fewest = 2
  /// Fewest turns under names that are not in capitals.
  static let fewestNamed = 3
  /// Most tokens of a name.
  static let longestName = 6
  /// Most lines of one turn.
  static let mostLines = 12

  private let context: QuotationContext
  /// For each word of a person's name the first such name; made where there are turns.
  private var personOfWord: [Int32: Int] = [:]
  private var text: TokenizedDocument { context.text }
  private var settings: LanguageSettings { text.pack.settings }

  init(_ context: QuotationContext) { self.context = context }

  /// What opens a turn.
  private enum Label {
    /// A name, in capitals or not.
    case name(Range<Int>, isLoud: Bool)
    /// A letter or word for who asks.
    case asker(Range<Int>)
    /// The same for who answers.
    case answerer(Range<Int>)
    /// A dash, which names nobody.
    case dash
  }

  private struct Turn {
    let label: Label
    /// Index of the paragraph.
    let paragraph: Int
    var content: Range<Int>
  }

  /// The quotations with the turns of the text, in place of what was found in them without marks.
  func completed(_ found: [QuotationDraft]) -> [QuotationDraft] {
    let turns = self.turns()
    guard !turns.isEmpty else { return found }
    var knowing = self
    for (index, name) in context.names.enumerated() where name.kind == .person {
      for token in name.tokens {
        let word = text.tokens[token].word
        if knowing.personOfWord[word] == nil { knowing.personOfWord[word] = index }
      }
    }
    return knowing.completed(found, turns)
  }

  private func completed(_ found: [QuotationDraft], _ turns: [Turn]) -> [QuotationDraft] {
    let guest = self.guest(before: turns[0]) ?? answering(in: turns)
    var next = 0
    var all: [QuotationDraft] = []
    // What stands in marks inside of a turn is somebody else's and stays.
    for draft in found {
      while next < turns.count, turns[next].content.upperBound <= draft.content.lowerBound {
        next += 1
      }
      let isInside =
        next < turns.count && draft.content.upperBound > turns[next].content.lowerBound
      if isInside, !staysInside(draft, turns[next]) { continue }
      all.append(draft)
    }
    all += turns.map { draft($0, guest) }
    return all
  }

  private func staysInside(_ draft: QuotationDraft, _ turn: Turn) -> Bool {
    guard draft.cue != nil, draft.speaker != nil,
      context.form(of: draft.content, around: draft.cue) == .direct
    else { return false }
    return turn.content.lowerBound < draft.content.lowerBound
      && draft.content.upperBound <= turn.content.upperBound
  }

  /// The turns of the text, in text order; none where too few of its lines are turns.
  private func turns() -> [Turn] {
    var turns: [Turn] = []
    for (number, paragraph) in text.paragraphs.enumerated() {
      guard let (label, start) = label(paragraph), start < paragraph.upperBound,
        (start..<paragraph.upperBound).contains(where: { context.kind($0) == .word })
      else { continue }
      turns.append(Turn(label: label, paragraph: number, content: start..<paragraph.upperBound))
    }
    // "The mayor: no new bridge" over an article is its headline, unless a turn follows at once.
    if let first = turns.first, first.paragraph == 0, text.document.title != nil,
      turns.count < 2 || turns[1].paragraph != 1
    {
      turns.removeFirst()
    }
    guard turns.count >= Self.fewest else { return [] }
    turns = accepted(turns)
    guard !turns.isEmpty else { return [] }
    // Lines without a label between two turns go on with the one before.
    for index in turns.indices.dropLast() {
      if case .dash = turns[index].label { continue }
      let last = turns[index + 1].paragraph - 1
      guard last > turns[index].paragraph, last - turns[index].paragraph <= Self.mostLines else {
        continue
      }
      turns[index].content =
        turns[index].content.lowerBound..<text.paragraphs[last].upperBound
    }
    return turns
  }

  /// Whether the line of a turn ends as sentences do, as those of tables do not.
  private func endsSentence(_ turn: Turn) -> Bool {
    let last = text.paragraphs[turn.paragraph].upperBound - 1
    return [.terminator, .closingQuote, .closingBracket].contains(context.kind(last))
  }

  /// The turns that make a transcript: letters or capitals twice, names of which one comes again,
  /// dashes in a row.
  private func accepted(_ turns: [Turn]) -> [Turn] {
    var plain = 0
    var counts: [[UInt8]: Int] = [:]
    var dashes: [Int] = []
    for turn in turns {
      switch turn.label {
      case .asker, .answerer, .name(_, isLoud: true): plain += 1
      case .name(let tokens, isLoud: false): counts[text.key(tokens), default: 0] += 1
      case .dash: dashes.append(turn.paragraph)
      }
    }
    let named = counts.values.reduce(0, +)
    let hasPlain = plain >= Self.fewest
    let hasNames =
      named + plain >= Self.fewestNamed && counts.count + min(1, plain) >= 2
      && 2 * turns.count(where: endsSentence) >= turns.count
      && (plain > 0 || counts.values.contains { $0 > 1 })
    // Dashes in a row, one of which asks.
    let isRow = zip(dashes, dashes.dropFirst()).contains { $1 == $0 + 1 }
    let hasDashes =
      isRow && dashes.count >= Self.fewest && !hasPlain && !hasNames
      && turns.contains { asks($0) } && turns.allSatisfy { !holdsMarks($0) }
    return turns.filter { turn in
      switch turn.label {
      case .asker, .answerer, .name(_, isLoud: true): hasPlain || hasNames
      case .name(let tokens, isLoud: false):
        hasNames && (counts[text.key(tokens), default: 0] > 1 || plain > 0 || counts.count < 4)
      case .dash: hasDashes
      }
    }
  }

  private func asks(_ turn: Turn) -> Bool {
    guard let last = turn.content.last else { return false }
    return text.document.text.bytes[Int(text.tokens[last].end) - 1] == 0x3F
  }

  private func holdsMarks(_ turn: Turn) -> Bool {
    turn.content.contains { text.pair(at: $0) != nil }
  }

  /// What opens a paragraph's turn, and where its words begin.
  private func label(_ paragraph: Range<Int>) -> (Label, start: Int)? {
    var first = paragraph.lowerBound
    guard paragraph.count > 1 else { return nil }
    if context.kind(first) == .dash, isLongDash(first) {
      return text.tokens[first + 1].followsBlank ? (.dash, first + 1) : nil
    }
    if context.kind(first) == .openingQuote { first += 1 }
    var end = first
    while end < paragraph.upperBound, end - first < Self.longestName,
      [.word, .number, .clitic].contains(context.kind(end))
    {
      end += 1
    }
    guard end > first, end + 1 <= paragraph.upperBound else { return nil }
    // "Q." is a word with its full stop.
    if let letter = letter(first..<first + 1), end > first + 1 || isStopped(first) {
      if isStopped(first) { return (letter, first + 1) }
    }
    guard end + 1 < paragraph.upperBound else { return nil }
    if context.kind(end) == .terminator, end == first + 1, let letter = letter(first..<end) {
      return (letter, end + 1)
    }
    guard context.kind(end) == .colon, text.tokens[end + 1].followsBlank else { return nil }
    let tokens = first..<end
    if let letter = letter(tokens) { return (letter, end + 1) }
    guard isName(tokens) else { return nil }
    let isLoud =
      tokens.allSatisfy { text.isLoud($0) || context.kind($0) != .word }
    // A line of a report that quotes in marks is no turn of a talk.
    if !isLoud, context.kind(end + 1) == .openingQuote { return nil }
    return (.name(tokens, isLoud: isLoud), end + 1)
  }

  private func isLongDash(_ index: Int) -> Bool {
    text.document.text.bytes[Int(text.tokens[index].start)] == 0xE2
  }

  private func isStopped(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.span.length == 2
      && text.document.text.bytes[Int(token.end) - 1] == 0x2E
  }

  private func letter(_ tokens: Range<Int>) -> Label? {
    guard tokens.count == 1, let first = tokens.first, context.kind(first) == .word else {
      return nil
    }
    var word = text.text(tokens)
    if isStopped(first) { word.removeLast() }
    if settings.askerLabels.contains(word) { return .asker(tokens) }
    return settings.answererLabels.contains(word) ? .answerer(tokens) : nil
  }

  /// Whether a few words before a colon may name who speaks.
  private func isName(_ tokens: Range<Int>) -> Bool {
    if text.marksNames {
      return tokens.allSatisfy {
        text.tokens[$0].isCapitalized || context.kind($0) != .word
          || (text.functionType($0) != nil && $0 > tokens.lowerBound)
      } && tokens.contains { text.tokens[$0].isCapitalized }
    }
    guard tokens.count <= 4 else { return false }
    return tokens.allSatisfy {
      context.kind($0) == .word && text.functionType($0) == nil
        && !text.classes($0).has(.cue) && !text.classes($0).has(.lightVerb)
        && !text.classes($0).has(.timeWord) && !text.classes($0).has(.credit)
        && !text.classes($0).has(.byline)
    }
  }

  /// The one person the lines before the first turn name: who answers.
  private func guest(before turn: Turn) -> Int? {
    let first = text.paragraphs[turn.paragraph].lowerBound
    let before = context.names.prefix { $0.tokens.lowerBound < first }
    let persons = before.indices.filter { before[$0].kind == .person }
    guard let name = persons.max(by: { before[$0].tokens.count < before[$1].tokens.count }) else {
      return nil
    }
    let words = Set(before[name].tokens.map { text.key($0..<$0 + 1) })
    let isOne = persons.allSatisfy { other in
      before[other].tokens.contains { words.contains(text.key($0..<$0 + 1)) }
    }
    return isOne ? name : nil
  }

  /// The one person under whose name nothing is asked: who answers where no line before tells it.
  private func answering(in turns: [Turn]) -> Int? {
    var found: Int?
    for turn in turns {
      guard case .name(let tokens, _) = turn.label, !asks(turn),
        case .mention(let name) = phrase(tokens, nil).head, context.names[name].kind == .person
      else { continue }
      guard let known = found else {
        found = name
        continue
      }
      let words = context.names[known].tokens.map { text.key($0..<$0 + 1) }
      let isSame = context.names[name].tokens.contains { words.contains(text.key($0..<$0 + 1)) }
      guard isSame else { return nil }
    }
    return found
  }

  private func draft(_ turn: Turn, _ guest: Int?) -> QuotationDraft {
    let sentence = context.sentences.partitioningIndex {
      $0.tokens.upperBound > turn.content.lowerBound
    }
    let speaker: NounPhrase? =
      switch turn.label {
      case .name(let tokens, _): phrase(tokens, guest)
      case .answerer(let tokens):
        guest.map {
          NounPhrase(tokens, .mention($0))
        }
      case .asker, .dash: nil
      }
    return QuotationDraft(
      content: turn.content, cue: nil, speaker: speaker, addressee: nil, medium: nil,
      sentence: min(sentence, context.sentences.count - 1), confidence: 0.8, rule: Self.ruleName)
  }

  private func phrase(_ tokens: Range<Int>, _ guest: Int?) -> NounPhrase {
    // Initials stand for the guest whose names begin so.
    if let guest, tokens.count == 1, isInitials(tokens.lowerBound, of: guest) {
      return NounPhrase(tokens, .mention(guest))
    }
    if let mention = tokens.lazy.compactMap({ context.name(at: $0) }).first(where: {
      $0.name.kind == .person || $0.name.tokens == tokens
    }) {
      return NounPhrase(tokens, .mention(mention.index))
    }
    if let named = named(tokens) {
      return NounPhrase(tokens, .mention(named))
    }
    return NounPhrase(tokens, .unknown)
  }

  /// A person whose name holds the last word of a label.
  private func named(_ tokens: Range<Int>) -> Int? {
    personOfWord[text.tokens[tokens.upperBound - 1].word]
  }

  private func isInitials(_ token: Int, of name: Int) -> Bool {
    let letters = text.key(token..<token + 1).filter { $0 != 0x2E }
    let first = context.names[name].tokens.compactMap { text.key($0..<$0 + 1).first }
    return letters.count > 1 && letters == first && text.tokens[token].style == 2
  }
}
