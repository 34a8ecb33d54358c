import SutraCore
import Testing

@testable import SutraReader

@Suite("Typing a search")
struct SearchTypingTests {
  private static func top(_ state: ReaderState) -> RowPosition { state.top }

  @Test("shows the first match while it is typed, and Esc brings the place back")
  func incremental() {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    state.press(.pageDown)
    let top = state.top
    state.press(.character("/"))
    state.type("অনুচ্ছেদ 150")
    #expect(state.top != top)
    #expect(state.search?.matches.count == 1)
    #expect(state.status.hasSuffix("1 of 1"))
    #expect(ScreenText.text(state.screen()).contains("অনুচ্ছেদ 150:"))
    // Less typed, more found: the place is again the first from where the search began.
    state.press(.backspace, .backspace)
    #expect(state.search?.matches.count == 111)
    #expect(state.status.hasSuffix("of 111"))
    state.press(.escape)
    #expect(state.top == top && state.search == nil && state.prompt == nil)
  }

  @Test("goes on from the place where it began, and round at the end")
  func fromHere() {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    for _ in 0..<8 { state.press(.pageDown) }
    state.press(.character("/"))
    state.type("অনুচ্ছেদ 1")
    let origin = state.searching.origin.map { state.layout.byteOffset(of: $0) } ?? -1
    let current = state.search.flatMap { search in search.current.map { search.matches[$0].start } }
    #expect(current.map { $0 >= origin } == true)
    state.press(.escape, .character("G"), .character("/"))
    state.type("অনুচ্ছেদ 7:")
    #expect(state.search?.current == 0)
    #expect(ScreenText.text(state.screen()).contains("অনুচ্ছেদ 7:"))
  }

  @Test("what is not there leaves the article where it was, and is said")
  func missing() {
    var state = ReaderState.open(Articles.long, columns: 80, rows: 24)
    state.press(.pageDown)
    let top = state.top
    state.press(.character("/"))
    state.type("হিমালয়")
    #expect(state.top == top)
    #expect(state.status.hasSuffix("no match"))
    state.press(.enter)
    #expect(state.top == top)
    #expect(state.status.contains("'হিমালয়' was not found"))
  }

  @Test("an unfinished role finds nothing and complains only at Enter")
  func unfinished() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("/"))
    state.type("kind:pla")
    #expect(state.search == nil && state.message == nil)
    state.type("ce")
    #expect(state.search?.matches.isEmpty == false)
    state.press(.enter)
    #expect(state.status.contains("match 1 of"))
  }

  @Test("Enter on nothing ends the search")
  func nothing() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("/"))
    state.type("সেতু")
    state.press(.enter, .character("/"), .enter)
    #expect(state.search == nil && state.prompt == nil)
  }

  @Test("Up and Down go through what was searched before, and keep what was being typed")
  func history() {
    var state = ReaderState.open(Articles.turns)
    for words in ["সেতু", "নদী", "টোল", "নদী"] {
      state.press(.character("/"))
      state.type(words)
      state.press(.enter)
    }
    state.press(.character("/"))
    state.type("বা")
    var seen: [String?] = []
    for key in [Key.up, .up, .up, .up, .down, .down, .down, .down] {
      state.press(key)
      seen.append(state.prompt?.text)
    }
    #expect(seen == ["নদী", "টোল", "সেতু", "সেতু", "টোল", "নদী", "বা", "বা"])
    state.press(.control("p"), .control("p"), .enter)
    #expect(state.search?.query == "টোল")
    #expect(state.history["search"] == ["সেতু", "নদী", "টোল"])
  }

  @Test("the history is bounded, and each prompt has its own")
  func histories() {
    var state = ReaderState.open(Articles.turns)
    for number in 0..<150 {
      state.press(.character("/"))
      state.type("x\(number)")
      state.press(.enter)
    }
    #expect(state.history["search"]?.count == ReaderState.longestHistory)
    #expect(state.history["search"]?.last == "x149")
    state.press(.character(":"), .up)
    #expect(state.prompt?.text == "")
    state.type("theme")
    state.press(.enter, .character(":"), .up)
    #expect(state.prompt?.text == "theme")
    state.press(.escape, .character("|"), .up)
    #expect(state.prompt?.text == "")
  }

  @Test("a line has an end")
  func longest() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("/"))
    state.type(String(repeating: "ক", count: Prompt.longest + 50))
    #expect(state.prompt?.text.unicodeScalars.count == Prompt.longest)
    ScreenInvariantTests.check(state.screen())
    state.press(.control("w"))
    #expect(state.prompt?.text == "")
  }

  @Test("Ctrl-W takes a word, and the blanks behind it")
  func word() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("/"))
    state.type("নতুন সেতু  ")
    state.press(.control("w"))
    #expect(state.prompt?.text == "নতুন ")
  }

  @Test("the looseness is a setting")
  func looseness() {
    var state = ReaderState.open(Articles.turns)
    state.press(.character("/"))
    state.type("নদির")
    state.press(.enter)
    #expect(state.search?.matches.isEmpty == true)
    state.press(.character(":"))
    state.type("set search-folding loose")
    state.press(.enter, .character("/"))
    state.type("নদির")
    state.press(.enter)
    #expect(state.search?.matches.isEmpty == false)
  }
}

