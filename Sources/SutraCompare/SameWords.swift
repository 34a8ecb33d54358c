/// Quotations of two articles that may belong together, by their indices.
struct QuotePair {
  /// How alike their words are, from 0 to 1; 2 for the same words.
  let likeness: Double
  let first: Int
  let second: Int
  /// Whether both are credited to the same party.
  let isSame: Bool
}

/// Finds quotations of the same words.
enum SameWords {
  private struct Key: Hashable {
    let words: [Int32]
    let party: String
  }

  /// Quotations of the same words in both, first those of the same party, each with the next one.
  ///
  /// - Parameters:
  ///   - ours: The words of each of the first article's quotations; none for those left out.
  ///   - ourParties: Who says them.
  ///   - theirs: The same of the second article.
  ///   - theirParties: The same of the second article.
  /// - Returns: Pairs in which each quotation stands once.
  static func pairs(
    _ ours: [[Int32]], _ ourParties: [String], _ theirs: [[Int32]], _ theirParties: [String]
  ) -> [QuotePair] {
    var pairs: [QuotePair] = []
    var (ourRest, theirRest) = (
      ours.indices.filter { !ours[$0].isEmpty }, theirs.indices.filter { !theirs[$0].isEmpty }
    )
    for isSame in [true, false] {
      func key(_ words: [Int32], _ party: String) -> Key {
        Key(words: words, party: isSame ? party : "")
      }
      var waiting: [Key: [Int]] = [:]
      for index in theirRest.reversed() {
        waiting[key(theirs[index], theirParties[index]), default: []].append(index)
      }
      var taken: Set<Int> = []
      ourRest = ourRest.filter { index in
        guard let other = waiting[key(ours[index], ourParties[index])]?.popLast() else {
          return true
        }
        taken.insert(other)
        pairs.append(
          QuotePair(
            likeness: 2, first: index, second: other, isSame: isSame && !ourParties[index].isEmpty))
        return false
      }
      theirRest = theirRest.filter { !taken.contains($0) }
    }
    return pairs
  }
}
