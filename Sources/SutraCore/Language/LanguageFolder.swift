/// The tables of one language, wherever they are: one folder, or several whose rows are added.
public struct LanguageFolder: Sendable {
  /// Gives the bytes of a file by its name, or `nil` where there is no such file.
  ///
  /// They must never be freed or changed, since a lexicon is read in place.
  public typealias Files = @Sendable (String) -> UnsafeRawBufferPointer?

  /// What a table begins with that takes the place of the earlier ones of its name.
  static let replacement = "#replace"

  /// The folder's name as messages tell it, as in `languages/bn`.
  public var name: String { parts[0].name }
  private var parts: [(name: String, file: Files)]

  /// Names a folder.
  ///
  /// - Parameters:
  ///   - name: Its name as messages tell it.
  ///   - file: The bytes of its files.
  public init(name: String, file: @escaping Files) { parts = [(name, file)] }

  /// The same language with the rows of another folder behind its own.
  ///
  /// A table there that begins with `#replace` takes the place of the one here.
  public func adding(_ other: LanguageFolder) -> LanguageFolder {
    var sum = self
    sum.parts += other.parts
    return sum
  }

  /// The code that a folder of this name would have: what stands behind the last slash.
  public var code: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// The tables of a name, in order; none when no folder has such a file.
  func tables(_ file: String) -> [Table] {
    var found: [Table] = []
    for part in parts {
      guard let bytes = part.file(file) else { continue }
      if bytes.starts(with: Self.replacement.utf8) { found.removeAll() }
      found.append(Table(file: "\(part.name)/\(file)", bytes: bytes))
    }
    return found
  }

  /// The bytes of a file of the first folder.
  func file(_ name: String) -> UnsafeRawBufferPointer? { parts[0].file(name) }

  /// What its `language.tsv` says.
  ///
  /// - Throws: `LexiconError` when a row does not fit, or there is no such file or no code in it.
  func settings() throws(LexiconError) -> LanguageSettings {
    try LanguageSettings(settingTables())
  }

  /// Which language it is.
  ///
  /// - Throws: `LexiconError` as `settings()` does; of a folder with a lexicon, which is not being worked on,
  ///   only for a row that tells this.
  func head() throws(LexiconError) -> LanguageHead {
    let isRead = parts.count == 1 && file(LexiconTables.blockName) != nil
    return isRead ? try LanguageHead(settingTables()) : try settings().head
  }

  private func settingTables() throws(LexiconError) -> [Table] {
    let tables = tables("language.tsv")
    guard !tables.isEmpty else { throw .missingLanguage(folder: name) }
    return tables
  }
}
