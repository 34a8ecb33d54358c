/// Cuts paragraphs into words, numbers and punctuation marks.
struct Tokenizer {
  /// Most bytes of an abbreviation with its full stops.
  static let longestAbbreviation = 25
  /// From so many tokens on they tell how many there will be.
  private static let fewestTelling = 4096
  /// Bytes after which a word goes on as the next one, with room for an abbreviation's full stops.
  static let longestWord = Token.longest - 64

  /// Bytes from which on letters behind a closing quotation mark are no ending.
  private static let longestEnding = 33
  /// Fewest bytes in a quotation mark that an ending is written onto.
  private static let shortestQuoted = 9

  private let pack: LanguagePack
  private(set) var tokens: [Token] = []
  private(set) var vocabulary: Vocabulary
  private var key: [UInt8] = []
  /// Bytes of all paragraphs there will be.
  private let byteCount: Int
  private let longestWord: Int
  /// Bytes of the paragraphs before this one, less the offset of this one.
  private var bytesBefore = 0
  /// Whether a single quotation mark has opened in this paragraph and none has closed since.
  private var isSingleOpen = false

  /// Begins with no tokens.
  ///
  /// - Parameters:
  ///   - pack: The language.
  ///   - byteCount: How many bytes of paragraphs there will be, to make room for their tokens.
  ///   - longestWord: Bytes after which a word goes on as the next one.
  init(_ pack: LanguagePack, byteCount: Int, longestWord: Int = longestWord) {
    self.pack = pack
    self.byteCount = byteCount
    self.longestWord = longestWord
    vocabulary = Vocabulary(pack)
  }

  /// Appends the tokens of a paragraph and returns their range.
  ///
  /// - Parameters:
  ///   - paragraph: The paragraph.
  ///   - bytes: The text it is part of.
  ///   - stop: Looked at now and then; when it is up, the rest of the paragraph is left out.
  /// - Returns: The range of its tokens.
  mutating func add(
    _ paragraph: Span, of bytes: UnsafeBufferPointer<UInt8>, _ stop: StopSign
  ) -> Range<Int> {
    let first = tokens.count
    bytesBefore -= paragraph.start
    defer { bytesBefore += paragraph.end }
    var position = paragraph.start
    var followsBlank = true
    isSingleOpen = false
    while position < paragraph.end {
      if tokens.count & 0xFFF == 0, stop.isUp { break }
      let (kind, length) = ScalarKind.at(position, in: bytes, before: paragraph.end)
      let next = position + length
      switch kind {
      case .letter, .digit:
        position = addWord(position, paragraph.end, bytes, followsBlank)
        followsBlank = false
        continue
      case .hyphen where endsOnMark(next, paragraph.end, bytes, followsBlank),
        .dash
      where length == 3 && isShortDash(position, bytes)
        && endsOnMark(next, paragraph.end, bytes, followsBlank):
        // "‘So-and-so’-of": the hyphen belongs to the ending.
        let end = wordEnd(next, paragraph.end, bytes)
        append(.clitic, position..<end, 0, false, word: number(next..<end, bytes))
        followsBlank = false
        position = end
        continue
      case .blank:
        followsBlank = true
        position = next
        continue
      case .terminator, .fullStop:
        append(.terminator, position..<next, 0, followsBlank)
      case .comma: append(.comma, position..<next, 0, followsBlank)
      case .colon: append(.colon, position..<next, 0, followsBlank)
      case .hyphen, .dash: append(.dash, position..<next, 0, followsBlank)
      case .openingBracket: append(.openingBracket, position..<next, 0, followsBlank)
      case .closingBracket: append(.closingBracket, position..<next, 0, followsBlank)
      case .openingQuote where isLowMark(position, bytes) && !followsBlank:
        // A low mark behind a word is a comma of another font.
        append(.comma, position..<next, 0, followsBlank)
      case .openingQuote(let style):
        // Behind a comma or full stop and before a blank an opening mark is a mistyped closing one.
        let closes = !followsBlank && endsClause() && isBlank(next, paragraph.end, bytes)
        if !closes, style == QuoteStyle.single, next < paragraph.end,
          case (.openingQuote(QuoteStyle.single), let length) = ScalarKind.at(
            next, in: bytes, before: paragraph.end)
        {
          append(.openingQuote, position..<next + length, QuoteStyle.double, followsBlank)
          followsBlank = false
          position = next + length
          continue
        }
        append(closes ? .closingQuote : .openingQuote, position..<next, style, followsBlank)
      case .closingQuote(let style): append(.closingQuote, position..<next, style, followsBlank)
      case .apostrophe, .straightQuote:
        position = addQuote(position, length, paragraph.end, bytes, followsBlank)
        followsBlank = false
        continue
      case .other: append(.other, position..<next, 0, followsBlank)
      }
      followsBlank = false
      position = next
    }
    return first..<tokens.count
  }

