import Testing

@testable import SutraCore

@Suite("Accounts of rules")
struct RuleAccountTests {
  @Test("tell of every construction that examples show", arguments: Construction.allCases)
  func contents(construction: Construction) {
    // What somebody has set right no rule has read, nor what only a network finds.
    #expect(
      construction == .byHand || construction == .secondReading
        || QuotationExample.all.contains { $0.rule == construction.rawValue })
    #expect(construction.account.text.count > 20)
  }

  @Test("most rules of attribution are met in the articles and examples of the project")
  func speakers() throws {
    var rules: Set<AttributionRule> = []
    for article in try AnnotatedArticle.all(in: "quotes-bn") {
      rules.formUnion(Fixtures.article(article.text).attributions.map(\.rule))
    }
    for row in QuotationExample.all {
      let article = Fixtures.article(row.sentence, language: row.code)
      rules.formUnion(article.attributions.map(\.rule))
    }
    #expect(rules.count > 14)
  }
}
