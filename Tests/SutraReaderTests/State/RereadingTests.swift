import SutraCore
import SutraResources
import Testing

@testable import SutraReader

@Suite("A text that is read anew")
struct RereadingTests {
  private static let paragraphs = (1...120).map {
    "অনুচ্ছেদ \($0): মেয়র করিম উদ্দিন বলেন, সেতু \($0)টির কাজ শেষ হয়েছে।"
  }

  /// A reader of the paragraphs that has one at the top.
  private static func open(at number: Int) -> ReaderState {
    var state = ReaderState.open(Articles.article(paragraphs.joined(separator: "\n")))
    state.press(.character("p"))
    for digit in String(number).unicodeScalars { state.press(.character(digit)) }
    state.press(.character("G"))
    return state
  }

  private static func reread(_ state: inout ReaderState, _ paragraphs: [String]) -> Article {
    let article = Articles.article(paragraphs.joined(separator: "\n"))
    _ = state.update(
      by: .reread(Article(document: article.document, diagnostics: article.diagnostics)))
    return article
  }

  /// What may happen to a text without one of its paragraphs.
  enum Change: CaseIterable {
    case paragraphBeforeGoes, paragraphsCome, paragraphBehindChanges, bothSidesChange, allIsMixed

    func made(in paragraphs: [String]) -> [String] {
      var new = paragraphs
      switch self {
      case .paragraphBeforeGoes: new.remove(at: 10)
      case .paragraphsCome: new.insert(contentsOf: ["এক নতুন খবর।", "আরও এক।"], at: 0)
      case .paragraphBehindChanges: new[100] = "অন্য কথা।"
      case .bothSidesChange: (new[3], new[90]) = ("ক", "খ")
      case .allIsMixed: new = [new[70], new[49], new[2]] + new[95..<118] + [new[1], new[0]]
      }
      return new
    }
  }

  @Test("stays at its place", arguments: Change.allCases)
  func place(change: Change) {
    var state = Self.open(at: 50)
    #expect(state.line(0).contains("অনুচ্ছেদ 50:"))
    _ = Self.reread(&state, change.made(in: Self.paragraphs))
    #expect(state.line(0).contains("অনুচ্ছেদ 50:"))
    #expect(state.message == "read anew")
    #expect(!state.isAnalyzed)
    ScreenInvariantTests.check(state.screen())
  }

  @Test("lists the entities of the text as it is, and goes to no doubtful name of the old one")
  func entities() {
    for change in Change.allCases {
      var state = Self.open(at: 50)
      state.press(.character("p"), .character("O"), .character("i"))
      let article = Self.reread(&state, change.made(in: Self.paragraphs))
      state.press(.character("O"), .character("i"), .tab, .end, .character("i"))
      #expect(state.entityList.entities.count == state.article.entities.count)
      _ = state.update(by: .analysis(article, isComplete: true))
      state.press(.character("O"), .tab, .end, .character("i"), .character("I"))
      #expect(state.entityList.entities.count == article.entities.count)
      ScreenInvariantTests.check(state.screen())
    }
  }

  @Test("stands near its place when just that has changed")
  func changedPlace() {
    var state = Self.open(at: 50)
    var paragraphs = Self.paragraphs
    paragraphs[49] = "অনুচ্ছেদ পঞ্চাশ: মেয়র কিছুই বলেননি।"
    paragraphs.insert("একেবারে নতুন।", at: 0)
    paragraphs.remove(at: 80)
    _ = Self.reread(&state, paragraphs)
    #expect(state.line(0).contains("অনুচ্ছেদ পঞ্চাশ"))
    // The end of a text that has shrunk.
    _ = Self.reread(&state, Array(paragraphs.prefix(5)))
    #expect(state.top == state.lastTop)
    ScreenInvariantTests.check(state.screen())
  }

  @Test("keeps the marks whose places are still there, and forgets the others")
  func marks() {
    var state = Self.open(at: 20)
    state.press(.character("m"), .character("a"), .character("6"), .character("0"))
    state.press(.character("G"), .character("m"), .character("b"))
    var paragraphs = Self.paragraphs
    paragraphs.remove(at: 19)
    paragraphs[0] = "নতুন শিরোনাম"
    _ = Self.reread(&state, paragraphs)
    state.press(.character("'"), .character("a"))
    #expect(state.message == "mark a is not set")
    state.press(.character("'"), .character("b"))
    #expect(state.line(0).contains("অনুচ্ছেদ 60:"))
  }

