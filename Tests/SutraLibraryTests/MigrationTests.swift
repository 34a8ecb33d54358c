import Testing

@testable import SutraLibrary

@Suite("A library of an earlier version")
struct MigrationTests {
  /// What a user of a version had kept, by the number of the last step that it knew.
  private static func content(of version: Int) -> String {
    let feeds = """
      INSERT INTO feeds (address, title, place) VALUES ('https://a.example/rss', 'নদী', 1);
      INSERT INTO articles (feed, key, title, seen, shown) VALUES (1, 'k', 'ঘাট খুলছে', 10, 10);
      INSERT INTO texts (article, text) VALUES (1, 'ঘাট কাল খুলছে।');
      """
    // From the eighth on the words tell who is quoted and named.
    let (quoted, marks) = version < 8 ? ("", "") : (" §1 §named", " §1")
    let kept = """
      INSERT INTO kept (origin, title, language, added, opened, version, quotes)
        VALUES ('/ferry.txt', 'Ferry', 'en', 5, 9, 1, 1);
      INSERT INTO versions (article, seen, text) VALUES (1, 5, 'The ferry is late, Ann Hale said.');
      INSERT INTO names (key, name) VALUES ('ann hale', 'Ann Hale');
      INSERT INTO name_words (rowid, words) VALUES (1, 'ann hale');
      INSERT INTO quotes (version, number, start, "end", text, type, name, kind, percent, date)
        VALUES (1, 1, 0, 17, '', 'indirect', 1, 'named', 90, 5);
      INSERT INTO quote_words (rowid, words) VALUES (1, 'the ferry is late\(quoted)');
      INSERT INTO article_words (rowid, words) VALUES (1, 'the ferry is late ann hale said\(marks)');
      """
    // From the ninth on the rows of what is named have no numbers of their own.
    let named =
      version < 9
      ? "INSERT INTO entities (version, kind, name, mentions) VALUES (1, 'PERSON', 1, '19-27');"
        + "INSERT INTO sources (version, name, kind, quotes) VALUES (1, 'Ann Hale', 'named', 1);"
      : ""
    return version < 3 ? feeds : feeds + kept + named
  }

  @Test(
    "opens with everything that was kept, and goes on from there",
    arguments: 1..<Migrations.all.count)
  func opens(version: Int) throws {
    let folder = try LibraryFolder()
    do { _ = try Self.database(version, in: folder) }
    let library = try Library(path: folder.path)
    #expect(try library.feeds().map(\.title) == ["নদী"])
    #expect(try library.article(1)?.text == "ঘাট কাল খুলছে।")
    if version >= 3 {
      var question = QuoteQuestion()
      question.speaker = NameQuestion([["hale"]])
      question.about = [["ferry"]]
      question.kind = "named"
      let found = try library.said(question)
      #expect(found.map(\.quote.text) == ["The ferry is late"])
      #expect(found.map(\.quote.speaker?.name) == ["Ann Hale"])
      #expect(try library.find([["late"]], most: 5).map(\.article.title) == ["Ferry"])
      #expect(try library.keptText(of: "/ferry.txt")?.text == "The ferry is late, Ann Hale said.")
      #expect(
        try library.forget("/ferry.txt") { $1.lowercased().filter { $0 != "," && $0 != "." } })
      #expect(try library.said(QuoteQuestion()).isEmpty)
    }
    try library.check()
    // A version that does not know the last step says so, and changes nothing.
    try library.database.run("PRAGMA user_version = \(Migrations.all.count + 1)")
    #expect(throws: LibraryError.self) { try Library(path: folder.path) }
  }

  /// A file as a version of the program has left it.
  private static func database(_ version: Int, in folder: LibraryFolder) throws -> Database {
    let database = try Database(folder.path)
    for step in Migrations.all.prefix(version) { try database.run(step) }
    try database.run("PRAGMA user_version = \(version)")
    try database.run(content(of: version))
    return database
  }

  @Test("says before it takes long, once, and stays as it is where nobody wants to wait")
  func long() throws {
    let folder = try LibraryFolder()
    let database = try Self.database(6, in: folder)
    #expect(throws: LibraryError.older(path: folder.path)) {
      try Migrations.run(database, large: 0) { () throws(LibraryError) in
        throw .older(path: folder.path)
      }
    }
    #expect(try version(database) == 6)
    var told = 0
    try Migrations.run(database, large: 0) { told += 1 }
    #expect(told == 1)
    #expect(try version(database) == Migrations.all.count)
    #expect(try Library.atOnce(folder.path).keptText(of: "/ferry.txt") != nil)
  }

  @Test("says nothing of what is small, or quick", arguments: [(6, 1 << 30), (10, 1 << 30)])
  func quick(version: Int, large: Int) throws {
    let folder = try LibraryFolder()
    let database = try Self.database(version, in: folder)
    var told = 0
    try Migrations.run(database, large: large) { told += 1 }
    #expect(told == 0)
    #expect(try self.version(database) == Migrations.all.count)
  }

  private func version(_ database: Database) throws -> Int {
    var version = 0
    try database.rows("PRAGMA user_version") { version = $0.number(0) }
    return version
  }
}
