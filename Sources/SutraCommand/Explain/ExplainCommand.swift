import SutraCore
import SutraExport
import SutraReader
import SutraResources
import SutraWords

/// `sutra explain`: which rule and which words made a quote and its speaker.
enum ExplainCommand {
  /// Explains the quote at a place, or says that there is none.
  static func run(_ place: TextPlace, _ analyzer: ArticleAnalyzer) throws(CommandError) -> Int32 {
    let opened = try InputFile.read(place.input, form: .analysis)
    let offset = try place.byteOffset(in: opened.text)
    let article = analyzer.article(opened.document(analyzer))
    let lines = lines(of: article, at: offset)
    try Output.write(lines.flatMap { Array(VisibleText.safe($0).utf8) + [0x0A] })
    return ExitStatus.success
  }

  /// The explanation in lines, the words of the quote first.
  static func lines(of article: Article, at byteOffset: Int) -> [String] {
    guard let explanation = Explanation(of: article, at: byteOffset) else {
      return [say("explain.nobody")]
    }
    return QuotationFacts.heading(of: explanation.quotation, in: article)
      + explanation.steps.map { "- \($0.sentence)" }
  }
}
