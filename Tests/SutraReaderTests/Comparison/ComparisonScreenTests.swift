import SutraCore
import Testing

@testable import SutraReader

@Suite("Two articles beside each other")
struct ComparisonScreenTests {
  private static func text(_ changes: Bool) -> String {
    (1...60).map { number in
      changes && number % 20 == 0
        ? "অনুচ্ছেদ \(number): নদীর ধারে ৭ জন নতুন মানুষ ছিলেন।" : "অনুচ্ছেদ \(number): নদীর ধারে ৫ জন মানুষ ছিলেন।"
    }.joined(separator: "\n\n")
  }
  private static let old = Articles.article(text(false), id: "old.txt")
  private static let new = Articles.article(text(true), id: "new.txt")

  private func compared(columns: Int = 100, rows: Int = 24) -> ReaderState {
    var state = ReaderState.open(Self.old, columns: columns, rows: rows)
    #expect(state.run(command: "compare new.txt") == [.compare("new.txt")])
    _ = state.update(by: .compared(ComparedArticles(Self.old, Self.new)))
    return state
  }

  @Test("shows both names and both texts, at every size", arguments: [20, 40, 80, 120])
  func sides(columns: Int) {
    let state = compared(columns: columns)
    let screen = state.screen()
    ScreenInvariantTests.check(screen)
    #expect(state.line(0).contains("old.txt") && state.line(0).contains("new.txt"))
    #expect(state.comparing?.articles.differences.isEmpty == false)
  }

  @Test("] and [ go from difference to difference, and both sides show it in the same row")
  func jumps() throws {
    var state = compared()
    state.press(.character("]"))
    #expect(state.status.contains("1 of"))
    let row = try #require((1..<23).first { state.line($0).contains("20:") })
    #expect(state.line(row).components(separatedBy: "20:").count == 3)
    let marked = state.screen().rows[1..<23].flatMap { $0 }
      .filter { $0.roles.contains(RoleSet(.currentMatch)) }.map(\.text)
    #expect(!marked.isEmpty)
    state.press(.character("]"))
    state.press(.character("["))
    #expect(state.status.contains("1 of"))
    state.press(.character("["))
    #expect(state.status.contains("no earlier difference"))
  }

  @Test("turns both sides together")
  func together() {
    var state = compared()
    for _ in 0..<4 { state.press(.character(" ")) }
    let numbers = state.line(1).split(separator: "│").compactMap {
      $0.split { !$0.isNumber }.first.map(String.init)
    }
    #expect(numbers.count == 2 && numbers[0] == numbers[1])
    state.press(.character("G"))
    #expect((1..<23).contains { state.line($0).components(separatedBy: "60:").count == 3 })
  }

  @Test("Enter goes to the place in the article, q back to where it was")
  func leaves() {
    var state = compared()
    let top = state.top
    state.press(.character("]"))
    state.press(.character("q"))
    #expect(state.comparing == nil && state.top == top)
    _ = state.update(by: .compared(ComparedArticles(Self.old, Self.new)))
    state.press(.character("]"), .enter)
    #expect(state.comparing == nil)
    #expect((0..<23).contains { state.line($0).contains("20:") })
  }

  @Test("waits for the analysis, and follows the window")
  func waits() {
    var state = ReaderState(
      article: Article(document: Self.old.document), size: ScreenSize(columns: 80, rows: 24))
    #expect(state.run(command: "compare x") == [])
    #expect(state.status.contains("reading"))
    state = compared()
    _ = state.update(by: .resize(ScreenSize(columns: 60, rows: 12)))
    ScreenInvariantTests.check(state.screen())
    #expect(state.screen().size == ScreenSize(columns: 60, rows: 12))
  }
}
