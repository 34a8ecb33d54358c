import SutraCore

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

  /// Reads tables: sign, tab, word; a word that ends in `*` stands for all that begin so.
  ///
  /// - Parameter tables: The bytes of each; rows that begin with `#` and others are left out.
  public init(_ tables: [[UInt8]] = []) {
    for line in tables.flatMap({ $0.split(separator: 0x0A) }) {
      let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard columns.count == 2, !columns[0].hasPrefix("#"),
        let sign = ClaimSign(rawValue: columns[0])
      else { continue }
      let scalars = Array(columns[1].lowercased().unicodeScalars)
      if let first = scalars.first, scalars.last == "*" {
        beginnings[first, default: []].append((Array(scalars.dropLast()), sign))
      } else {
        whole[columns[1].lowercased()] = sign
      }
    }
  }

  /// What a word says.
  func sign(of word: String) -> ClaimSign? {
    let word = word.lowercased()
    if let sign = whole[word] { return sign }
    guard let first = word.unicodeScalars.first else { return nil }
    return beginnings[first]?.first { word.unicodeScalars.starts(with: $0.text) }?.sign
  }
}
