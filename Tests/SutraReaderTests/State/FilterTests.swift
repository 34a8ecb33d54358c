import SutraCore
import Testing

@testable import SutraReader

@Suite("Filters")
struct FilterTests {
  private static let article = Articles.bengali

  private static func numbers(where fits: (Int) -> Bool) -> [Int] {
    article.quotations.indices.filter(fits)
  }

  private static func run(_ command: String, _ state: inout ReaderState) {
    state.press(.character(":"))
    state.type(command)
    state.press(.enter)
  }

  @Test(
    "list what fits one condition",
    arguments: [
      "speaker মাহবুবা নাসরিন", "kind named", "kind role", "kind pronoun", "kind collective",
      "kind anonymous", "kind media", "kind document", "kind implicit", "type direct",
      "type indirect", "type mixed", "doubtful",
    ])
  func one(condition: String) {
    let article = Self.article
    let expected = Self.numbers { number in
      let speaker = article.attributions[number].speaker
      let value = condition.split(separator: " ").dropFirst().joined(separator: " ")
      return switch condition.split(separator: " ")[0] {
      case "speaker": speaker?.name == value
      case "kind": speaker?.kind.rawValue == value
      case "type": article.quotations[number].form.rawValue == value
      default: article.quotations[number].confidence < 0.5
      }
    }
    var state = ReaderState.open(article, columns: 120, rows: 40)
    Self.run("filter \(condition)", &state)
    #expect(state.listedQuotations == expected)
    #expect(state.status.contains("\(ReaderText.quotes(expected.count)) of 22"))
    ScreenInvariantTests.check(state.screen())
    state.press(.character("c"))
    #expect(state.listed == nil && state.filter.isEmpty)
    #expect(state.status.contains("all quotes"))
  }

  @Test("the conditions of this article are no empty ones")
  func fixture() {
    let kinds = Set(Self.article.attributions.compactMap(\.speaker?.kind))
    #expect(kinds.count >= 6)
    #expect(Set(Self.article.quotations.map(\.form)).count == 3)
  }

