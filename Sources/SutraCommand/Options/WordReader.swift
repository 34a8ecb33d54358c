/// Goes through the words of a command line.
struct WordReader {
  private let words: [String]
  private var index = 0

  init(_ words: [String]) { self.words = words }

  /// The next word, which stays.
  var peek: String? { index < words.count ? words[index] : nil }

  /// The next word, or `nil` behind the last.
  mutating func next() -> String? {
    guard index < words.count else { return nil }
    index += 1
    return words[index - 1]
  }

  /// The next word if it fits; otherwise it stays.
  mutating func next(if fits: (String) -> Bool) -> String? {
    guard let word = peek, fits(word) else { return nil }
    return next()
  }
}
