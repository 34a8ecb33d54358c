import SutraCore
import Testing

@testable import SutraReader

@Suite("Who says so?")
struct WhoWindowTests {
  private static func window(_ article: Article, _ number: Int) -> ListWindow {
    ReaderState.open(article).whoWindow(at: article.quotations[number].content.start)
  }

  private static func texts(_ window: ListWindow, _ label: String) -> [String] {
    window.items.filter { $0.label == label }.map(\.text)
  }

  @Test("tells every link of the chain, for every quote of the samples", arguments: ["bn", "en"])
  func chains(code: String) {
    let article = code == "bn" ? Articles.bengali : Articles.english
    for number in article.quotations.indices {
      let quotation = article.quotations[number]
      let attribution = article.attributions[number]
      let state = ReaderState.open(article)
      let window = state.whoWindow(at: quotation.content.start)
      #expect(window.purpose == .who && window.narrowing == nil)
      // Words inside words may belong to the inner quotation.
      guard window.items.first?.target == .quotation(number) else { continue }
      // Without the reporter's words between the parts.
      #expect(Self.texts(window, "words") == [article.words(of: quotation, longest: 600)])
      #expect(Self.texts(window, "type")[0].hasPrefix(quotation.form.rawValue))
      let act = quotation.reading.map { " (\($0.act.rawValue))" } ?? ""
      #expect(Self.texts(window, "cue") == (quotation.cue.map { [article.line($0) + act] } ?? []))
      #expect(Self.texts(window, "when") == (quotation.time.map { [article.line($0)] } ?? []))
      #expect(Self.texts(window, "told by").count == (quotation.parent == nil ? 0 : 1))
      #expect(
        Self.texts(window, "to") == (attribution.addressee.map { [article.line($0)] } ?? []))
      #expect(
        Self.texts(window, "in") == (attribution.medium.map { [article.line($0.span)] } ?? []))
      #expect(Self.texts(window, "speaker").count == 1)
      let why = Self.texts(window, "why")
      #expect(why.first?.contains("(rule “\(quotation.rule.rawValue)”)") == true)
      #expect(why.count >= 2)
      #expect(!Self.texts(window, "credit").isEmpty)
      #expect((Self.texts(window, "note") == []) == !quotation.isUnterminated)
    }
  }

  private static let kinds: [(String, SpeakerKind, String, [String])] = [
    ("মেয়র করিম উদ্দিন বলেন, কাজ শেষ।", .named, "মেয়র করিম উদ্দিন (named)", ["করিম উদ্দিন"]),
    (
      "মেয়র করিম উদ্দিন বলেন, কাজ শেষ। তিনি বলেন, “টোল নেই।”", .pronoun, "তিনি (pronoun)",
      ["করিম উদ্দিন"]
    ),
    ("বিশ্লেষকরা বলছেন, টোল বাড়বে।", .collective, "বিশ্লেষকরা (collective)", []),
  ]

  @Test("names the speaker as written and who that is", arguments: kinds)
  func speaker(text: String, kind: SpeakerKind, written: String, names: [String]) throws {
    let article = Articles.article("শিরোনাম\n\n" + text)
    let found = article.attributions.firstIndex { $0.speaker?.kind == kind }
    let number = try #require(found, "no such speaker")
    let window = Self.window(article, number)
    #expect(Self.texts(window, "speaker") == [written])
    #expect(Self.texts(window, "who is") == names)
  }

  @Test("the window leaves the quote in sight", arguments: [(80, 24), (120, 40), (100, 30)])
  func leavesQuote(columns: Int, rows: Int) throws {
    for article in [Articles.bengali, Articles.english] {
      var state = ReaderState.open(article, columns: columns, rows: rows)
      for number in article.quotations.indices {
        state.press(.escape)
        state.select(number, in: .quotations)
        state.press(.character("w"))
        let window = try #require(state.window)
        let area = WindowFrame(window, state).area
        let words = try #require(state.rowsOfQuotationAtHand)
        let free = max(words.lowerBound, rows - 1 - words.upperBound)
        guard free >= 8 else { continue }
        #expect(area.endRow <= words.lowerBound || area.row >= words.upperBound, "\(number)")
        #expect(area.row >= 0 && area.endRow < rows)
      }
    }
  }

  @Test("a quote that carries on says so")
  func carriesOn() throws {
    let article = Articles.bengali
    let number = try #require(article.attributions.firstIndex { $0.speaker?.kind == .implicit })
    let window = Self.window(article, number)
    #expect(Self.texts(window, "speaker") == ["not named again: carries on from before"])
    #expect(Self.texts(window, "who is") == [article.attributions[number].speaker?.name ?? ""])
    #expect(Self.texts(window, "cue") == [])
  }

  @Test("a quotation mark that is never closed is noted")
  func unclosed() throws {
    let article = Articles.english
    let unclosed = article.quotations.firstIndex { $0.isUnterminated }
    let number = try #require(unclosed)
    #expect(
      Self.texts(Self.window(article, number), "note") == ["the quotation mark is never closed"])
  }

  @Test("words that nobody says are the article's own")
  func nobody() {
    var state = ReaderState.open(Articles.long)
    state.press(.character("w"))
    #expect(
      state.window?.items == [
        ListWindow.Item(label: "nobody", text: "the article itself asserts this"),
        ListWindow.Item(label: "credit", text: "the article names no source of its own"),
      ])
    state.press(.enter)
    #expect(state.status.contains("this leads nowhere"))
    #expect(state.window != nil)
    state.press(.escape)
    #expect(state.window == nil)
  }

  @Test("the credit line ends every chain", arguments: ["bn", "en"])
  func credit(code: String) {
    let article = code == "bn" ? Articles.bengali : Articles.english
    let names = article.sources.filter { $0.roles.contains(.credit) }.map(\.name)
    #expect(!names.isEmpty)
    #expect(Self.texts(Self.window(article, 0), "credit") == names)
  }

  @Test(
    "w asks of the chosen quote, on the screen or not, and of the first row when none is chosen")
  func ofWhat() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("]"), .character("w"))
    #expect(state.window?.items.first?.target == .quotation(1))
    state.press(.character("w"))
    #expect(state.window == nil)
    state = ReaderState.open(Articles.english, columns: 60, rows: 12)
    state.pane.selection.quotation = Articles.english.quotations.count - 1
    state.press(.character("w"))
    #expect(state.window?.items.first?.target == .quotation(Articles.english.quotations.count - 1))
    state.press(.escape)
    state.pane.selection = Selection()
    state.press(.character("w"))
    #expect(state.window?.items.first?.label == "nobody")
  }

  @Test("Enter follows a link to its place, and Ctrl-O comes back")
  func links() throws {
    let article = Articles.bengali
    let last = article.quotations.count - 1
    for link in Self.window(article, last).items.indices {
      var state = ReaderState.open(article, columns: 100, rows: 12)
      for _ in 0..<last { state.press(.character("]")) }
      let top = state.layout.byteOffset(of: state.top)
      state.press(.character("w"))
      let window = try #require(state.window)
      for _ in 0..<20 { state.press(.character("k")) }
      for _ in 0..<link { state.press(.character("j")) }
      state.press(.enter)
      switch window.items[link].target {
      case .none: #expect(state.window != nil && state.status.contains("leads nowhere"))
      case .place(let span):
        #expect(state.window == nil && state.isVisible(span))
        state.press(.control("o"))
        #expect(state.layout.byteOffset(of: state.top) == top)
      case .quotation(let number):
        #expect(state.window == nil && state.selection.quotation == number)
      default: Issue.record("a chain links to places only")
      }
    }
  }

  @Test("stands within every screen", arguments: [(20, 5), (40, 10), (80, 24)])
  func fits(columns: Int, rows: Int) {
    for article in [Articles.bengali, Articles.english] {
      var state = ReaderState.open(article, columns: columns, rows: rows)
      for _ in stride(from: 0, to: article.quotations.count, by: 4) {
        state.press(.character("w"))
        let count = state.window?.items.count ?? 0
        for _ in 0..<count {
          ScreenInvariantTests.check(state.screen())
          state.press(.down)
        }
        state.press(.escape, .character("4"), .character("]"))
      }
    }
  }
}
