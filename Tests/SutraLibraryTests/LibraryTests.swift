import Glibc
import Testing

@testable import SutraLibrary

@Suite("The library of feeds")
struct LibraryTests {
  private func article(_ key: String, _ title: String = "খবর", text: String? = nil) -> NewArticle {
    NewArticle(
      key: key, title: title, link: "https://e.example/\(key)", author: nil, published: 1_000,
      updated: nil, text: text, isWhole: text != nil)
  }

  /// The titles, the newest first.
  private func titles(_ library: Library) throws -> [String] {
    var titles: [(date: Int64, id: Int64, title: String)] = []
    try library.eachRow { titles.append(($0[2], $0[0], String(decoding: $1, as: UTF8.self))) }
    return titles.sorted { ($0.date, $0.id) > ($1.date, $1.id) }.map(\.title)
  }

  @Test("keeps feeds in their order and folders, each once")
  func feeds() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    #expect(try library.add("https://a.example/rss", title: "নদী", folders: ["বাংলা", "জেলা"]))
    #expect(try library.add("https://b.example/rss"))
    #expect(try library.add("https://a.example/rss") == false)
    let again = try Library(path: folder.path)
    let feeds = try again.feeds()
    #expect(feeds.map(\.address) == ["https://a.example/rss", "https://b.example/rss"])
    #expect(feeds.map(\.folders) == [["বাংলা", "জেলা"], []])
    #expect(feeds.map(\.name) == ["নদী", "https://b.example/rss"])
    try library.remove(feed: feeds[0].id)
    #expect(try again.feeds().map(\.address) == ["https://b.example/rss"])
  }

  @Test("an article without a title is listed by the beginning of its text")
  func untitled() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    try library.add("https://a.example/rss")
    let feed = try library.feeds()[0].id
    let news = FeedNews.articles(
      title: nil, page: nil, language: nil,
      [article("1", "", text: "নদীর পানি\nবাড়ছে"), article("2", ""), article("3", "সেতু", text: "x")])
    _ = try library.take(news, of: feed, at: 5_000)
    #expect(Set(try titles(library)) == ["নদীর পানি বাড়ছে", "", "সেতু"])
  }

  @Test("an article comes once, and stays read when it comes again")
  func onlyOnce() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    try library.add("https://a.example/rss")
    let feed = try library.feeds()[0].id
    let first = FeedNews.articles(
      title: "নদী", page: nil, language: "bn", [article("1", "এক", text: "পুরোনো"), article("2")])
    #expect(try library.take(first, of: feed, at: 5_000, etag: "\"x\"") == 2)
    var ids: [Int] = []
    try library.eachRow { numbers, _ in ids.append(Int(numbers[0])) }
    try library.mark(ids, isRead: true)
    let second = FeedNews.articles(
      title: nil, page: nil, language: nil,
      [article("1", "এক, সংশোধিত", text: "নতুন"), article("3")])
    #expect(try library.take(second, of: feed, at: 6_000, etag: nil) == 1)
    let subscription = try library.feeds()[0]
    #expect(subscription.articles == 3)
    #expect(subscription.unread == 1)
    #expect(subscription.title == "নদী")
    #expect(subscription.etag == nil)
    let stored = try #require(
      try ids.compactMap { try library.article($0) }.first { $0.title != "খবর" })
    #expect(stored.title == "এক, সংশোধিত")
    #expect(stored.text == "নতুন")
    #expect(stored.isRead)
    #expect(stored.seen == 5_000)
    try library.remove(feed: feed)
    #expect(try titles(library) == [])
  }

  @Test("what failed is told until it is read again")
  func failures() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    try library.add("https://a.example/rss")
    let feed = try library.feeds()[0].id
    try library.fail("no server", of: feed, at: 10, waitUntil: 99, isGone: true)
    #expect(try library.feeds()[0].failure == "no server")
    #expect(try library.feeds()[0].waitUntil == 99)
    #expect(try library.feeds()[0].isGone)
    #expect(try library.take(.unchanged, of: feed, at: 20, movedTo: "https://c.example/") == 0)
    #expect(try library.feeds()[0].failure == nil)
    #expect(try library.feeds()[0].isGone == false)
    #expect(try library.feeds()[0].address == "https://c.example/")
  }

  @Test("shows the newest first, and nothing from the future above what comes tomorrow")
  func order() throws {
    let folder = try LibraryFolder()
    let library = try Library(path: folder.path)
    try library.add("https://a.example/rss")
    let feed = try library.feeds()[0].id
    func dated(_ key: String, _ date: Int?) -> NewArticle {
      NewArticle(
        key: key, title: key, link: nil, author: nil, published: date, updated: nil, text: nil,
        isWhole: false)
    }
    let news = [
      dated("old", 100), dated("future", 9_999_999), dated("none", nil), dated("new", 400),
    ]
    _ = try library.take(
      .articles(title: nil, page: nil, language: nil, news), of: feed, at: 500)
    #expect(try titles(library) == ["future", "none", "new", "old"])
    let later = [dated("tomorrow", 600)]
    _ = try library.take(
      .articles(title: nil, page: nil, language: nil, later), of: feed, at: 700)
    #expect(try titles(library).first == "tomorrow")
    var since: [String] = []
    try library.eachArticle(since: 600) { since.append($0.title) }
    #expect(since == ["tomorrow"])
  }

  @Test("two at once: one reads what the other has written, and none waits for the other")
  func two() throws {
    let folder = try LibraryFolder()
    let one = try Library(path: folder.path)
    let other = try Library(path: folder.path)
    try one.add("https://a.example/rss")
    let feed = try other.feeds()[0].id
    try one.together { () throws(LibraryError) in
      try one.add("https://b.example/rss")
      // Not written yet, and reading does not wait.
      #expect((try? other.feeds().count) == 1)
    }
    #expect(try other.feeds().count == 2)
    for number in 0..<50 {
      let news = FeedNews.articles(
        title: nil, page: nil, language: nil, [article("\(number)")])
      _ = try (number % 2 == 0 ? one : other).take(news, of: feed, at: number)
    }
    #expect(try one.feeds()[0].articles == 50)
  }

  @Test("a file that is none, is damaged or from a later version is told, and left alone")
  func damaged() throws {
    let folder = try LibraryFolder()
    let text = "this is no database at all, " + String(repeating: "x", count: 5_000)
    folder.write(text)
    #expect(throws: LibraryError.damaged(path: folder.path)) { try Library(path: folder.path) }
    #expect(folder.read() == text)
    let other = try LibraryFolder()
    try Library(path: other.path).database.run("PRAGMA user_version = 99")
    #expect(throws: LibraryError.tooNew(path: other.path, version: 99)) {
      try Library(path: other.path)
    }
    #expect(throws: LibraryError.self) { try Library(path: "/proc/nothing/library.db") }
  }
}
