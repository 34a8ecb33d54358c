extension Library {
  /// What words are looked up in.
  public enum WordIndex: String, Sendable {
    /// The texts of articles.
    case articles = "article_words"
    /// What is said.
    case quotes = "quote_words"
    /// Names.
    case names = "name_words"
  }

  /// The words of an index that begin with a letter, each once.
  ///
  /// - Parameters:
  ///   - letter: The letter, as folded words have it.
  ///   - index: Where to look.
  /// - Returns: The words, folded.
  /// - Throws: `LibraryError`.
  public func words(
    beginning letter: Unicode.Scalar, in index: WordIndex
  ) throws(LibraryError) -> [String] {
    guard let next = Unicode.Scalar(letter.value + 1) else { return [] }
    // The index itself tells its words; nothing is written to the library for it.
    try database.run(
      """
      CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(index.rawValue)_terms
        USING fts5vocab (main, \(index.rawValue), row)
      """)
    var words: [String] = []
    try database.rows(
      "SELECT term FROM temp.\(index.rawValue)_terms WHERE term >= ?1 AND term < ?2",
      [.text(String(letter)), .text(String(next))]
    ) { words.append($0.text(0)) }
    return words
  }
}
