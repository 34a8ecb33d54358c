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

  @Test("scrolling the article chooses nothing, and the pane lists what is on the screen")
  func paneFollows() throws {
    for view in PaneView.allCases {
      var state = ReaderState.open(Articles.bengali, columns: 120, rows: 12)
      state.show(view)
      let chosen = try #require(state.selection[view])
      state.press(.character("G"))
      #expect(state.selection[view] == chosen, "\(view)")
      let shown = try #require(view.content.itemOnScreen(state.visibleSpan, state))
      // What is chosen stays in sight for as long as some of it is on the screen.
      let isInSight = state.spans(of: chosen, in: view).contains(where: state.isOnScreen)
      let wanted = isInSight ? chosen : shown
      let place = try #require(view.content.place(of: wanted, in: state))
      let list = PaneList(state)
      #expect((0..<list.bodyRows).contains { list.item(atRow: $0) == place }, "\(view)")
    }
    var state = ReaderState.open(Articles.bengali, columns: 120, rows: 12)
    state.press(.character("G"))
    #expect(state.status.contains("quote 1 of 22 ↑"))
    #expect(
      state.press(.character("Y")) == [
        .copy(
          Articles.bengali.document.text[Articles.bengali.quotations[0].content],
          what: "the words of quote 1")
      ])
  }

  @Test("keys act on what is chosen in the shown list, and the status line names it")
  func oneSelection() throws {
    var state = ReaderState.open(Articles.bengali, columns: 120, rows: 24)
    state.press(.character("P"), .tab, .character("j"), .character("j"))
    let source = try #require(state.selection.source)
    let number = (state.index.parties.parties.firstIndex(of: source) ?? -1) + 1
    #expect(state.status.contains("source \(number) of \(state.itemCount(of: .sources))"))
    let said = Articles.bengali.sources[source].quotations
    let first = try #require(said.first)
    state.press(.character("w"))
    #expect(state.window?.items.first?.target == .quotation(first))
    state.press(.escape, .character("S"))
    #expect(
      state.filter.speaker
        == ReaderText.speaker(of: Articles.bengali.attributions[first], in: Articles.bengali))
    state.press(.character("c"), .character("O"))
    #expect(state.status.contains("entities"))
    let silent = try #require(
      Articles.bengali.entities.indices.first { state.index.quotationsOfEntity[$0] == nil })
    state.choose(silent, in: .entities)
    #expect(state.press(.character("y")) == [])
    let name = Articles.bengali.entities[silent].name
    #expect(state.message == "'\(name)' has no quote here")
  }

  @Test("a match inside a quote chooses it, and keys act on that one")
  func matches() throws {
    let article = Articles.bengali
    var state = ReaderState.open(article, columns: 80, rows: 24)
    let last = article.quotations.count - 1
    let name = ReaderText.speaker(of: article.attributions[last], in: article)
    state.press(.character("/"))
    state.type("speaker:\(name)")
    state.press(.enter)
    for _ in 0..<30 {
      let match = try #require(state.search?.current.map { state.search?.matches[$0] } ?? nil)
      let chosen = try #require(state.selection.quotation)
      #expect(article.quotations[chosen].content == match)
      #expect(state.isVisible(Span(start: match.start, end: match.start + 1)))
      state.press(.character("n"))
    }
  }

  @Test("a quote is gone to by its number, and a number that is none is told")
  func numbers() {
    var state = ReaderState.open(Articles.bengali, columns: 80, rows: 24)
    state.run(command: "quote 12")
    #expect(state.status.contains("quote 12 of 22"))
    #expect(state.isOnScreen(Articles.bengali.quotations[11].content))
    for wrong in ["0", "23", "x", ""] {
      state.run(command: "quote \(wrong)")
      #expect(state.message == "quote takes a number from 1 to 22")
    }
  }

  @Test(
    "after a resize the chosen quote is on the screen, or else the line that was read",
    arguments: [(40, 12), (200, 60), (100, 9), (61, 17)])
  func resizes(columns: Int, rows: Int) {
    var state = ReaderState.open(Articles.bengali, columns: 120, rows: 30)
    state.run(command: "quote 9")
    state.press(.character("j"), .character("j"))
    _ = state.update(by: .resize(ScreenSize(columns: columns, rows: rows)))
    #expect(state.isOnScreen(Articles.bengali.quotations[8].content))
    state.press(.character("G"))
    guard !state.isOnScreen(Articles.bengali.quotations[8].content) else { return }
    let line = state.text.placeOfTop
    _ = state.update(by: .resize(ScreenSize(columns: 80, rows: 24)))
    #expect(state.visibleSpan.contains(line))
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
