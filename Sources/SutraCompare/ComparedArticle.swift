import SutraCore

/// An article made ready to be compared.
struct ComparedArticle {
  /// An amount that the article tells.
  struct Amount {
    let value: Double
    /// What is counted, in a word that all languages share or the article's own.
    let unit: String
    let span: Span
    /// The sentence that tells it.
    let sentence: Int
    /// What it tells, the same for the same number of the same.
    var told: String { "\(unit) \(value)" }
  }

  /// A person, and what others may call them.
  struct Person {
    let entity: Int
    let name: String
    /// The names, folded.
    let names: Set<String>
    /// How the words of the fullest name sound.
    let sounds: [String]
    let quotations: [Int]
  }

  let article: Article
  let sentences: [Span]
  /// The words of each sentence, folded.
  let words: [[Substring]]
  /// One text for sentences that say the same in the same words.
  let keys: [String]
  let amounts: [Amount]
  let people: [Person]
  /// Where the person of an entity stands in `people`.
  let personOfEntity: [Int: Int]

  init(_ article: Article, sentences: [Span], _ tables: ComparisonWords) {
    self.article = article
    self.sentences = sentences
    words = sentences.map { Self.words(of: article.document.text[$0]) }
    keys = words.map { $0.joined(separator: " ") }
    amounts = Self.amounts(article, sentences, tables)
    people = Self.people(article, tables)
    personOfEntity = Dictionary(
      uniqueKeysWithValues: people.enumerated().map { ($0.element.entity, $0.offset) })
  }

  /// The words of a text without marks, in small letters.
  static func words(of text: String) -> [Substring] {
    text.lowercased().split { !isPartOfWord($0) }
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    if character == "." || character == "," { return false }
    return character.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  private static func people(_ article: Article, _ tables: ComparisonWords) -> [Person] {
    var quotations: [Int: [Int]] = [:]
    for (index, attribution) in article.attributions.enumerated() {
      guard !article.onlyCarriesOn(index) else { continue }
      if let entity = attribution.speaker?.entity { quotations[entity, default: []].append(index) }
    }
    return article.entities.indices.filter { article.entities[$0].kind == .person }.map { index in
      let entity = article.entities[index]
      return Person(
        entity: index, name: entity.name,
        names: Set(([entity.name] + entity.aliases).map { words(of: $0).joined(separator: " ") }),
        sounds: words(of: entity.name).map { tables.sound(of: String($0)) },
        quotations: quotations[index] ?? [])
    }
  }

  /// The numbers of the text with what they count.
  private static func amounts(
    _ article: Article, _ sentences: [Span], _ tables: ComparisonWords
  ) -> [Amount] {
    var found: [Amount] = []
    for (number, sentence) in sentences.enumerated() {
      var position = sentence.start
      let text = article.document.text[sentence]
      var before: (value: Double, start: Int, end: Int)?
      func close(_ unit: String) {
        if let value = before {
          found.append(
            Amount(
              value: value.value, unit: unit, span: Span(start: value.start, end: value.end),
              sentence: number))
        }
        before = nil
      }
      for piece in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
        let start = position
        position += piece.utf8.count + 1
        let bare = bare(piece)
        if let value = value(of: bare) {
          close("")
          before = (value, start, start + piece.utf8.count)
        } else if let value = before {
          let word = bare.lowercased()
          if let factor = tables.factor(of: word) {
            before = (value.value * factor, value.start, start + piece.utf8.count)
          } else {
            let unit = tables.unit(of: word)
            if unit != nil { before?.end = start + piece.utf8.count }
            close(unit ?? "")
          }
        } else if let (value, rest) = joined(bare), let unit = tables.unit(of: rest) {
          before = (value, start, start + piece.utf8.count)
          close(unit)
        }
      }
      close("")
    }
    return found
  }

  /// A word without marks around it.
  private static func bare(_ piece: Substring) -> String {
    var scalars = Substring(piece).unicodeScalars
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
        .otherPunctuation, .dashPunctuation:
        scalar != "%"
      default: false
      }
    }
    while let first = scalars.first, isMark(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, isMark(last) { scalars = scalars.dropLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The value of digits, in whatever script, with commas between them.
  private static func value(of word: String) -> Double? {
    var value = 0.0
    var fraction = 0.0
    guard let first = word.unicodeScalars.first, digit(first) != nil else { return nil }
    for scalar in word.unicodeScalars {
      if let digit = digit(scalar) {
        if fraction > 0 {
          value += Double(digit) * fraction
          fraction /= 10
        } else {
          value = value * 10 + Double(digit)
        }
      } else if scalar == ".", fraction == 0 {
        fraction = 0.1
      } else if scalar != "," {
        return nil
      }
    }
    return value
  }

  /// Digits with a word right behind them, as in `15%`, or a numeral with its classifier.
  private static func joined(_ word: String) -> (Double, String)? {
    let digits = word.unicodeScalars.prefix { digit($0) != nil || $0 == "," || $0 == "." }
    guard !digits.isEmpty, let value = value(of: String(String.UnicodeScalarView(digits))) else {
      return nil
    }
    let rest = word.unicodeScalars.dropFirst(digits.count)
    return (value, String(String.UnicodeScalarView(rest)).lowercased())
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }
}
