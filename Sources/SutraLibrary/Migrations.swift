/// The steps that have made the library's file what it is.
///
/// A step is never changed once it has been used: what is to be different is a step of its own,
/// behind the last one. The number of the last step done stands in the file as `user_version`.
enum Migrations {
  /// All steps, the first is number 1.
  static let all: [String] = [
    """
    CREATE TABLE feeds (
      id INTEGER PRIMARY KEY,
      address TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL DEFAULT '',
      page TEXT,
      language TEXT,
      folder TEXT NOT NULL DEFAULT '',
      place INTEGER NOT NULL,
      etag TEXT,
      last_modified TEXT,
      refreshed INTEGER,
      wait_until INTEGER,
      failure TEXT,
      is_gone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE articles (
      id INTEGER PRIMARY KEY,
      feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      title TEXT NOT NULL,
      link TEXT,
      author TEXT,
      published INTEGER,
      updated INTEGER,
      seen INTEGER NOT NULL,
      shown INTEGER NOT NULL,
      is_read INTEGER NOT NULL DEFAULT 0,
      is_whole INTEGER NOT NULL DEFAULT 0,
      quotes INTEGER,
      sources INTEGER,
      UNIQUE (feed, key)
    ) STRICT;
    CREATE INDEX articles_by_date ON articles (shown DESC, id DESC);
    CREATE INDEX articles_unread ON articles (feed, is_read);
    CREATE TABLE texts (
      article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      text TEXT NOT NULL
    ) STRICT;
    """,
    // Those that are followed already stay as they were.
    "ALTER TABLE feeds ADD COLUMN is_typed INTEGER NOT NULL DEFAULT 1;",
  ]

  /// Does the steps that a file has not seen yet, each whole or not at all.
  static func run(_ database: Database) throws(LibraryError) {
    while true {
      let done = try version(database)
      guard done <= all.count else { throw .tooNew(path: database.path, version: done) }
      guard done < all.count else { return }
      try database.transaction { () throws(LibraryError) in
        // Another program may have done it since.
        guard try version(database) == done else { return }
        try database.run(all[done])
        try database.run("PRAGMA user_version = \(done + 1)")
      }
    }
  }

  private static func version(_ database: Database) throws(LibraryError) -> Int {
    var version = 0
    try database.rows("PRAGMA user_version") { version = $0.number(0) }
    return version
  }
}
