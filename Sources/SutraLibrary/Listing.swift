/// The articles of the library as lists tell them.
extension Library {
  /// Articles that are read at a time, so that the first of many are there at once.
  private static let articlesAtATime = 500

  /// All articles, the newest first.
  ///
  /// - Parameter take: Gets each; nothing of the library is being read meanwhile.
  /// - Throws: `LibraryError`.
  public func eachKept(_ take: (KeptRow) -> Void) throws(LibraryError) {
    var last: KeptRow?
    while true {
      let rows = try kept(behind: last, most: Self.articlesAtATime)
      rows.forEach(take)
      guard rows.count == Self.articlesAtATime else { return }
      last = rows.last
    }
  }

  /// Articles, the newest first.
  ///
  /// - Parameters:
  ///   - last: The last one that is there already; `nil` to begin.
  ///   - most: Most articles that are wanted.
  /// - Returns: Those behind it; less than are wanted when there are no more.
  /// - Throws: `LibraryError`.
  public func kept(behind last: KeptRow?, most: Int) throws(LibraryError) -> [KeptRow] {
    guard let last else { return try kept("", [], most) }
    // Many may have come in one second: where those begin that are left, the index tells only when
    // it is asked for them alone.
    let same = try kept(
      "AND coalesce(published, added) = ?2 AND id < ?3", [.number(last.date), .number(last.id)],
      most)
    guard same.count < most else { return same }
    return same
      + (try kept("AND coalesce(published, added) < ?2", [.number(last.date)], most - same.count))
  }

  private func kept(
    _ condition: String, _ values: [Database.Value], _ most: Int
  ) throws(LibraryError) -> [KeptRow] {
    var rows: [KeptRow] = []
    try database.rows(
      """
      SELECT id, origin, title, outlet, published, added, quotes, sources,
        (SELECT count(*) FROM versions WHERE article = kept.id), is_read, is_starred
      FROM kept WHERE version IS NOT NULL \(condition)
      ORDER BY coalesce(published, added) DESC, id DESC LIMIT ?1
      """, [.number(most)] + values
    ) { row in
      rows.append(
        KeptRow(
          id: row.number(0), origin: row.text(1), title: row.text(2), outlet: row.text(3),
          published: row.optionalNumber(4), added: row.number(5), versions: row.number(8),
          quotes: row.number(6), sources: row.number(7), isRead: row.number(9) != 0,
          isStarred: row.number(10) != 0))
    }
    return rows
  }
}
