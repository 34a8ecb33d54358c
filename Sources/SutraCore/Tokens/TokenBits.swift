/// A set of tokens that also tells how many of its members stand before a place, in an eighth of the
/// memory of a table of numbers.
struct TokenBits: Sendable {
  private var words: [UInt64]
  /// For each word how many members stand before it.
  private var ranks: [Int32] = []

  /// Makes an empty set for a number of tokens.
  init(tokenCount: Int) { words = [UInt64](repeating: 0, count: tokenCount / 64 + 1) }

  /// Adds a token.
  @inline(__always)
  mutating func insert(_ token: Int) { words[token >> 6] |= 1 << UInt64(token & 63) }

  /// Adds the tokens of a range.
  mutating func insert(_ range: Range<Int>) { for token in range { insert(token) } }

  /// Counts the members; nothing is added after that.
  mutating func count() {
    ranks.reserveCapacity(words.count)
    var rank: Int32 = 0
    for word in words {
      ranks.append(rank)
      rank += Int32(truncatingIfNeeded: word.nonzeroBitCount)
    }
  }

  /// Whether a token is a member.
  @inline(__always)
  func contains(_ token: Int) -> Bool { words[token >> 6] >> UInt64(token & 63) & 1 != 0 }

  /// How many members stand before a token or are it.
  @inline(__always)
  func rank(through token: Int) -> Int {
    let upTo = words[token >> 6] << UInt64(63 - token & 63)
    return Int(ranks[token >> 6]) + upTo.nonzeroBitCount
  }
}

/// Which of some ranges each token stands in.
struct TokenOwners: Sendable {
  private var covered: TokenBits
  private var beginnings: TokenBits

  /// Takes ranges in text order that do not overlap; none is empty.
  init(_ ranges: some Sequence<Range<Int>>, tokenCount: Int) {
    covered = TokenBits(tokenCount: tokenCount)
    beginnings = TokenBits(tokenCount: tokenCount)
    for range in ranges {
      covered.insert(range)
      beginnings.insert(range.lowerBound)
    }
    beginnings.count()
  }

  /// The number of the range that a token stands in, or -1.
  @inline(__always)
  subscript(token: Int) -> Int {
    covered.contains(token) ? beginnings.rank(through: token) - 1 : -1
  }
}
