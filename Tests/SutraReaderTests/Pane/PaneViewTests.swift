import SutraCore
import Testing

@testable import SutraReader

@Suite("Lists of the pane")
struct PaneViewTests {
  @Test("those who say most stand first among the sources, with a bar of their share")
  func shares() throws {
    for article in [Articles.bengali, Articles.english] {
      var state = ReaderState.open(article, columns: 120, rows: 60)
      state.show(.sources)
      let order = article.sources.indices.map { state.item(at: $0, in: .sources) }
      #expect(order.sorted() == Array(article.sources.indices))
      let shares = order.map { article.sources[$0].share }
      #expect(shares == shares.sorted(by: >))
      for item in article.sources.indices {
        let writer = PaneWriter(state: state, columns: 40)
        let row = try #require(SourcesView().rows(of: item, writer).first)
        let bar = try #require(row.first?.text)
        #expect(state.layout.profile.columns(of: bar) == 5)
        #expect(bar.contains { $0 != " " } == (article.sources[item].share > 0))
      }
    }
  }

  @Test("documents, groups and those without a name do not look like persons")
  func looks() throws {
    let state = ReaderState.open(Articles.english, columns: 120, rows: 60)
    let writer = PaneWriter(state: state, columns: 40)
    for (item, source) in Articles.english.sources.enumerated() {
      let name = try #require(SourcesView().rows(of: item, writer).first?[1])
      let isPerson = [.named, .role, .pronoun, .implicit].contains(source.kind)
      #expect(name.roles.contains(RoleSet(.person)) == isPerson, "\(source.name)")
    }
  }

  @Test("a name is underlined, and what fills its row is not")
  func underlines() {
    var state = ReaderState.open(Articles.bengali, columns: 120, rows: 60)
    state.show(.entities)
    for runs in state.screen().rows {
      for run in runs where run.roles.contains(RoleSet(.place).with(.pane)) {
        #expect(run.text.first != " " && run.text.last != " ", "'\(run.text)'")
      }
    }
  }

  @Test("the cursor rests on no letter while nothing is chosen")
  func cursor() {
    let state = ReaderState(
      article: Article(document: Articles.english.document),
      size: ScreenSize(columns: 80, rows: 24))
    let screen = state.screen()
    #expect(screen.cursor == (0, 23))
    #expect(ScreenText.letters(screen.rows[23]).first == " ")
  }
}
