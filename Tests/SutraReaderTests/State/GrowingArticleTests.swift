import SutraCore
import Testing

@testable import SutraReader

@Suite("An article whose beginning is shown first")
struct GrowingArticleTests {
  /// A text of many paragraphs and the beginning of it that ends behind some of them.
  static let texts: (beginning: String, whole: String) = {
    let paragraphs = (1...300).map { "অনুচ্ছেদ \($0): মেয়র করিম উদ্দিন বলেন, সেতুর কাজ শেষ হয়েছে।" }
    return (paragraphs[..<60].joined(separator: "\n"), paragraphs.joined(separator: "\n"))
  }()

  @Test("stays where it is when the rest comes, and then has another end")
  func grows() {
    let beginning = Articles.article(Self.texts.beginning)
    let whole = Articles.article(Self.texts.whole)
    var state = ReaderState(
      article: Article(document: beginning.document), size: ScreenSize(columns: 80, rows: 24))
    state.press(.pageDown, .pageDown)
    let place = state.layout.byteOffset(of: state.top)
    let line = state.line(0)
    _ = state.update(by: .document(Article(document: whole.document)))
    #expect(state.layout.byteOffset(of: state.top) == place)
    #expect(state.line(0) == line)
    state.press(.character("G"))
    #expect(state.line(state.frame.article.rows - 1).contains("অনুচ্ছেদ 300:"))
    _ = state.update(by: .analysis(whole, isComplete: true))
    #expect(state.status.contains("of 300"))
    ScreenInvariantTests.check(state.screen())
  }

  @Test("searches the rest as well once it is there")
  func searches() {
    let beginning = Articles.article(Self.texts.beginning)
    let whole = Articles.article(Self.texts.whole)
    var state = ReaderState(
      article: Article(document: beginning.document), size: ScreenSize(columns: 80, rows: 24))
    state.press(.character("/"))
    state.type("সেতুর")
    state.press(.enter)
    #expect(state.search?.matches.count == 60)
    _ = state.update(by: .document(Article(document: whole.document)))
    #expect(state.search?.matches.count == 300)
  }
}
