import SutraCore
import Testing

@testable import SutraReader

@Suite("Small windows")
struct WindowTests {
  private static func titles(_ state: ReaderState) -> [String] {
    state.window?.shown.map(\.text) ?? []
  }

  @Test("the outline tells every paragraph and who speaks in it")
  func outline() throws {
    let article = Articles.turns
    var state = ReaderState.open(article)
    state.press(.character("o"))
    let window = try #require(state.window)
    #expect(window.purpose == .outline)
    #expect(window.items.map(\.label) == article.document.paragraphs.indices.map { "\($0 + 1)" })
    #expect(window.items[0].text == "সেতুর কাজ শেষ")
    #expect(window.items[1].text.hasPrefix("করিম উদ্দিন, সালমা খাতুন: মেয়র করিম উদ্দিন বলেন"))
    #expect(window.items[2].text.hasPrefix("করিম উদ্দিন, সালমা খাতুন: করিম উদ্দিন আরও"))
    #expect(window.items[3].text.hasPrefix("ঢাকা থেকে"))
  }

  @Test("the outline begins where the article stands, and goes where Enter says")
  func outlinePlaces() {
    var state = ReaderState.open(Articles.long)
    for key in "90G".unicodeScalars { state.press(.character(key)) }
    state.press(.character("o"))
    #expect(state.window?.item?.label == "90")
    state.press(.pageDown, .pageUp, .home)
    #expect(state.window?.item?.label == "1")
    state.press(.end)
    #expect(state.window?.item?.label == "200")
    state.press(.up, .up, .enter)
    #expect(state.window == nil)
    #expect(ScreenText.text(state.screen()).contains("অনুচ্ছেদ 198:"))
  }

  @Test("the notes tell what is wrong with the text, and lead there")
  func notes() throws {
    let article = Articles.english
    #expect(!article.diagnostics.isEmpty)
    var state = ReaderState.open(article, columns: 60, rows: 12)
    state.press(.character("!"))
    #expect(Self.titles(state) == article.diagnostics.map(\.message))
    state.press(.enter)
    #expect(state.visibleSpan.overlaps(article.diagnostics[0].span))
    state = ReaderState.open(Articles.turns)
    state.press(.character("!"))
    #expect(state.window == nil && state.status.contains("nothing is wrong with the text"))
  }

  @Test("the speakers are narrowed by typing, as a search compares")
  func speakers() {
    var state = ReaderState.open(Articles.bengali)
    state.press(.character("s"))
    let all = state.window?.shown ?? []
    #expect(all.first?.target == .anySpeaker && all.first?.label == "22")
    #expect(all.dropFirst().map(\.text) == state.speakers)
    #expect(all.dropFirst().compactMap { Int($0.label) }.reduce(0, +) == 22)
    state.type("আরিফ")
    #expect(Self.titles(state) == ["আরিফুল কবির"])
    #expect(state.line(0).isEmpty || ScreenText.text(state.screen()).contains("আরিফ▏"))
    state.press(.backspace, .backspace, .backspace, .backspace)
    #expect(Self.titles(state).count == all.count)
    state.type("নেই এমন কেউ")
    #expect(Self.titles(state) == [])
    ScreenInvariantTests.check(state.screen())
    state.press(.control("u"))
    state.type("কবির")
    state.press(.enter)
    #expect(state.filter.speaker == "আরিফুল কবির" && state.window == nil)
    // Opened again it stands on the one that is set; the first is everybody.
    state.press(.character("s"))
    #expect(state.window?.item?.text == "আরিফুল কবির")
    state.press(.home, .enter)
    #expect(state.filter.isEmpty)
  }

