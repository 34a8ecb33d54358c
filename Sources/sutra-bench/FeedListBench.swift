import SutraCommand
import SutraLibrary
import SutraReader
import SutraSystem

/// Measures the list of feeds with a hundred thousand articles: `sutra-bench --list`.
enum FeedListBench {
  private static let count = 100_000
  static func run() {
    let folder = "/tmp/sutra-bench-\(ThisProcess.number)"
    guard Folder.make(folder, permissions: 0o700) == nil else {
      return print("no folder to work in")
    }
    defer { _ = ChildCommand.run("rm -rf '\(folder)'", input: [], isQuiet: true) }
    do throws(LibraryError) {
      let path = folder + "/library.db"
      try fill(Library(path: path))
      try measure(path)
    } catch {
      print(error.sentence)
    }
  }

  private static func fill(_ library: Library) throws(LibraryError) {
    let titles = SampleSentences.headlines
    for feed in 0..<100 {
      try library.add("https://e.example/\(feed)", title: "Feed \(feed)")
      let articles = (0..<count / 100).map { number in
        NewArticle(
          key: "\(number)", title: "\(titles[number % titles.count]) \(number)", link: nil,
          author: nil,
          published: 1_700_000_000 + (number * 7_919 + feed * 104_729) % 90_000_000, updated: nil,
          text: "text", isWhole: true)
      }
      let id = try library.feeds(isCounting: false).last?.id ?? 0
      _ = try library.take(
        .articles(title: nil, page: nil, language: nil, articles), of: id, at: 1_800_000_000)
    }
  }

  private static func measure(_ path: String) throws(LibraryError) {
    var state: FeedListState?
    var failure: LibraryError?
    let first = best(of: 5) {
      do throws(LibraryError) {
        let (feeds, table) = try FeedListSource.load(try Library(path: path), newest: 500)
        _ = FeedListState(
          feeds: feeds, table: table, size: ScreenSize(columns: 120, rows: 40)
        ).screen()
      } catch {
        failure = error
      }
    }
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
    report("\(count) articles, first screen", first * 1_000, "ms")
    report("all of them listed", opening * 1_000, "ms")
    let folding = best(of: 5) { _ = list.update(by: .folded(list.titles.folded())) }
    report("titles made ready beside it", folding * 1_000, "ms")
    let slash = best(of: 5) { press([.escape, .character("/")], &list) }
    report("/", slash * 1_000, "ms")
    // One of many titles, one of some, and one of few.
    for letter in SampleSentences.lettersByFrequency {
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
