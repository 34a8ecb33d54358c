/// Finds a name that was typed in a language's script in texts of Latin letters.
struct NativeNameSearch: Sendable {
  private let spelling: LatinSpelling
  private let units: [UInt8]
  private let wordCount: Int
  /// Fewest units of a name that is looked for: two letters with a vowel.
  private static let fewestUnits = 3

  /// Makes a search; `nil` for anything but words of the language's script.
  ///
  /// - Parameters:
  ///   - typed: What was typed.
  ///   - language: The code of the language.
  ///   - library: The languages.
  init?(_ typed: String, in language: String, of library: LanguageLibrary) {
    guard let spelling = library.latinSpelling(of: language) else { return nil }
    let isName = typed.unicodeScalars.allSatisfy { scalar in
      spelling.maker.unit(scalar.value) != nil
        || [" ", "-", "\u{200C}", "\u{200D}"].contains(scalar)
    }
    units = spelling.maker.units(of: KeyFolding.key(of: typed))
    guard isName, units.count >= Self.fewestUnits, units.count <= LatinSpelling.mostUnits else {
      return nil
    }
    self.spelling = spelling
    wordCount = units.count { $0 == WordUnits.blank } + 1
  }

  /// Where the name stands in a text as whole words.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - most: How many places are told.
  ///   - stop: Ends the search where it is.
  /// - Returns: The places, in text order.
  func matches(in bytes: UnsafeBufferPointer<UInt8>, most: Int, _ stop: StopSign) -> [Span] {
    var found: [Span] = []
    var place = 0
    while place < bytes.count, found.count < most, !stop.isUp {
      let length = Self.letterLength(bytes, place)
      guard length > 0 else {
        place += 1
        continue
      }
      let word = Self.word(bytes, place)
      if let end = end(of: word, bytes) { found.append(Span(start: word.start, end: end)) }
      place = max(word.end, found.last?.end ?? 0)
    }
    return found
  }

  /// The letters with which a word of Latin letters must begin that is to be the name's first.
  var beginning: NameBeginning {
    NameBeginning(
      latin: (UInt8(ascii: "a")...UInt8(ascii: "z")).filter { spelling.canBegin(units[0], $0) })
  }

  /// Where a name ends that begins with a word; `nil` where none does.
  private func end(of word: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let first = bytes[word.start]
    guard first >= 0x80 || spelling.canBegin(units[0], first | 0x20) else { return nil }
    var last = word
    for number in 1...(wordCount + 1) {
      let text = String(
        decoding: UnsafeBufferPointer(rebasing: bytes[word.start..<last.end]), as: UTF8.self)
      guard let typed = TypedLetters.of(text), spelling.canBegin(units[0], typed[0]) else {
        return nil
      }
      var walk = SpellingWalk(spelling, typed)
      if walk.cost(of: units) != nil { return last.end }
      guard number <= wordCount, last.end + 1 < bytes.count,
        [0x20, 0x2D, 0x0A].contains(bytes[last.end]),
        Self.letterLength(bytes, last.end + 1) > 0
      else { return nil }
      last = Self.word(bytes, last.end + 1)
    }
    return nil
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Span {
    var end = start
    while end < bytes.count {
      let length = letterLength(bytes, end)
      if length == 0 { break }
      end += length
    }
    return Span(start: start, end: end)
  }

  /// Bytes of the Latin letter at a place; 0 where something else stands.
  @inline(__always)
  private static func letterLength(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let byte = bytes[place]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 ? 1 : 0 }
    return (0xC3...0xC9).contains(byte) && place + 1 < bytes.count ? 2 : 0
  }
}
