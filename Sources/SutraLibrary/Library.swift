import SutraCore

/// What the user follows and has read: feeds and their articles, kept in one file.
///
/// A library belongs to one thread. Several, in one program or in many, may be open on a file at a
/// time: one of them writes, the others read what was written last.
public final class Library {
  let database: Database
  /// Names whose rows are known by now.
  var knownNames = KnownNames()

  /// Folders in one text are parted by what no name has.
  private static let parting: Character = "\u{1F}"

  /// Milliseconds that another program may hold the file where nobody waits for the answer.
  public static let patience = 10_000
  /// The same where somebody sits before the screen that waits.
  public static let patienceOfScreens = 500

  /// Opens the library in a file, making it where it is missing, and brings it up to date.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: Milliseconds that another program may hold it.
  ///   - beforeLong: Called before a large file of an earlier version is brought up to date, which takes
  ///     seconds; what it throws leaves the file as it is.
  /// - Throws: `LibraryError` where that cannot be done; the file is then as it was.
  public init(
    path: String, patience: Int = Library.patience,
    beforeLong: () throws(LibraryError) -> Void = {}
  ) throws(LibraryError) {
    database = try Database(path, patience: patience)
    try Migrations.run(database, beforeLong: beforeLong)
  }

  /// Opens a library that is to answer at once: a large file of an earlier version is left as it is.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: Milliseconds that another program may hold it.
  /// - Returns: The library.
  /// - Throws: `LibraryError.older` for such a file, and what opening it throws.
  public static func atOnce(
    _ path: String, patience: Int = Library.patienceOfScreens
  ) throws(LibraryError) -> Library {
    try Library(path: path, patience: patience) { () throws(LibraryError) in
      throw .older(path: path)
    }
  }

  /// Says that a great many articles are put in from now on and nothing is taken out: what a row refers to is not
  /// looked for again, as it was put in just before, or found.
  ///
  /// - Throws: `LibraryError`.
  public func beginImport() throws(LibraryError) {
    try database.run("PRAGMA foreign_keys = OFF")
  }

  /// Looks through the whole file, which takes a while.
  ///
  /// - Throws: `LibraryError.damaged` where something in it is not as it must be.
  public func check() throws(LibraryError) {
    var found = ""
    try database.rows("PRAGMA quick_check(1)") { found = $0.text(0) }
    guard found == "ok" else { throw .damaged(path: database.path) }
  }

  // MARK: Feeds

  /// Adds a feed behind the others.
  ///
  /// - Parameters:
  ///   - address: Its address.
  ///   - title: Its name, as far as it is known.
  ///   - page: The page that it belongs to.
  ///   - folders: The folders around it.
  ///   - isTyped: Whether the user has typed its address, which then may be one of this machine's own
  ///     network; that of one which is followed already counts from now on as well.
  /// - Returns: Whether it is new.
  /// - Throws: `LibraryError`.
  @discardableResult
  public func add(
    _ address: String, title: String = "", page: String? = nil, folders: [String] = [],
    isTyped: Bool = true
  ) throws(LibraryError) -> Bool {
    let folder = folders.map { $0.filter { $0 != Self.parting } }
      .joined(separator: String(Self.parting))
    let isNew =
      try database.change(
        """
        INSERT INTO feeds (address, title, page, folder, place, is_typed)
        VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(place), 0) + 1 FROM feeds), ?5)
        ON CONFLICT (address) DO NOTHING
        """,
        [.text(address), .text(title), .of(page), .text(folder), .number(isTyped ? 1 : 0)]) > 0
    if !isNew, isTyped {
      try database.change("UPDATE feeds SET is_typed = 1 WHERE address = ?1", [.text(address)])
    }
    return isNew
  }

  /// Does several things to the library, all of them or none.
  ///
  /// - Parameter body: What is done.
  /// - Returns: What the closure answers.
  /// - Throws: `LibraryError`, also where the closure does.
  public func together<Answer>(
    _ body: () throws(LibraryError) -> Answer
  ) throws(LibraryError) -> Answer {
    do throws(LibraryError) {
      return try database.transaction(body)
    } catch {
      // Those that were put in are not there now.
      knownNames = KnownNames()
      throw error
    }
  }

  /// Writes what was put in to where it stays, as far as nobody reads what it takes the place of.
  ///
  /// It is safe before; whoever closes the library does this too, and waits for the disk.
  ///
  /// - Throws: `LibraryError`.
  public func settle() throws(LibraryError) {
    try database.rows("PRAGMA wal_checkpoint (PASSIVE)") { _ in }
  }

  /// Removes a feed with its articles.
  ///
  /// - Parameter id: Its number.
  /// - Throws: `LibraryError`.
  public func remove(feed id: Int) throws(LibraryError) {
    try database.change("DELETE FROM feeds WHERE id = ?1", [.number(id)])
  }

