/// What a word does in a date or an amount, as `measures.tsv` has it.
enum MeasurePart: UInt8 {
  /// A number in letters: "five".
  case numeral
  /// Makes a number larger: "million".
  case multiplier
  /// What is counted and measured: "kilometres", "percent".
  case unit
  /// A month, and one whose name is a common word too.
  case month, weakMonth
  case weekday
  /// A day told from the day of writing: "yesterday".
  case day
  /// A part of the day: "evening".
  case partOfDay
  /// A stretch of time: "week".
  case period
  /// Says which one of the time words after it: "last".
  case modifier
  /// Stands with a number of years: "AD".
  case era
  /// The word for a decimal point.
  case point
  static let words = [
    "numeral", "multiplier", "unit", "month", "weak-month", "weekday", "day", "part-of-day",
    "period", "modifier", "era", "point",
  ]
}

/// Finds dates, amounts with their units, and events that the language's tables list.
struct ValueRules {
  /// How sure each kind is.
  static let weights: [EntityKind: Double] = [.date: 0.8, .quantity: 0.85, .event: 0.75]

  private let text: TokenizedDocument
  private let bytes: [UInt8]

  init(_ text: TokenizedDocument) {
    self.text = text
    bytes = text.document.text.bytes
  }

  /// Names with the values that stand where no name does.
  func added(to names: [MentionProposal]) -> [MentionProposal] {
    let starts = text.tokens.indices.filter(canBegin)
    guard !starts.isEmpty else { return names }
    let kept = withoutPartsOfEvents(names, starts).map(confirmed)
    var isTaken = [Bool](repeating: false, count: text.tokens.count)
    for name in kept { for token in name.tokens { isTaken[token] = true } }
    var found: [MentionProposal] = []
    for index in starts where !isTaken[index] {
      guard let value = value(at: index), !value.tokens.contains(where: { isTaken[$0] }) else {
        continue
      }
      for token in value.tokens { isTaken[token] = true }
      found.append(value)
    }
    guard !found.isEmpty else { return kept }
    return (kept + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// How sure a value of a model is at least that the rules find too.
  static let confirmedWeight = 0.7

  /// A value as the rules know it, who tell its ending, where they find the same.
  private func confirmed(_ name: MentionProposal) -> MentionProposal {
    guard !name.kind.isParty, let value = value(at: name.tokens.lowerBound),
      value.kind == name.kind, value.tokens == name.tokens
    else { return name }
    return value.weighing(max(name.weight, Self.confirmedWeight))
  }

  /// Dates with the number of the day before them, which the corpora that models learn from leave
  /// unmarked: "16 December" is another day than "17 December".
  func whole(_ values: [MentionProposal]) -> [MentionProposal] {
    values.map { value in
      guard value.kind == .date else { return value }
      let first = value.tokens.lowerBound
      var wide: MentionProposal?
      for start in stride(from: first - 1, through: max(0, first - 2), by: -1)
      where isNumber(start) || part(at: start)?.part == .modifier {
        if let found = date(start), found.tokens.upperBound >= value.tokens.upperBound {
          wide = found
        }
      }
      return wide ?? value
    }
  }

  /// The names but for unsure ones of something within an event's longer name.
  private func withoutPartsOfEvents(
    _ names: [MentionProposal], _ starts: [Int]
  ) -> [MentionProposal] {
    var eventOfToken: [Int: Int] = [:]
    for index in starts {
      guard let event = event(index), event.tokens.count > 1 else { continue }
      for token in event.tokens { eventOfToken[token] = index }
    }
    guard !eventOfToken.isEmpty, let least = Self.weights[.event] else { return names }
    return names.filter { name in
      guard name.weight < least, name.kind != .event,
        let event = eventOfToken[name.tokens.lowerBound]
      else { return true }
      return eventOfToken[name.tokens.upperBound - 1] != event
    }
  }

  /// Whether a value can begin at a token: most cannot, and are not looked at closer.
  private func canBegin(_ index: Int) -> Bool {
    isNumber(index) || isCurrency(index) || text.phrases.holds(Self.classes, at: index)
  }

  private static let classes = LexicalClass.allCases.filter(\.isValue).reduce(0) { $0 | $1.bit }

  /// The longest value that begins at a token.
  private func value(at index: Int) -> MentionProposal? {
    let found = [event(index), quantity(index), date(index)].compactMap { $0 }
    return found.max { $0.tokens.count < $1.tokens.count }
  }

  private func proposal(
    _ kind: EntityKind, _ tokens: Range<Int>, _ last: PhraseMatch?,
    _ canonical: CanonicalName? = nil
  ) -> MentionProposal {
    MentionProposal(
      tokens: tokens, kind: kind, weight: Self.weights[kind] ?? 0.5, canonical: canonical,
      stemLength: last?.stemLength ?? 0, cases: last?.cases ?? [], isMedia: false)
  }

  private func event(_ index: Int) -> MentionProposal? {
    guard let (match, sense) = text.phrases.longest(.event, at: index) else { return nil }
    if !text.isWrittenAsName(match.end - 1) { return nil }
    return proposal(
      .event, match.start..<match.end, match, CanonicalName(sense))
  }

  /// A number with a currency before it or a unit behind it.
  private func quantity(_ index: Int) -> MentionProposal? {
    var end = index
    let hasCurrency = isCurrency(end)
    if hasCurrency { end += 1 }
    guard let first = numberEnd(end) else { return nil }
    end = first
    // "10-15 percent".
    if end + 1 < text.tokens.count, text.tokens[end].kind == .dash, !text.tokens[end].followsBlank,
      let second = numberEnd(end + 1)
    {
      end = second
    }
    var last: PhraseMatch?
    while end - index < Self.longestNumber, let (part, match) = part(at: end),
      part == .multiplier || part == .numeral
    {
      end = match.end
      last = match
      // "One lakh four thousand crore": more of the same number.
      if part == .multiplier, let more = numberEnd(end), self.part(at: more)?.part == .multiplier {
        end = more
      }
    }
    if end < text.tokens.count, isSign(end, 0x25) || isCurrency(end) {
      return proposal(.quantity, index..<end + 1, nil)
    }
    if let (part, match) = part(at: end), part == .unit {
      return proposal(.quantity, index..<match.end, match)
    }
    return hasCurrency ? proposal(.quantity, index..<end, last) : nil
  }

  /// A run of time words, with the numbers of days and years among them, that says which day,
  /// month or year.
  private func date(_ index: Int) -> MentionProposal? {
    var end = index
    var parts: [MeasurePart] = []
    var last: PhraseMatch?
    var whole = index
    var wholeMatch: PhraseMatch?
    while end < text.tokens.count, end - index < Self.longestDate {
      if let (part, match) = part(at: end), Self.timely.contains(part) {
        if part == .weakMonth, !hasNumberBeside(end, match.end, from: index) { break }
        parts.append(part)
        end = match.end
        last = match
      } else if isNumber(end), isDateNumber(end, index) {
        end += 1
        last = nil
      } else if end > index, text.tokens[end].kind == .comma, end + 1 < text.tokens.count,
        isYear(end + 1), parts.last == .month || parts.last == .weakMonth || isNumber(end - 1)
      {
        end += 2
        last = nil
      } else {
        break
      }
      whole = end
      wholeMatch = last
    }
    guard whole > index, Self.says(parts) else { return nil }
    return proposal(.date, index..<whole, wholeMatch)
  }

  private static let longestDate = 8
  /// Most tokens before the last multiplier of a number; what goes on for longer is none.
  private static let longestNumber = 24
  private static let timely: Set<MeasurePart> = [
    .month, .weakMonth, .weekday, .day, .partOfDay, .period, .modifier, .era,
  ]

  /// Whether time words say when, and not only how long.
  private static func says(_ parts: [MeasurePart]) -> Bool {
    if parts.contains(where: { [.month, .weakMonth, .weekday, .day, .era].contains($0) }) {
      return true
    }
    return parts.first == .modifier && parts.contains { $0 == .period || $0 == .partOfDay }
  }

  /// Whether a number in a date belongs to it: it stands beside a month or an era.
  private func isDateNumber(_ index: Int, _ first: Int) -> Bool {
    let next = part(at: index + 1)?.part
    if next == .month || next == .weakMonth || next == .era { return true }
    guard index > first else { return false }
    let before = part(endingAt: index)
    return before == .month || before == .weakMonth
  }

  private func hasNumberBeside(_ start: Int, _ end: Int, from first: Int) -> Bool {
    (start > first && isNumber(start - 1)) || isNumber(end)
  }

  private func isNumber(_ index: Int) -> Bool {
    index >= 0 && index < text.tokens.count && text.tokens[index].kind == .number
  }

  private func isYear(_ index: Int) -> Bool {
    guard isNumber(index) else { return false }
    return text.text(index..<index + 1).unicodeScalars.count == 4
  }

  /// Where a number that begins at a token ends: digits, or words for a number.
  private func numberEnd(_ index: Int) -> Int? {
    if isNumber(index) {
      if part(at: index + 1)?.part == .point, isNumber(index + 2) { return index + 3 }
      return index + 1
    }
    guard index < text.tokens.count, let (part, match) = part(at: index), part == .numeral else {
      return nil
    }
    // "Half past eleven": a number behind what makes it larger.
    return isNumber(match.end) ? match.end + 1 : match.end
  }

  private func part(at index: Int) -> (part: MeasurePart, match: PhraseMatch)? {
    guard index < text.tokens.count, let (match, sense) = text.phrases.longest(.measure, at: index),
      let part = MeasurePart(rawValue: sense.attribute)
    else { return nil }
    // Where names have capitals, those of months and days do.
    if [.month, .weakMonth, .weekday].contains(part), !text.isWrittenAsName(index) { return nil }
    return (part, match)
  }

  /// What the phrase of one or two words that ends right before a token does.
  private func part(endingAt index: Int) -> MeasurePart? {
    for start in [index - 1, index - 2] where start >= 0 {
      if let (part, match) = part(at: start), match.end == index { return part }
    }
    return nil
  }

  private func isSign(_ index: Int, _ byte: UInt8) -> Bool {
    let token = text.tokens[index]
    return token.span.length == 1 && bytes[Int(token.start)] == byte
  }

  /// Whether a token is the sign of a currency.
  private func isCurrency(_ index: Int) -> Bool {
    guard index < text.tokens.count, text.tokens[index].span.length <= 3 else { return false }
    let token = text.tokens[index]
    // A letter of three bytes alone, and no word of three letters.
    let isLong = token.span.length == 3 && text.document.text.bytes[token.span.start] >= 0xE0
    guard token.kind == .other || isLong else { return false }
    let scalars = text.text(index..<index + 1).unicodeScalars
    return scalars.count == 1 && scalars.first?.properties.generalCategory == .currencySymbol
  }
}
