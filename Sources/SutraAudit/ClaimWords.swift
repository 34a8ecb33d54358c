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
  private var whole: [[UInt8]: ClaimSign] = [:]
  /// Beginnings of words, by their first letter.
  private var beginnings: [UInt32: [(key: [UInt8], sign: ClaimSign)]] = [:]

  /// Those of the languages that travel inside the binary.
  public static let builtIn = ClaimWords(EmbeddedResource.files(named: "claim-words.tsv"))

  /// Reads tables: sign, tab, word; a word that ends in `*` stands for all that begin so.
  ///
  /// - Parameter tables: The bytes of each.
  public init(_ tables: [[UInt8]] = []) {
    for row in PlainRows.of(tables, columns: 2) {
      guard let sign = ClaimSign(rawValue: row[0]) else { continue }
      let key = KeyFolding.key(of: row[1])
      if key.last == 0x2A {
        beginnings[KeyFolding.letter(key[...]), default: []].append((Array(key.dropLast()), sign))
      } else {
        whole[key] = sign
      }
    }
  }

  /// What a word says by its folded key, without marks around it.
  func sign(of key: [UInt8]) -> ClaimSign? {
    whole[key] ?? beginnings[KeyFolding.letter(key[...])]?.first { key.starts(with: $0.key) }?.sign
  }
}
