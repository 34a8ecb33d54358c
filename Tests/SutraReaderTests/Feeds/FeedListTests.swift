import SutraReader
import Testing

@Suite("The list of articles")
struct FeedListTests {
  private static let titles = [
    "হাওরে নামছে বইয়ের নৌকা, ভাসমান পাঠাগার পাচ্ছে তিন উপজেলা", "Ferry resumes after fog",
    "", "দ্বিতীয় সেতুর টোল কমছে", "Rice prices fall \u{1B}[2J in Khulna",
  ]

  /// A list of so many articles of two feeds; those with an even number are unread.
  private static func list(
    count: Int = 40, columns: Int = 120, rows: Int = 30, profile: WidthProfile = .spacing
  ) -> FeedListState {
    var table = FeedTable()
    for number in 0..<count {
      var title = titles[number % titles.count]
      title.withUTF8 {
        table.append(
          id: 1_000 + number, feed: number % 2 + 1, date: 1_795_000_000 - number * 40_000,
          isRead: number % 2 == 1, quotes: number == 3 ? 4 : -1, sources: number == 3 ? 2 : -1,
          title: $0)
      }
    }
    let feeds = [
      FeedRow(id: 1, name: "দৈনিক নদী", folder: "বাংলা", unread: (count + 1) / 2),
      FeedRow(id: 2, name: "The Ferry Post", failure: "no server", unread: 0),
    ]
    return FeedListState(
      feeds: feeds, table: table, size: ScreenSize(columns: columns, rows: rows), profile: profile,
      keyboard: "probhat")
  }

  private static func type(_ keys: [Key], _ state: inout FeedListState) -> [FeedListEffect] {
    keys.flatMap { state.update(by: .key($0)) }
  }

  private static func letters(_ text: String) -> [Key] { text.unicodeScalars.map(Key.character) }

  private static func text(_ state: FeedListState) -> String {
    state.screen().rows.map(ScreenText.letters).joined(separator: "\n")
  }

  @Test("Enter opens the chosen article, which is read from then on")
  func opening() {
    var state = Self.list()
    #expect(state.chosenArticle == 1_000)
    let effects = Self.type([.down, .down, .enter], &state)
    #expect(effects == [.mark([1_002], isRead: true), .open(1_002)])
    #expect(state.unread == 19)
    // One that was read is opened only.
    #expect(Self.type([.down, .enter], &state) == [.open(1_003)])
    #expect(state.update(by: .key(.character("q"))) == [.quit])
  }

  @Test("n and N go to unread articles, round the end")
  func unread() {
    var state = Self.list(count: 6)
    #expect(Self.type([.character("n")], &state).isEmpty)
    #expect(state.chosenArticle == 1_002)
    _ = Self.type([.character("n"), .character("n")], &state)
    #expect(state.chosenArticle == 1_000)
    _ = Self.type([.character("N")], &state)
    #expect(state.chosenArticle == 1_004)
    let all = Self.type([.character("A")], &state)
    #expect(all == [.mark([1_000, 1_002, 1_004], isRead: true)])
    _ = Self.type([.character("n")], &state)
    #expect(state.message != nil)
    #expect(state.unread == 0)
  }

  @Test("u marks as read or unread and goes on; U lists unread ones alone")
  func marking() {
    var state = Self.list(count: 6)
    #expect(Self.type([.character("u")], &state) == [.mark([1_000], isRead: true)])
    #expect(Self.type([.character("u")], &state) == [.mark([1_001], isRead: false)])
    _ = Self.type([.character("U")], &state)
    #expect(state.listedCount == 3)
    // What is read meanwhile stays in sight until the list is made anew.
    _ = Self.type([.character("u")], &state)
    #expect(state.listedCount == 3)
    _ = Self.type([.character("U"), .character("U")], &state)
    #expect(state.listedCount == 2)
  }

  @Test("a feed lists its own articles, all feeds all of them")
  func feeds() {
    var state = Self.list()
    _ = Self.type([.tab, .down, .down], &state)
    #expect(state.chosenFeed?.name == "The Ferry Post")
    #expect(state.listedCount == 20)
    #expect(Self.text(state).contains("no server"))
    #expect(Self.type([.character("r")], &state) == [.refresh(2)])
    #expect(Self.type([.character("R")], &state) == [.refresh(nil)])
    _ = state.update(by: .refreshing(.init(done: 3, total: 9, failed: 1)))
    #expect(Self.text(state).contains("3 of 9"))
    #expect(Self.type([.character("R")], &state) == [.stopRefresh])
    _ = Self.type([.up, .up, .enter], &state)
    #expect(state.focus == .articles)
    #expect(state.listedCount == 40)
  }

  @Test(
    "titles are found as they are meant, differences of spelling aside",
    arguments: [
      ("FERRY", 8), ("নৌকা", 8), ("দ্বিতীয়", 8), ("দ্বিতীয\u{9BC}", 8), ("ferry x", 0), ("ক", 16),
    ])
  func search(text: String, count: Int) {
    var state = Self.list()
    _ = Self.type([.character("/")] + Self.letters(text), &state)
    #expect(state.listedCount == count)
    #expect(state.isTyping)
    _ = Self.type([.enter], &state)
    #expect(!state.isTyping)
    #expect(state.listedCount == count)
    // q and Esc list all again first.
    #expect(Self.type([.character("q")], &state) == [])
    #expect(state.listedCount == 40)
  }

