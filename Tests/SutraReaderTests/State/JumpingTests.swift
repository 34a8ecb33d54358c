import SutraCore
import Testing

@testable import SutraReader

@Suite("Jumping between quotes")
struct JumpingTests {
  @Test("the article with turns has four quotes of two speakers")
  func fixture() {
    #expect(
      Articles.turns.attributions.map { $0.speaker?.name } == [
        "করিম উদ্দিন", "সালমা খাতুন", "করিম উদ্দিন", "সালমা খাতুন",
      ])
  }

  @Test("] and [ go through all quotes and say when there is none left")
  func through() {
    var state = ReaderState.open(Articles.turns)
    var seen = [state.selection.quotation]
    for _ in 0..<3 {
      state.press(.character("]"))
      seen.append(state.selection.quotation)
    }
    #expect(seen == [0, 1, 2, 3])
    state.press(.character("]"))
    #expect(state.selection.quotation == 3)
    #expect(state.status.contains("no quote after"))
    state.press(.character("["), .character("["), .character("["))
    #expect(state.selection.quotation == 0)
    state.press(.character("["))
    #expect(state.status.contains("no quote before"))
  }

  @Test("} and { stay with one speaker")
  func sameSpeaker() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("}"))
    #expect(state.selection.quotation == 2)
    state.press(.character("}"))
    #expect(state.selection.quotation == 2)
    #expect(state.status.contains("করিম উদ্দিন"))
    state.press(.character("{"))
    #expect(state.selection.quotation == 0)
  }

  @Test(
    "every quote is on the screen after the jump to it", arguments: [(40, 8), (80, 24), (120, 12)])
  func revealed(columns: Int, rows: Int) {
    var state = ReaderState.open(Articles.bengali, columns: columns, rows: rows)
    for number in 1..<Articles.bengali.quotations.count {
      state.press(.character("]"))
      #expect(state.selection.quotation == number)
      let start = Articles.bengali.quotations[number].content.start
      #expect(state.visibleSpan.start <= start && start < state.visibleSpan.end)
      let cursor = state.screen().cursor
      #expect(cursor.row < state.frame.article.rows)
    }
  }

  @Test("after scrolling away ] goes on from what is on the screen")
  func fromTheScreen() {
    var state = ReaderState.open(Articles.bengali, columns: 80, rows: 10)
    state.press(.character("G"))
    let visible = state.visibleSpan
    state.press(.character("["))
    let chosen = state.selection.quotation ?? 0
    #expect(Articles.bengali.quotations[chosen].content.start < visible.end)
    #expect(chosen >= Articles.bengali.quotations.count - 4)
  }

  @Test("scrolling the article moves the choice in the pane")
  func paneFollows() {
    var state = ReaderState.open(Articles.bengali, columns: 120, rows: 12)
    #expect(state.selection.quotation == 0)
    state.press(.character("G"))
    let chosen = state.selection.quotation ?? -1
    #expect(chosen > 5)
    #expect(PaneList(state).rows(from: state.paneTop).count <= PaneList(state).bodyRows)
    #expect(state.paneTop <= chosen)
  }

  @Test("moving in the pane moves the article")
  func articleFollows() {
    var state = ReaderState.open(Articles.bengali, columns: 120, rows: 12)
    state.press(.tab)
    #expect(state.focus == .pane)
    state.press(.end)
    let last = Articles.bengali.quotations.count - 1
    #expect(state.selection.quotation == last)
    #expect(state.visibleSpan.overlaps(Articles.bengali.quotations[last].content))
    state.press(.enter)
    #expect(state.focus == .article)
  }

  @Test("an article without quotes says so")
  func none() {
    var state = ReaderState.open(Articles.long)
    state.press(.character("]"))
    #expect(state.status.contains("quotes nobody"))
    state = ReaderState(
      article: Article(document: Articles.long.document), size: ScreenSize(columns: 80, rows: 24))
    state.press(.character("]"))
    #expect(state.status.contains("still being read"))
  }
}
