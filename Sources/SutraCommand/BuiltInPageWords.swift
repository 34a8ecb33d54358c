import SutraInput
import SutraResources

extension PageWords {
  /// Those of the languages that travel inside the binary.
  static let builtIn = PageWords(
    EmbeddedResource.files(named: "page-words.tsv").flatMap(PageWords.rows))
}
