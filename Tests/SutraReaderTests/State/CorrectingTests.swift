import SutraCore
import SutraResources
import Testing

@testable import SutraReader

@Suite("Setting right by hand")
struct CorrectingTests {
  private static let english = """
    Ferry resumes

    “The ferry runs again on Monday,” said Ann Reed, the mayor. Captain Tom Hale said the boat was safe.
    """

  private func state() -> ReaderState {
    let analyzer = ArticleAnalyzer()
    let document = analyzer.document(
      id: "a", text: SourceText(validBytes: Array(Self.english.utf8)))
    var state = ReaderState(
      article: Article(document: document), size: ScreenSize(columns: 100, rows: 30))
    _ = state.update(by: .analysis(analyzer.article(document), isComplete: true))
    return state
  }

  private func press(_ state: inout ReaderState, _ text: String) -> [ReaderEffect] {
    text.unicodeScalars.flatMap { scalar in
      state.update(by: .key(scalar == "\n" ? .enter : .character(scalar)))
    }
  }

  private func said(_ state: ReaderState) -> [String] {
    let article = state.article
    return article.quotations.indices.map {
      "\(article.attributions[$0].speaker?.name ?? "-"): "
        + article.document.text[article.quotations[$0].content]
    }
  }

  @Test("C says what is wrong with the chosen quote, which goes, and undo brings it back")
  func notQuote() throws {
    var state = state()
    let before = said(state)
    #expect(before.count == 2)
    _ = press(&state, "]C")
    #expect(state.window?.purpose == .corrections)
    let effects = press(&state, "\n")
    guard case .keepCorrection(.noQuotation)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(said(state).count == 1)
    #expect(press(&state, ":correct undo\n") == [.undoCorrection])
    #expect(said(state) == before)
    #expect(press(&state, ":correct undo\n") == [])
  }

  @Test("ends, speaker and type of a quote, and one that was missed, are typed")
  func typed() {
    var state = state()
    _ = press(&state, ":correct ends The ferry … again\n")
    #expect(said(state).first == "Ann Reed: The ferry runs again")
    _ = press(&state, ":correct speaker Tom Hale\n")
    #expect(said(state).first == "Tom Hale: The ferry runs again")
    #expect(state.article.attributions[0].speaker?.span != nil)
    _ = press(&state, ":correct indirect\n")
    #expect(state.article.quotations[0].form == .indirect)
    _ = press(&state, ":correct missed Ferry resumes\n")
    #expect(said(state).contains("-: Ferry resumes"))
    #expect(press(&state, ":correct ends nothing … like that\n") == [])
    #expect(state.message?.contains("is not in the article") == true)
    #expect(press(&state, ":correct all\n") == [])
  }

  @Test("the kind and the identity of a chosen name are set right")
  func names() throws {
    var state = state()
    _ = press(&state, "PP")
    #expect(state.view == .entities)
    _ = press(&state, ":correct kind organization\n")
    let entity = try #require(state.selection.entity)
    #expect(state.article.entities[entity].kind == .organization)
    _ = press(&state, ":correct kind planet\n")
    #expect(state.message?.hasPrefix("kinds are") == true)
  }

  @Test("what was set right before is laid over the analysis, and notes are among the flaws")
  func before() {
    var state = state()
    let found = state.article
    let anchor = TextAnchor(found.quotations[0].content, in: found.document.text)
    let note = ReaderNote("ask the mayor", on: anchor)
    _ = state.update(by: .hand([.noQuotation(anchor)], [note]))
    _ = state.update(by: .analysis(found, isComplete: true))
    #expect(said(state).count == 1)
    _ = press(&state, "!")
    #expect(state.window?.items.first?.text.hasPrefix("ask the mayor") == true)
    _ = press(&state, "q]")
    guard case .keepNote(let kept)? = press(&state, ":note check this\n").first else {
      Issue.record("no note")
      return
    }
    #expect(kept.text == "check this")
    #expect(kept.anchor.exact.contains("the boat was safe"))
  }

  @Test("words that were chosen in the library are gone to, and the quote there is chosen")
  func goTo() {
    var state = state()
    let safe = state.article.quotations[1].content
    _ = state.update(by: .goTo(TextAnchor(safe, in: state.article.document.text)))
    let found = state.article
    _ = state.update(by: .analysis(found, isComplete: true))
    #expect(state.selection.quotation == 1)
    #expect(press(&state, "W") == [.ask(.who("Tom Hale"))])
    #expect(press(&state, ":who reed\n") == [.ask(.who("reed"))])
    #expect(press(&state, ":find fog\n") == [.ask(.find("fog"))])
    #expect(press(&state, "L") == [.ask(.articles)])
  }
}
