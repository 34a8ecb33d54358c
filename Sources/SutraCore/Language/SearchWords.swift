/// The words of texts as they are looked up: folded, digits as one, and each without its endings as
/// well.
///
/// SQLite's own splitter takes Bengali apart at its vowel signs; what stands here is made by the
/// language's own tables, so that a name is found whatever its case ending.
public struct SearchWords: Sendable {
  private let endings: EndingTable?
  /// The words that were met, as they are spelt in a text: a word is folded once, not where it comes again.
  private var words = WordTable(capacity: 1_024)
  /// For each word where its forms stand in the list of forms.
  private var ranges: [Range<Int32>] = []
  private var list: [Int32] = []
  /// The forms of all words.
  private var forms = WordTable(capacity: 1_024)
  /// For each form the number of the last text that had it.
  private var lastTexts: [Int] = []
  private var textCount = 0
  /// Forms that have been told as new.
  private var toldForms = 0
  /// Most words that are remembered from one text to the next.
  private static let mostKnown = 200_000

  /// Makes it for a language; one that is not known has no endings.
  public init(language code: String, in library: LanguageLibrary) {
    endings = library.endings(of: code)
  }

  /// The distinct words of a text with their stems, a blank between two.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: Words of letters and digits alone.
  public mutating func index(of text: UnsafeBufferPointer<UInt8>) -> String {
    beginText()
    var index: [UInt8] = []
    index.reserveCapacity(text.count)
    Self.forEachSpelling(of: text) { place, hash in
      add(formPlaces(of: text, place, hash), to: &index)
    }
    return String(decoding: index, as: UTF8.self)
  }

  /// The distinct words of a text and of parts of it, with their stems, a blank between two.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - parts: Where the parts stand; `nil` for one that is not wanted.
  /// - Returns: The words of the text, and for each part those that `index(of:)` gives for it alone; `nil`
  ///   for a part that begins or ends within a word.
  public mutating func index(
    of text: UnsafeBufferPointer<UInt8>, parts: [Range<Int>?]
  ) -> (whole: String, parts: [String?]) {
    beginText()
    var index: [UInt8] = []
    index.reserveCapacity(text.count)
    var words: [(place: Range<Int>, forms: Range<Int>)] = []
    Self.forEachSpelling(of: text) { place, hash in
      let forms = formPlaces(of: text, place, hash)
      guard !forms.isEmpty else { return }
      words.append((place, forms))
      add(forms, to: &index)
    }
    let whole = String(decoding: index, as: UTF8.self)
    let own = parts.map { part -> String? in
      guard let part else { return nil }
      let first = words.partitioningIndex { $0.place.lowerBound >= part.lowerBound }
      let end = words.partitioningIndex { $0.place.lowerBound >= part.upperBound }
      guard first == 0 || words[first - 1].place.upperBound <= part.lowerBound,
        end == first || words[end - 1].place.upperBound <= part.upperBound
      else { return nil }
      textCount += 1
      index.removeAll(keepingCapacity: true)
      for word in words[first..<end] { add(word.forms, to: &index) }
      return String(decoding: index, as: UTF8.self)
    }
    return (whole, own)
  }

  /// Adds the forms of a word that the text had not before.
  private mutating func add(_ places: Range<Int>, to index: inout [UInt8]) {
    for place in places {
      let form = Int(list[place])
      guard lastTexts[form] != textCount else { continue }
      lastTexts[form] = textCount
      if !index.isEmpty { index.append(0x20) }
      index += forms.key(form)
    }
  }

  /// The distinct words of a text with their stems, a blank between two.
  public mutating func index(of text: String) -> String {
    var text = text
    return text.withUTF8 { index(of: $0) }
  }

  /// The forms that no text had before, since this was asked last.
  public mutating func newForms() -> [String] {
    defer { toldForms = forms.count }
    return (toldForms..<forms.count).map { String(decoding: forms.key($0), as: UTF8.self) }
  }

  /// Where the first word of a text stands that has one of some forms; `nil` where none has.
  ///
  /// - Parameters:
  ///   - wanted: The forms.
  ///   - text: UTF-8.
  /// - Returns: The word's bytes in the text.
  public mutating func firstPlace(
    of wanted: Set<String>, in text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    beginText()
    let wanted = Set(wanted.map { number(ofForm: Array($0.utf8)) })
    var found: Range<Int>?
    Self.forEachSpelling(of: text) { place, hash in
      guard found == nil else { return }
      if list[formPlaces(of: text, place, hash)].contains(where: wanted.contains) { found = place }
    }
    return found
  }

  /// What is looked up for some words: for each word the forms of which one must be there, itself
  /// first.
  public mutating func query(_ words: String) -> [[String]] {
    beginText()
    var words = words
    var query: [[String]] = []
    words.withUTF8 { text in
      Self.forEachSpelling(of: text) { place, hash in
        let places = formPlaces(of: text, place, hash)
        guard !places.isEmpty else { return }
        query.append(places.map { String(decoding: forms.key(Int(list[$0])), as: UTF8.self) })
      }
    }
    return query
  }

  /// The words of a name as they are compared, a blank between two.
  public static func key(of name: String) -> String {
    var name = name
    var words: [String] = []
    name.withUTF8 { text in
      forEachWord(of: text) { _, key in words.append(String(decoding: key, as: UTF8.self)) }
    }
    return words.joined(separator: " ")
  }

  /// Counts a text; what is known of words is forgotten where it has become too much.
  private mutating func beginText() {
    textCount += 1
    guard words.count >= Self.mostKnown else { return }
    words = WordTable(capacity: 1_024)
    forms = WordTable(capacity: 1_024)
    (ranges, list, lastTexts) = ([], [], [])
    toldForms = 0
  }

