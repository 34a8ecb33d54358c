/// The tables of one language, wherever they are.
public struct LanguageFolder: Sendable {
  /// The folder's name as messages tell it, as in `languages/bn`.
  public let name: String
  /// The bytes of a file by its name, or `nil` when the folder has no such file.
  let file: @Sendable (String) -> UnsafeRawBufferPointer?

  /// Names a folder.
  ///
  /// - Parameters:
  ///   - name: Its name as messages tell it.
  ///   - file: The bytes of a file by its name, or `nil` when the folder has no such file. They
  ///     must never be freed or changed, since a lexicon is read in place.
  public init(name: String, file: @escaping @Sendable (String) -> UnsafeRawBufferPointer?) {
    self.name = name
    self.file = file
  }

  /// The table in a file, or `nil` when the folder has no such file.
  func table(_ file: String) -> Table? {
    self.file(file).map { Table(file: "\(name)/\(file)", bytes: $0) }
  }

  /// What its `language.tsv` says.
  ///
  /// - Throws: `LexiconError` when a row does not fit, or there is no such file or no code in it.
  func settings() throws(LexiconError) -> LanguageSettings {
    guard let table = table("language.tsv") else { throw .missingLanguage(folder: name) }
    return try LanguageSettings(table)
  }
}
