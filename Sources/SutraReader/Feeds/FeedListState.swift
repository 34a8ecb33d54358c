import SutraCore
import SutraResources

/// The list of what there is to read: feeds, and their articles.
///
/// A value without a file, a clock or a network: it takes messages and answers with effects.
public struct FeedListState: Sendable {
  /// Which part takes the keys.
  public enum Focus: Hashable, Sendable {
    case feeds, articles
  }

  /// How a refresh stands.
  public struct Refreshing: Equatable, Sendable {
    /// How many feeds are done.
    public let done: Int
    /// How many there are.
    public let total: Int
    /// How many have failed.
    public let failed: Int

    /// Makes a standing.
    public init(done: Int, total: Int, failed: Int) {
      self.done = done
      self.total = total
      self.failed = failed
    }
  }

  /// The terminal's size.
  public internal(set) var size: ScreenSize
  /// How the room that text takes is measured.
  public internal(set) var measure: Measure
  /// All feeds.
  public internal(set) var feeds: [FeedRow]
  /// All articles.
  var table: FeedTable
  /// The rows of the table that are listed.
  var listed: [Int32] = []
  /// Which part takes the keys.
  public internal(set) var focus = Focus.articles
  /// The chosen feed: 0 for all, else its place in `feeds` and one.
  var feed = 0
  var feedTop = 0
  /// The chosen article among those that are listed.
  var article = 0
  var articleTop = 0
  /// Whether only those are listed that were unread when the list was made.
  public internal(set) var isUnreadOnly = false
  /// What titles must hold, and whether that is being typed.
  var typed = ListQuery()
  /// A sentence in the status line, until the next key.
  public internal(set) var message: String?
  /// A refresh that is under way.
  public internal(set) var refreshing: Refreshing?
  /// The first row of help that is shown, while it is.
  var helpTop: Int?
  private let keyboard: KeyboardLayout
  /// Whether titles hold a name in another script than it is typed in.
  private let readsOtherScripts: Bool
  private var names: [Int32: Int] = [:]

  /// Makes a list with the first article chosen.
  ///
  /// - Parameters:
  ///   - feeds: All feeds.
  ///   - table: All articles.
  ///   - size: The terminal's size.
  ///   - profile: How the terminal counts columns.
  ///   - keyboard: The name of the keyboard that letters are found on.
  ///   - readsOtherScripts: Whether a name is found in titles of another script as well.
  public init(
    feeds: [FeedRow], table: FeedTable, size: ScreenSize, profile: WidthProfile = .spacing,
    keyboard: String = "none", readsOtherScripts: Bool = true
  ) {
    self.feeds = feeds
    self.table = table
    self.size = size
    measure = Measure(profile)
    self.keyboard = KeyboardLayout(named: keyboard)
    self.readsOtherScripts = readsOtherScripts
    noteNames()
    list()
  }

  /// Whether headlines have letters that no terminal draws right.
  public var needsShaping: Bool { table.needsShaping }

  /// The key that was meant by one on the user's keyboard.
  func meant(_ key: Key) -> Key { keyboard.key(for: key) }

  /// What titles must hold.
  public var query: String { typed.text }
  /// Whether that is being typed.
  public var isTyping: Bool { typed.isTyping }

  /// The number of the chosen article in the library.
  public var chosenArticle: Int? { chosenRow.map { table.ids[$0] } }

  /// The row of the chosen article.
  var chosenRow: Int? { listed.indices.contains(article) ? Int(listed[article]) : nil }

  /// The chosen feed; `nil` for all.
  public var chosenFeed: FeedRow? {
    feed > 0 && feed <= feeds.count ? feeds[feed - 1] : nil
  }

  /// The titles of all articles.
  public var titles: ListedTitles { table.listedTitles }

  /// How many articles are listed.
  public var listedCount: Int { listed.count }

  /// How many articles are unread.
  public var unread: Int { feeds.reduce(0) { $0 + $1.unread } }

  /// The name of an article's feed.
  func feedName(_ row: Int) -> String {
    names[table.feeds[row]].map { feeds[$0].name } ?? ""
  }

  /// The place of a feed by its number.
  func place(ofFeed id: Int32) -> Int? { names[id] }

  private mutating func noteNames() {
    names = [:]
    for (place, feed) in feeds.enumerated() { names[Int32(truncatingIfNeeded: feed.id)] = place }
  }

  /// Takes other feeds and articles in; what was chosen stays so where it is still there.
  mutating func take(_ feeds: [FeedRow], _ table: FeedTable) {
    let (chosen, chosenFeed) = (chosenArticle, chosenFeed?.id)
    let place = article
    self.feeds = feeds
    self.table = table
    noteNames()
    feed = chosenFeed.flatMap { id in feeds.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
    list(keeping: chosen)
    // Where it is gone the one that has come into its place is chosen.
    if chosenArticle != chosen { article = min(place, max(0, listed.count - 1)) }
    keepInSight()
  }

  // MARK: Listing

  /// Makes the list anew: of one feed or all, of unread articles or all, of those with a text.
  mutating func list(keeping id: Int? = nil) {
    listed = base()
    if !query.isEmpty { listed = table.rows(of: listed, holding: query, otherScript) }
    article = 0
    if let id, let row = table.row(of: id).map({ Int32($0) }),
      let place = listed.firstIndex(of: row)
    {
      article = place
    }
    articleTop = 0
    keepInSight()
  }

  /// Makes the list narrower: a text is looked for that begins with the one before.
  mutating func narrow() {
    // What is no name in another script may become one by a letter more.
    guard otherScript == nil else { return list(keeping: chosenArticle) }
    let id = chosenArticle
    listed = table.rows(of: listed, holding: query)
    article = 0
    if let id, let row = table.row(of: id).map({ Int32($0) }),
      let place = listed.firstIndex(of: row)
    {
      article = place
    }
    keepInSight()
  }

  /// The search for what is typed as a name in another script.
  private var otherScript: OtherScriptSearch? {
    readsOtherScripts ? OtherScriptSearch(query, in: .builtIn) : nil
  }

  private func base() -> [Int32] {
    let wanted = chosenFeed.map { Int32(truncatingIfNeeded: $0.id) }
    let all = 0..<Int32(table.count)
    guard wanted != nil || isUnreadOnly else { return Array(all) }
    return all.filter { row in
      (wanted == nil || table.feeds[Int(row)] == wanted)
        && (!isUnreadOnly || !table.isRead(Int(row)))
    }
  }

  /// Marks an article as read or unread, and tells whether that is new.
  mutating func setRead(_ row: Int, _ isRead: Bool) -> Bool {
    guard table.isRead(row) != isRead else { return false }
    table.setRead(row, isRead)
    if let place = place(ofFeed: table.feeds[row]) {
      feeds[place].unread = max(0, feeds[place].unread + (isRead ? -1 : 1))
    }
    return true
  }

  /// Moves both lists so that what is chosen is in sight.
  mutating func keepInSight() {
    let frame = FeedListFrame(self)
    article = min(max(0, article), max(0, listed.count - 1))
    feed = min(max(0, feed), feeds.count)
    articleTop = ListMove.top(
      articleTop, chosen: article, count: listed.count, rows: frame.articleRows)
    feedTop = ListMove.top(feedTop, chosen: feed, count: feeds.count + 1, rows: frame.feedRows)
  }
}
