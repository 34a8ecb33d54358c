import SutraCore

/// Quotes of several articles put together by their words: those that are the same, or nearly.
struct SameWordGroups {
  /// Words by which others are looked for: the rarest of each quote.
  private static let keyWords = 6
  /// Most quotes that share a word by which others are looked for; a more frequent one tells little.
  private static let mostHolders = 60

  private let quotes: [FoundQuote]
  /// The distinct words of each quote, by their numbers.
  private var words: [Set<Int>] = []
  /// How many quotes hold each word.
  private var counts: [Int: Int] = [:]
  /// For each quote one of the same group; the first of a group has itself.
  private var firsts: [Int]

  /// Takes quotes and puts them together.
  init(_ quotes: [FoundQuote]) {
    self.quotes = quotes
    firsts = Array(quotes.indices)
    var numbers: [Substring: Int] = [:]
    for quote in quotes {
      var own: Set<Int> = []
      for word in SearchWords.key(of: quote.quote.text).split(separator: " ") {
        let number = numbers[word] ?? numbers.count
        numbers[word] = number
        own.insert(number)
      }
      for word in own { counts[word, default: 0] += 1 }
      words.append(own)
    }
    join()
  }

  private mutating func join() {
    var holders: [Int: [Int]] = [:]
    for (quote, own) in words.enumerated() {
      let rarest = own.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
        .prefix(Self.keyWords)
      var compared: Set<Int> = []
      for word in rarest {
        let others = holders[word, default: []]
        for other in others where compared.insert(other).inserted { compare(quote, other) }
        if others.count < Self.mostHolders { holders[word, default: []].append(quote) }
      }
    }
  }

  private mutating func compare(_ one: Int, _ other: Int) {
    let (first, second) = (first(of: one), first(of: other))
    guard first != second,
      SameWordLikeness.likeness(words[one], words[other], counts) >= SameWordLikeness.least
    else { return }
    firsts[max(first, second)] = min(first, second)
  }

  private func first(of quote: Int) -> Int {
    var quote = quote
    while firsts[quote] != quote { quote = firsts[quote] }
    return quote
  }

  /// The groups whose quotes are from several articles, in the order of their first quotes; within
  /// each the oldest first, and of all others what differs from that.
  var groups: [[SameQuote]] {
    var members: [Int: [Int]] = [:]
    for quote in quotes.indices { members[first(of: quote), default: []].append(quote) }
    return members.sorted { $0.key < $1.key }.compactMap { _, group in
      guard Set(group.map { quotes[$0].article }).count > 1 else { return nil }
      let ordered = group.sorted {
        (quotes[$0].date, quotes[$0].origin, $0) < (quotes[$1].date, quotes[$1].origin, $1)
      }
      return ordered.map { quote in
        SameQuote(
          found: quotes[quote],
          likeness: SameWordLikeness.likeness(words[ordered[0]], words[quote], counts),
          difference: WordDifference(quotes[ordered[0]].quote.text, quotes[quote].quote.text))
      }
    }
  }
}

extension Library {
  /// Quotes that are looked through for groups, at most: the newest.
  public static let groupedQuotes = 5_000

  /// Groups of the newest quotes that have the same words, or nearly, in several articles: those
  /// first in which there is the newest quote, and in each who had it first.
  ///
  /// - Returns: The groups.
  /// - Throws: `LibraryError`.
  public func sameGroups() throws(LibraryError) -> [[SameQuote]] {
    var newest = QuoteQuestion()
    newest.most = Self.groupedQuotes
    return SameWordGroups(try said(newest)).groups
  }
}
