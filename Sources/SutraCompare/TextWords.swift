import SutraCore

/// Numbers words, so that the same word, however it is spelt, has the same number in several texts.
struct WordNumbers {
  private let tables: ComparisonWords
  private var numbers: [[UInt8]: Int32] = [:]
  private var keys: [[UInt8]] = []
  private var meanings: [AmountWord] = []

  /// Begins with what words mean.
  init(_ tables: ComparisonWords) { self.tables = tables }

  /// The number of a word by its folded key.
  mutating func number(of key: [UInt8]) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(keys.count)
    numbers[key] = number
    keys.append(key)
    meanings.append(tables.amountWord(key))
    return number
  }

  /// What a word has to do with amounts.
  func meaning(of number: Int32) -> AmountWord { meanings[Int(number)] }

  /// How many digits a word of digits has.
  func digitCount(of number: Int32) -> Int { keys[Int(number)].count }

  /// What is counted by the sign %.
  var percent: String { tables.percent }
}

/// The words of a text, as numbers with their places.
struct TextWords {
  /// The number of each word.
  let numbers: [Int32]
  private let starts: [Int32]
  private let ends: [Int32]

  /// Takes the words of a text.
  init(_ bytes: [UInt8], _ known: inout WordNumbers) {
    var (numbers, starts, ends) = ([Int32](), [Int32](), [Int32]())
    bytes.withUnsafeBufferPointer { text in
      SearchWords.forEachWord(of: text) { place, key in
        numbers.append(known.number(of: key))
        starts.append(Int32(place.lowerBound))
        ends.append(Int32(place.upperBound))
      }
    }
    (self.numbers, self.starts, self.ends) = (numbers, starts, ends)
  }

  /// The words that begin in a span, by their indices.
  func range(in span: Span) -> Range<Int> {
    let first = starts.partitioningIndex { $0 >= span.start }
    return first..<max(first, starts.partitioningIndex { $0 >= span.end })
  }

  /// Where a word stands.
  func span(of word: Int) -> Span { Span(start: Int(starts[word]), end: Int(ends[word])) }
}

/// Some words without their order, to be held against others.
struct WordBag {
  private let words: [Int32]

  /// Takes words in any order.
  init(_ words: some Sequence<Int32>) { self.words = words.sorted() }

  /// The share of words that both have, from 0 to 1.
  func likeness(to other: WordBag) -> Double {
    let (ours, theirs) = (words, other.words)
    guard !ours.isEmpty, !theirs.isEmpty else { return 0 }
    var (one, two, common) = (0, 0, 0)
    while one < ours.count, two < theirs.count {
      if ours[one] == theirs[two] {
        common += 1
        one += 1
        two += 1
      } else if ours[one] < theirs[two] {
        one += 1
      } else {
        two += 1
      }
    }
    return 2 * Double(common) / Double(ours.count + theirs.count)
  }
}

/// What the words of two texts have in common, and what they do not.
enum Likeness {
  /// What of some things is left when each of others takes one that is the same by a key.
  static func rest<Thing, Key: Hashable>(
    of things: [Thing], without others: [Thing], by key: (Thing) -> Key
  ) -> [Thing] {
    var counts: [Key: Int] = [:]
    for other in others { counts[key(other), default: 0] += 1 }
    return things.filter { thing in
      guard let left = counts[key(thing)], left > 0 else { return true }
      counts[key(thing)] = left - 1
      return false
    }
  }

  /// The places of words that others do not have.
  static func rest(of words: ArraySlice<Int32>, without others: ArraySlice<Int32>) -> [Int] {
    var counts: [Int32: Int] = [:]
    for word in others { counts[word, default: 0] += 1 }
    return words.indices.filter { place in
      guard let left = counts[words[place]], left > 0 else { return true }
      counts[words[place]] = left - 1
      return false
    }
  }

  /// Whether the words of one stand in the other in their order.
  static func isPart(_ part: ArraySlice<Int32>, of whole: ArraySlice<Int32>) -> Bool {
    var next = part.startIndex
    for word in whole where next < part.endIndex && word == part[next] { next += 1 }
    return next == part.endIndex
  }
}
