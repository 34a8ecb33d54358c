import SutraCore

/// An article made ready to be compared.
struct ComparedArticle {
  /// A person, place or other thing, and what others may call it.
  struct Named {
    let entity: Int
    /// The names, folded.
    let names: Set<String>
    /// How the words of the fullest name sound.
    let sounds: [String]
    /// Whether a table knows it in all languages.
    let isKnown: Bool
  }

  let article: Article
  let text: TextWords
  /// For each sentence its words, as indices of those of the text.
  let sentenceWords: [Range<Int>]
  /// The words of each sentence, as numbers.
  let words: [ArraySlice<Int32>]
  /// The same without their order.
  let bags: [WordBag]
  let amounts: [ToldAmount]
  let dates: [ToldDate]
  let people: [Named]
  /// What each of the people says, in text order.
  let quotations: [[Int]]
  let places: [Named]
  /// Where the person or place of an entity stands in `people` or `places`.
  let personOfEntity: [Int: Int]
  let placeOfEntity: [Int: Int]

  var sentences: [Span] { article.sentences }

  init(_ article: Article, _ tables: ComparisonWords, _ numbers: inout WordNumbers) {
    self.article = article
    let text = TextWords(article.document.text.bytes, &numbers)
    self.text = text
    sentenceWords = article.sentences.map(text.range(in:))
    words = sentenceWords.map { text.numbers[$0] }
    bags = words.map { WordBag($0) }
    amounts = ToldAmount.all(of: article, text, sentences: sentenceWords, numbers)
    dates = ToldDate.all(of: article, tables)
    people = Self.named(.person, article, tables)
    places = Self.named(.place, article, tables)
    personOfEntity = Self.numbers(people)
    placeOfEntity = Self.numbers(places)
    var said: [Int: [Int]] = [:]
    for (index, attribution) in article.attributions.enumerated()
    where !article.onlyCarriesOn(index) {
      if let entity = attribution.speaker?.entity { said[entity, default: []].append(index) }
    }
    quotations = people.map { said[$0.entity] ?? [] }
  }

  private static func numbers(_ named: [Named]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: named.enumerated().map { ($0.element.entity, $0.offset) })
  }

  private static func named(
    _ kind: EntityKind, _ article: Article, _ tables: ComparisonWords
  ) -> [Named] {
    article.entities.indices.filter { article.entities[$0].kind == kind }.map { index in
      let entity = article.entities[index]
      let names = ([entity.name] + entity.aliases).map(SearchWords.key(of:))
      return Named(
        entity: index, names: Set(names + names.compactMap(tables.place)),
        sounds: names[0].split(separator: " ").map { tables.sound(of: String($0)) },
        isKnown: names.contains(where: tables.isPlace))
    }
  }

  /// The words of a quotation, as indices of those of the text; none where it only carries on.
  func words(ofQuotation index: Int) -> [Int] {
    if article.onlyCarriesOn(index) { return [] }
    return article.quotations[index].segments.flatMap(text.range(in:))
  }

  /// Which mentions stand in a sentence.
  func mentions(inSentence number: Int) -> ArraySlice<Mention> {
    let span = sentences[number]
    let first = article.mentions.partitioningIndex { $0.span.end > span.start }
    let end = article.mentions.partitioningIndex { $0.span.start >= span.end }
    return article.mentions[first..<max(first, end)]
  }

  /// The sentence around a byte.
  func sentence(at offset: Int) -> Int? {
    let number = sentences.partitioningIndex { $0.end > offset }
    return number < sentences.count && sentences[number].start <= offset ? number : nil
  }
}
