/// The texts of articles that are kept.
extension Library {
  /// Where an article is from whose last version has a text.
  ///
  /// - Parameter text: The whole text.
  /// - Returns: The origin of the newest such article; `nil` where none is kept.
  /// - Throws: `LibraryError`.
  public func origin(ofText text: String) throws(LibraryError) -> String? {
    var found: String?
    try database.rows(
      """
      SELECT origin FROM kept JOIN versions ON versions.id = version
      WHERE text = ?1 ORDER BY kept.id DESC LIMIT 1
      """, [.text(text)]
    ) { found = $0.text(0) }
    return found
  }

  /// The texts of an article as they were kept one after the other, the first one first.
  ///
  /// - Parameter origin: Where it is from.
  /// - Returns: The texts of all versions.
  /// - Throws: `LibraryError`.
  public func versions(of origin: String) throws(LibraryError) -> [String] {
    var texts: [String] = []
    try database.rows(
      """
      SELECT text FROM versions JOIN kept ON kept.id = article
      WHERE origin = ?1 ORDER BY versions.id
      """, [.text(origin)]
    ) { texts.append($0.text(0)) }
    return texts
  }
}
