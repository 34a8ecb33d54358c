import SutraCore
import Testing

@testable import SutraReader

@Suite("Lines of a fixed width on the screen")
struct JoinedLinesTests {
  private static let mail = """
    The harbour bridge at Port Ellery will be closed from Monday on, and
    the council does not know yet when it can be opened again for lorries.
    Helen Marlowe, who is the mayor, said that the cracks had doubled in
    length since the summer and that nobody could wait any longer for it.

    Residents of the southern quarter now walk for an hour to reach their
    doctors, and they ask why no ferry was found before the bridge closed.
    """

  @Test("are paragraphs, and a key shows them as they came")
  func toggles() {
    let article = Articles.article(Self.mail)
    #expect(article.document.text.hasJoinedLines && article.document.paragraphs.count == 2)
    var state = ReaderState.open(article, columns: 90, rows: 30)
    func lines() -> [String] {
      (0..<state.layout.blocks.count).flatMap { block in
        state.layout.rows(of: block).map { article.document.text[$0.span] }
      }
    }
    let joined = lines()
    state.press(.character("J"))
    #expect(state.message == "lines as they came")
    let came = Self.mail.split(separator: "\n").map(String.init)
    #expect(lines() == came && lines() != joined)
    #expect(state.settings["join-lines"] == "off")
    // What is found in the text stays where it is.
    #expect(state.article.quotations == article.quotations)
    state.press(.character("J"))
    #expect(lines() == joined)
    state.run(command: "set join-lines off")
    #expect(lines() == came)
    var other = ReaderState.open(Articles.turns)
    other.press(.character("J"))
    #expect(other.message == "no lines were joined here")
  }

  @Test("a soft hyphen is seen at the end of a row, and nowhere else", arguments: [30, 44, 60])
  func softHyphens(columns: Int) {
    let word = "Donau\u{AD}dampf\u{AD}schiff\u{AD}fahrts\u{AD}gesell\u{AD}schaft"
    let text = String(repeating: "Die \(word) fährt. ", count: 6)
    for profile in WidthProfile.allCases {
      var state = ReaderState(
        article: Articles.article(text), size: ScreenSize(columns: columns, rows: 20),
        profile: profile)
      state.run(command: "set pane off")
      let rows = state.screen().rows.dropLast().map(ScreenText.letters)
      #expect(!rows.joined().contains("\u{AD}"))
      #expect(rows.contains { $0.hasSuffix("-") })
      for row in rows {
        #expect(!row.dropLast().contains("-"))
        #expect(profile.columns(of: row) <= columns)
      }
      let whole = rows.map { $0.hasSuffix("-") ? String($0.dropLast()) : $0 + " " }.joined()
      #expect(
        whole.filter { $0 != " " }.hasPrefix(text.filter { $0 != " " && $0 != "\u{AD}" }.prefix(60))
      )
    }
  }

  @Test("headings, emphasis and links look like that")
  func looks() throws {
    let bytes = Array("The bridge\n\nWhat follows\n\nIt is not known to the council.".utf8)
    func span(_ words: String) -> Span {
      let text = String(decoding: bytes, as: UTF8.self)
      let range = text.range(of: words)
      let start = range.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
      return Span(start: start, end: start + words.utf8.count)
    }
    let paragraphs = [
      span("The bridge"), span("What follows"), span("It is not known to the council."),
    ]
    let document = Document(
      id: "a.md", text: SourceText(validBytes: bytes), language: "en", title: paragraphs[0],
      paragraphs: paragraphs, kinds: [.headline, .subhead, .paragraph],
      marks: [
        InlineMark(span: span("not"), kind: .emphasis),
        InlineMark(span: span("the council"), kind: .link("https://example.org")),
      ])
    let state = ReaderState(
      article: Article(document: document), size: ScreenSize(columns: 60, rows: 20))
    let runs = state.screen().rows.flatMap { $0 }
    #expect(runs.first { $0.text == "What follows" }?.roles.contains(RoleSet(.title)) == true)
    #expect(runs.first { $0.text == "not" }?.roles.contains(RoleSet(.emphasis)) == true)
    #expect(runs.first { $0.text == "the council" }?.roles.contains(RoleSet(.link)) == true)
  }
}
