import SutraCore
import Testing

@testable import SutraReader

@Suite("Names typed in another script in the reader")
struct OtherScriptReaderTests {
  private static let folding = SearchFolding(readsOtherScripts: true)

  @Test("a search finds them beside what is written as typed")
  func search() throws {
    let article = Articles.article("পুতিন (Putin) বলেছেন, পুতিনের কথা।")
    let both = try TextSearch("putin", in: article, folding: Self.folding)
    #expect(both.matches.map { article.document.text[$0] } == ["পুতিন", "Putin", "পুতিন"])
    let one = try TextSearch("putin", in: article)
    #expect(one.matches.map { article.document.text[$0] } == ["Putin"])
  }

  @Test("speaker: finds what somebody says whose name is typed in Latin letters")
  func speaker() throws {
    let article = Articles.bengali
    let search = try TextSearch("speaker:ariful", in: article, folding: Self.folding)
    let same = try TextSearch("speaker:আরিফুল", in: article)
    #expect(search.matches == same.matches && !same.matches.isEmpty)
  }

  @Test("/ and the list of speakers find them, unless the setting says otherwise")
  func reader() {
    var state = ReaderState.open(Articles.bengali)
    state.type("/sunamganj")
    state.press(.enter)
    #expect(state.search?.matches.count == 3)
    state.press(.character("s"))
    state.type("arif")
    #expect(state.window?.shown.map(\.text) == ["আরিফুল কবির"])
    state.press(.enter)
    #expect(state.filter.speaker == "আরিফুল কবির")
    state.type(":set translit off")
    state.press(.enter)
    state.type("/sunamganj")
    state.press(.enter)
    #expect(state.search?.matches == [])
    state.press(.character("s"))
    state.type("arif")
    #expect(state.window?.shown.isEmpty == true)
  }

  @Test(":filter speaker takes a name in Latin letters, and completes it")
  func filter() {
    var state = ReaderState.open(Articles.bengali)
    state.type(":filter speaker arif")
    state.press(.tab)
    #expect(state.prompt?.text == "filter speaker আরিফুল কবির ")
    state.press(.escape)
    state.type(":filter speaker ariful kabir")
    state.press(.enter)
    #expect(state.filter.speaker == "আরিফুল কবির")
  }

  @Test("the list of feeds finds titles while a name is typed")
  func feeds() {
    var table = FeedTable()
    for (number, title) in ["ঢাকায় বৃষ্টি", "পুতিনের সফর", "Putin visits Delhi", "খেলা"].enumerated() {
      var title = title
      title.withUTF8 {
        table.append(id: number, feed: 0, date: 9 - number, isRead: false, title: $0)
      }
    }
    var state = FeedListState(feeds: [], table: table, size: ScreenSize(columns: 80, rows: 20))
    for letter in "/putin".unicodeScalars { _ = state.update(by: .key(.character(letter))) }
    #expect(state.listedCount == 2)
    var plain = FeedListState(
      feeds: [], table: table, size: ScreenSize(columns: 80, rows: 20), readsOtherScripts: false)
    for letter in "/putin".unicodeScalars { _ = plain.update(by: .key(.character(letter))) }
    #expect(plain.listedCount == 1)
  }
}
