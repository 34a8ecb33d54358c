import SutraResources

/// The sentences of the sample articles, of which measurements make as many texts as they need.
enum SampleSentences {
  /// All sentences, those of the languages in turn.
  static let all: [String] = {
    let languages = Samples.codes.map { code in
      String(decoding: Samples.bytes(code), as: UTF8.self)
        .split { $0 == "।" || $0 == "." || $0.isNewline }
        .map { $0.drop { $0 == " " } }.filter { $0.utf8.count > 30 }.map(String.init)
    }
    let most = languages.map(\.count).max() ?? 0
    return (0..<most).flatMap { place in
      languages.compactMap { $0.isEmpty ? nil : $0[place % $0.count] }
    }
  }()

  /// The beginnings of the sentences, as long as headlines are.
  static let headlines = all.map { sentence in
    var headline = ""
    for word in sentence.split(separator: " ") where headline.utf8.count + word.utf8.count < 110 {
      headline += headline.isEmpty ? word : " " + word
    }
    return headline
  }

  /// Letters that many, some and few of the headlines hold.
  static let lettersByFrequency: [Unicode.Scalar] = {
    var counts: [Unicode.Scalar: Int] = [:]
    for headline in headlines {
      for scalar in Set(headline.unicodeScalars) where scalar.properties.isAlphabetic {
        counts[scalar, default: 0] += 1
      }
    }
    let letters = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return letters.isEmpty
      ? [] : [letters[0], letters[letters.count / 2], letters[letters.count - 1]]
  }()
}
