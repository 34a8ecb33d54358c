/// The words of texts as they are looked up: folded, digits as one, and each without its endings as
/// well.
///
/// SQLite's own splitter takes Bengali apart at its vowel signs; what stands here is made by the
/// language's own tables, so that a name is found whatever its case ending.
public struct SearchWords: Sendable {
  private let pack: LanguagePack?
  /// What was found out of words, by their keys as they stand in a text.
  private var known: [[UInt8]: [String]] = [:]
  /// Most words that are remembered.
  private static let mostKnown = 200_000

  /// Makes it for a language; one that is not known has no endings.
  public init(language code: String, in library: LanguageLibrary) { pack = library.pack(code) }

  /// The distinct words of a text with their stems, a blank between two.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: Words of letters and digits alone.
  public mutating func index(of text: UnsafeBufferPointer<UInt8>) -> String {
    var seen: Set<String> = []
    var index = ""
    Self.forEachWord(of: text) { _, key in
      for form in forms(of: key) where seen.insert(form).inserted {
        if !index.isEmpty { index += " " }
        index += form
      }
    }
    return index
  }

  /// The distinct words of a text with their stems, a blank between two.
  public mutating func index(of text: String) -> String {
    var text = text
    return text.withUTF8 { index(of: $0) }
  }

  /// What is looked up for some words: for each word the forms of which one must be there, itself
  /// first.
  public mutating func query(_ words: String) -> [[String]] {
    var words = words
    var query: [[String]] = []
    words.withUTF8 { text in Self.forEachWord(of: text) { _, key in query.append(forms(of: key)) } }
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

  /// A word and its stems.
  private mutating func forms(of key: [UInt8]) -> [String] {
    if let forms = known[key] { return forms }
    var lengths = [key.count]
    // What an apostrophe joins to a word is no part of it.
    if let joint = key.lastIndex(of: 0x27) { lengths.append(joint) }
    pack?.endings.forEachStem(of: key[...]) { length, _ in
      if length > 0, !lengths.contains(length) { lengths.append(length) }
    }
    var forms: [String] = []
    for length in lengths {
      let form = String(decoding: key[..<length].filter { $0 != 0x27 }, as: UTF8.self)
      if !form.isEmpty, !forms.contains(form) { forms.append(form) }
    }
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[key] = forms
    return forms
  }

  // MARK: Words

  /// Calls a closure with the place and the folded key of each word: letters, digits and what joins
  /// them.
  package static func forEachWord(
    of text: UnsafeBufferPointer<UInt8>, _ body: (_ place: Range<Int>, _ key: [UInt8]) -> Void
  ) {
    let raw = UnsafeRawBufferPointer(text)
    var key: [UInt8] = []
    var start = 0
    while start < text.count {
      let length = wordPart(text, start)
      guard length > 0 else {
        start += 1
        continue
      }
      var end = start + length
      while end < text.count {
        let more = wordPart(text, end)
        if more == 0 { break }
        end += more
      }
      key.removeAll(keepingCapacity: true)
      _ = KeyFolding.append(raw, start..<min(end, text.count), to: &key)
      while key.first == 0x27 { key.removeFirst() }
      while key.last == 0x27 { key.removeLast() }
      if !key.isEmpty { body(start..<min(end, text.count), withPlainDigits(key)) }
      start = end
    }
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
    guard place + length <= text.count,
      text[(place + 1)..<(place + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return 0 }
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

  /// A key with the digits of all scripts of the tables as those of ASCII.
  private static func withPlainDigits(_ key: [UInt8]) -> [UInt8] {
    guard key.contains(0xE0) else { return key }
    var plain: [UInt8] = []
    plain.reserveCapacity(key.count)
    var place = 0
    while place < key.count {
      if key[place] == 0xE0, place + 2 < key.count,
        key[place + 1] == 0xA7 || key[place + 1] == 0xA5,
        (0xA6...0xAF).contains(key[place + 2])
      {
        plain.append(0x30 + key[place + 2] - 0xA6)
        place += 3
      } else {
        plain.append(key[place])
        place += 1
      }
    }
    return plain
  }
}
