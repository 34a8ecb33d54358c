import SutraCore
import Testing

@testable import SutraReader

@Suite("What is remembered from one run to the next")
struct ReadingMemoryTests {
  private static func session(_ memory: ReadingMemory, _ article: Article) -> Session {
    var session = Session(
      articles: [("a.txt", true), ("b.txt", true)], first: Article(document: article.document),
      size: ScreenSize(columns: 80, rows: 24), themes: ["dark", "light"])
    session.use(memory, keys: ["/a.txt", "/b.txt"])
    return session
  }

  private static func press(_ session: inout Session, _ keys: String) {
    for scalar in keys.unicodeScalars {
      let key: Key = scalar == "\n" ? .enter : .character(scalar)
      _ = session.update(by: .reader(.key(key)), at: 0)
    }
  }

  @Test("the place, the marks, the theme and what was typed come back")
  func comesBack() {
    var first = Self.session(ReadingMemory(), Articles.long)
    Self.press(&first, "50Gmx7Gt:set pane off\n90G")
    let place = first.state.text.placeOfTop
    let memory = ReadingMemory(first.remembered(over: ReadingMemory()).bytes)
    #expect(memory.theme == "light")
    var next = Self.session(memory, Articles.long)
    #expect(next.state.text.placeOfTop == place)
    #expect(next.state.message == "where you left it; g goes to the beginning")
    #expect(next.state.history["command"] == ["set pane off"])
    Self.press(&next, "'x")
    #expect(next.state.line(0).contains("অনুচ্ছেদ 50:"))
  }

  @Test("the terminal's ground decides about the theme until somebody chooses one, and for ever")
  func ground() {
    var first = Self.session(ReadingMemory(), Articles.turns)
    _ = first.update(by: .reader(.ground(isLight: true)), at: 0)
    #expect(first.state.themeName == "light")
    let memory = ReadingMemory(first.remembered(over: ReadingMemory()).bytes)
    #expect(memory.theme == nil && memory.isGroundLight == true)
    Self.press(&first, "t")
    #expect(first.state.themeName == "dark")
    _ = first.update(by: .reader(.ground(isLight: true)), at: 0)
    #expect(first.state.themeName == "dark")
    var next = Self.session(
      ReadingMemory(first.remembered(over: ReadingMemory()).bytes), Articles.turns)
    _ = next.update(by: .reader(.ground(isLight: true)), at: 0)
    #expect(next.state.themeName == "dark")
    Self.press(&next, ":set theme auto\n")
    #expect(next.state.themeName == "light")
    #expect(ReadingMemory(next.remembered(over: ReadingMemory()).bytes).theme == nil)
  }

  @Test("what others have remembered meanwhile stays, but for where this one is left")
  func others() {
    var first = Self.session(ReadingMemory(), Articles.long)
    var other = Self.session(ReadingMemory(), Articles.long)
    Self.press(&other, ":set pane off\n40G")
    let meanwhile = other.remembered(over: ReadingMemory())
    var third = meanwhile
    third.note(.init(key: "/list.txt", length: 10, top: 5, marks: [:]))
    Self.press(&first, "90G:set pane on\n")
    let all = first.remembered(over: third)
    #expect(all.places.map(\.key) == ["/list.txt", "/a.txt"])
    #expect(all.place(of: "/a.txt")?.top == first.state.text.placeOfTop)
    #expect(all.history["command"] == ["set pane off", "set pane on"])
  }

  @Test("another text begins at its beginning")
  func otherText() {
    var first = Self.session(ReadingMemory(), Articles.long)
    Self.press(&first, "90G")
    let next = Self.session(first.remembered(over: ReadingMemory()), Articles.bengali)
    #expect(next.state.top == next.state.layout.first && next.state.message == nil)
  }

  @Test("so many articles are kept, and the one that was read longest ago goes first")
  func most() {
    var memory = ReadingMemory()
    for number in 0..<1_200 {
      memory.note(.init(key: "/\(number)", length: 10, top: 5, marks: ["a": number % 10]))
    }
    let kept = ReadingMemory(memory.bytes)
    #expect(kept.places == memory.places)
    #expect(kept.places.count == 1_000 && kept.places.first?.key == "/200")
  }

  @Test(
    "what makes no sense in the file is passed over",
    arguments: [
      "article", "article\t/a\tx\ty\t", "article\t/a\t5\t9\t", "theme", "\u{1B}[2J",
      "typed\tsearch\t\u{1B}]52;c;\u{7}", "article\t/a\t-1\t0\t99999999999=3,=,1",
      "theme\t\u{9B}31m",
    ])
  func damaged(row: String) {
    let memory = ReadingMemory(Array((row + "\narticle\t/b\t9\t3\t97=2\n").utf8))
    #expect(memory.theme == nil && memory.history.isEmpty)
    #expect(memory.place(of: "/b")?.marks == ["a": 2])
    #expect(memory.place(of: "/a")?.top ?? 0 == 0)
  }
}

@Suite("Coming back to an edited article")
struct EditedArticleTests {
  private static func article(_ paragraphs: [String]) -> Article {
    let text = SourceText(validBytes: Array(paragraphs.joined(separator: "\n\n").utf8))
    return Article(document: Fixture.document(text))
  }

  private enum Fixture {
    static func document(_ text: SourceText) -> Document {
      var paragraphs: [Span] = []
      var start = 0
      for part in String(decoding: text.bytes, as: UTF8.self).split(separator: "\n\n") {
        paragraphs.append(Span(start: start, end: start + part.utf8.count))
        start += part.utf8.count + 2
      }
      return Document(id: "a", text: text, language: "bn", title: nil, paragraphs: paragraphs)
    }
  }

  private static func session(_ memory: ReadingMemory, _ article: Article) -> Session {
    var session = Session(
      articles: [("a.txt", true)], first: article, size: ScreenSize(columns: 60, rows: 10))
    session.use(memory, keys: ["/a.txt"])
    return session
  }

  @Test("the place and the marks are found by the words that stood there, tabs and colons too")
  func edited() {
    let paragraphs = (1...60).map { "অনুচ্ছেদ \($0): নদীর\tপানি, সেতু \($0) আর কিছু কথা।" }
    var first = Self.session(ReadingMemory(), Self.article(paragraphs))
    for scalar in "30Gmx40G".unicodeScalars {
      _ = first.update(by: .reader(.key(.character(scalar))), at: 0)
    }
    let memory = ReadingMemory(first.remembered(over: ReadingMemory()).bytes)
    #expect(first.state.line(0).contains("অনুচ্ছেদ 40:"))
    let edited = ["নতুন শুরু।", "আরও নতুন।"] + paragraphs.filter { !$0.hasPrefix("অনুচ্ছেদ 7:") }
    var next = Self.session(memory, Self.article(edited))
    #expect(next.state.line(0).contains("অনুচ্ছেদ 40:"))
    for scalar in "'x".unicodeScalars {
      _ = next.update(by: .reader(.key(.character(scalar))), at: 0)
    }
    #expect(next.state.line(0).contains("অনুচ্ছেদ 30:"))
    let other = Self.session(memory, Self.article(["আর কিছুই নেই।"]))
    #expect(other.state.text.placeOfTop == 0)
  }
}
