import SutraCore
import SutraResources
import Testing

@testable import SutraReader

@Suite("The list of what was read")
struct LibraryListTests {
  private static func rows(_ count: Int = 40) -> [LibraryRow] {
    (0..<count).map { number in
      LibraryRow(
        article: number, origin: "/a\(number).txt", date: 1_795_000_000 - number * 40_000,
        lead: number % 2 == 0 ? "দৈনিক নদী" : "The Ferry Post",
        text: number % 3 == 0 ? "সেতুর টোল কমছে \(number)" : "Ferry \u{1B}[2J resumes \(number)",
        outlet: number % 2 == 0 ? "দৈনিক নদী" : "The Ferry Post", quotes: number, sources: 2,
        isRead: number % 4 != 0)
    }
  }

  private static func list(
    _ count: Int = 40, columns: Int = 120, rows: Int = 30, isArticles: Bool = true,
    head: [String] = []
  ) -> LibraryListState {
    LibraryListState(
      LibraryAnswer(title: "Articles", head: head, rows: Self.rows(count), isArticles: isArticles),
      size: ScreenSize(columns: columns, rows: rows))
  }

  private static func type(_ text: String, _ state: inout LibraryListState) -> [LibraryListEffect] {
    text.unicodeScalars.flatMap { scalar in
      state.update(by: .key(scalar == "\n" ? .enter : .character(scalar)))
    }
  }

  private static func text(_ state: LibraryListState) -> String {
    state.screen().rows.map(ScreenText.letters).joined(separator: "\n")
  }

  @Test("Enter opens the chosen row at its words, and it is read from then on")
  func opening() throws {
    var state = Self.list()
    let effects = Self.type("jjjj\n", &state)
    guard case .open(let row)? = effects.first else {
      Issue.record("nothing is opened: \(effects)")
      return
    }
    #expect(row.article == 4 && row.isRead)
    #expect(Self.type("U", &state) == [])
    #expect(state.listedCount == 9)
  }

  @Test("typing narrows it in either script and case, Esc takes one condition back after the other")
  func narrowing() {
    var state = Self.list()
    _ = Self.type("/টোল\n", &state)
    #expect(state.listedCount == 14)
    _ = Self.type("o", &state)
    #expect(state.listedCount == 7)
    #expect(Self.text(state).contains("with 'টোল'"))
    #expect(state.update(by: .key(.escape)) == [])
    #expect(state.listedCount == 20)
    #expect(state.update(by: .key(.escape)) == [])
    #expect(state.listedCount == 40)
    #expect(state.update(by: .key(.escape)) == [.quit])
    _ = Self.type("/FERRY post\n", &state)
    #expect(state.listedCount == 20)
  }

  @Test("sorts by outlet, words and quotes, and what is chosen stays chosen")
  func order() {
    var state = Self.list()
    _ = Self.type("jjj", &state)
    let chosen = state.chosenRow?.article
    _ = Self.type("s", &state)
    #expect(state.chosenRow?.article == chosen)
    _ = Self.type("ssg", &state)
    #expect(state.chosenRow?.quotes == 39)
    _ = Self.type("sg", &state)
    #expect(state.chosenRow?.article == 0)
  }

  @Test(
    "outlets, speakers and words stand in the order of Bengali dictionaries, not of code points")
  func dictionaryOrder() {
    // A nasal mark comes behind the vowels in dictionaries, and before them in Unicode.
    let speakers = ["রাশেদা খাতুন", "আঁখি দাস", "আকবর আলী", "ঢাকা ওয়াসা", "ড়েলা", "Ada Bell"]
    let rows = speakers.map { LibraryRow(article: 1, origin: "/a", date: 0, lead: $0, text: $0) }
    var state = LibraryListState(
      LibraryAnswer(title: "উদ্ধৃতি", rows: rows, isArticles: false),
      size: ScreenSize(columns: 80, rows: 24))
    for _ in 0..<2 {
      _ = Self.type("s", &state)
      #expect(state.listed.map { state.rows[Int($0)].lead } == ListOrder.builtIn.sorted(speakers))
      #expect(state.listed.map { state.rows[Int($0)].lead } != speakers.sorted())
    }
  }