  @Test("hold together: all of them, and any of several kinds or types")
  func combined() {
    let article = Self.article
    var state = ReaderState.open(article, columns: 120, rows: 40)
    Self.run("filter kind role", &state)
    Self.run("filter kind pronoun", &state)
    Self.run("filter type direct", &state)
    #expect(
      state.listedQuotations
        == Self.numbers {
          let kind = article.attributions[$0].speaker?.kind
          return (kind == .role || kind == .pronoun) && article.quotations[$0].form == .direct
        })
    #expect(!state.listedQuotations.isEmpty)
    Self.run("filter speaker মাহবুবা", &state)
    #expect(
      state.listedQuotations.allSatisfy {
        article.attributions[$0].speaker?.name == "মাহবুবা নাসরিন"
      })
    state.press(.escape)
    #expect(state.status.contains("only মাহবুবা নাসরিন, role, pronoun, direct"))
    // The same condition again takes it away.
    Self.run("filter kind role", &state)
    #expect(state.filter.kinds == [.pronoun])
    Self.run("filter", &state)
    #expect(state.filter.isEmpty)
  }

  @Test("] and [ go through what is listed only")
  func jumps() {
    var state = ReaderState.open(Self.article, columns: 120, rows: 20)
    Self.run("filter type direct", &state)
    let listed = state.listedQuotations
    #expect(listed.count > 3)
    state.press(.character("g"))
    var seen: [Int?] = [state.selection.quotation]
    for _ in listed.dropFirst() {
      state.press(.character("]"))
      seen.append(state.selection.quotation)
    }
    #expect(seen == listed)
    state.press(.character("]"))
    #expect(state.status.contains("no quote after this one"))
    for number in listed.dropLast().reversed() {
      state.press(.character("["))
      #expect(state.selection.quotation == number)
    }
    state.press(.character("["))
    #expect(state.status.contains("no quote before this one"))
  }

  @Test("the pane lists what is left, with the numbers of the article")
  func pane() {
    var state = ReaderState.open(Self.article, columns: 120, rows: 40)
    Self.run("filter kind collective", &state)
    let listed = state.listedQuotations
    let text = ScreenText.text(state.screen())
    #expect(text.contains(" Quotes \(listed.count) "))
    for number in listed { #expect(text.contains("\(number + 1) ")) }
    #expect(!text.contains(" 1 মাহবুবা নাসরিন"))
    #expect(text.contains("\(listed.count) listed"))
    state.press(.tab, .end)
    #expect(state.selection.quotation == listed.last)
    state.press(.home)
    #expect(state.selection.quotation == listed.first)
  }

  @Test("the rest of the article is dimmed, and the words that are listed are not")
  func dims() throws {
    var state = ReaderState.open(Self.article, columns: 120, rows: 60)
    func isDimmed(_ span: Span) throws -> Bool {
      let position = state.layout.position(of: span.start)
      let row = state.layout.distance(from: state.top, to: position, limit: 100)
      let bytes = state.article.document.text.bytes
      let start = try #require(state.layout.row(at: position)).span.start
      let column =
        1
        + bytes.withUnsafeBufferPointer {
          CellReader(profile: .spacing).columns(of: Span(start: start, end: span.start), of: $0)
        }
      let runs = state.screen().rows[row]
      let found = runs.last { $0.column <= column && column < $0.column + $0.columns }
      return try #require(found).roles.contains(RoleSet(.dimmed))
    }
    let anywhere = state.screen().rows.joined().contains { $0.roles.contains(RoleSet(.dimmed)) }
    #expect(!anywhere)
    Self.run("filter type direct", &state)
    state.press(.character("g"))
    for number in Self.article.quotations.indices
    where state.visibleSpan.contains(Self.article.quotations[number].content) {
      let isListed = Self.article.quotations[number].form == .direct
      #expect(try isDimmed(Self.article.quotations[number].content) == !isListed, "\(number)")
    }
    state.press(.character("c"))
    #expect(!state.screen().rows.joined().contains { $0.roles.contains(RoleSet(.dimmed)) })
  }

  @Test("S lists what the chosen quote's speaker says, and again all")
  func thisSpeaker() {
    var state = ReaderState.open(Articles.turns, columns: 120)
    state.press(.character("]"), .character("S"))
    #expect(state.listedQuotations == [1, 3])
    #expect(state.selection.quotation == 1)
    state.press(.character("]"))
    #expect(state.selection.quotation == 3)
    state.press(.character("S"))
    #expect(state.listed == nil)
    var empty = ReaderState.open(Articles.long)
    empty.press(.character("S"))
    #expect(empty.status.contains("no quote is selected"))
  }

  @Test("a filter that leaves nothing says so in the pane and at ]")
  func nothingLeft() {
    var state = ReaderState.open(Articles.turns, columns: 120)
    Self.run("filter kind anonymous", &state)
    #expect(state.listedQuotations.isEmpty && state.selection.quotation == nil)
    #expect(ScreenText.text(state.screen()).contains("the filter leaves no quote; c clears it"))
    state.press(.character("]"))
    #expect(state.status.contains("the filter leaves no quote; c clears it"))
    state.press(.tab, .character("j"))
    #expect(state.status.contains("the list is empty"))
    ScreenInvariantTests.check(state.screen())
    state.press(.escape, .character("c"))
    #expect(state.selection.quotation != nil)
  }

  @Test("the choice moves to the next quote that is left")
  func choice() {
    var state = ReaderState.open(Articles.turns, columns: 120)
    state.press(.character("]"), .character("]"))
    #expect(state.selection.quotation == 2)
    Self.run("filter speaker সালমা খাতুন", &state)
    #expect(state.selection.quotation == 3)
  }

  @Test("a filter that is set before the analysis is done holds for what comes")
  func early() {
    var state = ReaderState(
      article: Article(document: Articles.turns.document), size: ScreenSize(columns: 120, rows: 24))
    Self.run("filter type direct", &state)
    _ = state.update(by: .analysis(Articles.turns, isComplete: true))
    #expect(state.listedQuotations.allSatisfy { Articles.turns.quotations[$0].form == .direct })
    #expect(state.filter.forms == [.direct])
  }
}
