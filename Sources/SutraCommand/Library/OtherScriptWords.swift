import SutraCore
import SutraLibrary
import SutraResources

/// Words of a question as the library has them in another script than that in which they were
/// typed.
enum OtherScriptWords {
  /// A question with the forms of other scripts beside those of its own.
  ///
  /// - Parameters:
  ///   - query: For each word the forms of which one must be there, the typed one first.
  ///   - library: The library, whose words are gone through.
  /// - Returns: The question.
  /// - Throws: `LibraryError`.
  static func adding(
    to query: [[String]], from library: Library
  ) throws(LibraryError) -> [[String]] {
    var found: [[String]] = []
    for forms in query {
      var forms = forms
      if let typed = forms.first {
        for code in LanguageLibrary.builtIn.codes {
          guard let spelling = LanguageLibrary.builtIn.latinSpelling(of: code) else { continue }
          forms += try words(typed, spelling, library).filter { !forms.contains($0) }
        }
      }
      found.append(forms)
    }
    return found
  }

  private static func words(
    _ typed: String, _ spelling: LatinSpelling, _ library: Library
  ) throws(LibraryError) -> [String] {
    var found: [String] = []
    for letter in spelling.firstLetters(typed: typed) {
      found += try library.words(beginning: letter)
        .filter { spelling.isSame(typed, $0) }
    }
    for letter in spelling.firstLetters(name: typed) {
      found += try library.words(beginning: letter)
        .filter { spelling.isSame($0, typed) }
    }
    return found
  }
}
