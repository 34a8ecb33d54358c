import Glibc
import Testing

@testable import SutraLibrary

@Suite("A damaged library")
struct RescueTests {
  private func article(_ number: Int) -> KeptArticle {
    let text = "Boat \(number) waits " + String(repeating: "for the fog to lift ", count: 40)
    return KeptArticle(
      origin: "/\(number).txt", title: "", outlet: "", author: nil, published: nil, language: "en",
      text: text, words: text,
      entities: [
        KeptEntity(
          kind: "PERSON", name: KeptName(name: "Ann \(number)", key: "ann \(number)", words: "ann"),
          mentions: "0-4")
      ],
      quotes: [
        KeptQuote(
          number: 1, start: 0, end: text.utf8.count, text: text, words: text, type: "direct",
          speaker: KeptName(name: "Ann \(number)", key: "ann \(number)", words: "ann"),
          kind: "named", role: nil, cue: nil, act: nil, isNegated: false, addressee: nil,
          medium: nil, time: nil, percent: 90)
      ], sources: [])
  }

  /// The file of a library of 300 articles that nobody has open, to be damaged.
  private func fileOfLibrary(in folder: LibraryFolder) throws -> Int32 {
    do {
      let library = try Library(path: folder.path)
      try library.together { () throws(LibraryError) in
        for number in 0..<300 { _ = try library.keep(article(number), at: number) }
      }
      try library.backUp(to: folder.path + ".copy")
    }
    #expect(rename(folder.path + ".copy", folder.path) == 0)
    unlink(folder.path + "-wal")
    unlink(folder.path + "-shm")
    return open(folder.path, O_RDWR)
  }

  @Test("is set aside, and what can be read of it is kept and found")
  func rescued() throws {
    let folder = try LibraryFolder()
    // Some pages are gone in the middle of those with the texts.
    let file = try fileOfLibrary(in: folder)
    var page = [UInt8](repeating: 0, count: 4_096)
    let pages = (0..<(Int(lseek(file, 0, SEEK_END)) / page.count)).filter { number in
      let isRead = pread(file, &page, page.count, off_t(number * page.count)) == page.count
      return isRead && String(decoding: page, as: UTF8.self).contains("lift for the fog to lift")
    }
    try #require(pages.count > 20)
    let waste = [UInt8](repeating: 0xA5, count: page.count)
    for place in [pages.count / 3, pages.count / 2, pages.count / 2 + 1] {
      #expect(pwrite(file, waste, waste.count, off_t(pages[place] * waste.count)) == waste.count)
    }
    close(file)
    let rescue = try Library.rescue(folder.path, at: 77) { $1 }
    #expect(rescue.aside == folder.path + ".damaged-77")
    #expect(access(rescue.aside, F_OK) == 0)
    #expect((150...300).contains(rescue.articles), "\(rescue.articles) are left")
    let library = try Library(path: folder.path)
    try library.check()
    var all = QuoteQuestion()
    all.about = [["waits"]]
    all.most = 1_000
    #expect(try library.said(all).count > 150)
    _ = try library.keep(article(1_000), at: 1)
  }

  @Test("keeps texts of which nothing else can be read, whichever pages are gone")
  func nameless() throws {
    let folder = try LibraryFolder()
    // Gone is what tells where the last articles are from, at the end of its table.
    let file = try fileOfLibrary(in: folder)
    var page = [UInt8](repeating: 0, count: 8_192)
    let waste = [UInt8](repeating: 0xA5, count: page.count)
    var gone = 0
    for number in 1..<(Int(lseek(file, 0, SEEK_END)) / page.count) {
      let place = off_t(number * page.count)
      guard pread(file, &page, page.count, place) == page.count,
        String(decoding: page, as: UTF8.self).contains("/299.txt")
      else { continue }
      #expect(pwrite(file, waste, waste.count, place) == waste.count)
      gone += 1
    }
    close(file)
    try #require(gone > 0)
    let rescue = try Library.rescue(folder.path, at: 78) { $1 }
    #expect(rescue.articles == 300)
    let library = try Library(path: folder.path)
    try library.check()
    #expect(try library.keptText(of: "/3.txt")?.text.hasPrefix("Boat 3 waits") == true)
    let last = try library.find([["299"]], most: 5)
    #expect(last.map(\.article.origin) == ["text:300"])
    #expect(last.map(\.article.quotes) == [1])
    #expect(last.first?.article.title.hasPrefix("Boat 299 waits") == true)
  }

  @Test("of something that is no library nothing is kept, and it lies beside the new one")
  func nothing() throws {
    let folder = try LibraryFolder()
    folder.write("no database " + String(repeating: "x", count: 5_000))
    #expect(throws: LibraryError.damaged(path: folder.path)) { _ = try Library(path: folder.path) }
    let rescue = try Library.rescue(folder.path, at: 5) { $1 }
    #expect(rescue.articles == 0)
    #expect(access(rescue.aside, F_OK) == 0)
    try Library(path: folder.path).check()
  }
}
