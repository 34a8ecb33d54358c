import SutraInput
import SutraResources

extension PageWords {
  /// Those of the languages that travel inside the binary.
  static let builtIn = PageWords(
    EmbeddedResource.files(named: "page-words.tsv").flatMap(PageWords.rows))
}

extension OldFont {
  /// The one that travels inside the binary.
  static let builtIn = EmbeddedResource.files(named: "old-font.tsv").first.map(OldFont.init)
}

extension ArticleOpener {
  /// Makes an opener with the tables that travel inside the binary.
  ///
  /// - Parameters:
  ///   - form: What the text of a page is.
  ///   - encoding: The encoding that the user names for all articles; `nil` to find out.
  init(builtIn form: Form, encoding: String? = nil) {
    self.init(
      form, encoding: encoding, words: { PageWords.builtIn }, font: { OldFont.builtIn })
  }
}
