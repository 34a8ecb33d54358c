import SutraCore

/// An amount that an article tells.
struct ToldAmount {
  let value: Double
  /// What is counted, in a word that all languages share; empty where no table knows it.
  let unit: String
  let span: Span
  /// The sentence that tells it.
  let sentence: Int

  /// What it tells, the same for the same number of the same.
  var told: String { "\(unit) \(value)" }

  /// All amounts of an article but for the numbers of its dates.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - text: Its words.
  ///   - sentences: The words of each sentence.
  ///   - numbers: What the words mean.
  /// - Returns: The amounts in text order.
  static func all(
    of article: Article, _ text: TextWords, sentences: [Range<Int>], _ numbers: WordNumbers
  ) -> [ToldAmount] {
    var reader = AmountReader(bytes: article.document.text.bytes, text: text, numbers: numbers)
    for (number, words) in sentences.enumerated() { reader.read(words, ofSentence: number) }
    // The numbers of dates are told with these.
    let dates = article.mentions.filter { $0.kind == .date }.map(\.span)
    return reader.found.filter { amount in
      let next = dates.partitioningIndex { $0.end > amount.span.start }
      return next == dates.count || dates[next].start > amount.span.start
    }
  }
}

/// What a word has to do with amounts.
enum AmountWord {
  case nothing
  /// Nothing but digits: the number that they make.
  case digits(Double)
  /// A number in words.
  case number(Double)
  /// It multiplies the number before it.
  case times(Double)
  /// What is counted.
  case unit(String)
  /// What may stand between a number and that.
  case classifier
  /// A number with what it counts.
  case amount(Double, String)
}

/// Reads the amounts of sentences.
private struct AmountReader {
  let bytes: [UInt8]
  let text: TextWords
  let numbers: WordNumbers
  private(set) var found: [ToldAmount] = []

  init(bytes: [UInt8], text: TextWords, numbers: WordNumbers) {
    (self.bytes, self.text, self.numbers) = (bytes, text, numbers)
  }

  mutating func read(_ words: Range<Int>, ofSentence sentence: Int) {
    var word = words.lowerBound
    while word < words.upperBound {
      let start = text.span(of: word).start
      var value: Double
      var unit = ""
      var end = text.span(of: word).end
      switch numbers.meaning(of: text.numbers[word]) {
      case .digits(let whole): (value, end) = decimal(whole, &word, words)
      case .number(let number): value = number
      case .amount(let number, let counted): (value, unit) = (number, counted)
      case .nothing, .times, .unit, .classifier:
        word += 1
        continue
      }
      word += 1
      if unit.isEmpty {
        while word < words.upperBound,
          case .times(let factor) = numbers.meaning(of: text.numbers[word])
        {
          value *= factor
          end = text.span(of: word).end
          word += 1
        }
        if word < words.upperBound,
          case .classifier = numbers.meaning(of: text.numbers[word])
        {
          end = text.span(of: word).end
          word += 1
        }
        if end < bytes.count, bytes[end] == 0x25 {
          unit = numbers.percent
          end += 1
        } else if word < words.upperBound,
          case .unit(let counted) = numbers.meaning(of: text.numbers[word])
        {
          unit = counted
          end = text.span(of: word).end
          word += 1
        }
      }
      found.append(
        ToldAmount(
          value: value, unit: unit, span: Span(start: start, end: end), sentence: sentence))
    }
  }

  /// Digits with commas or a point between them, as in 1,20,000 and 3.5.
  private func decimal(
    _ whole: Double, _ word: inout Int, _ words: Range<Int>
  ) -> (value: Double, end: Int) {
    var (value, end) = (whole, text.span(of: word).end)
    var hasPoint = false
    while word + 1 < words.upperBound, !hasPoint {
      let next = text.span(of: word + 1)
      guard next.start == end + 1, bytes[end] == 0x2C || bytes[end] == 0x2E,
        case .digits(let more) = numbers.meaning(of: text.numbers[word + 1])
      else { break }
      let count = numbers.digitCount(of: text.numbers[word + 1])
      hasPoint = bytes[end] == 0x2E
      var scale = 1.0
      for _ in 0..<min(count, 300) { scale *= 10 }
      value = hasPoint ? value + more / scale : value * scale + more
      end = next.end
      word += 1
    }
    return (value, end)
  }
}
