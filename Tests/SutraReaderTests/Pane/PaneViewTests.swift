import SutraCore
import SutraExport
import Testing

@testable import SutraReader

@Suite("Lists of the pane")
struct PaneViewTests {
  @Test("those who say most stand first among the sources, with a bar of their share")
  func shares() throws {
    for article in [Articles.bengali, Articles.english] {
      var state = ReaderState.open(article, columns: 120, rows: 60)
      state.show(.sources)
      let order = (0..<state.itemCount(of: .sources)).map { state.item(at: $0, in: .sources) }
      let members = order.flatMap(state.index.parties.members)
      #expect(members.sorted() == Array(article.sources.indices))
      let shares = order.map { state.index.parties.shares[$0] }
      #expect(shares == shares.sorted(by: >))
      for item in order {
        let writer = PaneWriter(state: state, columns: 40)
        let row = try #require(SourcesView().rows(of: item, writer).first)
        let bar = try #require(row.first?.text)
        #expect(state.layout.profile.columns(of: bar) == 5)
        #expect(bar.contains { $0 != " " } == (state.index.parties.shares[item] > 0))
      }
    }
  }

  @Test("documents, groups and those without a name do not look like persons")
  func looks() throws {
    let state = ReaderState.open(Articles.english, columns: 120, rows: 60)
    let writer = PaneWriter(state: state, columns: 40)
    for (item, source) in Articles.english.sources.enumerated() {
      let name = try #require(SourcesView().rows(of: item, writer).first?[1])
      let isPerson =
        source.entity.map { Articles.english.entities[$0].kind == .person }
        ?? [.named, .role, .pronoun, .implicit].contains(source.kind)
      #expect(name.roles.contains(RoleSet(.person)) == isPerson, "\(source.name)")
    }
  }

  @Test(
    "who denies something is shown so, however long the name",
    arguments: [
      "A spokesman for the council denied that any warning had been ignored.",
      "মোহাম্মদ করিম উদ্দিন আহমেদ চৌধুরী অস্বীকার করেছেন যে সতর্কবার্তা উপেক্ষা করা হয়েছে।",
    ])
  func denials(text: String) throws {
    let article = Articles.article(text)
    let heading = ExportWords.heading(ofQuotation: 0, in: article)
    #expect(!heading.stance.isEmpty)
    for columns in [80, 100, 140] {
      let rows = ReaderState.open(article, columns: columns, rows: 20).screen().rows
      let texts = rows.map { $0.map(\.text).joined() }
      #expect(
        texts.contains {
          $0.contains("…\(heading.stance) ") || $0.contains("\(heading.name)\(heading.stance) ")
        }, "\(columns) columns")
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

  @Test("what an article calls by several names, and who is heard in a podcast, are one row")
  func parties() throws {
    let state = ReaderState.open(Articles.english, columns: 120, rows: 60)
    let parties = state.index.parties
    let names = parties.parties.map { party in
      parties.members(of: party).map { Articles.english.sources[$0].name }
    }
    #expect(names.contains(["engineering firm Brandt and Osei"]), "\(names)")
    for (medium, source) in Articles.bengali.sources.enumerated() where source.roles == [.medium] {
      let list = PartyList(Articles.bengali)
      let party = list.partyOfSource[medium]
      #expect(party != medium && Articles.bengali.sources[party].roles.contains(.speaker))
    }
  }

  @Test("names of people, organisations and places stand first, and the rest behind a fold")
  func folds() throws {
    for article in [Articles.bengali, Articles.english] {
      var state = ReaderState.open(article, columns: 120, rows: 60)
      state.show(.entities)
      let listed = (0..<state.itemCount(of: .entities)).map { state.item(at: $0, in: .entities) }
      #expect(!listed.isEmpty && listed.count < article.entities.count)
      for entity in listed.map({ article.entities[$0] }) {
        #expect([.person, .place, .organization].contains(entity.kind), "\(entity.name)")
        #expect(entity.mentions.contains { !article.mentions[$0].isDoubtful }, "\(entity.name)")
      }
      let more = article.entities.count - listed.count
      let foot = state.screen().rows.map(ScreenText.letters)
        .firstIndex { $0.contains("▸ \(more) more that are no names: v") }
      let row = try #require(foot)
      _ = state.update(by: .mouse(MouseEvent(.press, column: 100, row: row)))
      #expect(state.itemCount(of: .entities) == article.entities.count)
      state.press(.character("v"))
      #expect(state.itemCount(of: .entities) == listed.count)
      // What is gone to is listed, whatever it is.
      let date = try #require(article.entities.firstIndex { $0.kind == .date })
      state.choose(date, in: .entities)
      state.press(.character("e"))
      #expect(state.selectionIndex != nil)
    }
  }

  @Test("who is accused by nobody who is named is no speaker")
  func accused() throws {
    let text = SourceText(validBytes: Array("Helen Marlowe ignored the warnings.".utf8))
    let span = Span(start: 14, end: 34)
    let reading = try #require(
      Articles.article("Tomas Ferrand accused her of hiding letters from the council.")
        .quotations.first?.reading)
    #expect(reading.act == .allegation)
    let article = Article(
      document: Document(
        id: "a", text: text, language: "en", title: nil, paragraphs: [Span(start: 0, end: 35)]),
      quotations: [
        Quotation(
          form: .indirect, content: span, cue: nil, isUnterminated: false, confidence: 0.5,
          rule: .bareContent, reading: reading)
      ],
      attributions: [
        Attribution(
          speaker: nil, addressee: Span(start: 0, end: 13), medium: nil, rule: .nobody)
      ], wording: Articles.article("He said so, she said.").wording)
    let state = ReaderState.open(article, columns: 120)
    #expect((0..<23).contains { state.line($0).contains("Helen Marlowe is accused of") })
  }

  @Test("a document, a group and who is not named do not look like persons in the list of quotes")
  func quoteLooks() throws {
    let article = Articles.english
    let state = ReaderState.open(article, columns: 120, rows: 60)
    let writer = PaneWriter(state: state, columns: 40)
    for (number, attribution) in article.attributions.enumerated() {
      let head = try #require(QuotationsView().rows(of: number, writer).first)
      let isPerson = [.named, .role, .pronoun, .implicit].contains(attribution.speaker?.kind)
      if attribution.speaker?.entity == nil {
        #expect(head[1].roles.contains(RoleSet(.person)) == isPerson, "\(number)")
      }
    }
  }

  @Test("what is told of a chosen quote stays right while the article moves")
  func keptRows() throws {
    for article in [Articles.bengali, Articles.english] {
      var state = ReaderState.open(article, columns: 120, rows: 12)
      // The second quote, the article moved, the third, another width, other words, other views.
      let messages: [ReaderMessage] = [
        .key(.character("]")), .key(.character("]")), .key(.pageDown), .key(.character("]")),
        .key(.pageUp), .resize(ScreenSize(columns: 100, rows: 14)), .key(.pageDown),
        .key(.tab), .key(.pageDown), .key(.character("2")), .key(.pageDown),
      ]
      for message in messages {
        _ = state.update(by: message)
        var fresh = state
        fresh.pane.drawn = nil
        #expect(state.selectionIndex != nil)
        #expect(ScreenText.text(state.screen()) == ScreenText.text(fresh.screen()), "\(message)")
      }
    }
  }
}
