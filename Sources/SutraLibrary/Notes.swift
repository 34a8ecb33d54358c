import SutraCore

/// Something that somebody has noted on words of an article.
public struct KeptNote: Sendable, Equatable {
  /// Its number.
  public let id: Int
  /// Where the article is from.
  public let origin: String
  /// The article's headline.
  public let title: String
  /// When it was made, in seconds since 1970.
  public let made: Int
  /// What is noted.
  public let text: String
  /// The words that it is on.
  public let anchor: TextAnchor
}

extension Library {
  /// Notes, the newest first.
  ///
  /// - Parameter origin: Where the article is from whose notes are wanted; `nil` for all.
  /// - Returns: The notes.
  /// - Throws: `LibraryError`.
  public func notes(of origin: String? = nil) throws(LibraryError) -> [KeptNote] {
    var notes: [KeptNote] = []
    try database.rows(
      """
      SELECT notes.id, origin, title, made, notes.text, exact, prefix, suffix, notes.place
      FROM notes JOIN kept ON kept.id = article WHERE ?1 IS NULL OR origin = ?1
      ORDER BY notes.id DESC
      """, [.of(origin)]
    ) { row in
      notes.append(
        KeptNote(
          id: row.number(0), origin: row.text(1), title: row.text(2), made: row.number(3),
          text: row.text(4), anchor: TextAnchor(row, from: 5)))
    }
    return notes
  }

  /// Keeps a note on words of an article.
  ///
  /// - Parameters:
  ///   - text: What is noted.
  ///   - anchor: The words.
  ///   - origin: Where the article is from.
  ///   - now: Seconds since 1970.
  /// - Returns: Whether the article is kept, so that it can have notes.
  /// - Throws: `LibraryError`.
  public func note(
    _ text: String, on anchor: TextAnchor, of origin: String, at now: Int
  ) throws(LibraryError) -> Bool {
    guard let article = try article(from: origin) else { return false }
    try database.change(
      """
      INSERT INTO notes (article, made, text, exact, prefix, suffix, place)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, [.number(article), .number(now), .text(text)] + anchor.columns)
    return true
  }

  /// Takes a note away.
  ///
  /// - Parameter id: Its number.
  /// - Throws: `LibraryError`.
  public func remove(note id: Int) throws(LibraryError) {
    try database.change("DELETE FROM notes WHERE id = ?1", [.number(id)])
  }
}