  private mutating func append(
    _ kind: TokenKind, _ range: Range<Int>, _ style: UInt8, _ followsBlank: Bool, word: Int32 = -1
  ) {
    if tokens.count == tokens.capacity { grow(range.lowerBound) }
    if style & 7 == QuoteStyle.single, kind == .openingQuote || kind == .closingQuote {
      isSingleOpen = kind == .openingQuote
    }
    tokens.append(
      Token(range, word: word, kind: kind, style: style, followsBlank: followsBlank))
  }

  /// Makes room for as many tokens as the text so far lets expect: an array that doubles would take
  /// three times what it needs while it grows.
  private mutating func grow(_ position: Int) {
    let done = bytesBefore + position
    guard tokens.count >= Self.fewestTelling, done > 0 else { return }
    let expected = Double(tokens.count) * Double(byteCount) / Double(done)
    tokens.reserveCapacity(max(tokens.count + tokens.count / 8, Int(expected * 1.02)) + 64)
  }

  /// Adds a mark that may open or close: a straight one by the blanks around it, and `’`, which
  /// closes unless it opens a word after a blank.
  private mutating func addQuote(
    _ position: Int, _ length: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ followsBlank: Bool
  ) -> Int {
    var next = position + length
    var style: UInt8 = QuoteStyle.double
    let isStraight = length == 1
    if !isStraight || bytes[position] == 0x27 {
      style = QuoteStyle.single
      // Two single marks in a row are one double mark, as old typewriters and TeX write it.
      if next + length <= end, isStraight ? bytes[next] == 0x27 : isApostrophe(next, bytes) {
        next += length
        style = QuoteStyle.double
      }
    }
    if isStraight { style |= QuoteStyle.straight }
    if next < end, style == QuoteStyle.single,
      case .digit = ScalarKind.at(next, in: bytes, before: end).kind
    {
      // The apostrophe of a shortened year.
      append(.other, position..<next, 0, followsBlank)
      return next
    }
    let blankFollows = isBlank(next, end, bytes)
    let afterOpening = tokens.last.map { !followsBlank && $0.kind == .openingBracket } ?? false
    let afterDash = tokens.last.map { !followsBlank && $0.kind == .dash } ?? false
    let afterQuote = tokens.last.map { !followsBlank && $0.kind == .openingQuote } ?? false
    let opens = (followsBlank || afterOpening || afterDash || afterQuote) && !blankFollows
    // "We won’t pay ’em": no second mark opens like this before the first has closed.
    if opens, !isStraight, style == QuoteStyle.single, isSingleOpen {
      append(.other, position..<next, 0, followsBlank)
      return next
    }
    if !opens, style & 7 == QuoteStyle.single, endsLikeClitic(bytes), !followsBlank, blankFollows {
      style |= QuoteStyle.mayBeApostrophe
    }
    append(opens ? .openingQuote : .closingQuote, position..<next, style, followsBlank)
    return next
  }