  @Test("keeps filter, search and the chosen quotation")
  func choice() throws {
    var state = Self.open(at: 30)
    state.press(.character("]"))
    state.press(.character("S"), .character("/"))
    state.type("সেতু")
    state.press(.enter, .character("["))
    let filter = state.filter
    #expect(!filter.isEmpty)
    let before = try #require(state.selection.quotation)
    let wanted = state.article.document.text[state.article.quotations[before].content]
    var paragraphs = Self.paragraphs
    paragraphs.insert("রফিক বলেন, এটা নতুন।", at: 0)
    let article = Self.reread(&state, paragraphs)
    #expect(state.selection.quotation == nil)
    _ = state.update(by: .analysis(article, isComplete: true))
    #expect(state.filter == filter && state.listed?.isEmpty == false)
    #expect(state.search?.matches.count == 120)
    let after = try #require(state.selection.quotation)
    #expect(state.article.document.text[state.article.quotations[after].content] == wanted)
    ScreenInvariantTests.check(state.screen())
  }

  @Test("keeps what was found in its beginning while the rest is looked through")
  func carries() {
    var state = Self.open(at: 1)
    let quotations = state.article.quotations.count
    _ = Self.reread(&state, Self.paragraphs + ["রফিক বলেন, এটা নতুন।"])
    #expect(state.article.quotations.count == quotations)
    #expect(!state.isAnalyzed)
    ScreenInvariantTests.check(state.screen())
  }

  @Test("is the same when the file is")
  func same() {
    var state = Self.open(at: 40)
    _ = state.update(by: .disk(.changed))
    #expect(state.status.contains("the file has changed on disk; R reads it anew"))
    state.press(.character("j"))
    #expect(state.status.contains("changed on disk"))
    _ = Self.reread(&state, Self.paragraphs)
    #expect(state.message == "the text is the same as before")
    #expect(state.isAnalyzed && state.disk == .asRead)
  }

  @Test("says when the file is gone, and that it is back")
  func gone() {
    var state = Self.open(at: 1)
    _ = state.update(by: .disk(.gone))
    #expect(state.status.contains("the file is gone from the disk"))
    state.press(.character("j"))
    #expect(state.status.contains("gone from disk"))
    _ = state.update(by: .disk(.asRead))
    #expect(!state.status.contains("gone"))
  }

  @Test("is followed at its end until a key is pressed")
  func follows() {
    var state = Self.open(at: 10)
    #expect(state.press(.character("T")) == [.follow])
    #expect(state.isFollowing && state.top == state.lastTop)
    for count in 121...140 {
      let paragraphs = Self.paragraphs + (121...count).map { "অনুচ্ছেদ \($0): নতুন।" }
      _ = Self.reread(&state, paragraphs)
      #expect(state.line(state.frame.article.rows - 1).contains("অনুচ্ছেদ \(count):"))
    }
    #expect(state.status.contains("following; any key stops"))
    // A file that was begun anew.
    _ = Self.reread(&state, Array(Self.paragraphs.prefix(3)))
    #expect(state.isFollowing)
    state.press(.character("k"))
    #expect(!state.isFollowing)
    #expect(state.press(.character(":")) == [])
    state.type("follow")
    #expect(state.press(.enter) == [.follow])
    state.press(.character("T"))
    #expect(!state.isFollowing && state.message == "no longer following")
    _ = state.update(by: .follow)
    _ = state.update(by: .mouse(MouseEvent(.wheelUp, column: 1, row: 1)))
    #expect(!state.isFollowing)
    #expect(state.press(.character("R")) == [.reload])
  }
}

@Suite("Places of a text in another version of it")
struct PlaceMapTests {
  @Test("are never outside of it, whatever was changed")
  func anything() {
    var random = FixedRandom(seed: 7)
    let words = ["ক\n", "খবর ", "\n\n", "a", "মেয়র বলেন, “হ্যাঁ”।\n", "é"]
    func text() -> [String] {
      (0..<Int.random(in: 1...30, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
    }
    func document(_ text: [String]) -> Document {
      ArticleAnalyzer().document(
        id: "x", text: SourceText(validBytes: Array(("x" + text.joined()).utf8)))
    }
    for _ in 0..<300 {
      let old = text()
      var new = old
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let at = Int.random(in: 0...new.count, using: &random)
        if Bool.random(using: &random), at < new.count {
          new.remove(at: at)
        } else {
          new.insert(contentsOf: text().prefix(2), at: at)
        }
      }
      let (before, after) = (document(old), document(new))
      let map = PlaceMap(from: before, to: after)
      #expect(map.isSame == (old.joined() == new.joined()))
      for offset in 0..<before.text.bytes.count {
        #expect((0..<after.text.bytes.count).contains(map.nearest(offset)))
        if let kept = map.kept(offset) {
          #expect(kept <= after.text.bytes.count)
          if kept < after.text.bytes.count, before.text.bytes[offset] > 0x20 {
            #expect(before.text.bytes[offset] == after.text.bytes[kept])
          }
        }
      }
    }
  }
}

/// The same numbers in every run.
private struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
