import Testing

@testable import SutraCore

@Suite("Accounts of rules")
struct RuleAccountTests {
  @Test("tell of every rule that finds what is said, and of no other")
  func contents() {
    #expect(Set(ExampleTests.rules).subtracting(["none"]) == Set(RuleAccount.contents.keys))
  }

  @Test("tell of every rule that says who the speaker is")
  func speakers() throws {
    var rules: Set<String> = []
    for article in try AnnotatedArticle.all(in: "quotes-bn") {
      rules.formUnion(Fixtures.article(article.text).attributions.map(\.rule))
    }
    for row in QuotationExample.all {
      let article = Fixtures.article(row.sentence, language: row.code)
      rules.formUnion(article.attributions.map(\.rule))
    }
    #expect(rules.count > 10)
    #expect(rules.subtracting(RuleAccount.speakers.keys).isEmpty)
  }
}
