import Testing

@testable import SutraLibrary

@Suite("Articles that are put in by the hundred")
struct ImportTests {
  private func article(_ number: Int, said: String, by speaker: String) -> KeptArticle {
    let text = "“\(said)”, বলেন \(speaker)।"
    let name = KeptName(name: speaker, key: speaker, words: speaker)
    return KeptArticle(
      origin: "/\(number).txt", title: "নদী", outlet: "হাওর বার্তা", author: nil, published: nil,
      language: "bn", text: text, words: "\(said) বলেন \(speaker)",
      entities: [KeptEntity(kind: "PERSON", name: name, mentions: "0-4")],
      quotes: [
        KeptQuote(
          number: 1, start: 3, end: 3 + said.utf8.count, text: said, words: said, type: "direct",
          speaker: name, kind: "named", role: nil, cue: "বলেন", act: nil, isNegated: false,
          addressee: nil, medium: nil, time: nil, percent: 90)
      ], sources: [KeptSource(name: speaker, kind: "named", quotes: 1)])
  }

  private func count(_ sql: String, in library: Library) throws -> Int {
    var count = 0
    try library.database.rows("SELECT count(*) FROM \(sql)") { count = $0.number(0) }
    return count
  }

  private func said(_ word: String, in library: Library) throws -> [String] {
    var question = QuoteQuestion()
    question.about = [[word]]
    return try library.said(question).map(\.quote.text)
  }

  @Test("refer to nothing that is not there")
  func references() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    try library.beginImport()
    try library.together { () throws(LibraryError) in
      for number in 1...200 {
        let article = article(
          number, said: "সেতু \(number)", by: number % 2 == 0 ? "নাজমা" : "করিম")
        _ = try library.keep(article, at: number)
      }
    }
    // One comes again with other words, one with other quotes in the same words.
    _ = try library.keep(article(7, said: "ঘাট", by: "নাজমা"), at: 300)
    let again = article(8, said: "সেতু 8", by: "নাজমা")
    #expect(try library.keep(again, at: 301, isRevised: true) { $1 } == .known)
    #expect(try count("pragma_foreign_key_check()", in: library) == 0)
    #expect(try count("quotes", in: library) == 201)
    #expect(try count("sources", in: library) == 201)
    #expect(try said("ঘাট", in: library) == ["ঘাট"])
    try library.check()
  }

  @Test("never have the number of a quote that was forgotten, whose words may still be known by it")
  func numbers() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    var numbers: [Int] = []
    for (number, word) in ["সেতু", "ঘাট", "বাঁধ"].enumerated() {
      let article = article(number, said: word, by: "নাজমা")
      _ = try library.keep(article, at: number)
      try library.database.rows("SELECT id FROM quotes") { numbers.append($0.number(0)) }
      #expect(try said(word, in: library) == [word])
      let isForgotten = try library.forget(article.origin) { _, text in
        text == article.text ? article.words : word
      }
      #expect(isForgotten)
    }
    #expect(numbers == [1, 2, 3])
  }

  @Test("are whole where a text is longer than the room for those of a row")
  func long() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    let long = String(repeating: "নদীর ধারে ", count: RowValues.room / 20) + "শেষ"
    var article = article(1, said: "সেতু", by: "নাজমা")
    article.text += long
    article.words += " " + long
    article.title = ""
    _ = try library.keep(article, at: 1)
    #expect(try library.keptText(of: "/1.txt")?.text == article.text)
    #expect(try library.find([["শেষ"]], most: 5).map(\.article.origin) == ["/1.txt"])
    #expect(try said("সেতু", in: library) == ["সেতু"])
  }

  @Test("keep each name, role and word of a quote apart, however many stand in a row")
  func packed() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    var article = article(1, said: "সেতু", by: "নাজমা")
    let speakers = (1...40).map { number in
      KeptName(name: "Speaker \(number)", key: "speaker \(number)", words: "speaker \(number)")
    }
    article.quotes = (0..<80).map { number in
      KeptQuote(
        number: number + 1, start: 3, end: 3, text: number % 3 == 0 ? "" : "said \(number)",
        words: "said \(number)", type: "indirect",
        speaker: number % 5 == 0 ? nil : speakers[number % 40],
        kind: number % 5 == 0 ? nil : "named", role: number % 2 == 0 ? "mayor" : nil, cue: "",
        act: nil, isNegated: number % 7 == 0, addressee: nil, medium: "radio \(number)",
        time: nil, percent: number)
    }
    _ = try library.keep(article, at: 1)
    for number in 0..<80 {
      var question = QuoteQuestion()
      question.about = [["\(number)"]]
      let found = try library.said(question).map(\.quote)
      let quote = try #require(found.first)
      #expect(found.count == 1)
      #expect(quote.text == article.quotes[number].text)
      #expect(quote.speaker?.name == article.quotes[number].speaker?.name)
      #expect(quote.kind == article.quotes[number].kind)
      #expect(quote.role == article.quotes[number].role)
      #expect(quote.cue == "")
      #expect(quote.addressee == nil)
      #expect(quote.isNegated == article.quotes[number].isNegated)
      #expect(quote.medium == "radio \(number)")
      #expect(quote.percent == number)
    }
  }

  @Test("tell a speaker once who is spelt with one letter here and with a letter and its dot there")
  func spellings() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    for (number, speaker) in ["স্থানী\u{9DF}রা", "স্থানী\u{9AF}\u{9BC}রা"].enumerated() {
      var article = article(number, said: "সেতু", by: speaker)
      article.entities = []
      article.quotes[0].speaker = KeptName(name: speaker, key: "locals", words: "locals")
      _ = try library.keep(article, at: number)
    }
    #expect(try count("quotes WHERE speaker IS NULL AND name = 1", in: library) == 2)
  }
}