  @Test("stars, marks and takes out, and puts back what was taken out last")
  func marking() {
    var state = Self.list(4)
    #expect(Self.type("*", &state) == [.star(0, true)])
    #expect(Self.type("S", &state) == [])
    #expect(state.listedCount == 1)
    _ = Self.type("S", &state)
    #expect(Self.type("u", &state) == [.mark(0, isRead: true)])
    #expect(state.chosenRow?.article == 1)
    #expect(Self.type("dd", &state) == [.takeOut(1), .takeOut(2)])
    #expect(state.listedCount == 2)
    #expect(Self.type("z", &state) == [.putBack(2)])
    #expect(state.chosenRow?.article == 2)
    #expect(Self.type("zz", &state) == [.putBack(1)])
    #expect(!state.hasTakenOut)
    var answers = Self.list(4, isArticles: false)
    #expect(Self.type("d", &answers) == [])
    #expect(answers.message != nil)
  }

  @Test("every row has the ground of the text, whatever else it is")
  func grounds() {
    let state = Self.list(head: ["3 quotes", "names: নাজমা"])
    let screen = state.screen()
    for row in screen.rows.indices.dropLast() where row != 2 {
      #expect(screen.rows[row].allSatisfy { $0.roles.contains(RoleSet(.text)) }, "\(row)")
    }
  }

  @Test(
    "fits any window, and nothing in it reaches the terminal as a control sequence",
    arguments: [(20, 5), (40, 16), (80, 24), (120, 40), (10, 3)])
  func drawing(columns: Int, rows: Int) {
    var state = Self.list(columns: columns, rows: rows, head: ["3 quotes", "names: নাজমা"])
    for keys in ["", "jjjjjjjj", "?", "?/টোল", "G"] {
      _ = Self.type(keys, &state)
      let screen = state.screen()
      #expect(screen.rows.count == rows)
      for row in screen.rows {
        #expect(row.reduce(0) { $0 + $1.columns } <= columns)
        #expect(!row.contains { $0.bytes.contains(0x1B) })
      }
    }
  }

  @Test("tells of a person above what they said")
  func head() {
    let state = Self.list(isArticles: false, head: ["3 quotes, named in 2 articles"])
    #expect(ScreenText.letters(state.screen().rows[0]).contains("3 quotes, named in 2 articles"))
  }

  @Test("takes options behind :said as on the command line, and no others")
  func said() throws {
    let said = try #require(
      LibraryQuestion.Said("সেতু --speaker নাজমা পারভীন --type direct --since 2026-03-01"))
    #expect(said.about == "সেতু")
    #expect(said.speaker == "নাজমা পারভীন")
    #expect(said.type == "direct")
    #expect(said.since == "2026-03-01")
    #expect(LibraryQuestion.Said("--kind bogus") == nil)
    #expect(LibraryQuestion.Said("--speaker") == nil)
    #expect(LibraryQuestion.Said("--colour red") == nil)
  }

  @Test("older rows come behind the others, and what is chosen and how it is sorted stays so")
  func olderRows() {
    var state = LibraryListState(
      LibraryAnswer(title: "Articles", rows: Array(Self.rows(90)[..<40]), isArticles: true),
      size: ScreenSize(columns: 120, rows: 30))
    _ = Self.type("jjj", &state)
    #expect(state.update(by: .more(Array(Self.rows(90)[40..<70]))) == [])
    #expect(state.listedCount == 70)
    #expect(state.chosenRow?.article == 3)
    _ = Self.type("/টোল\n", &state)
    #expect(state.listedCount == 24)
    _ = state.update(by: .more(Array(Self.rows(90)[70...])))
    #expect(state.listedCount == 30)
    _ = state.update(by: .key(.escape))
    #expect(state.listedCount == 90)
  }
}