@Suite("Searching an entity")
struct EntitySearchTests {
  private static let turns = Articles.turns

  private static func mentions(of name: String) -> [Span] {
    turns.entities.first { $0.name == name }?.mentions.map { turns.mentions[$0].span } ?? []
  }

  @Test("* searches the mentions of the chosen quote's speaker")
  func star() {
    var state = ReaderState.open(Self.turns, columns: 120)
    state.press(.character("]"), .character("*"))
    #expect(state.search?.query == "সালমা খাতুন")
    #expect(state.search?.matches == Self.mentions(of: "সালমা খাতুন"))
    #expect(state.search?.matches.count == 2)
    #expect(state.status.contains("of 2"))
  }

  @Test("* searches the entity that is chosen in the pane")
  func chosen() throws {
    var state = ReaderState.open(Self.turns, columns: 120)
    state.press(.character("P"), .character("P"), .tab, .end, .character("*"))
    let last = try #require(state.selection.entity.map { Self.turns.entities[$0] })
    #expect(state.selectionIndex == state.itemCount(of: .entities) - 1)
    #expect(state.search?.query == last.name)
    #expect(state.search?.matches == last.mentions.map { Self.turns.mentions[$0].span })
  }

  @Test("* says when there is nobody and nothing")
  func none() {
    var state = ReaderState.open(Articles.article("আকাশ বেশ মেঘলা।"))
    state.press(.character("*"))
    #expect(state.search == nil)
    #expect(state.status.contains("no entity is selected or on the screen"))
    state.press(.character("e"))
    #expect(state.status.contains("no entity is selected"))
  }

  @Test("e and E go from mention to mention and stop at both ends")
  func mentions() {
    var state = ReaderState.open(Self.turns, columns: 120)
    state.press(.character("e"))
    #expect(state.view == .entities)
    #expect(state.status.contains("করিম উদ্দিন: mention 1 of 2"))
    state.press(.character("e"))
    #expect(state.status.contains("করিম উদ্দিন: mention 2 of 2"))
    state.press(.character("e"))
    #expect(state.status.contains("no later mention of করিম উদ্দিন"))
    state.press(.character("E"))
    #expect(state.status.contains("করিম উদ্দিন: mention 1 of 2"))
    state.press(.character("E"))
    #expect(state.status.contains("no earlier mention of করিম উদ্দিন"))
  }

  @Test("e shows every mention of an entity in a long article", arguments: [(60, 10), (120, 12)])
  func shown(columns: Int, rows: Int) throws {
    let article = Articles.bengali
    let number = try #require(
      article.entities.indices.max {
        article.entities[$0].mentions.count < article.entities[$1].mentions.count
      })
    let mentions = article.entities[number].mentions.map { article.mentions[$0].span }
    var state = ReaderState.open(article, columns: columns, rows: rows)
    state.pane.view = .entities
    state.pane.selection.entity = number
    // The first is on the screen already.
    for step in mentions.indices.dropFirst() {
      state.press(.character("e"))
      #expect(state.status.contains("mention \(step + 1) of \(mentions.count)"))
      #expect(state.isVisible(mentions[step]))
    }
    for step in mentions.indices.dropLast().reversed() {
      state.press(.character("E"))
      #expect(state.status.contains("mention \(step + 1) of \(mentions.count)"))
      #expect(state.isVisible(mentions[step]))
    }
  }
}
