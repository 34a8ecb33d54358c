import SutraCore
import SutraResources

/// Keyboards on which a language is typed: what they send for a key, and the Latin letter of the
/// same key, so that commands work without switching.
public struct KeyboardLayout: Sendable {
  private static let prefix = "/keyboard-"
  private static let ending = ".tsv"

  /// The layouts of all languages, by their names.
  public static var names: [String] { paths.map(name).sorted() }

  /// The code of the language that is typed on it; `nil` for no layout.
  public let language: String?
  private let latin: [Unicode.Scalar: Unicode.Scalar]
  private let own: [Unicode.Scalar: Unicode.Scalar]

  /// The layout of a name; one that is not known translates nothing.
  public init(named name: String) {
    var latin: [Unicode.Scalar: Unicode.Scalar] = [:]
    var language: String?
    for path in Self.paths where Self.name(path) == name {
      guard let bytes = EmbeddedResource.bytes(at: path) else { continue }
      language = path.split(separator: "/").dropLast().last.map(String.init)
      let text = String(decoding: bytes, as: UTF8.self)
      for row in text.unicodeScalars.split(separator: "\n") where row.first != "#" {
        let columns = row.split(separator: "\t")
        guard columns.count == 2, let letter = columns[0].first, let key = columns[1].first else {
          continue
        }
        latin[letter] = key
      }
    }
    self.latin = latin
    self.language = language
    own = Dictionary(latin.map { ($1, $0) }, uniquingKeysWith: min)
  }

  /// What a key is called on this keyboard beside its Latin letter; `nil` for no letter of its own.
  ///
  /// Signs that hang on a letter are shown on a dotted circle.
  public func label(of key: Key) -> String? {
    guard case .character(let scalar) = key, let letter = own[scalar] else { return nil }
    switch letter.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return "◌" + String(letter)
    default: return String(letter)
    }
  }

  /// The key that was meant by a letter.
  public func key(for key: Key) -> Key {
    guard case .character(let scalar) = key, let letter = latin[scalar] else { return key }
    return .character(letter)
  }

  private static var paths: [String] {
    EmbeddedResource.paths(holding: prefix, ending: ending)
  }

  /// What stands between prefix and ending of a file's name.
  private static func name(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return String(file.dropFirst(prefix.utf8.count - 1).dropLast(ending.utf8.count))
  }
}
