import SutraCore
import Testing

@testable import SutraReader

@Suite("The list of entities")
struct EntityViewTests {
  private static let article = Articles.article(
    """
    নাজমা রহমান এলেন। আবদুর রহিম বলেন, সেতুটি খোলা থাকবে। সালমা খাতুন দেখলেন।

    আবদুর রহিম আরও বলেন, টোল নেওয়া হবে না। পরে আবদুর রহিম ও সালমা খাতুন চলে যান।
    """)

  private static func names(_ state: ReaderState) -> [String] {
    state.entityList.entities.map { state.article.entities[$0].name }
  }

  @Test("is sorted by mentions, in text order and by name, one after the other on O")
  func orders() {
    var state = ReaderState.open(Self.article, columns: 140, rows: 30)
    state.press(.character("O"))
    #expect(state.view == .entities)
    #expect(Self.names(state) == ["আবদুর রহিম", "সালমা খাতুন", "নাজমা রহমান"])
    #expect(state.line(0).contains("Entities 3 by mentions"))
    state.press(.character("O"))
    #expect(Self.names(state) == ["নাজমা রহমান", "আবদুর রহিম", "সালমা খাতুন"])
    #expect(state.line(0).contains("Entities 3 in text order"))
    state.press(.character("O"))
    #expect(Self.names(state) == ["আবদুর রহিম", "নাজমা রহমান", "সালমা খাতুন"])
    #expect(state.line(0).contains("Entities 3 by name"))
    state.press(.character("O"))
    #expect(state.entityOrder == .mentions)
  }

  @Test("takes its order from a setting, and from :set")
  func setting() throws {
    var settings = Settings()
    try settings.set("entity-order", to: "name", .commandLine)
    var state = ReaderState(
      article: Article(document: Self.article.document), size: ScreenSize(columns: 120, rows: 30),
      settings: settings)
    _ = state.update(by: .analysis(Self.article, isComplete: true))
    #expect(Self.names(state).first == "আবদুর রহিম")
    state.run(command: "set entity-order text")
    #expect(Self.names(state).first == "নাজমা রহমান")
  }

  @Test("sorts two spellings of one letter as one, and capitals among small letters")
  func collation() {
    let entities = ["zeta", "Beta", "alpha", "\u{9DF}াসিন", "\u{9AF}\u{9BC}ামিন"].map {
      Entity(kind: .person, name: $0, aliases: [], mentions: [], references: [])
    }
    let article = Article(document: Self.article.document, entities: entities)
    let sorted = EntityList(article, .name).entities.map { entities[$0].name }
    #expect(sorted == ["\u{9AF}\u{9BC}ামিন", "\u{9DF}াসিন", "alpha", "Beta", "zeta"])
  }

  @Test("keeps what is chosen when the order changes, and moves along the order that is shown")
  func moves() {
    var state = ReaderState.open(Self.article, columns: 120, rows: 30)
    state.press(.character("O"), .tab, .home)
    #expect(state.selection.entity.map { state.article.entities[$0].name } == "আবদুর রহিম")
    state.press(.character("O"))
    #expect(state.selectionIndex == 1)
    state.press(.character("j"))
    #expect(state.selection.entity.map { state.article.entities[$0].name } == "সালমা খাতুন")
    state.press(.home)
    #expect(state.selection.entity.map { state.article.entities[$0].name } == "নাজমা রহমান")
  }

  @Test("shows of the chosen one all mentions, which one of how many, and what it says")
  func chosen() {
    var state = ReaderState.open(Self.article, columns: 120, rows: 30)
    state.press(.character("O"), .tab, .home)
    var screen = ScreenText.text(state.screen())
    #expect(screen.contains("person  1 of 3"))
    #expect(screen.contains("says 2 quotes"))
    #expect(screen.contains("1 সেতুটি খোলা থাকবে"))
    #expect(screen.contains("2 টোল নেওয়া হবে না"))
    let marked = state.screen().rows.joined().filter {
      $0.roles.contains(RoleSet(.selectedEntity))
    }
    #expect(marked.count == 3)
    state.press(.enter, .enter)
    #expect(state.status.contains("place 2 of 3"))
    screen = ScreenText.text(state.screen())
    #expect(screen.contains("person  2 of 3"))
    state.press(.character("e"))
    #expect(state.status.contains("mention 3 of 3"))
  }

  @Test("has a heading whose order and views fit the pane at every width", arguments: 60...140)
  func heading(columns: Int) {
    for order in EntityOrder.allCases {
      var state = ReaderState.open(Articles.bengali, columns: columns, rows: 30)
      state.press(.character("O"))
      state.sortEntities(order)
      let pane = state.frame.pane
      let texts = state.headings(columns: pane?.columns ?? 0).map(\.text)
      #expect(texts.reduce(0) { $0 + $1.utf8.count } <= pane?.columns ?? 0)
      #expect(texts.joined().contains("Entities \(state.itemCount(of: .entities))"))
      let row = state.line(pane?.row ?? 0)
      #expect(texts.joined().split(separator: " ").allSatisfy { row.contains($0) })
    }
  }

  @Test("opens by a click on its heading wherever that stands")
  func click() {
    var state = ReaderState.open(Articles.bengali, columns: 100, rows: 30)
    state.press(.character("O"))
    let pane = state.frame.pane
    let start = state.headings(columns: pane?.columns ?? 0)[0].text.utf8.count
    _ = state.update(
      by: .mouse(MouseEvent(.press, column: (pane?.column ?? 0) + start + 1, row: pane?.row ?? 0)))
    #expect(state.view == .sources)
  }
}
