/// Words that pages of a language put around their articles, as the tables of the languages say.
public struct PageWords: Sendable {
  /// What a phrase says of the words it begins or is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Stands before a link to another page, and is no part of the article: *read more*.
    case aside
    /// Is a heading behind which the article is over: *related stories*.
    case end
    /// Stands before a writer's name: *by*.
    case byline
    /// Stands before the name of who edited it, behind the writer's: *edited*.
    case editor
    /// A month or a day of the week, where a number follows: *Sunday*, *Feb*.
    case date
    /// A whole line that is no part of the article: *advertisement*.
    case line
    /// Begins a line that is no part of the article, whatever follows: *sign up for*.
    case notice
    /// Stands before the time of the last change: *last updated*.
    case updated
  }

  /// The phrases of each kind, folded.
  private let phrases: [Kind: [[UInt8]]]

  /// Makes a list.
  ///
  /// - Parameter rows: Phrases with what they say.
  public init(_ rows: [(kind: Kind, phrase: String)]) {
    phrases = Dictionary(grouping: rows, by: \.kind).mapValues { rows in
      rows.map { PageText.folded($0.phrase) }
    }
  }

  /// The rows of a table: kind, tab, phrase; rows that begin with `#` and others are left out.
  ///
  /// - Parameter table: The table's bytes.
  /// - Returns: The rows.
  public static func rows(_ table: [UInt8]) -> [(kind: Kind, phrase: String)] {
    // Rows are sorted, so that most are of the kind of the row before.
    var last: (word: ArraySlice<UInt8>, kind: Kind)?
    return table.split(separator: 0x0A).compactMap { line in
      guard line.first != 0x23, let tab = line.firstIndex(of: 0x09) else { return nil }
      let word = line[..<tab]
      if last?.word != word {
        last = Kind(rawValue: String(decoding: word, as: UTF8.self)).map { (word, $0) }
      }
      guard let last, last.word == word else { return nil }
      return (last.kind, String(decoding: line[(tab + 1)...], as: UTF8.self))
    }
  }

  /// Whether a text, folded, begins with a phrase of a kind.
  func begins(_ folded: [UInt8], _ kind: Kind) -> Bool {
    phrases[kind]?.contains { folded.starts(with: $0) } ?? false
  }

  /// Where a phrase of a kind ends with which a text begins, whole words of it; `nil` where none does.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - text: The text, UTF-8.
  ///   - folded: The same, folded, or its beginning.
  /// - Returns: How many bytes of the text it takes.
  func end(of kind: Kind, in text: ArraySlice<UInt8>, _ folded: [UInt8]) -> Int? {
    guard let phrase = longest(kind, folded) else { return nil }
    let start = text.startIndex
    // Words end before signs and blanks; of those the place is looked for where all is read.
    var at = min(text.count, phrase.count)
    while at <= text.count, at <= phrase.count * 2 + 16 {
      if at == text.count || Self.isBoundary(text[(start + at)...]) {
        let read = PageText.folded(bytes: text.prefix(at))
        if read.count >= phrase.count { return read == phrase ? at : nil }
      }
      at += 1
    }
    return nil
  }

  private func longest(_ kind: Kind, _ folded: [UInt8]) -> [UInt8]? {
    phrases[kind]?.filter { folded.starts(with: $0) }.max { $0.count < $1.count }
  }

  /// Whether no letter or number of a word stands at the beginning of a text.
  private static func isBoundary(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let byte = rest.first else { return true }
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
    case 0x80...0xBF: return false
    case 0xC2: return true
    case 0xE2: return rest.dropFirst().first.map { (0x80...0x9F).contains($0) } ?? true
    case 0xC3...: return rest.starts(with: [0xEF, 0xBC, 0x9A]) || rest.starts(with: Self.danda)
    default: return true
    }
  }

  private static let danda: [UInt8] = [0xE0, 0xA5, 0xA4]

  /// Whether a text, folded, is a phrase of a kind and nothing else.
  func isWhole(_ folded: [UInt8], _ kind: Kind) -> Bool {
    phrases[kind]?.contains { folded == $0 } ?? false
  }

  /// A text as far as no date comes: a number, and the names of months and days before it.
  func beforeDate(_ text: String) -> Substring {
    guard let number = text.firstIndex(where: \.isNumber) else { return Substring(text) }
    var rest = text[..<number]
    while true {
      let word = rest.split(separator: " ").last ?? ""
      guard !word.isEmpty, isWhole(PageText.folded(String(word)), .date) else { return rest }
      rest = rest[..<word.startIndex]
    }
  }

  /// A text as far as no word of a kind comes behind the first word.
  func before(_ kind: Kind, _ text: Substring) -> Substring {
    var before = text.split(separator: " ").first?.endIndex ?? text.endIndex
    for word in text.split(separator: " ").dropFirst() {
      if isWhole(PageText.folded(String(word)), kind) {
        return text[..<before]
      }
      before = word.endIndex
    }
    return text
  }

  /// What follows the phrases of a kind at the beginning of a text, and how many of them stand there: two
  /// at most, as *written by*, and none where nothing would be left.
  func behind(_ kind: Kind, _ text: String) -> (rest: Substring, count: Int) {
    var rest = Substring(text)
    guard let list = phrases[kind] else { return (rest, 0) }
    for count in 0..<2 {
      let words = rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard words.count == 2, list.contains(PageText.folded(String(words[0]))) else {
        return (rest, count)
      }
      rest = words[1]
    }
    return (rest, 2)
  }
}