  /// All feeds in their order.
  ///
  /// - Parameter isCounting: Whether their articles are counted, which takes a moment where there
  ///   are many.
  /// - Returns: The feeds, with how many articles each has.
  /// - Throws: `LibraryError`.
  public func feeds(isCounting: Bool = true) throws(LibraryError) -> [Subscription] {
    var counts: [Int: (all: Int, unread: Int)] = [:]
    if isCounting {
      try database.rows("SELECT feed, is_read, count(*) FROM articles GROUP BY feed, is_read") {
        counts[$0.number(0), default: (0, 0)].all += $0.number(2)
        if $0.number(1) == 0 { counts[$0.number(0), default: (0, 0)].unread += $0.number(2) }
      }
    }
    var feeds: [Subscription] = []
    try database.rows(
      """
      SELECT id, address, title, page, folder, etag, last_modified, refreshed, wait_until, failure,
        is_gone, is_typed FROM feeds ORDER BY place, id
      """
    ) { row in
      let count = counts[row.number(0)] ?? (0, 0)
      feeds.append(
        Subscription(
          id: row.number(0), address: row.text(1), title: row.text(2), page: row.optionalText(3),
          folders: row.text(4).split(separator: Self.parting).map(String.init),
          etag: row.optionalText(5), lastModified: row.optionalText(6),
          refreshed: row.optionalNumber(7), waitUntil: row.optionalNumber(8),
          failure: row.optionalText(9), isGone: row.number(10) != 0, isTyped: row.number(11) != 0,
          articles: count.all, unread: count.unread))
    }
    return feeds
  }

  // MARK: Reading feeds anew

  /// Takes note of what reading a feed has brought: all of it or, when the program is killed, none.
  ///
  /// An article that is known keeps whether it was read; its title, text and date are those of now.
  ///
  /// - Parameters:
  ///   - news: What came.
  ///   - id: The feed's number.
  ///   - now: Seconds since 1970.
  ///   - etag: What the server calls the version.
  ///   - lastModified: When it says it was made.
  ///   - movedTo: Where the feed has moved to for good.
  ///   - isSameServer: Whether that is on the server that it was on, so that an address which the
  ///     user typed still counts as that.
  /// - Returns: How many articles are new.
  /// - Throws: `LibraryError`.
  public func take(
    _ news: FeedNews, of id: Int, at now: Int, etag: String? = nil, lastModified: String? = nil,
    movedTo: String? = nil, isSameServer: Bool = false
  ) throws(LibraryError) -> Int {
    try database.transaction { () throws(LibraryError) in
      try database.change(
        "UPDATE feeds SET refreshed = ?2, failure = NULL, wait_until = NULL, is_gone = 0 WHERE id = ?1",
        [.number(id), .number(now)])
      if let movedTo {
        // Where another feed has that address already this one stays as it is.
        try database.change(
          "UPDATE OR IGNORE feeds SET address = ?2, is_typed = is_typed AND ?3 WHERE id = ?1",
          [.number(id), .text(movedTo), .number(isSameServer ? 1 : 0)])
      }
      guard case .articles(let title, let page, let language, let articles) = news else { return 0 }
      try database.change(
        """
        UPDATE feeds SET title = CASE WHEN ?2 = '' THEN title ELSE ?2 END,
          page = coalesce(?3, page), language = coalesce(?4, language), etag = ?5,
          last_modified = ?6 WHERE id = ?1
        """,
        [.number(id), .text(title ?? ""), .of(page), .of(language), .of(etag), .of(lastModified)])
      var count = 0
      // The feed's first is the newest: of those without a date it comes first as well.
      for article in articles.reversed() where try put(article, of: id, now) { count += 1 }
      return count
    }
  }

  /// Puts an article in or brings it up to date, and tells whether it is new.
  private func put(
    _ article: NewArticle, of feed: Int, _ now: Int
  ) throws(LibraryError) -> Bool {
    // What claims to come from the future would stand above all others for good.
    let shown = min(article.published ?? article.updated ?? now, now)
    let isNew =
      try database.change(
        """
        INSERT INTO articles
          (feed, key, title, link, author, published, updated, seen, shown, is_whole)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (feed, key) DO NOTHING
        """,
        [
          .number(feed), .text(article.key), .text(article.title), .of(article.link),
          .of(article.author), .of(article.published), .of(article.updated), .number(now),
          .number(shown), .number(article.isWhole ? 1 : 0),
        ]) > 0
    if !isNew {
      try database.change(
        """
        UPDATE articles SET title = ?3, link = ?4, author = ?5, published = ?6, updated = ?7,
          is_whole = ?8 WHERE feed = ?1 AND key = ?2 AND (title, coalesce(link, ''),
          coalesce(author, ''), coalesce(published, 0), coalesce(updated, 0), is_whole)
          <> (?3, coalesce(?4, ''), coalesce(?5, ''), coalesce(?6, 0), coalesce(?7, 0), ?8)
        """,
        [
          .number(feed), .text(article.key), .text(article.title), .of(article.link),
          .of(article.author), .of(article.published), .of(article.updated),
          .number(article.isWhole ? 1 : 0),
        ])
    }
    guard let text = article.text else { return isNew }
    try database.change(
      """
      INSERT INTO texts (article, text)
      SELECT id, ?3 FROM articles WHERE feed = ?1 AND key = ?2
      ON CONFLICT (article) DO UPDATE SET text = excluded.text WHERE text <> excluded.text
      """, [.number(feed), .text(article.key), .text(text)])
    return isNew
  }