  @Test("what is typed can be taken back letter by letter")
  func typing() {
    var state = Self.list()
    _ = Self.type([.character("/")] + Self.letters("ferryz"), &state)
    #expect(state.listedCount == 0)
    _ = Self.type([.backspace], &state)
    #expect(state.listedCount == 8)
    _ = Self.type([.escape], &state)
    #expect(state.listedCount == 40)
    #expect(state.query.isEmpty)
  }

  @Test("letters of a Bengali keyboard work by their position")
  func keyboard() {
    var state = Self.list()
    // Probhat has জ where j is.
    _ = state.update(by: .key(.character("জ")))
    #expect(state.chosenArticle == 1_001)
  }

  @Test("what is chosen stays so when there are other articles")
  func reload() {
    var state = Self.list()
    _ = Self.type([.down, .down, .down], &state)
    var table = FeedTable()
    for (id, name) in [(2_000, "new"), (1_002, "a"), (1_003, "b")] {
      var name = name
      name.withUTF8 { table.append(id: id, feed: 1, date: 0, isRead: false, title: $0) }
    }
    _ = state.update(by: .loaded([FeedRow(id: 1, name: "n", unread: 3)], table))
    #expect(state.chosenArticle == 1_003)
    _ = state.update(by: .loaded([], FeedTable()))
    #expect(state.chosenArticle == nil)
    #expect(Self.type([.enter, .character("n"), .character("A"), .character("R")], &state) == [])
    #expect(Self.text(state).contains("sutra feeds add"))
  }

  @Test("titles made ready beside the list are searched, and those of an earlier list never")
  func folded() {
    var state = Self.list()
    let earlier = state.titles.folded()
    _ = state.update(by: .folded(earlier))
    _ = Self.type([.character("/")] + Self.letters("নৌকা"), &state)
    #expect(state.listedCount == 8)
    var table = FeedTable()
    for (id, name) in [(1, "Ferry"), (2, "নৌকা"), (3, "নৌকা ও ফেরি")] {
      var name = name
      name.withUTF8 { table.append(id: id, feed: 1, date: -id, isRead: false, title: $0) }
    }
    #expect(
      state.update(by: .loaded([FeedRow(id: 1, name: "n", unread: 3)], table)) == [.foldTitles])
    _ = state.update(by: .folded(earlier))
    _ = Self.type([.escape, .character("/")] + Self.letters("নৌকা"), &state)
    #expect(state.listedCount == 2)
  }

  @Test("the newest stands first, and of those of one time the one that came last")
  func order() {
    var table = FeedTable()
    let dates = [500, -3, 900, 500, .max, 0]
    for (number, date) in dates.enumerated() {
      var title = "খবর \(number)"
      title.withUTF8 {
        table.append(id: number, feed: number % 2, date: date, isRead: number == 2, title: $0)
      }
    }
    table.sort()
    #expect(table.unread() == [0: 2, 1: 3])
    var state = FeedListState(
      feeds: [], table: table, size: ScreenSize(columns: 80, rows: 20))
    var order: [Int?] = []
    for _ in dates {
      order.append(state.chosenArticle)
      _ = state.update(by: .key(.down))
    }
    #expect(order == [4, 2, 3, 0, 5, 1])
    // Titles are found where their articles are now.
    _ = Self.type([.character("/")] + Self.letters("খবর 5"), &state)
    #expect(state.chosenArticle == 5)
    #expect(state.listedCount == 1)
  }

  @Test("the list tells what was found in an article")
  func found() {
    var state = Self.list(columns: 200)
    #expect(Self.text(state).contains("4 quotes, 2 sources"))
    _ = state.update(by: .found(article: 1_000, quotes: 1, sources: 1))
    #expect(Self.text(state).contains("1 quote, 1 source"))
  }

  @Test(
    "stays within its cells at every size, and lets nothing through",
    arguments: [
      (20, 5), (21, 7), (40, 12), (59, 15), (60, 16), (80, 24), (99, 30), (100, 30), (120, 40),
      (200, 60), (1, 1), (7, 3),
    ], WidthProfile.allCases)
  func fits(size: (Int, Int), profile: WidthProfile) {
    var state = Self.list(columns: size.0, rows: size.1, profile: profile)
    ScreenInvariantTests.check(state.screen(), profile)
    for keys in [
      [.tab], [.down], [.tab], [.end], [.pageUp], [.character("?")], [.escape],
      [.character("/")] + Self.letters("নৌকা"), [.escape], [.character("U")],
    ] as [[Key]] {
      _ = Self.type(keys, &state)
      ScreenInvariantTests.check(state.screen(), profile)
      #expect(!Self.text(state).contains("\u{1B}"))
    }
  }

  @Test("any keys, clicks and sizes leave a list that can be shown")
  func random() {
    var state = Self.list()
    let keys =
      Self.letters("jkgGnNuUAr/ab?oq ") + [.tab, .enter, .escape, .backspace, .pageDown, .end]
    var seed: UInt64 = 3
    for step in 0..<3_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(seed >> 33)
      switch number % 12 {
      case 0:
        let size = ScreenSize(columns: number / 12 % 140, rows: number / 2_000 % 45)
        _ = state.update(by: .resize(size))
      case 1:
        _ = state.update(by: .mouse(MouseEvent(.press, column: number % 120, row: number % 31)))
      case 2:
        _ = state.update(by: .mouse(MouseEvent(.wheelDown, column: number % 120, row: number % 31)))
      default: _ = state.update(by: .key(keys[number / 12 % keys.count]))
      }
      if step % 10 == 0 { ScreenInvariantTests.check(state.screen()) }
    }
  }
}
