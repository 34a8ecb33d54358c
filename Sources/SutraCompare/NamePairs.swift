/// Which persons, or places, of two articles are the same.
enum NamePairs {
  /// For each of the first article's the same one of the second's, by their places in the lists.
  ///
  /// The same name goes before names that sound alike, and these before last words that do. Where
  /// two may be meant nobody is.
  static func pairs(
    _ ours: [ComparedArticle.Named], _ theirs: [ComparedArticle.Named]
  ) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var taken: Set<Int> = []
    func match(
      _ keys: (ComparedArticle.Named) -> [String],
      _ fits: (ComparedArticle.Named, ComparedArticle.Named) -> Bool = { _, _ in true }
    ) {
      var holders: [String: [Int]] = [:]
      for (index, one) in theirs.enumerated() where !taken.contains(index) {
        for key in keys(one) { holders[key, default: []].append(index) }
      }
      for (index, one) in ours.enumerated() where found[index] == nil {
        let matches = Set(keys(one).flatMap { holders[$0] ?? [] })
          .filter { !taken.contains($0) && fits(one, theirs[$0]) }
        guard matches.count == 1, let only = matches.first else { continue }
        found[index] = only
        taken.insert(only)
      }
    }
    match { Array($0.names) }
    match { one in
      let sounds = one.sounds.joined(separator: " ")
      return sounds.utf8.count >= 3 ? [sounds] : []
    }
    match({ one in one.sounds.last.map { $0.utf8.count >= 3 ? [$0] : [] } ?? [] }) { one, other in
      // The first words, where both have some, begin alike.
      one.sounds.count < 2 || other.sounds.count < 2
        || one.sounds[0].first == other.sounds[0].first
    }
    return found
  }
}
