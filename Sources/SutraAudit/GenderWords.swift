import SutraCore
import SutraResources

/// Whether a text says that somebody is a woman or a man.
public enum ToldGender: String, Sendable, CaseIterable {
  case woman, man
}

/// Words by which texts say so, as the tables of a language have them; a name alone says nothing.
public struct GenderWords: Sendable {
  /// Where a word stands that says so.
  enum Place: String {
    /// Right before a name, or as the first word of one.
    case before
    /// In the words for a role, as in "his mother".
    case role
    /// In the place of a name.
    case pronoun
  }

  private struct Key: Hashable {
    let place: Place
    let word: String
  }

  private var genders: [Key: ToldGender] = [:]

  /// Those of the languages that travel inside the binary.
  public static let builtIn = GenderWords(EmbeddedResource.files(named: "gender-words.tsv"))

  /// Reads tables: gender, tab, where the word stands, tab, word.
  ///
  /// - Parameter tables: The bytes of each.
  public init(_ tables: [[UInt8]] = []) {
    for row in PlainRows.of(tables, columns: 3) {
      guard let gender = ToldGender(rawValue: row[0]), let place = Place(rawValue: row[1]) else {
        continue
      }
      genders[Key(place: place, word: row[2].lowercased())] = gender
    }
  }

  /// What the words of a text say at a place; `nil` where they say nothing, or both.
  func gender(of words: [String], _ place: Place) -> ToldGender? {
    let found = Set(words.compactMap { genders[Key(place: place, word: $0.lowercased())] })
    return found.count == 1 ? found.first : nil
  }
}
