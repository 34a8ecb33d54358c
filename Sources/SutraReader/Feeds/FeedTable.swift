import SutraCore

/// A feed in the list.
public struct FeedRow: Equatable, Sendable {
  /// Its number in the library.
  public let id: Int
  /// What it is called.
  public let name: String
  /// The folders around it, in one text; may be empty.
  public let folder: String
  /// Why the last reading has failed.
  public let failure: String?
  /// How many articles of it are unread.
  public internal(set) var unread: Int

  /// Makes a row.
  public init(id: Int, name: String, folder: String = "", failure: String? = nil, unread: Int = 0) {
    self.id = id
    self.name = name
    self.folder = folder
    self.failure = failure
    self.unread = unread
  }
}

/// The articles that there are to read, the newest first.
///
/// There may be a hundred thousand of them: what is known of each stands in a few arrays, and all
/// titles stand in one, in the order in which they came.
public struct FeedTable: Sendable {
  /// The number of each article in the library.
  private(set) var ids: [Int] = []
  private(set) var feeds: [Int32] = []
  /// When each is from, in seconds since 1970.
  private(set) var dates: [Int] = []
  private var isRead: [Bool] = []
  /// How many quotes and sources each has; -1 where that is not known.
  private var quotes: [Int32] = []
  private var sources: [Int32] = []
  private var titles: [UInt8] = []
  /// Where each title stands.
  private var places: [Range<Int>] = []
  /// The titles as they are searched, once they have been made ready.
  private var folded: FoldedTitles?

  /// A table of nothing.
  public init() {}

  /// How many articles there are.
  public var count: Int { ids.count }

  /// Adds an article behind the others.
  ///
  /// - Parameters:
  ///   - id: Its number.
  ///   - feed: Its feed's number.
  ///   - date: When it is from, in seconds since 1970.
  ///   - isRead: Whether it has been read.
  ///   - quotes: How many quotes it has, or -1.
  ///   - sources: How many sources it has, or -1.
  ///   - title: Its headline in UTF-8, of which the first 1,000 bytes are kept.
  public mutating func append(
    id: Int, feed: Int, date: Int, isRead: Bool, quotes: Int = -1, sources: Int = -1,
    title: UnsafeBufferPointer<UInt8>
  ) {
    ids.append(id)
    feeds.append(Int32(truncatingIfNeeded: feed))
    dates.append(date)
    self.isRead.append(isRead)
    self.quotes.append(Int32(clamping: quotes))
    self.sources.append(Int32(clamping: sources))
    var count = min(title.count, 1_000)
    while count > 0, count < title.count, title[count] & 0xC0 == 0x80 { count -= 1 }
    let start = titles.count
    titles.append(contentsOf: title[..<count])
    places.append(start..<titles.count)
  }

  /// Adds an article behind the others, as the library gives it.
  ///
  /// - Parameters:
  ///   - numbers: Its number, its feed's, when it is from, whether it was read, its quotes and its
  ///     sources.
  ///   - title: Its headline in UTF-8.
  public mutating func append(
    _ numbers: UnsafePointer<Int64>, title: UnsafeBufferPointer<UInt8>
  ) {
    append(
      id: Int(numbers[0]), feed: Int(numbers[1]), date: Int(numbers[2]), isRead: numbers[3] != 0,
      quotes: Int(numbers[4]), sources: Int(numbers[5]), title: title)
  }

  /// How many articles of each feed are unread, by the feeds' numbers.
  public func unread() -> [Int: Int] {
    var counts: [Int32: Int] = [:]
    // Articles of one feed often stand together.
    var (feed, count) = (Int32(-1), 0)
    for row in feeds.indices where !isRead[row] {
      if feeds[row] != feed {
        if count > 0 { counts[feed, default: 0] += count }
        (feed, count) = (feeds[row], 0)
      }
      count += 1
    }
    if count > 0 { counts[feed, default: 0] += count }
    return Dictionary(uniqueKeysWithValues: counts.map { (Int($0), $1) })
  }

  /// Puts the newest first; of those of one time the one that came last.
  public mutating func sort() {
    folded = nil
    guard !zip(dates, dates.dropFirst()).allSatisfy(>) else { return }
    // Dates far from ours are those of broken feeds.
    let order = dates.indices.map { row in
      UInt64(min(max(dates[row], 0), 1 << 38)) << 24 | UInt64(row & 0xFF_FFFF)
    }.sorted(by: >).map { Int($0 & 0xFF_FFFF) }
    ids = order.map { ids[$0] }
    feeds = order.map { feeds[$0] }
    dates = order.map { dates[$0] }
    isRead = order.map { isRead[$0] }
    quotes = order.map { quotes[$0] }
    sources = order.map { sources[$0] }
    places = order.map { places[$0] }
  }

  /// Whether headlines have letters that no terminal draws right, so that pictures are wanted.
  public var needsShaping: Bool { ShapedScripts.are(in: titles) }

  /// The headline of a row; may be empty.
  func title(_ row: Int) -> String {
    String(decoding: titles[places[row]], as: UTF8.self)
  }

  func isRead(_ row: Int) -> Bool { isRead[row] }

  mutating func setRead(_ row: Int, _ isRead: Bool) { self.isRead[row] = isRead }

  /// How many quotes and sources were found in an article; `nil` where it was not analysed.
  func found(_ row: Int) -> (quotes: Int, sources: Int)? {
    quotes[row] < 0 ? nil : (Int(quotes[row]), Int(sources[row]))
  }

  mutating func setFound(_ row: Int, quotes: Int, sources: Int) {
    self.quotes[row] = Int32(clamping: quotes)
    self.sources[row] = Int32(clamping: sources)
  }

  /// The row of an article.
  func row(of id: Int) -> Int? { ids.firstIndex(of: id) }

  // MARK: Searching

  /// All titles, to be made ready for a search.
  var listedTitles: ListedTitles { ListedTitles(titles, places) }

  /// Takes the titles that have been made ready elsewhere.
  mutating func take(_ folded: FoldedTitles) {
    if folded.count == count { self.folded = folded }
  }

  /// Those of some rows whose titles hold a text, differences of spelling aside.
  ///
  /// - Parameters:
  ///   - rows: Where to look.
  ///   - text: What was typed.
  ///   - otherScript: The search for that as a name in another script.
  /// - Returns: Those rows.
  mutating func rows(
    of rows: [Int32], holding text: String, _ otherScript: OtherScriptSearch? = nil
  ) -> [Int32] {
    let folded = folded ?? listedTitles.folded()
    self.folded = folded
    let found = folded.rows(of: rows, holding: text)
    guard let otherScript else { return found }
    let known = Set(found)
    return titles.withUnsafeBufferPointer { titles in
      rows.filter { row in
        known.contains(row)
          || otherScript.isFound(in: UnsafeBufferPointer(rebasing: titles[places[Int(row)]]))
      }
    }
  }
}
