import SutraCore
import Testing

@testable import SutraReader

@Suite("A session of articles")
struct SessionTests {
  private static let texts = [
    "মেয়র করিম উদ্দিন বলেন, সেতুর কাজ শেষ হয়েছে।\nনদীর ধারে মানুষের ভিড় ছিল।",
    "Mayor Helen Marlowe said the bridge was finished.\nCrowds stood by the river.",
    "প্রকৌশলী সালমা খাতুন জানান, আগামী মাসে সেতুটি চালু হবে।",
  ]
  private static let articles = texts.enumerated().map {
    Articles.article($0.element, id: "\($0.offset).txt")
  }

  /// What a program would do: a test answers what the session asks for.
  private struct Program {
    var session: Session
    var now: Int64 = 0
    /// What was asked for, in words.
    var asked: [String] = []

    init(_ count: Int = 3, isWhole: Bool = true) {
      session = Session(
        articles: (0..<count).map { ("\($0).txt", true) },
        first: Article(document: SessionTests.articles[0].document),
        size: ScreenSize(columns: 120, rows: 24), themes: ["dark", "light"])
      note(session.begin(isWhole: isWhole, at: 0))
    }

    mutating func note(_ effects: [SessionEffect]) {
      asked += effects.map { effect in
        switch effect {
        case .read(let number, let mayGrow): mayGrow ? "read \(number), growing" : "read \(number)"
        case .analyze(let number, _): "analyze \(number)"
        case .cancel(let number): "cancel \(number)"
        case .perform(let effect): "perform \(effect)"
        }
      }
    }

    mutating func take(_ message: SessionMessage) { note(session.update(by: message, at: now)) }

    mutating func press(_ keys: Key...) { for key in keys { take(.reader(.key(key))) } }

    mutating func run(_ command: String) {
      press(.character(":"))
      for scalar in command.unicodeScalars { press(.character(scalar)) }
      press(.enter)
    }

    /// The text of an article has been read.
    mutating func read(_ number: Int) {
      take(.text(article: number, Article(document: SessionTests.articles[number].document)))
    }

    mutating func analyzed(_ number: Int) {
      take(.analysis(article: number, SessionTests.articles[number]))
    }

    /// What has been asked for since the last time.
    mutating func news() -> [String] {
      defer { asked = [] }
      return asked
    }
  }

  @Test("reads an article when it is wanted, shows it, and analyses it then")
  func opens() {
    var program = Program()
    #expect(program.news() == ["analyze 0"])
    program.analyzed(0)
    program.run("n")
    #expect(program.news() == ["read 1"])
    #expect(program.session.state.articleNumber == 0)
    #expect(program.session.state.message == "opening '1.txt'")
    program.read(1)
    #expect(program.session.state.articleNumber == 1)
    #expect(program.news() == ["analyze 1"])
    program.analyzed(1)
    #expect(program.session.state.isAnalyzed)
    program.run("p")
    #expect(program.session.state.articleNumber == 0)
    #expect(program.news().isEmpty, "what is known of the first is still known")
  }

  @Test("gives up the analysis of an article that is left, and begins it again when it comes back")
  func leaves() {
    var program = Program()
    program.run("n")
    program.read(1)
    #expect(program.news() == ["analyze 0", "read 1", "cancel 0", "analyze 1"])
    program.analyzed(0)
    program.run("p")
    #expect(program.news() == ["cancel 1", "analyze 0"])
    #expect(!program.session.state.isAnalyzed, "what comes of a cancelled analysis is nothing")
    program.analyzed(0)
    #expect(program.session.state.article.quotations.count == 1)
  }

  @Test("keeps settings, key bindings, history, theme and pane from one article to the next")
  func shares() {
    var program = Program()
    program.run("set bind z help")
    program.run("set hide dates")
    program.press(.character("t"), .character("p"))
    program.run("n")
    program.read(1)
    #expect(program.session.state.themeName == "light")
    #expect(program.session.state.frame.pane == nil)
    #expect(program.session.state.highlighting.hiddenKinds == [.date])
    program.press(.character("z"))
    #expect(program.session.state.helpTop == 0)
    program.press(.escape)
    program.run("set line-width 40")
    program.run("set bind ~ redraw")
    program.run("set entity-order name")
    program.run("p")
    #expect(program.session.state.articleNumber == 0)
    #expect(program.session.state.frame.textColumns == 40)
    #expect(program.session.state.layout.width == 40)
    #expect(program.session.state.entityList.order == .name)
    _ = program.news()
    program.press(.character("~"))
    #expect(program.news() == ["perform redraw"])
    program.press(.character(":"), .up, .up)
    #expect(program.session.state.prompt?.text == "set entity-order name")
  }

