import SutraCore
import Testing

@testable import SutraReader

@Suite("Search by role")
struct RoleSearchTests {
  private static let article = Articles.turns

  private static func texts(_ query: String) throws -> [String] {
    try TextSearch(query, in: article).matches.map { article.document.text[$0] }
  }

  @Test(
    "speaker: finds what somebody says, by any part of the name",
    arguments: [
      ("speaker:করিম", [0, 2]), ("speaker: সালমা", [1, 3]), ("speaker:উদ্দিন", [0, 2]),
      ("speaker:হিমালয়", []), ("speaker:ন", [0, 1, 2, 3]),
    ])
  func speaker(query: String, quotations: [Int]) throws {
    let search = try TextSearch(query, in: Self.article)
    #expect(search.matches == quotations.map { Self.article.quotations[$0].content })
    #expect(search.query == query)
  }

  @Test("cue: finds the words that report")
  func cue() throws {
    #expect(try Self.texts("cue:জানান") == ["জানান"])
    let cues = Self.article.quotations.compactMap(\.cue).map { Self.article.document.text[$0] }
    #expect(try Self.texts("cue:বলেন") == cues.filter { $0.contains("বলেন") })
    #expect(try Self.texts("cue:বলেন").count == 3)
    #expect(try Self.texts("cue:হাসেন") == [])
  }

  @Test(
    "kind: finds the mentions of a kind, by its name in either spelling",
    arguments: [
      ("kind:place", EntityKind.place), ("kind:person", .person), ("kind: person", .person),
      ("kind:PERSON", .person), ("kind:organisation", .organization),
      ("kind:organization", .organization),
      ("kind:work", .work), ("kind:event", .event), ("kind:date", .date),
      ("kind:quantity", .quantity),
    ])
  func kind(query: String, kind: EntityKind) throws {
    let expected = Articles.bengali.mentions.filter { $0.kind == kind }.map(\.span)
    #expect(try TextSearch(query, in: Articles.bengali).matches == expected)
  }

  @Test("type: finds the quotes of a form", arguments: QuotationForm.allCases)
  func form(form: QuotationForm) throws {
    let article = Articles.bengali
    let expected = article.quotations.filter { $0.form == form }.map(\.content).sorted()
    #expect(try TextSearch("type:\(form.rawValue)", in: article).matches == expected)
    #expect(try TextSearch("type:\(form.rawValue.uppercased())", in: article).matches == expected)
    #expect(form == .mixed || !expected.isEmpty)
  }

  @Test(
    "a mistake is one sentence that names what would be right",
    arguments: [
      ("speaker:", "'speaker:' needs a part of a name or word behind it"),
      ("speaker:  ", "'speaker:' needs a part of a name or word behind it"),
      ("cue:", "'cue:' needs a part of a name or word behind it"),
      (
        "kind:",
        "there is no kind ''; the kinds are person place organisation work event date quantity"
      ),
      (
        "kind:নদী",
        "there is no kind 'নদী'; the kinds are person place organisation work event date quantity"
      ),
      ("type:loud", "there is no type 'loud'; the types are direct indirect mixed"),
      ("type:", "there is no type ''; the types are direct indirect mixed"),
    ])
  func mistakes(query: String, message: String) {
    #expect(throws: SearchQuery.Mistake(message: message)) {
      try TextSearch(query, in: Self.article)
    }
    var state = ReaderState.open(Self.article, columns: 120)
    state.press(.character("/"))
    state.type(query)
    state.press(.enter)
    #expect(state.message == message)
    #expect(state.search == nil && state.prompt == nil)
  }

  @Test(
    "a colon that follows no role is a sign like others",
    arguments: ["12:30", "মন্তব্য: না", ":", "Speaker:x"])
  func colon(query: String) throws {
    #expect(try SearchQuery(query) == .words(query))
    #expect(try !TextSearch(query, in: Articles.article("ক \(query) খ")).matches.isEmpty)
  }
}
