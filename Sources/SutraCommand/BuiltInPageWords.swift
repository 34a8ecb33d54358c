import SutraInput
import SutraResources

extension PageWords {
  /// Those of the languages that travel inside the binary.
  static let builtIn = PageWords(
    EmbeddedResource.paths.filter { $0.hasSuffix("/page-words.tsv") }.flatMap { path in
      PageWords.rows(EmbeddedResource.bytes(at: path).map(Array.init) ?? [])
    })
}
