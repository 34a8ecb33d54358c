import SutraCore
import SutraExport
import Testing

@testable import SutraReader

@Suite("What is pasted into the reader")
struct PasteInReaderTests {
  @Test("is no command, and is refused where no line is typed")
  func refused() {
    for opened: [Key] in [[], [.character("w")], [.character("?")], [.character("m")]] {
      var state = ReaderState.open(Articles.turns)
      for key in opened { state.press(key) }
      let before = state.screen().rows.dropLast()
      #expect(state.update(by: .paste("foo\r|touch f\rq")).isEmpty)
      #expect(state.screen().rows.dropLast() == before)
      #expect(state.prompt == nil)
    }
    var state = ReaderState.open(Articles.turns)
    _ = state.update(by: .confirm("really?", .redraw))
    #expect(state.update(by: .paste("y")).isEmpty && state.prompt != nil)
  }

  @Test("is one line in a line that is typed, and is not run")
  func line() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character(":"))
    #expect(state.update(by: .paste(" set pane off\r\nq\u{1B}\n")).isEmpty)
    #expect(state.prompt?.text == "set pane off  q")
    state.press(.escape, .character("/"))
    _ = state.update(by: .paste("সেতুর"))
    #expect(state.search?.matches.isEmpty == false)
    state.press(.escape, .character("x"))
    _ = state.update(by: .paste("mine.csv"))
    #expect(state.prompt?.text == "mine.csv")
    state.press(.escape, .character("s"))
    _ = state.update(by: .paste("সালমা"))
    #expect(state.window?.shown.count == 1)
    state.press(.escape, .character(":"))
    _ = state.update(by: .paste(String(repeating: "ক", count: 100_000)))
    #expect(state.prompt?.text.unicodeScalars.count == Prompt.longest)
  }

  @Test("the first letter takes the place of a name that was filled in")
  func filledIn() {
    var state = ReaderState.open(Articles.turns, columns: 200)
    state.press(.character("x"))
    #expect(state.status.contains("write quotes to: test-quotes.md"))
    #expect(state.status.contains("formats: txt"))
    state.type("a.csv")
    #expect(state.prompt?.text == "a.csv")
    for columns in [40, 80, 120] {
      var state = ReaderState.open(Articles.turns, columns: columns)
      state.press(.character("x"))
      // Where there is no room behind the name, the formats stand above it, every one of them.
      let bottom = (state.size.rows - 4..<state.size.rows).map { state.line($0) }
        .joined(separator: " ")
      for format in ArticleFormats.quotations {
        #expect(bottom.contains(" \(format.fileEnding)"), "\(columns): \(bottom)")
      }
      state.press(.escape)
      #expect(!state.screen().rows.isEmpty && !state.status.contains("txt"))
    }
    state.press(.escape, .character("x"), .backspace)
    #expect(state.prompt?.text == "test-quotes.m")
    state.type("d")
    #expect(state.prompt?.text == "test-quotes.md")
    state.press(.control("u"))
    state.type("a.xlsx")
    #expect(state.press(.enter).isEmpty)
    #expect(state.message?.contains("there is no format '.xlsx'; formats: txt") == true)
    var piped = ReaderState.open(Articles.article("মেয়র বলেন, কাজ শেষ।", id: "-"))
    piped.press(.character("x"))
    #expect(piped.prompt?.text == "quotes.md")
  }

  @Test("one way out always stays, whatever is bound")
  func wayOut() throws {
    var settings = Settings()
    let rows = ["q", "Q", ":", "Escape"].map { "bind \($0) = redraw\n" }.joined()
    let mistakes = settings.read(Array(rows.utf8), file: "config")
    #expect(
      mistakes.map(\.message) == [
        "config:2: Q stays as it is: no other key quits; bind another to quit first."
      ])
    #expect(settings.keymap.action(of: .character("Q")) == .quit)
    var state = ReaderState(
      article: Articles.turns, size: ScreenSize(columns: 80, rows: 24), settings: settings)
    state.press(.character("?"), .escape)
    #expect(state.helpTop == nil)
    #expect(state.press(.character("Q")) == [.quit])
  }

  @Test("a text that repeats itself is searched in a time that grows with it alone")
  func repeats() throws {
    // 4 MB of one letter and 200 of it with another at the end: no place is looked at 200 times.
    let text = SourceText(validBytes: [UInt8](repeating: 0x61, count: 4 << 20))
    let article = Article(document: ArticleAnalyzer().document(id: "a", text: text))
    let query = String(repeating: "a", count: 199) + "b"
    #expect(try TextSearch(query, in: article).matches.isEmpty)
  }
}
