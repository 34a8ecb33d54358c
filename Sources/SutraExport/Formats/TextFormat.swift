import SutraCore
import SutraWords

/// Quotations as text: each with its citation and what else is known of it.
package struct TextFormat: ArticleFormat {
  package let name = "txt"
  package var help: String { say("format.txt") }

  package init() {}

  package func bytes(_ article: Article, quotations: [Int]) -> [UInt8] {
    let records = QuotationRecords(article)
    let entries = quotations.map { number in
      let record = records.record(number)
      return record.citation + "\n  " + record.details().joined(separator: "; ") + "\n"
    }
    return Array(entries.joined(separator: "\n").utf8)
  }
}
