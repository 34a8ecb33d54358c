import Glibc
import SutraLibrary
import SutraReader

/// Measures the list of feeds with a hundred thousand articles: `sutra-bench --list`.
enum FeedListBench {
  private static let count = 100_000
  private static let titles = [
    "হাওরে নামছে বইয়ের নৌকা, ভাসমান পাঠাগার পাচ্ছে তিন উপজেলা", "Ferry service resumes after fog",
    "দ্বিতীয় সেতুর টোল কমছে, ঘোষণা দিলেন মন্ত্রী", "Mayor promises library boats for the wetlands",
  ]

  static func run() {
    var template = Array("/tmp/sutra-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return print("no folder to work in") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = system("rm -rf '\(folder)'") }
    do throws(LibraryError) {
      let path = folder + "/library.db"
      try fill(Library(path: path))
      try measure(path)
    } catch {
      print(error.sentence)
    }
  }

  private static func fill(_ library: Library) throws(LibraryError) {
    for feed in 0..<100 {
      try library.add("https://e.example/\(feed)", title: "Feed \(feed)")
      let articles = (0..<count / 100).map { number in
        NewArticle(
          key: "\(number)", title: "\(titles[number % 4]) \(number)", link: nil, author: nil,
          published: 1_700_000_000 + (number * 7_919 + feed * 104_729) % 90_000_000, updated: nil,
          text: "text", isWhole: true)
      }
      let id = try library.feeds().last?.id ?? 0
      _ = try library.take(
        .articles(title: nil, page: nil, language: nil, articles), of: id, at: 1_800_000_000)
    }
  }

  private static func measure(_ path: String) throws(LibraryError) {
    var state: FeedListState?
    var failure: LibraryError?
    let opening = best(of: 5) {
      do throws(LibraryError) {
        let (feeds, table) = try FeedListSource.load(try Library(path: path))
        let list = FeedListState(
          feeds: feeds, table: table, size: ScreenSize(columns: 120, rows: 40))
        _ = list.screen()
        state = list
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    guard var list = state else { return }
    report("open \(count) articles, first screen", opening * 1_000, "ms")
    let slash = best(of: 1) { press([.character("/")], &list) }
    report("/", slash * 1_000, "ms")
    let letters: [Unicode.Scalar] = ["ন", "f", "z"]
    for letter in letters {
      var time = Double.infinity
      for _ in 0..<5 {
        press([.escape, .character("/")], &list)
        time = min(time, best(of: 1) { press([.character(letter)], &list) })
      }
      report("filter by \(letter), \(list.listedCount) left", time * 1_000, "ms")
    }
    press([.escape], &list)
    let page = best(of: 200) { press([.pageDown], &list) }
    report("PageDown", page * 1_000, "ms")
  }

  private static func press(_ keys: [Key], _ list: inout FeedListState) {
    for key in keys { _ = list.update(by: .key(key)) }
    _ = list.screen()
  }
}

/// The feeds and articles of a library, as the list takes them.
enum FeedListSource {
  static func load(_ library: Library) throws(LibraryError) -> ([FeedRow], FeedTable) {
    let feeds = try library.feeds()
    var table = FeedTable()
    table.reserve(feeds.reduce(0) { $0 + $1.articles })
    try withoutActuallyEscaping(
      { (numbers: UnsafePointer<Int64>, title: UnsafeBufferPointer<UInt8>) in
        table.append(
          id: Int(numbers[0]), feed: Int(numbers[1]), date: Int(numbers[2]),
          isRead: numbers[3] != 0, quotes: Int(numbers[4]), sources: Int(numbers[5]), title: title)
      }, do: { (take) throws(LibraryError) in try library.eachRow(take) })
    return (feeds.map { FeedRow(id: $0.id, name: $0.name, unread: $0.unread) }, table)
  }
}