  /// Whether the last token is a word that ends with the letter of a clitic, so that an apostrophe
  /// behind it may be a plural's: "the drivers’ money".
  private func endsLikeClitic(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = tokens.last, last.kind == .word else { return false }
    return pack.settings.clitics.contains { $0.last == bytes[Int(last.end) - 1] }
  }

  /// Whether a low quotation mark stands at a byte, which fonts of old have in the place of a
  /// vowel sign or a comma.
  private func isLowMark(_ position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[position] == 0xE2 && bytes[position + 1] == 0x80 && bytes[position + 2] == 0x9A
  }

  /// Whether an en dash stands at a byte, which some houses write for a hyphen.
  private func isShortDash(_ position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[position] == 0xE2 && bytes[position + 1] == 0x80 && bytes[position + 2] == 0x93
  }

  /// Whether an ending that is written onto a closing quotation mark begins at a byte.
  private func endsOnMark(
    _ position: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ followsBlank: Bool
  ) -> Bool {
    guard !followsBlank, position < end, let last = tokens.last, last.kind == .closingQuote else {
      return false
    }
    return isEnding(position..<wordEnd(position, end, bytes), bytes)
  }

  /// Where the letters that begin at a byte end.
  private func wordEnd(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    while position < end, position - start < Self.longestEnding {
      guard case (.letter, let length) = ScalarKind.at(position, in: bytes, before: end) else {
        break
      }
      position += length
    }
    return position
  }

  /// Whether some letters are nothing but endings of the language.
  private func isEnding(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !range.isEmpty, range.count < Self.longestEnding else { return false }
    var key: [UInt8] = []
    _ = KeyFolding.append(UnsafeRawBufferPointer(bytes), range, to: &key)
    return pack.endings.areEndings(key[...])
  }

  /// Whether an apostrophe in a word closes the quotation mark that is open: an ending or another
  /// part of a word follows, and what stands before it is more than a letter or two.
  private func closesInWord(
    _ apostrophe: Int, _ length: Int, _ start: Int, _ end: Int,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard isSingleOpen, apostrophe - start >= Self.shortestQuoted else { return false }
    let tail = apostrophe + length..<wordEnd(apostrophe + length, end, bytes)
    return isEnding(tail, bytes)
      || pack.settings.markTails.contains { bytes[tail].starts(with: $0) }
  }

  private func endsClause() -> Bool {
    tokens.last.map { $0.kind == .comma || $0.kind == .terminator } ?? false
  }

  private func isBlank(_ position: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard position < end else { return true }
    if case .blank = ScalarKind.at(position, in: bytes, before: end).kind { return true }
    return false
  }

  private func isApostrophe(_ position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[position] == 0xE2 && bytes[position + 1] == 0x80 && bytes[position + 2] == 0x99
  }

