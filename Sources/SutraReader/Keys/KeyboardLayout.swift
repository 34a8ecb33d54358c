import SutraCore

/// Keyboards on which a language is typed: what they send for a key, and the Latin letter of the
/// same key, so that commands work without switching.
public struct KeyboardLayout: Sendable {
  /// The layouts of all languages, by their names.
  public static var names: [String] {
    var found: [String] = []
    for row in rows() where !found.contains(row.layout) { found.append(row.layout) }
    return found.sorted()
  }

  private let latin: [Unicode.Scalar: Unicode.Scalar]

  /// The layout of a name; one that is not known translates nothing.
  public init(named name: String) {
    var latin: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in Self.rows() where row.layout == name { latin[row.letter] = row.key }
    self.latin = latin
  }

  /// The key that was meant by a letter.
  public func key(for key: Key) -> Key {
    guard case .character(let scalar) = key, let letter = latin[scalar] else { return key }
    return .character(letter)
  }

  /// One row of a keyboard table.
  private struct Row {
    let letter: Unicode.Scalar
    let layout: String
    let key: Unicode.Scalar
  }

  private static func rows() -> [Row] {
    var found: [Row] = []
    for path in EmbeddedResource.paths where path.hasSuffix("/keyboard.tsv") {
      guard let bytes = EmbeddedResource.bytes(at: path) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      for row in text.unicodeScalars.split(separator: "\n") {
        let columns = row.split(separator: "\t")
        guard columns.count == 3, let letter = columns[0].first, let key = columns[2].first else {
          continue
        }
        let layout = String(String.UnicodeScalarView(columns[1]))
        found.append(Row(letter: letter, layout: layout, key: key))
      }
    }
    return found
  }
}
