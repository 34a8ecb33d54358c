import SutraCore
import SutraWords
import Testing

@testable import SutraReader

/// Lists of the library as they were when somebody looked at them and found them right; see
/// `GoldenScreenTests` for how they are written anew.
@Suite("Golden lists")
struct GoldenListTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let language: String
    let columns: Int
    let rows: Int
    let list: String
    var testDescription: String { "\(language)-list-\(columns)x\(rows)-\(list)" }
  }

  static let cases = ["bn", "en"].flatMap { language in
    [(40, 16), (80, 24), (120, 40)].flatMap { columns, rows in
      ["articles", "narrowed", "person", "help"].map {
        Case(language: language, columns: columns, rows: rows, list: $0)
      }
    }
  }

  private static let titles = [
    ("সেতুর টোল কমছে জুনে", "দৈনিক নদী"), ("Ferry resumes after eleven weeks", "The Ferry Post"),
    ("চাঁদপুরে নতুন জেটির কাজ শুরু", "দৈনিক নদী"), ("Council votes on the harbour wall", ""),
    ("রূপপুরের দ্বিতীয় ইউনিটে জ্বালানি ভরা হবে মার্চে, জানাল মন্ত্রণালয়", "উত্তরের কণ্ঠ"),
    ("Fog keeps the island's only boat in port for a third day", "The Ferry Post"),
  ]

  private static let words = [
    ("নাজমা পারভীন", "“জুন থেকে টোল অর্ধেক হবে।”", "মেয়র · সেতুর টোল কমছে জুনে · দৈনিক নদী"),
    ("Najma Parvin", "that the ferry was safe · denies", "Ferry resumes · The Ferry Post"),
    ("নাজমা পারভীন", "জেটির কাজ এ বছরই শেষ হবে", "চাঁদপুরে নতুন জেটির কাজ শুরু"),
  ]

  private static func state(_ golden: Case) -> LibraryListState {
    let size = ScreenSize(columns: golden.columns, rows: golden.rows)
    if golden.list == "person" {
      let rows = words.enumerated().map { number, row in
        LibraryRow(
          article: number, origin: "/a.txt", date: 1_795_852_800 - number * 5_000_000,
          lead: row.0, text: row.1, detail: row.2)
      }
      return LibraryListState(
        LibraryAnswer(
          title: say("shelf.said-by", ["name": "নাজমা পারভীন"]), head: ["নাজমা পারভীন · মেয়র"],
          rows: rows, isArticles: false), size: size)
    }
    let rows = titles.enumerated().map { number, row in
      LibraryRow(
        article: number, origin: "/a.txt", date: 1_795_852_800 - number * 9_000_000, lead: row.1,
        text: row.0, outlet: row.1, quotes: number * 7, sources: number + 1,
        isRead: number % 2 == 0, isStarred: number == 1)
    }
    return LibraryListState(
      LibraryAnswer(title: say("shelf.title"), rows: rows, isArticles: true), size: size)
  }

  @Test("are drawn letter for letter and role for role", arguments: cases)
  func matches(_ golden: Case) throws {
    let language = try #require(InterfaceLanguage(golden.language))
    let drawn = language.speaking {
      var state = Self.state(golden)
      let keys = ["narrowed": "/setu\n", "help": "?"][golden.list] ?? "j"
      for key in keys.unicodeScalars {
        _ = state.update(by: .key(key == "\n" ? .enter : .character(key)))
      }
      return ScreenText.text(state.screen())
    }
    try GoldenScreen.expect(drawn, golden.testDescription)
  }
}
