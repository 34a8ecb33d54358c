/// The steps that have made the library's file what it is.
///
/// A step is never changed once it has been used: what is to be different is a step of its own,
/// behind the last one. The number of the last step done stands in the file as `user_version`.
enum Migrations {
  /// Takes the words out of the indices.
  static let gatherTerms = ["article_words", "quote_words", "name_words"].map { index in
    """
    CREATE VIRTUAL TABLE temp.gathered USING fts5vocab (main, \(index), row);
    INSERT OR IGNORE INTO main.terms (term) SELECT term FROM temp.gathered;
    DROP TABLE temp.gathered;
    """
  }.joined()

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
    // Articles that were read, with what was found in them. The indices of words hold no texts; the
    // numbers of their rows are never used again, so that they mean nobody else's.
    """
    CREATE TABLE kept (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      origin TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL DEFAULT '',
      outlet TEXT NOT NULL DEFAULT '',
      author TEXT,
      published INTEGER,
      language TEXT NOT NULL DEFAULT '',
      added INTEGER NOT NULL,
      opened INTEGER NOT NULL,
      is_starred INTEGER NOT NULL DEFAULT 0,
      place TEXT,
      version INTEGER,
      quotes INTEGER NOT NULL DEFAULT 0,
      sources INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX kept_by_version ON kept (version);
    CREATE INDEX kept_by_date ON kept (coalesce(published, added) DESC, id DESC);
    CREATE TABLE versions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      article INTEGER NOT NULL REFERENCES kept (id) ON DELETE CASCADE,
      seen INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX versions_by_article ON versions (article);
    CREATE TABLE names (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL
    ) STRICT;
    CREATE TABLE entities (
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      name INTEGER NOT NULL REFERENCES names (id),
      mentions TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entities_by_version ON entities (version);
    CREATE INDEX entities_by_name ON entities (name, version);
    CREATE TABLE sources (
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      quotes INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sources_by_version ON sources (version);
    CREATE TABLE quotes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      text TEXT NOT NULL,
      type TEXT NOT NULL,
      speaker TEXT,
      name INTEGER REFERENCES names (id),
      kind TEXT,
      role TEXT,
      cue TEXT,
      act TEXT,
      is_negated INTEGER NOT NULL DEFAULT 0,
      addressee TEXT,
      medium TEXT,
      time TEXT,
      percent INTEGER NOT NULL,
      date INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX quotes_by_version ON quotes (version);
    CREATE INDEX quotes_by_name ON quotes (name, date DESC, id DESC);
    CREATE INDEX quotes_by_date ON quotes (date DESC, id DESC);
    CREATE VIRTUAL TABLE article_words
      USING fts5 (words, content = '', tokenize = 'ascii', detail = none, columnsize = 0);
    CREATE VIRTUAL TABLE quote_words
      USING fts5 (words, content = '', tokenize = 'ascii', detail = none, columnsize = 0);
    CREATE VIRTUAL TABLE name_words
      USING fts5 (words, content = '', tokenize = 'ascii', detail = none, columnsize = 0);
    """,
    // What people make of articles: notes, corrections, and who is one person.
    // An article that is to be forgotten has no version, so that no question finds it, until nobody
    // can take that back any more.
    """
    ALTER TABLE kept ADD COLUMN is_read INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE kept ADD COLUMN gone_version INTEGER;
    UPDATE kept SET is_read = opened > added;
    CREATE TABLE notes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      article INTEGER NOT NULL REFERENCES kept (id) ON DELETE CASCADE,
      made INTEGER NOT NULL,
      text TEXT NOT NULL,
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      place INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX notes_by_article ON notes (article);
    CREATE TABLE corrections (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      article INTEGER NOT NULL REFERENCES kept (id) ON DELETE CASCADE,
      made INTEGER NOT NULL,
      what TEXT NOT NULL,
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      place INTEGER NOT NULL,
      facts TEXT NOT NULL
    ) STRICT;
    CREATE INDEX corrections_by_article ON corrections (article);
    CREATE TABLE rulings (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      one TEXT NOT NULL,
      other TEXT NOT NULL,
      is_same INTEGER NOT NULL,
      made INTEGER NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE quote_vocabulary USING fts5vocab (quote_words, row);
    """,
    // Each row's number stands behind the columns of an index anyway. New rows come at the end of an
    // index that rises, so that its pages are full; it is read from behind as well.
    """
    DROP INDEX quotes_by_date;
    CREATE INDEX quotes_by_date ON quotes (date);
    DROP INDEX quotes_by_name;
    CREATE INDEX quotes_by_name ON quotes (name, date);
    DROP INDEX kept_by_date;
    CREATE INDEX kept_by_date ON kept (coalesce(published, added), id, version);
    """,
    // By what the other of two persons of one name is told from the first.
    "ALTER TABLE rulings ADD COLUMN role TEXT;",
    // All words that are looked up, each once: the indices would count the holders of each before
    // they tell one.
    "CREATE TABLE terms (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;" + gatherTerms,
    // Who is quoted and named stands among the words (`WordMarks`), which grow at their end; an index
    // by names is written everywhere.
    """
    INSERT INTO quote_words (rowid, words)
      SELECT id, coalesce(' §' || name, '') || coalesce(' §' || kind, '') FROM quotes
      WHERE name IS NOT NULL OR kind IS NOT NULL ORDER BY id;
    INSERT INTO article_words (rowid, words)
      SELECT version, group_concat(' §' || name, '') FROM entities GROUP BY version;
    DROP INDEX quotes_by_name;
    DROP INDEX entities_by_name;
    INSERT INTO quote_words (quote_words, rank) VALUES ('hashsize', 8388608);
    INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 8388608);
    INSERT INTO quote_words (quote_words, rank) VALUES ('automerge', 8);
    INSERT INTO article_words (article_words, rank) VALUES ('automerge', 8);
    """,
    // What is named in an article, and what that rests on, stand together, without an index beside.
    """
    CREATE TABLE new_entities (
      version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      kind TEXT NOT NULL,
      name INTEGER NOT NULL REFERENCES names (id),
      mentions TEXT NOT NULL,
      PRIMARY KEY (version, number)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_entities SELECT version, id, kind, name, mentions FROM entities
      ORDER BY version, id;
    DROP TABLE entities;
    ALTER TABLE new_entities RENAME TO entities;
    CREATE TABLE new_sources (
      version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      quotes INTEGER NOT NULL,
      PRIMARY KEY (version, number)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_sources SELECT version, id, name, kind, quotes FROM sources
      ORDER BY version, id;
    DROP TABLE sources;
    ALTER TABLE new_sources RENAME TO sources;
    """,
    // What answers count of an article stands in the index by which it is found.
    """
    DROP INDEX kept_by_version;
    CREATE INDEX kept_by_version ON kept (version, outlet, published, added);
    """,
    // Numbers of quotes are given by the program, many at once: AUTOINCREMENT writes down the last one with
    // each row.
    """
    CREATE TABLE counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO counters SELECT 'quotes',
      coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'quotes'), 0);
    CREATE TABLE new_quotes (
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      text TEXT NOT NULL,
      type TEXT NOT NULL,
      speaker TEXT,
      name INTEGER REFERENCES names (id),
      kind TEXT,
      role TEXT,
      cue TEXT,
      act TEXT,
      is_negated INTEGER NOT NULL DEFAULT 0,
      addressee TEXT,
      medium TEXT,
      time TEXT,
      percent INTEGER NOT NULL,
      date INTEGER NOT NULL
    ) STRICT;
    INSERT INTO new_quotes SELECT id, version, number, start, "end", text, type, speaker, name,
      kind, role, cue, act, is_negated, addressee, medium, time, percent, date
      FROM quotes ORDER BY id;
    DROP TABLE quotes;
    ALTER TABLE new_quotes RENAME TO quotes;
    CREATE INDEX quotes_by_version ON quotes (version);
    CREATE INDEX quotes_by_date ON quotes (date);
    """,
  ]

  /// The last step that writes most of a large file anew.
  private static let lastLong = 11

  /// Does the steps that a file has not seen yet, each whole or not at all.
  ///
  /// - Parameters:
  ///   - database: The file.
  ///   - large: Bytes from which on bringing it up to date may take more than a moment.
  ///   - beforeLong: Called before that, once.
  /// - Throws: `LibraryError`, also what the closure throws.
  static func run(
    _ database: Database, large: Int = 32 << 20,
    beforeLong: () throws(LibraryError) -> Void = {}
  ) throws(LibraryError) {
    var isTold = false
    while true {
      let done = try version(database)
      guard done <= all.count else { throw .tooNew(path: database.path, version: done) }
      guard done < all.count else { return }
      if !isTold, done < lastLong, try size(of: database) >= large {
        isTold = true
        try beforeLong()
      }
      try database.transaction { () throws(LibraryError) in
        // Another program may have done it since.
        guard try version(database) == done else { return }
        try database.run(all[done])
        try database.run("PRAGMA user_version = \(done + 1)")
      }
    }
  }

  /// Bytes of a file.
  private static func size(of database: Database) throws(LibraryError) -> Int {
    var size = 0
    try database.rows(
      "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    ) { size = $0.number(0) }
    return size
  }

  private static func version(_ database: Database) throws(LibraryError) -> Int {
    var version = 0
    try database.rows("PRAGMA user_version") { version = $0.number(0) }
    return version
  }
}
