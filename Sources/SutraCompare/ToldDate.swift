import SutraCore

/// A date that an article tells.
struct ToldDate {
  /// What it tells, in parts that all languages share; words that no table knows as they are.
  let parts: Set<String>
  /// Whether all of its words are understood, so that it can be compared in another language.
  let isWhole: Bool
  let span: Span

  /// Whether it may be the same day as another: neither tells anything that the other gainsays.
  func isSame(as other: ToldDate) -> Bool {
    parts.isSubset(of: other.parts) || other.parts.isSubset(of: parts)
  }

  static func all(of article: Article, _ tables: ComparisonWords) -> [ToldDate] {
    article.mentions.filter { $0.kind == .date }.compactMap { mention in
      let name = SearchWords.key(of: article.entities[mention.entity].name)
      var parts: Set<String> = []
      var (isWhole, isDay) = (true, false)
      for word in name.split(separator: " ").map(String.init) {
        if let part = tables.part(ofDate: word) {
          parts.insert(part)
          isDay = true
        } else {
          let digits = word.prefix { $0.isNumber }
          isWhole = isWhole && !digits.isEmpty
          isDay = isDay || digits.count == 4
          parts.insert(digits.isEmpty ? word : String(digits))
        }
      }
      // How long something took, and seasons, are no days.
      return !isDay ? nil : ToldDate(parts: parts, isWhole: isWhole, span: mention.span)
    }
  }
}
