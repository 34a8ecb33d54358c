import SutraCore
import Testing

@testable import SutraReader

@Suite("The mouse")
struct MouseTests {
  private static func wide(_ article: Article = Articles.bengali, rows: Int = 20) -> ReaderState {
    ReaderState.open(article, columns: 120, rows: rows)
  }

  /// The cell of the first byte of a span that is on the screen.
  private static func cell(of span: Span, in state: ReaderState) throws -> (Int, Int) {
    for row in 0..<state.frame.article.rows {
      for column in 0..<state.frame.article.columns
      where state.byteOffset(column: column, row: row) == span.start {
        return (column, row)
      }
    }
    throw NotShown()
  }

  private struct NotShown: Error {}

  @Test("a click on a quote chooses it, another asks who says so")
  func clickQuote() throws {
    var state = Self.wide()
    let span = Articles.bengali.quotations[3].content
    let (column, row) = try Self.cell(of: span, in: state)
    state.mouse(.press, column, row)
    #expect(state.selection.quotation == 3 && state.window == nil && state.view == .quotations)
    state.mouse(.press, column, row)
    #expect(state.window?.items.first?.target == .quotation(3))
    state.mouse(.press, 0, 0)
    #expect(state.window == nil)
  }

  @Test("every cell of a row belongs to the byte that stands there")
  func cells() {
    let state = Self.wide()
    let article = state.frame.article
    for row in 0..<article.rows {
      var last = -1
      for column in 0..<article.columns {
        guard let offset = state.byteOffset(column: column, row: row) else { continue }
        #expect(offset >= last && state.visibleSpan.contains(offset))
        #expect(state.article.document.text.bytes[offset] & 0xC0 != 0x80)
        last = offset
      }
    }
    #expect(state.byteOffset(column: 0, row: 0) == nil)
    #expect(state.byteOffset(column: 3, row: 1) == nil)
    #expect(state.byteOffset(column: 1, row: 0) == 0)
  }

