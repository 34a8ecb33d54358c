import SutraCore
import Testing

@testable import SutraLibrary

@Suite("Who is quoted and named, in the indices of words")
struct MarksTests {
  private func name(_ name: String) -> KeptName {
    let key = name.lowercased()
    return KeptName(name: name, key: key, words: key)
  }

  /// An article in which some say something, and others are named.
  private func article(
    _ origin: String, _ said: [(name: String?, kind: String, words: String)],
    naming others: [String] = []
  ) -> KeptArticle {
    let text = said.map(\.words).joined(separator: " ")
    let quotes = said.enumerated().map { number, quote in
      KeptQuote(
        number: number + 1, start: 0, end: 1, text: quote.words, words: quote.words,
        type: "direct", speaker: quote.name.map { name($0) }, kind: quote.kind, role: nil, cue: nil,
        act: nil, isNegated: false, addressee: nil, medium: nil, time: nil, percent: 90)
    }
    let named = said.compactMap(\.name) + others
    return KeptArticle(
      origin: origin, title: "", outlet: "", author: nil, published: nil, language: "en",
      text: text, words: text,
      entities: named.map { KeptEntity(kind: "PERSON", name: name($0), mentions: "0-1") },
      quotes: quotes, sources: [])
  }

  private func said(
    _ library: Library, by name: String? = nil, kind: String? = nil, about word: String? = nil
  ) throws -> [String] {
    var question = QuoteQuestion()
    if let name { question.speaker = NameQuestion([[name]]) }
    question.kind = kind
    if let word { question.about = [[word]] }
    return try library.said(question).map(\.quote.text)
  }

  private func filled() throws -> (folder: LibraryFolder, library: Library) {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    let articles = [
      article(
        "/a", [("Ann Hale", "named", "the pier opens"), (nil, "anonymous", "the pier is closed")]),
      article("/b", [("নাজমা পারভীন", "named", "সেতু খুলবে")], naming: ["Ann Hale"]),
      article("/c", [("Ann Hale", "pronoun", "the boat waits")]),
    ]
    for (day, article) in articles.enumerated() { _ = try library.keep(article, at: day) }
    return (folder, library)
  }

  @Test("lead to what somebody said, however they are named, and on what")
  func questions() throws {
    let (_, library) = try filled()
    #expect(try said(library, by: "hale") == ["the boat waits", "the pier opens"])
    #expect(try said(library, by: "hale", kind: "named") == ["the pier opens"])
    #expect(try said(library, by: "পারভীন") == ["সেতু খুলবে"])
    #expect(try said(library, kind: "anonymous") == ["the pier is closed"])
    #expect(try said(library, kind: "anonymous", about: "boat") == [])
    #expect(try said(library, by: "hale", about: "pier") == ["the pier opens"])
    #expect(try said(library, by: "nobody") == [])
    #expect(try library.find([["1"]], most: 9).isEmpty)
  }

  @Test("are those of what is found now, and go with what is forgotten")
  func revised() throws {
    let (_, library) = try filled()
    var other = article("/a", [("Tom Reed", "named", "the pier opens")])
    other.text = "the pier opens the pier is closed"
    other.words = other.text
    _ = try library.keep(other, at: 9, isRevised: true) { $1 }
    #expect(try said(library, by: "reed") == ["the pier opens"])
    #expect(try said(library, by: "hale") == ["the boat waits"])
    #expect(try said(library, kind: "anonymous") == [])
    let names = WordHits.names([1])
    func named() throws -> [Int] {
      var versions: [Int] = []
      try library.database.rows(WordHits.rows(.articles, "?1"), [.text(names)]) {
        versions.append($0.number(0))
      }
      return versions.sorted()
    }
    #expect(try named() == [2, 3])
    #expect(try library.forget("/b") { $1 })
    #expect(try named() == [3])
    #expect(try library.find([["pier"]], most: 9).map(\.article.origin) == ["/a"])
    #expect(try library.forget("/a") { $1 })
    #expect(try library.find([["pier"]], most: 9).isEmpty)
    #expect(try said(library, by: "reed") == [])
    try library.check()
  }

  @Test(
    "tell with whom somebody is named: the most frequent first, then by name, in what counts now")
  func others() throws {
    let (_, library) = try filled()
    let said = [(name: Optional("Ann Hale"), kind: "named", words: "it rains")]
    _ = try library.keep(article("/d", said, naming: ["Tom Reed", "Zoe Cole", "Abe Cole"]), at: 5)
    _ = try library.keep(article("/e", said, naming: ["Tom Reed", "Eve Dale"]), at: 6)
    // Another version takes the place of one, which does not count any more.
    var changed = article("/e", said, naming: ["Tom Reed"])
    changed.text += " again"
    changed.outlet = "The Post"
    _ = try library.keep(changed, at: 8)
    let (persons, found) = try library.who(
      NameQuestion([["hale"]]), most: 2, PersonIdentity(LanguageLibrary([])))
    let dossier = try #require(found)
    #expect(persons.map(\.quotes) == [4])
    #expect(dossier.quotes == 4)
    #expect(dossier.articles == 5)
    #expect(dossier.outlets == [CountedName(name: "The Post", count: 1, first: 8, last: 8)])
    // The day of an article is that on which it came first.
    #expect(
      dossier.others == [
        CountedName(name: "Tom Reed", count: 2, first: 5, last: 6),
        CountedName(name: "Abe Cole", count: 1, first: 5, last: 5),
        CountedName(name: "Zoe Cole", count: 1, first: 5, last: 5),
        CountedName(name: "নাজমা পারভীন", count: 1, first: 1, last: 1),
      ])
    var newest: [String] = []
    try library.eachQuote(of: dossier) { newest.append($0.origin) }
    #expect(newest == ["/e", "/d"])
  }

  @Test("names that were not written after all are put in when they come again")
  func takenBack() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    #expect(throws: LibraryError.self) {
      try library.together { () throws(LibraryError) in
        _ = try library.keep(article("/a", [("Ann Hale", "named", "the pier opens")]), at: 1)
        throw .busy(path: folder.path)
      }
    }
    _ = try library.keep(article("/a", [("Ann Hale", "named", "the pier opens")]), at: 2)
    #expect(try said(library, by: "hale") == ["the pier opens"])
  }

  @Test("are no words of the library, when it is made anew either")
  func rescued() throws {
    let (folder, library) = try filled()
    _ = library
    _ = try Library.rescue(folder.path, at: 5) { $1 }
    let again = try Library(path: folder.path)
    #expect(try said(again, by: "hale", about: "boat") == ["the boat waits"])
    #expect(try said(again, kind: "anonymous") == ["the pier is closed"])
    #expect(try again.words(beginning: "§").isEmpty)
  }

  @Test("lists come in pages, however many articles came in one second")
  func pages() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    try library.together { () throws(LibraryError) in
      for number in 0..<1_203 {
        _ = try library.keep(article("/\(number)", []), at: number < 900 ? 7 : number)
      }
    }
    var origins: [String] = []
    try library.eachKept { origins.append($0.origin) }
    #expect(origins == (0..<1_203).reversed().map { "/\($0)" })
    var (last, pages): (KeptRow?, [Int]) = (nil, [])
    repeat {
      let page = try library.kept(behind: last, most: 400)
      pages.append(page.count)
      last = page.last
    } while pages.last == 400
    #expect(pages == [400, 400, 400, 3])
  }
}
