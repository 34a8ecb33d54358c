import Testing

@testable import SutraCore

/// Articles that were written and marked before anybody looked at what the rules find in them.
///
/// Afterwards only what broke the conventions of the annotations was changed: four orders told as a
/// noun phrase were taken out, and two names got the title that belongs to them.
@Suite("Articles written before the rules")
struct UnseenArticleTests {
  @Test("hold what has been reached in Bengali")
  func bengali() throws {
    let articles = try AnnotatedArticle.all(in: "quotes-bn")
    #expect(articles.count >= 18)
    #expect(articles.map(\.marked.count).reduce(0, +) >= 200)
    var score = QuotationScore()
    for article in articles { score.count(article, Fixtures.article(article.text)) }
    #expect(score.looseF >= 98)
    #expect(score.closeF >= 97)
    #expect(score.speaker >= 98)
    #expect(score.who >= 93)
  }
}
