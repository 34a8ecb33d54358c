/// How much two quotes are the same words.
enum SameWordLikeness {
  /// The share of words from which on they are.
  static let least = 0.7

  /// What a word says that so many quotes hold.
  static func weight(_ count: Int) -> Double {
    // A word that one quote in two holds says little, one that few hold a lot.
    1 / (1 + Double(max(1, count).bitWidth - max(1, count).leadingZeroBitCount) / 4)
  }

  /// How much of the shorter of two texts the other has, from 0 to 1.
  ///
  /// - Parameters:
  ///   - one: The distinct words of one.
  ///   - other: Those of the other.
  ///   - counts: How many quotes hold each word.
  /// - Returns: The share, in which rare words count more.
  static func likeness<Word: Hashable>(
    _ one: Set<Word>, _ other: Set<Word>, _ counts: [Word: Int]
  ) -> Double {
    func sum(_ words: Set<Word>) -> Double {
      words.reduce(0) { $0 + weight(counts[$1] ?? 1) }
    }
    let shared = one.intersection(other)
    let (less, more) = one.count <= other.count ? (one, other) : (other, one)
    // Two or three words are the same words only as a whole.
    guard less.count > 3 else { return one == other ? 1 : 0 }
    let part = sum(shared) / sum(less)
    // A short one is in many longer ones by chance.
    let whole = Double(shared.count) / Double(more.count)
    return whole >= 0.35 || less.count >= 8 ? part : part * 0.8
  }
}
