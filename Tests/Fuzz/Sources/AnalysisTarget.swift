import SutraCore
import SutraResources

/// A text to an article, with the tables and the model of one language.
enum AnalysisTarget {
  private static let analyzer = ArticleAnalyzer()

  static func run(_ bytes: [UInt8], language: String) {
    guard let text = try? SourceDecoder.text(bytes) else { return }
    let found = analyzer.document(id: "fuzz", text: text)
    // Whatever the letters say, the language is the one that is asked for.
    let document = Document(
      id: found.id, text: text, language: language, title: found.title,
      paragraphs: found.paragraphs)
    ArticleChecks.check(analyzer.article(document))
  }
}
