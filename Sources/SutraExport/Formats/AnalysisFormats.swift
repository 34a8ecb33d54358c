import SutraCore
import SutraWords

/// Whole analyses, one line of `sutra.analysis/1` an article.
package struct AnalysisLines: ArticleFormat {
  package let name = "jsonl"
  package var help: String { say("format.analysis-jsonl") }
  package var ending: String { "\n" }
  package var isAnalysisLine: Bool { true }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    AnalysisWriter.line(article)
  }
}

/// Whole analyses as one array of JSON.
package struct AnalysisArray: ArticleFormat {
  package let name = "json"
  package var help: String { say("format.analysis-json") }
  package var head: String { "[\n" }
  package var separator: String { ",\n" }
  package var tail: String { "\n]\n" }
  package var isAnalysisLine: Bool { true }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    AnalysisWriter.line(article)
  }
}