  @Test("takes the size and the way of counting columns to an article that comes back")
  func sizes() {
    var program = Program()
    program.run("n")
    program.read(1)
    program.take(.reader(.resize(ScreenSize(columns: 60, rows: 20))))
    program.take(.reader(.profile(.cluster)))
    program.run("p")
    #expect(program.session.state.size == ScreenSize(columns: 60, rows: 20))
    #expect(program.session.state.layout.profile == .cluster)
    ScreenInvariantTests.check(program.session.state.screen(), .cluster)
  }

  @Test("stays where it is when an article cannot be read, or is not waited for")
  func unreadable() {
    var program = Program()
    program.press(.character("a"), .down, .enter)
    program.take(.unreadable(article: 1, "there is no file '1.txt'"))
    #expect(program.session.state.articleNumber == 0)
    #expect(program.session.state.message == "there is no file '1.txt'")
    program.run("n")
    _ = program.news()
    program.press(.escape)
    #expect(program.session.state.message == "'1.txt' is not opened")
    program.read(1)
    #expect(program.session.state.articleNumber == 0)
    program.run("n")
    #expect(program.session.state.articleNumber == 1)
    #expect(program.news() == ["cancel 0", "analyze 1"], "it has been read, and is there at once")
  }

  @Test("passes over an article that cannot be read, and says so")
  func passesOver() {
    var program = Program()
    _ = program.news()
    program.run("n")
    program.take(.unreadable(article: 1, "there is no file '1.txt'"))
    #expect(program.news() == ["read 1", "read 2"])
    program.read(2)
    #expect(program.session.state.articleNumber == 2)
    #expect(program.session.state.message == "there is no file '1.txt'")
    program.run("p")
    program.take(.unreadable(article: 1, "there is no file '1.txt'"))
    #expect(program.session.state.articleNumber == 0)
    #expect(program.session.state.message == "there is no file '1.txt'")
    program.run("n")
    program.take(.unreadable(article: 1, "gone"))
    program.run("n")
    program.take(.unreadable(article: 1, "gone"))
    #expect(program.session.state.articleNumber == 2)
  }

  @Test("tells of each article its headline, its quotes and how far it was read")
  func lists() {
    var program = Program()
    program.analyzed(0)
    program.run("n")
    program.read(1)
    program.press(.character("a"))
    let items = program.session.state.window?.items ?? []
    #expect(items.map(\.label) == ["100%", "100%", ""])
    #expect(items.first?.text.hasSuffix("0.txt  1 quote") == true)
    #expect(items.last?.text == "2.txt")
    program.press(.escape)
    program.run("p")
    program.press(.character("a"))
    #expect(program.session.state.window?.items.map(\.label) == ["100%", "100%", ""])
  }

  @Test("opens an article that nobody named at the start")
  func adds() {
    var program = Program(1)
    program.take(.add(name: "1.txt", isFile: true))
    program.read(1)
    #expect(program.session.state.articleNumber == 1)
    #expect(program.session.state.articles == ["0.txt", "1.txt"])
    program.run("p")
    #expect(program.session.state.articleNumber == 0)
    #expect(program.session.state.articles == ["0.txt", "1.txt"])
  }