  /// Where a word and its stems stand in the list of forms; nowhere for one without letters and digits.
  @inline(__always)
  private mutating func formPlaces(
    of text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ hash: UInt64
  ) -> Range<Int> {
    let (word, isNew) = words.insert(text, place, hash: hash)
    if isNew {
      var key: [UInt8] = []
      Self.fold(text, place, to: &key)
      describe(key)
    }
    return Int(ranges[word].lowerBound)..<Int(ranges[word].upperBound)
  }

  private mutating func describe(_ key: [UInt8]) {
    guard !key.isEmpty else { return ranges.append(0..<0) }
    var lengths = [key.count]
    // What an apostrophe joins to a word is no part of it.
    if let joint = key.lastIndex(of: 0x27) { lengths.append(joint) }
    endings?.forEachStem(of: key[...]) { length, _ in
      if length > 0, !lengths.contains(length) { lengths.append(length) }
    }
    // A number is looked up without what it is joined to, too: its digits are too few for a stem.
    let digits = key.prefix { $0 &- 0x30 < 10 }.count
    if digits > 0, digits < key.count, key[digits] >= 0x80, !lengths.contains(digits) {
      lengths.append(digits)
    }
    let first = list.count
    for length in lengths {
      let text = key[..<length].filter { $0 != 0x27 }
      guard !text.isEmpty else { continue }
      let form = number(ofForm: text)
      if !list[first...].contains(form) { list.append(form) }
    }
    ranges.append(Int32(first)..<Int32(list.count))
  }

  /// The number of a form, which is added when it is new.
  private mutating func number(ofForm text: [UInt8]) -> Int32 {
    let (form, isNew) = forms.insert(text, text.indices, hash: KeyFolding.hash(text, from: 0))
    if isNew { lastTexts.append(0) }
    return Int32(form)
  }

  // MARK: Words

  /// Calls a closure with the place and the folded key of each word: letters, digits and what joins
  /// them.
  package static func forEachWord(
    of text: UnsafeBufferPointer<UInt8>, _ body: (_ place: Range<Int>, _ key: [UInt8]) -> Void
  ) {
    var key: [UInt8] = []
    forEachSpelling(of: text) { place, _ in
      fold(text, place, to: &key)
      if !key.isEmpty { body(place, key) }
    }
  }

  /// Calls a closure with the place of each word and the hash of its bytes as they stand there.
  @inline(__always)
  private static func forEachSpelling(
    of text: UnsafeBufferPointer<UInt8>, _ body: (_ place: Range<Int>, _ hash: UInt64) -> Void
  ) {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count {
        let more = wordPart(text, end)
        if more == 0 { break }
        end += more
      }
      guard end > start else {
        start += 1
        continue
      }
      body(start..<end, KeyFolding.hash(of: text[start..<end]))
      start = end
    }
  }

  /// The folded key of a word, without the apostrophes at its ends.
  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, to key: inout [UInt8]
  ) {
    key.removeAll(keepingCapacity: true)
    _ = KeyFolding.append(UnsafeRawBufferPointer(text), place, to: &key)
    while key.first == 0x27 { key.removeFirst() }
    while key.last == 0x27 { key.removeLast() }
    makePlainDigits(&key)
  }

  /// Bytes of the letter, digit, mark or apostrophe at a place; 0 where something else stands.
  private static func wordPart(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let byte = text[place]
    if byte < 0x80 {
      let isWord = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x27
      return isWord ? 1 : 0
    }
    guard byte >= 0xC2 else { return 0 }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    // What claims to be longer than it is may hide anything behind it.
    guard place + length <= text.count else { return 0 }
    for next in 1..<length where text[place + next] & 0xC0 != 0x80 { return 0 }
    let (second, third) = (text[place + 1], length > 2 ? text[place + 2] : 0)
    switch byte {
    // Signs of Latin-1.
    case 0xC2: return second == 0xAA || second == 0xB5 || second == 0xBA ? 2 : 0
    // Dandas.
    case 0xE0 where second == 0xA5: return third == 0xA4 || third == 0xA5 ? 0 : 3
    // Joiners and the apostrophe alone of the signs.
    case 0xE2:
      let joins = second == 0x80 && (third == 0x8C || third == 0x8D || third == 0x99)
      return joins ? 3 : 0
    case 0xE3 where second == 0x80: return 0
    case 0xEF where second >= 0xB8: return 0
    case 0xF0 where second == 0x9F: return 0
    default: return length
    }
  }

  /// The digit of another script at a place of a key, as one of ASCII.
  package static func digit(in key: [UInt8], at place: Int) -> UInt8? {
    guard place + 2 < key.count, key[place] == 0xE0,
      key[place + 1] == 0xA7 || key[place + 1] == 0xA5, (0xA6...0xAF).contains(key[place + 2])
    else { return nil }
    return 0x30 + key[place + 2] - 0xA6
  }

  /// Writes the digits of all scripts of the tables as those of ASCII.
  private static func makePlainDigits(_ key: inout [UInt8]) {
    // Hardly a word has one.
    guard let first = key.indices.first(where: { key[$0] == 0xE0 && digit(in: key, at: $0) != nil })
    else { return }
    makePlainDigits(&key, from: first)
  }

  private static func makePlainDigits(_ key: inout [UInt8], from first: Int) {
    var end = first
    var place = first
    while place < key.count {
      let digit = digit(in: key, at: place)
      key[end] = digit ?? key[place]
      place += digit == nil ? 1 : 3
      end += 1
    }
    key.removeLast(key.count - end)
  }
}
