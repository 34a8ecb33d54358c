import SutraCore
import Testing

@testable import SutraLibrary

@Suite("Corrections and notes in the library")
struct CorrectionsTests {
  private func anchor(_ words: String, _ place: Int = 4) -> TextAnchor {
    TextAnchor(exact: words, prefix: "আগে\n\t", suffix: "পরে", place: place)
  }

  private func article(_ origin: String, text: String = "সেতু খুলবে") -> KeptArticle {
    KeptArticle(
      origin: origin, title: "", outlet: "", author: nil, published: nil, language: "bn",
      text: text, words: text, entities: [],
      quotes: [
        KeptQuote(
          number: 1, start: 0, end: text.utf8.count, text: text, words: text, type: "direct",
          speaker: nil, kind: nil, role: nil, cue: nil, act: nil, isNegated: false, addressee: nil,
          medium: nil, time: nil, percent: 90)
      ], sources: [])
  }

  @Test("corrections come back as they were, in their order, and the last is taken back first")
  func corrections() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    let all: [Correction] = [
      .noQuotation(anchor("এক")), .noName(anchor("দুই")),
      .quotation(QuotationCorrection(at: anchor("তিন"))),
      .quotation(
        QuotationCorrection(
          at: anchor("চার"), content: anchor("চা", 8), form: .mixed, cue: anchor("বলেন", 30),
          speaker: .somebody(name: "নাজমা পারভীন", kind: .role, at: anchor("মেয়র", 2)))),
      .quotation(QuotationCorrection(at: anchor("পাঁচ"), speaker: .nobody)),
      .quotation(
        QuotationCorrection(
          at: anchor("ছয়"), speaker: .somebody(name: nil, kind: .anonymous, at: nil))),
      .name(NameCorrection(at: anchor("সাত"), kind: .place)),
      .name(NameCorrection(at: anchor("আট"), name: "ঢাকা", isEverywhere: false)),
    ]
    #expect(try library.add(all, to: "/a.txt", at: 5) == false)
    _ = try library.keep(article("/a.txt"), at: 1)
    #expect(try library.add(all, to: "/a.txt", at: 5))
    let again = try Library(path: folder.path)
    #expect(try again.corrections(of: "/a.txt") == all)
    #expect(try again.corrections() == ["/a.txt": all])
    #expect(try again.undoCorrection(of: "/a.txt"))
    #expect(try library.corrections(of: "/a.txt") == all.dropLast())
    #expect(try library.undoCorrection(of: "/b.txt") == false)
    _ = try library.forget("/a.txt") { $1 }
    #expect(try library.corrections().isEmpty)
  }

  @Test("notes stand on words, the newest first, and go one by one")
  func notes() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    _ = try library.keep(article("/a.txt"), at: 1)
    #expect(try library.note("যাচাই করো", on: anchor("সেতু"), of: "/a.txt", at: 7))
    #expect(try library.note("ask", on: anchor("খুলবে"), of: "/a.txt", at: 8))
    #expect(try library.note("x", on: anchor("x"), of: "/none", at: 8) == false)
    let notes = try library.notes(of: "/a.txt")
    #expect(notes.map(\.text) == ["ask", "যাচাই করো"])
    #expect(notes[1].anchor == anchor("সেতু"))
    try library.remove(note: notes[0].id)
    #expect(try library.notes().map(\.text) == ["যাচাই করো"])
  }

  @Test("what was found otherwise in the same text takes the place of what was found before")
  func revised() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    _ = try library.keep(article("/a.txt"), at: 1)
    var other = article("/a.txt")
    other.quotes[0].end = "সেতু".utf8.count
    other.quotes[0].text = "সেতু"
    other.quotes[0].words = "সেতু"
    #expect(try library.keep(other, at: 2, isRevised: true) == .known)
    var all = QuoteQuestion()
    #expect(try library.said(all).map(\.quote.text) == ["সেতু"])
    all.about = [["খুলবে"]]
    #expect(try library.said(all).isEmpty)
    try library.check()
  }

  @Test("an article that is taken out is in no answer, and comes back whole or is forgotten")
  func takenOut() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    _ = try library.keep(article("/a.txt"), at: 1)
    _ = try library.keep(article("/b.txt"), at: 2, isRead: true)
    var rows: [KeptRow] = []
    try library.eachKept { rows.append($0) }
    #expect(rows.map(\.isRead) == [true, false])
    try library.takeOut(kept: rows[0].id)
    #expect(try library.said(QuoteQuestion()).map(\.origin) == ["/a.txt"])
    try library.putBack(kept: rows[0].id)
    #expect(try library.said(QuoteQuestion()).count == 2)
    try library.takeOut(kept: rows[0].id)
    try library.forgetGone { $1 }
    try library.putBack(kept: rows[0].id)
    #expect(try library.said(QuoteQuestion()).map(\.origin) == ["/a.txt"])
    #expect(try library.keptText(of: "/a.txt")?.text == "সেতু খুলবে")
    #expect(try library.keptText(of: "/b.txt") == nil)
    // One that is read again while it is taken out is there again.
    try library.takeOut(kept: rows[1].id)
    _ = try library.keep(article("/a.txt"), at: 3)
    #expect(try library.said(QuoteQuestion()).map(\.origin) == ["/a.txt"])
    try library.check()
  }
}
