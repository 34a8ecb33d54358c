/// One language: its settings, its lexicon and its endings, read from a folder of tables.
public struct LanguagePack: Sendable {
  let settings: LanguageSettings
  let lexicon: Lexicon
  let endings: EndingTable
  let confidence: ConfidenceTable
  let letterVariants: LetterVariants

  /// The code, as in `bn`.
  public var code: String { settings.code }

  /// Reads a pack.
  ///
  /// - Parameters:
  ///   - folder: The folder's name, for error messages.
  ///   - file: The bytes of a file of the folder by its name, or `nil` when it has no such file.
  /// - Throws: `LexiconError` for the first row that does not fit.
  init(
    folder: String, file: (String) -> UnsafeRawBufferPointer?
  ) throws(LexiconError) {
    func table(_ name: String) -> Table? {
      file(name).map { Table(file: "\(folder)/\(name)", bytes: $0) }
    }
    guard let settingsTable = table("language.tsv") else {
      throw .missingLanguage(folder: folder)
    }
    settings = try LanguageSettings(settingsTable)
    lexicon = try LexiconTables(table).lexicon(from: file(LexiconTables.blockName))
    confidence = try table("confidence.tsv").map(ConfidenceTable.init) ?? ConfidenceTable()
    endings = try table("endings.tsv").map(LexiconBuilder.endings) ?? EndingTable()
    letterVariants = try table("letter-variants.tsv").map(LetterVariants.init) ?? LetterVariants()
  }
}