  /// Takes note that a feed could not be read.
  ///
  /// - Parameters:
  ///   - why: One sentence.
  ///   - id: The feed's number.
  ///   - now: Seconds since 1970.
  ///   - waitUntil: Until when the server asks not to be asked again.
  ///   - isGone: Whether the server says that it is gone for good.
  /// - Throws: `LibraryError`.
  public func fail(
    _ why: String, of id: Int, at now: Int, waitUntil: Int? = nil, isGone: Bool = false
  ) throws(LibraryError) {
    try database.change(
      "UPDATE feeds SET refreshed = ?2, failure = ?3, wait_until = ?4, is_gone = ?5 WHERE id = ?1",
      [.number(id), .number(now), .text(why), .of(waitUntil), .number(isGone ? 1 : 0)])
  }

  // MARK: Articles

  /// Marks articles as read or unread.
  ///
  /// - Parameters:
  ///   - ids: Their numbers.
  ///   - isRead: What they are from now on.
  /// - Throws: `LibraryError`.
  public func mark(_ ids: [Int], isRead: Bool) throws(LibraryError) {
    guard !ids.isEmpty else { return }
    try database.transaction { () throws(LibraryError) in
      for id in ids {
        try database.change(
          "UPDATE articles SET is_read = ?2 WHERE id = ?1 AND is_read <> ?2",
          [.number(id), .number(isRead ? 1 : 0)])
      }
    }
  }

  /// Takes note of how much was found in an article.
  ///
  /// - Parameters:
  ///   - id: Its number.
  ///   - quotes: How many quotes it has.
  ///   - sources: How many sources it has.
  /// - Throws: `LibraryError`.
  public func note(article id: Int, quotes: Int, sources: Int) throws(LibraryError) {
    try database.change(
      "UPDATE articles SET quotes = ?2, sources = ?3 WHERE id = ?1",
      [.number(id), .number(quotes), .number(sources)])
  }

  /// An article with its text.
  ///
  /// - Parameter id: Its number.
  /// - Returns: The article, or `nil` where it is gone.
  /// - Throws: `LibraryError`.
  public func article(_ id: Int) throws(LibraryError) -> StoredArticle? {
    var found: StoredArticle?
    try database.rows(
      Self.articleQuery + " WHERE articles.id = ?1", [.number(id)]
    ) { found = Self.article($0) }
    return found
  }

  /// Articles that were first seen at a time or later, the oldest first.
  ///
  /// - Parameters:
  ///   - since: Seconds since 1970.
  ///   - feed: The number of the only feed that is wanted.
  ///   - take: Gets each article.
  /// - Throws: `LibraryError`.
  public func eachArticle(
    since: Int, feed: Int? = nil, _ take: (StoredArticle) -> Void
  ) throws(LibraryError) {
    try database.rows(
      Self.articleQuery
        + " WHERE articles.seen >= ?1 AND (?2 IS NULL OR feed = ?2) ORDER BY articles.shown, articles.id",
      [.number(since), .of(feed)]
    ) { take(Self.article($0)) }
  }

  private static let articleQuery = """
    SELECT articles.id, feed, CASE WHEN feeds.title = '' THEN address ELSE feeds.title END,
      articles.title, link, author, published, seen, text, is_whole, is_read, address, is_typed
    FROM articles JOIN feeds ON feeds.id = feed LEFT JOIN texts ON article = articles.id
    """

  private static func article(_ row: Database.Row) -> StoredArticle {
    StoredArticle(
      id: row.number(0), feed: row.number(1), feedTitle: row.text(2),
      feedAddress: row.text(11), feedIsTyped: row.number(12) != 0, title: row.text(3),
      link: row.optionalText(4), author: row.optionalText(5), published: row.optionalNumber(6),
      seen: row.number(7), text: row.optionalText(8), isWhole: row.number(9) != 0,
      isRead: row.number(10) != 0)
  }

  /// Calls a closure for each article in the order in which they came, which is the quickest: its
  /// number, its feed's, when it is from, whether it was read (0 or 1), its quotes and its sources (-1 where they are not known), and
  /// its title, or where it has none the beginning of its text.
  ///
  /// - Parameters:
  ///   - newest: How many of the newest are wanted; they come first.
  ///   - take: Gets the six numbers and the bytes of the title.
  /// - Throws: `LibraryError`.
  public func eachRow(
    newest: Int? = nil,
    _ take: @escaping (UnsafePointer<Int64>, UnsafeBufferPointer<UInt8>) -> Void
  ) throws(LibraryError) {
    try database.rows(
      """
      SELECT id, feed, shown, is_read, coalesce(quotes, -1), coalesce(sources, -1),
        CASE title WHEN '' THEN coalesce(
          (SELECT replace(substr(text, 1, 200), char(10), ' ') FROM texts WHERE article = id), '')
        ELSE title END
      FROM articles \(newest.map { "ORDER BY shown DESC, id DESC LIMIT \($0)" } ?? "ORDER BY id")
      """, numbers: 6, take)
  }
}
