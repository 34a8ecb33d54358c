import SutraAudit
import SutraCore
import Testing

@testable import SutraReader

@Suite("The audit in the pane")
struct AuditViewTests {
  private static let english = Articles.article(
    """
    Plant to close

    The plant opened in the spring of a good year. Anna Berg, the mayor, said the plant would close. \
    A manager who asked not to be named because he feared for his job said nobody had asked him. \
    It has 400 workers. It is the oldest plant in the county.
    """)
  private static let bengali = Articles.article(
    """
    কারখানা বন্ধ

    মেয়র সেলিনা হায়াৎ বলেন, কারখানাটি বন্ধ হয়ে যাবে। কারখানায় ৪০০ শ্রমিক কাজ করেন। শহরে বৃষ্টি হচ্ছে।
    """)

  @Test(":audit lists shares with bars, unnamed sources and claims, each with its place")
  func lists() throws {
    var state = ReaderState.open(Self.english, columns: 120, rows: 40)
    state.run(command: "audit")
    #expect(state.view == .audit)
    let screen = ScreenText.text(state.screen())
    #expect(screen.contains("words are said by somebody"))
    #expect(screen.contains("Anna Berg") && screen.contains("█"))
    #expect(screen.contains("because he feared for his job"))
    #expect(screen.contains("Claims of the article itself (3)"))
    for item in 0..<state.itemCount(of: .audit) {
      let places = state.spans(of: item, in: .audit)
      #expect(!places.isEmpty)
      #expect(places.allSatisfy { $0.end <= Self.english.document.text.bytes.count })
    }
  }

  @Test("U goes from claim to claim, numbers and superlatives first", arguments: ["en", "bn"])
  func claims(code: String) throws {
    let article = code == "en" ? Self.english : Self.bengali
    var state = ReaderState.open(article, columns: 120, rows: 40)
    var texts: [String] = []
    for _ in 0..<(code == "en" ? 3 : 2) {
      state.press(.character("U"))
      let chosen = try #require(state.selection[.audit])
      texts.append(article.document.text[try #require(state.spans(of: chosen, in: .audit).first)])
    }
    #expect(texts.first?.contains(code == "en" ? "400" : "৪০০") == true)
    #expect(texts.last?.contains(code == "en" ? "opened" : "বৃষ্টি") == true)
    state.press(.character("U"))
    #expect(state.status.contains("last of \(texts.count) claims"))
  }

  @Test("marks in the text what a finding stands for")
  func marks() throws {
    var state = ReaderState.open(Self.english, columns: 120, rows: 40)
    state.press(.character("U"))
    let marked = state.screen().rows.flatMap { $0 }
      .filter { $0.roles.contains(RoleSet(.selected)) }.map(\.text).joined()
    #expect(marked.contains("It has") && marked.contains("400") && marked.contains("workers"))
  }

  @Test("is weighed anew when the text is another one")
  func anew() {
    var state = ReaderState.open(Self.english, columns: 120, rows: 40)
    state.run(command: "audit")
    _ = state.update(by: .reread(Article(document: Self.bengali.document)))
    _ = state.update(by: .analysis(Self.bengali, isComplete: true))
    #expect(ScreenText.text(state.screen()).contains("সেলিনা হায়াৎ"))
  }
}