  /// Adds a word or number that begins at a byte, with its clitic; returns where it ends.
  private mutating func addWord(
    _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ followsBlank: Bool
  ) -> Int {
    var position = start
    var hasLetter = false
    var letterCount = 0
    // Where the last part of a hyphened word begins: "R-Wis." ends like "Wis.".
    var tail = start
    scan: while position < end, position - start < longestWord {
      let (kind, length) = ScalarKind.at(position, in: bytes, before: end)
      switch kind {
      case .letter:
        hasLetter = true
        letterCount += 1
      case .digit: break
      case .openingQuote where isLowMark(position, bytes) && hasLetter:
        guard position + length < end, continues(position + length, end, bytes, digit: false) else {
          break scan
        }
      case .hyphen, .apostrophe:
        guard position + length < end, continues(position + length, end, bytes, digit: false) else {
          break scan
        }
        if case .apostrophe = kind, closesInWord(position, length, start, end, bytes) {
          break scan
        }
        if case .hyphen = kind {
          letterCount = 0
          tail = position + length
        }
      case .fullStop, .comma:
        let isInitial = !hasLetter ? false : letterCount == 1 && bytes[position] == 0x2E
        guard position + length < end,
          isInitial
            ? continues(position + length, end, bytes, digit: false)
            : !hasLetter && continues(position + length, end, bytes, digit: true)
        else { break scan }
        letterCount = 0
      case .colon:
        // A clock's time, "12:30pm", or a ratio, and nothing that opens speech.
        guard !hasLetter, bytes[position] == 0x3A, position + length < end,
          continues(position + length, end, bytes, digit: true)
        else { break scan }
      default: break scan
      }
      position += length
    }
    if hasLetter, endsOnMark(start, end, bytes, followsBlank),
      wordEnd(start, end, bytes) == position
    {
      append(.clitic, start..<position, 0, false, word: number(start..<position, bytes))
      return position
    }
    position = abbreviationEnd(tail, position, end, bytes, letterCount)
    let clitic = hasLetter ? cliticLength(start, position, bytes) : 0
    let style = hasLetter ? capitals(start, position - clitic, bytes) : 0
    let word = number(start..<position - clitic, bytes)
    append(hasLetter ? .word : .number, start..<position - clitic, style, followsBlank, word: word)
    if clitic > 0 {
      let word = number(position - clitic..<position, bytes)
      append(.clitic, position - clitic..<position, 0, false, word: word)
    }
    return position
  }

  private func continues(
    _ position: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, digit: Bool
  ) -> Bool {
    switch ScalarKind.at(position, in: bytes, before: end).kind {
    case .digit: true
    case .letter: !digit
    default: false
    }
  }

  /// Takes in the full stop of an abbreviation or initial.
  private mutating func abbreviationEnd(
    _ start: Int, _ position: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ letterCount: Int
  ) -> Int {
    guard position < end, bytes[position] == 0x2E else { return position }
    if letterCount == 1, bytes[position - 1] < 0x80, bytes[position - 1] < 0x61 {
      return position + 1
    }
    // An abbreviation may hold more full stops: the longest that the lexicon knows counts.
    var longest = position
    var next = position
    while next < end, bytes[next] == 0x2E, next + 1 - start <= Self.longestAbbreviation {
      next += 1
      if isAbbreviation(start..<next, bytes) { longest = next }
      while next < end, case (.letter, let length) = ScalarKind.at(next, in: bytes, before: end) {
        next += length
      }
    }
    return longest
  }

  private mutating func isAbbreviation(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    key.removeAll(keepingCapacity: true)
    let hash = KeyFolding.append(UnsafeRawBufferPointer(bytes), range, to: &key)
    let known = pack.lexicon.index(of: key, 0..<key.count, hash: hash)
    return known >= 0 && pack.lexicon.classes(of: Int32(known)) != 0
  }

  private func cliticLength(
    _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    for clitic in pack.settings.clitics {
      let length = clitic.count
      guard end - start > length else { continue }
      if (0..<length).allSatisfy({ bytes[end - length + $0] == clitic[$0] }) { return length }
    }
    return 0
  }

  /// 0 for a word that begins small, 1 with a capital, 2 for two or more letters all capital.
  private func capitals(
    _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt8 {
    let first = bytes[start]
    let isCapital =
      (first >= 0x41 && first <= 0x5A)
      || (first == 0xC3 && start + 1 < end && bytes[start + 1] >= 0x80 && bytes[start + 1] <= 0x9E)
    guard isCapital else { return 0 }
    let hasSmall = (start..<end).contains { bytes[$0] >= 0x61 && bytes[$0] <= 0x7A }
    return hasSmall || end - start < 2 ? 1 : 2
  }

  private mutating func number(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    key.removeAll(keepingCapacity: true)
    let hash = KeyFolding.append(UnsafeRawBufferPointer(bytes), range, to: &key)
    return vocabulary.number(of: key, 0..<key.count, hash: hash)
  }
}