  @Test("a click on a name outside of quotes chooses the entity, another asks who says so")
  func clickName() throws {
    var state = Self.wide(Articles.turns)
    let mention = try #require(
      Articles.turns.mentions.firstIndex { mention in
        !Articles.turns.quotations.contains { $0.content.overlaps(mention.span) }
      })
    let (column, row) = try Self.cell(of: Articles.turns.mentions[mention].span, in: state)
    state.mouse(.press, column, row)
    #expect(state.view == .entities)
    #expect(state.selection.entity == Articles.turns.mentions[mention].entity)
    #expect(state.window == nil)
    state.mouse(.press, column, row)
    #expect(state.window?.purpose == .who)
  }

  @Test("a click on words that nobody says tells so")
  func clickWords() throws {
    var state = Self.wide(Articles.long)
    state.mouse(.press, 10, 2)
    #expect(state.window?.items.first?.label == "nobody")
  }

  @Test("a click in the pane chooses, gives it the keys, and on what is chosen asks who says so")
  func clickPane() throws {
    var state = Self.wide()
    let pane = try #require(state.frame.pane)
    let list = PaneList(state)
    let row = try #require((0..<list.bodyRows).first { list.item(atRow: $0) == 2 })
    state.mouse(.press, pane.column + 5, pane.row + 1 + row)
    #expect(state.selection.quotation == 2 && state.focus == .pane && state.window == nil)
    let again = PaneList(state)
    let newRow = try #require((0..<again.bodyRows).first { again.item(atRow: $0) == 2 })
    state.mouse(.press, pane.column + 5, pane.row + 1 + newRow)
    #expect(state.window?.items.first?.target == .quotation(2))
  }

  @Test("a click in a filtered list chooses what is shown there")
  func clickFiltered() throws {
    var state = Self.wide(rows: 30)
    state.run(command: "filter type direct")
    let pane = try #require(state.frame.pane)
    let list = PaneList(state)
    let row = try #require((0..<list.bodyRows).first { list.item(atRow: $0) == 1 })
    state.mouse(.press, pane.column + 5, pane.row + 1 + row)
    #expect(state.selection.quotation == state.listedQuotations[1])
  }

  @Test("a click on a heading shows that view")
  func clickHeading() throws {
    var state = Self.wide()
    let pane = try #require(state.frame.pane)
    for (name, view) in [
      ("Sources", PaneView.sources), ("Entities", .entities), ("Quotes", .quotations),
    ] {
      let run = try #require(
        state.screen().rows[0].first { $0.column >= pane.column && $0.text.contains(name) })
      let column = run.column
      state.mouse(.press, column + 1, 0)
      #expect(state.view == view, "\(name)")
      #expect(state.selection[view] != nil)
    }
  }

  @Test("the wheel scrolls the article, the pane or the window that is under it")
  func wheel() throws {
    var state = Self.wide()
    let pane = try #require(state.frame.pane)
    state.mouse(.wheelDown, 10, 5)
    #expect(state.layout.distance(from: state.layout.first, to: state.top, limit: 9) == 3)
    let top = state.top
    state.mouse(.wheelDown, pane.column + 3, 5)
    #expect(state.top == top && state.paneTop == 1)
    state.mouse(.wheelUp, 10, 5)
    state.mouse(.wheelUp, 10, 5)
    #expect(state.top == state.layout.first)
    state.press(.character("o"))
    let chosen = state.window?.chosen ?? 0
    state.mouse(.wheelDown, 10, 5)
    #expect(state.window?.chosen == chosen + 1 && state.top == state.layout.first)
    state.press(.escape, .character("?"))
    state.mouse(.wheelDown, 1, 1)
    #expect(state.helpTop == 3)
    for _ in 0..<50 { state.mouse(.wheelDown, 1, 1) }
    let lines = HelpScreen.rows(columns: 120, state.settings.keymap).count
    #expect(state.helpTop == lines - 19)
    state.mouse(.press, 1, 1)
    #expect(state.helpTop == nil)
  }

  @Test("the wheel reaches both ends of every list", arguments: [12, 20, 40])
  func wheelEnds(rows: Int) throws {
    for view in PaneView.allCases {
      var state = Self.wide(rows: rows)
      while state.view != view { state.press(.character("P")) }
      let pane = try #require(state.frame.pane)
      let last = state.itemCount(of: view) - 1
      func shows(_ item: Int) -> Bool {
        let list = PaneList(state)
        return (0..<list.bodyRows).contains { list.item(atRow: $0) == item }
      }
      for _ in 0...last { state.mouse(.wheelDown, pane.column + 1, 3) }
      #expect(shows(last), "\(view) down")
      for _ in 0...last { state.mouse(.wheelUp, pane.column + 1, 3) }
      #expect(shows(0) && state.paneTop == 0, "\(view) up")
    }
  }

  @Test("dragging the border makes the pane wider and narrower, within limits")
  func dragSide() throws {
    var state = Self.wide()
    let border = try #require(state.frame.borderColumn)
    state.mouse(.drag, border - 20, 5)
    #expect(state.frame.borderColumn == border)
    state.mouse(.press, border, 5)
    for column in [border - 10, 60, 80] {
      state.mouse(.drag, column, 7)
      #expect(state.frame.borderColumn == column)
      ScreenInvariantTests.check(state.screen())
    }
    state.mouse(.drag, 0, 7)
    #expect(state.frame.article.columns == ScreenFrame.leastArticleColumns)
    state.mouse(.drag, 119, 7)
    #expect(state.frame.pane?.columns == ScreenFrame.leastPaneColumns)
    ScreenInvariantTests.check(state.screen())
    state.mouse(.release, 119, 7)
    state.mouse(.drag, 60, 7)
    #expect(state.frame.pane?.columns == ScreenFrame.leastPaneColumns)
  }

  @Test("dragging the heading of the pane below the article makes it higher and lower")
  func dragStacked() throws {
    var state = ReaderState.open(Articles.bengali, columns: 80, rows: 24)
    let row = try #require(state.frame.pane?.row)
    state.mouse(.press, 60, row)
    state.mouse(.drag, 60, row - 4)
    #expect(state.frame.pane?.row == row - 4)
    state.mouse(.drag, 60, 0)
    #expect(state.frame.article.rows == ScreenFrame.leastRows)
    state.mouse(.drag, 60, 23)
    #expect(state.frame.pane?.rows == ScreenFrame.leastRows)
    ScreenInvariantTests.check(state.screen())
    state.mouse(.release, 60, 20)
    #expect(!state.pane.isDraggingBorder)
  }

  @Test("in a window a click chooses, another goes there, and one outside closes")
  func window() throws {
    var state = ReaderState.open(Articles.long)
    state.press(.character("o"))
    let frame = try #require(state.window.map { WindowFrame($0, state) })
    state.mouse(.press, frame.area.column + 5, frame.area.row + 4)
    #expect(state.window?.chosen == 3)
    state.mouse(.press, frame.area.column + 5, frame.area.row + 4)
    #expect(state.window == nil)
    state.press(.character("F"))
    let filters = try #require(state.window.map { WindowFrame($0, state) })
    state.mouse(.press, filters.area.column + 5, filters.area.row)
    #expect(state.window == nil)
  }

  @Test(
    "a click beyond the screen changes nothing",
    arguments: [(500, 3), (3, 900), (-4, -4)])
  func outside(column: Int, row: Int) {
    var state = Self.wide()
    let before = state.screen()
    for kind in [MouseEvent.Kind.press, .drag, .release] { state.mouse(kind, column, row) }
    #expect(state.screen() == before)
  }

  @Test("a click on the status line leads to what is wrong with the text")
  func flaws() {
    var state = ReaderState.open(Articles.english, columns: 120, rows: 20)
    #expect(state.status.contains("1 flaw: !]"))
    state.mouse(.press, 5, 19)
    #expect(state.window?.purpose == .notes)
  }
}

extension ReaderState {
  /// Lets the mouse do something.
  mutating func mouse(_ kind: MouseEvent.Kind, _ column: Int, _ row: Int) {
    _ = update(by: .mouse(MouseEvent(kind, column: column, row: row)))
  }
}
