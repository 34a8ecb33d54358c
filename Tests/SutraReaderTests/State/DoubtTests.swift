import SutraCore
import Testing

@testable import SutraReader

@Suite("Names that are doubtful")
struct DoubtTests {
  /// An article in which some mentions are made hardly sure and all others sure.
  private static func article(_ article: Article, doubtful: Set<Int>) -> Article {
    let mentions = article.mentions.enumerated().map { number, mention in
      Mention(
        span: mention.span, kind: mention.kind, entity: mention.entity,
        confidence: doubtful.contains(number) ? 0.41 : 0.9)
    }
    return Article(
      document: article.document, mentions: mentions, entities: article.entities,
      quotations: article.quotations, attributions: article.attributions,
      sources: article.sources, diagnostics: article.diagnostics)
  }

  @Test("are marked in the text, in both languages", arguments: ["bn", "en"])
  func marked(code: String) {
    let sample = code == "bn" ? Articles.bengali : Articles.english
    let state = ReaderState.open(Self.article(sample, doubtful: [0]), columns: 120, rows: 40)
    let runs = state.screen().rows.joined().filter { $0.roles.contains(RoleSet(.doubtful)) }
    #expect(
      runs.map(\.text).joined()
        .contains(sample.document.text[sample.mentions[0].span].prefix(3)))
    let sure = ReaderState.open(Self.article(sample, doubtful: []), columns: 120, rows: 40)
    #expect(!sure.screen().rows.joined().contains { $0.roles.contains(RoleSet(.doubtful)) })
  }

  @Test("lose the mark with the highlighting of their kind")
  func hidden() {
    var state = ReaderState.open(Self.article(Articles.english, doubtful: [0]), columns: 120)
    state.press(.character("h"))
    #expect(!state.screen().rows.joined().contains { $0.roles.contains(RoleSet(.doubtful)) })
  }

  @Test("are gone through by i and I, which say how sure each is and when there is none left")
  func keys() {
    let last = Articles.bengali.mentions.count - 1
    let places = [2, 5, last]
    let article = Self.article(Articles.bengali, doubtful: Set(places))
    var state = ReaderState.open(article, columns: 80, rows: 24)
    for (step, place) in places.enumerated() {
      state.press(.character("i"))
      #expect(state.places.doubtfulMention == place)
      #expect(state.selection.entity == article.mentions[place].entity)
      #expect(state.isVisible(article.mentions[place].span))
      #expect(state.status.contains("41 % sure; \(step + 1) of 3"))
    }
    state.press(.character("i"))
    #expect(state.status.contains("no later name is doubtful"))
    state.press(.character("I"))
    #expect(state.places.doubtfulMention == 5)
    state.press(.character("9"), .character("I"))
    #expect(state.places.doubtfulMention == 2)
    #expect(state.status.contains("no earlier name is doubtful"))
  }

  @Test("after scrolling away i goes on from what is on the screen")
  func fromTheScreen() {
    let last = Articles.english.mentions.count - 1
    var state = ReaderState.open(
      Self.article(Articles.english, doubtful: [0, last]), columns: 80, rows: 10)
    state.press(.character("i"))
    #expect(state.places.doubtfulMention == 0)
    state.press(.character("G"), .character("I"))
    #expect(state.places.doubtfulMention == 0)
  }

  @Test("that are not there, or not yet, are told as such")
  func none() {
    var state = ReaderState.open(Self.article(Articles.english, doubtful: []))
    state.press(.character("i"))
    #expect(state.status.contains("no name here is doubtful"))
    state = ReaderState(
      article: Article(document: Articles.english.document), size: ScreenSize(columns: 80, rows: 24)
    )
    state.press(.character("I"))
    #expect(state.status.contains("still being read"))
  }

  @Test("of which there is nothing surer have a question mark in the list")
  func listed() {
    let all = Set(Articles.english.mentions.indices)
    var state = ReaderState.open(Self.article(Articles.english, doubtful: all), columns: 120)
    state.press(.character("O"))
    #expect(ScreenText.text(state.screen()).contains("person?"))
  }

  @Test("differ from sure names of their kind in every theme, by attributes alone in mono")
  func themes() throws {
    let kinds: [Role] = [.person, .place, .organization, .work, .event, .date, .quantity]
    for name in ThemeLibrary.names {
      let theme = try #require(ThemeLibrary.theme(named: name))
      for kind in kinds {
        let sure = theme.style(of: RoleSet(.text).with(kind))
        let doubtful = theme.style(of: RoleSet(.text).with(kind).with(.doubtful))
        #expect(name == "mono" ? sure.attributes != doubtful.attributes : sure != doubtful)
      }
    }
  }
}