  @Test("letters typed to narrow are no commands, Enter on nothing says so")
  func typing() {
    var state = ReaderState.open(Articles.bengali)
    state.press(.character("s"))
    state.type("qcwh1")
    #expect(state.window?.narrowing == "qcwh1")
    #expect(state.highlighting == Highlighting())
    #expect(
      ScreenText.text(state.screen()).contains("nobody called 'qcwh1' says anything here"))
    state.press(.enter)
    #expect(state.window != nil && state.filter.isEmpty)
    state.press(.control("u"), .escape)
    #expect(state.window == nil)
  }

  @Test("the lists of paragraphs and articles are narrowed by typing")
  func narrows() {
    var state = ReaderState(
      article: Articles.turns, size: ScreenSize(columns: 80, rows: 24),
      articles: ["a.txt", "খ.txt", "c.txt"], articleNumber: 1)
    state.press(.character("a"))
    state.type("খ")
    #expect(state.window?.shown.map(\.text) == ["সেতুর কাজ শেষ  খ.txt"])
    state.press(.escape, .character("o"))
    state.type("টোল")
    #expect(state.window?.shown.count == 1)
    state.press(.enter)
    #expect(state.window == nil)
  }

  @Test("the filter window switches each condition and tells how many quotes fit it")
  func filters() throws {
    let article = Articles.bengali
    var state = ReaderState.open(article, columns: 100, rows: 30)
    state.press(.character("F"))
    let count = SpeakerKind.allCases.count + QuotationForm.allCases.count + 1
    let window = try #require(state.window)
    #expect(window.items.count == count)
    let named = article.attributions.count { $0.speaker?.kind == .named }
    #expect(
      window.items[0] == .init(label: "[ ]", text: "source named  \(named)", target: .kind(.named)))
    for place in 0..<count {
      state.press(.enter)
      #expect(state.window?.chosen == place)
      #expect(state.window?.item?.label == "[x]")
      #expect(!state.filter.isEmpty)
      state.press(.character(" "))
      #expect(state.window?.item?.label == "[ ]")
      #expect(state.filter.isEmpty)
      state.press(.character("j"))
    }
    state.press(.enter)
    #expect(state.filter.isDoubtful)
    state.press(.character("c"))
    #expect(state.filter.isEmpty && state.window != nil)
    state.press(.character("F"))
    #expect(state.window == nil)
  }

  @Test("the list of articles opens another one")
  func articles() {
    var state = ReaderState(
      article: Articles.turns, size: ScreenSize(columns: 80, rows: 24),
      articles: ["a.txt", "খ.txt", "c.txt"], articleNumber: 1)
    state.press(.character("a"))
    #expect(Self.titles(state) == ["a.txt", "সেতুর কাজ শেষ  খ.txt", "c.txt"])
    #expect(state.window?.chosen == 1)
    #expect(state.press(.enter) == [])
    state.press(.character("a"))
    #expect(state.press(.down, .enter) == [.open(article: 2)])
    #expect(state.press(.control("x")) == [.open(article: 2, step: 1)])
    #expect(state.press(.control("r")) == [.open(article: 0, step: -1)])
    #expect(state.press(.character("8"), .control("x")) == [])
    #expect(state.status.contains("this is the last article"))
    #expect(state.press(.character("8"), .control("r")) == [])
    #expect(state.status.contains("this is the first article"))
    #expect(state.line(23).isEmpty == false)
    state.press(.character("j"), .escape)
    #expect(state.status.contains("article 2 of 3"))
    var single = ReaderState.open(Articles.turns)
    for key: Key in [.character("a"), .control("x"), .control("r")] {
      single.press(key)
      #expect(single.window == nil && single.status.contains("one article is open"))
    }
  }

  @Test(
    "Esc, q and the key that opened it close a window; others say what works",
    arguments: ["w", "!", "F"] as [Unicode.Scalar])
  func closes(opener: Unicode.Scalar) {
    for closer: Key in [.escape, .character("q"), .control("g"), .character(opener)] {
      var state = ReaderState.open(Articles.english)
      state.press(.character(opener))
      #expect(state.window != nil)
      state.press(.character("t"))
      #expect(state.window != nil && state.message == "Enter chooses, Esc closes")
      #expect(state.press(closer) == [])
      #expect(state.window == nil)
    }
  }

  @Test(
    "all windows stand within every screen",
    arguments: [
      (20, 5), (21, 6), (33, 9), (60, 16), (100, 30), (200, 60),
    ])
  func fits(columns: Int, rows: Int) {
    for (article, openers) in [(Articles.english, "wsF!a?"), (Articles.bengali, "o")] {
      for opener in openers.unicodeScalars {
        var state = ReaderState(
          article: Article(document: article.document),
          size: ScreenSize(columns: columns, rows: rows), articles: ["এক.txt", "b.txt"])
        _ = state.update(by: .analysis(article, isComplete: true))
        state.press(.character(opener))
        ScreenInvariantTests.check(state.screen())
        for key: Key in [.down, .pageDown, .end, .up, .pageUp, .home] {
          state.press(key)
          ScreenInvariantTests.check(state.screen())
          if let window = state.window, !window.shown.isEmpty {
            // What is chosen is on the screen.
            let frame = WindowFrame(window, state)
            #expect(window.chosen >= frame.first)
            #expect(window.chosen < frame.first + frame.heights.count)
            #expect(frame.area.endRow <= rows && frame.area.endColumn <= columns)
          }
        }
        _ = state.update(by: .resize(ScreenSize(columns: 20, rows: 5)))
        ScreenInvariantTests.check(state.screen())
      }
    }
  }
}
