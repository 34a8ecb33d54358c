import SutraCore
import SutraResources

/// What makes a sentence one that a reader checks first.
public enum ClaimSign: String, Sendable, CaseIterable {
  /// It tells an amount.
  case number
  /// It tells that somebody has done wrong.
  case accusation
  /// It says that something is the most, the first or the only one.
  case superlative
}

/// Words that make a sentence an accusation or a superlative, as the tables of a language say.
public struct ClaimWords: Sendable {
  private var whole: [String: ClaimSign] = [:]
  /// Beginnings of words, by their first letter.
  private var beginnings: [Unicode.Scalar: [(text: [Unicode.Scalar], sign: ClaimSign)]] = [:]

  /// Those of the languages that travel inside the binary.
  public static let builtIn = ClaimWords(EmbeddedResource.files(named: "claim-words.tsv"))

  /// Reads tables: sign, tab, word; a word that ends in `*` stands for all that begin so.
  ///
  /// - Parameter tables: The bytes of each.
  public init(_ tables: [[UInt8]] = []) {
    for row in PlainRows.of(tables, columns: 2) {
      guard let sign = ClaimSign(rawValue: row[0]) else { continue }
      let word = row[1].lowercased()
      let scalars = Array(word.unicodeScalars)
      if let first = scalars.first, scalars.last == "*" {
        beginnings[first, default: []].append((Array(scalars.dropLast()), sign))
      } else {
        whole[word] = sign
      }
    }
  }

  /// What a word says, without marks around it.
  func sign(of word: String) -> ClaimSign? {
    let word = word.lowercased()
    if let sign = whole[word] { return sign }
    guard let first = word.unicodeScalars.first else { return nil }
    return beginnings[first]?.first { word.unicodeScalars.starts(with: $0.text) }?.sign
  }
}
