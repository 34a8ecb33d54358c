/// Which sentences of two versions are the same, moved, changed, or in one alone.
///
/// Sentences that stand once in both are found by their words; those in the longest run that keeps its
/// order are in place, and what lies between two of them is compared. Time grows with the text, not
/// with its square.
struct SentenceAlignment {
  /// The words of a sentence, as numbers.
  typealias Words = ArraySlice<Int32>

  struct Change {
    let kind: ArticleComparison.TextState
    let first: Int?
    let second: Int?
  }

  /// How many sentences are the same, moved or not.
  private(set) var sameCount = 0
  private(set) var changes: [Change] = []
  /// Sentences that are the same and in place, in the order of both.
  private(set) var pairs: [(first: Int, second: Int)] = []

  /// Most pairs of sentences that are compared word by word between two that are the same.
  private static let mostPairs = 4_096
  /// The share of words from which on two sentences are one that was changed.
  private static let leastLikeness = 0.45
  /// The same for sentences that stand elsewhere.
  private static let leastFarLikeness = 0.6

  init(_ first: ComparedArticle, _ second: ComparedArticle) {
    var pairs = Self.unique(first.words, second.words)
    let kept = Self.longestRun(pairs.map(\.1))
    let inPlace = Set(kept)
    var partner = [Int](repeating: -1, count: first.words.count)
    var moved: [(Int, Int)] = []
    for (number, pair) in pairs.enumerated() {
      if inPlace.contains(number) { partner[pair.0] = pair.1 } else { moved.append(pair) }
    }
    pairs = kept.map { pairs[$0] }
    Self.extend(&partner, pairs, first.words, second.words)
    var taken = [Bool](repeating: false, count: second.words.count)
    for other in partner where other >= 0 { taken[other] = true }
    var movedFirst: Set<Int> = []
    for (one, other) in moved where partner[one] < 0 && !taken[other] {
      changes.append(Change(kind: .moved, first: one, second: other))
      taken[other] = true
      movedFirst.insert(one)
    }
    self.pairs = partner.indices.filter { partner[$0] >= 0 }.map { ($0, partner[$0]) }
    sameCount = self.pairs.count + movedFirst.count
    gaps(first, second, partner, taken, movedFirst)
    pairFarApart(first, second)
    changes.sort {
      let places = [$0, $1].map { ($0.first ?? $0.second ?? 0, $0.second ?? Int.max) }
      return places[0] < places[1]
    }
  }

  /// Most sentences that have a word by which others are looked for.
  private static let mostHolders = 24

  /// Joins sentences that were moved and changed as well.
  private mutating func pairFarApart(_ first: ComparedArticle, _ second: ComparedArticle) {
    let added = changes.filter { $0.kind == .added }.compactMap(\.second)
    guard !added.isEmpty else { return }
    var holders: [Int32: [Int]] = [:]
    for other in added {
      for word in Set(second.words[other]) { holders[word, default: []].append(other) }
    }
    var taken: Set<Int> = []
    for (place, change) in changes.enumerated() where change.kind == .removed {
      guard let one = change.first else { continue }
      var counts: [Int: Int] = [:]
      for word in Set(first.words[one]) {
        guard let found = holders[word], found.count <= Self.mostHolders else { continue }
        for other in found where !taken.contains(other) { counts[other, default: 0] += 1 }
      }
      let best = counts.map { (first.bags[one].likeness(to: second.bags[$0.key]), $0.key) }
        .max { $0.0 == $1.0 ? $0.1 > $1.1 : $0.0 < $1.0 }
      guard let best, best.0 >= Self.leastFarLikeness else { continue }
      taken.insert(best.1)
      changes[place] = Change(kind: .changed, first: one, second: best.1)
    }
    changes.removeAll { $0.kind == .added && $0.second.map(taken.contains) == true }
  }

  /// Sentences that stand once in both.
  private static func unique(_ first: [Words], _ second: [Words]) -> [(Int, Int)] {
    func places(_ keys: [Words]) -> [Words: Int] {
      var places: [Words: Int] = [:]
      for (index, key) in keys.enumerated() where !key.isEmpty {
        places[key] = places[key] == nil ? index : -1
      }
      return places
    }
    let (ours, theirs) = (places(first), places(second))
    return first.indices.compactMap { index in
      guard ours[first[index]] == index, let other = theirs[first[index]], other >= 0 else {
        return nil
      }
      return (index, other)
    }
  }

  /// The places of a longest rising run of numbers.
  private static func longestRun(_ numbers: [Int]) -> [Int] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[place] = tails[low - 1] }
      if low == tails.count { tails.append(place) } else { tails[low] = place }
    }
    var run: [Int] = []
    var place = tails.last ?? -1
    while place >= 0 {
      run.append(place)
      place = before[place]
    }
    return run.reversed()
  }

  /// Joins what is the same beside sentences that are in place, such as those that stand twice.
  private static func extend(
    _ partner: inout [Int], _ pairs: [(Int, Int)], _ first: [Words], _ second: [Words]
  ) {
    var taken = Set(pairs.map(\.1))
    for (one, other) in [(-1, -1)] + pairs {
      var (next, theirs) = (one + 1, other + 1)
      while next < first.count, theirs < second.count, partner[next] < 0, !taken.contains(theirs),
        first[next] == second[theirs]
      {
        partner[next] = theirs
        taken.insert(theirs)
        (next, theirs) = (next + 1, theirs + 1)
      }
    }
    for (one, other) in (pairs + [(first.count, second.count)]).reversed() {
      var (next, theirs) = (one - 1, other - 1)
      while next >= 0, theirs >= 0, partner[next] < 0, !taken.contains(theirs),
        first[next] == second[theirs]
      {
        partner[next] = theirs
        taken.insert(theirs)
        (next, theirs) = (next - 1, theirs - 1)
      }
    }
  }

  /// Compares what lies between sentences that are the same.
  private mutating func gaps(
    _ first: ComparedArticle, _ second: ComparedArticle, _ partner: [Int], _ taken: [Bool],
    _ moved: Set<Int>
  ) {
    var theirs = 0
    var open: [Int] = []
    for one in 0...partner.count {
      let end = one < partner.count ? partner[one] : second.words.count
      guard end >= 0 else {
        if !moved.contains(one) { open.append(one) }
        continue
      }
      let new = end > theirs ? (theirs..<end).filter { !taken[$0] } : []
      pair(open, new, first, second)
      open = []
      theirs = max(theirs, end + 1)
    }
  }

  private mutating func pair(
    _ old: [Int], _ new: [Int], _ first: ComparedArticle, _ second: ComparedArticle
  ) {
    var free = new
    for one in old {
      var best: (place: Int, likeness: Double)?
      let window = old.count * new.count <= Self.mostPairs ? free.count : 16
      for (place, other) in free.prefix(window).enumerated() {
        let likeness = first.bags[one].likeness(to: second.bags[other])
        if likeness >= Self.leastLikeness, likeness > best?.likeness ?? 0 {
          best = (place, likeness)
        }
      }
      if let best {
        changes.append(Change(kind: .changed, first: one, second: free.remove(at: best.place)))
      } else {
        changes.append(Change(kind: .removed, first: one, second: nil))
      }
    }
    for other in free { changes.append(Change(kind: .added, first: nil, second: other)) }
  }
}
