import SutraCore

/// What somebody has set right in articles that are kept.
extension Library {
  /// The corrections of an article, in the order in which they were made.
  ///
  /// - Parameter origin: Where the article is from.
  /// - Returns: Them; none of an article that is not kept.
  /// - Throws: `LibraryError`.
  public func corrections(of origin: String) throws(LibraryError) -> [Correction] {
    try corrections("WHERE origin = ?1", [.text(origin)])[origin] ?? []
  }

  /// All corrections, by the origins of their articles.
  ///
  /// - Returns: For each origin its corrections in the order in which they were made.
  /// - Throws: `LibraryError`.
  public func corrections() throws(LibraryError) -> [String: [Correction]] {
    try corrections("", [])
  }

  /// The articles in which something was set right, with their texts as they were kept last.
  ///
  /// - Returns: Where each is from, and its text, in the order in which they came.
  /// - Throws: `LibraryError`.
  public func correctedTexts() throws(LibraryError) -> [(origin: String, text: String)] {
    var found: [(origin: String, text: String)] = []
    try database.rows(
      """
      SELECT origin, text FROM kept JOIN versions ON versions.id = coalesce(version, gone_version)
      WHERE kept.id IN (SELECT article FROM corrections) ORDER BY kept.id
      """
    ) { found.append(($0.text(0), $0.text(1))) }
    return found
  }

  private func corrections(
    _ condition: String, _ values: [Database.Value]
  ) throws(LibraryError) -> [String: [Correction]] {
    var found: [String: [Correction]] = [:]
    try database.rows(
      """
      SELECT origin, what, facts, exact, prefix, suffix, corrections.place
      FROM corrections JOIN kept ON kept.id = article \(condition) ORDER BY corrections.id
      """, values
    ) { row in
      let anchor = TextAnchor(row, from: 3)
      if let correction = CorrectionRow.correction(row.text(1), at: anchor, row.text(2)) {
        found[row.text(0), default: []].append(correction)
      }
    }
    return found
  }

  /// Keeps corrections of an article behind those that there are, all or none.
  ///
  /// - Parameters:
  ///   - corrections: The corrections.
  ///   - origin: Where the article is from.
  ///   - now: Seconds since 1970.
  /// - Returns: Whether the article is kept, so that it can have corrections.
  /// - Throws: `LibraryError`.
  @discardableResult
  public func add(
    _ corrections: [Correction], to origin: String, at now: Int
  ) throws(LibraryError) -> Bool {
    try inOneStep { () throws(LibraryError) in
      guard let article = try article(from: origin) else { return false }
      for correction in corrections {
        let row = CorrectionRow(correction)
        try database.change(
          """
          INSERT INTO corrections (article, made, what, facts, exact, prefix, suffix, place)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
          """,
          [.number(article), .number(now), .text(row.what), .text(row.facts)]
            + correction.anchor.columns)
      }
      return true
    }
  }

  /// Takes the last correction of an article back, or, where it has none of its own, that of another
  /// one with the same text.
  ///
  /// - Parameter origin: Where the article is from.
  /// - Returns: Whether there was one.
  /// - Throws: `LibraryError`.
  public func undoCorrection(of origin: String) throws(LibraryError) -> Bool {
    try database.change(
      """
      DELETE FROM corrections WHERE id = (SELECT corrections.id FROM corrections
        JOIN kept ON kept.id = corrections.article
        LEFT JOIN versions ON versions.id = coalesce(version, gone_version)
        WHERE origin = ?1 OR text = (SELECT text FROM kept
          JOIN versions ON versions.id = coalesce(version, gone_version) WHERE origin = ?1)
        ORDER BY origin = ?1 DESC, corrections.id DESC LIMIT 1)
      """, [.text(origin)]) > 0
  }

  /// The number of the article from somewhere.
  func article(from origin: String) throws(LibraryError) -> Int? {
    var found: Int?
    try database.rows("SELECT id FROM kept WHERE origin = ?1", [.text(origin)]) {
      found = $0.number(0)
    }
    return found
  }
}
