import SutraCore

/// A quote whose words are those of another one, or nearly.
public struct SameQuote: Sendable {
  /// The quote with its article.
  public let found: FoundQuote
  /// From 0 to 1: how much of the shorter of both the other has, rare words counting more.
  public let likeness: Double
  /// What it leaves out and has instead, of the words that were asked for.
  public let difference: WordDifference
}

/// What tells two texts apart, word by word.
public struct WordDifference: Sendable, Equatable {
  /// A word of either text.
  public struct Piece: Sendable, Equatable {
    /// Where a word stands.
    public enum Side: Sendable { case both, first, second }
    /// Where it stands.
    public let side: Side
    /// The word as it is written there.
    public let word: String
  }

  /// The words of both texts in their order.
  public let pieces: [Piece]

  /// Whether both have the same words in the same order.
  public var isNone: Bool { pieces.allSatisfy { $0.side == .both } }

  /// Most words of a text that are compared.
  private static let mostWords = 400

  /// Compares two texts.
  public init(_ first: String, _ second: String) {
    func words(_ text: String) -> [(word: String, key: String)] {
      text.split { $0 == " " || $0.isNewline }.prefix(Self.mostWords).map {
        (String($0), SearchWords.key(of: String($0)))
      }
    }
    let (one, other) = (words(first), words(second))
    // How long the longest run of words is that both have from here on.
    let columns = other.count + 1
    var common = [UInt16](repeating: 0, count: (one.count + 1) * columns)
    for i in stride(from: one.count - 1, through: 0, by: -1) {
      for j in stride(from: other.count - 1, through: 0, by: -1) {
        common[i * columns + j] =
          one[i].key == other[j].key
          ? common[(i + 1) * columns + j + 1] + 1
          : max(common[(i + 1) * columns + j], common[i * columns + j + 1])
      }
    }
    var pieces: [Piece] = []
    var (i, j) = (0, 0)
    while i < one.count || j < other.count {
      if i < one.count, j < other.count, one[i].key == other[j].key {
        pieces.append(Piece(side: .both, word: other[j].word))
        (i, j) = (i + 1, j + 1)
      } else if j >= other.count
        || i < one.count && common[(i + 1) * columns + j] >= common[i * columns + j + 1]
      {
        pieces.append(Piece(side: .first, word: one[i].word))
        i += 1
      } else {
        pieces.append(Piece(side: .second, word: other[j].word))
        j += 1
      }
    }
    self.pieces = pieces
  }

  /// The second text, with what is only in the first in brackets behind a minus, and what is only in
  /// the second behind a plus.
  public var text: String {
    var parts: [String] = []
    var open: Piece.Side = .both
    for piece in pieces {
      let word = piece.word
      if piece.side == open, open != .both, let last = parts.popLast() {
        parts.append(last.dropLast() + " " + word + "]")
      } else if piece.side == .both {
        parts.append(word)
      } else {
        parts.append((piece.side == .first ? "[-" : "[+") + word + "]")
      }
      open = piece.side
    }
    return parts.joined(separator: " ")
  }
}

/// The same words elsewhere: copied, shortened, with other digits, a word or the order changed.
extension Library {
  /// Words by which others are looked for: the rarest of those that are asked for.
  private static let keyWords = 12
  /// Most quotes that hold one of those, of which the newest are taken.
  private static let mostHolders = 20_000
  /// Most quotes that are compared word by word.
  private static let mostCompared = 300

  /// Quotes with the same words as a text, or nearly, the oldest first.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - most: Most quotes that are wanted.
  ///   - words: For each word of a text the forms in which it is looked up, itself first.
  /// - Returns: The quotes.
  /// - Throws: `LibraryError`.
  public func same(
    as text: String, most: Int = 200, words: (String) -> [[String]]
  ) throws(LibraryError) -> [SameQuote] {
    let asked = Set(words(text).compactMap(\.first))
    guard !asked.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for word in asked {
      try database.rows(
        "SELECT doc FROM quote_vocabulary WHERE term = ?1", [.text(word)]
      ) { counts[word] = $0.number(0) }
    }
    let rarest = asked.filter { counts[$0] != nil }.sorted {
      (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1)
    }
    .prefix(Self.keyWords)
    guard !rarest.isEmpty else { return [] }
    var hits: [Int: Double] = [:]
    for word in rarest {
      let weight = SameWordLikeness.weight(counts[word] ?? 0)
      try database.rows(
        """
        SELECT rowid FROM quote_words WHERE quote_words MATCH ?1 ORDER BY rowid DESC
        LIMIT \(Self.mostHolders)
        """, [.text("\"\(word)\"")]
      ) { hits[$0.number(0), default: 0] += weight }
    }
    let candidates = hits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.mostCompared).map(\.key)
    var found: [SameQuote] = []
    for quote in try quotes(candidates) {
      let likeness = SameWordLikeness.likeness(
        asked, Set(words(quote.quote.text).compactMap(\.first)), counts)
      guard likeness >= SameWordLikeness.least else { continue }
      found.append(
        SameQuote(
          found: quote, likeness: likeness, difference: WordDifference(text, quote.quote.text)))
    }
    return Array(
      found.sorted { ($0.found.date, $0.found.origin) < ($1.found.date, $1.found.origin) }
        .prefix(most))
  }
}
