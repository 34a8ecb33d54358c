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

  /// The words that begin with a letter, each once.
  ///
  /// - Parameter letter: The letter, as folded words have it.
  /// - Returns: The words, folded.
  /// - Throws: `LibraryError`.
  public func words(beginning letter: Unicode.Scalar) throws(LibraryError) -> [String] {
    guard let next = Unicode.Scalar(letter.value + 1) else { return [] }
    var words: [String] = []
    try database.rows(
      "SELECT term FROM terms WHERE term >= ?1 AND term < ?2",
      [.text(String(letter)), .text(String(next))]
    ) { words.append($0.text(0)) }
    return words
  }
}
