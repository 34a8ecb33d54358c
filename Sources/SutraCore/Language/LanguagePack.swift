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
  /// - Parameter folder: The folder with its tables.
  /// - Throws: `LexiconError` for the first row that does not fit.
  init(_ folder: LanguageFolder) throws(LexiconError) {
    settings = try folder.settings()
    lexicon = try LexiconTables(folder.table).lexicon(from: folder.file(LexiconTables.blockName))
    confidence = try folder.table("confidence.tsv").map(ConfidenceTable.init) ?? ConfidenceTable()
    endings = try folder.table("endings.tsv").map(LexiconBuilder.endings) ?? EndingTable()
    letterVariants =
      try folder.table("letter-variants.tsv").map(LetterVariants.init) ?? LetterVariants()
  }
}
