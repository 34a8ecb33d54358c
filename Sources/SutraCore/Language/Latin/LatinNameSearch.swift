/// Finds a name that was typed with Latin letters in texts of a language of another script.
struct LatinNameSearch: Sendable {
  /// Fewest letters of a name that is looked for.
  static let fewestLetters = 2
  /// Fewest letters of a name that is still being typed.
  static let fewestBegun = 3
  /// Most words of a text that one name is compared with.
  private static let mostWords = 8

  /// Most bytes of a word that may be a name.
  private static let longest = 3 * LatinSpelling.mostUnits

  private let spelling: LatinSpelling
  private let endings: EndingTable
  private let typed: [UInt8]
  private let wordCount: Int

  /// Makes a search; `nil` for anything but a name in Latin letters, and for a language that is not
  /// known to be typed so.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - language: The code of the language in whose words it is looked for.
  ///   - library: The languages.
  init?(_ typed: String, in language: String, of library: LanguageLibrary) {
    guard let typed = TypedLetters.of(typed), typed.count >= Self.fewestLetters,
      let spelling = library.latinSpelling(of: language),
      let endings = library.endings(of: language)
    else { return nil }
    (self.typed, self.spelling, self.endings) = (typed, spelling, endings)
    wordCount = typed.count { $0 == 0x20 } + 1
  }

  /// Where the name stands in a text as whole words, with a case ending or without, which is left
  /// out.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - most: How many places are told.
  ///   - stop: Ends the search where it is.
  /// - Returns: The places, in text order.
  func matches(in bytes: UnsafeBufferPointer<UInt8>, most: Int, _ stop: StopSign) -> [Span] {
    var found: [Span] = []
    var walk = SpellingWalk(spelling, typed)
    let reader = ScriptWords(bytes, spelling.maker.base)
    var known: [[UInt8]: Int] = [:]
    reader.forEachWord { word in
      guard word.start >= found.last?.end ?? 0, mayBegin(bytes, word), word.length <= Self.longest
      else { return true }
      if let end = end(of: word, reader, &walk, &known) {
        found.append(Span(start: word.start, end: end))
      }
      return found.count < most && !stop.isUp
    }
    return found
  }

  /// Whether a text holds the name, or words that begin as it does.
  func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { isFound(in: $0) }
  }

  /// Whether a text holds the name, or words that begin as it does.
  func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var memory = Memory()
    return isFound(in: bytes, &memory)
  }

  /// What was found out of the words of texts, which many names share.
  struct Memory: Sendable {
    /// Most words that are remembered.
    fileprivate static let most = 20_000
    // Of many names hardly one has a word that begins with the letter: the others need no walk.
    fileprivate var walk: SpellingWalk?
    fileprivate var known: [[UInt8]: Bool] = [:]
  }

  /// The same for one of many texts.
  func isFound(in bytes: UnsafeBufferPointer<UInt8>, _ memory: inout Memory) -> Bool {
    let reader = ScriptWords(bytes, spelling.maker.base)
    var isFound = false
    reader.forEachWord { word in
      guard mayBegin(bytes, word), word.length <= Self.longest else { return true }
      isFound = begins(at: word, bytes, reader, &memory)
      return !isFound
    }
    return isFound
  }

  /// Whether the name begins with a word.
  private func begins(
    at word: Span, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: ScriptWords,
    _ memory: inout Memory
  ) -> Bool {
    let isBegun = typed.count >= Self.fewestBegun
    let words = reader.words(from: word, most: isBegun ? wordCount + 1 : wordCount)
    let written = Array(bytes[word.start..<(words.last ?? word).end])
    if let known = memory.known[written] { return known }
    var keys: [UInt8] = []
    for (number, next) in words.enumerated() {
      if number > 0 { keys.append(0x20) }
      keys += reader.key(of: next)
    }
    let units = spelling.maker.units(of: keys)
    guard units.count <= LatinSpelling.mostUnits else { return false }
    var walk = memory.walk.take() ?? SpellingWalk(spelling, typed)
    let isName = walk.cost(of: units, isBegun: isBegun) != nil
    memory.walk = walk
    if memory.known.count < Memory.most { memory.known[written] = isName }
    return isName
  }

  /// The letters with which a word of the script must begin that is to be the name's first.
  var beginning: NameBeginning {
    NameBeginning(
      script: spelling.maker.base,
      (UInt8(0)..<0x80).filter { spelling.canBegin($0, typed[0]) })
  }

  /// Whether a word's first letter may be typed with the first one typed.
  @inline(__always)
  private func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Span) -> Bool {
    guard let unit = spelling.maker.unit(ScriptWords.scalar(bytes, word.start)) else {
      return false
    }
    return spelling.canBegin(unit, typed[0])
  }

  /// Where a name ends that begins with a word; `nil` where none does.
  private func end(
    of word: Span, _ reader: ScriptWords, _ walk: inout SpellingWalk, _ known: inout [[UInt8]: Int]
  ) -> Int? {
    let first = reader.key(of: word)
    // A word that says nothing is one most often, and comes again.
    if known[first] == 0 { return nil }
    var lead: [UInt8] = []
    for (number, next) in reader.words(from: word, most: min(Self.mostWords, wordCount + 2))
      .enumerated()
    {
      let key = number == 0 ? first : reader.key(of: next)
      let units = spelling.maker.units(of: lead + key)
      guard units.count <= LatinSpelling.mostUnits else { return nil }
      let whole = walk.cost(of: units)
      let isEnded = walk.reach < units.count
      if let length = stem(of: key, behind: lead, most: whole, &walk) {
        return reader.end(of: next, keyLength: length)
      }
      if whole != nil { return next.end }
      guard !isEnded else {
        if number == 0 { known[first] = 0 }
        return nil
      }
      lead += key + [0x20]
    }
    return nil
  }

  /// The length of the stem of a word that ends the name at the least cost, the longest of two, in
  /// bytes of its key; `most` is what the whole word costs, if it is the name as well.
  private func stem(
    of key: [UInt8], behind lead: [UInt8], most: UInt8?, _ walk: inout SpellingWalk
  ) -> Int? {
    // A stem that no way can get through needs no walk: a letter has three bytes, a blank one.
    let reach = walk.reach
    var lengths: [Int] = []
    endings.forEachStem(of: key[...]) { length, _ in
      if !lengths.contains(length) { lengths.append(length) }
    }
    var best: (length: Int, cost: UInt8)?
    for length in lengths.sorted(by: >) {
      let units = spelling.maker.units(of: lead + key[..<length])
      guard units.count <= reach + 3 else { continue }
      guard let cost = walk.cost(of: units), cost <= most ?? cost else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (length, cost) }
    }
    return best?.length
  }
}