  @Test("lets a file that grows rest between two readings, and three times as long as one took")
  func follows() {
    var program = Program()
    program.analyzed(0)
    program.press(.character("T"))
    _ = program.news()
    #expect(program.session.isFollowing(0))
    program.now = 1000
    program.take(.disk(article: 0, .changed))
    #expect(program.news() == ["read 0, growing"])
    #expect(!program.session.wantsLook(at: 1000))
    program.now = 1200
    let longer = Articles.article(Self.texts[0] + "\nমেয়র করিম উদ্দিন বলেন, সেতু হবে।", id: "0.txt")
    program.take(.text(article: 0, Article(document: longer.document)))
    #expect(program.session.pause(at: 1200) == 600)
    #expect(!program.session.wantsLook(at: 1799) && program.session.wantsLook(at: 1800))
    #expect(program.news() == ["analyze 0"])
    program.now = 2200
    program.take(.analysis(article: 0, longer))
    #expect(program.session.state.isAnalyzed)
    program.take(.disk(article: 0, .changed))
    let longest = Articles.article(Self.texts[0] + "\n" + Self.texts[2], id: "0.txt")
    program.take(.text(article: 0, Article(document: longest.document)))
    #expect(program.news() == ["read 0, growing"], "an analysis that took a second rests for three")
    #expect(program.session.pause(at: 2200) == 100)
    #expect(program.session.pause(at: 2300) == 2900)
    program.now = 5200
    program.take(.time)
    #expect(program.news() == ["analyze 0"])
    program.press(.character("j"))
    #expect(program.session.pause(at: 5200) == nil)
  }

  @Test("takes a better analysis of the same text at any time, and what is chosen stays")
  func again() {
    var program = Program()
    let better = SessionTests.articles[0]
    let first = Article(document: better.document)
    program.take(.analysis(article: 0, better))
    program.press(.character("]"))
    let chosen = program.session.state.selection
    #expect(chosen != Selection())
    program.take(.analysis(article: 0, better))
    #expect(program.session.state.selection == chosen)
    program.take(.analysis(article: 0, first))
    #expect(program.session.state.article.quotations.isEmpty)
    program.take(.analysis(article: 0, SessionTests.articles[1]))
    #expect(program.session.state.article.document.text.bytes == first.document.text.bytes)
  }

  @Test("gives up the analysis of a text that is another one meanwhile")
  func changes() {
    var program = Program()
    program.press(.character("R"))
    program.take(
      .text(article: 0, Article(document: Articles.article("অন্য কথা।", id: "0.txt").document)))
    #expect(program.news() == ["analyze 0", "read 0", "cancel 0", "analyze 0"])
    program.press(.character("R"))
    program.press(.character("R"))
    #expect(program.session.state.message == "the file is being read")
    #expect(program.news() == ["read 0"])
  }

  @Test("reads a file once more for which that was wanted while its rest was being read")
  func changesUnderWay() {
    var program = Program(isWhole: false)
    program.press(.character("R"))
    program.read(0)
    #expect(program.news() == ["read 0", "analyze 0"], "it has not changed, and has been read")
    program = Program(isWhole: false)
    program.take(.disk(article: 0, .changed))
    program.press(.character("R"))
    #expect(program.session.state.message == "the file is being read")
    #expect(program.news() == ["read 0"])
    program.read(0)
    #expect(program.news() == ["read 0"], "of what it was nothing need be known")
    program.take(
      .text(article: 0, Article(document: Articles.article("অন্য কথা।", id: "0.txt").document)))
    #expect(program.news() == ["analyze 0"])
    #expect(program.session.state.message == "read anew")
  }

  @Test("analyses the beginning of a file whose rest cannot be read")
  func part() {
    var program = Program(isWhole: false)
    program.take(.unreadable(article: 0, "'0.txt' is empty"))
    #expect(program.news() == ["read 0", "analyze 0"])
    #expect(program.session.state.message == "'0.txt' is empty")
    #expect(program.session.isPart(0))
    program.analyzed(0)
    #expect(program.session.state.isAnalyzed)
    program = Program(isWhole: false)
    program.take(.disk(article: 0, .changed))
    program.take(.unreadable(article: 0, "'0.txt' is empty"))
    #expect(
      program.session.state.message == "the file has changed on disk; R reads it anew")
    program.press(.character("R"))
    program.read(0)
    #expect(!program.session.isPart(0))
    program = Program(isWhole: false)
    program.take(.disk(article: 0, .changed))
    program.press(.character("R"))
    _ = program.news()
    program.take(.unreadable(article: 0, "'0.txt' is empty"))
    #expect(program.news() == ["read 0"])
  }
}
