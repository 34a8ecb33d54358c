import SutraCore

/// Pieces of texts around the words that were looked for.
struct WordsAround {
  /// Words before and behind the word.
  private static let reach = 10

  private let wanted: Set<String>
  private var kept = KeptArticles()

  /// Looks for words, each in one of its forms.
  init(_ words: [[String]]) { wanted = Set(words.joined()) }

  /// The text around the first of the words, in one line; and where in the text that word stands.
  mutating func first(in text: String, _ language: String) -> (words: String, place: Span?) {
    let bytes = Array(text.utf8)
    let word = kept.firstPlace(of: wanted, in: bytes, language)
    let parts = bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let place = word.flatMap { word in parts.firstIndex { $0.endIndex > word.lowerBound } }
    let found = place ?? 0
    let range = max(0, found - Self.reach)..<min(parts.count, found + Self.reach)
    let line =
      (range.lowerBound > 0 ? "…" : "")
      + String(decoding: Array(parts[range].joined(separator: [0x20])), as: UTF8.self)
      + (range.upperBound < parts.count ? "…" : "")
    return (line, place.map { Span(start: parts[$0].startIndex, end: parts[$0].endIndex) })
  }
}
