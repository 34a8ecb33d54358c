/// What is done with articles in the list of all that was read.
extension Library {
  /// Marks articles as read, or unread.
  ///
  /// - Parameters:
  ///   - ids: Their numbers.
  ///   - isRead: Which.
  /// - Throws: `LibraryError`.
  public func mark(kept ids: [Int], isRead: Bool) throws(LibraryError) {
    try inOneStep { () throws(LibraryError) in
      for id in ids {
        try database.change(
          "UPDATE kept SET is_read = ?2 WHERE id = ?1", [.number(id), .number(isRead ? 1 : 0)])
      }
    }
  }

  /// Gives an article a star, or takes it away.
  ///
  /// - Parameters:
  ///   - id: Its number.
  ///   - isStarred: Which.
  /// - Throws: `LibraryError`.
  public func star(kept id: Int, _ isStarred: Bool) throws(LibraryError) {
    try database.change(
      "UPDATE kept SET is_starred = ?2 WHERE id = ?1", [.number(id), .number(isStarred ? 1 : 0)])
  }

  /// Takes an article out of all lists and answers; it is forgotten by ``forgetGone(words:)``.
  ///
  /// - Parameter id: Its number.
  /// - Throws: `LibraryError`.
  public func takeOut(kept id: Int) throws(LibraryError) {
    try database.change(
      "UPDATE kept SET gone_version = version, version = NULL WHERE id = ?1 AND version IS NOT NULL",
      [.number(id)])
  }

  /// Puts an article back that was taken out.
  ///
  /// - Parameter id: Its number.
  /// - Throws: `LibraryError`.
  public func putBack(kept id: Int) throws(LibraryError) {
    try database.change(
      """
      UPDATE kept SET version = gone_version, gone_version = NULL
      WHERE id = ?1 AND gone_version IS NOT NULL
      """, [.number(id)])
  }

  /// Forgets all articles that were taken out and not put back.
  ///
  /// - Parameter words: The words of a text in a language, as they were given when it was put in.
  /// - Throws: `LibraryError`.
  public func forgetGone(
    words: (_ language: String, _ text: String) -> String
  ) throws(LibraryError) {
    var origins: [String] = []
    try database.rows("SELECT origin FROM kept WHERE version IS NULL AND gone_version IS NOT NULL")
    {
      origins.append($0.text(0))
    }
    for origin in origins { _ = try forget(origin, words: words) }
  }

  /// The text of an article as it was kept last, and what is said of it.
  ///
  /// - Parameter origin: Where it is from.
  /// - Returns: The article without what was found in it; `nil` where it is not kept.
  /// - Throws: `LibraryError`.
  public func keptText(of origin: String) throws(LibraryError) -> KeptText? {
    var found: KeptText?
    try database.rows(
      """
      SELECT title, outlet, author, published, language, text FROM kept
      JOIN versions ON versions.id = coalesce(version, gone_version) WHERE origin = ?1
      """, [.text(origin)]
    ) { row in
      found = KeptText(
        title: row.text(0), outlet: row.text(1), author: row.optionalText(2),
        published: row.optionalNumber(3), language: row.text(4), text: row.text(5))
    }
    return found
  }
}

/// The text of an article of the library, with what is said of it.
public struct KeptText: Sendable, Equatable {
  /// Its headline, or an empty text.
  public let title: String
  /// Who published it, or an empty text.
  public let outlet: String
  /// Who wrote it.
  public let author: String?
  /// When it was published, in seconds since 1970.
  public let published: Int?
  /// The code of its language.
  public let language: String
  /// Its text.
  public let text: String
}
