/// The word that may have been meant by one that is mistyped.
public enum NearestWord {
  /// Longest word that is looked at; nobody mistypes a longer one by a letter or two.
  private static let longest = 40

  /// The nearest of some words, if it is near enough: a letter wrong, missing, too much or changed
  /// with its neighbour, two in a word of six letters and more.
  ///
  /// - Parameters:
  ///   - word: What was typed.
  ///   - words: What can be meant.
  /// - Returns: The nearest, the first of several; `nil` where none is near enough.
  public static func to(_ word: String, among words: [String]) -> String? {
    let letters = Array(word)
    guard (2...longest).contains(letters.count) else { return nil }
    let most = letters.count < 6 ? 1 : 2
    let found = words.map { ($0, distance(letters, Array($0))) }.min { $0.1 < $1.1 }
    guard let found, found.1 <= most else { return nil }
    return found.0
  }

  /// How many letters have to be changed (Damerau 1964, each place once).
  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var next = [row + 1]
      for (column, opposite) in other.enumerated() {
        var least = min(last[column + 1] + 1, next[column] + 1)
        least = min(least, last[column] + (letter == opposite ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == opposite {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      (before, last) = (last, next)
    }
    return last[other.count]
  }
}
